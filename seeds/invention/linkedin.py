"""Spelling as LinkedIn spells: links, dates with their zones, CSV files, the whole archive of 2026."""

from __future__ import annotations

import csv
import io
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote
from zoneinfo import ZoneInfo

from seeds.invention.world import Invite, Message, Paper, Person, Tie, World

__all__ = [
    "CONNECTION_COLUMNS",
    "INVITATION_COLUMNS",
    "MESSAGE_COLUMNS",
    "PAPER_COLUMNS",
    "PREAMBLE",
    "connected_on",
    "connection_rows",
    "conversation_id",
    "csv_text",
    "invitation_rows",
    "latest_first",
    "message_rows",
    "sent_at",
    "short_moment",
    "write_archive",
]

PREAMBLE = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are '
    "missing. You will only see email addresses for connections who have allowed their connections to see or "
    "download their email address using this setting https://www.linkedin.com/psettings/privacy/email. You "
    'can learn more here https://www.linkedin.com/help/linkedin/answer/261"\n\n'
)
CONNECTION_COLUMNS = (
    *("First Name", "Last Name", "URL", "Email Address", "Company", "Position"),
    "Connected On",
)
INVITATION_COLUMNS = (
    *("From", "To", "Sent At", "Message", "Direction"),
    *("inviterProfileUrl", "inviteeProfileUrl"),
)
MESSAGE_COLUMNS = (
    *("CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS"),
    *("DATE", "SUBJECT", "CONTENT", "FOLDER", "ATTACHMENTS", "IS MESSAGE DRAFT", "IS CONVERSATION DRAFT"),
)
PAPER_COLUMNS = ("First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status")
NOTE_COLUMNS = (
    *("Connection First Name", "Connection Last Name", "Connection Profile URL", "Note"),
    *("Created On", "Edited On"),
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PACIFIC = ZoneInfo("America/Los_Angeles")
_PROFILE = "https://www.linkedin.com/in/"


def connected_on(day: date) -> str:
    """`08 Feb 2026`, whatever the machine's language."""
    return f"{day.day:02} {_MONTHS[day.month - 1]} {day.year}"


def short_moment(moment: datetime) -> str:
    """`9/5/26, 1:12 AM`, unpadded, in the zone the moment is in."""
    hour, half = moment.hour % 12 or 12, "AM" if moment.hour < 12 else "PM"
    return f"{moment.month}/{moment.day}/{moment.year % 100:02}, {hour}:{moment.minute:02} {half}"


def sent_at(moment: datetime) -> str:
    """The same for invitations: US Pacific time, without saying so."""
    return short_moment(moment.replace(tzinfo=UTC).astimezone(_PACIFIC))


def conversation_id(thread: str) -> str:
    """58 characters, always the same for the same thread."""
    return "2-" + b64encode(sha256(thread.encode()).hexdigest()[:40].encode()).decode()


def latest_first(messages: Iterable[Message]) -> list[Message]:
    """Conversations by their last message, each contiguous and newest first."""
    threads: dict[str, list[Message]] = {}
    for message in sorted(messages, key=lambda m: m.at, reverse=True):
        threads.setdefault(message.thread, []).append(message)
    return [message for thread in threads.values() for message in thread]


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]], *, quote_all: bool = False) -> str:
    """Rows as LinkedIn writes them: LF, and quotes only where needed, or around everything."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def connection_rows(ties: Iterable[Tie]) -> list[tuple[str, ...]]:
    """Newest first; links percent-encoded; a hidden account is nothing but its date."""
    return [_connection_row(tie) for tie in sorted(ties, key=lambda tie: tie.since, reverse=True)]


def _connection_row(tie: Tie) -> tuple[str, ...]:
    day, who = connected_on(tie.since.date()), tie.person
    if who is None:
        return ("", "", "", "", "", "", day)
    return (who.first, who.last, _PROFILE + quote(who.slug), who.email, who.company, who.position, day)


def invitation_rows(owner: Person, invites: Iterable[Invite]) -> list[tuple[str, ...]]:
    """The OUTGOING block, then the INCOMING one, neither sorted by time; links raw."""
    ordered = sorted(invites, key=lambda i: (not i.outgoing, sha256(i.person.slug.encode()).digest()))
    return [_invitation_row(owner, invite) for invite in ordered]


def _invitation_row(owner: Person, invite: Invite) -> tuple[str, ...]:
    ends = (owner, invite.person) if invite.outgoing else (invite.person, owner)
    direction = "OUTGOING" if invite.outgoing else "INCOMING"
    names, links = (e.name for e in ends), (_PROFILE + e.slug for e in ends)
    return (*names, sent_at(invite.sent), invite.note.replace("\n", " "), direction, *links)


def message_rows(messages: Iterable[Message]) -> list[tuple[str, ...]]:
    """Rows of 13 columns, conversation by conversation."""
    return [_message_row(message) for message in latest_first(messages)]


def _message_row(message: Message) -> tuple[str, ...]:
    draft = "Yes" if message.draft else "No"
    return (
        *(conversation_id(message.thread), message.title, _name(message.sender), _link(message.sender)),
        *(", ".join(map(_name, message.to)), ",".join(filter(None, map(_link, message.to)))),
        *(f"{message.at:%Y-%m-%d %H:%M:%S} UTC", message.subject, message.text, message.folder),
        *(message.attachment, draft, draft),
    )


def _name(person: Person | None) -> str:
    return person.name if person else "LinkedIn Member"


def _link(person: Person | None) -> str:
    return _PROFILE + person.slug if person and person.slug else ""


def _paper_rows(papers: Iterable[Paper]) -> list[tuple[str, ...]]:
    return [
        (p.person.first, p.person.last, p.person.company, p.person.position, p.text, _padded(p.at), "")
        for p in sorted(papers, key=lambda p: p.at, reverse=True)
    ]


def _padded(moment: datetime) -> str:
    """`09/05/24, 09:07 PM`, the zero-padded cousin of the short moment."""
    local = moment.replace(tzinfo=UTC).astimezone(_PACIFIC)
    return f"{local:%m/%d/%y, %I:%M} {'AM' if local.hour < 12 else 'PM'}"


def _note_rows(notes: Iterable[Paper]) -> Iterator[tuple[str, ...]]:
    for note in notes:
        day = f"{note.at:%Y-%m-%d %H:%M:%S} UTC"
        yield (note.person.first, note.person.last, _PROFILE + note.person.slug, note.text, day, day)


def _endorsements(world: World) -> Iterator[tuple[str, ...]]:
    skills = ("Data Engineering", "Public Speaking", "Python", "Team Leadership")
    known = [tie.person for tie in world.ties if tie.person]
    for n, who in enumerate(known[3::23]):
        day = f"{2014 + n % 12}/0{1 + n % 9}/11 09:1{n % 10}:02 UTC"
        yield (day, skills[n % 4], who.first, who.last, f"www.linkedin.com/in/{who.slug}", "ACCEPTED")


def write_archive(world: World, extras: dict[str, str], folder: Path) -> None:
    """Write what LinkedIn would have sent for this world, unpacked, over whatever the folder held before."""
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("*.csv"):
        stale.unlink()
    endorsed = ("Endorsement Date", "Skill Name", "Endorser First Name", "Endorser Last Name")
    files = extras | {
        "Connections.csv": PREAMBLE + csv_text(CONNECTION_COLUMNS, connection_rows(world.ties)).rstrip("\n"),
        "Invitations.csv": csv_text(INVITATION_COLUMNS, invitation_rows(world.owner, world.invites)),
        "messages.csv": csv_text(MESSAGE_COLUMNS, message_rows(world.messages), quote_all=True),
        "Recommendations_Given.csv": csv_text(PAPER_COLUMNS, _paper_rows(p for p in world.praise if p.given)),
        "Recommendations_Received.csv": csv_text(PAPER_COLUMNS, _paper_rows(p for p in world.praise if not p.given)),
        "Notes.csv": csv_text(NOTE_COLUMNS, _note_rows(world.notes)),
        "Endorsement_Received_Info.csv": csv_text(
            (*endorsed, "Endorser Public Url", "Endorsement Status"), _endorsements(world)
        ),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
