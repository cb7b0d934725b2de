"""The only door for untrusted text onto the screen, and dates, ages and counts as words.

Everything that came out of a file is hostile: names, notes, links, file names, dates. `shown` turns it into
`Shown`: what a terminal could obey, hide or reorder becomes a visible token (⟨ESC⟩, ⟨RLO⟩, ⟨U+200B⟩), from
which the character can be read back; honest names pass untouched. Widgets and commands take `Shown`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final, LiteralString
from unicodedata import category
from urllib.parse import quote, unquote

from rich.cells import cell_len, chop_cells, split_text

from models.errors import PickyError

LIMIT: Final = 4_000
"""Characters of one field that are looked at; what follows is cut."""
LINES: Final = 40
"""Lines of one field that are looked at."""
CLIPBOARD_BYTES: Final = 74_994
"""The most that fits a 100,000-byte OSC 52 sequence, which is where terminals that accept long ones stop."""
MOST: Final = 99_999
"""Counts above this read "99,999+": nobody acts on the difference."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NAMED = """
00 NUL 01 SOH 02 STX 03 ETX 04 EOT 05 ENQ 06 ACK 07 BEL 08 BS 09 HT 0A LF 0B VT 0C FF 0D CR 0E SO 0F SI 10 DLE
11 DC1 12 DC2 13 DC3 14 DC4 15 NAK 16 SYN 17 ETB 18 CAN 19 EM 1A SUB 1B ESC 1C FS 1D GS 1E RS 1F US 7F DEL
85 NEL 90 DCS 9B CSI 9C ST 9D OSC 9E PM 9F APC AD SHY 061C ALM 200C ZWNJ 200D ZWJ 200E LRM 200F RLM 2028 LS
2029 PS 202A LRE 202B RLE 202C PDF 202D LRO 202E RLO 2060 WJ 2066 LRI 2067 RLI 2068 FSI 2069 PDI FEFF BOM
"""
TOKENS: Final = {chr(int(code, 16)): name for code, name in re.findall(r"(\w+) (\w+)", _NAMED)}
"""Hidden characters with a short name; all others are shown by number."""

# Letters and signs that cannot combine with, hide or move their neighbours. Most names are nothing else.
_PLAIN = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u1e00-\u1fff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2190-\u21ff\u2500-\u25ff\u3001-\u3029\u3041-\u3096\u309b-\u312f"
    "\u3131-\u3163\u3165-\u318e\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9f\U0001f300-\U0001f64f]*"
)
_PICTURE = (
    "[\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_EMOJI = f"{_PICTURE}[\ufe0e\ufe0f]?[\U0001f3fb-\U0001f3ff]?"
_IDEOGRAPH = "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
_MONGOLIAN = "[\u1820-\u18aa]"
_VIRAMA = "[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]"
# Scripts whose letters change shape in company: a joiner or non-joiner between two of them is spelling.
_JOINING = (
    "[\u0620-\u065f\u0670-\u06d3\u06fa-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u17d3\u1820-\u18af\u1a20-\u1aad"
    "\u1b00-\u1c4f\ua800-\ua8ff\ua930-\ua9df\uaa00-\uaaff\uabc0-\uabff\ufb50-\ufdcf\U00011000-\U00011fff"
    "\U0001e900-\U0001e94b]"
)
_BRITISH = "\U0001f3f4\U000e0067\U000e0062(?:{}|{}|{})\U000e007f".format(
    "\U000e0065\U000e006e\U000e0067", "\U000e0073\U000e0063\U000e0074", "\U000e0077\U000e006c\U000e0073"
)
# Hidden characters exactly where an honest name needs them.
_HONEST = re.compile(
    "|".join(
        (
            _BRITISH,  # the flags of England, Scotland and Wales: the only tag characters in use
            "[0-9#*]\ufe0f?\u20e3",  # keycaps
            f"{_EMOJI}(?:\u200d{_EMOJI}){{0,3}}",  # no family on a keyboard has more than four members
            f"{_IDEOGRAPH}[\ufe00-\ufe02\U000e0100-\U000e01ef]",  # the form in which a family writes itself
            f"(?<={_JOINING})[\u200c\u200d](?={_JOINING})",
            f"(?<={_VIRAMA})\u200d",  # half letters at the end of a word
            f"(?<={_MONGOLIAN})(?:[\u180b-\u180d\u180f]|\u180e(?={_MONGOLIAN}))",
        )
    )
)
# Blank or ignorable although the category says letter, mark, symbol or unassigned.
_HOLLOW = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufdd0-\ufdef\ufe00-\ufe0f\uffa0\ufff0-\ufffc"
    "\ufffe\uffff\U0001d159\U000e0000-\U000e0fff]"
)
_VISIBLE_FORMAT = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2\U000110bd")
_MARKS_OF_ANY_SCRIPT = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_TOKEN = re.compile(r"⟨(?:[A-Z]{2,4}\d?|U\+[0-9A-F]{4,6})⟩")
_PROFILE = re.compile(
    r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/in/([^/?#\\\s]+)"
    r"(?:/(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?)?(?:[?#]\S*)?",  # a language, and whatever a mail client appended
    re.IGNORECASE | re.ASCII,  # without ASCII the Kelvin sign is a k
)
_SLUG = re.compile(r"""(?!\.+$)[^\x00-\x20"#%/:<>?@\[\\\]^`{|}\x7f\s]{1,200}""")


class Shown(str):
    """Text that has been through the door; only this module makes one."""

    __slots__ = ()


def shown(raw: str, *, limit: int = LIMIT, lines: int = LINES, multiline: bool = False) -> Shown:
    """The text as it may be shown: cut, newlines as ⏎ unless `multiline`, all else hidden as tokens."""
    if len(raw) <= limit and (raw.isprintable() if raw.isascii() else _PLAIN.fullmatch(raw)):
        return Shown(raw)
    if isinstance(raw, Shown):
        return raw if multiline else _one_line(raw)
    kept = raw[:limit].replace("\r\n", "\n").split("\n", lines)
    cut = "…" if len(raw) > limit or len(kept) > lines else ""
    gated = Shown("\n".join(_gate(line.expandtabs(4)) for line in kept[:lines]) + cut)
    return gated if multiline else _one_line(gated)


def is_odd(text: Shown) -> bool:
    """Whether the door had to make something hidden visible in this text."""
    return _TOKEN.search(text) is not None


def say(template: LiteralString, *parts: Shown | int) -> Shown:
    """A sentence of ours with shown text and numbers in its {} places."""
    return Shown(template.format(*(number(part) if isinstance(part, int) else shown(part) for part in parts)))


def join(parts: Iterable[Shown], glue: LiteralString = " · ") -> Shown:
    """Shown texts in a row, empty ones left out."""
    return Shown(glue.join(shown(part) for part in parts if part))


def as_json(value: object) -> Shown:
    """JSON for standard output, pure printable ASCII."""
    import json

    return Shown(json.dumps(value, indent=2).replace("\x7f", "\\u007f"))


def clip(text: Shown, cells: int) -> Shown:
    """The text on one line, cut with "…" to fit so many terminal cells."""
    line = _one_line(text)
    if cell_len(line) <= cells:
        return line
    return Shown(split_text(line, cells - 1)[0].rstrip() + "…") if cells > 0 else Shown("")


def wrap(text: Shown, cells: int) -> list[Shown]:
    """The text as lines of at most so many terminal cells, broken at spaces where there are any."""
    return [Shown(line) for paragraph in text.split("\n") for line in _fold(paragraph, max(cells, 2))]


def number(many: int) -> Shown:
    """A count for people: 1,234, and 99,999+ for anything above."""
    return Shown(f"{MOST:,}+" if many > MOST else f"{many:,}")


def count(many: int, one: LiteralString, more: LiteralString = "") -> Shown:
    """A count with its noun: 1 invitation, 3 invitations, 2 people."""
    return Shown(f"{number(many)} {one if many == 1 else more or one + 's'}")


def age(then: date, today: date) -> Shown:
    """How long ago, roughly enough to be read at a glance: 12 days, 5 months, 16 years."""
    first, last = sorted((_day(then), _day(today)))
    days = (last - first).days
    if days <= 90:
        return count(days, "day")
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    return count(months, "month") if months < 24 else count(months // 12, "year")


def ago(then: date, today: date) -> Shown:
    """When, seen from today: today, yesterday, 12 days ago, in 3 days."""
    days = (_day(today) - _day(then)).days
    near = {0: Shown("today"), 1: Shown("yesterday"), -1: Shown("tomorrow")}.get(days)
    return near or say("{} ago" if days > 0 else "in {}", age(then, today))


def day(when: date, today: date | None = None) -> Shown:
    """A date: 29 Nov in the year of `today`, else 29 Nov 2024."""
    text = f"{when.day} {_MONTHS[when.month - 1][:3]}"
    return Shown(text if today and today.year == when.year else f"{text} {when.year}")


def month(when: date, today: date) -> Shown:
    """A month: in June when it can only be the last one, else in June 2024."""
    is_recent = 0 <= (_day(today) - _day(when)).days < 335
    return Shown(f"in {_MONTHS[when.month - 1]}" + ("" if is_recent else f" {when.year}"))


def profile_link(url_or_slug: str) -> Shown | None:
    """The profile's address, built anew from its slug; None for any other host, scheme or shape."""
    match = _PROFILE.fullmatch(url_or_slug)
    try:
        slug = unquote(match[1] if match else url_or_slug, errors="strict")
    except UnicodeDecodeError:
        return None
    if not _SLUG.fullmatch(slug) or shown(slug) != slug:
        return None
    return Shown(f"https://www.linkedin.com/in/{quote(slug, safe='')}")


def clipboard_text(raw: str) -> Shown:
    """Text that may be sent to the terminal's clipboard; refused rather than sent by half."""
    text = shown(raw, limit=len(raw), lines=len(raw) + 1, multiline=True)
    if len(text.encode()) > CLIPBOARD_BYTES:
        raise PickyError("This is too long for a terminal's clipboard.", "Use picky outbox --html FILE.")
    return text


def _one_line(text: Shown) -> Shown:
    return Shown(text.replace("\n", " ⏎ ")) if "\n" in text else text


def _gate(line: str) -> str:
    """One line, each character judged in the company it keeps."""
    if _PLAIN.fullmatch(line):
        return line
    honest = {at for match in _HONEST.finditer(line) for at in range(*match.span())}
    gated: list[str] = []
    has_base, marks = False, 0
    for at, char in enumerate(line):
        kind = category(char)
        if kind[0] == "M":
            marks += 1
            is_open = has_base and _is_fair_mark(char, marks, line[at - 1]) and kind != "Me"
        else:
            marks = 0
            is_open = _is_open(char, kind) and not (char == "⟨" and _TOKEN.match(line, at))
        is_open = at in honest or (is_open and not _HOLLOW.match(char))
        gated.append(char if is_open else f"⟨{TOKENS.get(char, f'U+{ord(char):04X}')}⟩")
        if kind[0] != "M":
            has_base = is_open and kind[0] in "LNPSC"
    return "".join(gated)


def _is_open(char: str, kind: str) -> bool:
    """Whether a character is what it looks like; unassigned ones are emoji and letters newer than Python."""
    if kind == "Cn":
        return ord(char) < 0x40000 and ord(char) & 0xFFFE != 0xFFFE
    return char in _VISIBLE_FORMAT if kind[0] == "C" else kind not in ("Zl", "Zp")


def _is_fair_mark(char: str, so_far: int, before: str) -> bool:
    """Whether spelling stacks marks like this: three on any letter, five in scripts that have their own."""
    return char != before and so_far <= (3 if _MARKS_OF_ANY_SCRIPT.match(char) else 5)


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
