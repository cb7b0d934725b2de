"""How alike two names are that somebody may take for one another, and wherein they differ."""

from __future__ import annotations

from ..normalise import name_key
from .disguise import ALPHABETS, hides, is_disguised, script_of
from .spellings import plainly

_FEW = 3
_READ_AS = (("rn", "m"), ("vv", "w"), ("m", "rn"), ("I", "l"), ("l", "I"), ("1", "l"), ("1", "I"), ("0", "o"))


def imitates(name: str, other: str) -> bool:
    """Whether a name only looks like one that was found under its spellings; else it is that name, honestly spelled.

    Accents, credentials, apostrophes and hyphens make no other name; letters that are there for their looks do.
    """
    if name_key(name) == name_key(other):
        return False
    return plainly(name) != plainly(other) or is_disguised(name)


def what_differs(name: str, other: str) -> str:
    """The letters of a name that only look like those of the other, in a few words; empty when there is no telling."""
    if hides(name):
        return "it holds invisible characters"
    for read, meant in _READ_AS:
        if name.count(read) > other.count(read) and other.count(meant) > name.count(meant):
            return f"“{read}” for “{meant}”"
    theirs = other.casefold()
    odd = [letter for letter in dict.fromkeys(name) if letter.casefold() not in theirs and not letter.isspace()]
    return _told(odd) if odd else ""


def _told(letters: list[str]) -> str:
    """Letters with the alphabet they are of, those of one alphabet together."""
    by_script: dict[str, list[str]] = {}
    for letter in letters[:_FEW]:
        script = "" if letter.isascii() else _alphabet(letter)
        by_script.setdefault(script, []).append(f"“{letter}”")
    return ", ".join(f"{script} {', '.join(held)}".strip() for script, held in by_script.items())


def _alphabet(letter: str) -> str:
    """The alphabet of a letter, where it is one that other letters are mistaken for."""
    script = script_of(letter)
    return script.title() if script in ALPHABETS and script != "LATIN" else ""
