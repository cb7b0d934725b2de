"""Which given names are short for one another, from a general package of English nicknames."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt


def nickname_pairs(names: Sequence[str]) -> npt.NDArray[np.int64]:
    """Sorted numbers a * len(names) + b, a < b, of the names in this list that are short for one another."""
    from nicknames import NickNamer

    position = {name: at for at, name in enumerate(names)}
    pairs: set[int] = set()
    for canonical, shorts in NickNamer().nickname_lookup.items():
        present = sorted(position[name] for name in {canonical, *shorts} if name in position)
        pairs.update(a * len(names) + b for a, b in combinations(present, 2))
    return np.array(sorted(pairs), dtype=np.int64)


def contains(sorted_pairs: npt.NDArray[np.int64], wanted: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Whether each wanted number is among the sorted ones."""
    if not len(sorted_pairs):
        return np.zeros(len(wanted), dtype=bool)
    at = np.minimum(np.searchsorted(sorted_pairs, wanted), len(sorted_pairs) - 1)
    found: npt.NDArray[np.bool_] = sorted_pairs[at] == wanted
    return found
