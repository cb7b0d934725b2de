"""A person's page: everything known about one person, with where it came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from ..decisions.verdicts import spec_of
from ..errors import NotFoundError
from ..ids import public_id
from ..outcome_kinds import NOTHING, outcome_words
from ..queues import card_facts
from ..signals import Band, last_contact, strength
from ..store import (
    Connection,
    Decision,
    Encounter,
    Handle,
    ImportedNote,
    ImportRun,
    Invitation,
    Message,
    Outcome,
    OutcomePerson,
    Person,
    Remark,
    SourceRecord,
)
from ..store.identity import Kin
from ..store.query import Query, fetch, param
from ..text.dates import first_day
from ..verbs import Verb
from .provenance import Origin, origins_of
from .unanswered import NO_UNANSWERED, Unanswered, unanswered_texts

MESSAGES_SHOWN = 200
"""Of the timeline, the newest."""

_SORTS = {
    "talk": "",
    "note_copy": " (copy of the invitation’s note)",
    "draft": " (a draft)",
    "sponsored": " (an advertisement)",
}
"""The sorts of message on a timeline, each with what is said about it."""
_CHANNEL_VERBS = {"linkedin": "wrote", "mail": "mailed"}
_ENCOUNTER_WORDS = {"met": "met", "there": "was there too"}
_FULL_DAY = len("2025-03-14")


class TimelineEntry(NamedTuple):
    """A line of a person's timeline."""

    on: date | None
    text: str
    kind: str
    partial: str = ""
    """The day as far as it is known, when that is no more than its month or year; `on` is the first it can be."""

    @property
    def day(self) -> str:
        """The day as it is known; empty when it is not."""
        return self.partial or (self.on.isoformat() if self.on else "")


class PersonPage(NamedTuple):
    """Everything known about one person."""

    id: int
    name: str
    slug: str | None
    company: str
    title: str
    email: str
    band: Band
    strength: float
    last_contact: date | None
    sent: int
    received: int
    connected_on: date | None
    is_connected: bool
    is_pinned: bool
    timeline: tuple[TimelineEntry, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[dict[str, Any], ...] = ()
    origins: tuple[Origin, ...] = ()
    """Every value known, field by field, with the file that has it, and the day of that."""
    former_links: tuple[str, ...] = ()
    silence: Unanswered = NO_UNANSWERED
    ambiguous_messages: int = 0
    """Messages under this name that fit a namesake just as well: counted for neither."""
    outcomes: tuple[dict[str, Any], ...] = ()
    """What came of knowing them, newest first, as JSON gives it."""
    marks: frozenset[str] = frozenset()
    """What the user said about them: `knows_well`, `knows_work`, `vouched`, `protected`, `pinned`."""

    @property
    def values(self) -> tuple[tuple[str, str, str], ...]:
        """Field, value, and which file it came from, of those that stand."""
        return tuple((origin.field, origin.value, origin.file) for origin in self.origins if origin.stands)

    def json(self) -> dict[str, Any]:
        """Return what `picky person --json` gives."""
        return {
            "id": public_id(self.id),
            "name": self.name,
            "profile": self.slug,
            "company": self.company,
            "title": self.title,
            "email": self.email,
            "band": self.band.value,
            "strength": round(self.strength, 6),
            "last_contact": self.last_contact.isoformat() if self.last_contact else None,
            "messages": {"sent": self.sent, "received": self.received, "ambiguous": self.ambiguous_messages},
            "connected_on": self.connected_on.isoformat() if self.connected_on else None,
            "connected": self.is_connected,
            "pinned": self.is_pinned,
            "marks": sorted(self.marks),
            "former_links": list(self.former_links),
            "timeline": [{"on": entry.day or None, "kind": entry.kind, "text": entry.text} for entry in self.timeline],
            "silence": self.silence.json(),
            "values": [{"field": field, "value": text, "source": source} for field, text, source in self.values],
            "origins": [origin.json() for origin in self.origins],
            "notes": list(self.notes),
            "outcomes": list(self.outcomes),
            "sources": list(self.sources),
        }


class _Head(NamedTuple):
    name: str
    slug: str | None
    company: str
    title: str
    email: str
    name_key: str


class _Connected(NamedTuple):
    connected_on: date | None
    gone_export: date | None


class _Met(NamedTuple):
    met_on: date | None
    kind: str
    event: str
    impression: str
    note: str


class _Invited(NamedTuple):
    sent_at: datetime
    outgoing: bool
    note: str
    fate: str


class _Message(NamedTuple):
    at: datetime
    outgoing: bool
    channel: str
    text: str
    sort: str


class _Decided(NamedTuple):
    at: datetime
    queue: str
    verdict: str
    reason: str


class _Outcome(NamedTuple):
    id: int
    kind: str
    happened_on: str
    note: str
    event: str
    role: str


class _Part(NamedTuple):
    outcome: int
    person: int
    name: str
    role: str


class _Source(NamedTuple):
    file: str
    row: int
    kind: str
    export_date: date | None
    at: datetime


_HEAD = Query(
    _Head,
    lambda: Person.select(Person.name, Person.slug, Person.company, Person.title, Person.email, Person.name_key).where(
        Person.id == param("person")
    ),
)
_FORMER_LINKS = Query(
    str, lambda: Handle.select(Handle.value).where(Handle.person == param("person"), Handle.kind == "former_link")
)
_AMBIGUOUS = Query(
    int, lambda: Message.select(Message.id).where(Message.sort == "ambiguous", Message.name_key == param("key"))
)


def person_page(person: int, export_date: date) -> PersonPage:
    """Return everything known about a person; raises `NotFoundError` when there is none of this number."""
    head = _HEAD.first(person=person)
    if head is None:
        raise NotFoundError(f"There is no person {public_id(person)}.", "picky person NAME finds people.")
    kin = Kin.of([person])
    signals = card_facts.signals(kin).get(person, card_facts.NO_SIGNALS)
    meetings = card_facts.meetings(kin).get(person, ())
    connected_on = card_facts.connected_on(kin)
    origins, marks = origins_of(kin.rows), card_facts.marks(kin).get(person, set())
    shown = {origin.field: origin.value for origin in origins if origin.stands}
    outcomes = _outcomes_of(kin.rows)
    return PersonPage(
        person,
        shown.get("name", head.name),
        head.slug,
        shown.get("company", head.company),
        shown.get("title", head.title),
        shown.get("email", head.email),
        band=signals.band,
        strength=strength(signals.talk, [meeting.on for meeting in meetings if meeting.on], export_date),
        last_contact=last_contact(signals.talk),
        sent=signals.talk.sent,
        received=signals.talk.received,
        connected_on=connected_on.get(person),
        is_connected=person in connected_on,
        is_pinned="pinned" in marks,
        marks=frozenset(marks),
        timeline=_timeline(kin.rows, outcomes),
        notes=_notes(kin.rows),
        sources=_sources(kin.rows),
        origins=origins,
        former_links=tuple(_FORMER_LINKS.rows(person=person)),
        silence=unanswered_texts(person, head.name, kin),
        outcomes=outcomes,
        ambiguous_messages=len(_AMBIGUOUS.rows(key=head.name_key)),
    )


def _timeline(kin: Sequence[int], outcomes: Sequence[dict[str, Any]]) -> tuple[TimelineEntry, ...]:
    """Return all entries, newest first."""
    entries = [
        *_connections(kin),
        *_meetings(kin),
        *_invitations(kin),
        *_messages(kin),
        *_decisions(kin),
        *map(_outcome_entry, outcomes),
    ]
    return tuple(sorted(entries, key=lambda entry: entry.on or date.min, reverse=True))


def _connections(kin: Sequence[int]) -> Iterator[TimelineEntry]:
    query = Connection.select(Connection.connected_on, Connection.gone_export).where(Connection.person.in_(kin))
    for connection in fetch(_Connected, query):
        yield TimelineEntry(connection.connected_on, "connected", "connection")
        if connection.gone_export:
            yield TimelineEntry(connection.gone_export, "no longer connected, says this export", "connection")


def _meetings(kin: Sequence[int]) -> Iterator[TimelineEntry]:
    columns = (Encounter.met_on, Encounter.kind, Encounter.event, Encounter.impression, Encounter.note)
    for met in fetch(_Met, Encounter.select(*columns).where(Encounter.person.in_(kin))):
        where = f" at {met.event}" if met.event else ""
        parts = (_ENCOUNTER_WORDS[met.kind] + where, met.impression.replace("_", " "), met.note)
        yield TimelineEntry(met.met_on, " · ".join(filter(None, parts)), met.kind)


def _invitations(kin: Sequence[int]) -> Iterator[TimelineEntry]:
    query = Invitation.select(Invitation.sent_at, Invitation.outgoing, Invitation.note, Invitation.fate)
    for sent in fetch(_Invited, query.where(Invitation.person.in_(kin))):
        who, note = "you" if sent.outgoing else "they", f": “{sent.note}”" if sent.note else ""
        yield TimelineEntry(sent.sent_at.date(), f"{who} sent an invitation, {sent.fate}{note}", "invitation")


def _messages(kin: Sequence[int]) -> Iterator[TimelineEntry]:
    query = Message.select(Message.at, Message.outgoing, Message.channel, Message.text, Message.sort).where(
        Message.person.in_(kin), Message.sort.in_(list(_SORTS))
    )
    for message in fetch(_Message, query.order_by(Message.at.desc()).limit(MESSAGES_SHOWN)):
        who = "you" if message.outgoing else "they"
        text = f"{who} {_CHANNEL_VERBS[message.channel]}{_SORTS[message.sort]}: “{message.text}”"
        yield TimelineEntry(message.at.date(), text, "message")


def _decisions(kin: Sequence[int]) -> Iterator[TimelineEntry]:
    columns = (Decision.at, Decision.queue, Decision.verdict, Decision.reason)
    for decision in fetch(_Decided, Decision.select(*columns).where(Decision.person.in_(kin))):
        reason = f": {decision.reason}" if decision.reason else ""
        text = f"you decided in {decision.queue}: {_verdict_words(decision.queue, decision.verdict)}{reason}"
        yield TimelineEntry(decision.at.date(), text, "decision")


def _verdict_words(queue: str, verdict: str) -> str:
    """Return the words on the key, without the ends that ask for more; an outcome may be a kind of the user's own."""
    if verdict not in [*Verb]:
        return outcome_words(verdict)
    return spec_of(queue, verdict).label.format(target="the other one").removesuffix(" …")


def _outcomes_of(kin: Sequence[int]) -> tuple[dict[str, Any], ...]:
    """Their outcomes as JSON gives them, newest first: kind, day, their part in it, and who else had one."""
    columns = (Outcome.id, Outcome.kind, Outcome.happened_on, Outcome.note, Outcome.event, OutcomePerson.role)
    query = OutcomePerson.select(*columns).join(Outcome).where(OutcomePerson.person.in_(kin), Outcome.kind != NOTHING)
    own = {part.id: part for part in fetch(_Outcome, query.order_by(OutcomePerson.role.desc()))}  # "by" outweighs "via"
    others = _others(list(own), set(kin))
    outcomes = [
        {
            "id": str(part.id),
            "kind": part.kind,
            "words": outcome_words(part.kind),
            "on": part.happened_on,
            "role": part.role,
            "note": part.note,
            "event": part.event,
            "with": others[part.id],
        }
        for part in own.values()
    ]
    return tuple(sorted(outcomes, key=lambda outcome: (outcome["on"] or "", int(outcome["id"])), reverse=True))


def _others(outcomes: Sequence[int], kin: set[int]) -> defaultdict[int, list[dict[str, str]]]:
    """Return everyone else who had a part in these outcomes."""
    others: defaultdict[int, list[dict[str, str]]] = defaultdict(list)
    columns = (OutcomePerson.outcome, OutcomePerson.person, Person.name, OutcomePerson.role)
    query = OutcomePerson.select(*columns).join(Person).where(OutcomePerson.outcome.in_(outcomes))
    for part in fetch(_Part, query.order_by(OutcomePerson.id)):
        if part.person not in kin:
            others[part.outcome].append({"id": public_id(part.person), "name": part.name, "role": part.role})
    return others


def _outcome_entry(outcome: dict[str, Any]) -> TimelineEntry:
    """Return an outcome as a line: what it was, whose doing, who introduced, and the note."""
    role, others = outcome["role"], outcome["with"]
    together = [other["name"] for other in others if other["role"] == role]
    via = [other["name"] for other in others if other["role"] == "via"] if role == "by" else []
    introduced = [other["name"] for other in others if other["role"] == "by"] if role == "via" else []
    parts = (
        outcome["words"],
        f"with {', '.join(together)}" if together else "",
        f"introduced by {', '.join(via)}" if via else "",
        f"introduced {', '.join(introduced)}" if introduced else "",
        f"began at {outcome['event']}" if outcome["event"] else "",
        outcome["note"],
    )
    on = outcome["on"]
    partial = on if on and len(on) < _FULL_DAY else ""
    return TimelineEntry(first_day(on) if on else None, " · ".join(filter(None, parts)), "outcome", partial)


def _notes(kin: Sequence[int]) -> tuple[str, ...]:
    own = Remark.select(Remark.text).where(Remark.person.in_(kin), Remark.kind == "note").order_by(Remark.id)
    linkedin = ImportedNote.select(ImportedNote.text).where(ImportedNote.person.in_(kin))
    return (*fetch(str, own), *fetch(str, linkedin))


def _sources(kin: Sequence[int]) -> tuple[dict[str, Any], ...]:
    """Return the raw rows behind this person, as JSON gives them."""
    columns = (ImportRun.file, SourceRecord.row, ImportRun.kind, ImportRun.export_date, ImportRun.at)
    query = (
        SourceRecord.select(*columns)
        .join(ImportRun)
        .where(SourceRecord.person.in_(kin), ImportRun.kind != "messages")
        .order_by(SourceRecord.id)
    )
    return tuple(
        {
            "file": source.file,
            "row": source.row,
            "kind": source.kind,
            "export_date": source.export_date.isoformat() if source.export_date else None,
            "taken_in": source.at.date().isoformat(),
        }
        for source in fetch(_Source, query)
    )
