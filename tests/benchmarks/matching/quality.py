"""How good clusters are, against labels, and what a naive matcher would reach."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path

FLOOR_BAR = 85
FLOOR_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Quality:
    """Pairwise precision, recall and F1 of all pairs inside the clusters."""

    precision: float
    recall: float
    f1: float


def quality(truth: Sequence[Hashable], found: Sequence[Hashable]) -> Quality:
    """The quality of the clusters found."""
    both, true, said = _pairs(zip(truth, found, strict=True)), _pairs(truth), _pairs(found)
    precision, recall = both / max(said, 1), both / max(true, 1)
    return Quality(precision, recall, 2 * both / max(true + said, 1))


def labels(path: Path) -> list[str]:
    """The true cluster of every row."""
    with path.open(encoding="utf-8", newline="") as file:
        return [row["cluster_id"] for row in csv.DictReader(file)]


def floor(path: Path) -> Quality | None:
    """What rapidfuzz alone reaches: words of the names sorted, alike by 85 in 100, joined without a veto."""
    import numpy as np
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import cdist

    from models.matching.clusters import components
    from models.matching.csv_files import read_tables

    table, _, _ = read_tables([path])
    if table.rows > FLOOR_ROWS:
        return None
    parts = [table.column(name) for name in ("first_name", "last_name", "full_name")]
    rows = zip(*([column.values[code] for code in column.codes.tolist()] for column in parts), strict=True)
    names = [" ".join(sorted(" ".join(row).lower().split())) for row in rows]
    left, right = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for start in range(0, len(names), 1_000):
        alike = cdist(names[start : start + 1_000], names, scorer=ratio, dtype=np.uint8, workers=-1)
        i, j = np.nonzero(alike >= FLOOR_BAR)
        left.append(i + start)
        right.append(j)
    sides = (np.concatenate(side).astype(np.int32) for side in (left, right))
    return quality(labels(path), components(len(names), *sides).tolist())


def _pairs(values: object) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(values).values())  # type: ignore[call-overload]
