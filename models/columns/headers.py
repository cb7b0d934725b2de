"""Read one header: a known word, a word in a phrase (`Ticket Email`), or what a question asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ..text.folding import digest, fold_accents
from .fields import SYNONYMS, Field


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A header that begins with one of these is about someone or something else than the person of the row.
_OTHERS = _set(
    "order buyer purchaser payer billing invoice owner host organizer organiser exhibitor booth device assistant assistants manager "
    "managers spouse partner referrer referred invited inviter sender sales company corporate callback emergency event unique custom "
    "phonetic yomi besteller rechnung acheteur facturation comprador"
)
# Words that only say whose or which: what stays without them is the field.
_QUALIFIERS = _set(
    "attendee attendees ticket contact guest participant participants delegate registrant registration visitor badge person persons lead "
    "member user work business home other primary personal private main current direct teilnehmer teilnehmers gast gastes kontakt "
    "privat privates geschaftlich geschaftliche dienstlich dienstliche invite professionnel professionnelle personnel personnelle contacto "
    "asistente trabajo contatto lavoro"
)
_FILLERS = _set(
    "what whats is are was your the a an please enter tell give us provide add you do did i me my we to of for at in on with from it its "
    "and name wie was ist lautet ihr ihre ihren dein deine deinen bitte gib geben sie an welche welches welcher welchem der die das "
    "arbeitest arbeiten du bei fur quel quelle est sont votre ton ta le la les vous nous nom cual es tu su el los de del des du como se "
    "llama qual e o il tuo tua suo sua seu nome nombre optional required here full wat je jouw uw naam vad heter ditt din namn which who "
    "represent"
)
# In a question that holds nothing but fillers these carry the meaning: `Where do you work?`
_MEANING = _set("name who which what do where represent")
_NAMING = _set("full name nom nombre nome naam namn")
_NO_FIELD = _set("leadstatus contactstatus userstatus memberstatus ticketname username")

_LONGEST = 300  # of a question; what is longer has said by then what it is about
_CAMEL = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])")
_ELISION = re.compile(r"\b(?:l|d|dell|all|nell|qu)['’](?=\w)")
_APOSTROPHES = re.compile(r"['’`´ʼ]")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|<[^>]*>|\*")
_CLAUSES = re.compile(r"[\r\n?:;,.|/–—]|\bor\b|\boder\b|\bou\b")


def field_of(header: str) -> Field | None:
    """Return the field a column's header names, in whichever language, as a word or as a question."""
    header = header[:_LONGEST]
    words = words_of(header)
    if not words or "".join(words) in _NO_FIELD:
        return None
    return _exactly(words) or _after_colon(header) or _loosely(header)


def is_question(header: str) -> bool:
    """Return whether only the answer it is after tells the field: a column that simply has the field's name goes before it."""
    words = words_of(header[:_LONGEST])
    return not (_exactly(words) or _after_colon(header[:_LONGEST]) or any(map(_qualified, _clauses(header[:_LONGEST]))))


def known_headers(headers: Iterable[str]) -> int:
    """Return how many of the headers name a field; tells a header row from a row of data."""
    return sum(1 for header in headers if field_of(header))


def fingerprint(headers: Iterable[str]) -> str:
    """Return a stable mark of a header row, whatever its case, spacing and order: a correction is remembered under it."""
    mark = digest(*sorted(" ".join(words_of(name)) for name in headers))
    return f"{mark & (1 << 64) - 1:016x}"


def words_of(text: str) -> list[str]:
    """Return the folded words and numbers of a header; `firstName` has two, `What's` one, `#` stands for a number."""
    plain = _ELISION.sub("", fold_accents(_CAMEL.sub(" ", text).replace("_", " ")).replace("linked in", "linkedin"))
    return _WORDS.findall(_APOSTROPHES.sub("", plain).replace("#", " no "))


def is_about_others(header: str) -> bool:
    """Return whether any word of it speaks of a buyer, a host, a company's own line."""
    return not _OTHERS.isdisjoint(words_of(header))


@cache
def _names() -> dict[str, Field]:
    """Return every synonym without its spaces: `first name`, `FirstName` and `first_name` are one."""
    return {"".join(words_of(name)): field for field, names in SYNONYMS.items() for name in names.split("|")}


def _exactly(words: Sequence[str]) -> Field | None:
    """Return the field these words name, with or without the numbers of `E-mail 2 Address`."""
    names = _names()
    plain = "".join(word for word in words if not word.isdigit())
    return names.get("".join(words)) or names.get(plain)


def _after_colon(header: str) -> Field | None:
    """pretix's `Attendee name: Given name`."""
    _, colon, part = header.partition(":")
    return _exactly(words_of(part)) if colon else None


def _loosely(header: str) -> Field | None:
    """Return the field of the first clause that names one; a header about others names none."""
    clauses = _clauses(header)
    for words in clauses:
        field = _exactly(words)
        if field is None and words and words[0] in _OTHERS:
            return None
        if field := field or _qualified(words):
            return field
    return next(filter(None, map(_asked, clauses[1:])), None)


def _clauses(header: str) -> list[list[str]]:
    """Return the words of the header without what is in brackets, and those of each part of it."""
    clear = _BRACKETS.sub(" ", header)
    return [words_of(clear), *(words for clause in _CLAUSES.split(clear) if (words := words_of(clause)))]


def _qualified(words: list[str]) -> Field | None:
    field = _exactly([word for word in words if word not in _QUALIFIERS])
    return None if field is Field.ID else field  # a ticket's id is nobody's


def _asked(words: list[str]) -> Field | None:
    kept = [word for word in words if word not in _FILLERS]
    telling = [word for word in words if word not in _FILLERS or word in _MEANING]
    naming = [word for word in words if word not in _FILLERS or word in _NAMING]
    return _exactly(kept) or _exactly(telling) or _exactly(naming) or _qualified(kept) or _qualified(naming)
