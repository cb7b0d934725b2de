"""What came in: one run per file read, and its raw rows, kept and never edited."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, ForeignKeyField, IntegerField, TextField

from .base import DayField, MomentField, Table, ValuesField
from .people import Person


class ImportRun(Table):
    """One file of one import: what it was, and what it changed."""

    operation_id = IntegerField(index=True)
    at = MomentField()
    file = TextField()
    kind = TextField()
    export_date = DayField(null=True)
    header = ValuesField(default=list)
    rows = IntegerField(default=0)
    new = IntegerField(default=0)
    changed = IntegerField(default=0)
    unchanged = IntegerField(default=0)
    gone = IntegerField(default=0)
    hidden = IntegerField(default=0)
    problems = ValuesField(default=list)
    columns = ValuesField(null=True)
    """Which columns meant what: each field's name to the places of its columns; `None` for files that say so themselves."""
    event = TextField(default="")
    """Where the user said its people are from; `event_on`, `place` and `met` belong to it."""
    event_on = DayField(null=True)
    place = TextField(default="")
    met = BooleanField(default=False)
    """Whether the user met these people."""


class ColumnOverride(Table):
    """What the user said about the columns of a list, for every list with the same header."""

    fingerprint = TextField(unique=True)
    """Of the header."""
    columns = ValuesField(default=dict)
    """The names of columns to those of the fields they mean; empty for a column to leave alone."""


class SourceRecord(Table):
    """A row as it stood in the file. Identical rows of later files are not kept again."""

    run = ForeignKeyField(ImportRun, backref="records", index=False)
    row = IntegerField()
    person = ForeignKeyField(Person, null=True, backref="sources")
    digest = BigIntegerField()
    cells = TextField()
    """The row's cells as a JSON list, under the header of its run."""
