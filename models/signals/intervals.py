"""Rates with their Wilson 95 % interval, and "too few to tell"."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

TOO_FEW = "too few to tell"

WIDEST = 0.4
"""An interval wider than this tells nothing."""

_Z = 1.959963984540054  # the normal quantile of 97.5 %


class Rate(NamedTuple):
    """A share of something, with the interval it is likely to lie in."""

    value: float
    """Successes per case; 0 when there was no case, and then `enough` is false."""
    low: float
    high: float
    n: int
    """How many cases it rests on."""
    enough: bool
    """Whether the interval is narrow enough to say anything."""

    def __str__(self) -> str:
        if not self.enough:
            return TOO_FEW
        return f"{self.value:.0%} ({self.low:.0%} to {self.high:.0%}, n = {self.n})"


def rate(successes: int, n: int) -> Rate:
    """Return the share of successes among n cases, with its Wilson 95 % interval."""
    if n <= 0:
        return Rate(0.0, 0.0, 1.0, 0, enough=False)
    share, z2 = successes / n, _Z * _Z
    scale = 1 + z2 / n
    middle = (share + z2 / (2 * n)) / scale
    reach = _Z * sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / scale
    low, high = max(0.0, middle - reach), min(1.0, middle + reach)
    return Rate(share, low, high, n, enough=high - low <= WIDEST)
