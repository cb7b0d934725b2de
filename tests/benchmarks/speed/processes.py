"""A whole process, timed and weighed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from time import perf_counter
from typing import NamedTuple


class Run(NamedTuple):
    """What a process took."""

    seconds: float
    peak: int
    """In bytes."""
    cpu: float = 0.0
    """Seconds of the processor, the system's share included: others at work on the machine hardly lengthen it."""


def timed(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run it, silent; raises when it fails."""
    started = perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(seconds, used.ru_maxrss * 1024, used.ru_utime + used.ru_stime)
