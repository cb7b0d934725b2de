"""Requests heard by the evidence of a whole message, and batches of messages kept as floors."""

from __future__ import annotations

import pytest

from models.requests.detect import find_request
from models.requests.model import weigh
from models.requests.target import TargetGuess, resolve
from models.requests.tokenize import read
from tests.benchmarks.detection.fit import TAUGHT
from tests.benchmarks.detection.quality import BATCHES, batch, names, quality


def meant(text: str) -> TargetGuess:
    guess = find_request(text)
    assert guess, text
    return resolve(guess, names(), asker_id=0)


@pytest.mark.parametrize("name", TAUGHT[1:])
def test_what_was_learnt_from_is_not_unlearnt(name: str) -> None:
    precision, recall, target, purpose = quality(batch(name))
    assert precision >= 0.98
    assert recall >= 0.94
    assert min(target, purpose) >= 0.95


def test_messages_never_learnt_from_are_mostly_understood() -> None:
    (held_out,) = set(BATCHES) - set(TAUGHT)
    precision, recall, target, purpose = quality(batch(held_out))
    assert precision >= HELD_OUT[0]
    assert recall >= HELD_OUT[1]
    assert target >= HELD_OUT[2]
    assert purpose >= HELD_OUT[3]


HELD_OUT = (0.95, 0.90, 0.95, 0.85)
"""The bar; no weight was learnt from these messages, though some words were added after they had been seen."""


LONG = """Subject: news from the coast

Dear Jonas,

thank you for the photographs. The one of the boat hangs in our kitchen now, and the children point you out to everyone.

The house is nearly done. We had three weeks of rain, the roofer fell ill, and for a while we cooked in the garage.

{ask}

Come and see us when the weather is better. The guest room has a bed again.

With warm regards,
Ellen

Ellen Fairweather
12 Harbour Lane
"""


def test_one_asking_sentence_in_a_long_mail_is_heard_and_shown() -> None:
    ask = "Would you mind introducing me to Vera Haddad at Fjord? I am looking for a new job and they are hiring."
    guess = find_request(LONG.format(ask=ask))
    assert guess
    assert "Vera Haddad" in guess.words
    assert meant(LONG.format(ask=ask)).person_ids == (1,)


def test_the_same_mail_without_the_sentence_asks_for_nothing() -> None:
    assert find_request(LONG.format(ask="The garden will have to wait until spring.")) is None


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Could you introduce me to someone at Acme?", (10, 11, 12)),
        ("Kannst du mich jemandem bei Isartech vorstellen?", (21, 22, 23)),
        ("¿Me puedes presentar a alguien en Andes Cargo?", (55, 56)),
        ("Tu peux me présenter à quelqu'un chez Voltige ?", (44, 45)),
        ("Could you introduce me to someone at Paperplane?", (27,)),
    ],
)
def test_anybody_at_a_company_is_a_list_to_pick_from(text: str, people: tuple[int, ...]) -> None:
    found = meant(text)
    assert set(found.person_ids) == set(people)
    assert not found.is_certain


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Could you introduce me to your CTO friend at Fjord?", 1),
        ("Could you introduce me to the head of content at Onda Media?", 25),
        ("Könntest du mich mit dem Geschäftsführer von Isartech bekannt machen?", 21),
        ("¿Me presentas a la jefa de compras de Verdeo?", 88),
        ("Tu peux me présenter au directeur des achats de Voltige ?", 44),
        ("Could you introduce me to Vera Haddad?", 1),
    ],
)
def test_the_one_in_a_post_is_the_target_when_only_they_can_be_meant(text: str, person: int) -> None:
    found = meant(text)
    assert found.person_ids == (person,)
    assert found.is_certain


def test_somebody_in_a_line_of_work_is_looked_for_there_first() -> None:
    assert meant("Könntest du mich jemandem aus der Entwicklung bei Isartech vorstellen?").person_ids == (22, 23)


def test_asking_weighs_more_than_thanks_for_the_same() -> None:
    asking, thanking, offering = (
        weigh(read(text)).weight
        for text in (
            "Could you put me in touch with Priya?",
            "Thank you for putting me in touch with Priya.",
            "I can put you in touch with Priya.",
        )
    )
    assert asking > 0 > max(thanking, offering)
