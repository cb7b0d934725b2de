"""How the rows of each list were read, kept with its run: so that what they gave can be told, and read otherwise."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...columns import ColumnMap, Field
from ...store import Fact, ImportRun, SourceRecord
from ...store.facts import set_fact
from ...store.query import chunks, rows
from ..records import ContactRecord
from .attendance import Occasion
from .recognise import Reader, layout_named
from .table_rows import person, reading_of

_PREFIX = "read "
_SAMPLED = 200
_UNKNOWN = ColumnMap((), {})


@dataclass(frozen=True, slots=True)
class ReadAs:
    """Which columns meant what in a run, and where its people were said to be."""

    kind: str
    columns: ColumnMap
    occasion: Occasion

    def drafts(self, sample: Sequence[Sequence[str]]) -> Callable[[int, list[str]], ContactRecord | None]:
        """The reader of one row as it was read then; `sample` is some of the list's rows."""
        layout = layout_named(self.kind)
        return person(reading_of(self.columns, sample, layout.nobody, utc=layout.utc))


def keep_reading(run: int, reader: Reader, occasion: Occasion) -> None:
    """Remember how the rows of this run were read; vCards say so themselves."""
    if reader.columns:
        columns = {field.value: found for field, found in reader.columns.columns.items()}
        told = [occasion.event, occasion.on and occasion.on.isoformat(), occasion.place, occasion.met]
        set_fact(f"{_PREFIX}{run}", json.dumps({"columns": columns, "occasion": told}, sort_keys=True))


def readings(runs: Mapping[int, tuple[str, Sequence[str]]], otherwise: ColumnMap) -> dict[int, ReadAs]:
    """How these runs (kind and header of each) were read; with the columns of `otherwise` where nobody remembers."""
    held = Fact.select(Fact.key, Fact.value).where(Fact.key.startswith(_PREFIX))
    known = {key.removeprefix(_PREFIX): json.loads(text) for key, text in rows(held)}
    found = {}
    for run, (kind, header) in runs.items():
        if told := known.get(str(run)):
            columns = {Field(name): tuple(indices) for name, indices in told["columns"].items()}
            found[run] = ReadAs(kind, ColumnMap(tuple(header), columns), _occasion(told["occasion"]))
        else:
            found[run] = ReadAs(kind, otherwise, Occasion())
    return found


def row_readers(runs: Collection[int]) -> dict[int, Callable[[int, list[str]], ContactRecord | None]]:
    """The reader of one row for each of these runs whose columns are remembered."""
    query = ImportRun.select(ImportRun.id, ImportRun.kind, ImportRun.header)
    tables = {
        run: (kind, header) for some in chunks(runs) for run, kind, header in rows(query.where(ImportRun.id.in_(some)))
    }
    found = readings(tables, _UNKNOWN)
    return {run: read.drafts(_first_rows(run)) for run, read in found.items() if read.columns is not _UNKNOWN}


def _first_rows(run: int) -> list[list[str]]:
    query = SourceRecord.select(SourceRecord.cells).where(SourceRecord.run == run).order_by(SourceRecord.row)
    return [json.loads(cells) for (cells,) in rows(query.limit(_SAMPLED))]


def _occasion(told: Sequence[object]) -> Occasion:
    event, on, place, met = told
    return Occasion(str(event), date.fromisoformat(str(on)) if on else None, str(place), bool(met))
