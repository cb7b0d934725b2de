"""The text of a mail: walk its parts, never opening attachments.

A stranger decides how deep its parts are nested and how many there are, so everything is counted and capped.
"""

from __future__ import annotations

import re
from binascii import Error, a2b_base64, a2b_qp
from collections.abc import Iterator
from typing import NamedTuple

from .headers import MailHeaders, decode
from .html import as_text
from .mbox import divide

MAX_DEPTH = 20
MAX_PARTS = 100
MAX_WORDS = 200_000
"""Of the bytes of one text: a long letter has a tenth of it."""

_PARAMETER = re.compile(r';\s*([\w*-]{1,40}+)\s*=\s*(?:"([^"]*+)"|([^\s;"]*+))')
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]++")
_FLOWED = re.compile(r"(?<=[^\s>-]) \n(?![\s>])")


class _Part(NamedTuple):
    head: MailHeaders
    body: bytes
    kind: str
    parameters: dict[str, str]

    @property
    def is_attached(self) -> bool:
        """Whether it is a file that came along."""
        how = self.head.field(b"content-disposition").lower()
        return how.startswith(b"attachment") or "name" in self.parameters or b"filename" in how


def text_of(head: MailHeaders, body: bytes) -> str:
    """Return the words of a mail as plain text: what it says as text, else what its HTML would show; attachments apart."""
    plain: list[_Part] = []
    pages: list[_Part] = []
    for part in _texts(head, body):
        (plain if part.kind == "text/plain" else pages).append(part)
    texts = [_words(part) for part in plain]
    if not any(text.strip() for text in texts):
        texts = [as_text(_words(part)) for part in pages[:1]]
    return "\n\n".join(text.strip("\n") for text in texts if text.strip()).replace("\0", "")


def _texts(head: MailHeaders, body: bytes) -> Iterator[_Part]:
    """Yield the parts that are text, in order; a part that claims to have parts and has none is read as text."""
    waiting, seen = [(_part(head, body), 0)], 0
    while waiting and seen < MAX_PARTS:
        part, depth = waiting.pop()
        seen += 1
        if part.kind.startswith("multipart/") and depth < MAX_DEPTH:
            inner = list(_inner(part, MAX_PARTS))
            if inner:
                waiting += [(each, depth + 1) for each in reversed(inner)]
            elif depth == 0:
                yield part._replace(kind="text/plain")
        elif part.kind in ("text/plain", "text/html") and not part.is_attached:
            yield part


def _part(head: MailHeaders, body: bytes) -> _Part:
    value = head.text(b"content-type")
    kind = value.partition(";")[0].lower() or "text/plain"
    named = {found[1].lower(): found[2] or found[3] or "" for found in _PARAMETER.finditer(value)}
    return _Part(head, body, kind, named)


def _inner(part: _Part, most: int) -> Iterator[_Part]:
    """Yield the parts between the boundary's lines."""
    boundary = part.parameters.get("boundary", "").encode("utf-8", "replace")[:100]
    if not boundary:
        return
    mark, body = b"\n--" + boundary, b"\n" + part.body
    at = _next(body, mark, 0)
    while at >= 0 and most and not body.startswith(b"--", at + len(mark)):
        start = body.find(b"\n", at + len(mark))
        if start < 0:
            return
        at = _next(body, mark, start)
        raw = divide(0, body[start : at if at >= 0 else len(body)])
        most -= 1
        yield _part(MailHeaders(raw.head), raw.body)


def _next(body: bytes, mark: bytes, start: int) -> int:
    """Return where the boundary stands next, and not another one that begins with it."""
    at = body.find(mark, start)
    while at >= 0 and body[at + len(mark) : at + len(mark) + 1] not in (b"\n", b"\r", b"-", b" ", b"\t", b""):
        at = body.find(mark, at + 1)
    return at


def _words(part: _Part) -> str:
    """Return a part's bytes undone and decoded."""
    how = part.head.field(b"content-transfer-encoding").lower()
    data = part.body[: 2 * MAX_WORDS]
    if how == b"base64":
        data = _from_base64(data)
    elif how == b"quoted-printable":
        data = a2b_qp(data)
    text = decode(data[:MAX_WORDS], part.parameters.get("charset", "")).replace("\r\n", "\n").replace("\r", "\n")
    return _FLOWED.sub(" ", text) if part.parameters.get("format", "").lower() == "flowed" else text


def _from_base64(data: bytes) -> bytes:
    clean = _NOT_BASE64.sub(b"", data)
    try:
        return a2b_base64(clean[: len(clean) // 4 * 4] or b"")
    except Error:
        return b""
