"""Signs of a disguised name: mixed alphabets in one word, letters that are pictures, invisible characters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_JOINERS = "\u200c\u200d\ufe0f"  # honest in emoji and in Persian or Indic names
_UNSEEN = ("Cc", "Cf", "Co", "Cn", "Zl", "Zp")
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # drawn as nothing, though printable
ALPHABETS = frozenset(
    {
        "LATIN",
        "CYRILLIC",
        "GREEK",
        "COPTIC",
        "ARMENIAN",
        "CHEROKEE",
        "GEORGIAN",
        "HEBREW",
        "ARABIC",
        "LISU",
        "DESERET",
        "OSAGE",
        "CANADIAN",
        "VAI",
        "BAMUM",
        "TIFINAGH",
    }
)
"""Scripts of which no honest word mixes two. Japanese, Korean and Chinese words mix theirs, with Latin too."""
_NAMED_APART = ("FULLWIDTH", "HALFWIDTH", "MATHEMATICAL", "MODIFIER", "DOUBLE-STRUCK", "SCRIPT", "BLACK-LETTER")
_HONEST_PICTURES = "ªº"  # Mª José
_TONES = frozenset(map(chr, (*range(0x0300, 0x0316), 0x031B, *range(0x0323, 0x032F), 0x0331, 0x0338, 0x0342, 0x0345)))
"""Marks above and below that some language writes; strokes through, lines and rings all around are none's."""
_PILED = 3


def hides(text: str) -> bool:
    """Return whether a text holds characters that cannot be seen, other than those that honest spelling needs."""
    if text.isascii():
        return not text.isprintable()
    return any(
        letter in _FILLERS
        or (unicodedata.category(letter) in _UNSEEN and not (letter in _JOINERS and _joins(text, place)))
        for place, letter in enumerate(text)
    )


def _joins(text: str, place: int) -> bool:
    """Return whether a joiner stands where an honest one may: never between two Latin letters."""
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return not (around.isalpha() and all(script_of(letter) == "LATIN" for letter in around))


@lru_cache(1024)
def script_of(letter: str) -> str:
    """Return the script of a letter, by the first word of its name in Unicode: `LATIN`, `CYRILLIC`, `CJK` …"""
    words = unicodedata.name(letter, "").split()
    return next((word for word in words if word not in _NAMED_APART), "")


def mixes_scripts(name: str) -> bool:
    """Return whether a word of a name has letters of two alphabets; names in two scripts, word by word, are honest."""
    if name.isascii():
        return False
    return any(
        len(scripts_of(word) & ALPHABETS) > 1 for word in re.findall(r"[^\W\d_]+", name)
    )  # not compiled at start: most names are ASCII


def scripts_of(text: str) -> set[str]:
    """Return the scripts of all letters of a text."""
    return {script_of(letter) for letter in text if letter.isalpha()}


def is_disguised(name: str) -> bool:
    """Return whether something in a name is there only to look like something else."""
    return not name.isascii() and (hides(name) or mixes_scripts(name) or _draws(name) or _overwrites(name))


def _draws(name: str) -> bool:
    """Letters of mathematics, full width, in circles and boxes, small capitals: pictures of Latin letters."""
    return any(
        letter > "\x7f" and letter not in _HONEST_PICTURES and (_is_picture(letter) or _is_small_capital(letter))
        for letter in name
    )


def _is_picture(letter: str) -> bool:
    plain = unicodedata.normalize("NFKC", letter)
    named = unicodedata.name(letter, "")
    boxed = plain == letter and ("LATIN CAPITAL LETTER" in named or "INDICATOR SYMBOL" in named)
    return (plain.isascii() and plain.isalpha() and len(plain) == 1) or (boxed and not letter.isalpha())


def _is_small_capital(letter: str) -> bool:
    return "LETTER SMALL CAPITAL" in unicodedata.name(letter, "")


def _overwrites(name: str) -> bool:
    """Marks that no language writes on letters, or more of them than any does."""
    marks = 0
    for letter in unicodedata.normalize("NFD", name):
        marks = marks + 1 if unicodedata.category(letter) in ("Mn", "Me") else 0
        is_ours = (
            "\u0300" <= letter <= "\u036f" or "\u20d0" <= letter <= "\u20ff" or unicodedata.category(letter) == "Me"
        )
        if marks and is_ours and (letter not in _TONES or marks >= _PILED):
            return True
    return False
