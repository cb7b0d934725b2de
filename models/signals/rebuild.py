"""Keeping the signals of people whose messages or meetings changed: the one module that writes that table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from ..outcome_kinds import NOTHING
from ..store import Encounter, Mark, Message, Outcome, OutcomePerson, Person, PersonSignals, Recommendation
from ..store.database import insert_rows
from ..store.identity import Kin
from ..store.query import chunks, rows
from .bands import ACTIVE_DAYS, FADING_DAYS, Band, band
from .talk import TalkSummary, summarise

_COLUMNS = (
    "person_id", "sent", "received", "first", "last_sent", "last_received", "contact_days", "out_weight", "in_weight",
    "has_met", "is_vouched", "band",
)  # fmt: skip
_EPOCH = date(1970, 1, 1).toordinal()
_DAY = 86_400
_MANY = 5_000


def refresh(people: Collection[int], export_date: date) -> None:
    """Compute these people's signals anew, from everything known about them."""
    if len(people) > _MANY:  # one walk through the messages costs less than thousands of small ones
        PersonSignals.delete().execute()
        insert_rows(PersonSignals, _COLUMNS, _computed(None, export_date))
        return
    for some in chunks(sorted(people)):
        kin = Kin.of(some).rows
        PersonSignals.delete().where(PersonSignals.person.in_(kin)).execute()
        insert_rows(PersonSignals, _COLUMNS, _computed(kin, export_date))


def forget(people: Collection[int]) -> None:
    """These people were nobody."""
    for some in chunks(sorted(people)):
        PersonSignals.delete().where(PersonSignals.person.in_(some)).execute()


def overtaken(export_date: date) -> set[int]:
    """People whose band moves by the passing of time alone, now that the newest export is this one."""
    last = (PersonSignals.last_sent, PersonSignals.last_received)
    found = set()
    for person, held, *days in rows(
        PersonSignals.select(PersonSignals.person, PersonSignals.band, *last).where(
            PersonSignals.band.in_([Band.ACTIVE.value, Band.FADING.value])
        )
    ):
        silent = (export_date - max(day for day in days if day)).days
        if silent > (ACTIVE_DAYS if held == Band.ACTIVE else FADING_DAYS):
            found.add(int(person))
    return found


def _computed(people: Collection[int] | None, export_date: date) -> Iterable[tuple[object, ...]]:
    talks = _talks(people, export_date)
    met, vouched = _met(people), _vouched(people)
    for person in sorted(talks.keys() | met | vouched):
        talk = talks.get(person) or summarise(())
        named = band(talk, met=person in met, vouched=person in vouched, export_date=export_date)
        days = (day.isoformat() if day else None for day in (talk.first, talk.last_sent, talk.last_received))
        yield (
            person, talk.sent, talk.received, *days, talk.contact_days, talk.out_weight, talk.in_weight,
            person in met, person in vouched, named.value,
        )  # fmt: skip


def _talks(people: Collection[int] | None, export_date: date) -> dict[int, TalkSummary]:
    query = Message.select(Message.person, Message.outgoing, Message.at.cast("integer")).where(
        Message.person.is_null(False) if people is None else Message.person.in_(people),
        Message.sort == "talk",
    )
    roots = _roots(people)
    said: defaultdict[int, list[tuple[date, bool]]] = defaultdict(list)
    for person, outgoing, seconds in rows(query):
        said[roots.get(person, person)].append((date.fromordinal(_EPOCH + seconds // _DAY), bool(outgoing)))
    return {person: summarise(messages, until=export_date) for person, messages in said.items()}


def _met(people: Collection[int] | None) -> set[int]:
    query = Encounter.select(Encounter.person).where(Encounter.kind == "met")
    return _people(query, Encounter.person, people)


def _vouched(people: Collection[int] | None) -> set[int]:
    recommended = Recommendation.select(Recommendation.person)
    marked = Mark.select(Mark.person).where(Mark.kind == "vouched")
    worked = OutcomePerson.select(OutcomePerson.person).join(Outcome).where(Outcome.kind != NOTHING)
    return (
        _people(recommended, Recommendation.person, people)
        | _people(marked, Mark.person, people)
        | _people(worked, OutcomePerson.person, people)
    )


def _people(query: Any, column: Any, people: Collection[int] | None) -> set[int]:
    """Whom a query names, each under the row that stands for them."""
    roots = _roots(people)
    found = query if people is None else query.where(column.in_(people))
    return {roots.get(row[0], row[0]) for row in rows(found)}


def _roots(people: Collection[int] | None) -> dict[int, int]:
    """Rows that stand for somebody known under another row, to that row."""
    query = Person.select(Person.id, Person.same_as).where(Person.same_as.is_null(False))
    return dict(rows(query if people is None else query.where(Person.id.in_(people))))
