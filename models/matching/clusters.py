"""Cluster: which records are one person, from the scores of pairs."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def components(rows: int, left: npt.NDArray[np.int32], right: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """The lowest row that each row is connected with."""
    label = np.arange(rows, dtype=np.int32)
    while True:
        low = np.minimum(label[left], label[right])
        fresh = label.copy()
        np.minimum.at(fresh, label[left], low)
        np.minimum.at(fresh, label[right], low)
        fresh = fresh[fresh]
        if (fresh == label).all():
            return label
        label = fresh
