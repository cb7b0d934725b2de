"""What the writer wrote, without quoted history and without their signature.

Our own, in the four languages we read: mail-parser-reply 1.36 needs nine seconds for eight thousand empty lines, and
takes a list that begins with dashes for a signature.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

MAX_LINES = 2_000
MAX_TEXT = 20_000
_SIGNED_WITHIN = 14
"""Lines from the end in which a farewell ends a mail; one further up ends a sentence."""

_PARTED = re.compile(
    r"[\s>*]{0,20}[-_]{3,40}\s{0,3}(?:original (?:message|appointment)|urspr.{1,2}ngliche (?:nachricht|mail|e-mail)|weitergeleitete (?:nachricht|mail)|"
    r"mensaje (?:original|reenviado)|message (?:d.origine|original|transf.r.)|forwarded message|begin forwarded message)",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|inicio del mensaje reenviado|d.but du message (?:transf.r.|r.exp.di.))\s?:",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"[\s>*]{0,20}(?:on\b.{4,250}\bwrote\s?:|am\b.{4,250}\bschrieb\b.{0,120}:|el\b.{4,250}\bescribi[oó]\s?:|le\b.{4,250}\ba [eé]crit\s?:|"
    r".{0,120}<[^<>\s]{3,120}@[^<>\s]{3,120}>\s?(?:wrote|schrieb(?: am .{4,60})?|escribi[oó]|a [eé]crit)\s?:)\s*$",
    re.IGNORECASE,
)
_OPENINGS = ("on ", "am ", "el ", "le ")
_SENDERS = ("from", "von", "de")
_FROM = re.compile(r"[\s>*]{0,20}(?:from|von|de)\s?:\*?\s", re.IGNORECASE)
_SENT = re.compile(
    r"[\s>*]{0,20}(?:sent|date|to|subject|gesendet|datum|an|betreff|enviado(?: el)?|fecha|para|asunto|envoy[eé]|date|[àa]|objet)\s?:",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"\s{0,5}(?:sent (?:from|via) (?:my|outlook|yahoo|proton|mail)|get outlook for|von meinem .{2,40} gesendet|gesendet (?:von|mit|aus) |enviado desde |"
    r"obtener outlook|envoy[eé] (?:de|depuis|[àa] partir de) |t[eé]l[eé]charger outlook|diese nachricht wurde von meinem)",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"\s{0,5}(?:(?:with |my |very )?(?:best|kind|warm|warmest|kindest)(?: (?:regards|wishes))?|regards|cheers|sincerely(?: yours)?|yours(?: (?:sincerely|truly|faithfully))?|"
    r"all the best|many thanks|thanks(?: (?:again|a lot|so much))?|thank you|(?:mit )?(?:freundlichen|besten|herzlichen|lieben|vielen|sch[oö]nen) gr[uü](?:ß|ss)en|"
    r"(?:viele|liebe|beste|herzliche|sch[oö]ne|freundliche) gr[uü](?:ß|ss)e|(?:lg|vg|mfg|bg)|gr[uü](?:ß|ss)e?|(?:un |cordiales |muchos )?(?:cordial(?:es)? )?(?:saludos?|abrazo)(?: cordial(?:es)?)?|"
    r"atentamente|gracias|(?:bien |tr[eè]s )?cordialement|(?:bien )?[àa] vous|bien amicalement|amicalement|sinc[eè]res salutations|merci(?: d.avance)?)"
    r"(?: (?:aus|from|desde|de) \w{2,20})?\s?[,.!]?\s{0,5}$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^?!:;]{1,60}")
_POSTSCRIPT = re.compile(r"\s{0,5}p\.?\s?[sd]\.?\s?[:.,]?\s", re.IGNORECASE)


def without_quotes(text: str) -> str:
    """Return the text without quoted history, signatures and what a telephone adds."""
    lines = [line.rstrip() for line in text[: 4 * MAX_TEXT].split("\n", MAX_LINES)[:MAX_LINES]]
    said = [line for line in lines[: _history(lines)] if not line.lstrip().startswith(">")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(said[: _signature(said)])).strip()[:MAX_TEXT]


def _history(lines: Sequence[str]) -> int:
    """Return the line with which the mail before this one begins; the number of lines when there is none."""
    for at, line in enumerate(lines):
        start = line.lstrip(" \t>*")[:6].lower()
        if start.startswith(("--", "__", "begin ", "anfang", "inicio", "d")) and (
            _PARTED.match(line) or _FORWARDED.match(line.lstrip())
        ):
            return at
        if line.endswith(":") and _WROTE.match(line):
            return at
        if start.startswith(_OPENINGS) and any(_WROTE.match(" ".join(lines[at : at + more])) for more in (2, 3)):
            return at
        if (
            start.startswith(_SENDERS)
            and _FROM.match(line)
            and any(_SENT.match(below) for below in lines[at + 1 : at + 4])
        ):
            return at - (at > 0 and set(lines[at - 1].strip()) <= {"_", "-", "="})
    return len(lines)


def _signature(lines: Sequence[str]) -> int:
    """Return the line with which the signature begins."""
    for at, line in enumerate(lines):
        if line in ("--", "—") or _DEVICE.match(line):
            return at
    ends = len(lines)
    for at in range(max(ends - _SIGNED_WITHIN, 0), ends):
        if _FAREWELL.match(lines[at]):
            return _after_name(lines, at)
    return ends


def _after_name(lines: Sequence[str], farewell: int) -> int:
    """Return the line after the name under a farewell; all of it when a postscript follows."""
    if any(_POSTSCRIPT.match(line) for line in lines[farewell + 1 :]):
        return len(lines)
    named = next((at for at in range(farewell + 1, len(lines)) if lines[at].strip()), None)
    opens = not any(line.strip() for line in lines[:farewell])  # "Thanks," may begin a mail as well
    if opens or named is None or not _NAME.fullmatch(lines[named]):
        return len(lines)
    return named + 1
