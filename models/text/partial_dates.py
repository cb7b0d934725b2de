"""Days as far as they are known: `2025`, `2025-03` or `2025-03-14`. Nothing is made up where only the year is known."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from ..errors import UsageError

_YEAR, _MONTH, _DAY = 4, 7, 10
_SHAPE = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)


def rough_day(text: str) -> str:
    """The text, when it names a year, a month or a day; raises `UsageError` for anything else."""
    try:
        if _SHAPE.fullmatch(text):
            first_day(text)
            return text
    except ValueError:
        pass
    raise UsageError(f"“{text}” is no day.", "Write it as 2025-03-14, or 2025-03 or 2025 as far as you know.")


def first_day(rough: str) -> date:
    """The first day it can have been."""
    return date.fromisoformat(rough + "-01-01"[len(rough) - _YEAR :] if len(rough) < _DAY else rough)


def last_day(rough: str) -> date:
    """The last day it can have been."""
    if len(rough) == _DAY:
        return date.fromisoformat(rough)
    month = int(rough[5:7]) if len(rough) == _MONTH else 12
    return date(int(rough[:4]), month, monthrange(int(rough[:4]), month)[1])


def middle_day(rough: str | None) -> date | None:
    """The day itself, or the middle of the month; `None` where no more than the year is known."""
    if rough is None or len(rough) == _YEAR:
        return None
    return date.fromisoformat(rough if len(rough) == _DAY else f"{rough}-15")


def some_time(earliest: date, latest: date) -> str | None:
    """What can be said of a day between these two: its month or year when both share it, else `None`."""
    first, last = earliest.isoformat(), latest.isoformat()
    return next((first[:size] for size in (_DAY, _MONTH, _YEAR) if first[:size] == last[:size]), None)
