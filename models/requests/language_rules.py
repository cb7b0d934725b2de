"""How each language asks for an introduction, read from its file in `languages/`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .patterns import Beginnings, Pattern, Patterns, load

_NAMES = ("english", "german", "spanish", "french")
"""The language with the most messages first; a new one is a file and its name here."""


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
    """The message says that the owner knows someone, or asks for help."""
    ASKING = "asking"
    """Somewhere in the message the owner is asked for something."""
    REASON = "reason"
    """The message says what for, or that the owner knows someone."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that may be a request, and what must stand around them so that they are one."""

    words: Pattern
    confidence: float
    """From 0 to 1."""
    after: tuple[Pattern, ...] = ()
    """One of these stands before the words in their sentence."""
    anywhere: bool = False
    """What should stand before the words may also follow them, as in languages that keep the verb for the end."""
    unless: Pattern | None = None
    """Words that can only serve the writer need no asking, just none of these: another agent, thanks, a denial."""
    needs: tuple[Need, ...] = ()
    """What else must be true, the cheapest to find out first."""


@dataclass(frozen=True, slots=True)
class Screen:
    """How words of asking and words of meeting begin, accents kept: a message without one of each is turned away."""

    asking: Beginnings
    meeting: Beginnings


@dataclass(frozen=True, slots=True)
class Language:
    """How one language asks for an introduction."""

    name: str
    code: str
    """As `models.text.language` calls it."""
    screen: Screen
    cues: tuple[Cue, ...]
    """What reads as a request, the surest first."""
    decoys: Pattern
    """Words that make a sentence no request, whatever else is in it."""
    links: Pattern
    """Words that say the owner knows someone."""
    asking: Pattern
    """Words that ask the owner for whatever it is."""
    help: Pattern
    """Words that ask for help without saying with what."""
    me: Pattern
    """Words for the writer."""
    before_target: Pattern
    """The word in front of the person asked for."""
    kinds: dict[str, str]
    """What small words do: for each kind its words, a star for any ending."""


def _language(file: str) -> Language:
    table = load(file)
    patterns = Patterns(table["patterns"])
    around = {name: patterns.starting(template) for name, template in table["language"].items()}
    return Language(
        name=table["name"],
        code=table["code"],
        screen=Screen(Beginnings(table["screen"]["asking"]), Beginnings(table["screen"]["meeting"])),
        cues=tuple(_cue(patterns, cue) for cue in table["cues"]),
        kinds=table["kinds"],
        **around,
    )


def _cue(patterns: Patterns, table: dict[str, Any]) -> Cue:
    return Cue(
        words=patterns.starting(table["words"]),
        confidence=table["confidence"],
        after=tuple(Pattern(patterns.expand(template)) for template in table.get("after", ())),
        anywhere=table.get("anywhere", False),
        unless=Pattern(patterns.expand(table["unless"])) if "unless" in table else None,
        needs=tuple(map(Need, table.get("needs", ()))),
    )


LANGUAGES: tuple[Language, ...] = tuple(map(_language, _NAMES))
BY_CODE = {language.code: language for language in LANGUAGES}
