"""Who a person is to the owner, in one word, from evidence and never from the connection date alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from math import log1p

from .talk import TalkSummary, decay, decayed_sum, last_contact

SENT_WEIGHT = 2.0
MET_WEIGHT = 3.0


def strength(talk: TalkSummary, encounters: Sequence[date], export_date: date) -> float:
    """Twice what was sent, three times each encounter, the logarithm of what was received; all decayed."""
    sent = decayed_sum(talk.out_weight, talk.sent, export_date)
    received = decayed_sum(talk.in_weight, talk.received, export_date)
    met = sum(decay(day, export_date) for day in encounters)
    return SENT_WEIGHT * sent + MET_WEIGHT * met + log1p(received)


ACTIVE_DAYS = 365
FADING_DAYS = 3 * 365


class Band(StrEnum):
    """Seven degrees of knowing someone."""

    NEVER = "never"
    """Not one message either way."""
    MET = "met"
    """Not one message, but an encounter is known."""
    ONE_WAY_IN = "one_way_in"
    """Only they ever wrote."""
    ONE_WAY_OUT = "one_way_out"
    """Only the owner ever wrote."""
    ACTIVE = "active"
    """Both wrote, the last time within a year."""
    FADING = "fading"
    """Both wrote, the last time within three years."""
    DORMANT = "dormant"
    """Both wrote, longer ago than three years."""
    VOUCHED = "vouched"
    """A recommendation, an introduction that worked, an outcome or the owner's mark: overrides the others."""


def band(talk: TalkSummary, *, met: bool, vouched: bool, export_date: date) -> Band:
    """Return the band of a person whose messages are `talk`, as the newest export saw it."""
    if vouched:
        return Band.VOUCHED
    if not talk.sent and not talk.received:
        return Band.MET if met else Band.NEVER
    if not talk.sent:
        return Band.ONE_WAY_IN
    if not talk.received:
        return Band.ONE_WAY_OUT
    return _two_way(talk, export_date)


def _two_way(talk: TalkSummary, export_date: date) -> Band:
    last = last_contact(talk)
    days_silent = (export_date - last).days if last else FADING_DAYS + 1
    if days_silent <= ACTIVE_DAYS:
        return Band.ACTIVE
    return Band.FADING if days_silent <= FADING_DAYS else Band.DORMANT
