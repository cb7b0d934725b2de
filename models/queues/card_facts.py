"""Facts for many cards at once: a fixed number of queries for a page, however many cards are on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from peewee import fn

from ..outbox.draft_facts import day_in_words
from ..outcome_kinds import NOTHING
from ..policy.facts import EarlierDecision, Meeting
from ..signals import Band, TalkSummary
from ..store import (
    Card,
    Connection,
    Decision,
    Encounter,
    JoinedEvent,
    Mark,
    Message,
    Outcome,
    OutcomePerson,
    Person,
    PersonSignals,
    Position,
    Recommendation,
    Remark,
)
from ..store.facts import FactKey, fact
from ..store.identity import Kin, Who
from ..store.query import Query, chunks, param, params, rows
from ..text.companies import company_words
from ..text.folding import fold_accents
from .base import CardStatus


class Signals(NamedTuple):
    """What their messages add up to."""

    talk: TalkSummary = TalkSummary()
    has_met: bool = False
    is_vouched: bool = False
    band: Band = Band.NEVER


NO_SIGNALS = Signals()
_FEW = 500
"""No screen reads more than this of anything."""


def signals(kin: Kin) -> dict[int, Signals]:
    """Their signals; whoever is missing is `NO_SIGNALS`."""
    held = PersonSignals
    columns = (
        held.person,
        held.sent,
        held.received,
        held.last_sent,
        held.last_received,
        held.first,
        held.contact_days,
        held.out_weight,
        held.in_weight,
        held.has_met,
        held.is_vouched,
        held.band,
    )
    return {
        person: Signals(TalkSummary(*row[1:9]), row[9], row[10], Band(row[11]))
        for some in chunks(kin.rows)
        for row in rows(held.select(*columns).where(held.person.in_(some)))
        for person in kin.asked[row[0]]
    }


def meetings(kin: Kin) -> dict[int, tuple[Meeting, ...]]:
    """Where the user met them, oldest first."""
    columns = (Encounter.person, Encounter.event, Encounter.met_on, Encounter.impression, Encounter.keep_in_touch)
    found: defaultdict[int, list[Meeting]] = defaultdict(list)
    for some in chunks(kin.rows):
        query = Encounter.select(*columns).where(Encounter.person.in_(some), Encounter.kind == "met")
        for row, *meeting in rows(query.order_by(Encounter.met_on, Encounter.id)):
            for person in kin.asked[row]:
                found[person].append(Meeting(*meeting))
    return {person: tuple(held) for person, held in found.items()}


def marks(kin: Kin) -> dict[int, set[str]]:
    """What the user said about them."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for some in chunks(kin.rows):
        for row, kind in rows(Mark.select(Mark.person, Mark.kind).where(Mark.person.in_(some))):
            for person in kin.asked[row]:
                found[person].add(kind)
    return found


def remarks(kin: Kin, kind: str) -> dict[int, str]:
    """The newest text of this kind that the user put on them: a private `note`, or pasted `profile` text."""
    found: dict[int, str] = {}
    for some in chunks(kin.rows):
        query = Remark.select(Remark.person, Remark.text).where(Remark.person.in_(some), Remark.kind == kind)
        for row, text in rows(query.order_by(Remark.id)):
            found |= dict.fromkeys(kin.asked[row], text)
    return found


def recommended(kin: Kin) -> dict[int, tuple[bool, bool]]:
    """Whether they recommended the user, and whether the user recommended them."""
    found: dict[int, tuple[bool, bool]] = {}
    for some in chunks(kin.rows):
        query = Recommendation.select(Recommendation.person, Recommendation.given).where(
            Recommendation.person.in_(some)
        )
        for row, given in rows(query):
            for person in kin.asked[row]:
                they, you = found.get(person, (False, False))
                found[person] = (they or not given, you or bool(given))
    return found


def connected_on(kin: Kin) -> dict[int, date | None]:
    """Since when they are connected; whoever is missing is not."""
    found: dict[int, date | None] = {}
    for some in chunks(kin.rows):
        query = Connection.select(Connection.person, Connection.connected_on).where(
            Connection.person.in_(some), Connection.gone_export.is_null()
        )
        for row, day in rows(query):
            found |= dict.fromkeys(kin.asked[row], day)
    return found


def earlier(kin: Kin, queue: str, subjects: Collection[int]) -> dict[int, tuple[EarlierDecision, ...]]:
    """What was decided about these people on other cards, and earlier on these; "later" says nothing."""
    found: defaultdict[int, list[EarlierDecision]] = defaultdict(list)
    on_these = set(subjects)
    for some in chunks(kin.rows):
        query = Decision.select(
            Decision.person, Decision.queue, Decision.subject, Decision.verdict, Decision.at, Decision.reason
        ).where(Decision.person.in_(some), Decision.verdict.not_in(["later", "pin", "same", "different"]))
        for row, in_queue, subject, verdict, at, reason in rows(query.order_by(Decision.at)):
            if in_queue != queue or subject not in on_these or verdict in ("keep", "ask", "blurb"):
                for person in kin.asked[row]:
                    found[person].append(EarlierDecision(verdict, at.date(), reason))
    return {person: tuple(held) for person, held in found.items()}


def disconnected(kin: Kin) -> dict[int, date]:
    """Those who were connected once: the export in which they were first missing."""
    found: dict[int, date] = {}
    for some in chunks(kin.rows):
        query = Connection.select(Connection.person, Connection.gone_export).where(
            Connection.person.in_(some), Connection.gone_export.is_null(False)
        )
        for row, day in rows(query.order_by(Connection.gone_export)):
            found |= dict.fromkeys(kin.asked[row], day)
    return found


def vouched_words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """People the user vouches for, each with what they wrote lately: who introduces whom stands there."""
    names = dict(
        rows(Person.select(Person.id, Person.name).join(PersonSignals).where(PersonSignals.is_vouched).limit(_FEW))
    )
    words: defaultdict[int, list[str]] = defaultdict(list)
    query = Message.select(Message.person, Message.text).where(
        Message.person.in_(list(names)), ~Message.outgoing, Message.sort == "talk"
    )
    for person, text in rows(query.order_by(Message.at.desc()).limit(_FEW)):
        words[person].append(fold_accents(text))
    return tuple((name, tuple(words[person])) for person, name in names.items())


class _Version(NamedTuple):
    subject: int
    version: int
    due: datetime | None


class _Verdict(NamedTuple):
    subject: int
    verdict: str
    times: int


_VERSIONS = Query(
    _Version,
    lambda: Card.select(Card.subject, Card.version, Card.due).where(
        Card.queue == param("queue"), Card.subject.in_(params("subjects"))
    ),
)
_VERDICTS = Query(
    _Verdict,
    lambda: Decision.select(Decision.subject, Decision.verdict, Decision.times).where(
        Decision.queue == param("queue"), Decision.subject.in_(params("subjects"))
    ),
)


def statuses(queue: str, subjects: Iterable[int]) -> defaultdict[int, CardStatus]:
    """Return what became of these cards so far."""
    wanted = set(subjects)
    found = defaultdict[int, CardStatus](CardStatus)
    for version in _VERSIONS.rows(queue=queue, subjects=wanted):
        found[version.subject] = CardStatus(version.version, version.due)
    for subject, verdict, times in _VERDICTS.rows(queue=queue, subjects=wanted):
        found[subject] = found[subject]._replace(decided=verdict, times=times)
    return found


def verdicts(queue: str, subjects: Iterable[int]) -> dict[int, str]:
    """Return the verdicts in force on these cards."""
    found = _VERDICTS.rows(queue=queue, subjects=set(subjects))
    return {decision.subject: decision.verdict for decision in found}


def last_received(kin: Kin) -> dict[int, int]:
    """When each of these people wrote last, in seconds since 1970."""
    found: dict[int, int] = {}
    for some in chunks(kin.rows):
        query = (
            Message.select(Message.person, fn.MAX(Message.at).coerce(False))
            .where(Message.person.in_(some), ~Message.outgoing, Message.sort == "talk")
            .group_by(Message.person)
        )
        for row, at in rows(query):
            for person in kin.asked[row]:
                found[person] = max(found.get(person, 0), at)
    return found


def _spelled(text: str) -> str:
    """Return a text as the keys of companies are spelled."""
    return " ".join(company_words(text))


class OwnPast(NamedTuple):
    """Where the user worked and studied, and which events they joined."""

    employers: dict[str, str]
    """Company key to the name as written."""
    schools: dict[str, str]
    events: tuple[str, ...]

    def mentioned(self, text: str) -> tuple[str, ...]:
        """Employers, schools and events of the user's that a text names."""
        spoken = f" {_spelled(text)} "
        named = {**self.employers, **self.schools, **{_spelled(event): event for event in self.events}}
        return tuple(name for key, name in named.items() if len(key) > 2 and f" {key} " in spoken)


def own_past() -> OwnPast:
    """The user's own history, from Positions, Education and Events."""
    held = rows(Position.select(Position.company_key, Position.company, Position.is_school))
    events = rows(JoinedEvent.select(JoinedEvent.name).where(JoinedEvent.status != "RELINQUISHED"))
    return OwnPast(
        {key: name for key, name, is_school in held if not is_school and key},
        {key: name for key, name, is_school in held if is_school and key},
        tuple(row[0] for row in events),
    )


def only_at_company(ids: Iterable[int], found: dict[int, Who]) -> set[int]:
    """Those who are the user's only connection at their company."""
    wanted = {person: found[person].company_key for person in ids if person in found and found[person].company_key}
    alone = {key for some in chunks(set(wanted.values())) for key in _alone(some)}
    return {person for person, key in wanted.items() if key in alone}


def _alone(companies: Sequence[str]) -> list[str]:
    """The companies with one connection; for a single one, two rows are enough to tell."""
    here = Connection.gone_export.is_null() & Person.company_key.in_(companies)
    query = Connection.select(Person.company_key).join(Person).where(here)
    if len(companies) == 1:
        found = rows(query.limit(2))
        return [found[0][0]] if len(found) == 1 else []
    counted = query.group_by(Person.company_key).having(fn.COUNT(Connection.id) == 1)
    return [row[0] for row in rows(counted)]


def connections_file() -> str:
    """The newest list of connections, as the source of what it says."""
    known = fact(FactKey.CONNECTIONS_EXPORT)
    return f"Connections.csv of {day_in_words(date.fromisoformat(known))}" if known else "Connections.csv"


def people_at(events: Iterable[str]) -> dict[str, int]:
    """How many people the user knows from each of these events."""
    found: dict[str, int] = {}
    for some in chunks({event for event in events if event}):
        query = Encounter.select(Encounter.event, fn.COUNT(Encounter.person.distinct()))
        found |= dict(rows(query.where(Encounter.event.in_(some)).group_by(Encounter.event)))
    return found


def outcomes(kin: Kin) -> dict[int, tuple[str, ...]]:
    """What came of knowing them, by kind, each kind once; the oldest first."""
    found: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for some in chunks(kin.rows):
        query = OutcomePerson.select(OutcomePerson.person, Outcome.kind).join(Outcome)
        query = query.where(OutcomePerson.person.in_(some), Outcome.kind != NOTHING)
        for row, kind in rows(query.order_by(Outcome.happened_on, Outcome.id)):
            for person in kin.asked[row]:
                found[person][kind] = None
    return {person: tuple(kinds) for person, kinds in found.items()}


def event_outcomes(events: Iterable[str]) -> dict[str, int] | None:
    """How many outcomes began at each of these events, or had a part in them of somebody from there.

    `None` while the user keeps no count of outcomes at all.
    """
    if not rows(Outcome.select(Outcome.id).limit(1)):
        return None
    return {event: len(_outcomes_of(event)) for event in {event for event in events if event}}


def _outcomes_of(event: str) -> set[int]:
    there = [row[0] for row in rows(Encounter.select(Encounter.person).where(Encounter.event == event).distinct())]
    found = {row[0] for row in rows(Outcome.select(Outcome.id).where(Outcome.event == event, Outcome.kind != NOTHING))}
    for some in chunks(Kin.of(there).rows):
        query = OutcomePerson.select(OutcomePerson.outcome).join(Outcome)
        query = query.where(OutcomePerson.person.in_(some), Outcome.kind != NOTHING)
        found |= {row[0] for row in rows(query)}
    return found
