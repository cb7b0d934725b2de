"""One row of each LinkedIn file as a record. Columns come and go with the years, so each reader asks for them by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from ...text.folding import slug_of, squeeze
from .. import date_formats
from ..csv_rows import CsvTable
from ..records import (
    AddressRecord,
    ConnectionRecord,
    EventRecord,
    HiddenRecord,
    InvitationRecord,
    MessageRecord,
    NoteRecord,
    Participants,
    PositionRecord,
    ProfileRecord,
    RecommendationRecord,
    Record,
)

R = TypeVar("R", bound=Record)
RowReader = Callable[[int, list[str]], R]
"""Given a row's number and its cells, returns its record; raises `ValueError` for a row that cannot be taken in."""

_YES = ("yes", "true", "1")
_PARTICIPANTS = ("Conversation ID", "From", "Sender Profile URL", "To", "Recipient Profile URLs", "Direction")
_UNSENT = ("Is Message Draft", "Is Conversation Draft")


class UnreadableRowError(ValueError):
    """A row that cannot be taken in, with the reason in words."""


def reason(error: ValueError) -> str:
    """Return the reason for the user."""
    return str(error) if isinstance(error, UnreadableRowError) else f"“{error}” is no date that picky knows"


def connections(table: CsvTable) -> RowReader[ConnectionRecord | HiddenRecord]:
    """Read Connections.csv."""
    pick = table.reader_of("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
    width = len(table.header)

    def read(row: int, cells: list[str]) -> ConnectionRecord | HiddenRecord:
        if any(cells[width:]):
            raise UnreadableRowError("it has more cells than the header")
        given, family, link, email, company, title, connected = map(str.strip, pick(cells))
        connected_on = date_formats.maybe_day(connected)
        if given or family:
            return ConnectionRecord(row, cells, given, family, link, email, company, title, connected_on)
        if sum(1 for cell in cells if cell.strip()) > bool(connected):
            raise UnreadableRowError("it has no name")
        return HiddenRecord(row, cells, connected_on)

    return read


def invitations(table: CsvTable) -> RowReader[InvitationRecord]:
    """Read Invitations.csv."""
    pick = table.reader_of(
        "From", "inviterProfileUrl", "To", "inviteeProfileUrl", ("Sent At", "Date Sent"), "Message", "Direction"
    )

    def read(row: int, cells: list[str]) -> InvitationRecord:
        sender, sender_link, to, to_link, sent, note, direction = map(str.strip, pick(cells))
        way = direction.upper()
        if way not in ("OUTGOING", "INCOMING", "SENT", "RECEIVED"):
            raise UnreadableRowError(f"its direction is “{direction}”")
        sent_at = date_formats.pacific(sent)
        outgoing = way in ("OUTGOING", "SENT")
        ends = ((to, to_link), (sender, sender_link)) if outgoing else ((sender, sender_link), (to, to_link))
        if not ends[0][0] and not slug_of(ends[0][1]):
            raise UnreadableRowError("it names nobody")
        return InvitationRecord(row, cells, outgoing, *ends[0], *ends[1], sent_at, note)

    return read


def messages(table: CsvTable) -> RowReader[MessageRecord]:
    """Read messages.csv."""
    pick = table.reader_of(*_PARTICIPANTS, *_UNSENT, "Conversation Title", "Date", "Subject", "Content", "Folder")
    is_zoned = table.column("Conversation ID") >= 0 or table.column("Direction") < 0
    moment = date_formats.utc if is_zoned else date_formats.pacific

    def read(row: int, cells: list[str]) -> MessageRecord:
        thread, sender, sender_link, to, to_links, direction, draft, draft_of, title, sent, subject, text, folder = map(
            str.strip, pick(cells)
        )
        is_draft = draft.lower() in _YES or draft_of.lower() in _YES
        return MessageRecord(
            row,
            cells,
            thread,
            title,
            sender,
            sender_link,
            to,
            to_links,
            moment(sent),
            subject,
            text,
            folder.upper(),
            is_draft,
            direction.upper(),
        )

    return read


def participants(table: CsvTable) -> Iterator[Participants]:
    """Yield who takes part in each message, and nothing else of it: a quick first walk through messages.csv."""
    pick = table.reader_of(*_PARTICIPANTS, *_UNSENT)
    known: dict[tuple[str, ...], Participants] = {}
    for _, cells in table.rows(flat=False):
        if cells is None:
            continue
        picked = pick(cells)
        if picked not in known:  # a conversation has hundreds of messages, and two pairs of sender and recipient
            thread, sender, sender_link, to, to_links, direction, draft, draft_of = map(str.strip, picked)
            is_draft = draft.lower() in _YES or draft_of.lower() in _YES
            known[picked] = Participants(thread, sender, sender_link, to, to_links, is_draft, direction.upper())
        yield known[picked]


def profile(table: CsvTable) -> RowReader[ProfileRecord]:
    """Read Profile.csv."""
    pick = table.reader_of("First Name", "Last Name", "Headline")

    def read(row: int, cells: list[str]) -> ProfileRecord:
        given, family, headline = pick(cells)
        return ProfileRecord(row, cells, squeeze(f"{given} {family}"), headline)

    return read


def addresses(table: CsvTable) -> RowReader[AddressRecord]:
    """Read Email Addresses.csv: the owner's."""
    address = table.column("Email Address")
    return lambda row, cells: AddressRecord(row, cells, cells[address].strip().lower())


def recommendations(table: CsvTable) -> RowReader[RecommendationRecord]:
    """Read Recommendations_Given.csv or Recommendations_Received.csv: the same header, told apart by the name."""
    pick = table.reader_of("First Name", "Last Name", "Company", "Text", "Creation Date")
    by_owner = "given" in table.member.base.lower()

    def read(row: int, cells: list[str]) -> RecommendationRecord:
        given, family, company, text, written = map(str.strip, pick(cells))
        name, written_on = f"{given} {family}".strip(), date_formats.maybe_day(written)
        return RecommendationRecord(row, cells, by_owner, name, company, text, written_on)

    return read


def notes(table: CsvTable) -> RowReader[NoteRecord]:
    """Read Notes.csv (since 2026)."""
    pick = table.reader_of(
        "Connection First Name", "Connection Last Name", "Connection Profile URL", "Note", ("Edited On", "Created On")
    )

    def read(row: int, cells: list[str]) -> NoteRecord:
        given, family, link, text, written = map(str.strip, pick(cells))
        return NoteRecord(row, cells, f"{given} {family}".strip(), link, text, date_formats.maybe_day(written))

    return read


def positions(table: CsvTable) -> RowReader[PositionRecord]:
    """Read Positions.csv: the owner's jobs."""
    return _positions(table, "Company Name", "Title", "Started On", "Finished On", is_school=False)


def education(table: CsvTable) -> RowReader[PositionRecord]:
    """Read Education.csv: the owner's schools."""
    return _positions(table, "School Name", "Degree Name", "Start Date", "End Date", is_school=True)


def _positions(table: CsvTable, *columns: str, is_school: bool) -> RowReader[PositionRecord]:
    pick = table.reader_of(*columns)

    def read(row: int, cells: list[str]) -> PositionRecord:
        company, title, started, finished = map(str.strip, pick(cells))
        return PositionRecord(row, cells, company, title, started, finished, is_school)

    return read


def events(table: CsvTable) -> RowReader[EventRecord]:
    """Read Events.csv: LinkedIn events the owner joined."""
    pick = table.reader_of("Event Name", "Event Time", "Status")

    def read(row: int, cells: list[str]) -> EventRecord:
        name, held_at, status = map(str.strip, pick(cells))
        return EventRecord(row, cells, name, held_at, status)

    return read
