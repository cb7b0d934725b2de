"""What one person and the owner wrote to each other, in ten numbers and dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from .decay import weigh

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
    """The last day either of them wrote, or None when nobody ever did."""
    return max(filter(None, (talk.last_sent, talk.last_received)), default=None)


def decayed(talk: TalkSummary, export_date: date) -> bool:
    """The two used to write in a rhythm, and the silence is now more than eight times its usual gap."""
    last = last_contact(talk)
    if talk.contact_days < DECAY_DAYS or last is None or talk.first is None:
        return False
    usual_gap = (last - talk.first).days / (talk.contact_days - 1)
    return (export_date - last).days > DECAY_FACTOR * usual_gap
