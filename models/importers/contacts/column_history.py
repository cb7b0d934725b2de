"""How the rows of each run were read, so that they can be explained and read differently later."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ...columns import ColumnMap, Field
from ...store import ImportRun, SourceRecord
from ...store.query import Query, Statement, chunks, param, params, rows
from ..records import ContactRecord
from .attendance import ListEvent
from .recognise import Reader, layout_named
from .table_rows import person, table_reading

_SAMPLED = 200
_UNKNOWN = ColumnMap((), {})


class _RunRow(NamedTuple):
    """What a run knows of its columns and of the occasion."""

    id: int
    columns: dict[str, list[int]]
    event: str
    event_on: date | None
    place: str
    met: bool


_KNOWN = Query(
    _RunRow,
    lambda: ImportRun.select(
        ImportRun.id, ImportRun.columns, ImportRun.event, ImportRun.event_on, ImportRun.place, ImportRun.met
    ).where(ImportRun.id.in_(params("runs")), ImportRun.columns.is_null(False)),
)
_KEEP = Statement(
    lambda: ImportRun.update(
        columns=param("columns"), event=param("event"), event_on=param("on"), place=param("place"), met=param("met")
    ).where(ImportRun.id == param("run"))
)


@dataclass(frozen=True, slots=True)
class RunColumns:
    """Which columns meant what in a run, and where its people were said to be."""

    kind: str
    columns: ColumnMap
    occasion: ListEvent

    def drafts(self, sample: Sequence[Sequence[str]]) -> Callable[[int, list[str]], ContactRecord | None]:
        """Return the reader of one row as it was read then; `sample` is some of the list's rows."""
        layout = layout_named(self.kind)
        return person(table_reading(self.columns, sample, layout.nobody, utc=layout.utc))


def keep_run_columns(run: int, reader: Reader, occasion: ListEvent) -> None:
    """Remember how the rows of this run were read; vCards say so themselves."""
    if reader.columns:
        columns = {field.value: list(found) for field, found in reader.columns.columns.items()}
        _KEEP.run(
            run=run, columns=columns, event=occasion.event, on=occasion.on, place=occasion.place, met=occasion.met
        )


def run_columns(runs: Mapping[int, tuple[str, Sequence[str]]], otherwise: ColumnMap) -> dict[int, RunColumns]:
    """Return how these runs (kind and header of each) were read; with the columns of `otherwise` where nobody remembers."""
    known = {row.id: row for row in _KNOWN.rows(runs=runs)}
    found = {}
    for run, (kind, header) in runs.items():
        if row := known.get(run):
            columns = {Field(name): tuple(indices) for name, indices in row.columns.items()}
            occasion = ListEvent(row.event, row.event_on, row.place, row.met)
            found[run] = RunColumns(kind, ColumnMap(tuple(header), columns), occasion)
        else:
            found[run] = RunColumns(kind, otherwise, ListEvent())
    return found


def readers_of_runs(runs: Collection[int]) -> dict[int, Callable[[int, list[str]], ContactRecord | None]]:
    """Return the reader of one row for each of these runs whose columns are remembered."""
    query = ImportRun.select(ImportRun.id, ImportRun.kind, ImportRun.header)
    tables = {
        run: (kind, header) for some in chunks(runs) for run, kind, header in rows(query.where(ImportRun.id.in_(some)))
    }
    found = run_columns(tables, _UNKNOWN)
    return {run: read.drafts(_first_rows(run)) for run, read in found.items() if read.columns is not _UNKNOWN}


def _first_rows(run: int) -> list[list[str]]:
    query = SourceRecord.select(SourceRecord.cells).where(SourceRecord.run == run).order_by(SourceRecord.row)
    return [json.loads(cells) for (cells,) in rows(query.limit(_SAMPLED))]
