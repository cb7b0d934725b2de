"""How many random cases a test tries, and which.

`HYPOTHESIS_PROFILE` chooses: `quick` tries a part of them, the same ones every time (`make test`); without it all are
tried (`make test-deep`); `nightly` tries many more and longer ones, others every time. The properties are the same.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

__all__ = ["IS_NIGHTLY", "examples"]

_PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "full")
IS_NIGHTLY = _PROFILE == "nightly"

# A deadline for one case measures how busy the machine is.
_common = settings(deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", _common, derandomize=True)
settings.register_profile("full", _common)
settings.register_profile("nightly", _common)
settings.load_profile(_PROFILE)


def examples(full: int, *, quick: int, nightly: int | None = None) -> int:
    """Return how many random cases to try."""
    return {"quick": quick, "full": full, "nightly": nightly or full}[_PROFILE]
