"""Numbers for conversations, given as they are met."""

from __future__ import annotations

from ..store import Thread
from ..store.database import insert_rows
from ..store.query import Query

_THREADS = Query(tuple[str, int], lambda: Thread.select(Thread.key, Thread.id))


class Threads:
    """The conversations of the store, and those that a file adds."""

    def __init__(self, numbers: dict[str, int]) -> None:
        self._numbers = numbers
        self._next = max(numbers.values(), default=0) + 1
        self._unwritten: list[tuple[int, str, str]] = []

    @classmethod
    def load(cls) -> Threads:
        """Return those in the store."""
        return cls(dict(_THREADS.rows()))

    def number(self, key: str, title: str) -> int:
        """Return the number of a conversation, a new one when its key was never met."""
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = self._next
            self._next += 1
            self._unwritten.append((number, key, title))
        return number

    def write(self) -> None:
        """Put the new ones into the store."""
        insert_rows(Thread, ("id", "key", "title"), self._unwritten)
        self._unwritten.clear()
