"""What an import would change: run it in a transaction, then roll it back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from ..store import CAPTURED, Pair, Person, SourceRecord
from ..store.query import rows, value
from .contacts.recognise import Reader
from .load import Run
from .summary import ImportSummary

_EXAMPLE = 200


class Column(NamedTuple):
    """A column of a list: what it is called, what it is taken for, and a cell of it."""

    name: str
    field: str
    """Blank when it is left alone."""
    example: str
    is_told: bool
    """Whether the user said so."""


class TriedFile(NamedTuple):
    """What would come of one file."""

    run: Run
    label: str = ""
    """What it was recognised as; blank for a file of LinkedIn's export, whose name says so."""
    probable: int = 0
    """How many of the new people are likely someone in the store."""
    mark: str = ""
    """Under which a correction of its columns is remembered."""
    columns: tuple[Column, ...] = ()
    told: Mapping[str, str] = {}
    is_event_list: bool = False

    @property
    def is_of_the_export(self) -> bool:
        """Whether it is a file of LinkedIn's export, and no address book or list."""
        return not self.label

    @property
    def lacks_people(self) -> bool:
        """Whether its columns must be told before anybody is found in it."""
        return bool(self.columns) and not (self.run.new or self.run.changed or self.run.unchanged)


class DryRun(NamedTuple):
    """What would come of all files."""

    summary: ImportSummary
    files: tuple[TriedFile, ...]


class StoreBefore(NamedTuple):
    """Where the store ended before anything came in."""

    person: int
    pair: int

    @classmethod
    def now(cls) -> StoreBefore:
        """Return where it ends now."""
        newest = value(Person.select(Person.id).where(Person.id < CAPTURED).order_by(Person.id.desc()), 0)
        return cls(int(newest), int(value(Pair.select(Pair.id).order_by(Pair.id.desc()), 0)))


def try_file(summary: ImportSummary, readers: Mapping[int, Reader], before: StoreBefore) -> DryRun:
    """Return what came of each file, as long as it is still in the store; `readers` by the run they were read in."""
    probable = _probable([run.id for _, run in summary.runs if run.id in readers], before)
    files = []
    for _, run in summary.runs:
        reader = readers.get(run.id)
        if reader is None:
            files.append(TriedFile(run))
        else:
            many = len(probable.get(run.id, ()))
            files.append(
                TriedFile(
                    run,
                    reader.label,
                    many,
                    reader.fingerprint if reader.columns else "",
                    _columns(reader),
                    dict(reader.told),
                    reader.is_event_list,
                )
            )
    return DryRun(summary, tuple(files))


def _probable(runs: Collection[int], before: StoreBefore) -> dict[int, set[int]]:
    """Return the new people of each run whom the matcher thinks to know."""
    fresh: dict[int, int] = {}
    for run in runs:
        query = SourceRecord.select(SourceRecord.person).where(SourceRecord.run == run)
        are_new = (SourceRecord.person > before.person) & (SourceRecord.person < CAPTURED)
        fresh |= {person: run for (person,) in rows(query.where(are_new))}
    found: dict[int, set[int]] = {}
    for ends in rows(Pair.select(Pair.left, Pair.right).where(Pair.id > before.pair)):
        new = [person for person in ends if person in fresh]
        if len(new) == 1:
            found.setdefault(fresh[new[0]], set()).add(new[0])
    return found


def _columns(reader: Reader) -> tuple[Column, ...]:
    if reader.columns is None:
        return ()
    fields = {index: field for field, indices in reader.columns.columns.items() for index in indices}
    sample = reader.sample
    return tuple(
        Column(name, fields[index].value if index in fields else "", _example(sample, index), name in reader.told)
        for index, name in enumerate(reader.header)
    )


def _example(sample: Iterable[list[str]], index: int) -> str:
    cells = (row[index].strip() for row in sample if index < len(row))
    return next(filter(None, cells), "")[:_EXAMPLE]
