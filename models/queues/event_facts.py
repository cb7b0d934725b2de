"""What the user has from events: how many people they know from each, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable

from peewee import fn

from ..outcome_kinds import NOTHING
from ..store import Encounter, Outcome, OutcomePerson
from ..store.identity import Kin
from ..store.query import Query, param, params

_PEOPLE = Query(
    tuple[str, int],
    lambda: (
        Encounter.select(Encounter.event, fn.COUNT(Encounter.person.distinct()))
        .where(Encounter.event.in_(params("events")))
        .group_by(Encounter.event)
    ),
)
_ANY_OUTCOME = Query(int, lambda: Outcome.select(Outcome.id).limit(1))
_SEEN_THERE = Query(int, lambda: Encounter.select(Encounter.person).where(Encounter.event == param("event")).distinct())
_BEGUN_THERE = Query(
    int, lambda: Outcome.select(Outcome.id).where(Outcome.event == param("event"), Outcome.kind != NOTHING)
)
_WITH_A_PART = Query(
    int,
    lambda: (
        OutcomePerson.select(OutcomePerson.outcome)
        .join(Outcome)
        .where(OutcomePerson.person.in_(params("people")), Outcome.kind != NOTHING)
    ),
)


def people_at(events: Iterable[str]) -> dict[str, int]:
    """Return how many people the user knows from each of these events."""
    return dict(_PEOPLE.rows(events={event for event in events if event}))


def outcomes_of(events: Iterable[str]) -> dict[str, int] | None:
    """Return how many outcomes began at each of these events, or had a part in them of someone from there.

    `None` while the user keeps no count of outcomes at all.
    """
    if _ANY_OUTCOME.first() is None:
        return None
    return {event: len(_outcomes_of(event)) for event in {event for event in events if event}}


def _outcomes_of(event: str) -> set[int]:
    people = Kin.of(_SEEN_THERE.rows(event=event)).rows
    return {*_BEGUN_THERE.rows(event=event), *_WITH_A_PART.rows(people=people)}
