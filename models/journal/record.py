"""Recording an operation: what it changed, row by row, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple
from uuid import uuid4

from peewee import fn

from .. import clock
from ..store import Change, Operation, Table, transaction
from ..store.query import Query, Statement, param
from .row_images import apply, image

_BEGIN = Statement(
    lambda: Operation.insert(
        uid=param("uid"), at=param("at"), kind=param("kind"), sentence=param("sentence"), person=param("person")
    )
)
_EXISTING = Query(int, lambda: Operation.select(Operation.id).where(Operation.uid == param("uid")))
_KEEP = Statement(
    lambda: Change.insert(
        operation=param("operation"),
        table_name=param("table"),
        row=param("row"),
        before=param("before"),
        after=param("after"),
    )
)
_LOGGED = Query(int, lambda: Change.select(fn.MAX(Change.row)).where(Change.table_name == param("table")))


class Op(StrEnum):
    """Kinds of operation, as history names them."""

    DECIDE = "decide"
    MET = "met"
    ASK = "ask"
    NOTE = "note"
    OUTCOME = "outcome"
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
        _statements(table).insert.run(**image(made, table._meta.columns))
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
        before, after = Change.before.db_value(before), Change.after.db_value(after)
        _KEEP.run(operation=self.id, table=name, row=row, before=before, after=after)
        self.touched.add((name, row))


@contextmanager
def operation(kind: Op, sentence: str, *, uid: str | None = None, person: int | None = None) -> Iterator[Operating]:
    """One transaction and one history line; nothing of it stays when the block raises.

    `uid` is the caller's own number for it. Ask `existing` first when a retry is possible.
    """
    with transaction():
        number = _BEGIN.insert(uid=uid or uuid4().hex, at=clock.now(), kind=kind, sentence=sentence, person=person)
        yield Operating(number)


def existing(uid: str | None) -> int | None:
    """Return the operation that already carries this uid: a commit that was reported as failed may have been kept."""
    return None if uid is None else _EXISTING.first(uid=uid)


def _next_id(table: type[Table], first_id: int) -> int:
    """One more than any id the table holds or the log remembers, so that a redo never meets a stranger in its place."""
    name = table._meta.table_name
    held = _statements(table).newest.first() or 0
    logged = _LOGGED.first(table=name) or 0
    return max(held, logged, first_id - 1) + 1


class _Statements(NamedTuple):
    """What adding a row to a table takes."""

    newest: Query[int]
    insert: Statement


@cache
def _statements(table: type[Table]) -> _Statements:
    return _Statements(
        Query(int, lambda: table.select(fn.MAX(table.id))),
        Statement(lambda: table.insert({column: param(name) for name, column in table._meta.columns.items()})),
    )
