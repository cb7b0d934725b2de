"""The store's file: who may read it, what SQLite was told, what is refused, and what two processes do at once."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from models.errors import ConflictError, ReadOnlyError, StoreError
from models.store import TABLES
from models.store.base import database
from models.store.database import APPLICATION_ID, open_store
from models.store.migrations import LATEST
from models.workspace import Workspace
from tests.models.support import NOW, Export, counted, open_ids, opened

_ROOT = Path(__file__).parents[3]


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def _everybody_may_read() -> object:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("_everybody_may_read")
def test_only_the_owner_can_read_the_store_whatever_the_umask_says(tmp_path: Path) -> None:
    workspace = opened(tmp_path / "data")
    workspace.import_files([Export().connect("Ann Lee", 300).zipped(tmp_path)])
    files = {path.name: oct(_mode(path)) for path in (tmp_path / "data").iterdir()}
    workspace.close()
    assert oct(_mode(tmp_path / "data")) == "0o700"
    assert set(files.values()) == {"0o600"}, files
    assert "network.db" in files


def test_a_store_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    opened(tmp_path).close()
    (tmp_path / "network.db").chmod(0o644)
    opened(tmp_path).close()
    assert _mode(tmp_path / "network.db") == 0o600


def test_every_safety_is_on_when_read_back(workspace: Workspace) -> None:
    wanted = {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0,
        "cell_size_check": 1, "mmap_size": 0, "application_id": APPLICATION_ID, "user_version": LATEST,
    }  # fmt: skip
    assert {name: database.pragma(name) for name in wanted} == wanted
    workspace.close()
    assert workspace.store.path.read_bytes()[68:72] == b"pick", "what the file header calls its program"


def test_a_connection_of_another_thread_has_the_same_safeties(workspace: Workspace) -> None:
    from threading import Thread

    from models.store.database import own_connection

    found = []

    def look() -> None:
        with own_connection():
            found.extend(database.pragma(name) for name in ("synchronous", "foreign_keys", "trusted_schema"))

    thread = Thread(target=look)
    thread.start()
    thread.join()
    assert found == [2, 1, 0]


def test_the_migrations_make_the_tables_that_the_code_uses(tmp_path: Path) -> None:
    opened(tmp_path).close()
    migrated = _schema(tmp_path / "network.db")
    store = open_store(tmp_path / "plain.db")
    database.drop_tables(TABLES)
    database.create_tables(TABLES)
    store.close()
    assert migrated == _schema(tmp_path / "plain.db")


def _schema(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as plain:
        made = plain.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {"".join(row[0].split()) for row in made}  # however it is laid out


def test_the_first_migration_is_frozen_and_knows_nothing_of_todays_tables() -> None:
    text = (_ROOT / "models" / "store" / "migrations" / "0001_initial.py").read_text(encoding="utf-8")
    imported = [line.split()[1] for line in text.splitlines() if line.startswith(("from ", "import "))]
    assert imported == ["__future__", "peewee"]


def test_a_store_of_a_newer_picky_opens_for_reading_only_and_is_not_touched(tmp_path: Path) -> None:
    workspace = opened(tmp_path)
    workspace.import_files([Export().connect("Ann Lee", 300).zipped(tmp_path)])
    workspace.close()
    path = tmp_path / "network.db"
    with closing(sqlite3.connect(path)) as plain:
        plain.execute(f"PRAGMA user_version = {LATEST + 1}")
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.read_bytes()
    newer = opened(tmp_path)
    assert newer.store.read_only
    assert [item.name for item in newer.items("stale")] == ["Ann Lee"]
    for write in (
        lambda: newer.decide("stale", "1", "keep"), newer.undo, newer.redo, lambda: newer.ask("Ann Lee", "Bo"),
        lambda: newer.import_files([tmp_path]), lambda: newer.close_errand(1, "done"), lambda: newer.confirm([1]),
        lambda: newer.remark(1, "Ann Lee", "note", "x"),
    ):  # fmt: skip
        with pytest.raises(ReadOnlyError) as told:
            write()
        assert "newer" in told.value.sentence
    newer.close()
    assert path.read_bytes() == before
    assert not (wal := tmp_path / "network.db-wal").exists() or wal.stat().st_size == 0


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE bookmarks (id INTEGER)")


def _of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA application_id = 1196444487")


@pytest.mark.parametrize(
    "make",
    [_foreign, _of_another_program, lambda path: path.write_text("Dear diary,\n" * 100), lambda path: path.mkdir(),
     lambda path: path.symlink_to("/etc/passwd"), lambda path: path.symlink_to(path.with_name("nothing")), os.mkfifo],
    ids=["tables of others", "another program", "no database", "folder", "link", "link to nothing", "pipe"],
)  # fmt: skip
def test_what_is_no_store_is_refused_and_left_alone(make: object, tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    make(path)  # type: ignore[operator]
    if path.is_file() and not path.is_symlink():
        path.chmod(0o644)
    before = path.lstat()
    content = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StoreError) as told:
        opened(tmp_path)
    assert told.value.hint
    after = path.lstat()
    assert (after.st_mode, after.st_size) == (before.st_mode, before.st_size)
    assert not path.is_file() or path.read_bytes() == content
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize("where", ["a file/network.db", "x" * 300])
def test_a_path_that_cannot_be_is_told(where: str, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("here")
    with pytest.raises(StoreError) as told:
        open_store(tmp_path / where)
    assert "--store" in told.value.hint


def test_folders_that_are_missing_are_made_for_the_owner_alone(tmp_path: Path) -> None:
    open_store(tmp_path / "missing" / "and missing" / "network.db").close()
    assert _mode(tmp_path / "missing" / "and missing") == 0o700


def test_a_store_cut_in_half_is_told_and_not_started_afresh(tmp_path: Path) -> None:
    workspace = opened(tmp_path)
    workspace.import_files([Export().connect("Ann Lee", 300).zipped(tmp_path)])
    workspace.close()
    path = tmp_path / "network.db"
    half = path.read_bytes()[: path.stat().st_size // 2]
    path.write_bytes(half)
    with pytest.raises(StoreError):
        opened(tmp_path)
    database.close()
    assert path.stat().st_size == len(half)


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
