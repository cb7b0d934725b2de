"""What follows when something is known about a few people: their signals, their cards, and who they turn out to be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .. import clock
from ..normalise import plain_name
from ..store import CAPTURED, Merge, Person
from ..store.facts import fact
from ..store.kin import Kin
from ..store.query import rows
from .cards import refresh as refresh_cards
from .registry import every_queue, queue_named


def export_date() -> date:
    """The newest export's day, by which everything about people is reckoned; today while there is none."""
    known = fact("export_date")
    return date.fromisoformat(known) if known else clock.today()


def follow_people(people: Iterable[int], operation: int) -> None:
    """Bring signals and cards of a few people up to date, after the user wrote something down about them."""
    from ..signals.refresh import refresh as refresh_signals  # only for who wrote something down

    some, today = {*people, *settle_identities()}, export_date()
    some |= set(Kin.of(some).rows)
    refresh_signals(some, today)
    for queue in every_queue():
        refresh_cards(queue, today, some, operation)


def follow_cards(people: Iterable[int], queues: Iterable[str], operation: int) -> None:
    """Bring the cards of a few people up to date in these queues, after a verdict that moves them."""
    some, today = set(Kin.of(people).rows), export_date()
    for name in sorted(queues):
        refresh_cards(queue_named(name), today, some, operation)


def settle_identities() -> set[int]:
    """Point every row at the one that stands for the same person: merged by the user, or written down by name.

    A name written down is the one imported person of that name, when no company objects. Returns everyone for whom
    something changed.
    """
    wanted = {**_named(), **dict(rows(Merge.select(Merge.person, Merge.into)))}
    held = dict(rows(Person.select(Person.id, Person.same_as).where(Person.same_as.is_null(False))))
    found: set[int] = set()
    for person in wanted.keys() | held.keys():
        root = _root(person, wanted)
        if held.get(person) != root:
            Person.update(same_as=root).where(Person.id == person).execute()
            found |= {number for number in (person, root, held.get(person)) if number}
    return found


def _root(person: int, wanted: dict[int, int]) -> int | None:
    """The last in a chain of merges."""
    seen = {person}
    at = wanted.get(person)
    while at in wanted and wanted[at] not in seen:
        seen.add(at)
        at = wanted[at]
    return at


def _named() -> dict[int, int]:
    """Names written down, each to the one imported person of that name, credentials aside."""
    found = {}
    captured = Person.select(Person.id, Person.name, Person.name_key, Person.company_key).where(Person.id >= CAPTURED)
    for number, name, key, company in rows(captured):
        columns = (Person.id, Person.name, Person.name_key, Person.company_key)
        begins = (Person.name_key >= key) & (Person.name_key < key + "\U0010ffff")  # LIKE would not use the index
        same = Person.select(*columns).where(begins, Person.id < CAPTURED, Person.source.is_null())
        alike = [row for row in rows(same) if plain_name(row[1]) == plain_name(name)]
        exact = [row for row in alike if row[2] == key] or alike
        fitting = [row[0] for row in exact if not (company and row[3]) or row[3] == company]
        if len(fitting) == 1:
            found[number] = fitting[0]
    return found
