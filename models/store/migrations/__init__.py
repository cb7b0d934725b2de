"""Numbered steps from an empty file to today's tables. An applied step is never edited."""

from __future__ import annotations

from importlib import import_module

from peewee import SqliteDatabase

STEPS = ("0001_initial", "0002_introductions", "0003_spellings", "0004_company_keys", "0005_run_columns")
LATEST = len(STEPS)


def migrate(database: SqliteDatabase, application_id: int) -> None:
    """Bring the schema to `LATEST`; each step and its record are one transaction."""
    for number, name in enumerate(STEPS, start=1):
        with database.atomic("IMMEDIATE"):
            if int(database.pragma("user_version")) >= number:
                continue
            import_module(f".{name}", __name__).up(database)
            database.pragma("application_id", application_id)
            database.pragma("user_version", number)
