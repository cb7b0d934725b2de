"""The least an archive can cost: `csv.reader` and `executemany`, three tables, nothing understood."""

from __future__ import annotations

import csv
import io
import sqlite3
import sys
import zipfile
from collections.abc import Iterator

_FILES = {"Connections.csv": 3, "Invitations.csv": 0, "messages.csv": 0}
"""Each file with the lines that stand above its header."""


def raw_import(archive: str, store: str) -> None:
    """Put every row of the three files into a new SQLite file, as text, in one transaction."""
    database = sqlite3.connect(store, isolation_level=None)
    for pragma in ("journal_mode=wal", "synchronous=full", "foreign_keys=1", "secure_delete=1"):
        database.execute(f"PRAGMA {pragma}")
    database.execute("BEGIN IMMEDIATE")
    with zipfile.ZipFile(archive) as opened:
        for name, above in _FILES.items():
            reader = _rows(opened, name, above)
            header = next(reader)
            table = name.partition(".")[0]
            columns = ", ".join(f'"{column}" TEXT' for column in header)
            database.execute(f"CREATE TABLE {table} ({columns})")
            marks = ", ".join("?" * len(header))
            database.executemany(f"INSERT INTO {table} VALUES ({marks})", reader)
    database.execute("COMMIT")
    database.close()


def _rows(archive: zipfile.ZipFile, name: str, above: int) -> Iterator[list[str]]:
    with archive.open(name) as file:
        text = io.TextIOWrapper(file, "utf-8", newline="")
        for _ in range(above):
            text.readline()
        yield from csv.reader(text)


if __name__ == "__main__":
    raw_import(*sys.argv[1:3])
