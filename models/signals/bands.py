"""Who a person is to the owner, in one word, from evidence and never from the connection date alone."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from .talk import TalkSummary, last_contact

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
    """The band of a person whose messages are `talk`, as the newest export saw it."""
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
