"""The list of what is left to do by hand, and what the next export says really happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

from ..store import Connection, Errand, Person
from ..store.facts import FactKey, fact
from ..store.identity import Kin, people
from ..store.query import Query, fetch, params
from .draft_facts import Facts, facts_from_store
from .drafts import NO_DRAFT, Draft, DraftWriter
from .errand_kinds import MANUALS, ErrandKind


class PendingErrand(NamedTuple):
    """An errand as the outbox shows it."""

    id: int
    kind: ErrandKind
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
    written: Draft = NO_DRAFT
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


class _Row(NamedTuple):
    id: int
    kind: str
    state: str
    name: str
    slug: str | None
    draft: str
    at: datetime
    queue: str
    subject: int
    person: int
    closed_at: datetime | None
    facts: Mapping[str, Sequence[str]]
    voice: str
    language: str


class _ConnectedPeriod(NamedTuple):
    """A time of being connected, as the exports saw it."""

    person: int
    connected_on: date | None
    last_export: date
    gone_export: date | None

    def outlived(self, day: date) -> bool:
        """Return whether it began by that day and was still seen after it."""
        began = self.connected_on is None or self.connected_on <= day
        return self.gone_export is None and self.last_export > day and began


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
_PERIODS = Query(
    _ConnectedPeriod,
    lambda: Connection.select(
        Connection.person, Connection.connected_on, Connection.last_export, Connection.gone_export
    ).where(Connection.person.in_(params("people"))),
)


def errands(replies: DraftWriter, *, everything: bool = False) -> list[PendingErrand]:
    """Return errands with their drafts, grouped by kind, oldest first: those left to do, or all.

    One that was marked done, while a newer export says otherwise, counts as left to do.
    """
    rows = _rows(everything=everything)
    refuted = _refuted(rows)
    todos = [_todo(row, refuted.get(row.id, ""), replies) for row in rows]
    shown = todos if everything else [todo for todo in todos if todo.state in ("open", "staged")]
    who = people(Kin.of(todo.person for todo in shown))
    shown = [todo._replace(name=who[todo.person].name, slug=who[todo.person].slug) for todo in shown]
    return sorted(shown, key=lambda todo: (_ORDER[todo.kind], todo.id))


def counts() -> tuple[int, int]:
    """Return how many errands are open, reopened ones among them, and how many are staged."""
    rows = _rows()
    reopened = _refuted(rows)
    states = ["open" if row.id in reopened else row.state for row in rows]
    return states.count("open"), states.count("staged")


def is_reopened(number: int) -> bool:
    """Return whether this errand was marked done, and a newer export says otherwise."""
    return number in _refuted(fetch(_Row, Errand.select(*_COLUMNS).join(Person).where(Errand.id == number)))


def _rows(*, everything: bool = False) -> list[_Row]:
    query = Errand.select(*_COLUMNS).join(Person)
    if not everything:
        query = query.where(Errand.state.in_(["open", "staged", "done"]))
    return fetch(_Row, query.order_by(Errand.id))


def _todo(row: _Row, reopened: str, replies: DraftWriter) -> PendingErrand:
    kind, facts = ErrandKind(row.kind), facts_from_store(row.facts)
    draft = replies.draft(kind, facts, row.voice, row.language, kept=row.draft)
    return PendingErrand(
        row.id,
        kind,
        "open" if reopened else row.state,
        row.name,
        row.slug,
        draft.text,
        row.at,
        row.queue,
        row.subject,
        row.person,
        reopened,
        draft,
        facts,
    )


def _refuted(rows: Sequence[_Row]) -> dict[int, str]:
    """Done errands whose effect a newer export does not show, each with the sentence that says so."""
    done = [
        row
        for row in rows
        if row.state == "done" and row.closed_at and row.kind in (ErrandKind.REMOVE, ErrandKind.ACCEPT)
    ]
    export = fact(FactKey.CONNECTIONS_EXPORT) if done else None
    newest = date.fromisoformat(export) if export else date.min
    periods: dict[int, list[_ConnectedPeriod]] = {}
    for period in _PERIODS.rows(people=sorted({row.person for row in done})):
        periods.setdefault(period.person, []).append(period)
    refuted = {}
    for row in done:
        closed_on = row.closed_at.date() if row.closed_at else date.max
        if why := _why_refuted(ErrandKind(row.kind), closed_on, periods.get(row.person, ()), newest):
            refuted[row.id] = f"you marked it done, but the export of {newest:%Y-%m-%d} {why}"
    return refuted


def _why_refuted(kind: ErrandKind, closed_on: date, periods: Sequence[_ConnectedPeriod], newest: date) -> str:
    """Return what the newest export says instead; empty when it agrees or is older."""
    if kind == ErrandKind.REMOVE and any(period.outlived(closed_on) for period in periods):
        return "still has the connection"
    if kind == ErrandKind.ACCEPT and newest > closed_on and all(period.last_export <= closed_on for period in periods):
        return "has no such connection"
    return ""
