"""The only door for untrusted text onto the screen, and dates, ages and counts as words.

Everything that came out of a file is hostile: names, notes, links, file names, dates. `shown` turns it into
`Shown`: what a terminal could obey, hide or reorder becomes a visible token (⟨ESC⟩, ⟨RLO⟩, ⟨U+200B⟩), from
which the character can be read back; honest names pass untouched. Widgets and commands take `Shown`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from typing import Final, LiteralString
from urllib.parse import quote, unquote

from rich.cells import cell_len, chop_cells, split_text

from models.errors import PickyError
from models.text.dates import month_names

LIMIT: Final = 4_000
"""Characters of one field that are looked at; what follows is cut."""
LINES: Final = 40
"""Lines of one field that are looked at."""
CLIPBOARD_BYTES: Final = 74_994
"""The most that fits a 100,000-byte OSC 52 sequence, which is where terminals that accept long ones stop."""
MOST: Final = 99_999
"""Counts above this read "99,999+": nobody acts on the difference."""

# Letters and signs that cannot combine with, hide or move their neighbours. Most names are nothing else.
_PLAIN = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u1e00-\u1fff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2190-\u21ff\u2500-\u25ff\u3001-\u3029\u3041-\u3096\u309b-\u312f"
    "\u3131-\u3163\u3165-\u318e\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9f\U0001f300-\U0001f64f]*"
)
_SLUG = re.compile(r"""(?!\.+$)[^\x00-\x20"#%/:<>?@\[\\\]^`{|}\x7f\s]{1,200}""")


class Shown(str):
    """Text that has been through the door; only this module makes one."""

    __slots__ = ()


def shown(raw: str, *, limit: int = LIMIT, lines: int = LINES, multiline: bool = False) -> Shown:
    """Return the text as it may be shown: cut, newlines as ⏎ unless `multiline`, all else hidden as tokens."""
    if len(raw) <= limit and (raw.isprintable() if raw.isascii() else _PLAIN.fullmatch(raw)):
        return Shown(raw)
    if isinstance(raw, Shown):
        return raw if multiline else _one_line(raw)
    kept = raw[:limit].replace("\r\n", "\n").split("\n", lines)
    cut = "…" if len(raw) > limit or len(kept) > lines else ""
    gated = Shown("\n".join(_gated(line.expandtabs(4)) for line in kept[:lines]) + cut)
    return gated if multiline else _one_line(gated)


def is_odd(text: Shown) -> bool:
    """Return whether the door had to make something hidden visible in this text."""
    if text.isascii():
        return False
    from .gate import has_token

    return has_token(text)


def say(template: LiteralString, *parts: Shown | int) -> Shown:
    """Return a sentence of ours with shown text and numbers in its {} places."""
    return Shown(template.format(*(number(part) if isinstance(part, int) else shown(part) for part in parts)))


def join(parts: Iterable[Shown], glue: LiteralString = " · ") -> Shown:
    """Shown texts in a row, empty ones left out."""
    return Shown(glue.join(shown(part) for part in parts if part))


def as_json(value: object) -> Shown:
    """JSON for standard output, pure printable ASCII."""
    import json

    return Shown(json.dumps(value, indent=2).replace("\x7f", "\\u007f"))


def clip(text: Shown, cells: int) -> Shown:
    """Return the text on one line, cut with "…" to fit so many terminal cells."""
    line = _one_line(text)
    if cell_len(line) <= cells:
        return line
    return Shown(split_text(line, cells - 1)[0].rstrip() + "…") if cells > 0 else Shown("")


def cut(text: Shown, cells: int) -> Shown:
    """Return the text as `clip` cuts it, for something else than "…" to follow."""
    line = _one_line(text)
    return line if cell_len(line) <= cells else Shown(split_text(line, max(cells - 1, 0))[0].rstrip())


def wrap(text: Shown, cells: int) -> list[Shown]:
    """Return the text as lines of at most so many terminal cells, broken at spaces where there are any."""
    return [Shown(line) for paragraph in text.split("\n") for line in _fold(paragraph, max(cells, 2))]


def number(many: int) -> Shown:
    """Return a count for people: 1,234, and 99,999+ for anything above."""
    return Shown(f"{MOST:,}+" if many > MOST else f"{many:,}")


def count(many: int, one: LiteralString, more: LiteralString = "") -> Shown:
    """Return a count with its noun: 1 invitation, 3 invitations, 2 people."""
    return Shown(f"{number(many)} {one if many == 1 else more or one + 's'}")


def age(then: date, today: date) -> Shown:
    """Return how long ago, roughly enough to be read at a glance: 12 days, 5 months, 16 years."""
    first, last = sorted((_day(then), _day(today)))
    days = (last - first).days
    if days <= 90:
        return count(days, "day")
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    return count(months, "month") if months < 24 else count(months // 12, "year")


def ago(then: date, today: date) -> Shown:
    """Return when, seen from today: today, yesterday, 12 days ago, in 3 days."""
    days = (_day(today) - _day(then)).days
    near = {0: Shown("today"), 1: Shown("yesterday"), -1: Shown("tomorrow")}.get(days)
    return near or say("{} ago" if days > 0 else "in {}", age(then, today))


def times(number: int) -> Shown:
    """Return how often: once, twice, 3 times."""
    return {1: Shown("once"), 2: Shown("twice")}.get(number) or count(number, "time")


def day(when: date, today: date | None = None) -> Shown:
    """Return a date: 29 Nov in the year of `today`, else 29 Nov 2024."""
    text = f"{when.day} {month_names()[when.month - 1][:3]}"
    return Shown(text if today and today.year == when.year else f"{text} {when.year}")


def month(when: date, today: date) -> Shown:
    """Return a month: in June when it can only be the last one, else in June 2024."""
    is_recent = 0 <= (_day(today) - _day(when)).days < 335
    return Shown(f"in {month_names()[when.month - 1]}" + ("" if is_recent else f" {when.year}"))


def profile_link(url_or_slug: str) -> Shown | None:
    """Return the profile's address, built again from its slug; None for any other host, scheme or shape."""
    match = _profile().fullmatch(url_or_slug) if "/" in url_or_slug else None
    try:
        slug = unquote(match[1] if match else url_or_slug, errors="strict")
    except UnicodeDecodeError:
        return None
    if not _SLUG.fullmatch(slug) or shown(slug) != slug:
        return None
    return Shown(f"https://www.linkedin.com/in/{quote(slug, safe='')}")


def whole(raw: str) -> Shown:
    """Return all of a text, however long, its lines kept: for what is edited or copied, where nothing may be cut."""
    return shown(raw, limit=len(raw), lines=len(raw) + 1, multiline=True)


def clipboard_text(raw: str) -> Shown:
    """Text that may be sent to the terminal's clipboard; refused rather than sent by half."""
    text = whole(raw)
    if len(text.encode()) > CLIPBOARD_BYTES:
        raise PickyError("This is too long for a terminal's clipboard.", "Use picky outbox --html FILE.")
    return text


@cache
def _profile() -> re.Pattern[str]:
    return re.compile(
        r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/in/([^/?#\\\s]+)"
        r"(?:/(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?)?(?:[?#]\S*)?",  # a language, and whatever a mail client appended
        re.IGNORECASE | re.ASCII,  # without ASCII the Kelvin sign is a k
    )


def _one_line(text: Shown) -> Shown:
    return Shown(text.replace("\n", " ⏎ ")) if "\n" in text else text


def _gated(line: str) -> str:
    if _PLAIN.fullmatch(line):
        return line
    from .gate import gate  # its patterns take longer to compile than a card to draw, and few texts need them

    return gate(line)


def _fold(paragraph: str, cells: int) -> Iterator[str]:
    line, width = "", 0
    for word in paragraph.split(" "):
        size = cell_len(word)
        if line and width + 1 + size <= cells:
            line, width = f"{line} {word}", width + 1 + size
            continue
        if line:
            yield line
        *full, line = chop_cells(word, cells) or [""]
        yield from full
        width = cell_len(line)
    yield line


def _day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when
