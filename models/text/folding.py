"""One spelling of a name, text and profile link: without accents and case, or transliterated to Latin letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import unquote

_WORD = re.compile(r"[a-z0-9]+")


def transliterate(text: str) -> str:
    """Return the text in small Latin letters, whatever its script: Łukasz becomes lukasz, Владимир becomes vladimir."""
    if text.isascii():
        return text.lower()
    from anyascii import anyascii

    return anyascii(text).lower()


def words(text: str) -> list[str]:
    """Return the words of a text, folded; apostrophes join (O'Brien is obrien), everything else divides."""
    return _WORD.findall(joined_up(transliterate(text)))


def joined_up(folded: str) -> str:
    """Return a folded text without its apostrophes."""
    return folded.replace("'", "").replace("`", "")


def plain(text: str) -> str:
    """Return the words of a text with one space between."""
    return " ".join(words(text))


def listed(text: str) -> frozenset[str]:
    """Return the words of a list written as running text; phrases are divided by bars."""
    return frozenset(part.strip() for part in text.split("|")) if "|" in text else frozenset(text.split())


class _PlainLetters(dict[int, str | int | None]):
    """What becomes of a letter once it was taken apart: marks go, a few letters that stay whole get a plain one."""

    def __missing__(self, letter: int) -> int | None:
        self[letter] = kept = None if unicodedata.combining(chr(letter)) else letter
        return kept


# Letters that no Unicode decomposition takes apart.
_WHOLE_LETTERS = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ħ": "h",
    "ŧ": "t",
    "’": "'",
}
_PLAIN = _PlainLetters((ord(letter), plain) for letter, plain in _WHOLE_LETTERS.items())
_REMEMBERED = 1 << 16  # an archive says the same names and links over and over
_EMPTY_DIGEST = blake2b(digest_size=8)
_CREDENTIALS = re.compile(r"\s*(?:,.*|\([^)]*\))\s*$")
_SLUG = re.compile(r"(?:^|[/.])linkedin\.com/(?:in|pub)/+([^?#]*)", re.IGNORECASE)


def squeeze(text: str) -> str:
    """Return the text with every run of white space as one plain space, and none outside."""
    return " ".join(text.split())


def fold_accents(text: str) -> str:
    """Return the text without case, accents or width, in its own script: `Łukasz WÓJCIK` becomes `lukasz wojcik`.

    This is how the store tells whether two texts are the same. Владимир and Vladimir stay two: for what is only
    compared, there is a transliteration.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text).casefold()
    return squeeze(plain.translate(_PLAIN))


@lru_cache(_REMEMBERED)
def name_key(name: str) -> str:
    """Return how a full name is joined between LinkedIn's own files: exact but for case, spaces and composition.

    Credentials and emoji are kept, since LinkedIn writes them the same way everywhere (format reference, 1.4).
    """
    if name.isascii():
        return " ".join(name.lower().split())
    return squeeze(unicodedata.normalize("NFC", name).casefold())


def plain_name(name: str) -> str:
    """Return a folded name without credentials and brackets, for comparing people across sources."""
    folded = fold_accents(name)
    while (shorter := _CREDENTIALS.sub("", folded)) != folded and shorter:
        folded = shorter
    return folded


@lru_cache(_REMEMBERED)
def slug_of(link: str) -> str | None:
    """Return the slug of a profile link as it is compared: unquoted, composed, case-folded; `None` when there is none.

    Given anything a file or a person may write: with or without scheme, host prefix, query, fragment or trailing
    slash, percent-encoded or raw. The bare `https://www.linkedin.com/in` of December 2023 has no slug.
    """
    if not link:
        return None
    found = _SLUG.search(link)
    if not found:
        return None
    segment = unquote(found[1], errors="replace").strip().strip("/")
    return unicodedata.normalize("NFC", segment).casefold() or None


def digest(*parts: str) -> int:
    """Return a signed 64-bit fingerprint of the parts, the same on every machine."""
    hasher = _EMPTY_DIGEST.copy()  # a third cheaper than a new one
    hasher.update("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return int.from_bytes(hasher.digest(), "big", signed=True)
