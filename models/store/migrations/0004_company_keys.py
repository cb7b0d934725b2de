"""Keys of companies as they are spelled today, in place of those that an earlier version spelled.

This step calls the code that the product spells keys with and keeps no copy of it: that code will look the keys up.
"""

from __future__ import annotations

import json

from peewee import SqliteDatabase

from ...text.companies import company_key

_TABLES = (
    ("SELECT company_key, company, id FROM person", "UPDATE person SET company_key = ? WHERE id = ?"),
    ("SELECT company_key, company, id FROM position", "UPDATE position SET company_key = ? WHERE id = ?"),
)
_LOG = (
    ("SELECT before, id FROM change WHERE before LIKE '%company_key%'", "UPDATE change SET before = ? WHERE id = ?"),
    ("SELECT after, id FROM change WHERE after LIKE '%company_key%'", "UPDATE change SET after = ? WHERE id = ?"),
)


def up(database: SqliteDatabase) -> None:
    """Spell the keys again, in the log too: undo and redo refuse where a row is not as the log says."""
    for query, update in _TABLES:
        for key, company, row in _rows(database, query):
            if (spelled := company_key(company)) != key:
                database.execute_sql(update, (spelled, row))  # type: ignore[no-untyped-call]
    for query, update in _LOG:
        for image, row in _rows(database, query):
            database.execute_sql(update, (_with_key(image), row))  # type: ignore[no-untyped-call]


def _rows(database: SqliteDatabase, query: str) -> list[tuple[str, ...]]:
    return list(database.execute_sql(query).fetchall())  # type: ignore[no-untyped-call]


def _with_key(image: str) -> str:
    """Return a row as the log keeps it, with the key that its company has today."""
    row = json.loads(image)
    if {"company", "company_key"} <= row.keys():
        row["company_key"] = company_key(row["company"])
    return json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
