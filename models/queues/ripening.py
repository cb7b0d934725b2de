"""Queues that ask late: their second rank is the moment something was done, and nobody is asked before it has ripened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from peewee import Expression

from ..store import Card


@dataclass(slots=True)
class _Bar:
    days: int = 60


_BARS = {"outcomes": _Bar()}


def ripen_after(queue: str, days: int) -> None:
    """Ask in this queue so many days after the fact: the policy's bar, told when a store is opened."""
    _BARS[queue].days = days


def is_ripe(queue: str, now: datetime) -> Expression | None:
    """The condition under which a card of this queue may be asked about; `None` where all may."""
    bar = _BARS.get(queue)
    if bar is None:
        return None
    found: Expression = Card.rank2 <= int((now - timedelta(days=bar.days)).timestamp())
    return found
