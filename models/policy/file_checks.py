"""What the policy file may say: its sections, their keys, and what each may hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

from ..errors import PolicyFileError
from .policy import JUDGED_QUEUES, WordLists
from .recommend import rules_of

_TABLE = re.compile(r"\s*\[\s*([\w.\" -]+?)\s*\]")
_KEY = re.compile(r"""\s*(["']?)([\w.-]+)\1\s*=""")
_SYNTAX = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")
_LONGEST_QUOTE = 60


class PolicySource:
    """A policy file as text, able to point at its own lines."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text

    def mistake(self, keys: tuple[str, ...], wrong: str, hint: str = "") -> PolicyFileError:
        """Return the error for what is written under these keys."""
        return self._error(self._line_of(keys), wrong, hint)

    def syntax_mistake(self, error: ValueError) -> PolicyFileError:
        """Return the error for a file that is not TOML, with the line the parser stopped at."""
        said = str(error)
        found = _SYNTAX.search(said)
        line = int(found[1]) if found and found[1] else self.text.count("\n") + 1
        why = said[: found.start()] if found else said
        return self._error(
            line,
            f"not TOML: {why[:1].lower()}{why[1:]}",
            "A line is `name = number`, a [section], or a # comment; texts stand in double quotes.",
        )

    def _error(self, line: int, wrong: str, hint: str) -> PolicyFileError:
        return PolicyFileError(
            f"{self.path.name}, line {line}: {wrong}",
            hint or f"Correct {self.path}, or move it away to go back to the default policy.",
        )

    def _line_of(self, keys: tuple[str, ...]) -> int:
        """Return the line of a key or, when it cannot be told, of its section; counted from 1."""
        table: tuple[str, ...] = ()
        best = 1
        for number, line in enumerate(self.text.splitlines(), start=1):
            if found := _TABLE.match(line):
                table = _parts(found[1])
                here = table
            elif found := _KEY.match(line):
                here = (*table, *_parts(found[2]))
            else:
                continue
            if here[: len(keys)] == keys:
                return number
            if here == keys[: len(here)]:
                best = number
        return best


def quoted(value: object) -> str:
    """Return a value of the file as a sentence may show it."""
    shown = "true" if value is True else "false" if value is False else str(value)
    return f"“{shown if len(shown) <= _LONGEST_QUOTE else shown[:_LONGEST_QUOTE] + '…'}”"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint with the nearest known word, or with all of them when there are few."""
    from difflib import get_close_matches

    known = list(known)
    if near := get_close_matches(word, known, n=1):
        return f"Did you mean {near[0]}?"
    return f"It can be: {', '.join(known)}." if len(known) <= 12 else ""


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip(" \"'") for part in dotted.split("."))


MOST_WEIGHT = 20.0
"""No rule may count more than this, either way."""

Check: TypeAlias = Callable[[object], str]
"""What is wrong with a value, or an empty text."""


def _number(low: float, high: float) -> Check:
    def check(value: object) -> str:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return f"must be a number, not {quoted(value)}"
        return "" if low <= value <= high else f"must lie between {low:g} and {high:g}, not {quoted(value)}"

    return check


def _whole(low: int, high: int) -> Check:
    def check(value: object) -> str:
        if isinstance(value, bool) or not isinstance(value, int):
            return f"must be a whole number, not {quoted(value)}"
        return "" if low <= value <= high else f"must lie between {low} and {high}, not {quoted(value)}"

    return check


def _weight(value: object) -> str:
    if value is False:
        return ""
    if value is True:
        return "must be a number, or false to switch the rule off"
    return _number(-MOST_WEIGHT, MOST_WEIGHT)(value)


def _switch(value: object) -> str:
    return "" if isinstance(value, bool) else f"must be true or false, not {quoted(value)}"


def _words(value: object) -> str:
    if not isinstance(value, list):
        return "must be a list of texts in [ ]"
    wrong = next((word for word in value if not isinstance(word, str)), None)
    if wrong is not None:
        return f"must hold texts in double quotes only, not {quoted(wrong)}"
    return 'must not hold an empty text, or a lone "*"' if any(not word.strip(" *") for word in value) else ""


def _steps(value: object) -> str:
    if not isinstance(value, list) or len(value) != 4:
        return "must be four numbers in [ ], one for each dot"
    if any(map(_number(0, 1000), value)):
        return "must hold numbers from 0 to 1000 only"
    return "" if value == sorted(value) else "must rise from dot to dot"


@cache
def known_keys() -> Mapping[str, Mapping[str, Check]]:
    """Return every section, with its keys and what each may hold."""
    return {
        "confidence": {"no_opinion": _number(0, MOST_WEIGHT), "dots": _steps},
        "bars": {
            "years_until_forgotten": _whole(1, 100),
            "max_asks_per_year": _whole(1, 365),
            "months_of_rest": _whole(0, 120),
            "days_until_silent": _whole(1, 3650),
            "close_tie": _whole(1, 1000),
            "weeks_of_silence": _whole(1, 26),
            "event_size": _whole(1, 100_000),
            "days_until_asked": _whole(0, 3650),
        },
        **{queue: {"enabled": _switch, **dict.fromkeys(rules_of(queue), _weight)} for queue in JUDGED_QUEUES},
        "words": dict.fromkeys(WordLists._fields, _words),
    }
