"""LinkedIn's "Get a copy of your data": which file is which, told by its header, in every form since 2018."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from ... import clock
from ..archive import Member
from ..csv_rows import Sheet, column_key, open_sheet
from ..dates import maybe_day
from ..records import ConnectionDraft, Draft, RowProblem, Voices
from . import rows as read

RowReader = Callable[[Sheet], Callable[[int, list[str]], Draft]]

_COACH = re.compile(r"coach|guide|role.?play", re.IGNORECASE)
_ARCHIVE_DATE = re.compile(r"LinkedInDataExport_(\d{2})-(\d{2})-(\d{4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kind:
    """A file of the export: the columns that tell it, and how a row of it is read."""

    name: str
    columns: frozenset[str]
    reader: RowReader
    dated: tuple[str, ...]
    """The column that may hold the newest date of the archive, under any of its names."""
    flat: bool
    """One line per row; only texts written at length hold line breaks of their own."""

    def fits(self, keys: frozenset[str]) -> bool:
        """Whether a header with these column keys is this file's. What names the owner names nobody's address."""
        return self.columns <= keys and not (self.name in _OWNERS and keys & _OTHERS)


_OWNERS = ("profile", "events")
_OTHERS = frozenset(
    map(column_key, ("E-mail", "Email Address", "Company", "Company Name", "Organization", "Phone", "Attendee Name"))
)


def _kind(name: str, columns: str, reader: RowReader, *dated: str, flat: bool = False) -> Kind:
    return Kind(name, frozenset(map(column_key, columns.split(","))), reader, dated, flat)


KINDS = (
    _kind("profile", "First Name,Last Name,Headline", read.profile),
    _kind("addresses", "Email Address,Confirmed,Primary", read.addresses, flat=True),
    _kind("connections", "First Name,Last Name,Connected On", read.connections, "Connected On", flat=True),
    _kind("invitations", "From,To,Direction,Message", read.invitations, "Sent At", "Date Sent", flat=True),
    _kind("messages", "From,To,Date,Content", read.messages, "Date"),
    _kind("recommendations", "First Name,Last Name,Text,Creation Date", read.recommendations, "Creation Date"),
    _kind("notes", "Connection First Name,Note", read.notes, "Edited On", "Created On"),
    _kind("positions", "Company Name,Title,Started On", read.positions),
    _kind("education", "School Name,Degree Name", read.education),
    _kind("events", "Event Name,Event Time", read.events),
)
"""In the order they are loaded: who the owner is comes first, then people, then what they wrote."""


@dataclass(frozen=True, slots=True)
class Table:
    """A recognised file of the archive."""

    kind: Kind
    sheet: Sheet

    @property
    def file(self) -> str:
        """The file's own name."""
        return self.sheet.member.base

    def drafts(self) -> Iterator[Draft | RowProblem]:
        """Its rows as values; a row that cannot be read comes as a `RowProblem` in its place."""
        make = self.kind.reader(self.sheet)
        for number, cells in self.sheet.rows(flat=self.kind.flat):
            if cells is None:
                yield RowProblem(self.file, number, "a quote in this line is not closed")
                continue
            try:
                draft = make(number, cells)
            except ValueError as error:
                yield RowProblem(self.file, number, read.why(error))
                continue
            if isinstance(draft, ConnectionDraft) and draft.connected_on is None:
                yield RowProblem(self.file, number, "no date that picky knows; taken in without one", lost=False)
            yield draft


def who_wrote(table: Table) -> Iterator[Voices]:
    """Who takes part in each message, and nothing else of it: a first, quick walk through messages.csv."""
    hear = read.voices(table.sheet)
    return (hear(cells) for _, cells in table.sheet.rows(flat=False) if cells is not None)


def tables(members: list[Member]) -> list[Table]:
    """The network files among the members, in loading order. AI-coach chats share the messages' header: by name, out."""
    found = []
    for member in members:
        if member.base.lower().endswith((".csv", ".tsv", ".txt")) and not _COACH.search(member.base):
            table = _recognise(member)
            if table:
                found.append(table)
    return sorted(found, key=lambda table: (KINDS.index(table.kind), table.file))


def _recognise(member: Member) -> Table | None:
    sheet = open_sheet(member, lambda keys: any(kind.fits(keys) for kind in KINDS))
    if sheet is None:
        return None
    keys = frozenset(map(column_key, sheet.header))
    return Table(next(kind for kind in KINDS if kind.fits(keys)), sheet)


def date_in_name(path: Path) -> date | None:
    """The export's date as its file or folder name gives it: month first."""
    for part in reversed(path.absolute().parts[-2:]):
        found = _ARCHIVE_DATE.search(part)
        if found:
            try:
                return date(int(found[3]), int(found[1]), int(found[2]))
            except ValueError:
                return None
    return None


def newest_day(table: Table) -> date | None:
    """The newest date in the file: the export's own, when its name gives none."""
    column = table.sheet.column(*table.kind.dated) if table.kind.dated else -1
    if column < 0:
        return None
    texts = {cells[column][:11] for _, cells in table.sheet.rows(flat=table.kind.flat) if cells}
    latest = clock.today() + timedelta(days=2)  # a mistyped year must not make every later archive an older one
    return max((day for day in map(maybe_day, texts) if day and day <= latest), default=None)
