"""The front page: what waits, what is left to do, and what the newest export brought."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from .. import clock
from ..outbox import pending
from ..policy import Bars
from ..queues.base import Count
from ..queues.cards import MANY, count, open_cards, rank_counts
from ..queues.registry import QUEUES
from ..signals import Band
from ..store import ImportRun, IntroRequest, Invitation, Message, Operation, Person, PersonSignals, Table
from ..store.facts import export_date
from ..store.query import one, rows, value

_WROTE_OFTEN = 3


class SinceExport(NamedTuple):
    """What the newest Connections file changed against the one before."""

    export: date
    new: int
    gone: int
    changed: int


class HomePage(NamedTuple):
    """Everything home shows."""

    export_date: date | None
    counts: tuple[Count, ...] = ()
    met_inviters: int = 0
    oldest_request: date | None = None
    oldest_sent: date | None = None
    oldest_reply: date | None = None
    quiet: Mapping[Band, int] = MappingProxyType({})
    errands_open: int = 0
    errands_staged: int = 0
    since: SinceExport | None = None
    unanswered: tuple[str, int] | None = None
    """Someone the user wrote to at least three times without an answer, and how often."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever imported."""
        return self.export_date is None and not any(held.open for held in self.counts)


def home_page(bars: Bars) -> HomePage:
    """Return the front page now; its work does not grow with the store."""
    now = clock.now()
    opened, staged = pending.counts()
    by_band = rank_counts("stale", at_most=MANY)
    return HomePage(
        export_date=export_date(),
        counts=tuple(count(queue, now, bars, at_most=MANY) for queue in QUEUES),
        met_inviters=rank_counts("invites", at_most=MANY).get(0, 0),
        oldest_request=_oldest("intros", bars, IntroRequest, IntroRequest.received_at),
        oldest_sent=_oldest("sent", bars, Invitation, Invitation.sent_at),
        oldest_reply=_oldest("replies", bars, Message, Message.at),
        quiet={band: by_band.get(rank, 0) for rank, band in enumerate((Band.NEVER, Band.MET))},
        errands_open=opened,
        errands_staged=staged,
        since=_since(),
        unanswered=_unanswered(),
    )


def _oldest(queue: str, bars: Bars, table: type[Table], at: Any) -> date | None:
    """Return the day of the first open card, in a queue whose oldest stand first."""
    first = open_cards(queue, clock.now(), bars, 1)
    found = value(table.select(at).where(table.id.in_(first))) if first else None
    return found.date() if found else None


def _since() -> SinceExport | None:
    """Return the newest import of connections, when it was not the first."""
    columns = (
        ImportRun.operation_id,
        ImportRun.export_date,
        ImportRun.new,
        ImportRun.gone,
        ImportRun.changed,
    )
    runs = rows(
        ImportRun.select(*columns)
        .join(Operation, on=(Operation.id == ImportRun.operation_id))
        .where(ImportRun.kind == "connections")
        .order_by(ImportRun.export_date.desc(), ImportRun.id.desc())
        .limit(2)
    )
    if len(runs) < 2:
        return None
    (_, _, new, gone, changed), (_, before, *_) = runs
    return SinceExport(before, new, gone, changed) if before else None


def _unanswered() -> tuple[str, int] | None:
    query = (
        PersonSignals.select(Person.name, PersonSignals.sent)
        .join(Person)
        .where(PersonSignals.band == Band.ONE_WAY_OUT.value, PersonSignals.sent >= _WROTE_OFTEN)
        .order_by(PersonSignals.sent.desc())
    )
    found = one(query)
    return (found[0], found[1]) if found else None
