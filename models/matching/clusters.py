"""Cluster: which records are one person, from the scores of pairs.

Records are first gathered by any good pair, then every pair inside such a group is looked at, also those that no
block brought together, and people are joined best pair first for as long as all their records agree on average.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.int32]
Scores = npt.NDArray[np.float32]


def components(rows: int, left: Rows, right: Rows) -> Rows:
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


def cluster(rows: int, left: Rows, right: Rows, scores: Scores, rescore, best=8.0, worst=-6.0, stop=-1.0, link=0.3) -> Rows:
    good = scores > link
    label = components(rows, left[good], right[good])
    order = np.argsort(label, kind="stable").astype(np.int32)
    bounds = np.flatnonzero(np.r_[True, label[order][1:] != label[order][:-1], True])
    sizes = np.diff(bounds)
    big = np.flatnonzero(sizes > 2)
    if not len(big):
        return label
    # every pair inside the groups of three and more
    i, j, group = [], [], []
    for size in np.unique(sizes[big]):
        members = order[bounds[np.flatnonzero(sizes == size)][:, None] + np.arange(size)]
        a, b = np.triu_indices(size, 1)
        i.append(members[:, a].ravel()), j.append(members[:, b].ravel())
    i, j = np.concatenate(i), np.concatenate(j)
    s = np.clip(rescore(np.minimum(i, j), np.maximum(i, j)), worst, best)
    out = label.copy()
    at = 0
    for size in np.unique(sizes[big]):
        members = order[bounds[np.flatnonzero(sizes == size)][:, None] + np.arange(size)]
        pairs = size * (size - 1) // 2
        table = s[at : at + pairs * len(members)].reshape(len(members), pairs)
        at += pairs * len(members)
        doubtful = np.flatnonzero(table.min(axis=1) < 0)
        for k in doubtful:
            matrix = np.zeros((size, size))
            matrix[np.triu_indices(size, 1)] = table[k]
            parts = agglomerate(matrix + matrix.T, stop)
            for part in parts:
                out[members[k][part]] = members[k][part].min()
    return out


def agglomerate(scores, stop=0.0):
    """Parts of a group: the two parts with the best average score join, until no average is good."""
    n = len(scores)
    parts = [[x] for x in range(n)]
    total = scores.copy()
    np.fill_diagonal(total, -np.inf)
    sizes = np.ones(n)
    while len(parts) > 1:
        average = total / np.outer(sizes, sizes)
        x = int(average.argmax())
        a, b = divmod(x, n)
        if average[a, b] < stop:
            break
        total[a] += total[b]; total[:, a] += total[:, b]; total[a, a] = -np.inf
        total[b] = -np.inf; total[:, b] = -np.inf
        sizes[a] += sizes[b]
        parts[a] = parts[a] + parts[b]; parts[b] = []
        total[a, [k for k in range(n) if not parts[k]]] = -np.inf
        total[[k for k in range(n) if not parts[k]], a] = -np.inf
    return [p for p in parts if p]
