"""The names of months in every language picky reads and writes, and days that are only partly known."""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from datetime import date
from functools import cache
from pathlib import Path

from ..errors import UsageError

_TABLE = Path(__file__).with_name("months.toml")


@cache
def month_names(language: str = "en") -> tuple[str, ...]:
    """Return the names of the months, January first; none in a language that has no names here."""
    return tuple(_table().get(language, {}).get("names", "").split())


def month_number(word: str) -> int | None:
    """Return the month that a word names, from 1: in full or shortened, in any language and any case."""
    return _numbers().get(word.casefold())


@cache
def _numbers() -> dict[str, int]:
    numbers: dict[str, int] = {}
    for written in _table().values():
        for words in (written.get("names", ""), written.get("short", "")):
            numbers.update((word.casefold(), number) for number, word in enumerate(words.split(), start=1))
    for word, _, number in (pair.partition("=") for pair in _table()["also"]["words"].split()):
        numbers[word] = int(number)
    return numbers


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(_TABLE.read_text("utf-8"))


_YEAR, _MONTH, _DAY = 4, 7, 10
_SHAPE = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)


def rough_day(text: str) -> str:
    """Return the text, when it names a year, a month or a day; raises `UsageError` for anything else."""
    try:
        if _SHAPE.fullmatch(text):
            first_day(text)
            return text
    except ValueError:
        pass
    raise UsageError(f"“{text}” is no day.", "Write it as 2025-03-14, or 2025-03 or 2025 as far as you know.")


def first_day(rough: str) -> date:
    """Return the first day it can have been."""
    return date.fromisoformat(rough + "-01-01"[len(rough) - _YEAR :] if len(rough) < _DAY else rough)


def last_day(rough: str) -> date:
    """Return the last day it can have been."""
    if len(rough) == _DAY:
        return date.fromisoformat(rough)
    month = int(rough[5:7]) if len(rough) == _MONTH else 12
    return date(int(rough[:4]), month, monthrange(int(rough[:4]), month)[1])


def middle_day(rough: str | None) -> date | None:
    """Return the day itself, or the middle of the month; `None` where no more than the year is known."""
    if rough is None or len(rough) == _YEAR:
        return None
    return date.fromisoformat(rough if len(rough) == _DAY else f"{rough}-15")


def some_time(earliest: date, latest: date) -> str | None:
    """Return what can be said of a day between these two: its month or year when both share it, else `None`."""
    first, last = earliest.isoformat(), latest.isoformat()
    return next((first[:size] for size in (_DAY, _MONTH, _YEAR) if first[:size] == last[:size]), None)
