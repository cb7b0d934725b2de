"""Judges text that is not plain, character by character. Most names are plain, and no first card waits for this."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category

_NAMED = """
00 NUL 01 SOH 02 STX 03 ETX 04 EOT 05 ENQ 06 ACK 07 BEL 08 BS 09 HT 0A LF 0B VT 0C FF 0D CR 0E SO 0F SI 10 DLE
11 DC1 12 DC2 13 DC3 14 DC4 15 NAK 16 SYN 17 ETB 18 CAN 19 EM 1A SUB 1B ESC 1C FS 1D GS 1E RS 1F US 7F DEL
85 NEL 90 DCS 9B CSI 9C ST 9D OSC 9E PM 9F APC AD SHY 061C ALM 200C ZWNJ 200D ZWJ 200E LRM 200F RLM 2028 LS
2029 PS 202A LRE 202B RLE 202C PDF 202D LRO 202E RLO 2060 WJ 2066 LRI 2067 RLI 2068 FSI 2069 PDI FEFF BOM
"""
TOKENS: Final = {chr(int(code, 16)): name for code, name in re.findall(r"(\w+) (\w+)", _NAMED)}
"""Hidden characters with a short name; all others are shown by number."""

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


def has_token(text: str) -> bool:
    """Return whether something hidden was made visible in this text."""
    return _TOKEN.search(text) is not None


def gate(line: str) -> str:
    """One line, each character judged in the company it keeps: what hides becomes a token."""
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
    """Return whether a character is what it looks like; unassigned ones are emoji and letters newer than Python."""
    if kind == "Cn":
        return ord(char) < 0x40000 and ord(char) & 0xFFFE != 0xFFFE
    return char in _VISIBLE_FORMAT if kind[0] == "C" else kind not in ("Zl", "Zp")


def _is_fair_mark(char: str, so_far: int, before: str) -> bool:
    """Return whether spelling stacks marks like this: three on any letter, five in scripts that have their own."""
    return char != before and so_far <= (3 if _MARKS_OF_ANY_SCRIPT.match(char) else 5)
