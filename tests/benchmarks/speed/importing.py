"""Taking an archive in, next to reading and writing its rows without understanding any."""

from __future__ import annotations

from collections.abc import Iterator

from .figures import Figure, ratio
from .processes import Run, timed
from .stores import SIZES, Bench, say

SMALL = SIZES[0]


def import_figures(bench: Bench, runs: int) -> Iterator[Figure]:
    """The whole process of each, into a file that was not there."""
    taken: list[Run] = []
    floor: list[Run] = []
    for run in range(-1, runs):  # the first round only warms the caches
        say(f"importing, {run + 1} of {runs}")
        pair = (_timed(bench, raw=False), _timed(bench, raw=True))
        if run >= 0:
            taken.append(pair[0])
            floor.append(pair[1])
    name = "import ÷ csv.reader and executemany"
    yield ratio(name, [run.seconds for run in taken], [run.seconds for run in floor], 12)
    yield Figure("peak memory of the import", max(run.peak for run in taken) / 1e6, 300, " MB")


def _timed(bench: Bench, *, raw: bool) -> Run:
    store = bench.fresh()
    taken = timed(bench.raw(SMALL, store) if raw else bench.taking_in(SMALL, store), bench.environment)
    for left in store.parent.glob(f"{store.name}*"):
        left.unlink()
    return taken
