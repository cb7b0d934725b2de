"""Typed ways to read a query, so that callers never meet the mapper's untyped results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

Key = TypeVar("Key", int, str)

CHUNK = 500
"""How many ids go into one `IN (…)`: far below every database's limit on variables."""


def rows(query: Any) -> list[tuple[Any, ...]]:
    """The query's rows as plain tuples."""
    return list(query.tuples())


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
