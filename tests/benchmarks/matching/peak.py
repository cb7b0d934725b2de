"""How much memory this process has needed at most."""

from __future__ import annotations

import re
import resource
from pathlib import Path


def peak_kilobytes() -> int:
    """From the kernel's own page, since usage counts what the parent had before the program was loaded."""
    status = Path("/proc/self/status")
    if status.exists() and (found := re.search(r"VmHWM:\s+(\d+)", status.read_text())):
        return int(found.group(1))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
