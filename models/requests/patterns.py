"""What a language needs to say before we hear an introduction being asked for, and how its words are written down."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


def either(*patterns: str) -> str:
    """One group that holds when any of the patterns does; a plain space in them means any white space."""
    return f"(?:{'|'.join(patterns)})".replace(" ?", r"\s*").replace(" ", r"\s+")


def starting(*patterns: str) -> re.Pattern[str]:
    """The patterns compiled, each to begin where a word begins; they meet small letters without accents."""
    return re.compile(rf"\b{either(*patterns)}")


def screen(asking: str, meeting: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Two lists of how words begin, with bars between, compiled to be looked for in a hurry; a dot is any letter."""
    first, second = (re.compile(rf"\b{any_of(words.split('|'))}") for words in (asking, meeting))
    return first, second


def any_of(phrases: Iterable[str]) -> str:
    """One expression for many phrases that tries each letter once for all phrases that share it.

    The letters and spaces a phrase begins with are shared; what follows them may be any expression.
    """
    shared: dict[str, list[str]] = {}
    for phrase in phrases:
        shared.setdefault(phrase[:1] if _LITERAL.match(phrase) else "", []).append(phrase)
    ends = shared.pop("", [])
    if "" in ends:  # a longer phrase adds nothing
        return ""
    ways = [*ends, *(letter + any_of(phrase[1:] for phrase in some) for letter, some in shared.items())]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


_LITERAL = re.compile(r"[a-z .](?![?*+{])")


def ending(*patterns: str) -> re.Pattern[str]:
    """The patterns compiled, each to reach to the very end of what it is tried on."""
    return re.compile(rf"\b{either(*patterns)}$")


CLAUSE_START = re.compile(r"(?:^|[.!?\n,:)-])\W*$")
"""Nothing stands before: the verb of a clause that begins like this is an imperative."""


class Need(StrEnum):
    """What must be true around a cue, beyond its own words."""

    PERSON_NEXT = "person next"
    """A third person is named, or meant, right behind the words."""
    NAME_NEXT = "name next"
    """The same, and not only by small words that might be anything."""
    PERSON = "person"
    """The sentence speaks of a third person."""
    ME = "me"
    """The sentence speaks of the writer."""
    LINK = "link"
    """The message says that the owner knows somebody, or asks for help."""
    ASKING = "asking"
    """Somewhere in the message the owner is asked for something."""
    REASON = "reason"
    """The message says what for, or that the owner knows somebody."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that may be a request, and what must stand around them so that they are one."""

    words: re.Pattern[str]
    confidence: float
    after: tuple[re.Pattern[str], ...] = ()
    """One of these stands before the words in their sentence."""
    anywhere: bool = False
    """What should stand before the words may also follow them, as in languages that keep the verb for the end."""
    or_not: re.Pattern[str] | None = None
    """Words that can only serve the writer need no asking, just none of these: another agent, thanks, a denial."""
    needs: tuple[Need, ...] = ()
    """What else must be true, the cheapest to find out first."""


@dataclass(frozen=True, slots=True)
class Language:
    """How one language asks for an introduction."""

    name: str
    everyday: frozenset[str]
    """Small words, most of which other languages do not have: they tell which language a text is in."""
    screen: tuple[re.Pattern[str], re.Pattern[str]]
    """How words of asking and words of meeting begin, accents kept: a message without one of each is turned away."""
    cues: tuple[Cue, ...]
    """What reads as a request, the surest first."""
    decoys: re.Pattern[str]
    """Words that make a sentence no request, whatever else is in it."""
    links: re.Pattern[str]
    """Words that say the owner knows somebody."""
    asking: re.Pattern[str]
    """Words that ask the owner for whatever it is."""
    help: re.Pattern[str]
    """Words that ask for help without saying with what."""
    me: re.Pattern[str]
    """Words for the writer."""
    before_target: re.Pattern[str]
    """The word in front of the person asked for."""
