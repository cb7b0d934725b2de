"""Drafts into rows. The same file twice gives the same store; the caller holds the transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TypeVar

from .. import clock
from ..store import ImportRun, SourceRecord
from ..store.database import insert_rows
from ..store.query import rows
from ..text.folding import digest, name_key, slug_of
from .contacts.attendance import Visit
from .known_people import Roster
from .records import RowProblem

D = TypeVar("D")

Progress = Callable[[str, int], None]
"""Called with a file's name and the rows read so far, where possible as `RowsRead`; raise `CancelledError` in it to stop."""


class RowsRead(int):
    """How many rows were read, and how much of the file that was."""

    part: float
    """From 0 to 1."""

    def __new__(cls, rows: int, read: int, size: int) -> RowsRead:  # noqa: D102
        made = super().__new__(cls, rows)
        made.part = min(read / size, 1.0) if size else 1.0
        return made


def tell_nobody(file: str, rows: int) -> None:
    """Progress that nobody watches."""


_as_json = json.JSONEncoder(ensure_ascii=False).encode  # made once: json.dumps would make one for every row
_EVERY = 2_000


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
    newest: date | None = None
    """The newest date in the file."""
    id: int = 0
    corrected: int = 0
    """How many of those changed had been read otherwise before."""
    learned: bool = False
    """Whether the user said something new about its columns."""
    visit: Visit | None = None
    """Where the first of its people was."""

    @property
    def is_news(self) -> bool:
        """Whether the store is different for it."""
        return bool(self.new or self.changed or self.gone or self.learned)

    def saw(self, when: date | None) -> None:
        """Keep the newest date."""
        if when and (self.newest is None or when > self.newest):
            self.newest = when


@dataclass(slots=True)
class Loading:
    """An import under way: who is known, the export's date as far as it is known, and where raw rows go."""

    roster: Roster
    export_date: date | None
    progress: Progress
    operation: int = 0
    runs: list[Run] = field(default_factory=list)
    owner_slugs: set[str] = field(default_factory=set)
    owner_names: set[str] = field(default_factory=set)
    corrected: set[int] = field(default_factory=set)
    """People whose rows were read otherwise than before."""
    vanished: set[int] = field(default_factory=set)
    """People who were nobody: their rows are somebody else's."""

    def meet_owner(self, name: str, link: str = "") -> None:
        """The owner goes by this name, and this link when there is one."""
        if slug := slug_of(link):
            self.owner_slugs.add(slug)
        if name:
            self.owner_names.add(name_key(name))

    @property
    def export(self) -> str:
        """The export's date as the store keeps it; a day long past while nothing tells it."""
        return (self.export_date or date(1970, 1, 1)).isoformat()

    def start(self, file: str, kind: str, header: Sequence[str]) -> Run:
        """Open a run for a file and return it."""
        run = Run(file, kind)
        run.id = int(
            ImportRun.insert(
                operation_id=self.operation, at=clock.now(), file=run.file, kind=run.kind,
                export_date=self.export_date, header=list(header),
            ).execute()
        )  # fmt: skip
        self.runs.append(run)
        return run

    def drafts(self, found: Iterable[D | RowProblem], run: Run) -> Iterator[D]:
        """What a file holds, with problems put aside and progress told."""
        for draft in found:
            if isinstance(draft, RowProblem):
                run.problems.append(draft)
                run.rows += draft.lost
                continue
            run.rows += 1
            if run.rows % _EVERY == 0:
                self.progress(run.file, run.rows)
            yield draft

    def finish(self, run: Run) -> None:
        """Write what the run counted."""
        problems = [[problem.file, problem.row, problem.why] for problem in run.problems[:1000]]
        ImportRun.update(
            rows=run.rows, new=run.new, changed=run.changed, unchanged=run.unchanged, gone=run.gone, hidden=run.hidden,
            problems=problems,
        ).where(ImportRun.id == run.id).execute()  # fmt: skip


class SourceKeeper:
    """Keeps the raw rows of one run; those the store holds already, from any earlier file, are not kept again."""

    def __init__(self, run: Run) -> None:
        self.run = run
        held = SourceRecord.select(SourceRecord.digest).join(ImportRun).where(ImportRun.kind == run.kind)
        self._seen: set[int] = {row[0] for row in rows(held)}
        self._waiting: list[tuple[int, int, int | None, int, str]] = []

    def keep(self, row: int, person: int | None, cells: Sequence[str]) -> None:
        """Keep one row, under its line number and the person it is about."""
        mark = digest(*cells)
        if mark not in self._seen:
            self._seen.add(mark)
            self._waiting.append((self.run.id, row, person, mark, _as_json(cells)))

    def flush(self) -> None:
        """Write what waits."""
        insert_rows(SourceRecord, ("run_id", "row", "person_id", "digest", "cells"), self._waiting)
        self._waiting.clear()


def day_of(seconds: int) -> date:
    """The UTC day of a moment."""
    return datetime.fromtimestamp(seconds, UTC).date()
