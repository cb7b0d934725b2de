"""Typed ways to read a query, so that callers never meet the mapper's untyped results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from peewee import Value

from .base import database

Key = TypeVar("Key", int, str)

CHUNK = 500
"""How many ids go into one `IN (…)`: far below every database's limit on variables."""


def rows(query: Any) -> list[tuple[Any, ...]]:
    """The query's rows as plain tuples."""
    return list(query.tuples())


def plain_rows(query: Any) -> list[tuple[Any, ...]]:
    """The query's rows as the database keeps them, for tens of thousands of texts and numbers at once."""
    found: list[tuple[Any, ...]] = database.execute(query).fetchall()
    return found


def one(query: Any) -> tuple[Any, ...] | None:
    """The first row as a tuple, or `None`."""
    found = list(query.tuples().limit(1))
    return found[0] if found else None


def value(query: Any, default: Any = None) -> Any:
    """The first column of the first row, or `default`."""
    found = one(query)
    return default if found is None or found[0] is None else found[0]


def chunks(ids: Iterable[Key]) -> Iterator[Sequence[Key]]:
    """The ids, in pieces small enough for one `IN (…)`."""
    batch = list(ids)
    for start in range(0, len(batch), CHUNK):
        yield batch[start : start + CHUNK]


class Ready:
    """A query that is built once and asked often: the mapper takes ten times as long to spell it as SQLite to answer.

    Made from a function that gives the query, with `given(name)` where a value will stand. The values are named when
    it is run. Both they and what is found are as the database keeps them: a moment is its seconds.
    """

    def __init__(self, build: Callable[[], Any]) -> None:
        self._build = build
        self._spelled: tuple[Any, str, list[Any]] = (None, "", [])

    def run(self, **values: Any) -> Any:
        """Carry it out; gives the cursor."""
        sql, places = self._spell()
        filled = [values[place.name] if isinstance(place, _Place) else place for place in places]
        return database.execute_sql(sql, filled)

    def insert(self, **values: Any) -> int:
        """Carry out an insert; gives the new row's number."""
        return int(database.last_insert_id(self.run(**values)))

    def one(self, **values: Any) -> tuple[Any, ...] | None:
        """The first of the few rows it finds, or `None`."""
        found = self.run(**values).fetchall()  # all: a cursor left half read would hold on to the store
        return tuple(found[0]) if found else None

    def value(self, **values: Any) -> Any:
        """The first column of the first row, or `None`."""
        found = self.one(**values)
        return found[0] if found else None

    def _spell(self) -> tuple[str, list[Any]]:
        """The SQL and its values, spelled anew when another database was opened."""
        spelled_for, sql, places = self._spelled
        if spelled_for is not database.obj:
            sql, places = self._build().sql()
            self._spelled = database.obj, sql, places
        return sql, places


class _Place:
    """Where a value will stand."""

    def __init__(self, name: str) -> None:
        self.name = name


def given(name: str) -> Any:
    """The place of the value that a `Ready` will be given under this name."""
    return Value(_Place(name), converter=False)
