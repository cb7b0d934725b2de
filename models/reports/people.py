"""Finding people, and everything known about one, with where it came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from ..decisions.verdicts import spec_of
from ..errors import NotFoundError
from ..outcome_kinds import words_of
from ..queues import card_facts
from ..queues.base import public_id, row_id
from ..signals import Band, last_contact, strength
from ..store import (
    Connection,
    Decision,
    Encounter,
    Handle,
    ImportedNote,
    ImportRun,
    IntroRequest,
    Invitation,
    Message,
    Person,
    Remark,
    SourceRecord,
)
from ..store.identity import Kin, people
from ..store.query import one, rows, value
from ..text.companies import company_key
from ..text.folding import fold, name_key, plain_name, slug_of
from ..text.partial_dates import first_day
from ..verbs import Verb
from .came_of import outcomes_of
from .provenance import Origin, origins_of
from .unanswered import NOTHING, Mirror, mirror


class Hit(NamedTuple):
    """A person that a search found."""

    id: int
    name: str
    slug: str | None
    company: str

    @property
    def public_id(self) -> str:
        """The id that commands take."""
        return public_id(self.id)


class Moment(NamedTuple):
    """A line of a person's timeline."""

    on: date | None
    text: str
    kind: str
    rough: str = ""
    """The day as far as it is known, when that is no more than its month or year; `on` is the first it can be."""

    @property
    def told(self) -> str:
        """The day as it is known; empty when it is not."""
        return self.rough or (self.on.isoformat() if self.on else "")


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
    timeline: tuple[Moment, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[dict[str, Any], ...] = ()
    origins: tuple[Origin, ...] = ()
    """Every value known, field by field, with the file that has it, and the day of that."""
    former_links: tuple[str, ...] = ()
    silence: Mirror = NOTHING
    ambiguous_messages: int = 0
    """Messages under this name that fit a namesake just as well: counted for neither."""
    outcomes: tuple[dict[str, Any], ...] = ()
    """What came of knowing them, newest first, as JSON gives it."""
    marks: frozenset[str] = frozenset()
    """What you said about them to hold: `knows_well`, `knows_work`, `vouched`, `protected`, `pinned`."""

    @property
    def values(self) -> tuple[tuple[str, str, str], ...]:
        """Field, value, and which file it came from, of those that stand."""
        return tuple((each.field, each.value, each.file) for each in self.origins if each.stands)

    def json(self) -> dict[str, Any]:
        """What `picky person --json` gives."""
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
            "timeline": [
                {"on": moment.told or None, "kind": moment.kind, "text": moment.text} for moment in self.timeline
            ],
            "silence": self.silence.json(),
            "values": [{"field": field, "value": text, "source": source} for field, text, source in self.values],
            "origins": [origin.json() for origin in self.origins],
            "notes": list(self.notes),
            "outcomes": list(self.outcomes),
            "sources": list(self.sources),
        }


def search(query: str, *, limit: int = 50) -> list[Hit]:
    """People that a query names: an exact id, link, slug or full name wins; else an accent-folded part of a name."""
    exact = _exact(query)
    if exact:
        return exact
    folded = fold(query)
    found: dict[int, None] = {}
    every = Person.select(Person.id, Person.same_as, Person.name).order_by(Person.id)
    for number, root, name in every.tuples().iterator() if folded else ():
        if folded in fold(name):
            found[root or number] = None
            if len(found) >= limit:
                break
    return _hits(found)


def _hits(people_found: Iterable[int]) -> list[Hit]:
    """People as a search shows them, in this order: with the values that stand for them."""
    found = list(people_found)
    known = people(Kin.of(found))
    return [Hit(who.id, who.name, who.slug, who.company) for number in found if (who := known.get(number))]


def named(name: str, company: str = "") -> int | None:
    """The one person of this full name, credentials aside, when their company does not object; no part of it counts."""
    key, wanted = name_key(name), company_key(company)
    columns = (Person.id, Person.name, Person.name_key, Person.company_key)
    begins = (Person.name_key >= key) & (Person.name_key < key + "\U0010ffff")  # LIKE would not use the index
    query = Person.select(*columns).where(begins, Person.same_as.is_null())
    found = [row for row in rows(query) if plain_name(row[1]) == plain_name(name)] if key else []
    exact = [row for row in found if row[2] == key] or found
    fitting = [number for number, _, _, held in exact if not (wanted and held) or held == wanted]
    return fitting[0] if len(fitting) == 1 else None


def meant_by(request: int) -> list[Hit]:
    """Who may be meant by a request, the likeliest first."""
    ids = value(IntroRequest.select(IntroRequest.candidates).where(IntroRequest.id == request), [])
    columns = (Person.id, Person.name, Person.slug, Person.company)
    found = {row[0]: Hit(*row) for row in rows(Person.select(*columns).where(Person.id.in_(ids)))}
    return [found[number] for number in ids if number in found]


def meant(words: str) -> int | None:
    """Whom a few words mean: an exact id, link, slug or name; else the one person whose name has all of them."""
    exact = _exact(words)
    found = exact or [hit for hit in search(words) if set(fold(words).split()) <= set(fold(hit.name).split())]
    return found[0].id if len(found) == 1 else None


def find(query: str) -> Hit:
    """The one person a query names; raises `NotFoundError` for none, and for several, whose ids it lists."""
    found = search(query)
    if not found:
        raise NotFoundError(f"Nobody here is called “{query}”.", "Try a part of the name, or a profile link.")
    if len(found) > 1:
        listed = ", ".join(f"{hit.public_id} {hit.name}" for hit in found[:10])
        raise NotFoundError(f"“{query}” fits {len(found)} people: {listed}.", "Give one of these ids instead.")
    return found[0]


def _exact(query: str) -> list[Hit]:
    number, slug = row_id(query.strip()), slug_of(query) or query.strip().casefold()
    for condition in (
        None if number is None else Person.id == number,
        Person.slug == slug,
        Person.id.in_(Handle.select(Handle.person).where(Handle.kind == "former_link", Handle.value == slug)),
    ):
        if condition is not None:
            found = rows(Person.select(Person.id).where(condition))
            if found:
                return _hits(row[0] for row in found)
    named = rows(Person.select(Person.id, Person.same_as).where(Person.name_key == name_key(query)).order_by(Person.id))
    return _hits(dict.fromkeys(root or number for number, root in named))


def page(person: int, export_date: date) -> PersonPage:
    """Everything known about a person, newest first."""
    columns = (Person.name, Person.slug, Person.company, Person.title, Person.email, Person.name_key)
    found = one(Person.select(*columns).where(Person.id == person))
    if found is None:
        raise NotFoundError(f"There is no person {public_id(person)}.", "picky person NAME finds people.")
    name, own_slug, company, title, email, key = found
    kin = Kin.of([person])
    held = card_facts.signals(kin).get(person, card_facts.NO_SIGNALS)
    met = card_facts.meetings(kin).get(person, ())
    since = card_facts.connected_on(kin)
    origins, marks = origins_of(kin.rows), card_facts.marks(kin).get(person, set())
    stands = {each.field: each.value for each in origins if each.stands}
    return PersonPage(
        person,
        stands.get("name", name),
        own_slug,
        stands.get("company", company),
        stands.get("title", title),
        stands.get("email", email),
        band=held.band,
        strength=strength(held.talk, [meeting.on for meeting in met if meeting.on], export_date),
        last_contact=last_contact(held.talk),
        sent=held.talk.sent,
        received=held.talk.received,
        connected_on=since.get(person),
        is_connected=person in since,
        is_pinned="pinned" in marks,
        marks=frozenset(marks),
        timeline=_timeline(kin.rows),
        notes=_notes(kin.rows),
        sources=_sources(kin.rows),
        origins=origins,
        former_links=tuple(
            row[0]
            for row in rows(Handle.select(Handle.value).where(Handle.person == person, Handle.kind == "former_link"))
        ),
        silence=mirror(person, name, kin),
        outcomes=outcomes_of(kin.rows),
        ambiguous_messages=Message.select().where(Message.sort == "ambiguous", Message.name_key == key).count(),
    )


def _timeline(kin: Sequence[int]) -> tuple[Moment, ...]:
    moments = [
        *_connections(kin),
        *_meetings(kin),
        *_invitations(kin),
        *_messages(kin),
        *_decisions(kin),
        *_outcomes(kin),
    ]
    return tuple(sorted(moments, key=lambda moment: moment.on or date.min, reverse=True))


def _connections(kin: Sequence[int]) -> list[Moment]:
    found = []
    for connected, gone in rows(
        Connection.select(Connection.connected_on, Connection.gone_export).where(Connection.person.in_(kin))
    ):
        found.append(Moment(connected, "connected", "connection"))
        if gone:
            found.append(Moment(gone, "no longer connected, says this export", "connection"))
    return found


def _meetings(kin: Sequence[int]) -> list[Moment]:
    columns = (Encounter.met_on, Encounter.kind, Encounter.event, Encounter.impression, Encounter.note)
    words = {"met": "met", "there": "was there too"}
    return [
        Moment(
            on,
            " · ".join(
                filter(None, (words[kind] + (f" at {event}" if event else ""), impression.replace("_", " "), note))
            ),
            kind,
        )
        for on, kind, event, impression, note in rows(Encounter.select(*columns).where(Encounter.person.in_(kin)))
    ]


def _invitations(kin: Sequence[int]) -> list[Moment]:
    query = Invitation.select(Invitation.sent_at, Invitation.outgoing, Invitation.note, Invitation.fate)
    return [
        Moment(
            at.date(),
            f"{'you' if outgoing else 'they'} sent an invitation, {fate}" + (f": “{note}”" if note else ""),
            "invitation",
        )
        for at, outgoing, note, fate in rows(query.where(Invitation.person.in_(kin)))
    ]


_VERBS = {"linkedin": "wrote", "mail": "mailed"}
_SORTS = {
    "talk": "",
    "note_copy": " (copy of the invitation’s note)",
    "draft": " (a draft)",
    "sponsored": " (an advertisement)",
}


def _messages(kin: Sequence[int], limit: int = 200) -> list[Moment]:
    query = Message.select(Message.at, Message.outgoing, Message.channel, Message.text, Message.sort).where(
        Message.person.in_(kin), Message.sort.in_(list(_SORTS))
    )
    return [
        Moment(at.date(), f"{'you' if outgoing else 'they'} {_VERBS[channel]}{_SORTS[sort]}: “{text}”", "message")
        for at, outgoing, channel, text, sort in rows(query.order_by(Message.at.desc()).limit(limit))
    ]


def _decisions(kin: Sequence[int]) -> list[Moment]:
    query = Decision.select(Decision.at, Decision.queue, Decision.verdict, Decision.reason).where(
        Decision.person.in_(kin)
    )
    return [
        Moment(
            at.date(),
            f"you decided in {queue}: {_decided(queue, verdict)}" + (f": {reason}" if reason else ""),
            "decision",
        )
        for at, queue, verdict, reason in rows(query)
    ]


def _decided(queue: str, verdict: str) -> str:
    """The words on the key, without the ends that ask for more; what came of it may be a kind of the user's own."""
    if verdict not in [*Verb]:
        return words_of(verdict)
    return spec_of(queue, verdict).label.format(target="the other one").removesuffix(" …")


def _outcomes(kin: Sequence[int]) -> list[Moment]:
    return [_moment(held) for held in outcomes_of(kin)]


def _moment(held: dict[str, Any]) -> Moment:
    """An outcome as a line: what it was, whose doing, who introduced, and the note."""
    others = [each["name"] for each in held["with"] if each["role"] == held["role"]]
    via = [each["name"] for each in held["with"] if each["role"] == "via"] if held["role"] == "by" else []
    did = [each["name"] for each in held["with"] if each["role"] == "by"] if held["role"] == "via" else []
    parts = (
        held["words"],
        f"with {', '.join(others)}" if others else "",
        f"introduced by {', '.join(via)}" if via else "",
        f"introduced {', '.join(did)}" if did else "",
        f"began at {held['event']}" if held["event"] else "",
        held["note"],
    )
    on = held["on"]
    rough = on if on and len(on) < len("2025-03-14") else ""
    return Moment(first_day(on) if on else None, " · ".join(filter(None, parts)), "outcome", rough)


def _notes(kin: Sequence[int]) -> tuple[str, ...]:
    own = rows(Remark.select(Remark.text).where(Remark.person.in_(kin), Remark.kind == "note").order_by(Remark.id))
    linkedin = rows(ImportedNote.select(ImportedNote.text).where(ImportedNote.person.in_(kin)))
    return tuple(row[0] for row in (*own, *linkedin))


def _sources(kin: Sequence[int]) -> tuple[dict[str, Any], ...]:
    query = (
        SourceRecord.select(ImportRun.file, SourceRecord.row, ImportRun.kind, ImportRun.export_date, ImportRun.at)
        .join(ImportRun)
        .where(SourceRecord.person.in_(kin), ImportRun.kind != "messages")
        .order_by(SourceRecord.id)
    )
    return tuple(
        {
            "file": file,
            "row": row,
            "kind": kind,
            "export_date": on.isoformat() if on else None,
            "taken_in": at.date().isoformat(),
        }
        for file, row, kind, on, at in rows(query)
    )
