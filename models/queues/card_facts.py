"""The facts behind many cards at once: a fixed number of queries for a page of any length.

Every function takes the kin of some people, and answers by the numbers that were asked for: what is on record under one
row of a person counts for all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import NamedTuple

from peewee import fn

from ..outbox.draft_facts import day_in_words
from ..outcome_kinds import NOTHING
from ..policy.facts import EarlierDecision, Meeting
from ..signals import Band, TalkSummary
from ..store import (
    Connection,
    Decision,
    Encounter,
    Mark,
    Message,
    Outcome,
    OutcomePerson,
    Person,
    PersonSignals,
    Recommendation,
    Remark,
)
from ..store.facts import FactKey, fact
from ..store.identity import Kin, Who
from ..store.query import Query, param, params
from ..text.folding import fold_accents
from ..verbs import Verb

_FEW = 500
"""No screen reads more than this of anything."""
_SAY_NOTHING = [verb.value for verb in (Verb.LATER, Verb.PIN, Verb.SAME, Verb.DIFFERENT)]
"""Verdicts that say nothing about what the user thinks of a person."""
_COMING_BACK = (Verb.KEEP, Verb.ASK, Verb.BLURB)
"""Verdicts after which the same card comes back: then they are earlier ones."""


class Signals(NamedTuple):
    """What their messages add up to."""

    talk: TalkSummary = TalkSummary()
    band: Band = Band.NEVER


NO_SIGNALS = Signals()


class _Signals(NamedTuple):
    person: int
    band: str
    sent: int
    received: int
    last_sent: date | None
    last_received: date | None
    first: date | None
    contact_days: int
    out_weight: float
    in_weight: float


class _Encounter(NamedTuple):
    person: int
    event: str
    met_on: date | None
    impression: str
    keep_in_touch: bool


class _Decision(NamedTuple):
    person: int
    queue: str
    subject: int
    verdict: str
    at: datetime
    reason: str


_SIGNALS = Query(
    _Signals,
    lambda: PersonSignals.select(
        PersonSignals.person,
        PersonSignals.band,
        PersonSignals.sent,
        PersonSignals.received,
        PersonSignals.last_sent,
        PersonSignals.last_received,
        PersonSignals.first,
        PersonSignals.contact_days,
        PersonSignals.out_weight,
        PersonSignals.in_weight,
    ).where(PersonSignals.person.in_(params("people"))),
)
_ENCOUNTERS = Query(
    _Encounter,
    lambda: (
        Encounter.select(
            Encounter.person, Encounter.event, Encounter.met_on, Encounter.impression, Encounter.keep_in_touch
        )
        .where(Encounter.person.in_(params("people")), Encounter.kind == "met")
        .order_by(Encounter.met_on, Encounter.id)
    ),
)
_MARKS = Query(tuple[int, str], lambda: Mark.select(Mark.person, Mark.kind).where(Mark.person.in_(params("people"))))
_REMARKS = Query(
    tuple[int, str],
    lambda: (
        Remark.select(Remark.person, Remark.text)
        .where(Remark.person.in_(params("people")), Remark.kind == param("kind"))
        .order_by(Remark.id)
    ),
)
_RECOMMENDATIONS = Query(
    tuple[int, bool],
    lambda: Recommendation.select(Recommendation.person, Recommendation.given).where(
        Recommendation.person.in_(params("people"))
    ),
)
_CONNECTED = Query(
    tuple[int, date | None],
    lambda: Connection.select(Connection.person, Connection.connected_on).where(
        Connection.person.in_(params("people")), Connection.gone_export.is_null()
    ),
)
_DISCONNECTED = Query(
    tuple[int, date],
    lambda: (
        Connection.select(Connection.person, Connection.gone_export)
        .where(Connection.person.in_(params("people")), Connection.gone_export.is_null(False))
        .order_by(Connection.gone_export)
    ),
)
_DECISIONS = Query(
    _Decision,
    lambda: (
        Decision.select(
            Decision.person, Decision.queue, Decision.subject, Decision.verdict, Decision.at, Decision.reason
        )
        .where(Decision.person.in_(params("people")), Decision.verdict.not_in(_SAY_NOTHING))
        .order_by(Decision.at)
    ),
)
_LAST_RECEIVED = Query(
    tuple[int, int],
    lambda: (
        Message.select(Message.person, fn.MAX(Message.at))
        .where(Message.person.in_(params("people")), ~Message.outgoing, Message.sort == "talk")
        .group_by(Message.person)
    ),
    raw=True,
)
_VOUCHED = Query(
    tuple[int, str],
    lambda: Person.select(Person.id, Person.name).join(PersonSignals).where(PersonSignals.is_vouched).limit(_FEW),
)
_LATELY_WRITTEN = Query(
    tuple[int, str],
    lambda: (
        Message.select(Message.person, Message.text)
        .where(Message.person.in_(params("people")), ~Message.outgoing, Message.sort == "talk")
        .order_by(Message.at.desc())
        .limit(_FEW)
    ),
)
_COMPANIES_OF_CONNECTIONS = Query(
    tuple[str, int],
    lambda: (
        Connection.select(Person.company_key, fn.COUNT(Connection.id))
        .join(Person)
        .where(Connection.gone_export.is_null(), Person.company_key.in_(params("companies")))
        .group_by(Person.company_key)
    ),
)
_TWO_AT_COMPANY = Query(
    int,
    lambda: (
        Connection.select(Connection.id)
        .join(Person)
        .where(Connection.gone_export.is_null(), Person.company_key == param("company"))
        .limit(2)
    ),
)
_OUTCOMES = Query(
    tuple[int, str],
    lambda: (
        OutcomePerson.select(OutcomePerson.person, Outcome.kind)
        .join(Outcome)
        .where(OutcomePerson.person.in_(params("people")), Outcome.kind != NOTHING)
        .order_by(Outcome.happened_on, Outcome.id)
    ),
)


def signals(kin: Kin) -> dict[int, Signals]:
    """Return their signals; whoever is missing is `NO_SIGNALS`."""
    return {
        person: Signals(
            TalkSummary(
                row.sent,
                row.received,
                row.last_sent,
                row.last_received,
                row.first,
                row.contact_days,
                row.out_weight,
                row.in_weight,
            ),
            Band(row.band),
        )
        for row in _SIGNALS.rows(people=kin.rows)
        for person in kin.asked[row.person]
    }


def meetings(kin: Kin) -> dict[int, tuple[Meeting, ...]]:
    """Return where the user met them, oldest first."""
    found: defaultdict[int, list[Meeting]] = defaultdict(list)
    for encounter in _ENCOUNTERS.rows(people=kin.rows):
        for person in kin.asked[encounter.person]:
            found[person].append(Meeting(*encounter[1:]))
    return {person: tuple(met) for person, met in found.items()}


def marks(kin: Kin) -> dict[int, set[str]]:
    """Return what the user said about them."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for row, kind in _MARKS.rows(people=kin.rows):
        for person in kin.asked[row]:
            found[person].add(kind)
    return found


def remarks(kin: Kin, kind: str) -> dict[int, str]:
    """Return the newest text of a kind that the user put on them: a private `note`, or pasted `profile` text."""
    found: dict[int, str] = {}
    for row, text in _REMARKS.rows(people=kin.rows, kind=kind):
        found |= dict.fromkeys(kin.asked[row], text)
    return found


def recommendations(kin: Kin) -> dict[int, tuple[bool, bool]]:
    """Return whether they recommended the user, and whether the user recommended them."""
    found: dict[int, tuple[bool, bool]] = {}
    for row, is_given in _RECOMMENDATIONS.rows(people=kin.rows):
        for person in kin.asked[row]:
            they, you = found.get(person, (False, False))
            found[person] = (they or not is_given, you or is_given)
    return found


def connected_on(kin: Kin) -> dict[int, date | None]:
    """Return since when they are connected; whoever is missing is not."""
    found: dict[int, date | None] = {}
    for row, day in _CONNECTED.rows(people=kin.rows):
        found |= dict.fromkeys(kin.asked[row], day)
    return found


def disconnected_on(kin: Kin) -> dict[int, date]:
    """Return those who were connected once, with the export in which they were first missing."""
    found: dict[int, date] = {}
    for row, day in _DISCONNECTED.rows(people=kin.rows):
        found |= dict.fromkeys(kin.asked[row], day)
    return found


def earlier_decisions(kin: Kin, queue: str, subjects: Collection[int]) -> dict[int, tuple[EarlierDecision, ...]]:
    """Return what was decided about these people on other cards than these, and earlier on these.

    Args:
        kin: the people.
        queue: the queue whose cards are looked at.
        subjects: the cards that are looked at.
    """
    found: defaultdict[int, list[EarlierDecision]] = defaultdict(list)
    on_these = set(subjects)
    for decision in _DECISIONS.rows(people=kin.rows):
        is_on_these = decision.queue == queue and decision.subject in on_these
        if not is_on_these or decision.verdict in _COMING_BACK:
            for person in kin.asked[decision.person]:
                found[person].append(EarlierDecision(decision.verdict, decision.at.date(), decision.reason))
    return {person: tuple(decisions) for person, decisions in found.items()}


def last_received(kin: Kin) -> dict[int, int]:
    """Return when each of these people wrote last, in seconds since 1970."""
    found: dict[int, int] = {}
    for row, at in _LAST_RECEIVED.rows(people=kin.rows):
        for person in kin.asked[row]:
            found[person] = max(found.get(person, 0), at)
    return found


def words_of_vouched() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the people the user vouches for, each with what they wrote lately: who introduces whom stands there."""
    names = dict(_VOUCHED.rows())
    words: defaultdict[int, list[str]] = defaultdict(list)
    for person, text in _LATELY_WRITTEN.rows(people=names):
        words[person].append(fold_accents(text))
    return tuple((name, tuple(words[person])) for person, name in names.items())


def only_at_company(people: Mapping[int, Who]) -> set[int]:
    """Return those who are the user's only connection at their company."""
    companies = {person: who.company_key for person, who in people.items() if who.company_key}
    with_one = _companies_with_one(set(companies.values()))
    return {person for person, key in companies.items() if key in with_one}


def _companies_with_one(companies: Collection[str]) -> set[str]:
    """Return the companies at which the user has one connection; for a single one, two rows are enough to tell."""
    if len(companies) == 1:
        return {company for company in companies if len(_TWO_AT_COMPANY.rows(company=company)) == 1}
    return {company for company, many in _COMPANIES_OF_CONNECTIONS.rows(companies=companies) if many == 1}


def connections_file() -> str:
    """Return the newest list of connections, as the source of what it says."""
    exported = fact(FactKey.CONNECTIONS_EXPORT)
    return f"Connections.csv of {day_in_words(date.fromisoformat(exported))}" if exported else "Connections.csv"


def outcomes(kin: Kin) -> dict[int, tuple[str, ...]]:
    """Return what came of knowing them, by kind, each kind once; the oldest first."""
    found: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for row, kind in _OUTCOMES.rows(people=kin.rows):
        for person in kin.asked[row]:
            found[person][kind] = None
    return {person: tuple(kinds) for person, kinds in found.items()}
