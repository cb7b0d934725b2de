"""Taking an archive in, next to reading and writing its rows without understanding any."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from time import perf_counter
from typing import NamedTuple

from .figures import Figure, ratio
from .stores import SIZES, Bench, say

SMALL = SIZES[0]


class _Run(NamedTuple):
    seconds: float
    peak: int
    """In bytes."""


def import_figures(bench: Bench, runs: int) -> Iterator[Figure]:
    """The whole process of each, into a file that was not there."""
    taken: list[_Run] = []
    floor: list[_Run] = []
    for run in range(-1, runs):  # the first round only warms the caches
        say(f"importing, {run + 1} of {runs}")
        pair = (_timed(bench, raw=False), _timed(bench, raw=True))
        if run >= 0:
            taken.append(pair[0])
            floor.append(pair[1])
    name = "import ÷ csv.reader and executemany"
    yield ratio(name, [run.seconds for run in taken], [run.seconds for run in floor], 12)
    yield Figure("peak memory of the import", max(run.peak for run in taken) / 1e6, 300, " MB")


def _timed(bench: Bench, *, raw: bool) -> _Run:
    store = bench.fresh()
    command = bench.raw(SMALL, store) if raw else bench.taking_in(SMALL, store)
    started = perf_counter()
    process = subprocess.Popen(command, env=bench.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    for left in store.parent.glob(f"{store.name}*"):
        left.unlink()
    return _Run(seconds, used.ru_maxrss * 1024)
