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
from .normalise_table import NAMES, joined, part_of, spelled, table_of
from .table import Column, Table

SPELLING = 1
"""Goes up by one whenever a value is spelled otherwise than before: what an older picky kept is then not read."""
SIZE = 2048
_COLUMNS = ("block", "version", "people", "words", "codes")
_DETAILS = {"email": "email", "phone": "phone", "city": "city", "region": "region", "country": "country",
            "street": "street", "postcode": "postcode", "birthday": "dob"}  # fmt: skip
Ids = npt.NDArray[np.int64]
Some = tuple[Ids, Table]
"""People in the order of their numbers, and how they are spelled."""
Which = Callable[[Any], Any]
"""A condition on the number of a person."""


def everyone() -> list[Some]:
    """All people of the store, in parts: those of imports as they are kept, the others spelled now."""
    kept = [_read(row) for row in plain_rows(_held())]
    imported = Person.id < CAPTURED
    if Person.select().where(imported).count() == sum(len(ids) for ids, _ in kept):
        return [*kept, _spell([_captured])]
    alive = {row[0] for row in plain_rows(Person.select(Person.id))}  # an older picky has imported, or kept otherwise
    kept = [_only(some, alive) for some in kept]
    return [*kept, _spell(_among(alive.difference(*(ids.tolist() for ids, _ in kept))))]


def keep(touched: Collection[int]) -> None:
    """Spell whom an import touched, and who is not kept yet; and keep that."""
    last = int(value(Person.select(Person.id).where(Person.id < CAPTURED).order_by(Person.id.desc()), 0))
    held = {row[0] for row in plain_rows(_held().select(SpelledBlock.block))}
    missing = set(range(last // SIZE + 1)) - held
    stale = {person for person in touched if person // SIZE in held}
    blocks = defaultdict(list)
    for some in (_spell(_blocks(missing)), _spell(_among(stale))):
        for number, part in _by_block(some):
            blocks[number].append(part)
    for number in sorted(held & {person // SIZE for person in stale}):
        alive = {row[0] for row in plain_rows(Person.select(Person.id).where(_in_block(number, Person.id)))}
        row = plain_rows(_held().where(SpelledBlock.block == number))[0]
        blocks[number].append(_only(_read(row), alive - stale))
    for numbers in chunks(blocks):
        SpelledBlock.delete().where(SpelledBlock.block.in_(numbers)).execute()
    made = ((number, _together(parts)) for number, parts in blocks.items())
    insert_rows(SpelledBlock, _COLUMNS, (_row(number, some) for number, some in made if len(some[0])))


def as_table(cells: Mapping[str, Sequence[str]]) -> Table:
    """Columns as the matcher takes them."""
    return Table({field: Column.of(column) for field, column in cells.items()}, len(cells["full_name"]))


def _held() -> Any:
    kept = SpelledBlock.select(SpelledBlock.people, SpelledBlock.words, SpelledBlock.codes)
    return kept.where(SpelledBlock.version == SPELLING).order_by(SpelledBlock.block)


def _read(row: tuple[Any, ...]) -> Some:
    people, words, codes = row
    ids, kept = np.frombuffer(people, np.int64), json.loads(words)
    columns = np.frombuffer(codes, np.uint16).reshape(-1, len(ids)).astype(np.int32)
    named = dict(zip(NAMES, columns, strict=False))
    rest = zip(kept["fields"], columns[len(NAMES) :], strict=True)
    return ids, table_of(kept["names"], named, {field: Column(code, values) for (field, values), code in rest})


def _row(number: int, some: Some) -> tuple[Any, ...]:
    ids, table = some
    rest = {field: column for field, column in table.columns.items() if field not in NAMES}
    words = {"names": table.column("given").values, "fields": [[f, column.values] for f, column in rest.items()]}
    codes = [table.column(name).codes for name in NAMES] + [column.codes for column in rest.values()]
    return number, SPELLING, ids.tobytes(), canonical(words), np.stack(codes).astype(np.uint16).tobytes()


def _only(some: Some, wanted: Collection[int]) -> Some:
    ids, table = some
    rows = np.flatnonzero(np.isin(ids, np.fromiter(wanted, np.int64)))
    return ids[rows], part_of(table, rows)


def _together(parts: Sequence[Some]) -> Some:
    if len(parts) == 1:
        return parts[0]
    ids, table = np.concatenate([ids for ids, _ in parts]), joined([table for _, table in parts])
    order = np.argsort(ids, kind="stable")
    return (ids, table) if (ids[1:] > ids[:-1]).all() else (ids[order], part_of(table, order))


def _by_block(some: Some) -> Iterable[tuple[int, Some]]:
    ids, table = some
    for number in np.unique(ids // SIZE).tolist():
        start, end = np.searchsorted(ids, (number * SIZE, (number + 1) * SIZE))
        yield number, (ids[start:end], part_of(table, np.arange(start, end)))


def _spell(which: Iterable[Which]) -> Some:
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
    return np.array(ids, np.int64), spelled(as_table(_cells(ids, held, details)))


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


def _blocks(numbers: Iterable[int]) -> list[Which]:
    return [partial(_in_block, number) for number in sorted(numbers)]


def _among(people: Iterable[int]) -> list[Which]:
    return [partial(_one_of, some) for some in chunks(sorted(people))]


def _in_block(number: int, person: Any) -> Any:
    return person.between(number * SIZE, (number + 1) * SIZE - 1)


def _one_of(some: Sequence[int], person: Any) -> Any:
    return person.in_(some)


def _captured(person: Any) -> Any:
    return person >= CAPTURED
