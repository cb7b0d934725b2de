"""Tables of people out of CSV files of any kind, as columns, without ever holding the rows."""

from __future__ import annotations

import csv
import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TextIO

import numpy as np

from ..columns import ColumnMap, Field, map_columns
from ..errors import UnreadableFileError
from .table import Codes, Column, Table, Vocabulary

COMPARED_FIELDS = frozenset(
    {
        Field.ID,
        Field.SOURCE,
        Field.FIRST_NAME,
        Field.MIDDLE_NAME,
        Field.LAST_NAME,
        Field.FULL_NAME,
        Field.COMPANY,
        Field.TITLE,
        Field.EMAIL,
        Field.PHONE,
        Field.LINK,
        Field.CITY,
        Field.REGION,
        Field.COUNTRY,
        Field.POSTCODE,
        Field.ADDRESS,
        Field.STREET,
        Field.STREET_NUMBER,
        Field.PO_BOX,
        Field.DOB,
    }
)
"""What two people are compared by; other columns are left out."""
ROWS_AT_A_TIME = 1_000
ENCODINGS = ("utf-8-sig", "cp1252")
Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class FileSummary:
    """One file that was read, and what its columns were taken for."""

    path: Path
    rows: int
    columns: ColumnMap


class _Builder:
    """Collects columns chunk by chunk, each distinct value once."""

    def __init__(self) -> None:
        self.rows = 0
        self.ids: list[str] = []
        self._words: dict[Field, Vocabulary] = {}
        self._codes: dict[Field, list[Codes]] = {}

    def add(self, chunk: Rows, columns: Mapping[Field, int], source: str) -> None:
        cells = list(zip(*chunk, strict=True))
        for field, index in columns.items():
            if field is not Field.ID:
                self._append(field, self._vocabulary(field).encode(cells[index]))
        if source and Field.SOURCE not in columns:
            self._append(Field.SOURCE, self._vocabulary(Field.SOURCE).encode([source]).repeat(len(chunk)))
        numbers = map(str, range(self.rows + 1, self.rows + len(chunk) + 1))
        self.ids.extend(cells[columns[Field.ID]] if Field.ID in columns else numbers)
        self.rows += len(chunk)

    def _vocabulary(self, field: Field) -> Vocabulary:
        return self._words.setdefault(field, Vocabulary())

    def _append(self, field: Field, codes: Codes) -> None:
        parts = self._codes.setdefault(field, [])
        if not parts:  # the files before this one had no such column
            parts.append(np.zeros(self.rows, np.int32))
        parts.append(codes)

    def close_file(self) -> None:
        """Columns that this file lacks are missing in its rows."""
        for parts in self._codes.values():
            parts[:] = [np.concatenate(parts)]
            parts.append(np.zeros(self.rows - len(parts[0]), np.int32))

    def table(self) -> Table:
        columns = {
            str(field): Column(np.concatenate(codes), self._words[field].values) for field, codes in self._codes.items()
        }
        return Table(columns, self.rows)


def read_tables(
    paths: Sequence[Path], column_overrides: Mapping[str, str] | None = None
) -> tuple[Table, list[str], list[FileSummary]]:
    """Return all files as one table, the id of every row, and how each file was understood.

    A row's id is what its `rec_id` or `id` column says, else its number, counted from 1 through all files.
    Each file is a source of its own unless it has a column for that. `column_overrides` maps columns to fields by hand.

    Raises `UnreadableFileError` for a file that is no table of people.
    """
    builder, files = _Builder(), []
    for path in paths:
        before = builder.rows
        with paused_gc(), _open_text(path) as file:
            header, chunks = _rows(file, path)
            mapping = map_columns(header, column_overrides)
            used = _compared_columns(mapping)
            if not set(used) - {Field.ID, Field.SOURCE}:
                raise UnreadableFileError(
                    f"No column of {path.name} says who someone is.", "Name one with --map COLUMN=FIELD."
                )
            for chunk in chunks:
                builder.add(chunk, used, path.name if len(paths) > 1 else "")
        builder.close_file()
        files.append(FileSummary(path, builder.rows - before, mapping))
    return builder.table(), builder.ids, files


def _compared_columns(mapping: ColumnMap) -> dict[Field, int]:
    """Return the first column of each field that two people are compared by."""
    columns = {field: indices[0] for field, indices in mapping.columns.items() if field in COMPARED_FIELDS}
    if Field.STREET in columns:
        columns.pop(Field.ADDRESS, None)  # the second line of an address that has its street in a column of its own
    return columns


@contextmanager
def paused_gc() -> Iterator[None]:
    """Pause garbage collection: millions of small values come, and none of them is in a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _open_text(path: Path) -> TextIO:
    for encoding in ENCODINGS:
        try:
            with path.open(encoding=encoding, newline="") as file:
                while file.read(1 << 20):
                    pass
        except UnicodeDecodeError:
            continue
        except OSError as problem:
            raise UnreadableFileError(f"Cannot read {path.name}: {problem.strerror}.") from problem
        return path.open(encoding=encoding, newline="")
    raise UnreadableFileError(f"{path.name} is not a text file.", "Export it as CSV in UTF-8.")


def _rows(file: TextIO, path: Path) -> tuple[list[str], Iterator[Rows]]:
    reader = csv.reader(file, delimiter=_delimiter(file))
    header = next(reader, None)
    if not header:
        raise UnreadableFileError(f"{path.name} is empty.", "It needs a line that names its columns.")
    return header, _chunks(reader, len(header))


def _delimiter(file: TextIO) -> str:
    start = file.readline()
    file.seek(0)
    return max(",;\t|", key=start.count)


def _chunks(reader: Iterator[list[str]], width: int) -> Iterator[Rows]:
    """Rows by the thousand, blank ones left out, short ones filled up and long ones cut."""
    while chunk := list(islice(reader, ROWS_AT_A_TIME)):
        if set(map(len, chunk)) != {width}:
            chunk = [(row + [""] * width)[:width] for row in chunk if row]
        if chunk:
            yield chunk
