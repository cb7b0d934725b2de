"""What every loader shares: the import under way, the counts of each file, and the raw rows that are kept.

The same file twice gives the same store; the caller holds the transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from json.encoder import encode_basestring
from typing import TypeVar

from .. import clock
from ..store import ImportRun, SourceRecord
from ..store.database import insert_rows
from ..store.query import Query, Statement, param
from ..text.folding import digest, name_key, slug_of
from .contacts.attendance import AttendedEvent
from .known_people import KnownPeople
from .records import RowProblem

R = TypeVar("R")

Progress = Callable[[str, int], None]
"""Called with a file's name and the rows read so far, where possible as `RowsRead`; raise `CancelledError` in it to stop."""

_PROGRESS_ROWS = 2_000
"""After so many rows progress is reported."""
_KEPT_PROBLEMS = 1_000
"""How many problems of a file the store keeps."""
_UNDATED = date(1970, 1, 1)
"""The date of an export that nothing dates: older than any other."""

_BEGIN_RUN = Statement(
    lambda: ImportRun.insert(
        operation_id=param("operation"),
        at=param("at"),
        file=param("file"),
        kind=param("kind"),
        export_date=param("export_date"),
        header=param("header"),
    )
)
_END_RUN = Statement(
    lambda: ImportRun.update(
        rows=param("rows"),
        new=param("new"),
        changed=param("changed"),
        unchanged=param("unchanged"),
        gone=param("gone"),
        hidden=param("hidden"),
        problems=param("problems"),
    ).where(ImportRun.id == param("run"))
)
_DIGESTS = Query(
    int, lambda: SourceRecord.select(SourceRecord.digest).join(ImportRun).where(ImportRun.kind == param("kind"))
)


class RowsRead(int):
    """How many rows were read, and how much of the file that was."""

    part: float
    """From 0 to 1."""

    def __new__(cls, rows: int, read: int, size: int) -> RowsRead:  # noqa: D102
        made = super().__new__(cls, rows)
        made.part = min(read / size, 1.0) if size else 1.0
        return made


def no_progress(file: str, rows: int) -> None:
    """Progress that nobody watches."""


@dataclass(slots=True)
class Run:
    """What one file brought."""

    file: str
    kind: str
    rows: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    hidden: int = 0
    forgotten: int = 0
    """Rows that were read and are nobody's business: counted, and not kept."""
    problems: list[RowProblem] = field(default_factory=list)
    id: int = 0
    corrected: int = 0
    """How many of those changed had been read otherwise before."""
    learned: bool = False
    """Whether the user said something new about its columns."""
    visit: AttendedEvent | None = None
    """Where the first of its people was."""

    @property
    def is_news(self) -> bool:
        """Whether the store is different for it."""
        return bool(self.new or self.changed or self.gone or self.learned)

    def count(self, *, is_new: bool, is_changed: bool = False) -> None:
        """Count one row."""
        if is_new:
            self.new += 1
        elif is_changed:
            self.changed += 1
        else:
            self.unchanged += 1


@dataclass(slots=True)
class ImportContext:
    """An import under way: who is known, the export's date as far as it is known, who the owner is."""

    people: KnownPeople
    export_date: date | None
    progress: Progress
    operation: int = 0
    runs: list[Run] = field(default_factory=list)
    owner_slugs: set[str] = field(default_factory=set)
    owner_names: set[str] = field(default_factory=set)
    """By `name_key`."""
    corrected: set[int] = field(default_factory=set)
    """People whose rows were read otherwise than before."""
    vanished: set[int] = field(default_factory=set)
    """People that stand for nobody any more: their rows are someone else's."""

    @property
    def export(self) -> str:
        """The export's date as the store keeps it."""
        return (self.export_date or _UNDATED).isoformat()

    def add_owner(self, name: str, link: str = "") -> None:
        """Note that the owner goes by this name, and this link when there is one."""
        if slug := slug_of(link):
            self.owner_slugs.add(slug)
        if name:
            self.owner_names.add(name_key(name))

    def begin(self, file: str, kind: str, header: Sequence[str]) -> Run:
        """Open the run of a file and return it."""
        run = Run(file, kind)
        run.id = _BEGIN_RUN.insert(
            operation=self.operation,
            at=clock.now(),
            file=file,
            kind=kind,
            export_date=self.export_date,
            header=list(header),
        )
        self.runs.append(run)
        return run

    def records(self, found: Iterable[R | RowProblem], run: Run) -> Iterator[R]:
        """Yield the records of a file; put problems aside, count rows and report progress."""
        for record in found:
            if isinstance(record, RowProblem):
                run.problems.append(record)
                run.rows += record.lost
                continue
            run.rows += 1
            if run.rows % _PROGRESS_ROWS == 0:
                self.progress(run.file, run.rows)
            yield record

    def end(self, run: Run) -> None:
        """Write what the run counted."""
        problems = [[problem.file, problem.row, problem.why] for problem in run.problems[:_KEPT_PROBLEMS]]
        _END_RUN.run(
            run=run.id,
            rows=run.rows,
            new=run.new,
            changed=run.changed,
            unchanged=run.unchanged,
            gone=run.gone,
            hidden=run.hidden,
            problems=problems,
        )


class SourceWriter:
    """Keeps the raw rows of one run; those the store has already, from any earlier file, are not kept again."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._known = set(_DIGESTS.rows(kind=run.kind))
        self._unwritten: list[tuple[int, int, int | None, int, str]] = []

    def add(self, row: int, person: int | None, cells: Sequence[str]) -> None:
        """Keep one row, under its line number and the person it is about."""
        mark = digest(*cells)
        if mark not in self._known:
            self._known.add(mark)
            self._unwritten.append((self.run.id, row, person, mark, _as_json(cells)))

    def write(self) -> None:
        """Put what was kept into the store."""
        insert_rows(SourceRecord, ("run_id", "row", "person_id", "digest", "cells"), self._unwritten)
        self._unwritten.clear()


def day_of(seconds: int) -> date:
    """Return the UTC day of a moment."""
    return datetime.fromtimestamp(seconds, UTC).date()


def _as_json(cells: Sequence[str]) -> str:
    """Spell texts as `json.dumps(cells, ensure_ascii=False)` would, at half the cost."""
    return f"[{', '.join(map(encode_basestring, cells))}]"
