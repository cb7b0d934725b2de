"""What each source knows of a person, and what stands when several rows are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..store import Handle, Person
from ..store.query import Query, params

FIELDS = ("name", "company", "title", "email", "phone", "city", "country", "birthday", "street", "postcode")


class Side(NamedTuple):
    """One row, as its source knows it."""

    person: int
    source: str
    slug: str | None
    values: Mapping[str, str]
    """Field to value, for those of `FIELDS` that are known."""


class _Row(NamedTuple):
    id: int
    source: str | None
    slug: str | None
    name: str
    company: str
    title: str
    email: str


class _Handle(NamedTuple):
    person: int
    kind: str
    value: str


_ROWS = Query(
    _Row,
    lambda: Person.select(
        Person.id, Person.source, Person.slug, Person.name, Person.company, Person.title, Person.email
    ).where(Person.id.in_(params("people"))),
)
_HANDLES = Query(
    _Handle,
    lambda: (
        Handle.select(Handle.person, Handle.kind, Handle.value)
        .where(Handle.person.in_(params("people")))
        .order_by(Handle.id)
    ),
)


def sides_of(people: Iterable[int]) -> dict[int, Side]:
    """Return these rows, each as its own source knows it."""
    wanted = set(people)
    details: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for handle in _HANDLES.rows(people=wanted):
        details[handle.person].setdefault(handle.kind, handle.value)
    return {row.id: _side(row, details[row.id]) for row in _ROWS.rows(people=wanted)}


def _side(row: _Row, details: Mapping[str, str]) -> Side:
    own = {"name": row.name, "company": row.company, "title": row.title, "email": row.email}
    source = row.source or ("LinkedIn" if row.slug else "your notes")
    return Side(row.id, source, row.slug, {**details, **{field: text for field, text in own.items() if text}})


def by_trust(sides: Iterable[Side]) -> list[Side]:
    """Return LinkedIn's side first, then the others in the order in which they came."""
    return sorted(sides, key=lambda side: (side.slug is None, side.person))


def merged_values(sides: Sequence[Side], chosen: Mapping[str, int]) -> dict[str, tuple[str, int]]:
    """Return the values that a merged person shows, each with whose it is.

    Args:
        sides: the rows, the most trusted first.
        chosen: field to the row whose value the user chose.
    """
    by_person = {side.person: side for side in sides}
    found = {}
    for field in FIELDS:
        preferred = by_person.get(chosen.get(field, 0))
        for side in (preferred, *sides) if preferred else sides:
            if side.values.get(field):
                found[field] = (side.values[field], side.person)
                break
    return found
