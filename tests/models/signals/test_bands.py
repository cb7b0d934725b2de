"""Bands: from evidence, with the boundaries inside."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.signals import NO_TALK, Band, band, decayed, last_contact, summarise

EXPORT = date(2026, 9, 15)


def talk(*messages: tuple[int, str]):
    """Messages as (days before the export, "out" or "in")."""
    return summarise((EXPORT - timedelta(days=days), way == "out") for days, way in messages)


def band_of(summary, *, met=False, vouched=False):
    return band(summary, met=met, vouched=vouched, export_date=EXPORT)


@pytest.mark.parametrize(
    ("messages", "met", "expected"),
    [
        ([], False, Band.NEVER),
        ([], True, Band.MET),
        ([(10, "in")], False, Band.ONE_WAY_IN),
        ([(10, "in"), (9, "in")], True, Band.ONE_WAY_IN),
        ([(10, "out")], True, Band.ONE_WAY_OUT),
        ([(365, "out"), (4000, "in")], False, Band.ACTIVE),
        ([(366, "out"), (367, "in")], False, Band.FADING),
        ([(1095, "in"), (1100, "out")], False, Band.FADING),
        ([(1096, "in"), (1100, "out")], True, Band.DORMANT),
        ([(-1, "in"), (5000, "out")], False, Band.ACTIVE),
    ],
)
def test_the_band_follows_from_who_wrote_and_when(messages, met, expected):
    assert band_of(talk(*messages), met=met) is expected


@pytest.mark.parametrize("summary", [NO_TALK, talk((10, "in")), talk((10, "in"), (9, "out"))])
def test_vouched_overrides_every_other_band(summary):
    assert band_of(summary, vouched=True) is Band.VOUCHED


def test_a_newer_export_alone_moves_an_active_tie_to_fading_and_dormant():
    summary = talk((300, "in"), (200, "out"))
    bands = [
        band(summary, met=False, vouched=False, export_date=EXPORT + timedelta(days=days))
        for days in (0, 165, 166, 895, 896)
    ]
    assert bands == [Band.ACTIVE, Band.ACTIVE, Band.FADING, Band.FADING, Band.DORMANT]


def test_last_contact_is_the_later_of_both_sides():
    assert last_contact(talk((300, "in"), (200, "out"))) == EXPORT - timedelta(days=200)
    assert last_contact(talk((30, "in"), (200, "out"))) == EXPORT - timedelta(days=30)
    assert last_contact(NO_TALK) is None


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([130, 120, 110, 100], True),  # every ten days, then 100: more than 8 gaps
        ([110, 100, 90, 80], False),  # exactly 8 gaps is not yet more
        ([111, 101, 91, 81], True),
        ([300, 200, 100], False),  # three days make no rhythm
        ([100, 100, 100, 100], False),  # four messages on one day are one day
        ([], False),
    ],
)
def test_a_tie_has_decayed_after_eight_usual_gaps(days, expected):
    assert decayed(talk(*((day, "out") for day in days)), EXPORT) is expected


def test_a_summary_counts_sides_days_and_ends():
    summary = talk((10, "in"), (10, "out"), (4, "in"))
    assert (summary.sent, summary.received, summary.contact_days) == (1, 2, 2)
    assert summary.first == EXPORT - timedelta(days=10)
    assert summary.last_received == EXPORT - timedelta(days=4)
    assert summarise([]) == NO_TALK
