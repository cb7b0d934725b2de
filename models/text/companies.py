"""One spelling of a company, so that Acme Inc., ACME Corporation and Acme Sp. z o.o. are one."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from .folding import listed, words

TABLE = Path(__file__).with_name("tables") / "legal_forms.txt"
_REMEMBERED = 1 << 16  # an archive names the same companies over and over
WEAK_FORMS = frozenset({"holding", "holdings", "group", "company", "companies"})
"""Words that say nothing beside a name of a company's own, but are part of one made of general words."""
_GENERAL_WORDS = listed("""
    and of the for general world services service solutions systems partners consulting consultants management
    capital financial finance bank insurance health medicine medical hospital clinic school university institute
    college foundation association media marketing digital technology technologies software data energy
    engineering construction design research labs lab studio studios international global national european
    american trading trade investment investments real estate property security logistics transport travel food
    retail fashion sports fitness library network networks industries products power law legal group holding
    company enterprise enterprises center centre
""")
"""Words that many companies share: what is left without a form must hold another word than these."""
_AND = frozenset({"and", "und", "u", "y", "et", "e", "og", "och", "i"})
_PARTNERS = frozenset({"co", "company", "cie", "cia", "compania", "companhia"})
"""What follows an "and" that belongs to the form: Acme & Co., Acme y Cía."""
_NO_EMPLOYER = listed("""
    self employed | selfemployed | self | freelance | freelancer | independent | independent consultant |
    unemployed | retired | student | none | na | n a | stealth | stealth startup | stealth mode |
    confidential | private | looking for work | open to work | homemaker | various | unknown | null | not
    applicable | tbd | test
""")
_QUOTES = " \t,.;:\"'«»„“”‚‘’「」『』"


class _Forms(NamedTuple):
    """The table of legal forms."""

    endings: frozenset[str]
    """In Latin letters without spaces."""
    unspaced: tuple[str, ...]
    at_start: frozenset[str]
    at_end: frozenset[str]
    longest: int
    """Letters of the longest ending."""


@lru_cache(_REMEMBERED)
def company_key(text: str) -> str:
    """Return the words that name a company, in small Latin letters: no legal form, no leading "the".

    Two spellings of one company give the same key.
    """
    tokens = company_words(_without_written_forms(text))
    if len(tokens) > 1 and tokens[0] == "the":
        del tokens[0]
    return " ".join(_without_endings(tokens))


def employer_key(text: str) -> str:
    """Return the key of a company to recognise a person by; empty where none is named, as in "self-employed"."""
    key = company_key(text)
    return "" if key in _NO_EMPLOYER else key


def company_words(text: str) -> list[str]:
    """Return the words of a text as a company's key spells them."""
    return words(text.replace("&", " and "))


def acronym(key: str) -> str:
    """Return the initials of a company's key of two or more words: nova bright systems is nbs."""
    if " " not in key:
        return ""
    initials = [word[0] for word in key.split() if word not in {"and", "of", "the", "de", "for"}]
    return "".join(initials) if len(initials) > 1 else ""


def _without_endings(tokens: list[str]) -> list[str]:
    kept = tokens
    while len(kept) > 1:
        at = _ending(kept)
        if at == len(kept) and kept[-1] in WEAK_FORMS and not _GENERAL_WORDS.issuperset(kept[:-1]):
            at -= 1
        if at == len(kept):
            break
        with_and = at > 1 and kept[at] in _PARTNERS and kept[at - 1] in _AND
        kept = kept[: at - with_and]
    return kept


def _ending(tokens: list[str]) -> int:
    """Return where the longest legal form at the end begins; the first word is never part of one."""
    forms, joined, begins = _forms(), "", len(tokens)
    for at in range(len(tokens) - 1, 0, -1):
        joined = tokens[at] + joined
        if len(joined) > forms.longest:
            break
        if joined in forms.endings:
            begins = at
    return begins


def _without_written_forms(text: str) -> str:
    """Return a name without the forms that count only as they are written: (株), SIA at the start, e.V."""
    forms = _forms()
    name = text if text.isascii() else _without_unspaced(unicodedata.normalize("NFKC", text), forms.unspaced)
    first, _, rest = name.strip().partition(" ")
    if first in forms.at_start and not _GENERAL_WORDS.issuperset(company_words(rest)):
        name = rest
    rest, _, last = name.strip().rpartition(" ")
    return rest if rest and last in forms.at_end else name


def _without_unspaced(name: str, unspaced: tuple[str, ...]) -> str:
    before, kept = "", name.strip(_QUOTES)
    while before != kept:
        before = kept
        for form in unspaced:
            kept = (kept.removeprefix(form).removesuffix(form) or kept).strip()
    return kept


@cache
def _forms() -> _Forms:
    lines = TABLE.read_text("utf-8").split("\n")
    by_mark = {mark: [line[1:] for line in lines if line[:1] == mark] for mark in "*^$"}
    endings = frozenset(line.replace(" ", "") for line in lines if line[:1] not in "#*^$")
    return _Forms(
        endings, tuple(by_mark["*"]), frozenset(by_mark["^"]), frozenset(by_mark["$"]), max(map(len, endings))
    )
