"""The people of the store in the matcher's spelling, kept in blocks, so that an import spells only those it touched."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from peewee import fn

from ..store import CAPTURED, Handle, Person, SpelledBlock
from ..store.base import canonical
from ..store.database import insert_rows
from ..store.query import Query, Statement, chunks, fetch, param, params
from .normalise_table import NAME_COLUMNS, concatenate, normalise_columns, normalised_table, take_rows
from .table import Column, Table

SPELLING_VERSION = 2
"""Goes up by one whenever a value is spelled differently: blocks of another version are not read."""
BLOCK_SIZE = 2048
"""People in a block, by their numbers."""
_COLUMNS = ("block", "version", "people", "words", "codes")
_DETAILS = {
    "email": "email",
    "phone": "phone",
    "city": "city",
    "region": "region",
    "country": "country",
    "street": "street",
    "postcode": "postcode",
    "birthday": "dob",
}
"""Which column of the matcher takes which kind of detail."""

Condition = Callable[[Any], Any]
"""A condition on the number of a person, as an expression of the mapper."""


class CachedPeople(NamedTuple):
    """People in the order of their numbers, and how they are spelled."""

    ids: npt.NDArray[np.int64]
    table: Table


class _Block(NamedTuple):
    block: int
    people: bytes
    """The numbers of its people, int64."""
    words: str
    """JSON: the values that the codes stand for."""
    codes: bytes
    """uint16, a row for each column."""


class _Person(NamedTuple):
    id: int
    name: str
    given: str
    company: str
    title: str
    email: str
    slug: str | None
    source: str | None


class _Detail(NamedTuple):
    person: int
    kind: str
    value: str


_BLOCK_COLUMNS = (SpelledBlock.block, SpelledBlock.people, SpelledBlock.words, SpelledBlock.codes)
_ALL_BLOCKS = Query(
    _Block,
    lambda: (
        SpelledBlock.select(*_BLOCK_COLUMNS)
        .where(SpelledBlock.version == SPELLING_VERSION)
        .order_by(SpelledBlock.block)
    ),
    raw=True,
)
_BLOCKS = Query(
    _Block,
    lambda: SpelledBlock.select(*_BLOCK_COLUMNS).where(
        SpelledBlock.version == SPELLING_VERSION, SpelledBlock.block.in_(params("blocks"))
    ),
    raw=True,
)
_BLOCK_NUMBERS = Query(
    int, lambda: SpelledBlock.select(SpelledBlock.block).where(SpelledBlock.version == SPELLING_VERSION)
)
_FORGET_BLOCKS = Statement(lambda: SpelledBlock.delete().where(SpelledBlock.block.in_(params("blocks"))))
_IMPORTED_COUNT = Query(int, lambda: Person.select(fn.COUNT(Person.id)).where(Person.id < CAPTURED))
_LAST_IMPORTED = Query(int, lambda: Person.select(fn.COALESCE(fn.MAX(Person.id), 0)).where(Person.id < CAPTURED))
_EVERY_ID = Query(int, lambda: Person.select(Person.id), raw=True)
_IDS_BETWEEN = Query(
    int, lambda: Person.select(Person.id).where(Person.id.between(param("first"), param("last"))), raw=True
)


def cached_people() -> list[CachedPeople]:
    """Return all people of the store, in parts: the imported as they are kept, the others spelled now."""
    parts = [_from_block(block) for block in _ALL_BLOCKS.rows()]
    if _IMPORTED_COUNT.first() == sum(len(part.ids) for part in parts):
        return [*parts, _spell_people([_is_captured])]
    alive = set(_EVERY_ID.rows())  # an older picky has imported, or kept another spelling
    parts = [_take_people(part, alive) for part in parts]
    return [*parts, _spell_people(_among_ids(alive.difference(*(part.ids.tolist() for part in parts))))]


def update_cache(touched: Collection[int]) -> None:
    """Spell and keep the people an import touched, and those who are not kept yet."""
    last = _LAST_IMPORTED.first() or 0
    kept = set(_BLOCK_NUMBERS.rows())
    stale = {person for person in touched if person // BLOCK_SIZE in kept}
    parts = defaultdict(list)
    for spelled in (
        _spell_people(_in_blocks(set(range(last // BLOCK_SIZE + 1)) - kept)),
        _spell_people(_among_ids(stale)),
    ):
        for number, part in _split_by_block(spelled):
            parts[number].append(part)
    for block in _BLOCKS.rows(blocks=sorted(kept & {person // BLOCK_SIZE for person in stale})):
        first = block.block * BLOCK_SIZE
        alive = set(_IDS_BETWEEN.rows(first=first, last=first + BLOCK_SIZE - 1))
        parts[block.block].append(_take_people(_from_block(block), alive - stale))
    _FORGET_BLOCKS.run(blocks=list(parts))
    blocks = ((number, _concatenate(of_block)) for number, of_block in parts.items())
    insert_rows(SpelledBlock, _COLUMNS, (_to_row(number, people) for number, people in blocks if len(people.ids)))


def table_from_cells(cells: Mapping[str, Sequence[str]]) -> Table:
    """Return columns of cells, all of one length, as a raw table; one of them is `full_name`."""
    return Table({field: Column.of(column) for field, column in cells.items()}, len(cells["full_name"]))


def _from_block(block: _Block) -> CachedPeople:
    ids, words = np.frombuffer(block.people, np.int64), json.loads(block.words)
    columns = np.frombuffer(block.codes, np.uint16).reshape(-1, len(ids)).astype(np.int32)
    names = dict(zip(NAME_COLUMNS, columns, strict=False))
    others = zip(words["fields"], columns[len(NAME_COLUMNS) :], strict=True)
    table = normalised_table(words["names"], names, {field: Column(code, values) for (field, values), code in others})
    return CachedPeople(ids, table)


def _to_row(number: int, people: CachedPeople) -> tuple[int, int, bytes, str, bytes]:
    table = people.table
    others = {field: column for field, column in table.columns.items() if field not in NAME_COLUMNS}
    fields = [[field, column.values] for field, column in others.items()]
    words = canonical({"names": table.column("given").values, "fields": fields})
    codes = [table.column(name).codes for name in NAME_COLUMNS] + [column.codes for column in others.values()]
    return number, SPELLING_VERSION, people.ids.tobytes(), words, np.stack(codes).astype(np.uint16).tobytes()


def _take_people(people: CachedPeople, wanted: Collection[int]) -> CachedPeople:
    rows = np.flatnonzero(np.isin(people.ids, np.fromiter(wanted, np.int64)))
    return CachedPeople(people.ids[rows], take_rows(people.table, rows))


def _concatenate(parts: Sequence[CachedPeople]) -> CachedPeople:
    """Return the people of all parts, in the order of their numbers."""
    if len(parts) == 1:
        return parts[0]
    ids, table = np.concatenate([part.ids for part in parts]), concatenate([part.table for part in parts])
    if (ids[1:] > ids[:-1]).all():
        return CachedPeople(ids, table)
    order = np.argsort(ids, kind="stable")
    return CachedPeople(ids[order], take_rows(table, order))


def _split_by_block(people: CachedPeople) -> Iterable[tuple[int, CachedPeople]]:
    for number in np.unique(people.ids // BLOCK_SIZE).tolist():
        start, end = np.searchsorted(people.ids, (number * BLOCK_SIZE, (number + 1) * BLOCK_SIZE))
        yield number, CachedPeople(people.ids[start:end], take_rows(people.table, np.arange(start, end)))


def _spell_people(conditions: Iterable[Condition]) -> CachedPeople:
    """Return the people that each condition holds for, one condition after the other."""
    people: list[_Person] = []
    details: defaultdict[str, dict[int, str]] = defaultdict(dict)
    columns = (Person.id, Person.name, Person.given, Person.company, Person.title, Person.email, Person.slug)
    for condition in conditions:
        query = Person.select(*columns, Person.source).where(condition(Person.id)).order_by(Person.id)
        people += fetch(_Person, query, raw=True)
        handles = Handle.select(Handle.person, Handle.kind, Handle.value).where(condition(Handle.person))
        for detail in fetch(_Detail, handles.order_by(Handle.id), raw=True):
            details[detail.kind].setdefault(detail.person, detail.value)
    ids = np.array([person.id for person in people], np.int64)
    return CachedPeople(ids, normalise_columns(table_from_cells(_cells(people, details))))


def _cells(people: Sequence[_Person], details: Mapping[str, Mapping[int, str]]) -> dict[str, Sequence[str]]:
    """Return the cells of the matcher's columns; the name in two parts where the store knows the given name."""
    lengths = [len(person.given) if person.given and person.name.startswith(person.given) else 0 for person in people]
    in_parts = [0 < length < len(person.name) for person, length in zip(people, lengths, strict=True)]
    cells: dict[str, Sequence[str]] = {
        "full_name": ["" if two else person.name for person, two in zip(people, in_parts, strict=True)],
        "first_name": [person.given if two else "" for person, two in zip(people, in_parts, strict=True)],
        "last_name": [
            person.name[length:].strip() if two else ""
            for person, length, two in zip(people, lengths, in_parts, strict=True)
        ],
        "company": [person.company for person in people],
        "title": [person.title for person in people],
        "email": [person.email for person in people],
        "link": [f"linkedin.com/in/{person.slug}" if person.slug else "" for person in people],
        "source": [person.source or "linkedin" for person in people],
    }
    for kind, field in _DETAILS.items():
        if kind in details:
            own, more = cells.get(field, [""] * len(people)), details[kind]
            cells[field] = [text or more.get(person.id, "") for person, text in zip(people, own, strict=True)]
    return cells


def _in_blocks(numbers: Iterable[int]) -> list[Condition]:
    return [partial(_in_block, number) for number in sorted(numbers)]


def _among_ids(people: Iterable[int]) -> list[Condition]:
    return [partial(_is_one_of, ids) for ids in chunks(sorted(people))]


def _in_block(number: int, person: Any) -> Any:
    return person.between(number * BLOCK_SIZE, (number + 1) * BLOCK_SIZE - 1)


def _is_one_of(ids: Sequence[int], person: Any) -> Any:
    return person.in_(ids)


def _is_captured(person: Any) -> Any:
    return person >= CAPTURED
