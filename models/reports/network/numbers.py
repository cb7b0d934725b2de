"""A number of the report, with the words for it and the rows it rests on."""

from __future__ import annotations

from collections.abc import Collection
from statistics import median
from typing import Any, NamedTuple

from ...signals import Rate, rate


class Rows(NamedTuple):
    """What a number rests on: the ids of `people`, `outcomes` or `invitations`; their names are read when asked for."""

    kind: str
    ids: Collection[int]
    """One for each time it counts: who was asked twice stands there twice."""


class Share(NamedTuple):
    """A rate with its name, the sentence it proves, and the rows that count as a success."""

    name: str
    words: str
    rate: Rate
    rows: Rows

    def json(self) -> dict[str, Any]:
        """As `picky report --json` gives it."""
        value, low, high, n, enough = self.rate
        return {
            "name": self.name,
            "words": self.words,
            "value": round(value, 6),
            "low": round(low, 6),
            "high": round(high, 6),
            "n": n,
            "enough": enough,
            "count": len(self.rows.ids),
            "rows": self.rows.kind,
        }


def share(name: str, words: str, found: Collection[int], of: int, kind: str = "people") -> Share:
    """Return how many of so many, each one row."""
    return Share(name, words, rate(len(found), of), Rows(kind, found))


class Spread(NamedTuple):
    """The middle of some numbers, and between which half of them lie."""

    middle: float | None
    """`None` when there is not one."""
    low: float | None
    high: float | None
    n: int

    def json(self) -> dict[str, Any]:
        """As JSON gives it."""
        return {"median": self.middle, "low": self.low, "high": self.high, "n": self.n}


def spread(numbers: Collection[float]) -> Spread:
    """Return the median and the quartiles, each as one of the numbers or the middle between two."""
    held = sorted(numbers)
    if not held:
        return Spread(None, None, None, 0)
    half = len(held) // 2
    return Spread(median(held), median(held[: half or 1]), median(held[-half or -1 :]), len(held))
