"""The states of an introduction, as a table, and every path through them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.introductions.states import MOVES, Record, State, refusals, state_of
from models.verbs import Verb

ASKED = date(2026, 5, 3)
LATER = ASKED + timedelta(days=31)


@pytest.mark.parametrize(
    ("record", "until", "state"),
    [
        (Record(), LATER, "asked"),
        (Record("later"), LATER, "asked"),
        (Record("introduce"), LATER, "to_ask"),
        (Record("introduce", ASKED), ASKED, "target_asked"),
        (Record("introduce", ASKED), ASKED + timedelta(days=30), "target_asked"),
        (Record("introduce", ASKED), LATER, "target_silent"),
        (Record("introduce", ASKED, wrote_on=ASKED), LATER, "target_asked"),
        (Record("later", ASKED), ASKED, "target_asked"),
        (Record("target_yes", ASKED), LATER, "target_yes"),
        (Record("target_no", ASKED), LATER, "target_no"),
        (Record("target_yes", ASKED, introduced_on=LATER), LATER, "introduced"),
        (Record("introduce_unasked"), LATER, "unasked"),
        (Record("introduce_unasked", introduced_on=LATER), LATER, "introduced"),
        (Record("target_yes", ASKED, introduced_on=LATER, came_of="nothing"), LATER, "came_of_it"),
        (Record("decline"), LATER, "declined"),
        (Record("decline", ASKED), LATER, "declined"),
    ],
)
def test_where_an_introduction_stands_follows_from_what_is_on_record(record: Record, until: date, state: str) -> None:
    assert state_of(record, until, 30) == state


def test_every_state_has_its_moves() -> None:
    assert set(MOVES) == set(State)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("verdict", ["", "introduce", "decline", "later", "target_yes", "target_no", "no_reply"])
def test_whoever_was_asked_is_never_asked_again_nor_passed_over(state: State, verdict: str) -> None:
    refused = refusals(Record(verdict, ASKED), state, "Vera")
    assert {Verb.INTRODUCE, Verb.INTRODUCE_UNASKED} <= set(refused)


@pytest.mark.parametrize(
    ("record", "verb", "sentence"),
    [
        (Record(), Verb.TARGET_YES, "You have not asked Vera yet."),
        (
            Record("introduce", ASKED), Verb.INTRODUCE,
            "You asked Vera on 3 May 2026 about this introduction, and they did not answer. Nobody is asked twice. Silence is an answer.",
        ),
        (Record("introduce", ASKED), Verb.INTRODUCE_UNASKED, "You asked Vera on 3 May 2026 about this introduction: now their answer counts."),
        (
            Record("introduce", ASKED), Verb.MENTION,
            "You asked Vera on 3 May 2026 about this introduction: wait for their answer, or decline kindly.",
        ),
        (
            Record("target_yes", ASKED, introduced_on=LATER), Verb.DECLINE,
            "You have introduced them already. What came of it is asked later.",
        ),
    ],
)  # fmt: skip
def test_a_verdict_that_leads_nowhere_says_why(record: Record, verb: Verb, sentence: str) -> None:
    assert refusals(record, state_of(record, LATER, 30), "Vera")[verb] == sentence
