"""A file comes in: read, load, then everything that follows from it, in one transaction that keeps all or nothing."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4
from zipfile import BadZipFile

from . import clock
from .errors import UnreadableFileError
from .importers import fates
from .importers.archive import members
from .importers.contacts import Reader
from .importers.corrections import read_as_told, remember
from .importers.drafts import RowProblem
from .importers.linkedin import KINDS, Table, date_in_name, newest_day, tables
from .importers.load import Loading, Progress, Run, tell_nobody
from .importers.load_connections import load_connections
from .importers.load_contacts import Occasion, load_contacts
from .importers.load_invitations import load_invitations
from .importers.load_mail import load_mail
from .importers.load_messages import load_messages
from .importers.load_others import load_others
from .importers.mail import MailFile, mail_files
from .importers.roster import Roster
from .introductions.detect import find_request
from .introductions.scan import scan
from .journal.record import Op
from .matching.scan import scan as scan_pairs
from .queues.cards import refresh as refresh_cards
from .queues.follow import export_date, settle_identities
from .queues.registry import every_queue
from .signals.refresh import overtaken
from .signals.refresh import refresh as refresh_signals
from .store import Connection, Invitation, Message, Operation, Person, transaction
from .store.facts import fact, set_fact

NETWORK = frozenset({"connections", "invitations", "messages"})
"""The files of the export that the sentence in history counts."""

_OWNERS_OWN = frozenset({"profile", "addresses", "positions", "education", "events"})
_LINKEDINS = frozenset(kind.name for kind in KINDS)

_LOADERS: dict[str, Callable[[Loading, Table], None]] = {
    "connections": load_connections,
    "invitations": load_invitations,
    "messages": load_messages,
}


@dataclass(frozen=True, slots=True)
class Totals:
    """How much the store holds."""

    people: int
    connections: int
    hidden_rows: int
    invitations: int
    messages: int


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import brought."""

    runs: tuple[tuple[str, Run], ...]
    """Each file read, with the path it was given under."""
    export_date: date | None
    totals: Totals
    sentence: str
    is_news: bool

    @property
    def problems(self) -> list[RowProblem]:
        """Every row that could not be taken in."""
        return [problem for _, run in self.runs for problem in run.problems]

    @property
    def has_network(self) -> bool:
        """Whether any file told about people; LinkedIn's first, small archive does not."""
        return not all(run.kind in _OWNERS_OWN for _, run in self.runs)

    def json(self) -> dict[str, Any]:
        """What `picky import --json` gives."""
        return {
            "runs": [_run_json(path, run) for path, run in self.runs],
            "export_date": self.export_date.isoformat() if self.export_date else None,
            "totals": {name: getattr(self.totals, name) for name in Totals.__slots__},
        }


def _run_json(path: str, run: Run) -> dict[str, Any]:
    counts = {name: getattr(run, name) for name in ("kind", "rows", "new", "changed", "unchanged", "gone")}
    problems = [{"file": problem.file, "row": problem.row, "why": problem.why} for problem in run.problems]
    whole = path if Path(path).name == run.file else f"{path}/{run.file}"
    return {"path": whole, **counts, "hidden": run.hidden, "forgotten": run.forgotten, "problems": problems}


@dataclass(slots=True)
class _Archive:
    path: Path
    tables: list[Table]
    books: list[Reader]
    mails: list[MailFile]
    export_date: date | None = None
    runs: list[Run] = field(default_factory=list)


def import_files(
    paths: Iterable[Path],
    progress: Progress = tell_nobody,
    occasion: Occasion = Occasion(),  # noqa: B008 — an immutable value
    told: Mapping[str, str] | None = None,
) -> ImportSummary:
    """Take in archives, folders or single files, oldest export first.

    `occasion` says where lists of attendees come from, `told` which of their columns means what.

    All of it or nothing: raises `UnreadableFileError` for a broken archive, `CancelledError` when `progress` says so,
    and then the store is as it was. Importing the same thing twice changes nothing.
    """
    with _told_as_unreadable():
        return _import([_open(path, progress, told) for path in paths], progress, occasion)


def _import(archives: list[_Archive], progress: Progress, occasion: Occasion) -> ImportSummary:
    # Mails last: only who is known by then has any business being read.
    archives.sort(key=lambda archive: (bool(archive.mails), archive.export_date or date.min))
    summary = None
    with suppress(_NothingNew), transaction():
        summary = _take_in(archives, progress, occasion)
        if not summary.is_news:
            raise _NothingNew  # not even a line in the history
    assert summary is not None
    return summary


class _NothingNew(Exception):  # noqa: N818 — it ends a transaction, and is no error
    """The import brought nothing: the store stays as it was, to the byte."""


def _take_in(archives: list[_Archive], progress: Progress, occasion: Occasion) -> ImportSummary:
    operation = _begin()
    touched: set[int] = set()
    for archive in archives:
        touched |= _load(archive, operation, progress, occasion)
    runs = tuple((str(archive.path), run) for archive in archives for run in archive.runs)
    newest = max((archive.export_date for archive in archives if archive.export_date), default=None)
    is_news = any(run.is_news for _, run in runs) or _moves_on(newest)
    sentence = _sentence(archives, runs)
    if is_news:
        progress("what follows from it", 0)
        _follow(touched, newest, operation)
        Operation.update(sentence=sentence).where(Operation.id == operation).execute()
    return ImportSummary(runs, newest, totals(), sentence, is_news)


@contextmanager
def _told_as_unreadable() -> Iterator[None]:
    """What breaks in the middle of an archive, told like what is broken from the start."""
    try:
        yield
    except (BadZipFile, zlib.error, EOFError, MemoryError, NotImplementedError, OSError) as error:
        raise UnreadableFileError(
            f"The archive cannot be read to its end: {error or type(error).__name__}.",
            "Download it again. Nothing of it was taken in.",
        ) from error


def _open(path: Path, progress: Progress, told: Mapping[str, str] | None) -> _Archive:
    inside = members(path)
    found = tables(inside)
    taken = {table.sheet.member.name for table in found}
    mails, are_mail = mail_files(path, (member for member in inside if member.name not in taken))
    books = read_as_told((member for member in inside if member.name not in taken | are_mail), told)
    if not found and not books and not mails:
        hint = "Give the zip that LinkedIn sent, an address book (.vcf, CSV), a list of attendees with names, or mails (.mbox)."
        if told:
            hint = f"Is it a table of people with a column “{next(iter(told))}”? --map says what its columns mean."
        raise UnreadableFileError(f"{path.name} holds nothing that picky knows.", hint)
    archive = _Archive(path, found, books, mails, date_in_name(path))
    if archive.export_date is None and found:
        progress("looking for the date", 0)
        archive.export_date = max((day for day in map(newest_day, found) if day), default=None)
    return archive


def _begin() -> int:
    return int(Operation.insert(uid=uuid4().hex, at=clock.now(), kind=Op.IMPORT.value, sentence="").execute())


def _load(archive: _Archive, operation: int, progress: Progress, occasion: Occasion) -> set[int]:
    loading = Loading(Roster.load(), archive.export_date, progress, operation)
    loading.meet_owner(fact("owner_name") or "")
    loading.owner_slugs |= set(filter(None, [fact("owner_slug")]))
    for table in archive.tables:
        _LOADERS.get(table.kind.name, load_others)(loading, table)
    for reader in archive.books:
        load_contacts(loading, reader, occasion)
        remember(reader)
    for mails in archive.mails:
        load_mail(loading, mails, find_request)
    if loading.owner_slugs:
        set_fact("owner_slug", min(loading.owner_slugs))
    archive.runs = loading.runs
    return loading.roster.touched


def _moves_on(newest: date | None) -> bool:
    return newest is not None and newest.isoformat() > (fact("export_date") or "")


def _follow(touched: set[int], newest: date | None, operation: int) -> None:
    """Everything that is computed from what came in, for the people it touched."""
    moved = _moves_on(newest)
    if moved and newest:
        set_fact("export_date", newest.isoformat())
    today = export_date()
    touched |= settle_identities()
    touched |= fates.judge(today)
    touched |= scan()
    if moved:
        touched |= overtaken(today)
    refresh_signals(touched, today)
    scan_pairs(touched)
    for queue in every_queue():
        refresh_cards(queue, today, None if moved else touched, operation)


def totals() -> Totals:
    """What the store holds now."""
    return Totals(
        people=Person.select().where(Person.same_as.is_null()).count(),
        connections=Connection.select().where(Connection.gone_export.is_null()).count(),
        hidden_rows=int(fact("hidden_rows") or 0),
        invitations=Invitation.select().count(),
        messages=Message.select().count(),
    )


_ONE = {
    "connections": "connection",
    "invitations": "invitation",
    "messages": "message",
    "people": "person",
    "mails": "mail",
}


def _sentence(archives: list[_Archive], runs: tuple[tuple[str, Run], ...]) -> str:
    names = ", ".join(archive.path.name for archive in archives)
    by_kind = {kind: sum(run.new for _, run in runs if run.kind == kind) for kind in sorted(NETWORK)}
    by_kind["people"] = sum(run.new for _, run in runs if run.kind not in {*_LINKEDINS, "mail"})
    by_kind["mails"] = sum(run.new for _, run in runs if run.kind == "mail")
    news = ", ".join(f"{count} new {_ONE[kind] if count == 1 else kind}" for kind, count in by_kind.items() if count)
    gone = sum(run.gone for _, run in runs)
    changed = sum(run.changed for _, run in runs)
    parts = [news, f"{changed} changed" if changed else "", f"{gone} no longer connected" if gone else ""]
    return f"imported {names}: " + (", ".join(filter(None, parts)) or "nothing new")
