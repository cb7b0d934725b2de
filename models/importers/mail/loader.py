"""Mails into messages: those exchanged with people who are known, and those that ask for an introduction.

Everything else is counted and forgotten: nothing of it reaches the store.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache

from ...store import MAIL, Handle, Message, Thread
from ...store.database import insert_rows
from ...store.query import rows
from ...text.folding import digest, fold_accents
from ..known_people import KnownPerson
from ..load import ImportContext, RowsRead, Run, SourceWriter
from ..records import RowProblem
from ..threads import Threads
from .files import MailFile, MailFileEntry, MailRecord
from .headers import Mailbox
from .quoted_text import without_quotes
from .senders import SenderIndex, name_spellings, own_addresses

_COLUMNS = ("thread_id", "person_id", "name_key", "outgoing", "at", "sort", "subject", "text", "digest", "channel")
_BATCH = 500
_EVERY = 500
_UNSURE_LETTERS = 4 << 20
_PREFIX = "mail "
_REMEMBERED = 256
_MOST_TOLD = 1_000
_FEW = 2
"""How many others a mail between two people may go to."""

_NOTIFIES = re.compile(r"@(?:[\w-]+\.)*linkedin\.com$")
_ROBOT = re.compile(
    r"(?:no|do.?not).?reply|^(?:mailer-daemon|postmaster|bounces?|notifications?|newsletter|news|info|support|marketing)\b"
)
_ANSWER = re.compile(r"^(?:(?:re|aw|antw|wg|fwd?|rv|tr|sv|réf?|ref)\s?(?:\[\d+\])?\s?:\s*)+", re.IGNORECASE)


class _Request(Enum):
    """What to do with a mail, from its headers alone."""

    FORGET = auto()
    KEEP = auto()
    IF_REQUEST = auto()


@dataclass(slots=True)
class _UnsureSender:
    """Mails under a name that is known, from an address that is not: kept back until one of them tells whose it is."""

    box: Mailbox
    mails: list[tuple[MailRecord, str, bool]] = field(default_factory=list)
    """Each with its sort, and whether the owner wrote it."""


def load_mail(loading: ImportContext, file: MailFile, asks: Callable[[str], object]) -> None:
    """Bring in the mails that count; `asks` says whether a text asks for an introduction."""
    run = loading.begin(file.file, file.name, file.header)
    post = _MailImport(loading, run, own_addresses(file, loading.owner_names), asks)
    for letter in file.letters():
        run.rows += 1
        if run.rows % _EVERY == 0:
            loading.progress(file.file, RowsRead(run.rows, letter.end, file.size))
        post.take(letter)
    post.settle()
    post.flush()
    loading.end(run)


class _MailImport:
    """A file of mails being sorted."""

    def __init__(self, loading: ImportContext, run: Run, own: set[str], asks: Callable[[str], object]) -> None:
        self._loading, self._run, self._own = loading, run, own
        self._asks = lru_cache(_REMEMBERED)(
            lambda text: bool(asks(text))
        )  # what is sent to many is the same every time
        self._senders = SenderIndex.of(loading.people)
        self._keeper = SourceWriter(run)
        self._threads = _MailThreads()
        self._seen = {row[0] for row in rows(Message.select(Message.digest).where(Message.channel == "mail"))}
        self._unsure: dict[str, _UnsureSender] = {}
        self._unsure_letters = 0
        self._batch: list[tuple[object, ...]] = []
        self._handles: list[tuple[int, str, str]] = []

    def take(self, letter: MailFileEntry) -> None:
        """Keep the mail, keep it back, or forget it."""
        run = self._run
        if letter.is_overlong or not letter.sender:
            self._tell(letter, "its headers are too long" if letter.is_overlong else "it does not say whom it is from")
            run.forgotten += 1
            return
        outgoing = letter.sender in self._own or letter.is_sent
        wish = self._wish(letter, outgoing=outgoing)
        if wish is _Request.FORGET or not self._keep(letter, wish, outgoing=outgoing):
            run.forgotten += 1

    def _tell(self, letter: MailFileEntry, why: str) -> None:
        if len(self._run.problems) < _MOST_TOLD:
            self._run.problems.append(RowProblem(self._run.file, letter.row, why))

    def _wish(self, letter: MailFileEntry, *, outgoing: bool) -> _Request:
        if letter.is_put_aside or _NOTIFIES.search(letter.sender):
            return _Request.FORGET
        if outgoing:
            return _Request.KEEP if not letter.is_bulk and self._knows(letter, b"to", b"cc") else _Request.FORGET
        is_bulk = letter.is_bulk
        if letter.sender in self._senders.by_address or self._knows(letter, b"from"):
            return _Request.IF_REQUEST if is_bulk else _Request.KEEP
        is_stranger = not is_bulk and not _ROBOT.search(letter.sender)
        return _Request.IF_REQUEST if is_stranger and self._is_to_owner(letter) else _Request.FORGET

    def _knows(self, letter: MailFileEntry, *fields: bytes) -> bool:
        """Return whether anybody these headers name is known by address, or by name."""
        senders, own = self._senders, self._own
        boxes = [box for box in letter.head.mailboxes(*fields) if box.address not in own]
        return any(box.address in senders.by_address or senders.named(box) for box in boxes)

    def _is_to_owner(self, letter: MailFileEntry) -> bool:
        to = letter.head.addresses(b"to")
        return len(to) <= 1 + _FEW and not self._own.isdisjoint(to)

    def _keep(self, letter: MailFileEntry, wish: _Request, *, outgoing: bool) -> bool:
        words = letter.words()
        text = without_quotes(words)
        is_request = wish is _Request.IF_REQUEST and self._asks(text)
        if wish is _Request.IF_REQUEST and not is_request:
            return False
        draft = letter.draft(text)
        if draft is None:
            self._tell(letter, "it has no date that picky knows")
            return False
        sort = (
            "sponsored"
            if letter.is_bulk
            else "talk"
            if is_request or self._is_between_two(draft, outgoing)
            else "group"
        )
        box = self._other(draft, outgoing=outgoing)
        known = self._senders.at(box)
        if known is None and (named := self._senders.named(box)):
            self._keep_back(box, (draft, sort, outgoing))
            if len(named) == 1 and not outgoing and self._senders.agrees(named[0], box, f"{draft.subject}\n{words}"):
                self._handles.append((named[0].id, "email", box.address))
                self._deliver(box, named[0])
        else:
            self._write(draft, known or self._meet(box), sort, outgoing=outgoing)
        return True

    def _is_between_two(self, draft: MailRecord, outgoing: bool) -> bool:
        others = {box.address for box in draft.recipients} - self._own
        return len(others) - outgoing <= _FEW

    def _other(self, draft: MailRecord, *, outgoing: bool) -> Mailbox:
        """Return whom the mail was exchanged with: its sender, or the first known of those it went to."""
        if not outgoing:
            return draft.sender
        others = [box for box in draft.recipients if box.address not in self._own]
        return next(box for box in others if self._senders.at(box) or self._senders.named(box))

    def _keep_back(self, box: Mailbox, mail: tuple[MailRecord, str, bool]) -> None:
        if self._unsure_letters > _UNSURE_LETTERS:
            self.settle()
        self._unsure.setdefault(box.address, _UnsureSender(box)).mails.append(mail)
        self._unsure_letters += len(mail[0].text) + 500

    def _deliver(self, box: Mailbox, known: KnownPerson) -> None:
        """The address is theirs, and so is what was kept back under it."""
        self._senders.by_address[box.address] = [known]
        for draft, sort, outgoing in self._unsure.pop(box.address).mails:
            self._unsure_letters -= len(draft.text) + 500
            self._write(draft, known, sort, outgoing=outgoing)

    def settle(self) -> None:
        """Whoever is still unsure is a person of their own, about whom the user is asked."""
        for unsure in list(self._unsure.values()):
            self._deliver(unsure.box, self._meet(unsure.box))

    def _meet(self, box: Mailbox) -> KnownPerson:
        known = self._loading.people.add(name_spellings(box), source=MAIL)
        known.email = box.address
        self._senders.by_address[box.address].append(known)
        return known

    def _write(self, draft: MailRecord, known: KnownPerson, sort: str, *, outgoing: bool) -> None:
        thread = self._threads.of(draft, known.id)
        mark = digest("mail", draft.sender.address, draft.message_id or f"{draft.at} {draft.text}")
        if mark in self._seen:
            self._run.unchanged += 1
            return
        self._seen.add(mark)
        self._run.new += 1
        self._loading.people.touched |= {known.id, self._senders.roots.get(known.id, known.id)}
        self._keeper.add(draft.row, known.id, draft.raw)
        number = self._threads.number(thread, draft)
        self._batch.append((number, known.id, "", outgoing, draft.at, sort, draft.subject, draft.text, mark, "mail"))
        if len(self._batch) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        self._loading.people.write()
        insert_rows(Handle, ("person_id", "kind", "value"), self._handles)
        self._threads.write()
        insert_rows(Message, _COLUMNS, self._batch)
        self._handles.clear()
        self._batch.clear()
        self._keeper.write()


class _MailThreads:
    """Which conversation a mail belongs to: by the ids it answers, else by whom it is with and its subject.

    Conversations go by a fingerprint of their first mail's id, which every answer names: few ids need to be remembered.
    """

    def __init__(self) -> None:
        self._threads = Threads.load()
        self._by_id: dict[int, int] = {}
        self._by_subject: dict[int, int] = {}
        held = Message.select(Message.person, Thread.title, Thread.key).join(Thread).where(Message.channel == "mail")
        for person, title, key in rows(held.distinct()):
            self._by_subject[digest(str(person), title)] = int(key.removeprefix(_PREFIX))

    def of(self, draft: MailRecord, person: int) -> int:
        """Return the conversation's fingerprint."""
        about, own = (
            digest(str(person), _subject(draft)),
            digest(draft.message_id or f"{draft.sender.address} {draft.at}"),
        )
        known = next((self._by_id[mail] for mail in map(digest, draft.answers) if mail in self._by_id), None)
        if known is None and (draft.answers or _ANSWER.match(draft.subject)):
            known = self._by_subject.get(about)
        key = known if known is not None else digest(draft.answers[0]) if draft.answers else own
        if key != own:
            self._by_id[own] = key
        self._by_subject[about] = key
        return key

    def number(self, thread: int, draft: MailRecord) -> int:
        """Return the number under which the conversation is kept, from this mail on at the latest."""
        return self._threads.number(f"{_PREFIX}{thread}", _subject(draft))

    def write(self) -> None:
        """Put the new ones into the store."""
        self._threads.write()


def _subject(draft: MailRecord) -> str:
    """Return what the mail is about, whether it begins or answers."""
    return _ANSWER.sub("", fold_accents(draft.subject))
