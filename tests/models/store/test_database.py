"""The store's file: who may read it, what SQLite was told, what is refused, and what two processes do at once."""

from __future__ import annotations

import importlib
import os
import re
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from models.errors import ReadOnlyError, StoreError
from models.store import TABLES, Message
from models.store.base import database
from models.store.database import APPLICATION_ID, open_store
from models.store.migrations import LATEST
from models.workspace import Workspace
from tests.models.support import Export, opened

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


def _schema(path: Path) -> set[tuple[str, ...]]:
    """What was made, definition by definition, however it is laid out: a step can only add a column last, with a default."""
    with closing(sqlite3.connect(path)) as plain:
        made = plain.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        plainly = (re.sub(r"DEFAULT\s+'[^']*'|\s", "", row[0]) for row in made)
        return {
            tuple(sorted(re.split(r",(?![^()]*\))", sql.removesuffix(")").replace("(", "(,", 1)))) for sql in plainly
        }


def test_a_store_of_the_first_tables_is_brought_up_with_all_that_is_in_it(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "network.db")) as plain:
        for statement in importlib.import_module("models.store.migrations.0001_initial").STATEMENTS:
            plain.execute(statement)
        plain.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        plain.execute("PRAGMA user_version = 1")
        plain.execute("INSERT INTO thread VALUES (1, 'a', '')")
        plain.execute("INSERT INTO message VALUES (1, 1, NULL, '', 0, 0, 'talk', '', 'Hello', 7)")
        plain.commit()
    workspace = opened(tmp_path)
    assert Message.get_by_id(1).text == "Hello"
    assert Message.get_by_id(1).channel == "linkedin"
    workspace.close()


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
    session = newer.review("stale")
    session.skip()  # looking through the cards still works; only the place is not kept
    assert session.present() is None
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
