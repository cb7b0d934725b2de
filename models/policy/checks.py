"""What the policy file may say: its sections, their keys, and what each may hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeAlias

from .bars import QUEUES, Words
from .mistakes import quoted
from .recommend import rules_of

HEAVIEST = 20.0
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
    return _number(-HEAVIEST, HEAVIEST)(value)


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
    """Every section, with its keys and what each may hold."""
    return {
        "confidence": {"no_opinion": _number(0, HEAVIEST), "dots": _steps},
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
        **{queue: {"enabled": _switch, **dict.fromkeys(rules_of(queue), _weight)} for queue in QUEUES},
        "words": dict.fromkeys(Words._fields, _words),
    }
