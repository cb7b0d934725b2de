"""Cluster: which records are one person, from the scores of pairs.

Records are first gathered by any good pair; then every pair inside such a group is looked at, also those
that no block brought together, and people are joined, best first, for as long as all their records agree on
average. So one good pair in the middle cannot chain two people together, and a veto between two records
keeps them apart for good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from .table import Codes

Scores = npt.NDArray[np.float32]
Matrix = npt.NDArray[np.float64]
ScoreRows = Callable[[Codes, Codes], Scores]

GATHER_SCORE = 0.1  # natural logarithm of the odds above which a pair brings records into one group
JOIN_SCORE = -1.0  # average below which two parts of a group stay apart
LOWEST_SCORE, HIGHEST_SCORE = -6.0, 8.0  # no single pair outweighs the others, unless it is a veto or an identity
CERTAIN_SCORE = 1_000.0
LARGEST_GROUP = 2_000


def cluster(rows: int, left: Codes, right: Codes, scores: Scores, rescore: ScoreRows) -> Codes:
    """For every row the lowest row of its person."""
    person = _gather(rows, left, right, scores)
    for members in _groups_by_size(person):
        low, high = np.triu_indices(members.shape[1], 1)
        i, j = members[:, low].ravel(), members[:, high].ravel()
        tables = _clip_scores(rescore(np.minimum(i, j), np.maximum(i, j))).reshape(len(members), -1)
        for at in np.flatnonzero(tables.min(axis=1) < 0):
            matrix = np.zeros((members.shape[1],) * 2)
            matrix[low, high] = matrix[high, low] = tables[at]
            parts = average_link(matrix)
            for part in np.unique(parts):
                inside = members[at][parts == part]
                person[inside] = inside.min()
    return person


def components(rows: int, left: Codes, right: Codes) -> Codes:
    """The lowest row that each row is connected with."""
    label = np.arange(rows, dtype=np.int32)
    while True:
        low = np.minimum(label[left], label[right])
        fresh = label.copy()
        np.minimum.at(fresh, label[left], low)
        np.minimum.at(fresh, label[right], low)
        fresh = fresh[fresh]
        if np.array_equal(fresh, label):
            return label
        label = fresh


def average_link(scores: Matrix) -> npt.NDArray[np.int64]:
    """The parts of one group: parts join while the average score between them is high enough.

    Chains of nearest neighbours find the same parts as joining the best two again and again, in fewer steps.
    """
    size = len(scores)
    total = scores.astype(float)
    np.fill_diagonal(total, -np.inf)
    weight, part, alive = np.ones(size), np.arange(size), np.ones(size, dtype=bool)
    chain: list[int] = []
    while alive.any():
        if not chain:
            chain.append(int(np.flatnonzero(alive)[0]))
        here = chain[-1]
        average = np.where(alive, total[here] / (weight * weight[here]), -np.inf)
        average[here] = -np.inf
        best = int(average.argmax())
        if len(chain) > 1 and average[chain[-2]] >= average[best]:
            best = chain[-2]
        if average[best] < JOIN_SCORE:  # nothing will ever join this part: the others only become less alike
            alive[chain.pop()] = False
        elif len(chain) > 1 and best == chain[-2]:
            del chain[-2:]
            _join(total, weight, here, best)
            part[part == best] = here
            alive[best] = False
        else:
            chain.append(best)
    return part


def _join(total: Matrix, weight: npt.NDArray[np.float64], kept: int, gone: int) -> None:
    total[kept] += total[gone]
    total[:, kept] += total[:, gone]
    weight[kept] += weight[gone]


def _clip_scores(scores: Scores) -> Scores:
    certain = np.abs(scores) >= CERTAIN_SCORE
    return np.where(certain, scores, np.clip(scores, LOWEST_SCORE, HIGHEST_SCORE))


def _gather(rows: int, left: Codes, right: Codes, scores: Scores) -> Codes:
    """Groups by good pairs; one too large to look at every pair of it is gathered by ever better pairs."""
    bar = GATHER_SCORE
    good = scores > bar
    label = components(rows, left[good], right[good])
    while np.bincount(label).max(initial=0) > LARGEST_GROUP and bar < HIGHEST_SCORE:
        bar += 1
        crowded = np.bincount(label, minlength=rows)[label[left]] > LARGEST_GROUP
        good &= ~crowded | (scores > bar)
        label = components(rows, left[good], right[good])
    return label


def _groups_by_size(label: Codes) -> Iterator[Codes]:
    """The groups of three and more, as one array of rows for all groups of one size."""
    order = np.argsort(label, kind="stable").astype(np.int32)
    ordered = label[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    sizes = np.diff(np.r_[starts, len(order)])
    for size in np.unique(sizes[sizes > 2]):
        yield order[starts[sizes == size][:, None] + np.arange(size)]
