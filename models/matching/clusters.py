"""Cluster: which records are one person, from the scores of pairs, by average linkage with vetoes.

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

GATHER_SCORE = 0.1
"""Log odds above which a pair brings two records into one group."""
JOIN_SCORE = -1.0
"""Average log odds below which two parts of a group stay apart."""
LOWEST_SCORE, HIGHEST_SCORE = -6.0, 8.0
"""Scores are clipped to these, so that no single pair outweighs the others …"""
CERTAIN_SCORE = 1_000.0
"""… unless it is a veto or an identity: at least this far from zero."""
LARGEST_GROUP = 2_000
"""Records; every pair of a group is scored."""


def cluster(rows: int, left: Codes, right: Codes, scores: Scores, rescore: ScoreRows) -> Codes:
    """Return for every row the lowest row of its person.

    Args:
        rows: how many there are.
        left, right: the scored pairs of rows.
        scores: their log odds.
        rescore: gives the log odds of any pairs of rows.
    """
    person = _gather(rows, left, right, scores)
    for members in _groups_by_size(person):
        low, high = np.triu_indices(members.shape[1], 1)
        first, second = members[:, low].ravel(), members[:, high].ravel()
        scored = rescore(np.minimum(first, second), np.maximum(first, second))
        by_group = _clip_scores(scored).reshape(len(members), -1)
        for group in np.flatnonzero(by_group.min(axis=1) < 0):
            matrix = np.zeros((members.shape[1],) * 2)
            matrix[low, high] = matrix[high, low] = by_group[group]
            parts = average_link(matrix)
            for part in np.unique(parts):
                inside = members[group][parts == part]
                person[inside] = inside.min()
    return person


def components(rows: int, left: Codes, right: Codes) -> Codes:
    """Return for every row the lowest row it is connected with through these pairs."""
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
    """Return the part of each member of a group: parts join while the average score between them is high enough.

    `scores` is a symmetric matrix over the members.

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
    """Yield the groups of three and more, as one array of rows for all groups of one size."""
    order = np.argsort(label, kind="stable").astype(np.int32)
    ordered = label[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    sizes = np.diff(np.r_[starts, len(order)])
    for size in np.unique(sizes[sizes > 2]):
        yield order[starts[sizes == size][:, None] + np.arange(size)]
