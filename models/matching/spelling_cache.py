"""Everyone in the store in the matcher's spelling, kept in blocks, so that an import spells only whom it touched."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from ..store import CAPTURED, Handle, Person, SpelledBlock
from ..store.base import canonical
from ..store.database import insert_rows
from ..store.query import chunks, plain_rows, value
from .normalise_table import NAME_COLUMNS, concatenate, normalise_columns, normalised_table, take_rows
from .table import Column, Table

SPELLING_VERSION = 1
"""Goes up by one whenever a value is spelled otherwise than before: what an older picky kept is then not read."""
BLOCK_SIZE = 2048
_COLUMNS = ("block", "version", "people", "words", "codes")
_DETAILS = {"email": "email", "phone": "phone", "city": "city", "region": "region", "country": "country",
            "street": "street", "postcode": "postcode", "birthday": "dob"}  # fmt: skip
PersonIds = npt.NDArray[np.int64]
CachedPeople = tuple[PersonIds, Table]
"""People in the order of their numbers, and how they are spelled."""
Condition = Callable[[Any], Any]
"""A condition on the number of a person."""


def cached_people() -> list[CachedPeople]:
    """All people of the store, in parts: those of imports as they are kept, the others spelled now."""
    kept = [_from_row(row) for row in plain_rows(_stored_blocks())]
    imported = Person.id < CAPTURED
    if Person.select().where(imported).count() == sum(len(ids) for ids, _ in kept):
        return [*kept, _spell_people([_is_captured])]
    alive = {row[0] for row in plain_rows(Person.select(Person.id))}  # an older picky has imported, or kept otherwise
    kept = [_take_people(some, alive) for some in kept]
    return [*kept, _spell_people(_among_ids(alive.difference(*(ids.tolist() for ids, _ in kept))))]


def update_cache(touched: Collection[int]) -> None:
    """Spell whom an import touched, and who is not kept yet; and keep that."""
    last = int(value(Person.select(Person.id).where(Person.id < CAPTURED).order_by(Person.id.desc()), 0))
    held = {row[0] for row in plain_rows(_stored_blocks().select(SpelledBlock.block))}
    missing = set(range(last // BLOCK_SIZE + 1)) - held
    stale = {person for person in touched if person // BLOCK_SIZE in held}
    blocks = defaultdict(list)
    for some in (_spell_people(_in_blocks(missing)), _spell_people(_among_ids(stale))):
        for number, part in _split_by_block(some):
            blocks[number].append(part)
    for number in sorted(held & {person // BLOCK_SIZE for person in stale}):
        alive = {row[0] for row in plain_rows(Person.select(Person.id).where(_in_block(number, Person.id)))}
        row = plain_rows(_stored_blocks().where(SpelledBlock.block == number))[0]
        blocks[number].append(_take_people(_from_row(row), alive - stale))
    for numbers in chunks(blocks):
        SpelledBlock.delete().where(SpelledBlock.block.in_(numbers)).execute()
    made = ((number, _concatenate(parts)) for number, parts in blocks.items())
    insert_rows(SpelledBlock, _COLUMNS, (_to_row(number, some) for number, some in made if len(some[0])))


def table_from_cells(cells: Mapping[str, Sequence[str]]) -> Table:
    """Columns as the matcher takes them."""
    return Table({field: Column.of(column) for field, column in cells.items()}, len(cells["full_name"]))


def _stored_blocks() -> Any:
    kept = SpelledBlock.select(SpelledBlock.people, SpelledBlock.words, SpelledBlock.codes)
    return kept.where(SpelledBlock.version == SPELLING_VERSION).order_by(SpelledBlock.block)


def _from_row(row: tuple[Any, ...]) -> CachedPeople:
    people, words, codes = row
    ids, kept = np.frombuffer(people, np.int64), json.loads(words)
    columns = np.frombuffer(codes, np.uint16).reshape(-1, len(ids)).astype(np.int32)
    named = dict(zip(NAME_COLUMNS, columns, strict=False))
    rest = zip(kept["fields"], columns[len(NAME_COLUMNS) :], strict=True)
    return ids, normalised_table(kept["names"], named, {field: Column(code, values) for (field, values), code in rest})


def _to_row(number: int, some: CachedPeople) -> tuple[Any, ...]:
    ids, table = some
    rest = {field: column for field, column in table.columns.items() if field not in NAME_COLUMNS}
    words = {"names": table.column("given").values, "fields": [[f, column.values] for f, column in rest.items()]}
    codes = [table.column(name).codes for name in NAME_COLUMNS] + [column.codes for column in rest.values()]
    return number, SPELLING_VERSION, ids.tobytes(), canonical(words), np.stack(codes).astype(np.uint16).tobytes()


def _take_people(some: CachedPeople, wanted: Collection[int]) -> CachedPeople:
    ids, table = some
    rows = np.flatnonzero(np.isin(ids, np.fromiter(wanted, np.int64)))
    return ids[rows], take_rows(table, rows)


def _concatenate(parts: Sequence[CachedPeople]) -> CachedPeople:
    if len(parts) == 1:
        return parts[0]
    ids, table = np.concatenate([ids for ids, _ in parts]), concatenate([table for _, table in parts])
    order = np.argsort(ids, kind="stable")
    return (ids, table) if (ids[1:] > ids[:-1]).all() else (ids[order], take_rows(table, order))


def _split_by_block(some: CachedPeople) -> Iterable[tuple[int, CachedPeople]]:
    ids, table = some
    for number in np.unique(ids // BLOCK_SIZE).tolist():
        start, end = np.searchsorted(ids, (number * BLOCK_SIZE, (number + 1) * BLOCK_SIZE))
        yield number, (ids[start:end], take_rows(table, np.arange(start, end)))


def _spell_people(which: Iterable[Condition]) -> CachedPeople:
    """The people that a condition is true of, each condition a query of its own."""
    held: list[tuple[Any, ...]] = []
    details: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for condition in which:
        columns = (Person.id, Person.name, Person.given, Person.company, Person.title, Person.email, Person.slug)
        held += plain_rows(Person.select(*columns, Person.source).where(condition(Person.id)).order_by(Person.id))
        handles = Handle.select(Handle.person, Handle.kind, Handle.value).where(condition(Handle.person))
        for person, kind, text in plain_rows(handles.order_by(Handle.id)):
            details[kind].setdefault(person, text)
    ids = [row[0] for row in held]
    return np.array(ids, np.int64), normalise_columns(table_from_cells(_cells(ids, held, details)))


def _cells(
    ids: Sequence[int], held: Sequence[tuple[Any, ...]], details: Mapping[str, Mapping[int, str]]
) -> dict[str, Sequence[str]]:
    _, names, givens, companies, titles, emails, slugs, sources = zip(*held, strict=True) if held else [()] * 8
    known = [len(given) if given and name.startswith(given) else 0 for name, given in zip(names, givens, strict=True)]
    apart = [0 < length < len(name) for name, length in zip(names, known, strict=True)]
    cells: dict[str, Sequence[str]] = {
        "full_name": ["" if two else name for name, two in zip(names, apart, strict=True)],
        "first_name": [given if two else "" for given, two in zip(givens, apart, strict=True)],
        "last_name": [
            name[length:].strip() if two else "" for name, length, two in zip(names, known, apart, strict=True)
        ],
        "company": companies,
        "title": titles,
        "email": emails,
        "link": [f"linkedin.com/in/{slug}" if slug else "" for slug in slugs],
        "source": [source or "linkedin" for source in sources],
    }
    for kind, field in _DETAILS.items():
        if kind in details:
            own, more = cells.get(field, [""] * len(ids)), details[kind]
            cells[field] = [text or more.get(person, "") for person, text in zip(ids, own, strict=True)]
    return cells


def _in_blocks(numbers: Iterable[int]) -> list[Condition]:
    return [partial(_in_block, number) for number in sorted(numbers)]


def _among_ids(people: Iterable[int]) -> list[Condition]:
    return [partial(_is_one_of, some) for some in chunks(sorted(people))]


def _in_block(number: int, person: Any) -> Any:
    return person.between(number * BLOCK_SIZE, (number + 1) * BLOCK_SIZE - 1)


def _is_one_of(some: Sequence[int], person: Any) -> Any:
    return person.in_(some)


def _is_captured(person: Any) -> Any:
    return person >= CAPTURED
