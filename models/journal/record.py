"""Recording an operation: what it changed, row by row, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import uuid4

from peewee import fn

from .. import clock
from ..store import Change, Operation, Table, transaction
from ..store.query import value
from .images import apply, image


class Op(StrEnum):
    """Kinds of operation, as history names them."""

    DECIDE = "decide"
    MET = "met"
    ASK = "ask"
    NOTE = "note"
    OUTBOX = "outbox"
    SPLIT = "split"
    CHOOSE = "choose"
    IMPORT = "import"
    UNDO = "undo"
    REDO = "redo"


LOG_ONLY = (Op.IMPORT, Op.UNDO, Op.REDO)
"""Kinds that undo and redo step over."""


@dataclass(slots=True)
class Operating:
    """An operation under way. Every write of the user's data goes through one of its three methods."""

    id: int
    touched: set[tuple[str, int]] = field(default_factory=set)

    def insert(self, table: type[Table], *, first_id: int = 1, **values: Any) -> int:
        """Add a row and return its number, which no other row of this table ever had."""
        row = _next_id(table, first_id)
        made = table(id=row, **values)
        made.save(force_insert=True)
        self._keep(table, row, None, image(made))
        return row

    def update(self, table: type[Table], row: int, **values: Any) -> None:
        """Change some columns of a row; only those are compared and restored on undo."""
        found = table.get_by_id(row)
        names = [table._meta.fields[name].column_name for name in values]
        before = image(found, names)
        for name, new in values.items():
            setattr(found, name, new)
        after = image(found, names)
        if before != after:
            apply(table, row, before, after)
            self._keep(table, row, before, after)

    def delete(self, table: type[Table], row: int) -> None:
        """Remove a row."""
        before = image(table.get_by_id(row))
        apply(table, row, before, None)
        self._keep(table, row, before, None)

    def _keep(self, table: type[Table], row: int, before: object, after: object) -> None:
        name = table._meta.table_name
        Change.insert(operation=self.id, table_name=name, row=row, before=before, after=after).execute()
        self.touched.add((name, row))


@contextmanager
def operation(
    kind: Op, sentence: str, *, uid: str | None = None, person: int | None = None
) -> Iterator[Operating]:
    """One transaction and one history line; nothing of it stays when the block raises.

    `uid` is the caller's own number for it. Ask `existing` first when a retry is possible.
    """
    with transaction():
        number = Operation.insert(
            uid=uid or uuid4().hex, at=clock.now(), kind=kind.value, sentence=sentence, person=person
        ).execute()
        yield Operating(int(number))


def existing(uid: str | None) -> int | None:
    """The operation that already carries this uid: a commit that was reported as failed may have been kept."""
    if uid is None:
        return None
    found = value(Operation.select(Operation.id).where(Operation.uid == uid))
    return None if found is None else int(found)


def _next_id(table: type[Table], first_id: int) -> int:
    """One more than any id the table holds or the log remembers, so that a redo never meets a stranger in its place."""
    name = table._meta.table_name
    held = value(table.select(fn.MAX(table.id)), 0)
    logged = value(Change.select(fn.MAX(Change.row)).where(Change.table_name == name), 0)
    return max(int(held), int(logged), first_id - 1) + 1
