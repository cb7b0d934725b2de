"""What stood under keys with a prefix is carried over into columns and tables of its own."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date
from importlib import import_module
from pathlib import Path

from peewee import SqliteDatabase

from models.store import ColumnOverride, ImportRun, OutcomeMessage
from models.store.database import APPLICATION_ID, open_store
from models.store.facts import FactKey
from models.store.migrations import STEPS
from models.store.queue_states import quiet_queues, skipped_in

_FACTS = {
    "owner_name": "Robin Ash",
    "read 1": json.dumps({"columns": {"full_name": [0], "email": [2, 3]}, "occasion": ["Fair", "2026-04-15", "Kiel", True]}),
    "columns 00ff": json.dumps({"Wer": "full_name"}),
    "quiet invites": "yes",
    "quiet stale": "",
    "skipped stale": "[7, 9]",
    "heard_outcomes": "[1, 99]",
}  # fmt: skip


def test_an_older_store_keeps_what_its_runs_lists_and_queues_know(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    older = SqliteDatabase(str(path))
    for step in STEPS[:4]:
        import_module(f"models.store.migrations.{step}").up(older)
    older.close()
    with closing(sqlite3.connect(path)) as plain:
        plain.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 4")
        plain.executemany("INSERT INTO fact (key, value) VALUES (?, ?)", _FACTS.items())
        for run in (1, 2):
            plain.execute(
                "INSERT INTO import_run VALUES (?, 1, 0, 'guests.csv', 'table', NULL, '[]', 1, 1, 0, 0, 0, 0, '[]')",
                (run,),
            )
        plain.execute("INSERT INTO thread VALUES (1, 'a', '')")
        plain.execute(
            "INSERT INTO message VALUES (1, 1, NULL, '', 0, 0, 'talk', '', 'I got the job, thanks', 7, 'linkedin')"
        )
        plain.commit()

    store = open_store(path)
    known, unknown = ImportRun.get_by_id(1), ImportRun.get_by_id(2)
    assert known.columns == {"full_name": [0], "email": [2, 3]}
    assert (known.event, known.event_on, known.place, known.met) == ("Fair", date(2026, 4, 15), "Kiel", True)
    assert (unknown.columns, unknown.event, unknown.event_on, unknown.met) == (None, "", None, False)
    assert list(ColumnOverride.select(ColumnOverride.fingerprint, ColumnOverride.columns).tuples()) == [
        ("00ff", {"Wer": "full_name"})
    ]
    assert quiet_queues() == {"invites"}
    assert (skipped_in("stale"), skipped_in("invites")) == ([7, 9], [])
    assert [row.message_id for row in OutcomeMessage.select()] == [1]
    store.close()
    with closing(sqlite3.connect(path)) as plain:
        keys = {key for (key,) in plain.execute("SELECT key FROM fact")}
    assert keys == {"owner_name"} <= set(FactKey)
