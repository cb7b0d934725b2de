"""Which file each value of a person came from, and when."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from ..columns import ColumnMap, Field
from ..importers.contacts.column_history import run_columns
from ..queues.sides import FIELDS, Side, by_trust, merged_values, sides_of
from ..store import Handle, ImportRun, SourceRecord
from ..store.identity import choices_of, chosen_by
from ..store.query import rows
from ..text.folding import fold_accents


class Origin(NamedTuple):
    """A value, the newest file that has it, and the day of that file: of its export, or when it was taken in."""

    field: str
    value: str
    file: str
    on: date | None
    stands: bool
    """Whether it is the value shown for the person; others are known besides."""

    def json(self) -> dict[str, Any]:
        """Return what `picky person --json` gives."""
        return {**self._asdict(), "on": self.on.isoformat() if self.on else None}


_MEANT = {
    "name": (
        "full_name",
        "first_name",
        "middle_name",
        "last_name",
        "nickname",
        "maiden_name",
        "suffix",
        "courtesy",
        "email",
        "phone",
    ),
    "birthday": ("dob",),
    "street": ("street", "street_number", "address", "unit", "po_box"),
    "city": ("city", "address"),
    "country": ("country", "address"),
    "postcode": ("postcode", "address"),
}


class _Row(NamedTuple):
    file: str
    on: date
    is_linkedins: bool
    cells: list[str]
    columns: Mapping[Field, tuple[int, ...]]
    """Which cells mean what, in a list; in other files any cell may."""

    def says(self, field: str, value: str) -> bool:
        """Return whether all words of a value stand where the row speaks of this field."""
        wanted = _MEANT.get(field, (field,))
        at = [index for name, found in self.columns.items() if name in wanted for index in found]
        held = [self.cells[index] for index in at if index < len(self.cells)] if self.columns else self.cells
        text = fold_accents(" ".join(map(str, held)))
        return all(word in text for word in fold_accents(value).split())


def origins_of(kin: Sequence[int]) -> tuple[Origin, ...]:
    """Return every value known of these rows of one person, field by field; of each field first the one that stands."""
    sides = by_trust(sides_of(kin).values())
    stands = {field: text for field, (text, _) in merged_values(sides, choices_of(chosen_by(kin), kin)).items()}
    records, found = _records(kin), dict[tuple[str, str], Origin]()
    for side, field, text in _known(sides, kin):
        file, on = _origin(field, text, side, records[side.person])
        found.setdefault((field, fold_accents(text)), Origin(field, text, file, on, stands.get(field) == text))
    return tuple(sorted(found.values(), key=lambda each: (FIELDS.index(each.field), not each.stands)))


def _known(sides: Sequence[Side], kin: Sequence[int]) -> Iterator[tuple[Side, str, str]]:
    """Yield what each side shows, then what else is kept of it, such as a second address; what is shown comes first."""
    by_person = {side.person: side for side in sides}
    yield from ((side, field, text) for side in sides for field, text in side.values.items() if field in FIELDS)
    query = Handle.select(Handle.person, Handle.kind, Handle.value).where(
        Handle.person.in_(kin), Handle.kind.in_(FIELDS)
    )
    yield from ((by_person[person], field, text) for person, field, text in rows(query.order_by(Handle.id)))


def _records(kin: Sequence[int]) -> defaultdict[int, list[_Row]]:
    """Return the rows of files that each of them comes from, newest first."""
    found: defaultdict[int, list[_Row]] = defaultdict(list)
    runs = (ImportRun.id, ImportRun.kind, ImportRun.header, ImportRun.file, ImportRun.at, ImportRun.export_date)
    query = SourceRecord.select(SourceRecord.person, SourceRecord.cells, *runs).join(ImportRun)
    held = rows(
        query.where(SourceRecord.person.in_(kin), ImportRun.kind != "messages").order_by(SourceRecord.id.desc())
    )
    read_as = run_columns({row[2]: (row[3], row[4]) for row in held}, ColumnMap((), {}))
    for person, cells, run, _, _, file, at, export in held:
        columns = read_as[run].columns.columns
        found[person].append(_Row(file, export or at.date(), export is not None, json.loads(cells), columns))
    return found


def _origin(field: str, text: str, side: Side, records: Sequence[_Row]) -> tuple[str, date | None]:
    """Return the newest row with all words of the value; a value spelt otherwise in its file has the side's only file, if one."""
    having = [row for row in records if row.says(field, text)]
    if not having and len({row.file for row in records}) == 1:
        having = list(records)
    if not having:
        return side.source, None
    row = having[0]
    return "LinkedIn" if row.is_linkedins and side.slug else row.file, row.on
