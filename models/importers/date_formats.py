"""Dates and moments in every form that LinkedIn, Excel and Numbers write (format reference, 1.3 and 1.9)."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from ..text.dates import month_number

_NAMED = re.compile(r"(\d{1,2})[ .\-/]+([^\W\d_]{3,10})\.?[ .\-/]+(\d{2,4})")
_NAMED_US = re.compile(r"([^\W\d_]{3,10})\.? (\d{1,2}),? (\d{4})")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2,4})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2,4})")
_SERIAL = re.compile(r"([2-5]\d{4})$")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE)


class UndatedError(ValueError):
    """The text is no date in any form known."""


@lru_cache(maxsize=8192)
def day(text: str) -> date:
    """Return the calendar day in `text`; raises `UndatedError`. Slashes are month first, as LinkedIn writes them."""
    return _day_at_start(text.strip())[0]


def maybe_day(text: str) -> date | None:
    """Return the calendar day in `text`, or `None`."""
    try:
        return day(text)
    except UndatedError:
        return None


@lru_cache(maxsize=4096)
def pacific(text: str) -> int:
    """Seconds since 1970 of a moment that LinkedIn wrote without a zone: US Pacific, unless it names UTC."""
    return _moment(text, "America/Los_Angeles")


def utc(text: str) -> int:
    """Return the seconds since 1970 of a moment in UTC, as messages carry it; raises `UndatedError`."""
    if len(text) == 23 and text.endswith(" UTC"):  # as in every export since 2020: a hundred thousand in a row
        try:
            return int(datetime.fromisoformat(f"{text[:19]}+00:00").timestamp())
        except ValueError:
            pass
    return _moment(text, "UTC")


def _moment(text: str, zone: str) -> int:
    text = text.strip()
    if text.upper().endswith((" UTC", "Z", "+00:00")):
        zone = "UTC"
    found, rest = _day_at_start(text)
    clock = _TIME.search(rest)
    hour, minute, second = (int(clock[1]), int(clock[2]), int(clock[3] or 0)) if clock else (0, 0, 0)
    if clock and clock[4]:
        hour = hour % 12 + (12 if clock[4] in "pP" else 0)
    try:
        moment = datetime(found.year, found.month, found.day, hour, minute, second, tzinfo=_zone(zone))
    except ValueError as error:
        raise UndatedError(text) from error
    return int(moment.timestamp())


@lru_cache(maxsize=2)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _day_at_start(text: str) -> tuple[date, str]:
    for pattern, read in _READERS:
        found = pattern.match(text)
        if found:
            try:
                return read(*found.groups()), text[found.end() :]
            except (ValueError, OverflowError) as error:
                raise UndatedError(text) from error
    raise UndatedError(text)


def _year(text: str) -> int:
    number = int(text)
    if len(text) > 2:
        return number
    return number + (2000 if number < 70 else 1900)


def _month(name: str) -> int:
    number = month_number(name)
    if number is None:
        raise ValueError(name)
    return number


def _slashed(first: str, second: str, year: str) -> date:
    month, number = int(first), int(second)
    return date(_year(year), number, month) if month > 12 else date(_year(year), month, number)


_READERS = (
    (_NAMED, lambda number, month, year: date(_year(year), _month(month), int(number))),
    (_NAMED_US, lambda month, number, year: date(_year(year), _month(month), int(number))),
    (_ISO, lambda year, month, number: date(int(year), int(month), int(number))),
    (_DOTTED, lambda number, month, year: date(_year(year), int(month), int(number))),
    (_SLASHED, _slashed),
    (_SERIAL, lambda number: date(1899, 12, 30) + timedelta(days=int(number))),  # Excel, when the format was lost
)
