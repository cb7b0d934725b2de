"""Several processes on one store, and one that is killed: nothing that was shown as decided is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from models.errors import ConflictError, StoreError
from models.store.base import database
from tests.models.support import NOW, Export, counted, open_ids, opened

_ROOT = Path(__file__).parents[3]

_DECIDE = """
import sys
from pathlib import Path
from models.settings import Settings
from models.workspace import Workspace
folder, verdict, mine, of = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
workspace = Workspace(Settings(folder / "network.db", folder / "policy.toml"))
print("ready", flush=True)
sys.stdin.readline()
for number in range(1, 121):
    if number % of == mine:
        print(workspace.decide("stale", str(number), verdict).operation, flush=True)
"""


def _start(folder: Path, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _DECIDE, str(folder), *map(str, arguments)], cwd=_ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PICKY_NOW": NOW},
    )  # fmt: skip


@pytest.fixture
def crowd(tmp_path: Path) -> Path:
    """A folder with a store in which 120 people have gone quiet."""
    export = Export()
    for number in range(120):
        export.connect(f"Pat P{number:03}", 400 + number)
    workspace = opened(tmp_path)
    workspace.import_files([export.zipped(tmp_path)])
    workspace.close()
    return tmp_path


def test_two_processes_that_decide_at_once_never_meet_a_locked_store(crowd: Path) -> None:
    workers = [_start(crowd, "keep", mine, 2) for mine in range(2)]
    for worker in workers:
        assert worker.stdout
        assert worker.stdout.readline() == "ready\n"
    for worker in workers:
        assert worker.stdin
        worker.stdin.write("\n")
        worker.stdin.flush()
    told = [worker.communicate(timeout=60) for worker in workers]
    assert [(worker.returncode, error) for worker, (_, error) in zip(workers, told, strict=True)] == [(0, "")] * 2
    operations = [int(line) for out, _ in told for line in out.splitlines()]
    assert len(set(operations)) == 120
    with closing(sqlite3.connect(crowd / "network.db")) as plain:
        assert plain.execute("SELECT COUNT(*) FROM decision").fetchone() == (120,)
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_processes_that_make_the_same_new_store_at_once_all_get_one(tmp_path: Path) -> None:
    code = _DECIDE.replace('print("ready", flush=True)', "sys.exit()")
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path), "keep", "0", "1"], cwd=_ROOT, stderr=subprocess.PIPE, text=True,
        )
        for _ in range(4)
    ]  # fmt: skip
    assert [(worker.communicate(timeout=60)[1], worker.returncode) for worker in workers] == [("", 0)] * 4


def test_a_store_that_is_locked_for_long_is_told_in_a_sentence(crowd: Path) -> None:
    workspace = opened(crowd)
    database.execute_sql("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(crowd / "network.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        started = time.monotonic()
        with pytest.raises(StoreError) as told:
            workspace.decide("stale", "1", "keep")
        assert time.monotonic() - started < 3
        other.execute("ROLLBACK")
    assert "locked" in told.value.sentence
    assert workspace.decide("stale", "1", "keep").sentence
    workspace.close()


def test_a_card_that_another_process_decided_meanwhile_is_a_conflict(crowd: Path) -> None:
    workspace = opened(crowd)
    session = workspace.review("stale")
    item = session.present()
    assert item
    worker = _start(crowd, "remove", int(item.id) % 120, 120)
    _, error = worker.communicate("\n", timeout=60)
    assert error == ""
    from models.verbs import Verb

    with pytest.raises(ConflictError):
        session.decide(item, Verb.KEEP)
    assert item.id not in open_ids(workspace, "stale")
    workspace.close()


def test_killed_at_any_moment_nothing_that_was_shown_as_decided_is_lost(crowd: Path) -> None:
    """Twenty times `kill -9` while a process decides as fast as it can."""
    import random
    import shutil

    rng = random.Random(20)
    for _ in range(20):
        store = crowd / "again"
        store.mkdir()
        shutil.copy(crowd / "network.db", store / "network.db")
        worker = _start(store, "remove", 0, 1)
        assert worker.stdout
        assert worker.stdin
        worker.stdout.readline()
        worker.stdin.write("\n")
        worker.stdin.flush()
        seen = [worker.stdout.readline() for _ in range(rng.randrange(1, 6))]
        time.sleep(rng.random() * 0.02)  # the moment of death must not be one the writer chose
        worker.kill()
        seen += worker.stdout.read().splitlines()
        worker.wait()
        worker.stdin.close()
        worker.stderr.close() if worker.stderr else None
        worker.stdout.close()
        printed = {int(line) for line in seen if line.strip()}
        workspace = opened(store)
        kept = {line.id for line in workspace.history() if line.kind == "decide"}
        assert printed <= kept
        assert len(kept - printed) <= 1
        assert counted(workspace, "stale").decided == len(kept) == len(workspace.outbox())
        assert workspace.undo().target == max(kept)
        workspace.close()
        with closing(sqlite3.connect(store / "network.db")) as plain:
            assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        shutil.rmtree(store)
