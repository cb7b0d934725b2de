"""What letters look like: Unicode's table, read when the first name needs it."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("confusables.json")
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Drawn as nothing, though their category does not say so."""


def skeleton(text: str) -> str:
    """What a text looks like, as UTS 39 says it: decomposed, without what cannot be seen, each letter by its look.

    Two texts that give the same skeleton look alike. Latin letters that are only drawn in another way (small capitals,
    boxes) count as the letters they are, which UTS 39 leaves open.
    """
    seen = "".join(letter for letter in unicodedata.normalize("NFD", text) if not is_unseen(letter))
    return unicodedata.normalize("NFD", seen.translate(looks()))


def is_unseen(letter: str) -> bool:
    """Whether a character is drawn as nothing at all."""
    return unicodedata.category(letter) in ("Cf", "Cc") or letter in _UNSEEN or "\ufe00" <= letter <= "\ufe0f"


@cache
def looks() -> dict[int, str]:
    """Every character that looks like another, to what it looks like: some six thousand, in two milliseconds."""
    import json

    table: dict[str, str] = json.loads(TABLE.read_text("ascii"))
    return {ord(letter): look for look, letters in table.items() if look for letter in letters}
