"""The guard before the vCard parser: bytes in, one small clean card at a time out.

The parser holds a file several times in memory, recurses into nested cards, and needs exponential time for a parameter
full of equals signs. So here lines are unfolded under a cap, photos and keys never gathered, nested cards left out,
charsets and quoted-printable undone, and every line brought into a form that parses in linear time.
"""

from __future__ import annotations

import codecs
import io
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ..archive import Member

MAX_LINE = 64 * 1024

# Possessive, so that no quote left open can make them slow.
_HEAD = re.compile(rb'((?:[^":]++|"[^"]*+")*+):')
_SAFE = re.compile(r'(?:[\w-]++\.)?[\w-]++(?:;[\w-]++(?:=(?:"[^"]*+"|[^;:"=]*+))?)*+', re.ASCII)
_BARE = re.compile(r"(?:[\w-]+\.)?[\w-]+", re.ASCII)
_ENCODING = re.compile(r";(?:ENCODING=)?\"?(QUOTED-PRINTABLE|BASE64|B|8BIT|7BIT)\"?(?=;|$)", re.IGNORECASE)
_CHARSET = re.compile(r';CHARSET="?([^;:"]*)"?(?=;|$)', re.IGNORECASE)
_ESCAPED = re.compile(r"\\.|\\$|,", re.DOTALL)
_LISTS = frozenset(("N", "ORG", "ADR"))
CHARSETS = frozenset(
    (
        "ascii",
        "utf-8",
        "gb2312",
        "gbk",
        "gb18030",
        "big5",
        "shift_jis",
        "euc_jp",
        "euc_kr",
        "iso2022_jp",
        "koi8-r",
        "koi8-u",
        *(f"iso8859-{number}" for number in range(1, 17)),
        *(f"cp125{number}" for number in range(9)),
    )
)
"""What a stranger may say his letters are; every other codec of Python's is none of his business."""


def clean(data: bytes) -> str:
    """Return the line as `group.NAME;PARAM=value:text`, nothing when it has no colon or no name."""
    found = _HEAD.match(data)
    head, value = (found[1], data[found.end() :]) if found else data.partition(b":")[::2]
    name = head.decode("ascii", "replace").replace(" ", "")
    encoding, charset = _ENCODING.search(name), _CHARSET.search(name)
    plain = _CHARSET.sub("", _ENCODING.sub("", name))
    safe = plain if _SAFE.fullmatch(plain) else _name_only(plain)
    if not safe or not (found or b":" in data):
        return ""
    if encoding and encoding[1].upper() == "QUOTED-PRINTABLE":
        value = quopri.decodestring(value)
    text = _decoded(value, charset[1] if charset else "")
    return f"{safe}:{_escaped(text, name_of(safe))}"


def name_of(line: str) -> str:
    """Return a line's property without its group, in capitals: `item1.url;type=pref:…` is a `URL`."""
    found = _BARE.match(line)
    return found[0].rpartition(".")[2].upper() if found else ""


def _name_only(head: str) -> str:
    found = _BARE.match(head)
    return found[0] if found else ""


def _decoded(value: bytes, charset: str) -> str:
    """In the charset it names when that is one of those allowed, else UTF-8, else what Windows would write."""
    for name in (charset, "utf-8"):
        try:
            if name and codecs.lookup(name).name in CHARSETS:
                return value.decode(name)
        except (LookupError, ValueError):
            continue
    return value.decode("cp1252", "replace")


def _escaped(text: str, name: str) -> str:
    """Line breaks escaped everywhere, commas in all but lists: the parser would end a text at the first bare one."""
    flat = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").replace("\n", "\\n")

    def escape(found: re.Match[str]) -> str:
        if found[0] == ",":
            return "," if name in _LISTS else "\\,"
        return "\\\\" if found[0] == "\\" else found[0]

    return _ESCAPED.sub(escape, flat)


MAX_LINES = 2_000
MAX_FAULTS = 20
MAX_CARDS = 10_000
MAX_BYTES = 200 << 20

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NAME = re.compile(rb"(?:[\w-]{1,60}\.)?([\w-]{1,60})\s*[;:]")
_HEAVY = frozenset((b"PHOTO", b"SOUND", b"KEY", b"LOGO", b"AGENT"))
# A soft line break at the very end of a value must not swallow the property after it.
_PROPERTIES = frozenset(
    b"BEGIN END VERSION N FN TEL EMAIL ORG ADR LABEL TITLE ROLE URL NOTE BDAY CATEGORIES PHOTO REV UID".split()
)


@dataclass(slots=True)
class RawCard:
    """One card: its lines, unfolded and decoded, and which of them had to be left out, and why."""

    row: int
    lines: list[str] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)


class _Physical(NamedTuple):
    number: int
    data: bytes
    is_cut: bool


def is_vcard(member: Member) -> bool:
    """Return whether the member's first words are those of a vCard."""
    with member.open() as file:
        head = file.read(4096)
    text = head.decode("utf-16" if head.startswith(_UTF16) else "utf-8-sig", "replace")
    return re.match(r"\s*BEGIN[ \t]*:[ \t]*VCARD\b", text, re.IGNORECASE) is not None


def raw_cards(member: Member) -> Iterator[RawCard]:
    """Yield every card of the file, the broken ones with their faults; memory stays that of one card."""
    card: RawCard | None = None
    count = depth = 0
    has_agent = False
    for line in _logical_lines(member):
        begins, ends = line.is_mark(b"BEGIN"), line.is_mark(b"END")
        if depth or (begins and has_agent):  # an AGENT holds a card of its own
            depth, has_agent = depth + begins - ends, False
        elif begins:
            if card:
                yield _unclosed(card)
            count += 1
            if count > MAX_CARDS:
                yield _refusal(line.number, f"there are more than {MAX_CARDS:,} cards; the rest was left out")
                return
            card = RawCard(line.number)
        elif ends and card:
            yield card
            card = None
        elif card:
            has_agent = line.name == b"AGENT" or (has_agent and not line.data)
            _add(card, line)
        if line.is_last:
            yield _refusal(line.number, f"the file is larger than {MAX_BYTES >> 20} MB; the rest was left out")
            return
    if card:
        yield _unclosed(card)


def _refusal(row: int, why: str) -> RawCard:
    return RawCard(row, faults=[(row, why)])


def _unclosed(card: RawCard) -> RawCard:
    card.faults.append((card.row, "the card is not closed"))
    return card


def _add(card: RawCard, line: _Line) -> None:
    if line.name in _HEAVY or not line.data.strip():
        return
    is_full = len(card.lines) >= MAX_LINES
    text = "" if line.is_long or is_full else clean(bytes(line.data))
    if text:
        card.lines.append(text)
    elif len(card.faults) < MAX_FAULTS:
        card.faults.append((line.number, _fault(line, is_full=is_full)))


def _fault(line: _Line, *, is_full: bool) -> str:
    if is_full:
        return "the card has too many lines"
    return f"a line longer than {MAX_LINE >> 10} kB" if line.is_long else "a line without a colon"


class _Line:
    """A line as it is gathered over its foldings."""

    __slots__ = ("_is_quoted", "data", "is_last", "is_long", "name", "number")

    def __init__(self, physical: _Physical) -> None:
        self.number = physical.number
        self.data = bytearray(physical.data)
        self.is_long = physical.is_cut
        self.is_last = False
        found = _NAME.match(physical.data)
        self.name = found[1].upper() if found else b""
        self._is_quoted = b"QUOTED-PRINTABLE" in physical.data[:1000].upper()

    def is_mark(self, word: bytes) -> bool:
        """Return whether it begins or ends a card, in any case and with any spaces."""
        return self.name == word and bytes(self.data[:100]).partition(b":")[2].strip().upper() == b"VCARD"

    def takes(self, piece: bytes) -> bool:
        """Return whether a physical line continues this one."""
        if not piece or not self.name:
            return False
        if piece[:1] in b" \t":
            return True
        found = _NAME.match(piece)
        if self._is_quoted and self.data.endswith(b"="):
            return not (found and found[1] in _PROPERTIES)
        return found is None and (self._is_quoted or self.name in _HEAVY)

    def add(self, piece: bytes, *, is_cut: bool) -> None:
        """Join a continuation; what is heavy or too long is not gathered."""
        if self.is_long or self.name in _HEAVY:
            return
        if self._is_quoted and self.data.endswith(b"="):
            del self.data[-1]
        self.data += piece[1:] if piece[:1] in b" \t" else piece
        if is_cut or len(self.data) > MAX_LINE:
            self.is_long = True
            del self.data[1000:]


def _logical_lines(member: Member) -> Iterator[_Line]:
    line: _Line | None = None
    total = 0
    for physical in _physical_lines(member):
        total += len(physical.data)
        if line and line.takes(physical.data):
            line.add(physical.data, is_cut=physical.is_cut)
        else:
            if line:
                yield line
            line = _Line(physical)
        if total > MAX_BYTES:
            line.is_last = True
            break
    if line:
        yield line


def _physical_lines(member: Member) -> Iterator[_Physical]:
    """Yield the lines as they stand in the file; of one that never ends only the beginning."""
    with member.open() as file:
        head = file.read(2)
    with member.open() as file:
        source = io.TextIOWrapper(file, "utf-16", errors="replace", newline="\n") if head in _UTF16 else file
        number, is_rest = 0, False
        while piece := _as_bytes(source.readline(MAX_LINE)):
            whole = piece.endswith(b"\n")
            if not is_rest:
                number += 1
                start = piece.removeprefix(codecs.BOM_UTF8) if number == 1 else piece
                yield _Physical(number, start.rstrip(b"\r\n"), not whole and len(piece) >= MAX_LINE)
            is_rest = not whole


def _as_bytes(piece: str | bytes) -> bytes:
    return piece.encode("utf-8", "replace") if isinstance(piece, str) else piece
