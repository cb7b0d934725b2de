"""What follows when something is known about a few people: their signals, their cards, and who they turn out to be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .. import clock
from ..signals.refresh import refresh as refresh_signals
from ..store import CAPTURED, Person
from ..store.facts import fact
from ..store.query import rows
from .cards import refresh as refresh_cards
from .registry import every_queue


def export_date() -> date:
    """The newest export's day, by which everything about people is reckoned; today while there is none."""
    known = fact("export_date")
    return date.fromisoformat(known) if known else clock.today()


def follow_people(people: Iterable[int], operation: int) -> None:
    """Bring signals and cards of a few people up to date, after the user wrote something down about them."""
    some, today = {*people, *resolve_captured()}, export_date()
    twins = Person.select(Person.same_as).where(Person.id.in_(some), Person.same_as.is_null(False))
    some |= {row[0] for row in rows(twins)}
    refresh_signals(some, today)
    for queue in every_queue():
        refresh_cards(queue, today, some, operation)


def resolve_captured() -> set[int]:
    """Find the people whom the user wrote down by name: the one imported person of that name, when no company objects.

    Returns everyone for whom that changed.
    """
    found = set()
    captured = Person.select(Person.id, Person.name_key, Person.company_key, Person.same_as).where(
        Person.id >= CAPTURED
    )
    for number, key, company, held in rows(captured):
        same = Person.select(Person.id, Person.company_key).where(
            Person.name_key == key, Person.id < CAPTURED
        )
        fitting = [row[0] for row in rows(same) if not (company and row[1]) or row[1] == company]
        target = fitting[0] if len(fitting) == 1 else None
        if target != held:
            Person.update(same_as=target).where(Person.id == number).execute()
            found |= {person for person in (target, held, number) if person}
    return found
