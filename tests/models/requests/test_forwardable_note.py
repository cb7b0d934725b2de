"""The forwardable note: the asker's own sentences and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.requests.detect import find_request
from models.requests.forwardable_note import LONGEST, forwardable_note

LONG = (
    "Hi Robin, thanks again for dinner, and get well soon. We are raising a seed round for our laundry robots. "
    "Is Vera always that difficult? Could you introduce me to Vera Haddad? My brother says hello.\n\nNils"
)


def test_it_holds_the_asking_and_the_reason_and_leaves_the_rest_between_the_two() -> None:
    assert forwardable_note(LONG, "Could you introduce me to Vera Haddad") == (
        "We are raising a seed round for our laundry robots. … Could you introduce me to Vera Haddad?"
    )


@pytest.mark.parametrize(
    ("text", "words", "note"),
    [
        ("Could you introduce me to Vera?", "introduce me to Vera", "Could you introduce me to Vera?"),
        ("I need a job.", "I need a job.", "I need a job."),
        ("Hallo Robin, stellst du mich Vera vor? Gruß Nils", "stellst du mich Vera vor", "stellst du mich Vera vor?"),
        ("no such words here", "Could you", "Could you"),
        ("anything", "", ""),
        ("", "", ""),
    ],
)
def test_short_ones_are_quoted_as_they_are(text: str, words: str, note: str) -> None:
    assert forwardable_note(text, words) == note


def test_what_they_quote_of_somebody_else_is_not_passed_on() -> None:
    text = "Could you introduce me to Vera?\n\nOn 3 May 2026, Vera wrote:\n> we are hiring a lead, tell nobody"
    assert forwardable_note(text, "Could you introduce me to Vera") == "Could you introduce me to Vera?"


def _messages() -> list[str]:
    path = Path(__file__).with_name("labelled_messages.jsonl")
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("text", [text for text in _messages() if find_request(text)])
def test_every_sentence_of_it_stands_in_the_request_as_it_is(text: str) -> None:
    guess = find_request(text)
    assert guess is not None
    note = forwardable_note(text, guess.words)
    assert guess.words in note
    assert all(part in text for part in note.split(" … "))


@settings(deadline=None)
@given(st.text(max_size=300), st.text(max_size=40), st.text(max_size=300))
def test_nothing_is_ever_added(before: str, words: str, after: str) -> None:
    note = forwardable_note(f"{before}{words}{after}", words)
    assert len(note) <= max(LONGEST, len(before + words + after)) + 3 * len(note.split(" … "))
