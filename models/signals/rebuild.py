"""Keep the signals of people up to date: the one module that writes that table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from ..outcome_kinds import NOTHING
from ..store import Encounter, Mark, Message, Outcome, OutcomePerson, Person, PersonSignals, Recommendation
from ..store.database import insert_rows
from ..store.identity import Kin
from ..store.query import PeopleQuery, Query, Statement, chunks, params
from .bands import ACTIVE_DAYS, FADING_DAYS, Band, band
from .talk import NO_TALK, TalkSummary, summarise

_COLUMNS = (
    "person_id",
    "sent",
    "received",
    "first",
    "last_sent",
    "last_received",
    "contact_days",
    "out_weight",
    "in_weight",
    "has_met",
    "is_vouched",
    "band",
)
_EPOCH = date(1970, 1, 1).toordinal()
_DAY = 86_400
_MANY = 5_000
"""From so many people on, one walk through all messages costs less than many small ones."""


class _Sent(NamedTuple):
    person: int
    outgoing: int
    at: int
    """In seconds since 1970."""


class _Waning(NamedTuple):
    """Someone whose band ends after some time of silence."""

    person: int
    band: str
    last_sent: date | None
    last_received: date | None


_WANING = Query(
    _Waning,
    lambda: PersonSignals.select(
        PersonSignals.person, PersonSignals.band, PersonSignals.last_sent, PersonSignals.last_received
    ).where(PersonSignals.band.in_([Band.ACTIVE.value, Band.FADING.value])),
)
_TALK = PeopleQuery(
    _Sent,
    lambda: Message.select(Message.person, Message.outgoing, Message.at).where(
        Message.person.is_null(False), Message.sort == "talk"
    ),
    Message.person,
    raw=True,
)
_MET = PeopleQuery(int, lambda: Encounter.select(Encounter.person).where(Encounter.kind == "met"), Encounter.person)
_RECOMMENDED = PeopleQuery(int, lambda: Recommendation.select(Recommendation.person), Recommendation.person)
_MARKED = PeopleQuery(int, lambda: Mark.select(Mark.person).where(Mark.kind == "vouched"), Mark.person)
_WORKED = PeopleQuery(
    int,
    lambda: OutcomePerson.select(OutcomePerson.person).join(Outcome).where(Outcome.kind != NOTHING),
    OutcomePerson.person,
)
_ROOTS = PeopleQuery(
    tuple[int, int],
    lambda: Person.select(Person.id, Person.same_as).where(Person.same_as.is_null(False)),
    Person.id,
)
_FORGET = Statement(lambda: PersonSignals.delete().where(PersonSignals.person.in_(params("people"))))
_FORGET_ALL = Statement(lambda: PersonSignals.delete())


def refresh(people: Collection[int], export_date: date) -> None:
    """Compute these people's signals again, from everything known about them."""
    if len(people) > _MANY:
        _FORGET_ALL.run()
        insert_rows(PersonSignals, _COLUMNS, _computed(None, export_date))
        return
    for some in chunks(sorted(people)):
        kin = Kin.of(some).rows
        _FORGET.run(people=kin)
        insert_rows(PersonSignals, _COLUMNS, _computed(kin, export_date))


def forget(people: Collection[int]) -> None:
    """Drop the signals of rows that stand for nobody any more."""
    _FORGET.run(people=people)


def overtaken(export_date: date) -> set[int]:
    """Return the people whose band ends by the passing of time alone, now that the newest export is this one."""
    found = set()
    for waning in _WANING.rows():
        last = max(day for day in (waning.last_sent, waning.last_received) if day)
        if (export_date - last).days > (ACTIVE_DAYS if waning.band == Band.ACTIVE else FADING_DAYS):
            found.add(waning.person)
    return found


def _computed(people: Collection[int] | None, export_date: date) -> Iterable[tuple[object, ...]]:
    roots = dict(_ROOTS.rows(people))
    talks = _talks(people, roots, export_date)
    met, vouched = _met(people, roots), _vouched(people, roots)
    for person in sorted(talks.keys() | met | vouched):
        talk = talks.get(person) or NO_TALK
        named = band(talk, met=person in met, vouched=person in vouched, export_date=export_date)
        days = (day.isoformat() if day else None for day in (talk.first, talk.last_sent, talk.last_received))
        yield (
            person,
            talk.sent,
            talk.received,
            *days,
            talk.contact_days,
            talk.out_weight,
            talk.in_weight,
            person in met,
            person in vouched,
            named.value,
        )


def _talks(people: Collection[int] | None, roots: Mapping[int, int], export_date: date) -> dict[int, TalkSummary]:
    said: defaultdict[int, list[tuple[date, bool]]] = defaultdict(list)
    days: dict[int, date] = {}
    for person, outgoing, seconds in _TALK.rows(people):
        number = seconds // _DAY
        day = days.get(number) or days.setdefault(number, date.fromordinal(_EPOCH + number))
        said[roots.get(person, person)].append((day, bool(outgoing)))
    return {person: summarise(messages, until=export_date) for person, messages in said.items()}


def _met(people: Collection[int] | None, roots: Mapping[int, int]) -> set[int]:
    return {roots.get(person, person) for person in _MET.rows(people)}


def _vouched(people: Collection[int] | None, roots: Mapping[int, int]) -> set[int]:
    found = (person for query in (_RECOMMENDED, _MARKED, _WORKED) for person in query.rows(people))
    return {roots.get(person, person) for person in found}
