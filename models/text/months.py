"""What months are called, and which month a word names."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

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
