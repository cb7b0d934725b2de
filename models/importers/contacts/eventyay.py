"""Eventyay's lead scans are no valid CSV: a cell is quoted only when it holds a comma, line breaks and quotes are not.

Inner quotes are doubled everywhere, and every record begins with an id, an exhibitor, a badge id, a day and a time: enough
to put it together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..csv_rows import CsvTable, text_of

_MAX_LINES = 200  # of one note; what is longer has lost its beginning
_CELL = r'(?:"(?:[^"]|"")*"|[^,"\r\n]*)'
_BEGINS = re.compile(rf"[^,\r\n]*,{_CELL},{_CELL},\d{{4}}-\d\d-\d\d,\d\d:\d\d(?::\d\d)?,")


def lead_rows(table: CsvTable) -> Iterator[tuple[int, list[str] | None]]:
    """Yield each scan as its line number and cells; `None` for one that does not have as many cells as the header."""
    for number, record in _records(table):
        cells = split_cells(record, table.delimiter)
        yield number, cells if len(cells) == len(table.header) else None


def _records(table: CsvTable) -> Iterator[tuple[int, str]]:
    with text_of(table.member, table.encoding) as lines:
        began, gathered = 0, list[str]()
        for number, line in enumerate(islice(lines, table.header_line, None), start=table.header_line + 1):
            if gathered and len(gathered) < _MAX_LINES and not _BEGINS.match(line):
                gathered.append(line)
                continue
            if any(part.strip() for part in gathered):
                yield began, "".join(gathered).rstrip("\r\n")
            began, gathered = number, [line]
        if any(part.strip() for part in gathered):
            yield began, "".join(gathered).rstrip("\r\n")


def split_cells(record: str, delimiter: str = ",") -> list[str]:
    """Return the cells of a record: one that opens with an odd number of quotes is quoted, all others run to the next comma."""
    cells, at = list[str](), 0
    while at <= len(record):
        opening = len(record) - at - len(record[at:].lstrip('"'))
        end = _closing(record, at + 1, delimiter) if opening % 2 else record.find(delimiter, at)
        end = len(record) if end < 0 else end
        text = record[at + 1 : end - 1] if opening % 2 and end > at + 1 else record[at:end]
        cells.append(text.replace('""', '"'))
        at = end + 1
    return cells


def _closing(record: str, start: int, delimiter: str) -> int:
    """Return where the quoted cell that began before `start` ends: after a quote that is not doubled."""
    at = start
    while (at := record.find('"', at)) >= 0:
        if record[at + 1 : at + 2] != '"':
            return at + 1 if record[at + 1 : at + 2] in (delimiter, "") else record.find(delimiter, at)
        at += 2
    return -1
