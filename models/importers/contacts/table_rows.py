"""The rows of a table of people as contact drafts, once the meaning of its columns is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ...columns import ColumnMap, Field
from ...text.folding import fold_accents, squeeze
from ..csv_rows import CsvTable
from ..records import ContactRecord, RowProblem
from . import cell_values as read

NumberedRows = Iterator[tuple[int, list[str] | None]]

_SAMPLED = 200
_BLANK = frozenset(("-", "--", "–", "—", "n/a", "#n/a"))
_ADDRESS = (Field.STREET, Field.ADDRESS, Field.STREET_NUMBER, Field.CITY, Field.REGION, Field.POSTCODE, Field.COUNTRY)
_PLACE = re.compile(r"business|work|home|other|address \d+|geschaftlich|privat|\bcompany\b")


@dataclass(frozen=True, slots=True)
class TableReading:
    """How the rows of one file are read: its columns, and the few things its header does not tell."""

    columns: ColumnMap
    nobody: str = "it names nobody"
    """Why a row without a person stays outside."""
    utc: bool = False
    """Whether times without a zone are UTC."""
    day_first: bool = False
    """Whether 05/06/2026 is a day in June."""
    has_check_ins: bool = True
    """Whether anybody was checked in at all: else a blank cell says nothing."""


def sample(table: CsvTable) -> list[list[str]]:
    """Return the first rows of a table: what columns are guessed by."""
    return [cells for _, cells in islice(table.rows(flat=False), _SAMPLED) if cells is not None]


def table_reading(columns: ColumnMap, rows: Sequence[Sequence[str]], nobody: str, *, utc: bool) -> TableReading:
    """Return how a table is read, as far as its first rows tell."""

    def cells(*fields: Field) -> list[str]:
        return [row[index] for row in rows for index in columns.of(*fields) if index < len(row)]

    dated = cells(Field.DOB, Field.EVENT_DATE, Field.CHECKED_IN, Field.SCANNED_AT)
    return TableReading(
        columns,
        nobody,
        utc,
        day_first=any(map(read.is_day_first, dated)),
        has_check_ins=any(cell.strip() for cell in cells(Field.CHECKED_IN)),
    )


def contact_records(file: str, rows: NumberedRows, reading: TableReading) -> Iterator[ContactRecord | RowProblem]:
    """Yield each row as a draft, or as a problem when it cannot be read or names nobody."""
    make = person(reading)
    for number, cells in rows:
        if cells is None:
            yield RowProblem(file, number, "its cells cannot be told apart")
        elif draft := make(number, cells):
            yield draft
        else:
            yield RowProblem(file, number, reading.nobody)


def rows_with_quotes_closed(table: CsvTable) -> NumberedRows:
    """Yield the table's rows; from a quote on that is never closed, and has swallowed whole rows, line by line instead."""
    for number, cells in table.rows(flat=False):
        if cells is not None and _swallowed(cells, table):
            yield from (row for row in table.rows(flat=True) if row[0] >= number)
            return
        yield number, cells


def _swallowed(cells: Sequence[str], table: CsvTable) -> bool:
    """Return whether a cell holds lines that are rows of the table themselves."""
    inner = [line for cell in cells if "\n" in cell for line in cell.splitlines()[1:-1]]
    separators = len(table.header) - 1
    return len(inner) > 1 and separators > 1 and all(line.count(table.delimiter) >= separators for line in inner)


def person(reading: TableReading) -> Callable[[int, list[str]], ContactRecord | None]:
    """Return the reader of one row; it gives `None` for a row that names nobody."""
    columns = reading.columns
    places, visited = _places(columns), _visit(reading)
    texts = {field: columns.of(field) for field in Field}

    def text(cells: Sequence[str], *fields: Field) -> str:
        return next((cell for field in fields for index in texts[field] if (cell := _text(cells, index))), "")

    def every(cells: Sequence[str], *fields: Field) -> str:
        return "\n".join(cell for field in fields for index in texts[field] if (cell := _text(cells, index)))

    def make(row: int, cells: list[str]) -> ContactRecord | None:
        names = [text(cells, field) for field in (Field.FULL_NAME, Field.FIRST_NAME, Field.LAST_NAME)]
        full, given, family = map(read.as_name, names)
        middle, suffix = text(cells, Field.MIDDLE_NAME), text(cells, Field.SUFFIX)
        together = squeeze(" ".join((given, middle, family, suffix))) if given or family else ""
        addresses = read.emails("\n".join((every(cells, Field.EMAIL), *names)))
        links = read.links(every(cells, Field.LINK, Field.WEBSITE))
        street, city, region, postcode, country = _address(cells, places)
        draft = ContactRecord(
            row,
            cells,
            full or together,
            given,
            family,
            nickname=text(cells, Field.NICKNAME),
            maiden=text(cells, Field.MAIDEN_NAME),
            company=text(cells, Field.COMPANY),
            title=text(cells, Field.TITLE),
            emails=read.without_repeats(addresses),
            phones=read.phones(every(cells, Field.PHONE)),
            links=read.profiles_first(links),
            street=street,
            city=city,
            region=region,
            postcode=postcode,
            country=country,
            birthday=read.birthday(text(cells, Field.DOB), day_first=reading.day_first),
            note=every(cells, Field.NOTE),
            tags=read.without_repeats(tag for index in texts[Field.TAGS] for tag in read.labels(_text(cells, index))),
        )
        return visited(draft, cells) if draft.name or draft.emails or draft.phones or draft.links else None

    return make


def _text(cells: Sequence[str], index: int) -> str:
    """Return a cell without outer spaces; nothing for the marks that stand for nothing."""
    cell = cells[index].strip()
    return "" if cell.casefold() in _BLANK else cell


def _places(columns: ColumnMap) -> list[dict[Field, tuple[int, ...]]]:
    """Return the columns of each address of its own, so that no city of one is put beside the country of another."""
    places: dict[str, dict[Field, tuple[int, ...]]] = {}
    for field in _ADDRESS:
        for index in columns.of(field):
            named = _PLACE.search(fold_accents(columns.header[index]))
            place = places.setdefault(named[0] if named else "", {})
            place[field] = (*place.get(field, ()), index)
    return list(places.values())


def _address(cells: Sequence[str], places: Sequence[dict[Field, tuple[int, ...]]]) -> tuple[str, ...]:
    """Street, city, region, postcode and country of the first address of the row that says anything."""
    for place in places:
        said = {field: [line for index in indices if (line := _text(cells, index))] for field, indices in place.items()}
        if any(said.values()):
            first = [
                (said.get(field) or [""])[0] for field in (Field.CITY, Field.REGION, Field.POSTCODE, Field.COUNTRY)
            ]
            street = (said.get(Field.STREET_NUMBER) or []) + (said.get(Field.STREET) or said.get(Field.ADDRESS) or [])
            return squeeze(" ".join(street)), *first
    return "", "", "", "", ""


def _visit(reading: TableReading) -> Callable[[ContactRecord, Sequence[str]], ContactRecord]:
    """Adds to a draft what an event's list says beside the person: which event, whether they came, and when."""
    columns, day_first = reading.columns, reading.day_first
    events, days, statuses = map(columns.of, (Field.EVENT, Field.EVENT_DATE, Field.STATUS))
    check_ins, scans = columns.of(Field.CHECKED_IN), columns.of(Field.SCANNED_AT)

    def add(draft: ContactRecord, cells: Sequence[str]) -> ContactRecord:
        flags = [_text(cells, index) for index in check_ins]
        scanned = " ".join(cell for index in scans if (cell := _text(cells, index)))
        status = next((cell for index in statuses if (cell := _status(cells, index, columns))), "")
        moment = scanned or next(filter(read.is_moment, flags), "")
        return draft._replace(
            event=_first(cells, events),
            event_date=read.day(_first(cells, days), day_first=day_first),
            checked_in=_checked_in(flags if reading.has_check_ins else [], scanned, status),
            scanned_at=read.moment(moment, day_first=day_first, utc=reading.utc),
            status=read.attendance(status) if status else "",
        )

    return add if events or days or statuses or check_ins or scans else lambda draft, _: draft


def _first(cells: Sequence[str], indices: Sequence[int]) -> str:
    return next((cell for index in indices if (cell := _text(cells, index))), "")


def _status(cells: Sequence[str], index: int, columns: ColumnMap) -> str:
    """Return a status cell; Tito's void column says yes for a ticket that is not."""
    cell = _text(cells, index)
    if "void" not in fold_accents(columns.header[index]):
        return cell
    return "void" if read.has_come(cell) else ""


def _checked_in(flags: Sequence[str], scanned: str, status: str) -> bool | None:
    if scanned or any(map(read.has_come, flags)) or _was_there(status):
        return True
    if flags:
        return False
    said = read.attendance(status)
    return False if said in (*read.Attendance,) and said != read.Attendance.ATTENDING else None


def _was_there(status: str) -> bool:
    return fold_accents(status) in ("checked in", "attended", "present", "eingecheckt", "anwesend")
