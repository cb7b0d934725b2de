"""The append-only log behind undo: who changed what, from which values to which."""

from __future__ import annotations

from peewee import BigIntegerField, ForeignKeyField, IntegerField, TextField

from .base import MomentField, Table, ValuesField


class Operation(Table):
    """One transaction, one history line, one undo."""

    uid = TextField(unique=True)
    """The caller's own number for it: the same uid twice is the same operation."""
    at = MomentField()
    kind = TextField()
    sentence = TextField()
    person = BigIntegerField(null=True, column_name="person_id")
    """Whom it was about. No reference: the log outlives a captured person who was taken back."""
    undone_at = MomentField(null=True)
    target_id = IntegerField(null=True)
    """For kind `undo` and `redo`: the operation it took back or brought back."""


class Change(Table):
    """One row touched by an operation: its columns before and after; `None` when it did not exist."""

    operation = ForeignKeyField(Operation, backref="changes")
    table_name = TextField()
    row = BigIntegerField()
    before = ValuesField(null=True)
    after = ValuesField(null=True)

    class Meta:  # noqa: D106
        indexes = ((("table_name", "row"), False),)
