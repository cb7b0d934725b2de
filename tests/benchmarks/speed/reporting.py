"""The report of a large network as a whole process: 30,000 connections, 100,000 messages, 2,000 outcomes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import perf_counter

from .figures import Figure
from .stores import SIZES, Bench, say

SMALL = SIZES[0]
OUTCOMES, EVENTS = 2_000, 40
KINDS = ("customer", "meeting", "job", "partner", "advice")
BAR_MS = 1_500


def report_figures(bench: Bench, runs: int) -> Iterator[Figure]:
    """The least of all runs, since others at work on the machine only ever make it slower."""
    store = bench.copy(SMALL)
    fill(store)
    command = [str(Path(sys.executable).with_name("picky")), "--store", str(store), "report", "--json"]
    taken, used = [], []
    for run in range(-1, runs):  # the first round only warms the caches
        say(f"reporting, {run + 1} of {runs}")
        started = perf_counter()
        process = subprocess.Popen(command, env=bench.environment, stdout=subprocess.DEVNULL)
        _, status, spent = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        if run >= 0:
            taken.append((perf_counter() - started) * 1_000)
            used.append((spent.ru_utime + spent.ru_stime) * 1_000)
    detail = f"(of which at work {min(used):,.0f} ms)"
    yield Figure(f"report, {SMALL:,} with {OUTCOMES:,} outcomes", min(taken), BAR_MS, " ms", detail)


def fill(store: Path) -> None:
    """Put outcomes and meetings straight into the file: how they come in is measured nowhere."""
    with closing(sqlite3.connect(store)) as database, database:
        people = [row[0] for row in database.execute("SELECT id FROM person ORDER BY id")]
        database.executemany(
            "INSERT INTO encounter (id, kind, person_id, event, met_on, note, impression, keep_in_touch)"
            " VALUES (?, 'met', ?, ?, ?, '', '', 0)",
            (
                (n + 1, people[n * 3 % len(people)], f"Conference {n % EVENTS}", f"{2010 + n % 16}-05-{1 + n % 28:02}")
                for n in range(4_000)
            ),
        )
        database.executemany(
            "INSERT INTO outcome (id, kind, happened_on, note, event, queue, subject, at) VALUES (?, ?, ?, '', '', '', NULL, 0)",
            ((n + 1, KINDS[n % len(KINDS)], f"{2012 + n % 14}-{1 + n % 12:02}") for n in range(OUTCOMES)),
        )
        database.executemany(
            "INSERT INTO outcome_person (outcome_id, person_id, role) VALUES (?, ?, ?)",
            (
                (n + 1, people[(n * 7 + part) % len(people)], role)
                for n in range(OUTCOMES)
                for part, role in enumerate(("by", "via")[: 1 + n % 2])
            ),
        )
