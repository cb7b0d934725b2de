"""What the commands answer about a store, as JSON, and what two answers must share to mean the same."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing, redirect_stderr, redirect_stdout
from unittest.mock import patch

from tui.cli import main

NOW = "2026-09-17T09:00:00+00:00"
"""When the frozen store is looked at: due dates and intervals count from here."""

PEOPLE = (
    "vera-haddad", "sam-okafor", "petra-svensson", "dario-petrov-4f1a", "oskar-lindholm", "leila-navarro", "gregor-pfaff-consulting",
    "torsten-kellermann-77b", "noor-elsayed", "hugo-lemaire", "thomas-weber-graz", "Nora Newcomer", "Bela Unheard",
)  # fmt: skip

Answers = dict[str, object]


class CommandError(Exception):
    """A command that refused, with its sentence."""


def picky(*words: object) -> str:
    """Run a command in this process and return its standard output; raise `CommandError` when it refuses."""
    out, err = io.StringIO(), io.StringIO()
    with patch.object(sys, "argv", ["picky", *map(str, words)]), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as left:
            if left.code:
                raise CommandError(err.getvalue()) from left
    return out.getvalue()


def cards_of(queue: str) -> list[dict[str, object]]:
    """Return the open cards of a queue."""
    return list(json.loads(picky("queue", queue, "--json"))["items"])


def cards() -> Answers:
    """Return the counts of all queues, and every open card."""
    counts = json.loads(picky("queue", "--json"))["queues"]
    return {"counts": counts} | {f"queue {held['name']}": cards_of(str(held["name"])) for held in counts}


def answers() -> Answers:
    """Return everything the commands say about the store, and the decisions behind it."""
    pages = {name: ("person", name) for name in PEOPLE} | {word: (word,) for word in _PAGES}
    return cards() | {name: json.loads(picky(*words, "--json")) for name, words in pages.items()} | _decisions()


def _decisions() -> Answers:
    """Return what no command lists as a whole: every verdict in force, every errand, every mark."""
    with closing(sqlite3.connect(os.environ["PICKY_STORE"])) as database:
        database.row_factory = sqlite3.Row
        return {title: [dict(row) for row in database.execute(query)] for title, query in _QUERIES.items()}


_PAGES = ("history", "outbox", "ledger", "report", "calibrate")
_QUERIES = {
    "decisions": "SELECT queue, subject, person_id, verdict, reason, due, times FROM decision ORDER BY queue, subject",
    "errands": "SELECT id, kind, queue, subject, person_id, state, closed_at, draft FROM errand ORDER BY id",
    "marks": "SELECT person_id, kind FROM mark ORDER BY person_id, kind",
    "outcomes": "SELECT kind, happened_on, note, event FROM outcome ORDER BY kind, happened_on",
}


def differences(before: object, after: object, where: str = "") -> list[str]:
    """Return where an answer lost or changed something; a field that is new beside the old ones is no difference."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        lost = [f"{where}/{key}: lost" for key in before if key not in after]
        return lost + [
            line for key in before if key in after for line in differences(before[key], after[key], f"{where}/{key}")
        ]
    if _is_list(before) and _is_list(after) and len(before) == len(after):
        pairs = enumerate(zip(before, after, strict=True))
        return [line for n, (old, new) in pairs for line in differences(old, new, f"{where}/{n}")]
    return [] if before == after else [f"{where}: {before!r} became {after!r}"]


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
