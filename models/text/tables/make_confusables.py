"""Writes the table of look-alike letters again: `pip install pyicu-wheels`, then `python -m models.text.tables.make_confusables`."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable

from ..lookalikes import TABLE

_ABOUT = (
    "Letters that look like others: Unicode's confusables (UTS 39, Unicode {unicode}), as ICU {icu} maps each of them, "
    "and the letters that Unicode's names call a Latin letter drawn small, boxed, circled, full width or in another "
    "font. What they look like, then the letters that look so. Made by python -m models.text.tables.make_confusables; not to be "
    "edited. Data derived from Unicode Data Files, copyright 1991-2025 Unicode, Inc., licence Unicode-3.0, "
    "https://www.unicode.org/license.txt"
)
_DRAWN = re.compile(
    r"(?:.* )?LATIN (?P<case>CAPITAL|SMALL|LETTER SMALL CAPITAL) (?:LETTER )?(?P<letter>[A-Z])"
    r"|REGIONAL INDICATOR SYMBOL LETTER (?P<flag>[A-Z])"
)


def main() -> None:
    """Ask ICU what every character looks like, and write down those that look like another."""
    from icu import ICU_VERSION, UNICODE_VERSION, SpoofChecker  # type: ignore[import-not-found]  # only to rebuild

    looks = _looks(lambda letter: SpoofChecker().getSkeleton(0, letter))
    by_look: defaultdict[str, str] = defaultdict(str)
    for letter, look in looks.items():
        by_look[look] += letter
    table = {"": _ABOUT.format(unicode=UNICODE_VERSION, icu=ICU_VERSION), **dict(sorted(by_look.items()))}
    TABLE.write_text(json.dumps(table, indent=0) + "\n", "ascii")


def _looks(ask: Callable[[str], str]) -> dict[str, str]:
    """Return every character that looks like another, to what it looks like. One that decomposes is never asked about."""
    found = {}
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        if unicodedata.category(letter) in ("Cs", "Co") or unicodedata.normalize("NFD", letter) != letter:
            continue
        look = "".join(_drawn(each) for each in ask(_drawn(letter)))
        if look not in ("", letter):
            found[letter] = look
    return found


def _drawn(letter: str) -> str:
    """Return the plain Latin letter that this one is only another drawing of, else itself."""
    named = _DRAWN.fullmatch(unicodedata.name(letter, ""))
    if letter.isascii() or not named:
        return letter
    plain = named["letter"] or named["flag"]
    return plain if named["case"] == "CAPITAL" or named["flag"] else plain.lower()


if __name__ == "__main__":
    main()
