"""Introductions to their end: by which channel a text came, what a draft says and why, whom they meant, what came of it."""

from __future__ import annotations

from peewee import SqliteDatabase

STATEMENTS = (
    """ALTER TABLE "message" ADD COLUMN "channel" TEXT NOT NULL DEFAULT 'linkedin'""",
    """ALTER TABLE "errand" ADD COLUMN "facts" TEXT NOT NULL DEFAULT '{}'""",
    """ALTER TABLE "errand" ADD COLUMN "voice" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "errand" ADD COLUMN "language" TEXT NOT NULL DEFAULT ''""",
    """CREATE TABLE "chosen_target" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "request_id" INTEGER NOT NULL,
        "person_id" INTEGER NOT NULL,
        FOREIGN KEY ("request_id") REFERENCES "intro_request" ("id"),
        FOREIGN KEY ("person_id") REFERENCES "person" ("id")
    )""",
    'CREATE UNIQUE INDEX "chosen_target_request_id" ON "chosen_target" ("request_id")',
    'CREATE INDEX "chosen_target_person_id" ON "chosen_target" ("person_id")',
    """CREATE TABLE "outcome" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "kind" TEXT NOT NULL,
        "happened_on" VARCHAR(10),
        "note" TEXT NOT NULL,
        "event" TEXT NOT NULL,
        "queue" TEXT NOT NULL,
        "subject" INTEGER,
        "at" INTEGER NOT NULL
    )""",
    'CREATE INDEX "outcome_queue_subject" ON "outcome" ("queue", "subject")',
    """CREATE TABLE "outcome_person" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "outcome_id" INTEGER NOT NULL,
        "person_id" INTEGER NOT NULL,
        "role" TEXT NOT NULL,
        FOREIGN KEY ("outcome_id") REFERENCES "outcome" ("id"),
        FOREIGN KEY ("person_id") REFERENCES "person" ("id")
    )""",
    'CREATE INDEX "outcome_person_person_id" ON "outcome_person" ("person_id")',
    'CREATE UNIQUE INDEX "outcome_person_outcome_id_person_id_role" ON "outcome_person" ("outcome_id", "person_id", "role")',
)


def up(database: SqliteDatabase) -> None:
    """Add them."""
    for statement in STATEMENTS:
        database.execute_sql(statement)  # type: ignore[no-untyped-call]
