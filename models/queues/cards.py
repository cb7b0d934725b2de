"""The cards of all queues: places kept in step with imports, and pages read through one index."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from peewee import Expression, fn

from ..decisions.card_state import pinned_among
from ..policy import Bars
from ..store import Card
from ..store.database import insert_rows
from ..store.query import PeopleQuery, Query, Statement, param, params, rows, value
from .base import Count, Place, Queue
from .registry import QUEUES

MANY = 99_999
"""Screens count no further than this: the work of a screen does not grow with the store."""

_IS_MEMBER = Card.member == True  # noqa: E712 — a bare column would not use the index, and sort every card
_INSERTED = ("queue", "subject", "person_id", "member", "rank1", "rank2", "answered_at", "state", "version")


class _StoredCard(NamedTuple):
    """A card as an import left it; moments are seconds since 1970."""

    subject: int
    person: int
    member: int
    rank1: int
    rank2: int
    answered_at: int | None

    @property
    def imported(self) -> tuple[int, int, int, int | None]:
        """The columns that follow from imports."""
        return self[2:]


_STORED = PeopleQuery(
    _StoredCard,
    lambda: Card.select(Card.subject, Card.person, Card.member, Card.rank1, Card.rank2, Card.answered_at).where(
        Card.queue == param("queue")
    ),
    Card.person,
    raw=True,
)
_THIS = (Card.queue == param("queue")) & (Card.subject == param("subject"))
_THESE = (Card.queue == param("queue")) & Card.subject.in_(params("subjects"))
_UPDATE = Statement(
    lambda: Card.update(
        person=param("person"),
        version=param("version"),
        member=param("member"),
        rank1=param("rank1"),
        rank2=param("rank2"),
        answered_at=param("answered_at"),
    ).where(_THIS)
)
_DROP_OPEN = Statement(lambda: Card.delete().where(_THESE, Card.state == "open"))
_LEFT = Query(int, lambda: Card.select(Card.subject).where(_THESE))
_FORGET = Statement(lambda: Card.delete().where(Card.person.in_(params("people"))))


def refresh(queue: Queue, export_date: date, people: Collection[int] | None, operation: int) -> None:
    """Bring the places of these people's cards (or of all) up to date; decisions on them stay."""
    people = queue.concerned(people) if people is not None else None
    wanted = {place.subject: place for place in queue.places(export_date, people)}
    cards = {card.subject: card for card in _STORED.rows(people, queue=queue.name)}
    _insert(queue, [place for subject, place in wanted.items() if subject not in cards], operation)
    if queue.forgets:
        _drop_undecided(queue, cards, wanted)
    for subject, card in cards.items():
        place = wanted.get(subject)
        now = (1, place.rank1, place.rank2, place.answered_at) if place else (0, *card.imported[1:])
        person = place.person if place else card.person
        if people is not None or (person, *now) != (card.person, *card.imported):
            member, rank1, rank2, answered_at = now
            _UPDATE.run(
                queue=queue.name,
                subject=subject,
                person=person,
                version=operation,
                member=member,
                rank1=rank1,
                rank2=rank2,
                answered_at=answered_at,
            )


def forget(people: Collection[int]) -> None:
    """Drop the cards of rows that stand for nobody any more."""
    _FORGET.run(people=people)


def _drop_undecided(queue: Queue, cards: dict[int, _StoredCard], wanted: Collection[int]) -> None:
    """Take away, from the store and from `cards`, what was never decided on and has no place any more."""
    homeless = cards.keys() - set(wanted)
    _DROP_OPEN.run(queue=queue.name, subjects=homeless)
    for subject in homeless.difference(_LEFT.rows(queue=queue.name, subjects=homeless)):
        del cards[subject]


def _insert(queue: Queue, places: list[Place], operation: int) -> None:
    pinned = pinned_among({place.person for place in places})
    insert_rows(
        Card,
        _INSERTED,
        (
            (
                queue.name,
                place.subject,
                place.person,
                True,
                place.rank1,
                place.rank2,
                place.answered_at,
                "pinned" if place.person in pinned else "open",
                operation,
            )
            for place in places
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
            part = Card.select(Card.subject).where(_those(Card.queue == queue, only), _IS_MEMBER, condition)
            some = [row[0] for row in rows(part.order_by(*order).limit(left).offset(offset))]
            offset = 0 if some else max(offset - (part.count() if offset else 0), 0)
            found += some
    return found


def is_open(queue: str, subject: int, now: datetime) -> bool:
    """Whether this card still waits for a verdict."""
    return _OPEN.first(queue=queue, subject=subject, now=now) is not None


def count_open(
    queue: str, now: datetime, bars: Bars, *, at_most: int | None = None, only: Expression | None = None
) -> int:
    """Count the open cards, no further than `at_most` when that is given."""
    mine = _those(Card.queue == queue, only) & _IS_MEMBER
    return _number(mine & (_is_back(now) | _is_answered()), at_most) + _number(
        mine & _is_new(queue, now, bars), at_most
    )


def count(
    queue: str, now: datetime, bars: Bars, *, at_most: int | None = None, only: Expression | None = None
) -> Count:
    """Count the cards that are open, put off and decided, no further than `at_most` when that is given."""
    mine = _those(Card.queue == queue, only)
    opened = count_open(queue, now, bars, at_most=at_most, only=only)
    back = _number(mine & _IS_MEMBER & (_is_back(now) | _is_answered()), at_most)
    later = _number(mine & (Card.state == "later") & _IS_MEMBER & (Card.due > now), at_most)
    decided = _number(mine & Card.state.in_(["decided", "waiting", "pinned", "later", "kept"]), at_most) - later - back
    return Count(queue, opened, later, max(decided, 0))


def _those(mine: Expression, only: Expression | None) -> Expression:
    return mine if only is None else mine & only


def _number(condition: Expression, at_most: int | None) -> int:
    inner = Card.select(Card.subject).where(condition)
    if at_most is not None:
        inner = inner.limit(at_most)
    return int(value(Card.select(fn.COUNT(inner.c.subject)).from_(inner), 0))


def _is_new(queue: str, now: datetime, bars: Bars) -> Expression:
    """The card was not decided on; where a queue waits before it asks, `rank2` is the moment it waits from."""
    is_undecided: Expression = Card.state == "open"
    days = QUEUES[queue].days_until_asked
    if days is None:
        return is_undecided
    return is_undecided & (Card.rank2 <= int((now - timedelta(days=days(bars))).timestamp()))


def _is_back(now: Any) -> Expression:
    """`now` is a moment, or the place of one."""
    found: Expression = Card.state.in_(["later", "kept"]) & (Card.due <= now)
    return found


def _is_answered() -> Expression:
    found: Expression = (Card.state == "waiting") & (Card.answered_at > Card.since)
    return found


def version(queue: str, subject: int) -> int | None:
    """The number of the last operation that touched what the card shows."""
    return _VERSION.first(queue=queue, subject=subject)


_VERSION = Query(
    int, lambda: Card.select(Card.version).where(Card.queue == param("queue"), Card.subject == param("subject"))
)
_OPEN = Query(
    int,
    lambda: Card.select(Card.version).where(
        _THIS,
        _IS_MEMBER,
        (Card.state == "open") | _is_back(param("now")) | _is_answered(),
    ),
)


def rank_counts(queue: str, *, at_most: int) -> dict[int, int]:
    """How many open cards stand at the first ranks (0 to 2), each counted no further than `at_most`."""
    mine = (Card.queue == queue) & (Card.state == "open") & _IS_MEMBER
    return {rank: _number(mine & (Card.rank1 == rank), at_most) for rank in range(3)}
