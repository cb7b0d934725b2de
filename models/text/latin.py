"""Texts in Latin letters, so that one can be compared across scripts; never the identity of anything but a company."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z0-9]+")


def transliterate(text: str) -> str:
    """Return the text in small Latin letters, whatever its script: Łukasz becomes lukasz, Владимир becomes vladimir."""
    if text.isascii():
        return text.lower()
    from anyascii import anyascii

    return anyascii(text).lower()


def words(text: str) -> list[str]:
    """The words of a text, folded; apostrophes join (O'Brien is obrien), everything else divides."""
    return _WORD.findall(joined_up(transliterate(text)))


def joined_up(folded: str) -> str:
    """A folded text without its apostrophes."""
    return folded.replace("'", "").replace("`", "")


def plain(text: str) -> str:
    """The words of a text with one space between."""
    return " ".join(words(text))


def listed(text: str) -> frozenset[str]:
    """The words of a list written as running text; phrases are divided by bars."""
    return frozenset(part.strip() for part in text.split("|")) if "|" in text else frozenset(text.split())
