"""Who of a list is known, next to comparing all names without understanding any; and duplicates in one file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from statistics import median

from ..matching.invented import write_people
from ..matching.quality import labels, quality
from .badges import write_badges
from .figures import Figure, ratio
from .processes import timed
from .stores import SIZES, Bench, say

SMALL = SIZES[0]
ROWS = 10_000


def match_figures(bench: Bench, runs: int) -> Iterator[Figure]:
    """A thousand badges against thirty thousand connections, the whole process of each."""
    badges = write_badges(bench.archives[SMALL], bench.folder / "badges.csv")
    taken, floor = [], []
    for run in range(-1, runs):  # the first round only warms the caches
        say(f"matching, {run + 1} of {runs}")
        pair = (
            timed(bench.matching(SMALL, badges), bench.environment),
            timed(bench.raw_match(SMALL, badges), bench.environment),
        )
        if run >= 0:
            taken.append(pair[0])
            floor.append(pair[1])
    seconds = [run.seconds for run in taken]
    yield ratio(f"match, 1,000 × {SMALL:,} ÷ rapidfuzz", seconds, [run.seconds for run in floor], 4)
    yield Figure(f"match, 1,000 × {SMALL:,}", median(seconds), 1.5, " s")
    yield Figure("peak memory of the match", max(run.peak for run in taken) / 1e6, 150, " MB")


def dedupe_figures(bench: Bench, runs: int) -> Iterator[Figure]:
    """Ten thousand invented rows, a quarter of them somebody again."""
    path, target = bench.folder / "people.csv", bench.folder / "clusters.csv"
    write_people(path, ROWS, seed=ROWS)
    taken = []
    for run in range(-1, runs):
        say(f"finding duplicates, {run + 1} of {runs}")
        took = timed(bench.dedupe(path, target), bench.environment)
        if run >= 0:
            taken.append(took)
    with target.open(encoding="utf-8", newline="") as file:
        found = [row["cluster"] for row in csv.DictReader(file)]
    yield Figure(f"dedupe of {ROWS:,}", median(run.seconds for run in taken), 1.5, " s")
    yield Figure("peak memory of it", max(run.peak for run in taken) / 1e6, 150, " MB")
    yield Figure("pairs it misses or makes up, 1 - F1", 1 - quality(labels(path), found).f1, 0.02)
