"""Tie strength: the product page's vectors, and a stored summary that stays true for every later export."""

from __future__ import annotations

from datetime import date, timedelta
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.signals import NO_TALK, strength, summarise

EXPORT = date(2026, 9, 15)


def ago(days: int) -> date:
    return EXPORT - timedelta(days=days)


def talk(sent: list[int], received: list[int]):
    return summarise([*((ago(days), True) for days in sent), *((ago(days), False) for days in received)])


@pytest.mark.parametrize(
    ("sent", "received", "expected"),
    [
        ([365], [0], 1.693147),
        ([30, 400], [10, 60, 800], 3.953878),
        ([], [], 0.0),
        ([0], [], 2.0),
        ([], [0], log(2)),
    ],
)
def test_strength_of_messages_is_as_the_product_page_says(sent, received, expected):
    assert strength(talk(sent, received), [], EXPORT) == pytest.approx(expected, abs=5e-7)


def test_an_encounter_counts_three_and_fades_by_half_in_a_year():
    assert strength(NO_TALK, [EXPORT], EXPORT) == pytest.approx(3.0)
    assert strength(NO_TALK, [ago(365), EXPORT], EXPORT) == pytest.approx(4.5)


def test_a_message_of_mine_outweighs_one_of_theirs():
    assert strength(talk([10], []), [], EXPORT) > strength(talk([], [10]), [], EXPORT)


def test_ages_are_never_negative():
    later = EXPORT + timedelta(days=200)
    assert strength(summarise([(later, True)]), [later], EXPORT) == pytest.approx(5.0)
    mixed = summarise([(later, True), (ago(365), True)], until=EXPORT)
    assert strength(mixed, [], EXPORT) == pytest.approx(2 * (1 + 0.5))


def test_impossible_dates_do_not_break_the_arithmetic():
    summary = summarise([(date.max, True), (date.min, False)])
    for export in (date.min, EXPORT, date.max):
        assert 0 <= strength(summary, [date.max, date.min], export) <= 9


@given(
    st.lists(st.tuples(st.integers(0, 6000), st.booleans()), max_size=40),
    st.integers(0, 4000),
)
def test_a_stored_summary_gives_the_same_as_counting_every_message_again(messages, later_by):
    export = EXPORT + timedelta(days=later_by)
    summary = summarise((ago(days), outgoing) for days, outgoing in messages)
    worth = [(2.0 ** (-(days + later_by) / 365), outgoing) for days, outgoing in messages]
    sent = sum(value for value, outgoing in worth if outgoing)
    received = sum(value for value, outgoing in worth if not outgoing)
    assert strength(summary, [], export) == pytest.approx(2 * sent + log(1 + received))
