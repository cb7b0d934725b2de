"""What the request detector costs before it has read its first message."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from .figures import Figure
from .stores import Bench, say

_LOAD = (
    "import dataclasses, enum, hashlib, html, pathlib, tomllib, typing\n"  # any command has loaded these
    "from time import process_time\n"
    "start = process_time()\n"
    "from models.requests.detect import find_request\n"
    "loaded = process_time()\n"
    "find_request('Hi Jonas, could you introduce me to Vera Haddad at Fjord? We are hiring.')\n"
    "print(loaded - start, process_time() - loaded)"
)


def detector_figures(bench: Bench, runs: int) -> Iterator[Figure]:
    """CPU seconds of loading the detector, and of the first message, which compiles what it needs."""
    loads, firsts = [], []
    for run in range(runs):
        say(f"loading the detector, {run + 1} of {runs}")
        spent = subprocess.check_output([sys.executable, "-c", _LOAD], env=bench.environment, text=True)
        load, first = map(float, spent.split())
        loads.append(load)
        firsts.append(first)
    yield Figure("loading the detector, CPU ms", min(loads) * 1000, 50, " ms", f"(most {max(loads) * 1000:.0f})")
    yield Figure("its first message, CPU ms", min(firsts) * 1000, 150, " ms", f"(most {max(firsts) * 1000:.0f})")
