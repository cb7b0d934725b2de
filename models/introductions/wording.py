"""What a language needs to say before we hear an introduction being asked for, and the text we listen to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape


def either(*patterns: str) -> str:
    """One group that holds when any of the patterns does; a plain space in them means any white space."""
    return f"(?:{'|'.join(patterns)})".replace(" ?", r"\s*").replace(" ", r"\s+")


def starting(*patterns: str) -> re.Pattern[str]:
    """The patterns compiled, each to begin where a word begins; they meet small letters without accents."""
    return re.compile(rf"\b{either(*patterns)}")


def ending(*patterns: str) -> re.Pattern[str]:
    """The patterns compiled, each to reach to the very end of what it is tried on."""
    return re.compile(rf"\b{either(*patterns)}$")


CLAUSE_START = re.compile(r"(?:^\W*|[,:)-]\s*[¿¡]*)$")
"""Nothing stands before: the verb of a clause that begins like this is an imperative."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that may be a request, and what must stand around them so that they are one."""

    words: re.Pattern[str]
    confidence: float
    after: tuple[re.Pattern[str], ...] = ()
    """One of these stands before the words in their sentence."""
    anywhere: bool = False
    """What should stand before the words may also follow them, as in languages that keep the verb for the end."""
    unless: re.Pattern[str] | None = None
    """This does not stand before the words."""
    needs_link: bool = False
    """The message says elsewhere that the owner knows somebody."""
    person_follows: bool = False
    """What comes right after the words is a person, and not the owner or the writer."""


@dataclass(frozen=True, slots=True)
class Language:
    """How one language asks for an introduction."""

    name: str
    stems: tuple[str, ...]
    """Beginnings of words, a dot for every letter with an accent: nobody asks without one of them."""
    everyday: frozenset[str]
    """Small words, most of which other languages do not have: they tell which language a text is in."""
    cues: tuple[Cue, ...]
    """What reads as a request, the surest first."""
    decoys: re.Pattern[str]
    """Words that make a sentence no request, whatever else is in it."""
    links: re.Pattern[str]
    """Words that say the owner knows somebody."""
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
    plain = shown if shown.isascii() else shown.translate(_PLAIN)
    if "@" in plain or "www." in plain or "://" in plain:
        plain = _LINK.sub(_blank, plain)
    if ":" in plain or ">" in plain or '"' in plain:
        plain = _without_quotes(plain)
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
    table = {0x2019: "'", 0x2018: "'", 0xB4: "'", 0x60: "'", 0xA0: " ", 0x202F: " ", 0x2028: "\n", 0x2029: "\n", 0x2026: ".", **dict.fromkeys(map(ord, "“”„«»"), '"')}
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
    r"\b[^.!?\n\"]{0,30}\"[^\"]{3,}\"",
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
_BOUNDARY = re.compile(r"[.!?]+[\"')]*(?=\s|$|[A-Z])|\n\s*\n|\n|;")
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
