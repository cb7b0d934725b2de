"""Find the header of an unknown table: the row that names most fields, else the one its cells fit best."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ...columns import Field, known_headers, map_columns
from ...text.folding import slug_of
from ..archive import Member
from ..csv_rows import CsvTable, column_key, open_table, text_of
from .cell_values import emails

_DELIMITERS = ",;\t|"
_HEAD = 64 * 1024
_SEARCHED = 40
_BARE = {(Field.FULL_NAME,), (Field.ID, Field.FULL_NAME)}  # a list of skills, too, has a column called Name


@dataclass(frozen=True, slots=True)
class _Candidate:
    header: tuple[str, ...]
    line: int
    delimiter: str
    known: int


def find_table(member: Member, told: Collection[str] = ()) -> CsvTable | None:
    """Return the member as a table when it holds a table of people, else `None`; `told` names columns the user pointed at."""
    probe = open_table(member, bool)
    head = _head(member, probe.encoding) if probe else ""
    if probe is None or "\0" in head:
        return None
    candidates = [
        found for delimiter in _DELIMITERS for found in _candidates(head, delimiter, set(map(column_key, told)))
    ]
    best = max(candidates, key=lambda candidate: (candidate.known, -candidate.line), default=None)
    if best is None or not (told or _is_people(best.header)):
        best = _by_cells(head)
    if best is None:
        return None
    return replace(probe, delimiter=best.delimiter, header=best.header, header_line=best.line)


def bare_table(member: Member) -> CsvTable | None:
    """Return the member as a table whatever its columns are called: its first row as wide as most is taken for the header."""
    probe = open_table(member, bool)
    head = _head(member, probe.encoding) if probe else ""
    if probe is None or "\0" in head:
        return None
    tables = [(delimiter, _as_wide_as_most(head, delimiter)) for delimiter in _DELIMITERS]
    delimiter, rows = max(tables, key=lambda table: len(table[1]) * (len(table[1][0][1]) - 1) if table[1] else -1)
    if len(rows) < 2:
        return None
    line, header = rows[0]
    return replace(probe, delimiter=delimiter, header=tuple(header), header_line=line)


def _as_wide_as_most(head: str, delimiter: str) -> list[tuple[int, list[str]]]:
    rows = [(line, cells) for line, cells in _rows(head, delimiter) if any(cells)]
    width = Counter(len(cells) for _, cells in rows).most_common(1)
    return [(line, cells) for line, cells in rows if len(cells) == width[0][0]] if width else []


def _head(member: Member, encoding: str) -> str:
    with text_of(member, encoding) as text:
        return text.read(_HEAD)


def _rows(head: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
    try:
        for cells in islice(reader, _SEARCHED):
            yield reader.line_num, [cell.strip().lstrip("\ufeff") for cell in cells]
    except csv.Error:
        return


def _candidates(head: str, delimiter: str, told: set[str]) -> Iterator[_Candidate]:
    for line, cells in _rows(head, delimiter):
        if told and not told <= set(map(column_key, cells)):
            continue
        known = known_headers(cells)
        if (known or told) and not any(map(_is_value, cells)):
            yield _Candidate(tuple(cells), line, delimiter, known)


def _is_value(cell: str) -> bool:
    """Return whether a cell is someone's, and no column's name."""
    return bool(emails(cell) or slug_of(cell)) or "://" in cell


def _is_people(header: Sequence[str]) -> bool:
    columns = map_columns(header)
    return columns.names_people and tuple(columns.columns) not in _BARE


def _by_cells(head: str) -> _Candidate | None:
    """Return a table whose header says nothing, but one of whose columns holds addresses or profile links; or has no header."""
    for delimiter in _DELIMITERS:
        rows = [(line, cells) for line, cells in _rows(head, delimiter) if len(cells) > 1]
        width = Counter(len(cells) for _, cells in rows).most_common(1)
        table = [(line, cells) for line, cells in rows if len(cells) == width[0][0]] if width else []
        if len(table) > 1:
            line, first = table[0]
            bare = any(map(_is_value, first))
            header = tuple(f"Column {number}" for number in range(1, len(first) + 1)) if bare else tuple(first)
            if _has_people(header, [cells for _, cells in table[not bare :]]):
                return _Candidate(header, line - 1 if bare else line, delimiter, 0)
    return None


def _has_people(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    columns = map_columns(header, sample=rows)
    links = [row[index] for row in rows for index in columns.of(Field.LINK) if index < len(row)]
    return columns.names_people or any(map(slug_of, links))
