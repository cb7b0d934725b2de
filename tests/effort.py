"""How many random cases a test tries.

`HYPOTHESIS_PROFILE` chooses: `quick` tries a part of them, always the same ones (`make test`); without it all are tried
(`make test-deep`); `nightly` tries many more, longer and others every time. The properties are the same in all three.
"""

from __future__ import annotations

import os

__all__ = ["IS_NIGHTLY", "examples"]

_PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "full")
IS_NIGHTLY = _PROFILE == "nightly"


def examples(full: int, *, quick: int, nightly: int | None = None) -> int:
    """Return how many random cases to try."""
    return {"quick": quick, "full": full, "nightly": nightly or full}[_PROFILE]
