"""Names that could be taken for one another, and which letters differ."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, product
from pathlib import Path

from .folding import fold_accents, name_key, plain_name
from .scripts import ALPHABETS, hides, is_disguised, script_of, scripts_of

TABLE = Path(__file__).with_name("tables") / "confusables.json"
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Drawn as nothing, though their category does not say so."""


def skeleton(text: str) -> str:
    """Return what a text looks like, as UTS 39 says it: decomposed, without what cannot be seen, each letter by its look.

    Two texts that give the same skeleton look alike. Latin letters that are only drawn in another way (small capitals,
    boxes) count as the letters they are, which UTS 39 leaves open.
    """
    seen = "".join(letter for letter in unicodedata.normalize("NFD", text) if not is_unseen(letter))
    return unicodedata.normalize("NFD", seen.translate(looks()))


def is_unseen(letter: str) -> bool:
    """Return whether a character is drawn as nothing at all."""
    return unicodedata.category(letter) in ("Cf", "Cc") or letter in _UNSEEN or "\ufe00" <= letter <= "\ufe0f"


@cache
def looks() -> dict[int, str]:
    """Return every character that looks like another, to what it looks like: some six thousand, in two milliseconds."""
    import json

    table: dict[str, str] = json.loads(TABLE.read_text("ascii"))
    return {ord(letter): look for look, letters in table.items() if look for letter in letters}


_MOST = 48
"""Spellings of one name: names full of letters that may stand for others are not read to the end."""

_ALIKE = str.maketrans({**dict.fromkeys("’‘ʼʻ`´′ʹʾʿ＇", "'"), **dict.fromkeys("‐‑‒–—−﹘", "-")})
_READ_AS = {"0": "o", "1": "li", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "|": "li"}
_CLOSE = {"rn": "m", "vv": "w", "m": "rn", "w": "vv"}
_WHOLE = {"CYRILLIC": frozenset("ABCEHIJKMOPSTXYaceijopsxyhdqw"), "GREEK": frozenset("ABEHIKMNOPTXYZouvapy")}
"""Latin letters that each of these alphabets has a look-alike of: a name made of nothing else may be meant as one."""

_LETTERS = {"CYRILLIC": range(0x0400, 0x0530), "GREEK": range(0x0370, 0x0400), "ARMENIAN": range(0x0531, 0x0588)}
"""Where the letters of these alphabets stand."""


def plainly(name: str) -> str:
    """Return a name folded, without credentials, apostrophes and hyphens all the same: honest spellings of one are equal."""
    one = name.translate(_ALIKE)
    bare = plain_name(one)
    return bare if " " in bare else fold_accents(one)


def spellings(name: str) -> list[str]:
    """Return every key under which someone may stand whose name this is, or looks like; the name's own first."""
    found = dict.fromkeys((name_key(name), *_honest(name)))
    looking = (key for look in _looks_like(name) for key in (name_key(look), plainly(look)))
    found |= dict.fromkeys(islice(looking, _MOST))
    found |= dict.fromkeys(_in_other_scripts(name))
    return [key for key in found if key]


def _honest(name: str) -> Iterator[str]:
    """Yield the same name without accents and credentials, and with either apostrophe."""
    for one in (plainly(name), name_key(name).translate(_ALIKE)):
        yield one
        if "'" in one:
            yield from (one.replace("'", other) for other in ("’", "", "‘"))


def _looks_like(name: str) -> Iterator[str]:
    """Yield every Latin name that this one looks like, letter by letter; nothing when some letter looks like none."""
    seen = name if name.isascii() else _as_latin(name)
    if seen is not None:
        readings = [reading for word in seen.split() for reading in (*_readings(word), (" ",))]
        for chosen in product(*readings):
            yield "".join(chosen)


def _as_latin(name: str) -> str | None:
    """Return a name with each foreign letter as the Latin one it looks like, capitals that look like `l` kept apart as `|`."""
    found = []
    for letter in unicodedata.normalize("NFD", name):
        look = letter if letter.isascii() or unicodedata.combining(letter) else skeleton(letter)
        if look == "l" and letter.isupper():
            look = "|"
        elif look == "rn":
            look = "m"
        found.append(look)
    drawn = unicodedata.normalize("NFC", "".join(found))
    drawn = "".join(letter for letter in drawn if not unicodedata.combining(letter))
    return drawn if scripts_of(drawn) <= {"LATIN"} else None


def _readings(word: str) -> Iterator[tuple[str, ...]]:
    """For each letter of a word, and for two that stand close, what it may be meant to be read as; itself first."""
    has_letters, place = any(letter.isalpha() for letter in word), 0
    while place < len(word):
        pair, before = word[place : place + 2], word[place - 1 : place]
        part = pair if pair.lower() in _CLOSE else pair[0]
        place += len(part)
        if part.lower() in _CLOSE and part != "M" and part != "W":
            yield part, _CLOSE[part.lower()]
        elif part in _READ_AS:
            yield tuple(_READ_AS[part]) if has_letters else (part,)
        elif (part == "l" and (not before.isalpha() or before in "ac")) or (part == "I" and before.isalpha()):
            yield part, "i" if part == "l" else "l"  # lan, Mclntyre, AIex
        else:
            yield (part,)


def _in_other_scripts(name: str) -> Iterator[str]:
    """Yield the name in the alphabets that some of its letters are of, or that has a look-alike of each of them."""
    if name.isascii():
        letters = {letter for letter in name if letter.isalpha()}
        wanted: Iterable[str] = [script for script, alike in _WHOLE.items() if letters and letters <= alike]
    else:
        wanted = scripts_of(name) & _LETTERS.keys()
    for script in wanted:
        spelled = [_letter_of(script, letter) for letter in name]
        if all(spelled):
            yield name_key("".join(letter for letter in spelled if letter))


def _letter_of(script: str, letter: str) -> str | None:
    """Return the letter of this script that looks like the given one, which may be of it already."""
    if not letter.isalpha() or script_of(letter) == script:
        return letter
    return _letters(script).get(looks().get(ord(letter), letter)) or _letters(script).get(letter)


@cache
def _letters(script: str) -> dict[str, str]:
    """Return what the letters of a script look like, to the first letter that looks so."""
    found: dict[str, str] = {}
    for code in _LETTERS[script]:
        if look := looks().get(code):
            found.setdefault(look, chr(code))
    return found


_FEW = 3
_READ_AS_LIKENESS = (("rn", "m"), ("vv", "w"), ("m", "rn"), ("I", "l"), ("l", "I"), ("1", "l"), ("1", "I"), ("0", "o"))


def imitates(name: str, other: str) -> bool:
    """Return whether a name only looks like one that was found under its spellings; else it is that name, honestly spelled.

    Accents, credentials, apostrophes and hyphens make no other name; letters that are there for their looks do.
    """
    if name_key(name) == name_key(other):
        return False
    return plainly(name) != plainly(other) or is_disguised(name)


def what_differs(name: str, other: str) -> str:
    """Return the letters of a name that only look like those of the other, in a few words; empty when there is no telling."""
    if hides(name):
        return "it holds invisible characters"
    for read, meant in _READ_AS_LIKENESS:
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
    """Return the alphabet of a letter, where it is one that other letters are mistaken for."""
    script = script_of(letter)
    return script.title() if script in ALPHABETS and script != "LATIN" else ""
