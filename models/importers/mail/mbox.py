"""Split an mbox file into mails: bytes in, with memory for one mail at a time.

It is searched in blocks rather than read by lines, so that a line may be as long as it likes; and of no mail more is
kept than its first part, where its words are: what follows are attachments, which are never opened.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import IO, NamedTuple

BLOCK = 1 << 20
MAX_MAIL = 1 << 20
MAX_HEAD = 256 << 10
_LOOK = 2_000
"""How far a line that parts two mails and the beginning of the next may reach."""

_FROM = b"\nFrom "
_DATED = re.compile(
    rb"From (?=[^\n]{0,150}?\b\d{4}\b)(?=[^\n]{0,150}?\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b)[^\n]{0,150}?\d:\d\d"
)
_HEADER = re.compile(rb"[!-9;-~]{1,80}:")
_QUOTED_FROM = re.compile(rb"^>(?=>*From )", re.MULTILINE)


class RawMail(NamedTuple):
    """One mail as it stands in a file."""

    row: int
    """Which mail of its file it is, from 1."""
    head: bytes
    body: bytes
    is_overlong: bool = False
    """Its headers are longer than anybody needs: only their beginning is here."""
    end: int = 0
    """How many bytes of the file were read when it came."""


def is_mbox(start: bytes) -> bool:
    """Return whether a file that begins like this is one mail or many in an mbox."""
    found = _parting(b"\n\n" + start.removeprefix(codecs.BOM_UTF8).lstrip(), 0, is_last=True)
    return found is not None and found.at == 1


def mails(file: IO[bytes]) -> Iterator[RawMail]:
    """Yield every mail of an mbox. Lines of a mail that begin with “From ” part nothing unless they look and stand like it."""
    for row, (mail, end) in enumerate(_split(file), start=1):
        yield divide(row, mail, end)


def divide(row: int, mail: bytes, end: int = 0) -> RawMail:
    """Return a mail's headers and body, parted at the first empty line."""
    plain = mail.find(b"\n\n", 0, MAX_HEAD)
    crlf = mail.find(b"\n\r\n", 0, plain if plain >= 0 else MAX_HEAD)
    at = crlf if crlf >= 0 else plain
    if at >= 0:
        return RawMail(row, mail[:at], mail[at + 2 + (at == crlf) :], end=end)
    return RawMail(row, mail[:MAX_HEAD], b"", len(mail) > MAX_HEAD, end)


def unquoted(body: bytes) -> bytes:
    """Return a body without the marks an mbox puts before lines that begin with “From ”."""
    return _QUOTED_FROM.sub(b"", body) if b">From " in body else body


class _Parting(NamedTuple):
    """Where one mail ends and the next begins."""

    at: int
    next: int


_MORE = _Parting(-1, -1)
"""The answer when the block ends too early to tell."""


def _split(file: IO[bytes]) -> Iterator[tuple[bytes, int]]:
    """Yield the bytes of each mail, its first `MAX_MAIL` only, and how far the file was read."""
    buffer = b"\n\n" + file.read(BLOCK).removeprefix(codecs.BOM_UTF8).lstrip()
    kept, end, search = b"", len(buffer), 0
    is_begun = is_last = False
    while not is_last:
        block = file.read(BLOCK)
        is_last = not block
        end += len(block)
        buffer += block
        begin = 0
        while (parting := _parting(buffer, search, is_last=is_last)) and parting is not _MORE:
            if is_begun:
                yield (kept + buffer[begin : parting.at])[:MAX_MAIL], end - len(buffer) + parting.at
            is_begun, kept = True, b""
            begin = search = parting.next
        rest = len(buffer) if is_last else max(begin, len(buffer) - _LOOK - 2)
        if len(kept) < MAX_MAIL:
            kept += buffer[begin:rest]
        buffer, search = buffer[rest:], 0
    if is_begun and kept.strip():
        yield kept[:MAX_MAIL], end


def _parting(buffer: bytes, search: int, *, is_last: bool) -> _Parting | None:
    """Return the next place where a mail begins: an empty line, “From ” with a moment, and a header beneath."""
    at = buffer.find(_FROM, search)
    while at >= 0:
        line = buffer.find(b"\n", at + 1, at + _LOOK // 2)
        if not is_last and len(buffer) - at < _LOOK:
            return _MORE
        is_alone = buffer[max(at - 2, 0) : at].endswith((b"\n", b"\n\r"))
        if line >= 0 and is_alone and _DATED.match(buffer, at + 1, line) and _HEADER.match(buffer, line + 1):
            return _Parting(at, line + 1)
        at = buffer.find(_FROM, at + 1)
    return None
