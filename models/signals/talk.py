"""What one person and the owner wrote to each other: counts, dates, and sums that decay by half a year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

HALF_LIFE_DAYS = 365
REFERENCE = date(2020, 1, 1)
"""The day stored weights are counted from; changing it means summarising every person again."""

_REMEMBERED = 1 << 14
"""Days whose weight is kept: forty years of them."""
_ORIGIN = REFERENCE.toordinal()
# Hostile dates reach from year 1 to 9999: this keeps 2^x a number at both ends (a float ends near 2^1023).
_EDGE = 1000.0


@lru_cache(_REMEMBERED)
def _power_of_two(days: int) -> float:
    return float(2.0 ** max(-_EDGE, min(_EDGE, days / HALF_LIFE_DAYS)))


def weigh(days: Iterable[date], until: date | None = None) -> float:
    """Return the sum of the days' stored weights; days after `until` count as `until`, since no age is negative."""
    limit = until.toordinal() if until else date.max.toordinal()
    return sum(_power_of_two(min(day.toordinal(), limit) - _ORIGIN) for day in days)


def decayed_sum(weight: float, count: int, export_date: date) -> float:
    """Return a stored sum of `count` weights as of the export; never above one per contact."""
    return min(weight * _power_of_two(_ORIGIN - export_date.toordinal()), float(count))


def decay(day: date, export_date: date) -> float:
    """Return what one contact is still worth at the export: 1 on the day, one half a year later."""
    return _power_of_two(min(day.toordinal() - export_date.toordinal(), 0))


DECAY_FACTOR = 8
"""Silence this many times the usual gap means the tie has decayed (Navarro et al. 2017)."""

DECAY_DAYS = 4
"""Fewer distinct contact days than this have no usual gap."""


class TalkSummary(NamedTuple):
    """All that bands and strength need to know about one person's one-to-one messages."""

    sent: int = 0
    """Messages the owner wrote."""
    received: int = 0
    """Messages the person wrote."""
    last_sent: date | None = None
    last_received: date | None = None
    first: date | None = None
    """The first day either of them wrote."""
    contact_days: int = 0
    """Distinct days on which either wrote."""
    out_weight: float = 0.0
    """Decaying weight of what was sent, counted from the reference day."""
    in_weight: float = 0.0
    """Decaying weight of what was received, counted from the reference day."""


NO_TALK = TalkSummary()
"""Not one message either way."""


def summarise(messages: Iterable[tuple[date, bool]], *, until: date | None = None) -> TalkSummary:
    """Messages as (day, written by the owner) in ten values; ages count from `until` where a day is later.

    The caller leaves out drafts, spam, sponsored and group messages, and copies of an invitation note. Who
    has a message later than the export is summarised again when a newer export comes; nobody else needs it.
    """
    sent: list[date] = []
    received: list[date] = []
    for day, outgoing in messages:
        (sent if outgoing else received).append(day)
    days = {*sent, *received}
    return TalkSummary(
        sent=len(sent),
        received=len(received),
        last_sent=max(sent, default=None),
        last_received=max(received, default=None),
        first=min(days, default=None),
        contact_days=len(days),
        out_weight=weigh(sent, until),
        in_weight=weigh(received, until),
    )


def last_contact(talk: TalkSummary) -> date | None:
    """Return the last day either of them wrote, or None when nobody ever did."""
    return max(filter(None, (talk.last_sent, talk.last_received)), default=None)


def decayed(talk: TalkSummary, export_date: date) -> bool:
    """Return the two used to write in a rhythm, and the silence is now more than eight times its usual gap."""
    last = last_contact(talk)
    if talk.contact_days < DECAY_DAYS or last is None or talk.first is None:
        return False
    usual_gap = (last - talk.first).days / (talk.contact_days - 1)
    return (export_date - last).days > DECAY_FACTOR * usual_gap
