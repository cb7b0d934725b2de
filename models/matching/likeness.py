"""How alike two texts are, for many pairs at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from models.matching.levels import Either, Text
from models.matching.table import Codes, Column

Level = npt.NDArray[np.uint8]
FEW = 500


def likeness(values: Sequence[str], a: Codes, b: Codes) -> npt.NDArray[np.float32]:
    """One minus edits per letter for every pair of values, where two letters swapped are one edit."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cdist, cpdist

    score = OSA.normalized_similarity
    if not len(a):
        return np.zeros(0, np.float32)
    if len(values) <= FEW and len(a) > len(values):
        table: npt.NDArray[np.float32] = cdist(values, values, scorer=score, dtype=np.float32, workers=-1)
        return table[a, b]
    left, right = [values[x] for x in a.tolist()], [values[x] for x in b.tolist()]
    return cpdist(left, right, scorer=score, dtype=np.float32, workers=-1)


def text_levels(column: Column, left: Codes, right: Codes, close: float) -> Level:
    """Same, close or different, by one bar."""
    a, b = column.codes[left], column.codes[right]
    level = either_levels(column.codes, left, right) * np.uint8(Text.SAME)
    level[level == Either.DIFFERENT] = Text.DIFFERENT
    differ = np.flatnonzero(level == Text.DIFFERENT)
    near = likeness(column.values, a[differ], b[differ]) >= close
    level[differ[near]] = Text.CLOSE
    return level


def either_levels(codes: Codes, left: Codes, right: Codes) -> Level:
    """Same or different."""
    a, b = codes[left], codes[right]
    return ((a > 0) & (b > 0)).astype(np.uint8) * np.where(a == b, Either.SAME, Either.DIFFERENT).astype(np.uint8)
