"""Mail as it lies on a disk: an mbox, single mails, or a Maildir; told by its content, read one mail at a time."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, NamedTuple

from ...errors import UnreadableFileError
from ..archive import Member, maildirs
from .body import text_of
from .headers import Mailbox, MailHeaders
from .mbox import MAX_MAIL, RawMail, divide, is_mbox, mails, unquoted

HEADER = ("From", "To", "Date", "Subject", "Message-ID", "Text")
MAX_FILES = 2_000_000

_HEADERS = re.compile(
    rb"(?im)^(from|to|date|subject|message-id|received|return-path|mime-version|delivered-to|content-type|reply-to|cc):"
)
_SENT = frozenset(
    [
        "sent",
        "sent mail",
        "sent items",
        "gesendet",
        "gesendete objekte",
        "enviados",
        "elementos enviados",
        "messages envoyés",
        "éléments envoyés",
        "envoyés",
    ]
)
_PUT_ASIDE = frozenset(
    [
        "spam",
        "junk",
        "junk e-mail",
        "draft",
        "drafts",
        "entwürfe",
        "entwurf",
        "borradores",
        "borrador",
        "brouillons",
        "brouillon",
        "correo no deseado",
        "courrier indésirable",
        "chat",
    ]
)
_ON_THE_WAY = (b"received", b"delivered-to", b"return-path")
_BULK = (b"bulk", b"list", b"junk")
_MOST_ANSWERED = 30
_MOZILLA_DELETED = 0x8


@dataclass(frozen=True, slots=True)
class MailFileEntry:
    """One mail: its headers looked up as they are asked for, its words read only when it is kept."""

    row: int
    head: MailHeaders
    body: bytes
    sender: str = ""
    """The address it says it is from."""
    labels: frozenset[str] = frozenset()
    """In small letters: Gmail's own, and the name of the folder it lay in."""
    is_overlong: bool = False
    end: int = 0

    @property
    def is_sent(self) -> bool:
        """Whether it lay among the mails that the owner sent."""
        return not self.labels.isdisjoint(_SENT)

    @property
    def is_put_aside(self) -> bool:
        """Whether it is a draft, spam, or already deleted."""
        if not self.labels.isdisjoint(_PUT_ASIDE) or self.head.field(b"x-spam-flag").lower() == b"yes":
            return True
        status = self.head.field(b"x-mozilla-status")
        return len(status) == 4 and bool(_hex(status) & _MOZILLA_DELETED)

    @property
    def is_bulk(self) -> bool:
        """Whether a machine sent it to many, or answered by itself."""
        head = self.head
        if head.field(b"list-id") or head.field(b"precedence").lower() in _BULK:
            return True
        return head.field(b"auto-submitted").lower() not in (b"", b"no")

    def words(self) -> str:
        """Return all it says, quoted history and signature included."""
        return text_of(self.head, self.body)

    def draft(self, text: str) -> MailRecord | None:
        """Return the mail as it is kept, with this text; `None` when its date cannot be read."""
        at, head = self.head.moment(), self.head
        if at is None:
            return None
        senders = head.mailboxes(b"from")
        return MailRecord(
            self.row,
            senders[0] if senders else Mailbox("", ""),
            tuple(head.mailboxes(b"to", b"cc")),
            at,
            head.text(b"subject")[:300],
            text,
            next(iter(head.ids(b"message-id")), ""),
            tuple(head.ids(b"references", b"in-reply-to")[:_MOST_ANSWERED]),
        )


class MailRecord(NamedTuple):
    """A mail worth keeping."""

    row: int
    sender: Mailbox
    recipients: tuple[Mailbox, ...]
    at: int
    subject: str
    text: str
    message_id: str
    answers: tuple[str, ...]
    """The ids of the mails before it, the first one first."""

    @property
    def raw(self) -> tuple[str, ...]:
        """What the store keeps of it, under `HEADER`."""
        others = ", ".join(f"{name} <{address}>" for name, address in self.recipients[:20])
        sender = f"{self.sender.name} <{self.sender.address}>"
        return (sender, others, str(self.at), self.subject, self.message_id, self.text)


@dataclass(frozen=True, slots=True)
class MailFile:
    """Mails that belong together: those of one mbox, of one Maildir, or single ones beside each other."""

    file: str
    size: int
    """In bytes, or in mails where every mail is a file."""
    letters: Callable[[], Iterator[MailFileEntry]]
    """May be called again: each call begins from the start."""

    name = "mail"
    header = HEADER


def mail_files(path: Path, members: Iterable[Member]) -> tuple[list[MailFile], set[str]]:
    """Return the mails at `path` and among these members of it, and the names of the members that are mails."""
    found, single, taken = [], [], set()
    for member in members:
        kind = _kind(member)
        if kind:
            taken.add(member.name)
        if kind == "mbox":
            found.append(_mbox(member))
        elif kind == "mail":
            single.append(member)
    if single:
        name = single[0].base if len(single) == 1 else f"{len(single)} mails"
        found.append(MailFile(name, len(single), lambda: _singles(_opened(single), frozenset())))
    found += [_maildir(folder) for folder in maildirs(path)]
    return found, taken


def _kind(member: Member) -> str:
    """`mbox`, `mail` for a single one, or nothing."""
    with member.open() as file:
        start = file.read(16 << 10)
    if is_mbox(start):
        return "mbox"
    head = start.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0]
    named = {found.lower() for found in _HEADERS.findall(head)}
    is_mail = b"from" in named and len(named) >= 3 and re.match(rb"[!-9;-~]{1,80}:", head) is not None
    return "mail" if is_mail else ""


def _mbox(member: Member) -> MailFile:
    folder = frozenset((_stem(member.base),))

    def letters() -> Iterator[MailFileEntry]:
        with member.open() as file:
            for raw in mails(file):
                yield _letter(raw._replace(body=unquoted(raw.body)), folder)

    return MailFile(member.base, member.size, letters)


def _maildir(folder: Path) -> MailFile:
    files = [Path(part) / name for part in ("cur", "new") for name in sorted(_names(folder / part))]

    def opened() -> Iterator[tuple[str, IO[bytes]]]:
        for file in files:
            try:
                with _open_plain(folder / file) as found:
                    yield file.name, found
            except OSError:  # gone since, or not ours to read: a mail without headers, which is told
                yield file.name, BytesIO()

    label = frozenset((_stem(folder.name),))
    return MailFile(folder.name or "Maildir", len(files), lambda: _singles(opened(), label))


def _names(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as found:
        for count, entry in enumerate(found):
            if count >= MAX_FILES:
                raise UnreadableFileError(f"{folder.parent.name} holds too many mails.", "Point at one of its folders.")
            if entry.is_file(follow_symlinks=False):
                yield entry.name


def _open_plain(path: Path) -> IO[bytes]:
    """Return the file, unless it became a link or a pipe since it was listed."""
    number = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(f"{path.name!r} is no plain file")
    return os.fdopen(number, "rb")


def _opened(members: Iterable[Member]) -> Iterator[tuple[str, IO[bytes]]]:
    for member in members:
        with member.open() as file:
            yield member.base, file


def _singles(files: Iterable[tuple[str, IO[bytes]]], labels: frozenset[str]) -> Iterator[MailFileEntry]:
    for row, (name, file) in enumerate(files, start=1):
        raw = divide(row, file.read(MAX_MAIL).lstrip(), end=row)
        flags = re.search(r"[:;!]2,([A-Za-z]*)$", name)
        yield _letter(raw, labels | {"draft"} if flags and "D" in flags[1] else labels)


def _letter(raw: RawMail, folder: frozenset[str]) -> MailFileEntry:
    head = MailHeaders(raw.head)
    sender = next(iter(head.addresses(b"from")), "")
    if labels := head.text(b"x-gmail-labels"):
        own = {label.strip(' "').lower() for label in labels.split(",")}
        # A label that came along with the mail, beneath what the servers wrote on top, is its sender's word.
        folder |= own if head.begins_above(b"x-gmail-labels", *_ON_THE_WAY) else own - _SENT
    return MailFileEntry(raw.row, head, raw.body, sender, folder, raw.is_overlong, raw.end)


def _stem(name: str) -> str:
    return name.lower().removesuffix(".mbox").removesuffix(".mbx").strip(". ")


def _hex(text: bytes) -> int:
    try:
        return int(text, 16)
    except ValueError:
        return 0
