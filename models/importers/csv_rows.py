"""Real-world CSV: any encoding, delimiter and preamble; the header is found, not assumed; rows carry their line numbers."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import IO

from .archive import Member

csv.field_size_limit(16 << 20)  # letters; Python's own limit is 128 K, and one message may be longer

_DELIMITERS = ",;\t"
_HEAD_BYTES = 64 * 1024
"""How much of a file is looked at for its header, and for its encoding."""
_HEADER_ROWS = 40
"""How many rows may stand above a header, and the header itself."""


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A CSV file whose header was recognised; `rows` may be read more than once."""

    member: Member
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    header_line: int

    def column(self, *names: str) -> int:
        """Return the index of the first of these columns that is there, or -1. Case, spaces and underscores are equal."""
        keys = [column_key(name) for name in self.header]
        return next((keys.index(column_key(name)) for name in names if column_key(name) in keys), -1)

    def reader_of(self, *columns: str | tuple[str, ...]) -> Callable[[list[str]], tuple[str, ...]]:
        """Return what picks the cells of these columns out of a row; a column that is not there is always empty.

        Args:
            columns: At least two, each by its name, or by the names it had over the years.
        """
        names = [(column,) if isinstance(column, str) else column for column in columns]
        places = [self.column(*alternatives) for alternatives in names]
        pick: Callable[[list[str]], tuple[str, ...]] = itemgetter(*places)
        return pick if min(places) >= 0 else lambda cells: pick([*cells, ""])

    def rows(self, *, flat: bool) -> Iterator[tuple[int, list[str] | None]]:
        """Yield each data row as its line number and at least as many cells as the header; blank rows are left out.

        A `flat` file has one line per row, so an unclosed quote costs that row alone (`None`) and not all that follow.
        """
        width, above = len(self.header), self.header_line
        with text_of(self.member, self.encoding) as lines:
            for _ in islice(lines, above):
                pass
            for number, cells in self._line_by_line(lines) if flat else self._as_csv(lines):
                if cells is None:
                    yield above + number, None
                elif any(cells):
                    if len(cells) < width:
                        cells += [""] * (width - len(cells))
                    yield above + number, cells

    def _as_csv(self, lines: IO[str]) -> Iterator[tuple[int, list[str] | None]]:
        reader = csv.reader(lines, delimiter=self.delimiter)
        is_read = False
        while not is_read:
            number = reader.line_num + 1
            try:
                for cells in reader:
                    yield number, cells
                    number = reader.line_num + 1
                is_read = True
            except csv.Error:
                yield number, None

    def _line_by_line(self, lines: IO[str]) -> Iterator[tuple[int, list[str] | None]]:
        for number, line in (numbered := enumerate(lines, start=1)):
            cells = self._parse(line)
            if cells is None:  # a line break inside quotes is legal CSV: look one line further, no more
                further_number, further = next(numbered, (number, ""))
                cells = self._parse(line + further)
                if cells is None or len(cells) != len(self.header):
                    yield number, None
                    number, cells = further_number, self._parse(further)
            yield number, cells

    def _parse(self, line: str) -> list[str] | None:
        """Return the cells of one line, `None` when a quote in it is not closed."""
        plain = line.rstrip("\r\n")
        is_plain = '"' not in plain and "\r" not in plain
        if is_plain:  # as nearly all are: making a reader for each takes three times as long
            return plain.split(self.delimiter)
        try:
            return next(csv.reader((line,), delimiter=self.delimiter, strict=True), [])
        except csv.Error:
            return None


def column_key(name: str) -> str:
    """Return a column's name as it is compared."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def open_table(member: Member, is_header: Callable[[frozenset[str]], bool]) -> CsvTable | None:
    """Return the member as a table when one of its first rows is a header that `is_header` takes, else `None`.

    Args:
        member: The file.
        is_header: Given the `column_key` of every cell of a row, says whether that row is the header.
    """
    with member.open() as file:
        head = file.read(_HEAD_BYTES)
    encoding = _encoding(head, member)
    text = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    for delimiter in _DELIMITERS:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for cells in _up_to_an_error(islice(reader, _HEADER_ROWS)):
            if is_header(frozenset(map(column_key, cells))):
                header = tuple(cell.strip().lstrip("\ufeff") for cell in cells)
                return CsvTable(member, encoding, delimiter, header, reader.line_num)
    return None


def text_of(member: Member, encoding: str) -> IO[str]:
    """Open the member as text, line ends kept; what cannot be decoded becomes U+FFFD."""
    return io.TextIOWrapper(member.open(), encoding, errors="replace", newline="")


def _up_to_an_error(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error:
        return


def _encoding(head: bytes, member: Member) -> str:
    """Return the encoding by its mark, by its zero bytes, or by whether all of the member is UTF-8."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if head.startswith(mark):
            return name
    if head[1:200:2].count(0) > len(head[1:200:2]) // 2:
        return "utf-16-le"
    if head[0:200:2].count(0) > len(head[0:200:2]) // 2:
        return "utf-16-be"
    return "utf-8" if _is_mostly_utf8(member) else "cp1252"


def _is_mostly_utf8(member: Member) -> bool:
    """Say whether the member reads as UTF-8: a damaged letter among many good ones is damage, not another encoding."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    bad = good = 0
    with member.open() as file:
        while piece := file.read(1 << 20):
            if piece.isascii():
                continue
            text = decoder.decode(piece)
            damaged = text.count("\N{REPLACEMENT CHARACTER}")
            bad += damaged
            good += sum(1 for letter in text if letter > "\x7f") - damaged if damaged else 1
    return bad <= good
