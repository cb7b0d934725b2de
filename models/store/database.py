"""Open the store: one SQLite file that only its owner can read, with every safety pragma switched on and verified."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from peewee import DatabaseError, Model, OperationalError, SqliteDatabase

from ..errors import ReadOnlyError, StoreError
from .base import database

APPLICATION_ID = 0x7069636B  # "pick", as SQLite's file header names the program a file belongs to

_PRAGMAS: dict[str, int | str] = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: NORMAL loses acknowledged decisions when the power goes
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
}


class Store(NamedTuple):
    """An open store."""

    path: Path
    read_only: bool

    def close(self) -> None:
        """Close this thread's connection."""
        database.close()

    def require_writable(self) -> None:
        """Raise `ReadOnlyError` when the store may not be written."""
        if self.read_only:
            raise ReadOnlyError(
                f"{self.path.name} was written by a newer picky and is open for reading only.",
                "Update picky to decide and import again.",
            )


def open_store(path: Path) -> Store:
    """Return the store at `path`, made when absent, brought to the newest schema; read-only when a newer picky wrote it.

    Raises `StoreError` when the file is no store of picky's or cannot be opened.
    """
    from .migrations import LATEST, migrate

    _prepare(path)
    try:
        version = _peek(path)
        _close_to_others(path)
        read_only = version > LATEST
        opened = _connect(path, read_only=read_only)
        database.initialize(opened)
        opened.connect(reuse_if_open=True)
        if not read_only:
            _verify_pragmas()
            if version < LATEST:
                migrate(opened, APPLICATION_ID)
    except DatabaseError as error:
        raise StoreError(
            f"{path} cannot be opened: {error}.", "Check the path, or give another with --store."
        ) from error
    return Store(path, read_only)


def _prepare(path: Path) -> None:
    """A new folder is 0700 and a new file 0600 before SQLite sees them: never readable by others, not for a moment."""
    try:
        if not path.parent.exists():
            path.parent.mkdir(parents=True, mode=0o700)
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise StoreError(f"{path} is not a plain file.", "Give another path with --store.")
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}.", "Give another path with --store.") from error


def _peek(path: Path) -> int:
    """Return the schema version in the file; 0 for a new one."""
    plain = SqliteDatabase(str(path))
    with plain.connection_context():
        application = plain.pragma("application_id")
        version = int(plain.pragma("user_version"))
        tables = plain.get_tables()
    if (application or tables) and application != APPLICATION_ID:
        raise StoreError(f"{path} is not a store of picky's.", "Give another path with --store.")
    return version


def _close_to_others(path: Path) -> None:
    """Only once the file is known to be ours: the permissions of anything else are not ours to change."""
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)


def _connect(path: Path, *, read_only: bool) -> SqliteDatabase:
    if read_only:
        return SqliteDatabase(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
    return SqliteDatabase(str(path), pragmas=_PRAGMAS, timeout=5)


def _verify_pragmas() -> None:
    for name, wanted in _PRAGMAS.items():
        got = database.pragma(name)
        if got is not None and str(got) != str(wanted):
            raise StoreError(f"SQLite refused {name}={wanted} (it says {got}).", "Put the store on a local disk.")


@contextmanager
def transaction() -> Iterator[None]:
    """One transaction that holds the write lock from its first statement; inside another, a part of it.

    Raises `StoreError` when the store is locked for too long, or its disk is full or broken.
    """
    if database.in_transaction():
        with database.atomic():
            yield
        return
    try:
        with database.atomic("IMMEDIATE"):
            yield
    except OperationalError as error:
        raise StoreError(
            f"The store could not be written: {error}.", "Is another picky at work, or the disk full? Try again."
        ) from error


@contextmanager
def own_connection() -> Iterator[None]:
    """A connection for this thread, closed at the end: connections are not shared between threads."""
    is_new = database.connect(reuse_if_open=True)
    try:
        yield
    finally:
        if is_new:
            database.close()


def insert_rows(table: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Many rows at once, given in the database's own values: several times faster than through the mapper."""
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    name = table._meta.table_name
    _cursor().executemany(f'INSERT INTO "{name}" ({names}) VALUES ({marks})', rows)  # noqa: S608 — our own names


def update_rows(table: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Many rows changed at once; each row gives the new values of `columns`, then its id."""
    sets = ", ".join(f'"{column}" = ?' for column in columns)
    name = table._meta.table_name
    _cursor().executemany(f'UPDATE "{name}" SET {sets} WHERE "id" = ?', rows)  # noqa: S608 — our own names


def _cursor() -> Any:
    return database.obj.connection().cursor()
