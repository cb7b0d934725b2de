"""Whom every row stands for: merged by the user, or written down by hand under the name of someone imported."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from ..store import CAPTURED, Merge, Person
from ..store.identity import IMPORTED_NAMESAKES, Kin, sole_namesake
from ..store.query import PeopleQuery, Query, Statement, param


class _Captured(NamedTuple):
    id: int
    name: str
    company_key: str


_CAPTURED = PeopleQuery(
    _Captured,
    lambda: Person.select(Person.id, Person.name, Person.company_key).where(Person.id >= CAPTURED),
    Person.id,
)
_MERGES = PeopleQuery(tuple[int, int], lambda: Merge.select(Merge.person, Merge.into), Merge.person)
_ROOTS = PeopleQuery(
    tuple[int, int],
    lambda: Person.select(Person.id, Person.same_as).where(Person.same_as.is_null(False)),
    Person.id,
)
_CAPTURED_ROOTS = Query(
    tuple[int, int],
    lambda: Person.select(Person.id, Person.same_as).where(Person.id >= CAPTURED, Person.same_as.is_null(False)),
)
_POINT = Statement(lambda: Person.update(same_as=param("root")).where(Person.id == param("person")))


def settle_identities(people: Collection[int] | None = None) -> set[int]:
    """Point every row at the one that stands for the same person, and return everyone for whom something changed.

    Args:
        people: only their rows: the user said something about them, and whom other rows stand for cannot follow from it.
    """
    scope = None if people is None else _merged_with(people)
    wanted = {**_imported_as(scope), **dict(_MERGES.rows(scope))}
    before = dict(_ROOTS.rows(scope))
    changed: set[int] = set()
    for person in wanted.keys() | before.keys():
        root = _end_of_chain(person, wanted)
        if before.get(person) != root:
            _POINT.run(person=person, root=root)
            changed |= {number for number in (person, root, before.get(person)) if number}
    return changed


def captured_roots() -> dict[int, int]:
    """Return the rows captured by hand whom imports turned out to know, each with the row that stands for them."""
    return dict(_CAPTURED_ROOTS.rows())


def _merged_with(people: Collection[int]) -> set[int]:
    """These people's rows, and every row into which one of them is merged, over any number of merges."""
    found: set[int] = set()
    fresh = {*people, *Kin.of(people).rows}
    while fresh:
        found |= fresh
        fresh = {into for _, into in _MERGES.rows(fresh)} - found
    return found


def _end_of_chain(person: int, points_at: Mapping[int, int]) -> int | None:
    """Return the last in a chain of merges; `None` for a row that stands for itself."""
    seen, last = {person}, person
    while last in points_at and points_at[last] not in seen:
        last = points_at[last]
        seen.add(last)
    return last if last != person else None


def _imported_as(people: Iterable[int] | None) -> dict[int, int]:
    """Names written down, each to the one imported person of that name, credentials aside, whose company agrees."""
    found = {}
    for captured in _CAPTURED.rows(people):
        namesake = sole_namesake(captured.name, captured.company_key, IMPORTED_NAMESAKES)
        if namesake:
            found[captured.id] = namesake
    return found
