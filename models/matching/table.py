"""A table of people as columns: every distinct value once, every cell a small number.

People files repeat themselves: a hundred thousand rows hold a few thousand first names. So each column keeps
its distinct values in a list and a code per row, every cleaning step runs once per distinct value, and
comparing two cells for equality is comparing two integers. Code 0 is always "missing".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int32]


class Vocabulary:
    """Gives every distinct value a number; the empty value is number 0."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self._numbers[""] = 0

    def encode(self, values: Iterable[str]) -> Codes:
        """Return the number of each value (int32), adding new ones."""
        return np.fromiter(map(self._numbers.__getitem__, values), dtype=np.int32)

    @property
    def values(self) -> list[str]:
        """The distinct values, each at the position that is its number."""
        return list(self._numbers)


@dataclass(frozen=True, slots=True)
class Column:
    """One field of every record: a code per row into the distinct values, 0 for missing."""

    codes: Codes
    values: list[str]

    def __len__(self) -> int:
        return len(self.codes)

    @classmethod
    def of(cls, cells: Iterable[str]) -> Column:
        """Return a column from its cells in row order."""
        vocabulary = Vocabulary()
        codes = vocabulary.encode(cells)
        return cls(codes, vocabulary.values)

    @classmethod
    def empty(cls, rows: int) -> Column:
        """Return a column in which every cell is missing."""
        return cls(np.zeros(rows, dtype=np.int32), [""])

    def map(self, clean: Callable[[str], str], vocabulary: Vocabulary | None = None) -> Column:
        """Return the column with every distinct value cleaned once; values that become equal share a code."""
        vocabulary = vocabulary or Vocabulary()
        renumbered = vocabulary.encode(chain(("",), map(clean, self.values[1:])))
        return Column(renumbered[self.codes], vocabulary.values)

    def parts(self, clean: Callable[[str], Sequence[str]], *vocabularies: Vocabulary) -> list[Column]:
        """Return several columns out of one: `clean` gives a cell for each of them, once per distinct value."""
        rows = zip(*map(clean, self.values), strict=True)
        columns = []
        for cells, vocabulary in zip(rows, vocabularies, strict=True):
            renumbered = vocabulary.encode(cells)
            renumbered[0] = 0
            columns.append(Column(renumbered[self.codes], vocabulary.values))
        return columns

    def or_else(self, other: Column) -> Column:
        """Return this column with its missing cells taken from the other."""
        if not self.codes.any():
            return other
        vocabulary = Vocabulary()
        mine, theirs = vocabulary.encode(self.values), vocabulary.encode(other.values)
        codes = np.where(self.codes > 0, mine[self.codes], theirs[other.codes])
        return Column(codes.astype(np.int32), vocabulary.values)

    def take(self, rows: npt.NDArray[np.int64]) -> Column:
        """Return the column of these rows, with the values that occur in them."""
        used, codes = np.unique(np.append(0, self.codes[rows]), return_inverse=True)
        return Column(codes[1:].astype(np.int32), [self.values[code] for code in used.tolist()])

    @property
    def is_empty(self) -> bool:
        """Whether no row has a value."""
        return not self.codes.any()


@dataclass(frozen=True, slots=True)
class Table:
    """Records as named columns, before any cleaning."""

    columns: dict[str, Column]
    rows: int

    def column(self, name: str) -> Column:
        """Return the column of that field; all missing when the table has none."""
        return self.columns.get(name) or Column.empty(self.rows)

    @classmethod
    def of(cls, records: Sequence[dict[str, str]]) -> Table:
        """Return a small table from records as dictionaries."""
        names = dict.fromkeys(chain.from_iterable(records))
        return cls({n: Column.of(r.get(n, "") for r in records) for n in names}, len(records))


def distinct(numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the distinct numbers in order; sorting beats the hash table behind numpy.unique several times over."""
    ordered = np.sort(numbers)
    keep = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=keep[1:])
    return ordered[keep]


def combine(*codes: Codes) -> npt.NDArray[np.int64]:
    """Return one number per row for a combination of codes (int64), 0 when any of them is missing."""
    key = codes[0].astype(np.int64)
    for more in codes[1:]:
        key = np.where(more > 0, key * (int(more.max(initial=0)) + 1) + more, 0) * (key > 0)
    return key
