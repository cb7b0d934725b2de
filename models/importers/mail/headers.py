"""The headers of a mail, found without parsing the rest: three of them tell which mails to skip."""

from __future__ import annotations

import codecs
import re
from binascii import Error, a2b_base64, a2b_qp
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from ... import clock
from ...text.folding import squeeze
from ..contacts.vcard_lexer import CHARSETS


def decode(data: bytes, charset: str) -> str:
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
    """Return the charset's usual name; nothing for those not allowed, and for ASCII, which says nothing of other letters."""
    try:
        name = codecs.lookup(charset).name if charset else ""
    except (LookupError, ValueError):
        return ""
    return name if name in CHARSETS and name != "ascii" else ""


MAX_FIELD = 16 << 10
MAX_RECIPIENTS = 200

_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"\\@]{1,64}+@[^\s<>()\[\],;:\"\\@]{1,150}")
_PIECE = re.compile(r'(?:[^",;]|"(?:[^"\\]|\\.)*+"?)++', re.DOTALL)
_ALONE = re.compile(
    r'(?:"([^"\\]*+)"|([^"<>(),;:@=\\]*+))\s*+<([^\s<>()\[\],;:"\\@]{1,64}+@[^\s<>()\[\],;:"\\@]{1,150})>'
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ENCODED = re.compile(r"=\?([\w.:-]{1,40}+)(?:\*[\w-]{1,20}+)?\?([bBqQ])\?([^?\s]*+)\?=")
_BETWEEN = re.compile(r"(?<=\?=)\s+(?==\?[\w.:-]{1,40}+(?:\*[\w-]{1,20}+)?\?[bBqQ]\?)")
_ID = re.compile(r"<([^<>\s]{1,300})>")


class Mailbox(NamedTuple):
    """Someone as a header names them."""

    name: str
    address: str
    """In small letters."""


class MailHeaders:
    """A mail's headers, each found when it is asked for; of one that stands there twice, the first."""

    __slots__ = ("_named", "_raw", "_small")

    def __init__(self, raw: bytes) -> None:
        self._raw = b"\n" + raw + b"\n\n"  # so that a header begins after a line, and something follows each
        self._small = self._raw.lower()
        self._named: dict[bytes, list[Mailbox]] = {}

    def field(self, name: bytes) -> bytes:
        """Return a header's value with its foldings, nothing when there is none."""
        at = self._small.find(b"\n" + name + b":")
        if at < 0:
            return b""
        raw, start = self._raw, at + len(name) + 2
        end = raw.find(b"\n", start)
        while raw[end + 1] in b" \t" and end - start < MAX_FIELD:
            end = raw.find(b"\n", end + 1)
        return raw[start : min(end, start + MAX_FIELD)].strip()

    def begins_above(self, name: bytes, *others: bytes) -> bool:
        """Return whether a header stands above all of these: then it was put there after them."""
        at = self._small.find(b"\n" + name + b":")
        return all(not self._small.find(b"\n" + other + b":", 0, at) >= 0 for other in others)

    def text(self, name: bytes) -> str:
        """Return a header's value in words, decoded."""
        return decoded_words(_plain(self.field(name)))

    def addresses(self, *names: bytes) -> list[str]:
        """Return the addresses that stand in these headers, and nothing else of them: quick."""
        return _ADDRESS.findall(_plain(b" ".join([self.field(name) for name in names])).lower())

    def mailboxes(self, *names: bytes) -> list[Mailbox]:
        """Return the people that these headers name."""
        for name in names:
            if name not in self._named:
                self._named[name] = list(islice(mailboxes(_plain(self.field(name))), MAX_RECIPIENTS))
        return [found for name in names for found in self._named[name]]

    def ids(self, *names: bytes) -> list[str]:
        """Return the ids of mails that stand in these headers."""
        return [found for name in names for found in _ID.findall(_plain(self.field(name)))]

    def moment(self) -> int | None:
        """Return when it was written, in seconds since 1970; `None` when that cannot be read or is still to come."""
        return _moment(_plain(self.field(b"date")))


def mailboxes(text: str) -> Iterator[Mailbox]:
    """Yield the people in a header; a name encoded so that it hides a comma does not become two."""
    alone = _ALONE.fullmatch(text)  # as most are
    if alone and "=?" not in text:
        yield Mailbox(_name(alone[1] or alone[2] or ""), alone[3].lower().strip("'"))
        return
    for piece in _PIECE.finditer(text):
        around = piece[0]
        found = _ADDRESS.search(around, max(around.rfind("<"), 0))
        if found:
            before = around[: found.start()].rstrip(" <\t\r\n")
            comment = around[found.end() :].strip(" >\t\r\n")
            name = before or (comment[1:-1] if comment[:1] == "(" else "")
            yield Mailbox(_name(name), found[0].lower().strip("'"))


def decoded_words(text: str) -> str:
    """Return a header's value with its encoded words decoded, on one line."""
    if "=?" in text:
        text = _ENCODED.sub(_word, _BETWEEN.sub("", text))
    return squeeze(text.replace("\0", ""))


def _name(text: str) -> str:
    text = text.strip()
    if text[:1] == '"':
        text = _ESCAPED.sub(r"\1", text[1:].removesuffix('"'))
    name = decoded_words(text).strip("'\" ")
    family, comma, given = name.partition(", ")
    swapped = comma and family.count(" ") < 2 and given and "," not in given and "." not in given
    return (f"{given} {family}" if swapped else name)[:200]


def _word(found: re.Match[str]) -> str:
    raw = found[3].encode("latin-1", "replace")
    try:
        data = a2b_base64(raw + b"==") if found[2] in "bB" else a2b_qp(raw, header=True)
    except Error:
        return ""
    return decode(data, found[1])


def _plain(value: bytes) -> str:
    return value.decode("ascii") if value.isascii() else decode(value, "")


def _moment(text: str) -> int | None:
    from email.utils import mktime_tz, parsedate_tz  # only mails need it

    try:
        parsed = parsedate_tz(text[:100])
        at = int(mktime_tz(parsed)) if parsed else 0
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    latest = int((clock.now() + timedelta(days=2)).timestamp())
    return at if 0 < at <= latest else None
