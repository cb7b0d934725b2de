"""A message in sentences and words: what its writer says now, without quoted history."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from ..text.folding import fold_accents


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a message, by its place in it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ParsedMessage:
    """A text to listen to: `small` is as long as `text`, letter for letter, so that a place in one is one in both."""

    text: str
    small: str
    sentences: tuple[Sentence, ...]


def read(text: str) -> ParsedMessage:
    """Return the message as its reader sees it, and in small letters without accents, links and quoted history."""
    shown = readable(text)[:_LONGEST]
    bare = shown if shown.isascii() else shown.translate(_PLAIN)
    if "@" in bare or "www." in bare or "://" in bare:
        bare = _LINK.sub(_blank, bare)
    if ":" in bare or ">" in bare or '"' in bare or "---" in bare:
        bare = _without_quotes(bare)
    return ParsedMessage(shown, bare.lower(), tuple(_sentences(bare)))


_LONGEST = 20_000
"""What comes after so many letters is not listened to; the longest real message we know of has 14,378."""


def readable(text: str) -> str:
    """Return the text with HTML entities and tags read; a link in angle brackets stays."""
    if "&" in text:
        text = unescape(text)
    if "<" in text:
        text = _TAG.sub(lambda tag: "\n" if tag[0][1:3].lower() in _BREAKS else " ", text)
    return unicodedata.normalize("NFC", text)


_TAG = re.compile(r"</?(?:p|br|ul|ol|li|div|span|strong|em|b|i|a|h\d)\b[^<>]*>", re.IGNORECASE)
_BREAKS = ("p", "p ", "p>", "br", "li", "/p", "di", "ul")
_LINK = re.compile(r"<?\b(?:https?://|www\.)[^\s<>]+>?|\S+@\S+\.\w+")


def _plain_letters() -> dict[int, str]:
    """Return every Latin letter with an accent, as the letter under it; typographic quotes and spaces as the plain ones."""
    table = {
        0x2019: "'",
        0x2018: "'",
        0xB4: "'",
        0x60: "'",
        0xA0: " ",
        0x202F: " ",
        0x2028: "\n",
        0x2029: "\n",
        0x2026: ".",
        **dict.fromkeys(map(ord, "“”„«»"), '"'),
    }
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
# "You wrote: '...'", "he asked me: '...'", and whole sentences in quotation marks: not the writer's present words.
_REPORTED = re.compile(
    r"\b(?:wrote|asked|said|told|schrieb\w*|sagte\w*|fragte\w*|escribi\w+|dij\w+|pregunt\w+|ecri\w+|dit|demand\w+)"
    r"\b[^.!?\n\"]{0,30}\"[^\"]{3,}\"|\"(?:[^\s\"]+\s+){4,60}?[^\s\"]+[.!?]\"",
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
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|hr|fr|sr|sra|dra|mme|mlle|inc|corp|co|ltd|bzw|ggf|evtl|approx|vs|etc)|\b[a-z])\.$",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[.!?]+[\"')]*(?=\s|$|[A-Z])|\n\s*\n|\n|;")
_WRAPPED_AT = 55
# Nobody writes longer ones; without a limit a text made for it could keep us busy for minutes.
_LONGEST_SENTENCE = 500


def _sentences(plain: str) -> Iterator[Sentence]:
    for start, end in pairwise((0, *_ends(plain))):
        for first in range(start, end, _LONGEST_SENTENCE):
            last = min(first + _LONGEST_SENTENCE, end)
            if plain[first:last].strip():
                yield Sentence(first, last)


def _ends(plain: str) -> Iterator[int]:
    start = 0
    for boundary in _BOUNDARY.finditer(plain):
        if _ends_here(plain, start, boundary):
            start = boundary.end()
            yield start
    yield len(plain)


def _ends_here(plain: str, start: int, boundary: re.Match[str]) -> bool:
    if boundary[0] == "\n":  # mail programs break long lines; people break short ones
        line = plain[max(start, plain.rfind("\n", 0, boundary.start()) + 1) : boundary.start()]
        goes_on = plain[boundary.end() : boundary.end() + 1].islower()
        return line.rstrip()[-1:] in ",:-" or (len(line) < _WRAPPED_AT and not goes_on)
    if boundary[0] == ".":
        return not _ABBREVIATION.search(plain, max(start, boundary.end() - 8), boundary.end())
    return True


_WORD = re.compile(r"[^\W_](?:[\w'’.&-]*[^\W_])?|[&@]")
POSSESSIVES = ("'s", "’s", "'", "’")
"""What a name may end in without being longer."""

_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a message, as written and folded."""

    start: int
    end: int
    text: str
    folded: str
    after: str
    """What stands between it and the word before."""

    @property
    def is_capital(self) -> bool:
        """Written like a name."""
        return self.text[0].isupper() and self.text not in ("I", "I'm", "I'd", "I've")


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a stretch of text; a possessive ending is cut off."""
    found, place = [], start
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        bare = _POSSESSIVE.sub("", match[0]) or match[0]
        found.append(
            Word(
                match.start(),
                match.start() + len(bare),
                bare,
                fold_accents(bare).strip("."),
                text[place : match.start()],
            )
        )
        place = match.end() if bare == match[0] else match.start() + len(bare)
    return found


_GREETING = re.compile(
    r"(?:(?:subject|betreff|asunto|objet) ?:[^\n]*\n)?\s*(?:hi|hello|hey+|dear|greetings|(?:good )?(?:morning|afternoon|evening|day)|hallo|lieber?|sehr geehrter?|"
    r"moin|servus|grüß gott|guten (?:tag|morgen|abend)|hola|ola|estimad[oa]|querid[oa]|"
    r"(?:sra?|señora?|don|doña|herr|frau|mrs?|ms|monsieur|madame)\b\.?|buen[oa]s?(?: (?:d[ií]as?|tardes|noches))?|"
    r"bonjour|bonsoir|salut|ch[eè]re?|coucou)\b(?: [\w.'’-]+){0,4}?\s*[,!:.\n–—-]+",
    re.IGNORECASE,
)


def greeting_end(text: str) -> int:
    """Return where the greeting is over; zero when there is none."""
    found = _GREETING.match(text)
    return found.end() if found else 0


_CLOSING = re.compile(
    r"^(?:--|[^\n.?!]{0,30}\b(?:regards|yours|best wishes|sincerely|faithfully|warmly|cheers|best|"
    r"mit [\w ]+gr(?:ü|ue|u)(?:ß|ss)\w*|(?:liebe|viele|herzliche|beste|sch[oö]ne) gr(?:ü|ue|u)(?:ß|ss)\w*|"
    r"(?:un )?(?:cordial )?saludos?|un abrazo|atentamente|cordialement|bien à (?:toi|vous)|amicalement|je t'embrasse)"
    r"[ ,.!]*)$(?=\n|\Z)|^[^\n]{0,60}(?:je vous prie d'|veuillez )agréer",
    re.IGNORECASE | re.MULTILINE,
)


def signature_start(text: str) -> int:
    """Return where the closing words stand, or else a short last line begins, which is how people sign; the end of the text when there is none."""
    if closing := _CLOSING.search(text):
        return closing.start()
    body, _, last = text.rstrip().rpartition("\n")
    signed = body and len(last.split()) <= 3 and last.rstrip()[-1:] not in "?!"
    return len(body) if signed else len(text)
