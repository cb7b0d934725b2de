"""Connections gone quiet: never ties first, then those you met once, then silence that was once a conversation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from peewee import JOIN

from ..decisions.silence import Go, refusals, unanswered
from ..outbox.draft_facts import DraftFact, day_in_words, known
from ..policy import recommend
from ..policy.facts import StaleFacts
from ..signals import Band, decayed, strength
from ..store import Connection, PersonSignals
from ..store.identity import Kin, Who, people
from ..store.query import PeopleQuery, chunks, rows
from ..verbs import Verb
from . import card_facts
from .base import CardStatus, Context, Json, Place, Queue, QueueCard

SETTLED_DAYS = 180
"""Nobody is stale before they have been connected this long."""

SILENT_DAYS = 365
"""One side's last message must be older than this before the silence says something."""

_ORDER = {
    band: rank for rank, band in enumerate((Band.NEVER, Band.MET, Band.ONE_WAY_IN, Band.ONE_WAY_OUT, Band.DORMANT))
}
_UNDATED = date(1, 1, 1).toordinal()
_EPOCH, _DAY = date(1970, 1, 1).toordinal(), 86_400
_DAYS_REMEMBERED = 1 << 14


class _Connected(NamedTuple):
    """A connection beside the signals of its person; days are ISO text."""

    id: int
    person: int
    connected_on: str | None
    band: str | None
    last_sent: str | None
    last_received: str | None


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
        """By band, then oldest connection, for connections old enough whose band is quiet enough."""
        settled = (export_date - timedelta(days=SETTLED_DAYS)).isoformat()
        silent = (export_date - timedelta(days=SILENT_DAYS)).isoformat()
        for row in _CONNECTED.rows(people):
            place = _place(row, settled, silent)
            if place:
                yield place

    def cards(self, subjects: Sequence[int], context: Context) -> list[QueueCard]:
        """Return the cards with what was exchanged, where you met, and what would be lost."""
        spells = _spells(subjects)
        ids = [spell[0] for spell in spells.values()]
        kin = Kin.of(ids)
        connected = people(kin)
        meetings = card_facts.meetings(kin)
        known = _Known(
            people=connected,
            signals=card_facts.signals(kin),
            meetings=meetings,
            recommended=card_facts.recommended(kin),
            marks=card_facts.marks(kin),
            noted=set(card_facts.remarks(kin, "note")),
            earlier=card_facts.earlier(kin, self.name, subjects),
            past=card_facts.own_past(),
            only_contacts=card_facts.only_at_company(ids, connected),
            event_people=card_facts.people_at(met[-1].event for met in meetings.values()),
            event_outcomes=card_facts.event_outcomes(met[-1].event for met in meetings.values()),
            outcomes=card_facts.outcomes(kin),
            statuses=card_facts.statuses(self.name, subjects),
            connections_file=card_facts.connections_file(),
            unanswered=unanswered(kin),
        )
        return [known.card(subject, *spells[subject], context) for subject in subjects if subject in spells]


def _place(row: _Connected, settled: str, silent: str) -> Place | None:
    """Return where a connection stands, if it does.

    Args:
        row: The connection.
        settled: Who was connected after this ISO day is too new to be asked about.
        silent: Who wrote, or was written to, on this ISO day or later in vain is not silent yet.
    """
    rank = _ORDER.get(Band(row.band or Band.NEVER))
    if rank is None or (row.connected_on and row.connected_on > settled):
        return None
    if row.band in (Band.ONE_WAY_IN, Band.ONE_WAY_OUT) and max(row.last_sent or "", row.last_received or "") >= silent:
        return None
    return Place(row.id, row.person, rank, _ordinal(row.connected_on) or _UNDATED, _midnight(row.last_received))


@lru_cache(_DAYS_REMEMBERED)
def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None


def _midnight(day: str | None) -> int | None:
    """The first second of an ISO day, since 1970."""
    ordinal = _ordinal(day)
    return (ordinal - _EPOCH) * _DAY if ordinal else None


def _spells(subjects: Sequence[int]) -> dict[int, tuple[int, date | None]]:
    columns = (Connection.id, Connection.person, Connection.connected_on)
    return {
        number: (person, connected_on)
        for some in chunks(subjects)
        for number, person, connected_on in rows(Connection.select(*columns).where(Connection.id.in_(some)))
    }


class _Known(NamedTuple):
    """All that was gathered for a page of connections."""

    people: dict[int, Who]
    signals: dict[int, card_facts.Signals]
    meetings: dict[int, Any]
    recommended: dict[int, tuple[bool, bool]]
    marks: dict[int, set[str]]
    noted: set[int]
    earlier: dict[int, Any]
    past: card_facts.OwnPast
    only_contacts: set[int]
    event_people: dict[str, int]
    event_outcomes: dict[str, int] | None
    outcomes: dict[int, tuple[str, ...]]
    statuses: dict[int, CardStatus]
    connections_file: str
    unanswered: dict[int, tuple[Go, ...]]

    def card(self, spell: int, person: int, connected_on: date | None, context: Context) -> StaleCard:
        who, queue = self.people[person], StaleCard.queue
        facts = self._facts(who, connected_on, context.export_date)
        refused = _refusals(facts.band) or refusals(queue, spell, who.first_name, self.unanswered.get(person, ()))
        facts = facts._replace(is_silent=bool(refused))
        return StaleCard(
            subject=spell,
            who=who,
            facts=facts,
            recommendation=recommend(queue, facts, context.policy),
            refusals=refused,
            draft_facts=_draft_facts(who, self.connections_file, _last_contact(facts)),
            status=self.statuses[spell],
        )

    def _facts(self, who: Who, connected_on: date | None, export_date: date) -> StaleFacts:
        held = self.signals.get(who.id, card_facts.NO_SIGNALS)
        met, said = self.meetings.get(who.id, ()), self.marks.get(who.id, set())
        they, you = self.recommended.get(who.id, (False, False))
        return StaleFacts(
            name=who.name,
            export_date=export_date,
            band=held.band,
            company=who.company,
            connected_on=connected_on,
            sent=held.talk.sent,
            received=held.talk.received,
            last_sent=held.talk.last_sent,
            last_received=held.talk.last_received,
            strength=strength(held.talk, [meeting.on for meeting in met if meeting.on], export_date),
            has_decayed=decayed(held.talk, export_date),
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
            is_pinned="pinned" in said,
            knows_well="knows_well" in said,
            knows_work="knows_work" in said,
            is_protected="protected" in said,
            earlier=self.earlier.get(who.id, ()),
        )


def _last_contact(facts: StaleFacts) -> date | None:
    return max(filter(None, (facts.last_sent, facts.last_received)), default=None)


def _draft_facts(who: Who, connections_file: str, last: date | None) -> dict[str, DraftFact]:
    facts = known(connections_file, first_name=who.first_name, name=who.name)
    if last:
        facts |= known(f"your messages, the last of {day_in_words(last)}", last_contact=last.isoformat())
    return facts


def _refusals(band: Band) -> dict[Verb, str]:
    if band is Band.ONE_WAY_OUT:
        return {Verb.RECONNECT: "You wrote and they never answered. Silence is an answer: picky drafts no second go."}
    return {}
