"""Tables as an era spells them: which columns, which dates, which links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from urllib.parse import quote

from seeds.invention.linkedin import (
    CONNECTION_COLUMNS,
    INVITATION_COLUMNS,
    MESSAGE_COLUMNS,
    PAPER_COLUMNS,
    PREAMBLE,
    connected_on,
    conversation_id,
    sent_at,
)
from seeds.invention.world import Message, Paper, Person, Tie
from tests.invented.network import OWNER, Case, Letter

__all__ = ["Era", "Links", "connection_cells", "invitation_cells", "message_cells", "praise_cells"]

Cells = dict[str, str]


class Links(StrEnum):
    """Where profile links are real."""

    EVERYWHERE = "everywhere"
    NOT_IN_INVITATIONS = "bare in invitations"
    ONLY_IN_MESSAGES = "only in messages"
    NOWHERE = "nowhere"


def _plain_day(moment: datetime) -> str:
    return connected_on(moment.date())


def _utc(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"


@dataclass(frozen=True, slots=True)
class Era:
    """How LinkedIn, or the program that saved the files again, wrote them at some time."""

    name: str
    on: date
    links: Links = Links.EVERYWHERE
    connections: tuple[str, ...] = CONNECTION_COLUMNS
    invitations: tuple[str, ...] = INVITATION_COLUMNS
    messages: tuple[str, ...] = MESSAGE_COLUMNS[:11]
    connected: Callable[[datetime], str] = _plain_day
    written: Callable[[datetime], str] = _utc
    messages_file: str = "messages.csv"
    quote_all: bool = True
    """Since 2026 every field of the messages is quoted, and they keep their line breaks."""
    opening: str = PREAMBLE
    closing: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Columns under another name."""
    delimiter: str = ","
    newline: str = "\n"
    encoding: str = "utf-8"
    """Delimiter, line ends and encoding of the two files people open: Connections and Invitations."""
    short_rows: bool = False

    @property
    def by_name(self) -> bool:
        """Whether invitations can be told apart by name only."""
        return self.links is not Links.EVERYWHERE

    @property
    def named_connections(self) -> bool:
        """Whether connections have no link of their own."""
        return "URL" not in self.connections or self.links is Links.ONLY_IN_MESSAGES

    def shows(self, letter: Letter) -> bool:
        """Whether an export of this era holds such a message."""
        if letter.kind == "draft":
            return "IS MESSAGE DRAFT" in self.messages
        return letter.kind != "spam" or "CONVERSATION ID" in self.messages


def connection_cells(era: Era, ties: Iterable[Tie]) -> Iterator[Cells]:
    """Newest first, hidden accounts as a date alone."""
    for tie in sorted(ties, key=lambda tie: tie.since, reverse=True):
        cells = _person_cells(era, tie.person) if tie.person else {}
        yield cells | {"Connected On": era.connected(tie.since)}


def _person_cells(era: Era, who: Person) -> Cells:
    return {
        "First Name": who.first,
        "Last Name": who.last,
        "URL": _bare(era.links is Links.ONLY_IN_MESSAGES, _escaped(who.slug)),
        "Email Address": who.email,
        "Company": who.company,
        "Position": who.position,
        "Location": "Somewhere, Europe",
    }


def _escaped(slug: str) -> str:
    """Percent-encoded, in upper case but for a handful."""
    encoded = quote(slug)
    few = sha256(slug.encode()).digest()[0] < 25
    return encoded.replace("%C3%BC", "%c3%bc") if few else encoded


def _bare(bare: bool, slug: str) -> str:
    return "https://www.linkedin.com/in" + ("" if bare else f"/{slug}")


def invitation_cells(era: Era, cases: Iterable[Case]) -> Iterator[Cells]:
    """The outgoing block, then the incoming one, each in no order."""
    scattered = sorted(cases, key=lambda case: sha256(case.invite.person.slug.encode()).digest())
    for case in sorted(scattered, key=lambda case: not case.invite.outgoing):
        invite = case.invite
        ends = (OWNER, invite.person) if invite.outgoing else (invite.person, OWNER)
        yield {
            "From": ends[0].name,
            "To": ends[1].name,
            "Sent At": sent_at(invite.sent),
            "Message": invite.note.replace("\n", " "),
            "Direction": "OUTGOING" if invite.outgoing else "INCOMING",
            "inviterProfileUrl": _bare(era.by_name, ends[0].slug),
            "inviteeProfileUrl": _bare(era.by_name, ends[1].slug),
        }


def message_cells(era: Era, messages: Iterable[Message]) -> Iterator[Cells]:
    """One row a message, in the order given; upper and mixed case headers are both served."""
    for message in messages:
        draft = "Yes" if message.draft else "No"
        cells = {
            "CONVERSATION ID": conversation_id(message.thread) if message.thread else "",
            "CONVERSATION TITLE": message.title,
            "FROM": _name(message.sender),
            "SENDER PROFILE URL": _link(message.sender),
            "TO": ", ".join(map(_name, message.to)),
            "RECIPIENT PROFILE URLS": ",".join(filter(None, map(_link, message.to))),
            "DATE": era.written(message.at),
            "SUBJECT": message.subject,
            "CONTENT": message.text if era.quote_all else message.text.replace("\n", " "),
            "DIRECTION": "OUTGOING" if message.sender == OWNER else "INCOMING",
            "FOLDER": _folder(era, message),
            "ATTACHMENTS": message.attachment,
            "IS MESSAGE DRAFT": draft,
            "IS CONVERSATION DRAFT": draft,
        }
        yield cells if era.messages[0].isupper() else {key.title(): value for key, value in cells.items()}


def _folder(era: Era, message: Message) -> str:
    if "DIRECTION" not in map(str.upper, era.messages):
        return message.folder
    if message.folder == "ARCHIVE":
        return "ARCHIVED"
    return "SENT" if message.sender == OWNER else "INBOX"


def _name(person: Person | None) -> str:
    return person.name if person else "LinkedIn Member"


def _link(person: Person | None) -> str:
    return _bare(False, person.slug) if person and person.slug else ""


def praise_cells(papers: Iterable[Paper]) -> Iterator[Cells]:
    """Recommendations know people by name only."""
    for paper in papers:
        who, day = paper.person, f"{paper.at:%m/%d/%y, %I:%M %p}"
        values = (who.first, who.last, who.company, who.position, paper.text, day, "")
        yield dict(zip(PAPER_COLUMNS, values, strict=True))
