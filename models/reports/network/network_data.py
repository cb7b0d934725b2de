"""The whole network, read once in a few queries; merged people count as one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ... import clock
from ...signals import Band
from ...store import Connection, Encounter, ImportRun, Person, PersonSignals
from ...store.facts import export_date
from ...store.query import plain_rows


class ConnectedPeriod(NamedTuple):
    """A time of being connected, as the exports saw it; days are counted from year 1, and 0 is not known."""

    id: int
    person: int
    connected: int
    first: int
    last: int
    gone: int


class MeetingWith(NamedTuple):
    """Someone was met, or was there: the event, the day (0 when it is not known), and whether they spoke."""

    event: str
    day: int
    is_met: bool


@dataclass(slots=True)
class Network:
    """Who is in it, since when, who they are to the user, and where they were met."""

    today: int
    """The newest export's day."""
    roots: dict[int, int]
    """Rows that stand for someone known under another row, to that row."""
    spells: list[ConnectedPeriod]
    connected: set[int] = field(default_factory=set)
    """Who is connected now."""
    since: dict[int, int] = field(default_factory=dict)
    """The first day they were connected, for everyone who ever was; 0 when it is not known."""
    bands: dict[int, str] = field(default_factory=dict)
    """Band of everyone who is more than `never`."""
    meetings: dict[int, list[MeetingWith]] = field(default_factory=dict)
    """Where they were met, oldest first."""
    exports: list[int] = field(default_factory=list)
    """The days of all archives with a list of connections, oldest first."""

    def root(self, person: int) -> int:
        """Return the row that stands for a person."""
        return self.roots.get(person, person)

    def band(self, person: int) -> Band:
        """Return who they are to the user now."""
        return Band(self.bands.get(person, "never"))

    def began(self, person: int) -> int | None:
        """Return the first day they are known to have known each other: met, or connected."""
        days = [each.day for each in self.meetings.get(person, ()) if each.day and each.is_met]
        days += [day for day in (self.since.get(person, 0),) if day]
        return min(days, default=None)


def read_network() -> Network:
    """Return everything but messages and outcomes."""
    roots = dict(plain_rows(Person.select(Person.id, Person.same_as).where(Person.same_as.is_null(False))))
    found = Network((export_date() or clock.today()).toordinal(), roots, _spells(roots))
    found.connected = {spell.person for spell in found.spells if not spell.gone}
    for spell in found.spells:
        before = found.since.get(spell.person)
        if not before or 0 < spell.connected < before:
            found.since[spell.person] = spell.connected
    found.bands = dict(plain_rows(PersonSignals.select(PersonSignals.person, PersonSignals.band)))
    found.meetings = _meetings(roots)
    exports = ImportRun.select(ImportRun.export_date).where(
        ImportRun.kind == "connections", ImportRun.export_date.is_null(False)
    )
    found.exports = sorted({day_number(row[0]) for row in plain_rows(exports.distinct())})
    return found


def _spells(roots: dict[int, int]) -> list[ConnectedPeriod]:
    columns = (
        Connection.id,
        Connection.person,
        Connection.connected_on,
        Connection.first_export,
        Connection.last_export,
        Connection.gone_export,
    )
    found = plain_rows(Connection.select(*columns).order_by(Connection.id))
    days = {day: day_number(day) for day in {day for row in found for day in row[2:]}}  # the same few, over and over
    get = roots.get
    return [
        ConnectedPeriod(number, get(person, person), days[connected], days[first], days[last], days[gone])
        for number, person, connected, first, last, gone in found
    ]


def _meetings(roots: dict[int, int]) -> dict[int, list[MeetingWith]]:
    found: defaultdict[int, list[MeetingWith]] = defaultdict(list)
    columns = (Encounter.person, Encounter.event, Encounter.met_on, Encounter.kind)
    for person, event, day, kind in plain_rows(Encounter.select(*columns).order_by(Encounter.id)):
        found[roots.get(person, person)].append(MeetingWith(event, day_number(day), kind == "met"))
    for held in found.values():
        held.sort(key=lambda each: (not each.is_met, each.day or date.max.toordinal()))
    return dict(found)


def day_number(day: str | None) -> int:
    """Return a day as the store keeps it, counted from year 1; 0 when it is not known."""
    return date.fromisoformat(day).toordinal() if day else 0


def year_of(day: int) -> str:
    """Return the year of a day, as the report names it."""
    return str(date.fromordinal(day).year) if day else "unknown"
