"""What sounds as if something came of it, and what only looks like it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.requests.outcome_cues import find_outcome

TOLD = [
    ("Thanks for referring me, I start in May!", "referred"),
    ("Thank you so much for putting in a good word with Nils.", "referred"),
    ("Danke dir, dass du mich bei Acme empfohlen hast!", "referred"),
    ("Gracias por recomendarme, empiezo en mayo.", "referred"),
    ("Merci beaucoup de m'avoir recommandée chez Fjord.", "referred"),
    ("Great news: I got the job.", "job"),
    ("They hired me!", "job"),
    ("We hired your friend last week.", "job"),
    ("Ich habe die Stelle bekommen.", "job"),
    ("Wir haben ihn gestern eingestellt.", "job"),
    ("¡Conseguí el puesto!", "job"),
    ("J'ai décroché le poste.", "job"),
    ("I got a second interview.", "interview"),
    ("We just signed the contract.", "customer"),
    ("The deal is signed.", "customer"),
    ("Wir haben den Vertrag unterschrieben.", "customer"),
    ("Hemos firmado el contrato.", "customer"),
    ("On a signé le contrat !", "customer"),
    ("They invested in us.", "investor"),
    ("Thanks again for introducing me to Vera, we had a great call.", "relationship"),
    ("Danke für die Vermittlung, wir haben telefoniert.", "relationship"),
    ("Gracias por ponernos en contacto.", "relationship"),
    ("Merci pour la mise en relation !", "relationship"),
]

SILENT = [
    "Thanks for the recommendation, the restaurant was lovely.",
    "Thank you in advance for introducing me to Vera.",
    "If you refer me, thanks for referring me in good faith.",
    "I hope we signed the contract by then.",
    "Once we have signed the contract we can begin.",
    "Have you signed the contract?",
    "We have not signed the contract.",
    "We hired twenty people this year.",
    "Did you get the job?",
    "I did not get the job.",
    "Wenn wir den Vertrag unterschrieben haben, melde ich mich.",
    "Cuando hemos firmado el contrato, te llamo.",
    "Quand on a signé le contrat, je t'appelle.",
    "You wrote: “Thanks for referring me, I start in May.” Glad it worked.",
    "> Thanks for referring me\nYou are welcome.",
    "Could you introduce me to Vera? Thanks for introducing me around.",
    "Thanks for connecting on LinkedIn.",
    "Gracias por la presentación de ayer, fue muy clara.",
    "",
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_what_came_of_it_is_heard_in_four_languages(text: str, kind: str) -> None:
    found = find_outcome(text)
    assert found is not None
    assert found.kind == kind
    assert found.words in text


@pytest.mark.parametrize("text", SILENT)
def test_wishes_plans_denials_questions_and_quotes_are_not_heard(text: str) -> None:
    assert find_outcome(text) is None


def test_no_request_for_an_introduction_is_heard_as_an_outcome() -> None:
    file = Path(__file__).with_name("labelled_messages.jsonl")
    asked = [each for line in file.read_text(encoding="utf-8").splitlines() if (each := json.loads(line))["is_request"]]
    assert asked
    assert [each["text"] for each in asked if find_outcome(each["text"])] == []
