"""Only some cards: `company:Acme band:never met:2014` and plain words, all of which must hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import reduce
from operator import and_
from typing import Any, NamedTuple, cast

from peewee import JOIN, Expression, fn

from ..errors import UsageError
from ..signals import Band
from ..store import Card, Encounter, IntroRequest, Person, PersonSignals
from ..text.companies import company_key
from ..text.folding import name_key, squeeze

_PART = r'(?:(?P<key>[^\W\d]+):)?(?:"(?P<quoted>[^"]*)"|(?P<plain>[^\s"]*))(?:\s+|$)'


class Filter(NamedTuple):
    """What a card must have to be looked at; an empty one lets all pass."""

    terms: tuple[tuple[str, str], ...] = ()
    """Pairs of `company`, `band`, `met` or `word`, and what is asked of it."""

    @property
    def text(self) -> str:
        """The filter as it would be typed."""
        return " ".join(f"{'' if key == 'word' else key + ':'}{_quoted(asked)}" for key, asked in self.terms)

    def __bool__(self) -> bool:
        return bool(self.terms)


NO_FILTER = Filter()


def parse(text: str) -> Filter:
    """The filter that was typed; raises `UsageError`, in a sentence, for what is none."""
    terms, at, typed = [], 0, squeeze(text)
    while at < len(typed):
        part = re.compile(_PART).match(typed, at)  # once: `re` keeps it; few sittings have a filter
        if part is None:
            raise UsageError("A quotation mark is missing in the filter.", 'Write it as company:"Acme Labs".')
        at = part.end()
        terms.append(_term(part["key"] or "word", squeeze(part["quoted"] or part["plain"] or "")))
    return Filter(tuple(terms))


def _term(key: str, asked: str) -> tuple[str, str]:
    key = key.lower()
    if key not in _CONDITIONS:
        raise UsageError(f"There is no filter “{key}:”.", "There are company:, band: and met:, and plain words.")
    if not asked:
        raise UsageError(f"Nothing stands after “{key}:”.", "Write it as company:Acme, without a space.")
    if key == "band":
        asked = asked.lower().replace(" ", "_").replace("-", "_")
        if asked not in list(Band):
            raise UsageError(f"There is no band “{asked}”.", f"There are {', '.join(Band)}.")
    return key, asked


def condition(wanted: Filter) -> Expression | None:
    """The filter as a condition on a card; each card is asked only when its turn in the queue comes."""
    return reduce(and_, [_CONDITIONS[key](asked) for key, asked in wanted.terms]) if wanted else None


def _company(asked: str) -> Expression:
    return _exists(Person.select(Person.id).where(Person.id == Card.person, _works_at(asked)))


def _works_at(asked: str) -> Expression:
    """Return the condition that a company is called so; words that have no key are looked for as they stand."""
    key = company_key(asked)
    found: Expression = Person.company_key.contains(key) if key else Person.company.contains(asked)
    return found


def _band(asked: str) -> Expression:
    """Who has no row of signals never wrote and was never met."""
    held = PersonSignals.select(PersonSignals.id).where(PersonSignals.person == Card.person)
    if asked == Band.NEVER:
        return cast("Expression", ~_exists(held.where(PersonSignals.band != asked)))
    return _exists(held.where(PersonSignals.band == asked))


def _met(asked: str) -> Expression:
    """At an event of that name, or in that year; also under a name captured by hand."""
    told = Encounter.event.contains(asked) | Encounter.met_on.startswith(asked)
    held = Encounter.select(Encounter.id).join(Person)
    return _exists(held.where((Person.id == Card.person) | (Person.same_as == Card.person), told))


def _word(asked: str) -> Expression:
    """In the name, company or job of whoever the card is about, or of whom they want to meet."""
    wants = IntroRequest.select(IntroRequest.id).join(Person, JOIN.LEFT_OUTER, on=(Person.id == IntroRequest.target))
    wants = wants.where(IntroRequest.id == Card.subject, IntroRequest.target_text.contains(asked) | _names(asked))
    return _exists(Person.select(Person.id).where(Person.id == Card.person, _names(asked))) | (
        (Card.queue == "intros") & _exists(wants)
    )


def _names(asked: str) -> Expression:
    """LinkedIn spells a name without its accents in the link: whoever types it so finds it there."""
    found: Expression = (
        Person.name_key.contains(name_key(asked))
        | Person.slug.contains(name_key(asked))
        | _works_at(asked)
        | Person.title.contains(asked)
    )
    return found


def _exists(query: Any) -> Expression:
    return cast("Expression", fn.EXISTS(query))


def _quoted(asked: str) -> str:
    return f'"{asked}"' if " " in asked else asked


_CONDITIONS: dict[str, Callable[[str], Expression]] = {
    "company": _company,
    "band": _band,
    "met": _met,
    "word": _word,
}
