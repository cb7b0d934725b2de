"""A file comes in: read, load, then everything that follows from it, in one transaction that keeps all or nothing."""

from __future__ import annotations

import gc
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from uuid import uuid4
from zipfile import BadZipFile

from . import clock
from .errors import UnreadableFileError
from .importers.archive import Member, members
from .importers.contacts.attendance import ListEvent
from .importers.contacts.column_overrides import ColumnOverrides, read_with_overrides, remember_overrides
from .importers.contacts.loader import load_contacts
from .importers.contacts.recognise import Reader, unread
from .importers.dry_run import DryRun, StoreBefore, try_file
from .importers.known_people import KnownPeople
from .importers.linkedin import invitation_status
from .importers.linkedin.connections import load_connections
from .importers.linkedin.invitations import load_invitations
from .importers.linkedin.members import ExportFile, date_in_name, export_files, newest_day
from .importers.linkedin.messages import load_messages
from .importers.linkedin.profile import load_profile
from .importers.load import ImportContext, Progress, Run, no_progress
from .importers.mail.files import MailFile, mail_files
from .importers.mail.loader import load_mail
from .importers.summary import ImportSummary, sentence_of, totals
from .journal.record import Op
from .matching.store_pairs import find_new_pairs as scan_pairs
from .matching.store_pairs import forget_pairs
from .queues.identities import settle_identities
from .queues.places import forget_people, refresh_places
from .queues.registry import every_queue
from .requests.detect import find_request
from .requests.scan import listen, scan
from .signals.rebuild import forget as forget_signals
from .signals.rebuild import overtaken
from .signals.rebuild import refresh as refresh_signals
from .store import Operation, transaction
from .store.facts import FactKey, export_date, fact, set_fact

_LOADERS: dict[str, Callable[[ImportContext, ExportFile], None]] = {
    "connections": load_connections,
    "invitations": load_invitations,
    "messages": load_messages,
}


class ImportOptions(NamedTuple):
    """What the user says about the files: where the people are from, and which column means what."""

    occasion: ListEvent = ListEvent()
    columns: Mapping[str, str] | None = None
    """About the columns of every file."""
    corrections: ColumnOverrides = MappingProxyType({})
    """About the columns of files with a certain header."""


NOTHING_TOLD = ImportOptions()


def import_options(
    occasion: ListEvent | None, columns: Mapping[str, str] | None = None, corrections: ColumnOverrides | None = None
) -> ImportOptions:
    """Return what is said about the files, as far as anything is."""
    return ImportOptions(occasion or ListEvent(), columns, corrections or NOTHING_TOLD.corrections)


@dataclass(slots=True)
class _Archive:
    path: Path
    tables: list[ExportFile]
    books: list[Reader]
    mails: list[MailFile]
    export_date: date | None = None
    runs: list[Run] = field(default_factory=list)
    read_by: dict[int, Reader] = field(default_factory=dict)
    """The reader of each run that is no table of LinkedIn's."""


@dataclass(slots=True)
class _Changed:
    """Whom an import touched, whose rows it read otherwise than before, and who turned out to be nobody."""

    touched: set[int] = field(default_factory=set)
    corrected: set[int] = field(default_factory=set)
    vanished: set[int] = field(default_factory=set)

    def by(self, loading: ImportContext) -> None:
        """Note what a file changed."""
        self.touched |= loading.people.touched
        self.corrected |= loading.corrected
        self.vanished |= loading.vanished


def import_files(
    paths: Iterable[Path], progress: Progress | None = None, told: ImportOptions = NOTHING_TOLD
) -> ImportSummary:
    """Take in archives, folders or single files, oldest export first.

    All of it or nothing: raises `UnreadableFileError` for a broken archive, `CancelledError` when `progress` says so,
    and then the store is as it was. Importing the same thing twice changes nothing.
    """
    summary, progress = None, progress or no_progress
    with _unreadable_problem():
        archives = _in_order(_open(path, progress, told) for path in paths)
        with suppress(_NotKept), _uncollected(), transaction():
            summary = _import_all(archives, progress, told.occasion)
            if not summary.is_news:
                raise _NotKept  # not even a line in the history
    assert summary is not None
    return summary


def try_files(paths: Iterable[Path], progress: Progress | None = None, told: ImportOptions = NOTHING_TOLD) -> DryRun:
    """Return what taking these files in would bring; the store stays as it is.

    A lone table in which nobody is found can be tried too, so that its columns can be told.
    """
    found, progress = None, progress or no_progress
    with _unreadable_problem():
        archives = _in_order(_open(path, progress, told, is_trial=True) for path in paths)
        with suppress(_NotKept), _uncollected(), transaction():
            before = StoreBefore.now()
            summary = _import_all(archives, progress, told.occasion)
            found = try_file(
                summary, {run: reader for each in archives for run, reader in each.read_by.items()}, before
            )
            raise _NotKept
    assert found is not None
    return found


class _NotKept(Exception):  # noqa: N818 — it ends a transaction, and is no error
    """The store stays as it was, to the byte."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """Put the garbage collector off: it would walk the rows in memory again and again, for a tenth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _in_order(archives: Iterable[_Archive]) -> list[_Archive]:
    # Mails last: only who is known by then has any business being read.
    return sorted(archives, key=lambda archive: (bool(archive.mails), archive.export_date or date.min))


def _import_all(archives: list[_Archive], progress: Progress, occasion: ListEvent) -> ImportSummary:
    operation = _begin()
    changed = _Changed()
    for archive in archives:
        changed.by(_load(archive, operation, progress, occasion))
    runs = tuple((str(archive.path), run) for archive in archives for run in archive.runs)
    newest = max((archive.export_date for archive in archives if archive.export_date), default=None)
    is_news = any(run.is_news for _, run in runs) or _next_file(newest)
    sentence = sentence_of(", ".join(archive.path.name for archive in archives), runs)
    if is_news:
        progress("what follows from it", 0)
        _follow(changed, newest, operation)
        Operation.update(sentence=sentence).where(Operation.id == operation).execute()
    return ImportSummary(runs, newest, totals(), sentence, is_news)


@contextmanager
def _unreadable_problem() -> Iterator[None]:
    """What breaks in the middle of an archive, told like what is broken from the start."""
    try:
        yield
    except (BadZipFile, zlib.error, EOFError, MemoryError, NotImplementedError, OSError) as error:
        raise UnreadableFileError(
            f"The archive cannot be read to its end: {error or type(error).__name__}.",
            "Download it again. Nothing of it was taken in.",
        ) from error


def _hint(inside: Sequence[Member], told: ImportOptions) -> str:
    """Return what to give instead; a lone table may be one of people whose columns nobody knows."""
    if told.columns:
        return f"Is it a table of people with a column “{next(iter(told.columns))}”? --map says what its columns mean."
    table = unread(inside[0]) if len(inside) == 1 else None
    if table and table.table:
        return f"Is it a table of people? Say which column is the name, such as --map “{table.table.header[0]}=name”, or in the app with +."
    return "Give the zip that LinkedIn sent, an address book (.vcf, CSV), a list of attendees with names, or mails (.mbox)."


def _open(path: Path, progress: Progress, told: ImportOptions, *, is_trial: bool = False) -> _Archive:
    inside = members(path)
    found = export_files(inside)
    taken = {table.table.member.name for table in found}
    mails, are_mail = mail_files(path, (member for member in inside if member.name not in taken))
    left = [member for member in inside if member.name not in taken | are_mail]
    books = read_with_overrides(left, told.columns, told.corrections)
    if is_trial and len(inside) == 1 and not found and not books and not mails:
        books = list(filter(None, map(unread, left)))
    if not found and not books and not mails:
        raise UnreadableFileError(f"{path.name} holds nothing that picky knows.", _hint(inside, told))
    archive = _Archive(path, found, books, mails, date_in_name(path))
    if archive.export_date is None and found:
        progress("looking for the date", 0)
        archive.export_date = max((day for day in map(newest_day, found) if day), default=None)
    return archive


def _begin() -> int:
    return int(Operation.insert(uid=uuid4().hex, at=clock.now(), kind=Op.IMPORT.value, sentence="").execute())


def _load(archive: _Archive, operation: int, progress: Progress, occasion: ListEvent) -> ImportContext:
    loading = ImportContext(KnownPeople.load(), archive.export_date, progress, operation)
    loading.add_owner(fact(FactKey.OWNER_NAME) or "")
    loading.owner_slugs |= set(filter(None, [fact(FactKey.OWNER_SLUG)]))
    for table in archive.tables:
        _LOADERS.get(table.kind.name, load_profile)(loading, table)
    for reader in archive.books:
        run = load_contacts(loading, reader, occasion)
        run.learned = remember_overrides(reader)
        archive.read_by[run.id] = reader
    for mails in archive.mails:
        load_mail(loading, mails, find_request)
    if loading.owner_slugs:
        set_fact(FactKey.OWNER_SLUG, min(loading.owner_slugs))
    archive.runs = loading.runs
    return loading


def _next_file(newest: date | None) -> bool:
    return newest is not None and newest > (export_date() or date.min)


def _follow(changed: _Changed, newest: date | None, operation: int) -> None:
    """Everything that is computed from what came in, for the people it touched."""
    moved = _next_file(newest)
    if moved and newest:
        set_fact(FactKey.EXPORT_DATE, newest.isoformat())
    today = export_date() or clock.today()
    if changed.corrected or changed.vanished:
        forget_pairs(changed.corrected, changed.vanished)
        forget_signals(changed.vanished)
        forget_people(changed.vanished)
    touched = changed.touched - changed.vanished
    touched |= settle_identities()
    touched |= invitation_status.settle(today)
    touched |= scan()
    touched |= listen()
    if moved:
        touched |= overtaken(today)
    refresh_signals(touched, today)
    scan_pairs(touched | changed.vanished)
    for queue in every_queue():
        refresh_places(queue, today, None if moved or queue.recomputed_by_every_import else touched, operation)
