"""The list of what is left to do by hand, and what the next export says really happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from ..store import Connection, Errand, Person
from ..store.facts import fact
from ..store.identity import Kin, people
from ..store.query import chunks, rows
from .draft_facts import Facts, read
from .drafts import NOTHING, Draft, Replies
from .errand_kinds import MANUALS, Kind


class Todo(NamedTuple):
    """An errand as the outbox shows it."""

    id: int
    kind: Kind
    state: str
    name: str
    slug: str | None
    draft: str
    at: datetime
    queue: str
    subject: int
    person: int
    reopened: str = ""
    """Why an errand marked done is open again: its effect is not there in a newer export."""
    written: Draft = NOTHING
    """The draft with its voice, its language and its gaps."""
    facts: Facts = MappingProxyType({})
    """What the draft may say, each with where it is known from."""

    @property
    def title(self) -> str:
        """What is to be done."""
        return MANUALS[self.kind].title

    @property
    def steps(self) -> tuple[str, ...]:
        """How, on LinkedIn."""
        return MANUALS[self.kind].steps


_COLUMNS = (
    Errand.id,
    Errand.kind,
    Errand.state,
    Person.name,
    Person.slug,
    Errand.draft,
    Errand.at,
    Errand.queue,
    Errand.subject,
    Errand.person,
    Errand.closed_at,
    Errand.facts,
    Errand.voice,
    Errand.language,
)
_ORDER = {kind: number for number, kind in enumerate(MANUALS)}


def errands(replies: Replies, *, everything: bool = False) -> list[Todo]:
    """Errands with their drafts, grouped by kind, oldest first: those left to do, or all.

    One that was marked done, while a newer export says otherwise, counts as left to do.
    """
    found = _found(everything=everything)
    refuted = _refuted(found)
    todos = [_todo(row, refuted, replies) for row in found]
    kept = todos if everything else [todo for todo in todos if todo.state in ("open", "staged")]
    known = people(Kin.of(todo.person for todo in kept))
    kept = [todo._replace(name=known[todo.person].name, slug=known[todo.person].slug) for todo in kept]
    return sorted(kept, key=lambda todo: (_ORDER[todo.kind], todo.id))


def _found(*, everything: bool = False) -> list[tuple[Any, ...]]:
    query = Errand.select(*_COLUMNS).join(Person)
    if not everything:
        query = query.where(Errand.state.in_(["open", "staged", "done"]))
    return rows(query.order_by(Errand.id))


def _todo(row: tuple[Any, ...], refuted: Mapping[int, str], replies: Replies) -> Todo:
    number, kind, state, name, slug, text, at, queue, subject, person, _, stored, voice, language = row
    facts = read(stored)
    draft = replies.draft(Kind(kind), facts, voice, language, kept=text)
    return Todo(
        number,
        Kind(kind),
        "open" if number in refuted else state,
        name,
        slug,
        draft.text,
        at,
        queue,
        subject,
        person,
        refuted.get(number, ""),
        draft,
        facts,
    )


def counts() -> tuple[int, int]:
    """How many errands are open, reopened ones among them, and how many are staged."""
    found = _found()
    reopened = _refuted(found)
    states = ["open" if row[0] in reopened else row[2] for row in found]
    return states.count("open"), states.count("staged")


def is_reopened(number: int) -> bool:
    """Whether this errand was marked done, and a newer export says otherwise."""
    return number in _refuted(rows(Errand.select(*_COLUMNS).join(Person).where(Errand.id == number)))


def _refuted(found: Iterable[tuple[object, ...]]) -> dict[int, str]:
    """Done errands whose effect a newer export does not show, each with the sentence that says so."""
    done = {
        (int(str(row[0])), str(row[1])): (int(str(row[9])), closed.date())
        for row in found
        if row[2] == "done" and isinstance(closed := row[10], datetime) and row[1] in (Kind.REMOVE, Kind.ACCEPT)
    }
    spells = _spells({person for person, _ in done.values()})
    known = fact("connections_export") if done else None
    newest = date.fromisoformat(known) if known else date.min
    refuted = {}
    for (number, kind), (person, closed_on) in done.items():
        of_person = spells.get(person, [])
        if kind == Kind.REMOVE and any(spell.outlived(closed_on) for spell in of_person):
            refuted[number] = f"you marked it done, but the export of {newest:%Y-%m-%d} still has the connection"
        if kind == Kind.ACCEPT and newest > closed_on and all(spell.last_seen <= closed_on for spell in of_person):
            refuted[number] = f"you marked it done, but the export of {newest:%Y-%m-%d} has no such connection"
    return refuted


class _Spell(NamedTuple):
    """A time of being connected, as the exports saw it."""

    since: date | None
    last_seen: date
    gone: date | None

    def outlived(self, day: date) -> bool:
        """Whether it was there before this day and still is; linked anew later is another story."""
        return self.gone is None and self.last_seen > day and (self.since is None or self.since <= day)


def _spells(people: set[int]) -> dict[int, list[_Spell]]:
    found: dict[int, list[_Spell]] = {}
    for some in chunks(people):
        columns = (Connection.person, Connection.connected_on, Connection.last_export, Connection.gone_export)
        for person, *spell in rows(Connection.select(*columns).where(Connection.person.in_(some))):
            found.setdefault(person, []).append(_Spell(*spell))
    return found
