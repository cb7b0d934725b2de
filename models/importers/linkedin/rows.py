"""One row of each LinkedIn file as a value. Columns come and go with the years, so each reader looks them up by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...text.folding import slug_of, squeeze
from .. import dates
from ..csv_rows import Sheet
from ..records import (
    AddressDraft,
    ConnectionDraft,
    EventDraft,
    HiddenRow,
    InvitationDraft,
    MessageDraft,
    NoteDraft,
    PositionDraft,
    ProfileDraft,
    RecommendationDraft,
    Voices,
)

_YES = ("yes", "true", "1")


class UnreadableRowError(ValueError):
    """A row that cannot be taken in, with the reason in words."""


def why(error: ValueError) -> str:
    """The reason for the user."""
    return str(error) if isinstance(error, UnreadableRowError) else f"“{error}” is no date that picky knows"


def connections(sheet: Sheet) -> Callable[[int, list[str]], ConnectionDraft | HiddenRow]:
    """Connections.csv."""
    given, family, link = sheet.column("First Name"), sheet.column("Last Name"), sheet.column("URL")
    email, company = sheet.column("Email Address"), sheet.column("Company")
    title, connected = sheet.column("Position"), sheet.column("Connected On")
    width = len(sheet.header)

    def read(row: int, cells: list[str]) -> ConnectionDraft | HiddenRow:
        if any(cells[width:]):
            raise UnreadableRowError("it has more cells than the header")
        when = dates.maybe_day(cells[connected])
        if not (cells[given].strip() or cells[family].strip()):
            if any(cell.strip() for index, cell in enumerate(cells) if index != connected):
                raise UnreadableRowError("it has no name")
            return HiddenRow(row, cells, when)
        return ConnectionDraft(
            row, cells, cells[given].strip(), cells[family].strip(), _cell(cells, link), _cell(cells, email),
            _cell(cells, company), _cell(cells, title), when,
        )  # fmt: skip

    return read


def invitations(sheet: Sheet) -> Callable[[int, list[str]], InvitationDraft]:
    """Invitations.csv."""
    sender, to = sheet.column("From"), sheet.column("To")
    sent, note, direction = sheet.column("Sent At", "Date Sent"), sheet.column("Message"), sheet.column("Direction")
    sender_link, to_link = sheet.column("inviterProfileUrl"), sheet.column("inviteeProfileUrl")

    def read(row: int, cells: list[str]) -> InvitationDraft:
        way = cells[direction].strip().upper()
        if way not in ("OUTGOING", "INCOMING", "SENT", "RECEIVED"):
            raise UnreadableRowError(f"its direction is “{cells[direction]}”")
        at = dates.pacific(_cell(cells, sent))
        ends = ((cells[sender].strip(), _cell(cells, sender_link)), (cells[to].strip(), _cell(cells, to_link)))
        outgoing = way in ("OUTGOING", "SENT")
        owner, other = ends if outgoing else (ends[1], ends[0])
        if not other[0] and not slug_of(other[1]):
            raise UnreadableRowError("it names nobody")
        return InvitationDraft(row, cells, outgoing, *other, *owner, at, cells[note].strip())

    return read


def messages(sheet: Sheet) -> Callable[[int, list[str]], MessageDraft]:
    """messages.csv."""
    thread, title = sheet.column("Conversation ID"), sheet.column("Conversation Title")
    sender, sender_link = sheet.column("From"), sheet.column("Sender Profile URL")
    to, to_links = sheet.column("To"), sheet.column("Recipient Profile URLs")
    sent, subject, text = sheet.column("Date"), sheet.column("Subject"), sheet.column("Content")
    folder, direction = sheet.column("Folder"), sheet.column("Direction")
    drafts = _draft_columns(sheet)
    moment = dates.utc if thread >= 0 or direction < 0 else dates.pacific

    def read(row: int, cells: list[str]) -> MessageDraft:
        return MessageDraft(
            row, cells, _cell(cells, thread), _cell(cells, title), cells[sender].strip(), _cell(cells, sender_link),
            cells[to].strip(), _cell(cells, to_links), moment(cells[sent]), _cell(cells, subject), cells[text].strip(),
            _cell(cells, folder).upper(), _any_yes(cells, drafts),
            _cell(cells, direction).upper(),
        )  # fmt: skip

    return read


def voices(sheet: Sheet) -> Callable[[list[str]], Voices]:
    """messages.csv, read for its participants only."""
    thread, direction = sheet.column("Conversation ID"), sheet.column("Direction")
    sender, sender_link = sheet.column("From"), sheet.column("Sender Profile URL")
    to, to_links = sheet.column("To"), sheet.column("Recipient Profile URLs")
    drafts = _draft_columns(sheet)

    def hear(cells: list[str]) -> Voices:
        return Voices(
            _cell(cells, thread), cells[sender].strip(), _cell(cells, sender_link), cells[to].strip(),
            _cell(cells, to_links), _any_yes(cells, drafts), _cell(cells, direction).upper(),
        )  # fmt: skip

    return hear


def profile(sheet: Sheet) -> Callable[[int, list[str]], ProfileDraft]:
    """Profile.csv."""
    given, family, headline = sheet.column("First Name"), sheet.column("Last Name"), sheet.column("Headline")
    return lambda row, cells: ProfileDraft(row, cells, squeeze(f"{cells[given]} {cells[family]}"), cells[headline])


def addresses(sheet: Sheet) -> Callable[[int, list[str]], AddressDraft]:
    """Email Addresses.csv: the owner's."""
    address = sheet.column("Email Address")
    return lambda row, cells: AddressDraft(row, cells, cells[address].strip().lower())


def recommendations(sheet: Sheet) -> Callable[[int, list[str]], RecommendationDraft]:
    """Recommendations_Given.csv and Recommendations_Received.csv: the same header, told apart by the name."""
    given, family = sheet.column("First Name"), sheet.column("Last Name")
    company, text, written = sheet.column("Company"), sheet.column("Text"), sheet.column("Creation Date")
    by_owner = "given" in sheet.member.base.lower()
    return lambda row, cells: RecommendationDraft(
        row, cells, by_owner, f"{cells[given].strip()} {cells[family].strip()}".strip(), _cell(cells, company),
        _cell(cells, text), dates.maybe_day(cells[written]),
    )  # fmt: skip


def notes(sheet: Sheet) -> Callable[[int, list[str]], NoteDraft]:
    """Notes.csv (2026)."""
    given, family = sheet.column("Connection First Name"), sheet.column("Connection Last Name")
    link, text = sheet.column("Connection Profile URL"), sheet.column("Note")
    written = sheet.column("Edited On", "Created On")
    return lambda row, cells: NoteDraft(
        row, cells, f"{cells[given].strip()} {_cell(cells, family)}".strip(), _cell(cells, link), cells[text].strip(),
        dates.maybe_day(_cell(cells, written)),
    )  # fmt: skip


def positions(sheet: Sheet) -> Callable[[int, list[str]], PositionDraft]:
    """Positions.csv: the owner's jobs."""
    company, title = sheet.column("Company Name"), sheet.column("Title")
    started, finished = sheet.column("Started On"), sheet.column("Finished On")
    return lambda row, cells: PositionDraft(
        row, cells, cells[company].strip(), cells[title].strip(), cells[started].strip(), _cell(cells, finished), False
    )


def education(sheet: Sheet) -> Callable[[int, list[str]], PositionDraft]:
    """Education.csv: the owner's schools."""
    school, degree = sheet.column("School Name"), sheet.column("Degree Name")
    started, finished = sheet.column("Start Date"), sheet.column("End Date")
    return lambda row, cells: PositionDraft(
        row, cells, cells[school].strip(), cells[degree].strip(), _cell(cells, started), _cell(cells, finished), True
    )


def events(sheet: Sheet) -> Callable[[int, list[str]], EventDraft]:
    """Events.csv: LinkedIn events the owner joined."""
    name, held, status = sheet.column("Event Name"), sheet.column("Event Time"), sheet.column("Status")
    return lambda row, cells: EventDraft(row, cells, cells[name].strip(), cells[held].strip(), _cell(cells, status))


def _draft_columns(sheet: Sheet) -> tuple[int, ...]:
    columns = (sheet.column("Is Message Draft"), sheet.column("Is Conversation Draft"))
    return tuple(index for index in columns if index >= 0)


def _any_yes(cells: Sequence[str], columns: tuple[int, ...]) -> bool:
    return any(cells[index].strip().lower() in _YES for index in columns)


def _cell(cells: Sequence[str], index: int) -> str:
    return cells[index].strip() if index >= 0 else ""
