"""Connections gone quiet: never ties first, then those you met once, then silence that was once a conversation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from peewee import JOIN

from ..decisions.silence import Attempt, refusals, unanswered
from ..outbox.draft_facts import DraftFact, day_in_words, facts_from
from ..policy import recommend
from ..policy.facts import EarlierDecision, Meeting, StaleFacts
from ..signals import Band, decayed, strength
from ..store import Connection, PersonSignals
from ..store.identity import Kin, Who, people
from ..store.query import PeopleQuery, Query, params
from ..verbs import Verb
from . import card_facts, card_status, event_facts
from .base import Context, Json, Place, Queue, QueueCard
from .card_status import CardStatus
from .own_past import OwnPast, own_past

SETTLED_DAYS = 180
"""Nobody is stale before they have been connected this long."""

SILENT_DAYS = 365
"""One side's last message must be older than this before the silence says something."""

_ORDER = {
    band: rank for rank, band in enumerate((Band.NEVER, Band.MET, Band.ONE_WAY_IN, Band.ONE_WAY_OUT, Band.DORMANT))
}
_UNDATED = date.min.toordinal()
_EPOCH, _DAY = date(1970, 1, 1).toordinal(), 86_400
"""The day from which seconds are counted, and how many a day has."""
_DAYS_REMEMBERED = 1 << 14


class _Connected(NamedTuple):
    """A connection, with what decides whether it is a quiet one; days are ISO text."""

    id: int
    person: int
    connected_on: str | None
    band: str | None
    last_sent: str | None
    last_received: str | None


class _Spell(NamedTuple):
    """One spell of being connected."""

    id: int
    person: int
    connected_on: date | None


_CONNECTED = PeopleQuery(
    _Connected,
    lambda: (
        Connection.select(
            Connection.id,
            Connection.person,
            Connection.connected_on,
            PersonSignals.band,
            PersonSignals.last_sent,
            PersonSignals.last_received,
        )
        .join(PersonSignals, JOIN.LEFT_OUTER, on=(PersonSignals.person == Connection.person))
        .where(Connection.gone_export.is_null())
    ),
    Connection.person,
    raw=True,
)
_SPELLS = Query(
    _Spell,
    lambda: Connection.select(Connection.id, Connection.person, Connection.connected_on).where(
        Connection.id.in_(params("connections"))
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleCard(QueueCard):
    """A connection that has gone quiet."""

    queue = "stale"
    facts: StaleFacts

    def values(self) -> Json:
        """Return who it is, and how quiet it has been."""
        facts, last = self.facts, _last_contact(self.facts)
        return {
            "name": self.name,
            "profile": self.slug,
            "company": self.company,
            "band": facts.band.value,
            "connected_on": facts.connected_on.isoformat() if facts.connected_on else None,
            "last_contact": last.isoformat() if last else None,
            "strength": round(facts.strength, 6),
        }


class StaleQueue(Queue):
    """Contacts you have not heard from for years."""

    title, card_type = "Gone quiet", StaleCard

    def places(self, export_date: date, people: Collection[int] | None) -> Iterator[Place]:
        """Yield connections old enough whose band is quiet enough: by band, then the oldest first."""
        settled = (export_date - timedelta(days=SETTLED_DAYS)).isoformat()
        silent = (export_date - timedelta(days=SILENT_DAYS)).isoformat()
        for spell in _CONNECTED.rows(people):
            if (rank := _rank(spell, settled, silent)) is not None:
                age = _ordinal(spell.connected_on) or _UNDATED
                yield Place(spell.id, spell.person, rank, age, _midnight(spell.last_received))

    def cards(self, subjects: Sequence[int], context: Context) -> list[QueueCard]:
        """Return the cards with what was exchanged, where you met, and what would be lost."""
        spells = {spell.id: spell for spell in _SPELLS.rows(connections=subjects)}
        ids = [spell.person for spell in spells.values()]
        kin = Kin.of(ids)
        connected = people(kin)
        meetings = card_facts.meetings(kin)
        page = _Page(
            people=connected,
            signals=card_facts.signals(kin),
            meetings=meetings,
            recommended=card_facts.recommendations(kin),
            marks=card_facts.marks(kin),
            noted=set(card_facts.remarks(kin, "note")),
            earlier=card_facts.earlier_decisions(kin, self.name, subjects),
            past=own_past(),
            only_contacts=card_facts.only_at_company(connected),
            event_people=event_facts.people_at(met[-1].event for met in meetings.values()),
            event_outcomes=event_facts.outcomes_of(met[-1].event for met in meetings.values()),
            outcomes=card_facts.outcomes(kin),
            statuses=card_status.statuses(self.name, subjects),
            connections_file=card_facts.connections_file(),
            unanswered=unanswered(kin),
        )
        return [page.card(spells[subject], context) for subject in subjects if subject in spells]


def _rank(spell: _Connected, settled: str, silent: str) -> int | None:
    """Return the place of their band in the order of the queue; `None` for a connection that does not belong in it.

    Args:
        spell: the connection.
        settled: who was connected after this ISO day is too new to be asked about.
        silent: who wrote, or was written to, on this ISO day or later in vain is not silent yet.
    """
    if spell.connected_on and spell.connected_on > settled:
        return None
    is_one_way = spell.band in (Band.ONE_WAY_IN, Band.ONE_WAY_OUT)
    if is_one_way and max(spell.last_sent or "", spell.last_received or "") >= silent:
        return None
    return _ORDER.get(Band(spell.band or Band.NEVER))


@lru_cache(_DAYS_REMEMBERED)
def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None


def _midnight(day: str | None) -> int | None:
    """Return the first second of an ISO day, since 1970."""
    ordinal = _ordinal(day)
    return (ordinal - _EPOCH) * _DAY if ordinal else None


class _Page(NamedTuple):
    """What is on record about a page of connections."""

    people: dict[int, Who]
    signals: dict[int, card_facts.Signals]
    meetings: dict[int, tuple[Meeting, ...]]
    recommended: dict[int, tuple[bool, bool]]
    marks: dict[int, set[str]]
    noted: set[int]
    earlier: dict[int, tuple[EarlierDecision, ...]]
    past: OwnPast
    only_contacts: set[int]
    event_people: dict[str, int]
    event_outcomes: dict[str, int] | None
    outcomes: dict[int, tuple[str, ...]]
    statuses: dict[int, CardStatus]
    connections_file: str
    unanswered: dict[int, tuple[Attempt, ...]]

    def card(self, spell: _Spell, context: Context) -> StaleCard:
        """Return the card of a connection."""
        who, queue = self.people[spell.person], StaleCard.queue
        facts = self._facts(who, spell.connected_on, context.export_date)
        refused = _refusals(facts.band) or refusals(queue, spell.id, who.first_name, self.unanswered.get(who.id, ()))
        facts = facts._replace(is_silent=bool(refused))
        return StaleCard(
            subject=spell.id,
            who=who,
            facts=facts,
            recommendation=recommend(queue, facts, context.policy),
            refusals=refused,
            draft_facts=_draft_facts(who, self.connections_file, _last_contact(facts)),
            status=self.statuses[spell.id],
        )

    def _facts(self, who: Who, connected_on: date | None, export_date: date) -> StaleFacts:
        signals = self.signals.get(who.id, card_facts.NO_SIGNALS)
        met, marks = self.meetings.get(who.id, ()), self.marks.get(who.id, set())
        they, you = self.recommended.get(who.id, (False, False))
        return StaleFacts(
            name=who.name,
            export_date=export_date,
            band=signals.band,
            company=who.company,
            connected_on=connected_on,
            sent=signals.talk.sent,
            received=signals.talk.received,
            last_sent=signals.talk.last_sent,
            last_received=signals.talk.last_received,
            strength=strength(signals.talk, [meeting.on for meeting in met if meeting.on], export_date),
            has_decayed=decayed(signals.talk, export_date),
            meetings=met,
            event_people=self.event_people.get(met[-1].event, 0) if met else 0,
            event_outcomes=self.event_outcomes.get(met[-1].event) if met and self.event_outcomes is not None else None,
            outcomes=self.outcomes.get(who.id, ()),
            only_contact_from=met[-1].event if met and self.event_people.get(met[-1].event) == 1 else "",
            shared_employer=self.past.employers.get(who.company_key, ""),
            recommended_you=they,
            you_recommended=you,
            only_contact_at=who.company if who.id in self.only_contacts else "",
            has_note=who.id in self.noted,
            is_pinned="pinned" in marks,
            knows_well="knows_well" in marks,
            knows_work="knows_work" in marks,
            is_protected="protected" in marks,
            earlier=self.earlier.get(who.id, ()),
        )


def _last_contact(facts: StaleFacts) -> date | None:
    return max(filter(None, (facts.last_sent, facts.last_received)), default=None)


def _draft_facts(who: Who, connections_file: str, last: date | None) -> dict[str, DraftFact]:
    facts = facts_from(connections_file, first_name=who.first_name, name=who.name)
    if last:
        facts |= facts_from(f"your messages, the last of {day_in_words(last)}", last_contact=last.isoformat())
    return facts


def _refusals(band: Band) -> dict[Verb, str]:
    if band is Band.ONE_WAY_OUT:
        return {Verb.RECONNECT: "You wrote and they never answered. Silence is an answer: picky drafts no second go."}
    return {}
