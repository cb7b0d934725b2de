from __future__ import annotations

import pytest

from models.requests.purpose import Purpose, classify, wish_of
from models.requests.tokenize import read


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Could you pass on my CV? They have an opening for an analyst.", Purpose.JOB),
        ("Ich habe mich dort beworben. Legst du ein gutes Wort ein?", Purpose.JOB),
        ("We are hiring a head of data and she looks perfect.", Purpose.HIRING),
        ("Nous recrutons une directrice médicale.", Purpose.HIRING),
        ("We are raising our seed round and he is an angel.", Purpose.PITCH),
        ("Buscamos inversores para nuestra app.", Purpose.PITCH),
        ("We sell valves and he runs purchasing.", Purpose.SALES),
        ("Wir bieten Lösungen zur Senkung von Energiekosten an.", Purpose.SALES),
        ("I would love her advice on my thesis.", Purpose.ADVICE),
        ("J'aurais mille questions à lui poser.", Purpose.ADVICE),
        ("We would like to explore a partnership with her museum.", Purpose.PARTNERSHIP),
        ("Quisiera proponer un proyecto conjunto.", Purpose.PARTNERSHIP),
        ("I am a journalist and write about ports.", Purpose.PRESS),
        ("Je prépare un podcast sur la presse locale.", Purpose.PRESS),
        ("Could you introduce me to Vera?", Purpose.OTHER),
        ("", Purpose.OTHER),
    ],
)
def test_the_words_tell_what_for(text: str, purpose: Purpose) -> None:
    assert classify(read(text)) == purpose


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Could you introduce me to Vera? I'd like to talk to her because we both build grippers.", True),
        ("Could you introduce me to Vera? We are raising a seed round.", True),
        ("Could you introduce me to Vera?", False),
    ],
)
def test_a_request_says_why_or_does_not(text: str, why: bool) -> None:
    assert wish_of(read(text)).says_why is why


@pytest.mark.parametrize(
    ("text", "is_forwardable"),
    [
        ("Could you introduce me to Vera? I wrote three lines that you can forward.", True),
        ("Könntest du mich mit Vera bekannt machen? Zwei Zeilen zum Weiterleiten schicke ich dir.", True),
        ("could you intro me to vera?", False),
        ("Could you introduce me to Vera? We are raising money.", False),
    ],
)
def test_a_request_can_be_passed_on_or_cannot(text: str, is_forwardable: bool) -> None:
    assert wish_of(read(text)).forwardable is is_forwardable
