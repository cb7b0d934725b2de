"""Only some cards: `company:Acme band:never met:2014` and plain words, all of which must hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import reduce
from operator import and_
from typing import NamedTuple, cast

from peewee import JOIN, BaseQuery, Expression, fn

from ..errors import UsageError
from ..introductions.record import QUEUE as INTROS
from ..signals import Band
from ..store import Card, Encounter, IntroRequest, Person, PersonSignals
from ..text.companies import company_key
from ..text.folding import name_key, squeeze

_PART = r'(?:(?P<key>[^\W\d]+):)?(?:"(?P<quoted>[^"]*)"|(?P<plain>[^\s"]*))(?:\s+|$)'


class Filter(NamedTuple):
    """What a card must have to be looked at; an empty one lets all pass."""

    terms: tuple[tuple[str, str], ...] = ()
    """Pairs of `company`, `band`, `met` or `word`, and what it must be."""

    @property
    def text(self) -> str:
        """The filter as it would be typed."""
        return " ".join(f"{'' if key == 'word' else key + ':'}{_quoted(wanted)}" for key, wanted in self.terms)

    def __bool__(self) -> bool:
        return bool(self.terms)


NO_FILTER = Filter()


def parse(text: str) -> Filter:
    """Return the filter that was typed; raises `UsageError`, in a sentence, for what is none."""
    terms, at, typed = [], 0, squeeze(text)
    while at < len(typed):
        part = re.compile(_PART).match(typed, at)  # once: `re` keeps it; few sittings have a filter
        if part is None:
            raise UsageError("A quotation mark is missing in the filter.", 'Write it as company:"Acme Labs".')
        at = part.end()
        terms.append(_term(part["key"] or "word", squeeze(part["quoted"] or part["plain"] or "")))
    return Filter(tuple(terms))


def _term(key: str, wanted: str) -> tuple[str, str]:
    key = key.lower()
    if key not in _CONDITIONS:
        raise UsageError(f"There is no filter “{key}:”.", "There are company:, band: and met:, and plain words.")
    if not wanted:
        raise UsageError(f"Nothing stands after “{key}:”.", "Write it as company:Acme, without a space.")
    if key == "band":
        wanted = wanted.lower().replace(" ", "_").replace("-", "_")
        if wanted not in list(Band):
            raise UsageError(f"There is no band “{wanted}”.", f"There are {', '.join(Band)}.")
    return key, wanted


def condition(wanted: Filter) -> Expression | None:
    """Return the filter as a condition on a card; it is tried on each only when its turn in the queue comes."""
    return reduce(and_, [_CONDITIONS[key](word) for key, word in wanted.terms]) if wanted else None


def _is_at_company(company: str) -> Expression:
    return _exists(Person.select(Person.id).where(Person.id == Card.person, _works_at(company)))


def _works_at(company: str) -> Expression:
    """Return the condition that a company is called so; words that have no key are looked for as they stand."""
    key = company_key(company)
    works: Expression = Person.company_key.contains(key) if key else Person.company.contains(company)
    return works


def _is_in_band(band: str) -> Expression:
    """Return the condition on the band; who has no row of signals never wrote and was never met."""
    signals = PersonSignals.select(PersonSignals.id).where(PersonSignals.person == Card.person)
    if band == Band.NEVER:
        return cast("Expression", ~_exists(signals.where(PersonSignals.band != band)))
    return _exists(signals.where(PersonSignals.band == band))


def _was_met(where_or_when: str) -> Expression:
    """Return the condition that they were met at an event of that name, or in that year, under any name of theirs."""
    is_then = Encounter.event.contains(where_or_when) | Encounter.met_on.startswith(where_or_when)
    encounters = Encounter.select(Encounter.id).join(Person)
    return _exists(encounters.where((Person.id == Card.person) | (Person.same_as == Card.person), is_then))


def _has_word(word: str) -> Expression:
    """Return the condition that a word is in the name, company or job of a person, or of whom they want to meet."""
    requests = IntroRequest.select(IntroRequest.id).join(Person, JOIN.LEFT_OUTER, on=(Person.id == IntroRequest.target))
    wants = requests.where(IntroRequest.id == Card.subject, IntroRequest.target_text.contains(word) | _is_called(word))
    is_theirs = _exists(Person.select(Person.id).where(Person.id == Card.person, _is_called(word)))
    return is_theirs | ((Card.queue == INTROS) & _exists(wants))


def _is_called(word: str) -> Expression:
    """Return the condition on a person; LinkedIn spells a name without its accents in the link."""
    is_called: Expression = (
        Person.name_key.contains(name_key(word))
        | Person.slug.contains(name_key(word))
        | _works_at(word)
        | Person.title.contains(word)
    )
    return is_called


def _exists(query: BaseQuery) -> Expression:
    return cast("Expression", fn.EXISTS(query))


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word


_CONDITIONS: dict[str, Callable[[str], Expression]] = {
    "company": _is_at_company,
    "band": _is_in_band,
    "met": _was_met,
    "word": _has_word,
}
