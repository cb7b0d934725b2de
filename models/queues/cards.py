"""Which cards of a queue are open, in its order, and how many: pages read through one index."""

from __future__ import annotations

from datetime import datetime, timedelta

from peewee import Expression, Value, fn

from ..policy import Bars
from ..store import Card
from ..store.query import Query, fetch, param
from .base import Count
from .registry import QUEUES

MANY = 99_999
"""Screens count no further than this: the work of a screen does not grow with the store."""

_IS_MEMBER = Card.member == True  # noqa: E712 — a bare column would not use the index, and sort every card


def _is_back(now: datetime | Value) -> Expression:
    """Return the card was put off until now, or until before; `now` may be the place of a moment."""
    is_back: Expression = Card.state.in_(["later", "kept"]) & (Card.due <= now)
    return is_back


def _is_answered() -> Expression:
    """Return the other side has written since the card began to wait for that."""
    is_answered: Expression = (Card.state == "waiting") & (Card.answered_at > Card.since)
    return is_answered


_VERSION = Query(
    int, lambda: Card.select(Card.version).where(Card.queue == param("queue"), Card.subject == param("subject"))
)
_OPEN = Query(
    int,
    lambda: Card.select(Card.version).where(
        Card.queue == param("queue"),
        Card.subject == param("subject"),
        _IS_MEMBER,
        (Card.state == "open") | _is_back(param("now")) | _is_answered(),
    ),
)


def open_cards(
    queue: str,
    now: datetime,
    bars: Bars,
    limit: int | None = None,
    *,
    offset: int = 0,
    only: Expression | None = None,
) -> list[int]:
    """Return the open cards in the queue's order: those back from "later", those answered, then the rest.

    Args:
        queue: the queue's name.
        now: the moment at which they are to be open.
        bars: the policy's bars, which say how long a queue waits before it asks.
        limit: how many at most.
        offset: how many are passed over first.
        only: a condition that they must meet as well.
    """
    found: list[int] = []
    for condition, order in (
        (_is_back(now), (Card.due, Card.subject)),
        (_is_answered(), (Card.answered_at, Card.subject)),
        (_is_new(queue, now, bars), (Card.rank1, Card.rank2, Card.subject)),
    ):
        left = None if limit is None else limit - len(found)
        if left is None or left > 0:
            part = Card.select(Card.subject).where(_both(Card.queue == queue, only), _IS_MEMBER, condition)
            page = fetch(int, part.order_by(*order).limit(left).offset(offset))
            offset = 0 if page else max(offset - (part.count() if offset else 0), 0)
            found += page
    return found


def is_open(queue: str, subject: int, now: datetime) -> bool:
    """Return whether this card still waits for a verdict."""
    return _OPEN.first(queue=queue, subject=subject, now=now) is not None


def count_open(
    queue: str, now: datetime, bars: Bars, *, at_most: int | None = None, only: Expression | None = None
) -> int:
    """Count the open cards, no further than `at_most` when that is given."""
    members = _both(Card.queue == queue, only) & _IS_MEMBER
    returned = _number(members & (_is_back(now) | _is_answered()), at_most)
    return returned + _number(members & _is_new(queue, now, bars), at_most)


def count(
    queue: str, now: datetime, bars: Bars, *, at_most: int | None = None, only: Expression | None = None
) -> Count:
    """Count the cards that are open, put off and decided, no further than `at_most` when that is given."""
    cards = _both(Card.queue == queue, only)
    opened = count_open(queue, now, bars, at_most=at_most, only=only)
    back = _number(cards & _IS_MEMBER & (_is_back(now) | _is_answered()), at_most)
    later = _number(cards & (Card.state == "later") & _IS_MEMBER & (Card.due > now), at_most)
    decided = _number(cards & Card.state.in_(["decided", "waiting", "pinned", "later", "kept"]), at_most) - later - back
    return Count(queue, opened, later, max(decided, 0))


def _both(condition: Expression, only: Expression | None) -> Expression:
    return condition if only is None else condition & only


def _number(condition: Expression, at_most: int | None) -> int:
    inner = Card.select(Card.subject).where(condition)
    if at_most is not None:
        inner = inner.limit(at_most)
    [number] = fetch(int, Card.select(fn.COUNT(inner.c.subject)).from_(inner))
    return number


def _is_new(queue: str, now: datetime, bars: Bars) -> Expression:
    """Return the card was not decided on; where a queue waits before it asks, `rank2` is the moment it waits from."""
    is_undecided: Expression = Card.state == "open"
    days = QUEUES[queue].days_until_asked
    if days is None:
        return is_undecided
    return is_undecided & (Card.rank2 <= int((now - timedelta(days=days(bars))).timestamp()))


def version(queue: str, subject: int) -> int | None:
    """Return the number of the last operation that touched what the card shows."""
    return _VERSION.first(queue=queue, subject=subject)


def rank_counts(queue: str, *, at_most: int) -> dict[int, int]:
    """Count the open cards that stand at the first ranks (0 to 2), each no further than `at_most`."""
    undecided = (Card.queue == queue) & (Card.state == "open") & _IS_MEMBER
    return {rank: _number(undecided & (Card.rank1 == rank), at_most) for rank in range(3)}
