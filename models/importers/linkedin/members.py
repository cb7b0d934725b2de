"""LinkedIn's "Get a copy of your data": which file is which, recognised by its header, in every form since 2018."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from ... import clock
from ..archive import Member
from ..csv_rows import CsvTable, column_key, open_table
from ..date_formats import maybe_day
from ..records import ConnectionRecord, Record, RowProblem
from . import rows

_COACH = re.compile(r"coach|guide|role.?play", re.IGNORECASE)
"""Chats with LinkedIn's AI coach have the header of messages.csv, and are nobody's."""
_ARCHIVE_DATE = re.compile(r"LinkedInDataExport_(\d{2})-(\d{2})-(\d{4})", re.IGNORECASE)
_EXTENSIONS = (".csv", ".tsv", ".txt")
_DAY_LETTERS = 11
"""How many letters of a moment hold its day, whatever the form."""
_CLOCK_SKEW = timedelta(days=2)
"""A date further ahead than this is a mistake; a mistyped year must not make every later archive an older one."""
_ABOUT_OWNER = ("profile", "events")
_ABOUT_OTHERS = frozenset(
    map(column_key, ("E-mail", "Email Address", "Company", "Company Name", "Organization", "Phone", "Attendee Name"))
)
"""Columns that no file about the owner alone has."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A file of the export: the columns it is recognised by, and how a row of it is read."""

    name: str
    columns: frozenset[str]
    reader: Callable[[CsvTable], rows.RowReader[Record]]
    dated: tuple[str, ...]
    """The column that may hold the newest date of the archive, under any of its names."""
    flat: bool
    """One line per row; only texts written at length hold line breaks of their own."""

    def fits(self, keys: frozenset[str]) -> bool:
        """Say whether a header with these column keys is this file's; a file about the owner has no one's address."""
        return self.columns <= keys and not (self.name in _ABOUT_OWNER and keys & _ABOUT_OTHERS)


def _kind(
    name: str, columns: str, reader: Callable[[CsvTable], rows.RowReader[Record]], *dated: str, flat: bool = False
) -> FileKind:
    return FileKind(name, frozenset(map(column_key, columns.split(","))), reader, dated, flat)


FILE_KINDS = (
    _kind("profile", "First Name,Last Name,Headline", rows.profile),
    _kind("addresses", "Email Address,Confirmed,Primary", rows.addresses, flat=True),
    _kind("connections", "First Name,Last Name,Connected On", rows.connections, "Connected On", flat=True),
    _kind("invitations", "From,To,Direction,Message", rows.invitations, "Sent At", "Date Sent", flat=True),
    _kind("messages", "From,To,Date,Content", rows.messages, "Date"),
    _kind("recommendations", "First Name,Last Name,Text,Creation Date", rows.recommendations, "Creation Date"),
    _kind("notes", "Connection First Name,Note", rows.notes, "Edited On", "Created On"),
    _kind("positions", "Company Name,Title,Started On", rows.positions),
    _kind("education", "School Name,Degree Name", rows.education),
    _kind("events", "Event Name,Event Time", rows.events),
)
"""In the order they are loaded: who the owner is comes first, then people, then what they wrote."""


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A recognised file of the archive."""

    kind: FileKind
    table: CsvTable

    @property
    def name(self) -> str:
        """The file's own name, without folders."""
        return self.table.member.base

    def records(self) -> Iterator[Record | RowProblem]:
        """Yield its rows; a row that cannot be read comes as a `RowProblem` in its place."""
        read = self.kind.reader(self.table)
        for number, cells in self.table.rows(flat=self.kind.flat):
            if cells is None:
                yield RowProblem(self.name, number, "a quote in this line is not closed")
                continue
            try:
                record = read(number, cells)
            except ValueError as error:
                yield RowProblem(self.name, number, rows.reason(error))
                continue
            if isinstance(record, ConnectionRecord) and record.connected_on is None:
                yield RowProblem(self.name, number, "no date that picky knows; taken in without one", lost=False)
            yield record


def export_files(members: list[Member]) -> list[ExportFile]:
    """Return LinkedIn's own files among the members, in loading order."""
    found = []
    for member in members:
        if member.base.lower().endswith(_EXTENSIONS) and not _COACH.search(member.base):
            file = _recognise(member)
            if file:
                found.append(file)
    return sorted(found, key=lambda file: (FILE_KINDS.index(file.kind), file.name))


def _recognise(member: Member) -> ExportFile | None:
    table = open_table(member, lambda keys: any(kind.fits(keys) for kind in FILE_KINDS))
    if table is None:
        return None
    keys = frozenset(map(column_key, table.header))
    return ExportFile(next(kind for kind in FILE_KINDS if kind.fits(keys)), table)


def date_in_name(path: Path) -> date | None:
    """Return the export's date as its file's or folder's name gives it: month first."""
    for part in reversed(path.absolute().parts[-2:]):
        found = _ARCHIVE_DATE.search(part)
        if found:
            try:
                return date(int(found[3]), int(found[1]), int(found[2]))
            except ValueError:
                return None
    return None


def newest_day(file: ExportFile) -> date | None:
    """Return the newest date in the file: the export's own, when its name gives none."""
    column = file.table.column(*file.kind.dated) if file.kind.dated else -1
    if column < 0:
        return None
    texts = {cells[column][:_DAY_LETTERS] for _, cells in file.table.rows(flat=file.kind.flat) if cells}
    latest = clock.today() + _CLOCK_SKEW
    return max((day for day in map(maybe_day, texts) if day and day <= latest), default=None)
