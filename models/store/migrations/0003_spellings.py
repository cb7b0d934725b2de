"""People as the matcher spells them, kept, so that comparing a list with everyone known does not spell everyone again."""

from __future__ import annotations

from peewee import SqliteDatabase

STATEMENTS = (
    """CREATE TABLE "spelled_block" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "block" INTEGER NOT NULL,
        "version" INTEGER NOT NULL,
        "people" BLOB NOT NULL,
        "words" TEXT NOT NULL,
        "codes" BLOB NOT NULL
    )""",
    'CREATE UNIQUE INDEX "spelled_block_block" ON "spelled_block" ("block")',
)


def up(database: SqliteDatabase) -> None:
    """Add it; the next import fills it."""
    for statement in STATEMENTS:
        database.execute_sql(statement)  # type: ignore[no-untyped-call]
