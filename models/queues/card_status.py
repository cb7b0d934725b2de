"""What became of cards so far: their version, the verdict in force, when they come back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from ..store import Card, Decision
from ..store.query import Query, param, params


class CardStatus(NamedTuple):
    """What became of a card so far."""

    version: int = 0
    """The last operation that touched what it shows."""
    due: datetime | None = None
    """When it comes back."""
    decided: str = ""
    """The verdict in force, when the card was gone back to."""
    times: int = 0
    """How often in a row it got that verdict."""


NO_STATUS = CardStatus()


class _Card(NamedTuple):
    subject: int
    version: int
    due: datetime | None


class _Decision(NamedTuple):
    subject: int
    verdict: str
    times: int


_CARDS = Query(
    _Card,
    lambda: Card.select(Card.subject, Card.version, Card.due).where(
        Card.queue == param("queue"), Card.subject.in_(params("subjects"))
    ),
)
_DECISIONS = Query(
    _Decision,
    lambda: Decision.select(Decision.subject, Decision.verdict, Decision.times).where(
        Decision.queue == param("queue"), Decision.subject.in_(params("subjects"))
    ),
)


def statuses(queue: str, subjects: Iterable[int]) -> defaultdict[int, CardStatus]:
    """Return what became of these cards so far."""
    wanted = set(subjects)
    found = defaultdict[int, CardStatus](CardStatus)
    for card in _CARDS.rows(queue=queue, subjects=wanted):
        found[card.subject] = CardStatus(card.version, card.due)
    for decision in _DECISIONS.rows(queue=queue, subjects=wanted):
        status = found[decision.subject]
        found[decision.subject] = status._replace(decided=decision.verdict, times=decision.times)
    return found


def verdicts(queue: str, subjects: Iterable[int]) -> dict[int, str]:
    """Return the verdicts in force on these cards."""
    decisions = _DECISIONS.rows(queue=queue, subjects=set(subjects))
    return {decision.subject: decision.verdict for decision in decisions}
