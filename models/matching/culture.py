"""Names come in cultures: Elke goes with Peurlich more often than the two names alone suggest.

Two people share "Elke Peurlich" by chance more often than Elkes times Peurlichs, because both names belong together.
How much more is read off the file: how often a given name goes with surnames of this ending, and a surname with
given names of this ending, against what chance would have it. Where a name is rare, endings speak for it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from models.matching.people import People
from models.matching.table import Codes, Vocabulary, distinct

Floats = npt.NDArray[np.float32]
Keys = npt.NDArray[np.int64]
TRUST = 3.0


class Culture:
    """How many times more often than by chance a given name and a surname meet in one person."""

    def __init__(self, people: People) -> None:
        some = (people.call > 0) & (people.family > 0)
        size = np.int64(len(people.names))
        kinds = distinct(people.call[some] * size + people.family[some])
        first, last = (kinds // size).astype(np.int32), (kinds % size).astype(np.int32)
        self._short, self._long = _endings(people.names, 2), _endings(people.names, 3)
        short, long = self._short, self._long
        self._broad = _Meeting(short[first], short[last])
        self._by_first = _Meeting(first, long[last])
        self._by_last = _Meeting(long[first], last)

    def kindred(self, first: Codes, last: Codes) -> Floats:
        """The factor for every pair of a given name and a surname, that one person itself not counted."""
        short, long = self._short, self._long
        broad = self._broad.factor(short[first], short[last], 1.0)
        by_first = self._by_first.factor(first, long[last], broad)
        by_last = self._by_last.factor(long[first], last, broad)
        return np.sqrt(by_first * by_last).astype(np.float32)


class _Meeting:
    """How often two kinds of things meet, against how often each is there."""

    def __init__(self, one: Codes, other: Codes) -> None:
        self._ones, self._others = np.bincount(one), np.bincount(other)
        self._size = np.int64(len(self._others))
        keys = np.sort(one * self._size + other)
        starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.zeros(0, np.int64)
        self._keys, self._counts = keys[starts], np.diff(np.r_[starts, len(keys)])

    def factor(self, one: Codes, other: Codes, usual: Floats | float) -> Floats:
        if not len(self._keys):
            return np.ones(len(one), np.float32)
        one, other = np.minimum(one, len(self._ones) - 1), np.minimum(other, len(self._others) - 1)
        key = one * self._size + other
        at = np.minimum(np.searchsorted(self._keys, key), len(self._keys) - 1)
        met = np.where(self._keys[at] == key, self._counts[at] - 1, 0)
        everyone = max(int(self._ones.sum()), 1)
        expected = np.maximum(self._ones[one] - 1, 0) * np.maximum(self._others[other] - 1, 0) / everyone
        found: Floats = ((met + TRUST * usual) / (expected + TRUST)).astype(np.float32)
        return found


def _endings(names: Sequence[str], length: int) -> Codes:
    return Vocabulary().encode(name[-length:] for name in names)



