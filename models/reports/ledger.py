"""The ledger of introductions: every request and where it stands, and what one person was asked for and gave back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from peewee import JOIN, fn

from ..ids import public_id
from ..introductions.goodwill import (
    NO_ASKS,
    NO_FAVOURS,
    AskerFavours,
    Goodwill,
    favours_of_askers,
    goodwill,
    year_before,
)
from ..introductions.record import introductions
from ..introductions.states import UNDER_WAY, State
from ..queues.base import Context
from ..store import ChosenTarget, IntroRequest, Person
from ..store.identity import Kin
from ..store.query import rows

_MOST = 500
"""No screen reads more than this of anything."""
_DAYS_OF_A_MONTH = 30.44


class LedgerEntry(NamedTuple):
    """One introduction."""

    id: str
    """The card's id, as commands take it."""
    asker: str
    asker_id: int
    target: str
    """The name, or the words of the request when it is not known who is meant."""
    state: State
    since: date
    """The day it got there, as far as that is on record; else the day it was asked."""
    came_of: str = ""
    wrote: bool = False
    """The target wrote since they were asked."""
    is_answered: bool = False
    """You wrote to the asker since, in the same conversation."""

    @property
    def is_under_way(self) -> bool:
        """Someone waits for something of yours or of the target's."""
        return self.state in UNDER_WAY

    def json(self) -> dict[str, Any]:
        """Return the entry as `--json` gives it."""
        return {
            "id": self.id,
            "asker": self.asker,
            "target": self.target,
            "state": self.state.value,
            "since": self.since.isoformat(),
            "came_of": self.came_of or None,
            "answered": self.is_answered,
        }


class Ledger(NamedTuple):
    """What one person was asked for, and asked for themselves."""

    as_target: Goodwill = NO_ASKS
    asks_in_a_year: int = 0
    rests: bool = False
    """You asked them so short a while ago that the policy leaves them alone."""
    is_full: bool = False
    """You asked them as often as the policy allows in 12 months."""
    as_asker: AskerFavours = NO_FAVOURS
    entries: tuple[LedgerEntry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.as_target.asked_on or self.as_asker.asked or self.as_asker.given_back or self.entries)

    def json(self) -> dict[str, Any]:
        """Return the ledger as `picky person --json` gives it."""
        target, asker = self.as_target, self.as_asker
        return {
            "asks_in_12_months": self.asks_in_a_year,
            "last_ask": target.last_ask.isoformat() if target.last_ask else None,
            "answers": list(target.answers),
            "came_of_asks": list(target.came_of),
            "rests": self.rests,
            "asked_of_you": asker.asked,
            "introduced": asker.introduced,
            "declined": asker.declined,
            "came_of": list(asker.came_of),
            "given_back": asker.given_back,
            "requests": [entry.json() for entry in self.entries],
        }


def all_introductions(context: Context) -> list[LedgerEntry]:
    """Return every introduction that was asked of the user: those under way first, then the newest."""
    found = _entries(context)
    return sorted(found, key=lambda entry: (not entry.is_under_way, -entry.since.toordinal()))


def ledger_of(person: int, context: Context) -> Ledger:
    """Return what one person was asked for, how they took it, what they wanted, and what came of it."""
    bars, today = context.policy.bars, context.export_date
    asked = goodwill([person], today, bars.days_until_silent).get(person, NO_ASKS)
    in_a_year = asked.asks_since(year_before(today))
    rests = asked.last_ask is not None and (today - asked.last_ask).days < bars.months_of_rest * _DAYS_OF_A_MONTH
    kin = Kin.of([person])
    return Ledger(
        asked,
        in_a_year,
        rests,
        in_a_year >= bars.max_asks_per_year,
        favours_of_askers([person]).get(person, NO_FAVOURS),
        tuple(sorted(_entries(context, kin.rows), key=lambda entry: entry.since, reverse=True)),
    )


def _entries(context: Context, people: Sequence[int] | None = None) -> list[LedgerEntry]:
    target = Person.alias()
    meant = fn.COALESCE(ChosenTarget.person, IntroRequest.target)
    query = (
        IntroRequest.select(
            IntroRequest.id,
            Person.name,
            Person.id,
            meant,
            target.name,
            IntroRequest.target_text,
            IntroRequest.received_at,
            IntroRequest.answered,
        )
        .join(ChosenTarget, JOIN.LEFT_OUTER, on=(ChosenTarget.request == IntroRequest.id))
        .join(Person, on=(Person.id == IntroRequest.asker))
        .join(target, JOIN.LEFT_OUTER, on=(target.id == meant))
    )
    if people is not None:
        query = query.where(IntroRequest.asker.in_(people) | meant.in_(people))
    found = rows(query.order_by(IntroRequest.received_at.desc()).limit(_MOST))
    known = introductions({row[0]: row[3] for row in found})
    entries = []
    for number, asker, asker_id, _, name, text, received, answered in found:
        record = known[number].record
        state = known[number].state(context.export_date, context.policy.bars.days_until_silent)
        since = record.introduced_on or record.wrote_on or record.asked_on or received.date()
        entries.append(
            LedgerEntry(
                public_id(number),
                asker,
                asker_id,
                name or text,
                state,
                since,
                record.came_of,
                wrote=record.wrote_on is not None,
                is_answered=answered,
            )
        )
    return [entry for entry in entries if entry.state is not State.NOT_A_REQUEST]
