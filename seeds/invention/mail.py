"""A mailbox as a mail program keeps it: the mails of the stories, and what else lies in any inbox, spelt by many hands."""

from __future__ import annotations

from base64 import encodebytes
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from quopri import encodestring

from seeds.invention.owner import ADDRESS, OWNER
from seeds.invention.world import Message, Person

__all__ = ["mbox_bytes"]

_OWN = f"{OWNER.name} <{ADDRESS}>"
_KASIA = '"Wójcik, Katarzyna" <kasia@quarrylabs.example>'
_PAGE = """<html><head><style>p {{ color: #333 }}</style></head><body>
<div style="display:none;max-height:0;overflow:hidden">{preheader}</div>
<p>{text}</p>
<p>Best regards<br>{name}</p>
<img src="https://track.example/{name}.gif" width="1" height="1">
</body></html>
"""


def mbox_bytes(mails: Iterable[Message]) -> bytes:
    """The mails and the decoys, oldest first, as one mbox."""
    letters = [*(_story(number, mail) for number, mail in enumerate(mails)), *_decoys()]
    return b"".join(_parting(at) + _quoted(letter) + b"\n" for at, letter in sorted(letters))


def _parting(at: datetime) -> bytes:
    return f"From - {at:%a %b %d %H:%M:%S %Y}\n".encode()


def _quoted(letter: bytes) -> bytes:
    """Lines that begin with “From ” are marked, or they would begin a mail."""
    return letter.replace(b"\nFrom ", b"\n>From ")


def _head(sender: str, at: datetime, subject: str, number: str, *more: str, to: str = _OWN) -> str:
    lines = [f"From: {sender}", f"To: {to}", f"Date: {format_datetime(at)}", f"Subject: {subject}"]
    return "\n".join([*lines, f"Message-ID: <{number}@mail.example>", "MIME-Version: 1.0", *more]) + "\n\n"


def _story(number: int, mail: Message) -> tuple[datetime, bytes]:
    """In turn as plain text, as a page, and with what was written before beneath."""
    assert mail.sender
    person, subject = mail.sender, mail.subject or "My invitation"
    sender, ident = f"{person.name} <{_address(person)}>", f"{person.slug}-{number}"
    if number % 3 == 1:
        head = _head(sender, mail.at, subject, ident, "Content-Type: text/html; charset=utf-8")
        page = _PAGE.format(preheader="You will not want to miss this", text=mail.text, name=person.name)
        return mail.at, (head + page).encode()
    coding = ("Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable")
    before = (
        f"\n\nOn Tue, {person.first} {person.last} wrote:\n> My invitation is still open.\n"
        if number % 3
        else "\n\n-- \nSent with enthusiasm\n"
    )
    return mail.at, _head(sender, mail.at, subject, ident, *coding).encode() + encodestring(
        (mail.text + before).encode()
    )


def _address(person: Person) -> str:
    return person.email or f"{person.first}.{person.last}@post.example".lower()


def _decoys() -> Iterator[tuple[datetime, bytes]]:
    """A newsletter, a stranger, LinkedIn itself, a draft, and a few mails with an old colleague in every spelling."""
    plain = "Content-Type: text/plain; charset=utf-8"
    at = _moment("2026-07-02 08:00")
    letter = _head(
        "Velvet Cloud <news@velvet.example>",
        at,
        "Your data deserves velvet",
        "velvet-7",
        "List-Id: <velvet.example>",
        plain,
    )
    yield at, (letter + "Dear reader,\n\nwe would love to introduce you to velvet.\n").encode()
    at = _moment("2026-07-20 10:12")
    letter = _head("Rolf Unbekannt <rolf@unbekannt.example>", at, "Monday", "rolf-1", plain)
    yield (
        at,
        (
            letter + "Hello Ines,\n\nis the room by the water free on Monday?\n\nFrom 9 to 10 would be enough.\n"
        ).encode(),
    )
    at = _moment("2026-08-12 08:20")
    letter = _head(
        '"Torsten Kellermann via LinkedIn" <invitations@linkedin.com>', at, "I want to connect", "li-1", plain
    )
    yield at, (letter + "Torsten Kellermann's invitation is waiting for your response.\n").encode()
    at = _moment("2026-08-14 19:00")
    letter = _head(
        _OWN,
        at,
        "Your talk",
        "draft-1",
        "X-Mozilla-Draft-Info: internal/draft",
        "X-Gmail-Labels: Drafts",
        plain,
        to=_KASIA,
    )
    yield at, (letter + "Kasia,\n\n").encode()
    yield from _colleague()


def _colleague() -> Iterator[tuple[datetime, bytes]]:
    at = _moment("2026-06-24 09:30")
    coding = ("Content-Type: text/plain; charset=iso-8859-2", "Content-Transfer-Encoding: base64")
    letter = _head(
        "=?iso-8859-2?q?Katarzyna_W=F3jcik?= <kasia@quarrylabs.example>",
        at,
        "=?utf-8?b?R3LDvMOfZQ==?=",
        "kasia-1",
        *coding,
    )
    text = "Liebe Ines,\n\nschöne Grüße aus Kraków! Die neue Plattform hält.\n\nViele Grüße\nKasia\nHead of Data\nQuarry Labs\n"
    yield at, letter.encode() + encodebytes(text.encode("iso-8859-2"))
    at = _moment("2026-06-24 18:05")
    answers = ("In-Reply-To: <kasia-1@mail.example>", "References: <kasia-1@mail.example>")
    letter = _head(
        _OWN,
        at,
        "Re: =?utf-8?b?R3LDvMOfZQ==?=",
        "ines-1",
        *answers,
        "Content-Type: text/plain; charset=utf-8",
        to=_KASIA,
    )
    text = "Dann darf ich ruhig schlafen.\n\nAm 24.06.2026 um 11:30 schrieb Katarzyna Wójcik:\n> Die neue Plattform hält.\n"
    yield at, (letter + text).encode()
    at = _moment("2026-07-01 07:45")
    letter = _head(
        "Katarzyna Wójcik <kasia@quarrylabs.example>",
        at,
        "Photos",
        "kasia-2",
        'Content-Type: multipart/mixed; boundary="kasia"',
    )
    photo = encodebytes(bytes(range(256))).decode()
    text = (
        "--kasia\nContent-Type: text/plain; charset=x-mac-nobody-knows\n\nThe harbour, in the rain. See the three boats?\n"
        f'--kasia\nContent-Type: image/jpeg; name="boats.jpg"\nContent-Disposition: attachment; filename="boats.jpg"\n'
        f"Content-Transfer-Encoding: base64\n\n{photo}\n--kasia--\n"
    )
    yield at, (letter + text).encode()


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
