"""Small words for sentences on cards: counts, times past, and a person's first name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_TITLES = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "mx", "ing", "herr", "frau", "sir"})
_ORDINALS = (
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_TIMES = ("never", "once", "twice")


def first_name(name: str) -> str:
    """Return the name one would say aloud: "Dr. Vera Haddad, PhD" is Vera."""
    words = [word for word in name.split() if word.strip(".,").lower() not in _TITLES]
    return words[0].rstrip(",") if words else "this person"


def possessive(name: str) -> str:
    """Return whose it is."""
    return f"{name}'s"


def ordinal(number: int) -> str:
    """1 is first, 2 is second, 12 is 12th."""
    if number < len(_ORDINALS):
        return _ORDINALS[number]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in {11, 12, 13} else "th"
    return f"{number}{ending}"


def times(number: int) -> str:
    """1 is once, 2 is twice, 5 is 5 times."""
    return _TIMES[number] if number < len(_TIMES) else f"{number} times"


def count(number: int, thing: str) -> str:
    """1 message, 2 messages."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def years_between(earlier: date, later: date) -> float:
    """Return how many years lie between two days; 0 when they are the wrong way round."""
    return max(0.0, (later - earlier).days / 365.25)


def ago(day: date, today: date) -> str:
    """Return how long ago, in the largest unit that says enough."""
    days = max(0, (today - day).days)
    for size, unit in ((365.25, "year"), (30.44, "month"), (7.0, "week"), (1.0, "day")):
        number = int(days / size + 0.08)  # 11 months and 3 weeks read as one year
        if number:
            return f"{count(number, unit)} ago"
    return "today"


def span(start: date | None, end: date) -> str:
    """ " in 12 years", or nothing when the start is unknown or recent."""
    years = round(years_between(start, end)) if start else 0
    return f" in {count(years, 'year')}" if years else ""


def listed(names: Sequence[str]) -> str:
    """Ana, Vera and Nils."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def quotes(phrases: Sequence[str]) -> str:
    """Return the first two, in quotation marks."""
    return ", ".join(f"“{phrase}”" for phrase in phrases[:2])


def at(event: str) -> str:
    """ " at PyCon DE", or nothing."""
    return f" at {event}" if event else ""


def piling_up(hits: int) -> float:
    """Return how much heavier several phrases of one kind are than one: 1, 1.5, and never more than 2."""
    return min(2.0, 0.5 + hits / 2)


def insistence(nudges: int) -> float:
    """Return how much heavier each further text weighs than the one before: 1, 3, 6, and never more than 10."""
    return min(10.0, nudges * (nudges + 1) / 2)
