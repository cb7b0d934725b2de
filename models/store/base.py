"""What all tables share: the database they are bound to when a store is opened."""

from __future__ import annotations

from typing import ClassVar

from peewee import AutoField, DatabaseProxy, Model

database = DatabaseProxy()

CAPTURED = 1 << 40
"""Ids from here on are rows the user made by hand. What a person captures never shifts the numbers an import gives."""


class Table(Model):
    """A table with a numbered row."""

    id = AutoField()

    DERIVED: ClassVar[frozenset[str]] = frozenset()
    """Columns computed from other rows; the journal neither keeps nor compares them."""

    class Meta:  # noqa: D106 — Peewee's own configuration class
        database = database
        legacy_table_names = False
