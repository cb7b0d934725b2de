"""What a language needs to say before we hear an introduction being asked for, and the text we listen to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape


def either(*patterns: str) -> str:
    """One group that holds when any of the patterns does; a plain space in them means any white space."""
    return f"(?:{'|'.join(patterns)})".replace(" ", r"\s+")


def expression(*patterns: str) -> re.Pattern[str]:
    """The patterns as one compiled expression, for small letters without accents."""
    return re.compile(either(*patterns))


@dataclass(frozen=True, slots=True)
class Language:
    """How one language asks for an introduction; all patterns are for small letters without accents."""

    name: str
    stems: tuple[str, ...]
    """Pieces of words, accents kept: nobody asks in this language without one of them."""
    everyday: frozenset[str]
    """Small words that tell a text of this language; none, when it is always worth a try."""
    acts: re.Pattern[str]
    """An act that can only serve the writer ("introduce me"): an ask unless somebody else does it, or did."""
    not_asked: re.Pattern[str]
    """What stands right before such an act when nobody asks for it: another agent, thanks, a denial."""
    services: re.Pattern[str]
    """An act that people also do for others ("make an introduction"): an ask after words of asking."""
    asked: re.Pattern[str]
    """Words of asking ("could you", "would you mind"), or the beginning of a sentence."""
    verb_last: bool
    """Whether the words of asking may also follow the act."""
    requests: re.Pattern[str]
    """Whole requests that need nothing else: "any chance of an intro", "do you know someone at"."""
    wishes: re.Pattern[str]
    """The writer wants to meet somebody: an ask only where the owner is said to know that person."""
    links: re.Pattern[str]
    """Words that say the owner knows somebody."""
    decoys: re.Pattern[str]
    """Words that make a sentence no request, whatever else is in it."""
    before_target: re.Pattern[str]
    """The word in front of the person asked for."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a message, by its place in it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Message:
    """A text to listen to: `small` is as long as `text`, letter for letter, so that a place in one is one in both."""

    text: str
    small: str
    sentences: tuple[Sentence, ...]


def read(text: str) -> Message:
    """The message as its reader sees it, and in small letters without accents, links and quoted history."""
    shown = readable(text)
    plain = _without_quotes(_LINK.sub(_blank, shown.translate(_PLAIN)))
    return Message(shown, plain.lower(), tuple(_sentences(plain)))


def readable(text: str) -> str:
    """The text with HTML entities and tags read; a link in angle brackets stays."""
    if "&" in text:
        text = unescape(text)
    if "<" in text:
        text = _TAG.sub(lambda tag: "\n" if tag[0][1:3].lower() in _BREAKS else " ", text)
    return unicodedata.normalize("NFC", text)


_TAG = re.compile(r"</?(?:p|br|ul|ol|li|div|span|strong|em|b|i|a|h\d)\b[^<>]*>", re.IGNORECASE)
_BREAKS = ("p", "p ", "p>", "br", "li", "/p", "di", "ul")
_LINK = re.compile(r"<?\b(?:https?://|www\.)[^\s<>]+>?|\S+@\S+\.\w+")


def _plain_letters() -> dict[int, str]:
    """Every Latin letter with an accent, as the letter under it; typographic quotes and spaces as the plain ones."""
    table = {0x2019: "'", 0x2018: "'", 0xB4: "'", 0x60: "'", 0xA0: " ", 0x202F: " ", 0x2028: "\n", 0x2029: "\n", 0x2026: "."}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base.isascii() and base.isalpha():
            table[code] = base
    return table | {ord(odd): base for odd, base in zip("øØłŁđĐßæÆœŒ", "oOlLdDsaAoO", strict=True)}


_PLAIN = _plain_letters()

_QUOTED_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
# What mail programs and people put above an earlier message; without "> " the rest of the text is that message.
_QUOTE_HEADER = re.compile(
    r"^[ \t>]*(?:on .{5,90} wrote|am .{5,90} schrieb.{0,60}|el .{5,90} escribio|le .{5,90} a ecrit) ?:[ \t]*$"
    r"|^-{3,} ?(?:original message|forwarded message|ursprungliche nachricht|mensaje original|message d'origine).*$"
    r"|^(?:from|von|de) ?: .+\n(?:sent|date|gesendet|enviado|envoye) ?: .+$",
    re.IGNORECASE | re.MULTILINE,
)
# "You wrote: '...'", "he asked me: '...'": somebody's words, not the writer's present ones.
_REPORTED = re.compile(
    r"\b(?:wrote|asked|said|told|schrieb\w*|sagte\w*|fragte\w*|escribi\w+|dij\w+|pregunt\w+|ecri\w+|dit|demand\w+)"
    r"\b[^.!?\n\"“„«]{0,30}[:,]?\s*[\"“„«]([^\"”“»]{3,})[\"”“»]",
    re.IGNORECASE,
)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _without_quotes(plain: str) -> str:
    if header := _QUOTE_HEADER.search(plain):
        rest = plain[header.end() :]
        if not rest.lstrip().startswith(">"):
            rest = re.sub(r"[^\n]", " ", rest)
        plain = plain[: header.start()] + _blank(header) + rest
    return _REPORTED.sub(_blank, _QUOTED_LINE.sub(_blank, plain))


# A full stop after these, or after a single letter, ends no sentence.
_ABBREVIATION = re.compile(r"(?:\b(?:mr|mrs|ms|dr|prof|st|hr|fr|sr|sra|dra|mme|mlle|inc|corp|co|ltd|bzw|ggf|evtl|approx|vs|etc)|\b[a-z])\.$", re.IGNORECASE)
_BOUNDARY = re.compile(r"[.!?]+[\"')”»]*(?=\s|$|[A-Z])|\n\s*\n|\n|;")
_WRAPPED_AT = 55


def _sentences(plain: str) -> Iterator[Sentence]:
    start = 0
    for boundary in _BOUNDARY.finditer(plain):
        if _ends_here(plain, start, boundary):
            if plain[start : boundary.end()].strip():
                yield Sentence(start, boundary.end())
            start = boundary.end()
    if plain[start:].strip():
        yield Sentence(start, len(plain))


def _ends_here(plain: str, start: int, boundary: re.Match[str]) -> bool:
    if boundary[0] == "\n":  # mail programs break long lines; people break short ones
        line = plain[max(start, plain.rfind("\n", 0, boundary.start()) + 1) : boundary.start()]
        return len(line) < _WRAPPED_AT or line.rstrip()[-1:] in ",:-"
    if boundary[0] == ".":
        return not _ABBREVIATION.search(plain, max(start, boundary.end() - 8), boundary.end())
    return True
