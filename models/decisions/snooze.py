"""How long a card stays away: one week, doubling each time, at most a year; or as long as the user says."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import blake2b

_WEEK, _MONTH, _QUARTER, _YEAR = 7, 30, 91, 365
"""In days."""
LENGTHS = {"1w": _WEEK, "1m": _MONTH, "3m": _QUARTER, "1y": _YEAR}
"""What `--for` takes, in days; the digits 1 to 4 before `↓` choose among them in this order."""
_MOST_YEARS_KEPT = 4
_SPREAD = 0.2
"""By how much of its time a card may come back earlier or later when many are put off together."""


def later_until(now: datetime, times: int, length: str = "", *, spread_by: int | None = None) -> datetime:
    """Return when a card comes back that is put off.

    Args:
        now: the moment of the verdict.
        times: how often in a row it is put off, with this time.
        length: for how long, as a key of `LENGTHS`; the time doubles with every time when that is empty.
        spread_by: the card's number when many are put off together: they come back within ±20 %, not all at once.
    """
    days = float(LENGTHS.get(length) or min(_WEEK * 2 ** (times - 1), _YEAR))
    if spread_by is not None:
        days *= 1 + _SPREAD * (2 * _fraction(spread_by) - 1)
    return now + timedelta(days=round(days))


def kept_until(now: datetime, times: int) -> datetime:
    """Return when a kept person is asked about again: after a year, then two, then four."""
    return now + timedelta(days=_YEAR * min(2 ** (times - 1), _MOST_YEARS_KEPT))


def _fraction(number: int) -> float:
    """Return a number in [0, 1) that is the same for the same card for ever."""
    return int.from_bytes(blake2b(str(number).encode(), digest_size=4).digest(), "big") / (1 << 32)
