"""Taking an archive in, next to reading and writing its rows without understanding any."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from .figures import Figure, ratio
from .processes import Run, timed
from .stores import SIZES, Bench, say

SMALL = SIZES[0]
GROWING = (10_000, 100_000)
"""Connections of the archives between which the exponent is taken; all else in them grows alike."""
_ROUNDS = 10
"""Of so many rounds asked for, the longer measurements make one."""
_WRITE = (
    "import sys; from pathlib import Path; from tests.benchmarks.big_archive import write_big; "
    "n = int(sys.argv[2]); write_big(Path(sys.argv[1]), n, n * 10 // 3, n // 6, asking=0.5)"
)
_FILL = (
    "import sys; from pathlib import Path; from models.settings import Settings; from models.workspace import Workspace; "
    "from tui.commands.demo import fill; folder = Path(sys.argv[1]); "
    "fill(Workspace(Settings(folder / 'demo.db', folder / 'policy.toml', folder=folder)))"
)


def import_figures(bench: Bench, runs: int) -> Iterator[Figure]:
    """The whole process of each, into a file that was not there."""
    taken: list[Run] = []
    floor: list[Run] = []
    for run in range(-1, runs):  # the first round only warms the caches
        say(f"importing, {run + 1} of {runs}")
        pair = (_taken_in(bench, bench.archives[SMALL]), _written_raw(bench))
        if run >= 0:
            taken.append(pair[0])
            floor.append(pair[1])
    name = "import ÷ csv.reader and executemany"
    yield ratio(name, [run.seconds for run in taken], [run.seconds for run in floor], 12)
    yield ratio(f"{name}, CPU", [run.cpu for run in taken], [run.cpu for run in floor], 9)
    yield Figure("peak memory of the import", max(run.peak for run in taken) / 1e6, 300, " MB")
    yield _exponent(bench, max(runs // _ROUNDS, 1))
    yield _demo(bench, max(runs // _ROUNDS, 1))


def _exponent(bench: Bench, runs: int) -> Figure:
    """How the import grows with the archive: 1 is in proportion."""
    archives = [_written(bench.folder / f"growing-{size}", size) for size in GROWING]
    taken: list[list[float]] = [[], []]
    for run in range(runs):
        say(f"importing {GROWING[0]:,} and {GROWING[1]:,}, {run + 1} of {runs}")
        for seconds, archive in zip(taken, archives, strict=True):
            seconds.append(_taken_in(bench, archive).cpu)
    small, large = map(median, taken)
    exponent = math.log(large / small) / math.log(GROWING[1] / GROWING[0])
    name = f"import, exponent {GROWING[0]:,} to {GROWING[1]:,}"
    return Figure(name, exponent, 1.05, detail=f"({small:.3g} s, {large:.3g} s of CPU)")


def _demo(bench: Bench, runs: int) -> Figure:
    """Filling the store of `picky demo`, the start of the process included."""
    taken = []
    for run in range(runs):
        folder = bench.folder / f"demo-{run}"
        folder.mkdir()
        taken.append(timed([sys.executable, "-c", _FILL, str(folder)], bench.environment).cpu)
    return Figure("filling the demo's store, CPU", median(taken), 1.2, " s", f"(least {min(taken):.3g})")


def _written(folder: Path, size: int) -> Path:
    """An archive, by a process of its own: a child's peak memory starts at what its parent holds."""
    folder.mkdir()
    subprocess.run([sys.executable, "-c", _WRITE, str(folder), str(size)], check=True)
    return next(folder.glob("*.zip"))


def _taken_in(bench: Bench, archive: Path) -> Run:
    store = bench.fresh()
    return _cleared(store, timed(bench.importing(store, archive), bench.environment))


def _written_raw(bench: Bench) -> Run:
    store = bench.fresh()
    return _cleared(store, timed(bench.raw(SMALL, store), bench.environment))


def _cleared(store: Path, run: Run) -> Run:
    for left in store.parent.glob(f"{store.name}*"):
        left.unlink()
    return run
