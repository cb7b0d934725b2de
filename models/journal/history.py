"""The log as lines for people, newest first."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from ..store import Operation
from ..store.query import rows
from .record import Op


class Line(NamedTuple):
    """One operation, as history shows it."""

    id: int
    at: datetime
    kind: str
    sentence: str
    undone: bool


def history(*, before: int | None = None, limit: int | None = None, person: int | None = None) -> list[Line]:
    """Operations, newest first. What was undone says so; the undoing itself has no line of its own."""
    query = Operation.select(Operation.id, Operation.at, Operation.kind, Operation.sentence, Operation.undone_at)
    query = query.where(Operation.kind.not_in([Op.UNDO.value, Op.REDO.value]))
    if before is not None:
        query = query.where(Operation.id < before)
    if person is not None:
        query = query.where(Operation.person == person)
    found = rows(query.order_by(Operation.id.desc()).limit(limit))
    return [Line(number, at, kind, sentence, undone is not None) for number, at, kind, sentence, undone in found]


def newest() -> int:
    """Return the number of the newest operation, undoing and redoing included; 0 when there is none."""
    found = rows(Operation.select(Operation.id).order_by(Operation.id.desc()).limit(1))
    return int(found[0][0]) if found else 0
