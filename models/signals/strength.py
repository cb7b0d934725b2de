"""How strong a tie is inside its band: what the owner gave counts more, and each year takes half away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import log1p

from .decay import decay, decayed_sum
from .talk import TalkSummary

SENT_WEIGHT = 2.0
MET_WEIGHT = 3.0


def strength(talk: TalkSummary, encounters: Sequence[date], export_date: date) -> float:
    """Twice what was sent, three times each encounter, the logarithm of what was received; all decayed."""
    sent = decayed_sum(talk.out_weight, talk.sent, export_date)
    received = decayed_sum(talk.in_weight, talk.received, export_date)
    met = sum(decay(day, export_date) for day in encounters)
    return SENT_WEIGHT * sent + MET_WEIGHT * met + log1p(received)
