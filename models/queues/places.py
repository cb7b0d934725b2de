"""Places of cards, kept in step with imports and with what the user does."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from ..decisions.card_state import pinned_among
from ..store import Card
from ..store.database import insert_rows
from ..store.query import PeopleQuery, Query, Statement, param, params
from .base import Place, Queue

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


def refresh_places(queue: Queue, export_date: date, people: Collection[int] | None, operation: int) -> None:
    """Bring the places of these people's cards, or of all, up to date; decisions on them stay.

    Args:
        queue: the queue.
        export_date: the newest export's day.
        people: about whom something changed; all, when the newest export is another one.
        operation: what changed it.
    """
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


def forget_people(people: Collection[int]) -> None:
    """Drop the cards of rows that stand for nobody any more."""
    _FORGET.run(people=people)


def _drop_undecided(queue: Queue, cards: dict[int, _StoredCard], wanted: Collection[int]) -> None:
    """Take away, from the store and from `cards`, what was never decided on and has no place any more."""
    homeless = cards.keys() - set(wanted)
    _DROP_OPEN.run(queue=queue.name, subjects=homeless)
    for subject in homeless.difference(_LEFT.rows(queue=queue.name, subjects=homeless)):
        del cards[subject]


def _insert(queue: Queue, places: Iterable[Place], operation: int) -> None:
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
