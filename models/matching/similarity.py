"""Similarity: how alike two texts are, for many pairs at once (one minus edits per letter)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .comparison_levels import ExactLevel, TextLevel
from .table import Codes, Column

Levels = npt.NDArray[np.uint8]
"""The comparison level of each pair, 0 for missing."""
TABLE_AT_MOST = 500
"""Distinct values; of so few, all pairs are measured once and looked up."""


class Similarity:
    """The distinct values of a column, ready to be compared: how alike, as one minus edits per letter.

    One edit adds and removes at most one kind of letter each. So the letters that only one of two texts has
    tell at once that most pairs are too far apart, and only the rest is measured.
    """

    def __init__(self, values: Sequence[str]) -> None:
        self.values = values
        self._table: npt.NDArray[np.float32] | None = None
        self._lengths = np.fromiter(map(len, values), np.int32, len(values))
        letters = np.frombuffer("".join(values).encode("utf-32-le"), np.uint32)
        self._letters = np.zeros(len(values), np.uint64)
        some = self._lengths > 0
        starts = np.cumsum(self._lengths, dtype=np.int64) - self._lengths
        if len(letters):
            bits = np.uint64(1) << (letters & 63).astype(np.uint64)
            self._letters[some] = np.bitwise_or.reduceat(bits, starts[some])

    def of(self, a: Codes, b: Codes, least: float) -> npt.NDArray[np.float32]:
        """Return how alike each pair of values is, from 0 to 1 (float32); below `least` it may be given as 0.

        `a` and `b` are codes of values, one element per pair.
        """
        similarity = np.zeros(len(a), np.float32)
        longest = np.maximum(self._lengths[a], self._lengths[b])
        apart = np.bitwise_count(self._letters[a] ^ self._letters[b]) / 2
        apart = np.maximum(apart, np.abs(self._lengths[a] - self._lengths[b]))
        near = np.flatnonzero(apart <= (1 - least) * longest + 1e-6)
        similarity[near] = self._measure(a[near], b[near])
        return similarity

    def _measure(self, a: Codes, b: Codes) -> npt.NDArray[np.float32]:
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import cdist, cpdist

        values, score = self.values, OSA.normalized_similarity
        if len(values) <= TABLE_AT_MOST and len(a) > len(values):
            if self._table is None:
                self._table = cdist(values, values, scorer=score, dtype=np.float32, workers=-1)
            return self._table[a, b]
        if not len(a):
            return np.zeros(0, np.float32)
        left, right = [values[x] for x in a.tolist()], [values[x] for x in b.tolist()]
        return cpdist(left, right, scorer=score, dtype=np.float32, workers=-1)


def first_letters(names: Sequence[str], count: int) -> npt.NDArray[np.uint32]:
    """Return the code points of the first letters of every name, shape (names, count); 0 where the name has ended."""
    cut = np.array(names, dtype=f"U{count}")  # numpy cuts what is longer
    return cut.view(np.uint32).reshape(len(names), count)


def text_levels(column: Column, similarity: Similarity, left: Codes, right: Codes, close: float) -> Levels:
    """Return the level of each pair of rows: same, close (similarity of at least `close`) or different; 0 missing."""
    a, b = column.codes[left], column.codes[right]
    level = exact_levels(column.codes, left, right)
    differ = np.flatnonzero(level == ExactLevel.DIFFERENT)
    near = similarity.of(a[differ], b[differ], close) >= close
    level[differ] = np.where(near, TextLevel.CLOSE, TextLevel.DIFFERENT)
    return level


def exact_levels(codes: Codes, left: Codes, right: Codes) -> Levels:
    """Return the level of each pair of rows: same or different; 0 where one is missing."""
    a, b = codes[left], codes[right]
    level = np.where(a == b, np.uint8(ExactLevel.SAME), np.uint8(ExactLevel.DIFFERENT))
    return level * ((a > 0) & (b > 0))
