"""One line of a vCard as text that any parser reads the same way: decoded, and escaped as vCard 3.0 escapes."""

from __future__ import annotations

import codecs
import quopri
import re

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
        "ascii", "utf-8", "gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "iso2022_jp", "koi8-r", "koi8-u",
        *(f"iso8859-{number}" for number in range(1, 17)), *(f"cp125{number}" for number in range(9)),
    )
)  # fmt: skip
"""What a stranger may say his letters are; every other codec of Python's is none of his business."""


def clean(data: bytes) -> str:
    """The line as `group.NAME;PARAM=value:text`, nothing when it has no colon or no name."""
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
    """A line's property without its group, in capitals: `item1.url;type=pref:…` is a `URL`."""
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
