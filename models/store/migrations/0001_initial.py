"""The first tables."""

from __future__ import annotations

from peewee import Database


def up(database: Database) -> None:
    from models.store import TABLES

    database.create_tables(TABLES)
