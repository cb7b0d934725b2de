"""Bytes of a mail as words: only charsets that are known, and never an error."""

from __future__ import annotations

import codecs
from functools import lru_cache

from .vcard_text import CHARSETS


def decoded(data: bytes, charset: str) -> str:
    """In the charset it names when that is one of those allowed, else UTF-8, else what Windows would write.

    A letter that cannot be read is marked as such.
    """
    named = _allowed(charset)
    if named:
        return data.decode(named, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


@lru_cache(256)
def _allowed(charset: str) -> str:
    """The charset's usual name; nothing for those not allowed, and for ASCII, which says nothing of other letters."""
    try:
        name = codecs.lookup(charset).name if charset else ""
    except (LookupError, ValueError):
        return ""
    return name if name in CHARSETS and name != "ascii" else ""
