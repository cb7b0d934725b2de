"""Keeping cards in step with decisions: open, put off, waiting for an answer, decided or pinned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple

from ..store import Card, Decision, Mark
from ..store.query import Query, Statement, param, params
from .verdicts import CardState, spec_of


class _Decision(NamedTuple):
    """The verdict in force on a card."""

    subject: int
    verdict: str
    due: datetime | None
    at: datetime


class _CardOf(NamedTuple):
    """A card, and the person it is about."""

    subject: int
    person: int


class _State(NamedTuple):
    """The columns of a card that follow from its decision."""

    state: CardState
    due: datetime | None
    since: datetime | None


_CARDS = Query(
    _CardOf,
    lambda: Card.select(Card.subject, Card.person).where(
        Card.queue == param("queue"), Card.subject.in_(params("subjects"))
    ),
)
_CARDS_OF_PEOPLE = Query(
    tuple[str, int], lambda: Card.select(Card.queue, Card.subject).where(Card.person.in_(params("people")))
)
_DECISIONS = Query(
    _Decision,
    lambda: Decision.select(Decision.subject, Decision.verdict, Decision.due, Decision.at).where(
        Decision.queue == param("queue"), Decision.subject.in_(params("subjects"))
    ),
)
_PINNED = Query(int, lambda: Mark.select(Mark.person).where(Mark.person.in_(params("people")), Mark.kind == "pinned"))
_UPDATE = Statement(
    lambda: Card.update(version=param("version"), state=param("state"), due=param("due"), since=param("since")).where(
        Card.queue == param("queue"), Card.subject.in_(params("subjects"))
    )
)


def update_states(cards: Iterable[tuple[str, int]], operation: int) -> None:
    """Bring the state of these cards, each given with its queue, up to date with their decisions and pins."""
    by_queue: defaultdict[str, list[int]] = defaultdict(list)
    for queue, subject in cards:
        by_queue[queue].append(subject)
    for queue, subjects in by_queue.items():
        for state, alike in _states(queue, subjects).items():  # many that stand alike are one write
            _UPDATE.run(queue=queue, subjects=alike, version=operation, **state._asdict())


def update_states_of_people(people: Collection[int], operation: int) -> None:
    """Bring all cards of these people up to date: a pin was set or taken back."""
    update_states(_CARDS_OF_PEOPLE.rows(people=people), operation)


def pinned_among(people: Iterable[int]) -> set[int]:
    """Return those of these people who are never to be asked about again."""
    return set(_PINNED.rows(people=people))


def _states(queue: str, subjects: Collection[int]) -> dict[_State, list[int]]:
    """Return where these cards stand, those that stand alike together."""
    decisions = {decision.subject: decision for decision in _DECISIONS.rows(queue=queue, subjects=subjects)}
    cards = _CARDS.rows(queue=queue, subjects=subjects)
    pinned = pinned_among({card.person for card in cards})
    found: defaultdict[_State, list[int]] = defaultdict(list)
    for card in cards:
        found[_state(queue, decisions.get(card.subject), is_pinned=card.person in pinned)].append(card.subject)
    return found


def _state(queue: str, decision: _Decision | None, *, is_pinned: bool) -> _State:
    """Return a pin holds whatever else was decided: a card that would come back, or waits for an answer, stays away."""
    state = spec_of(queue, decision.verdict).leaves if decision else CardState.OPEN
    if is_pinned and state is not CardState.DECIDED:
        state = CardState.PINNED
    return _State(state, decision.due if decision else None, decision.at if decision else None)
