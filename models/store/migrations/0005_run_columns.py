"""What a run of an import knows stands in its own columns; other knowledge gets a table; the key-value table keeps names."""

from __future__ import annotations

import json

from peewee import SqliteDatabase

STATEMENTS = (
    'ALTER TABLE "import_run" ADD COLUMN "columns" TEXT',
    """ALTER TABLE "import_run" ADD COLUMN "event" TEXT NOT NULL DEFAULT ''""",
    'ALTER TABLE "import_run" ADD COLUMN "event_on" VARCHAR(10)',
    """ALTER TABLE "import_run" ADD COLUMN "place" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "import_run" ADD COLUMN "met" INTEGER NOT NULL DEFAULT '0'""",
    """CREATE TABLE "column_override" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "fingerprint" TEXT NOT NULL,
        "columns" TEXT NOT NULL
    )""",
    'CREATE UNIQUE INDEX "column_override_fingerprint" ON "column_override" ("fingerprint")',
    """CREATE TABLE "queue_state" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "queue" TEXT NOT NULL,
        "is_quiet" INTEGER NOT NULL,
        "skipped" TEXT NOT NULL
    )""",
    'CREATE UNIQUE INDEX "queue_state_queue" ON "queue_state" ("queue")',
    """CREATE TABLE "outcome_message" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "message_id" INTEGER NOT NULL,
        FOREIGN KEY ("message_id") REFERENCES "message" ("id")
    )""",
    'CREATE UNIQUE INDEX "outcome_message_message_id" ON "outcome_message" ("message_id")',
)

_RUN = "UPDATE import_run SET columns = ?, event = ?, event_on = ?, place = ?, met = ? WHERE id = ?"
_OVERRIDE = "INSERT INTO column_override (fingerprint, columns) VALUES (?, ?)"
_QUEUE = "INSERT INTO queue_state (queue, is_quiet, skipped) VALUES (?, ?, ?)"
_MESSAGE = "INSERT OR IGNORE INTO outcome_message (message_id) SELECT id FROM message WHERE id = ?"
_FORGET = (
    "DELETE FROM fact WHERE key = 'heard_outcomes' OR key LIKE 'read %' OR key LIKE 'columns %' OR key LIKE 'quiet %' "
    "OR key LIKE 'skipped %'"
)


def up(database: SqliteDatabase) -> None:
    """Add them, and carry over what stood under keys with a prefix."""
    for statement in STATEMENTS:
        _run(database, statement)
    facts = dict(database.execute_sql("SELECT key, value FROM fact").fetchall())  # type: ignore[no-untyped-call]
    for run, text in _under(facts, "read ").items():
        known = json.loads(text)
        event, event_on, place, met = known["occasion"]
        _run(database, _RUN, _json(known["columns"]), event, event_on, place, int(met), int(run))
    for fingerprint, text in _under(facts, "columns ").items():
        _run(database, _OVERRIDE, fingerprint, _json(json.loads(text)))
    quiet, skipped = _under(facts, "quiet "), _under(facts, "skipped ")
    for queue in sorted(quiet.keys() | skipped.keys()):
        _run(database, _QUEUE, queue, int(bool(quiet.get(queue))), _json(json.loads(skipped.get(queue) or "[]")))
    for message in json.loads(facts.get("heard_outcomes") or "[]"):
        _run(database, _MESSAGE, message)
    _run(database, _FORGET)


def _under(facts: dict[str, str], prefix: str) -> dict[str, str]:
    return {key.removeprefix(prefix): text for key, text in facts.items() if key.startswith(prefix)}


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _run(database: SqliteDatabase, statement: str, *values: object) -> None:
    database.execute_sql(statement, values)  # type: ignore[no-untyped-call]
