"""Half of a contact's worth is gone after a year; kept so that a later export costs one multiplication.

The decay towards an export is 2^((day - export)/365), which is 2^((day - REFERENCE)/365) times
2^((REFERENCE - export)/365). The first factor never changes and can be stored; the second is one for all.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

HALF_LIFE_DAYS = 365
REFERENCE = date(2020, 1, 1)
"""The day stored weights are counted from; changing it means summarising every person again."""

_REMEMBERED = 1 << 14
"""Days whose weight is kept: forty years of them."""
_ORIGIN = REFERENCE.toordinal()
# Hostile dates reach from year 1 to 9999: this keeps 2^x a number at both ends (a float ends near 2^1023).
_EDGE = 1000.0


@lru_cache(_REMEMBERED)
def _power_of_two(days: int) -> float:
    return float(2.0 ** max(-_EDGE, min(_EDGE, days / HALF_LIFE_DAYS)))


def weigh(days: Iterable[date], until: date | None = None) -> float:
    """The sum of the days' stored weights; days after `until` count as `until`, since no age is negative."""
    limit = until.toordinal() if until else date.max.toordinal()
    return sum(_power_of_two(min(day.toordinal(), limit) - _ORIGIN) for day in days)


def decayed_sum(weight: float, count: int, export_date: date) -> float:
    """A stored sum of `count` weights as of the export; never above one per contact."""
    return min(weight * _power_of_two(_ORIGIN - export_date.toordinal()), float(count))


def decay(day: date, export_date: date) -> float:
    """What one contact is still worth at the export: 1 on the day, one half a year later."""
    return _power_of_two(min(day.toordinal() - export_date.toordinal(), 0))
