"""Outcomes by kind, year, event and person, along the chain of who introduced whom.

An outcome is one in every total, however many people had a part in it; for each of those people it counts as one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple, TypeVar

from ...outcome_kinds import NOTHING
from ...store import Outcome, OutcomePerson
from ...store.query import plain_rows
from ...text.dates import middle_day
from .network_data import Network

UNKNOWN = "unknown"
Key = TypeVar("Key", int, str)


class OutcomeRecord(NamedTuple):
    """An outcome with everyone who had a part in it."""

    id: int
    kind: str
    year: str
    """`unknown` when it is not known."""
    day: int | None
    """The day, or the middle of the month; `None` when no more than the year is known."""
    by: tuple[int, ...]
    via: tuple[int, ...]
    event: str
    """Where it began: as it was told, else where whoever did it was first met, else who introduced them."""

    @property
    def people(self) -> tuple[int, ...]:
        """Everyone, each once."""
        return tuple(dict.fromkeys((*self.by, *self.via)))


def read_outcomes(network: Network) -> list[OutcomeRecord]:
    """Return every outcome, oldest told first; `nothing` is none."""
    parts: defaultdict[int, dict[str, dict[int, None]]] = defaultdict(lambda: {"by": {}, "via": {}})
    columns = (OutcomePerson.outcome, OutcomePerson.role, OutcomePerson.person)
    for outcome, role, person in plain_rows(OutcomePerson.select(*columns).order_by(OutcomePerson.id)):
        parts[outcome][role][network.root(person)] = None
    query = Outcome.select(Outcome.id, Outcome.kind, Outcome.happened_on, Outcome.event).where(Outcome.kind != NOTHING)
    found = []
    for number, kind, on, told in plain_rows(query.order_by(Outcome.id)):
        by = tuple(parts[number]["by"])
        via = tuple(person for person in parts[number]["via"] if person not in by)
        middle = middle_day(on)
        event = told or _where(network, by) or _where(network, via)
        found.append(
            OutcomeRecord(
                number, kind, on[:4] if on else UNKNOWN, middle.toordinal() if middle else None, by, via, event
            )
        )
    return found


def _where(network: Network, people: Collection[int]) -> str:
    """Return the event of the oldest meeting among these people."""
    held = [each for person in people for each in network.meetings.get(person, ()) if each.event]
    first = min(held, key=lambda each: (not each.is_met, each.day or 1 << 30), default=None)
    return first.event if first else ""


def by_kind(found: Collection[OutcomeRecord]) -> dict[str, list[int]]:
    """Outcomes of each kind, most frequent first."""
    return _grouped((came.kind, came.id) for came in found)


def by_year(found: Collection[OutcomeRecord]) -> dict[str, list[int]]:
    """Outcomes of each year, oldest first, those of an unknown one last."""
    grouped = _grouped((came.year, came.id) for came in found)
    return {year: grouped[year] for year in sorted(grouped)}


def by_event(found: Collection[OutcomeRecord]) -> dict[str, list[int]]:
    """Outcomes that began at each event; those that began at none are left out."""
    return _grouped((came.event, came.id) for came in found if came.event)


def by_person(found: Collection[OutcomeRecord]) -> dict[int, list[int]]:
    """Outcomes that each person brought about; one of three people counts for each of them."""
    return _grouped((person, came.id) for came in found for person in came.by)


def by_introducer(found: Collection[OutcomeRecord]) -> dict[int, list[int]]:
    """Outcomes that each person introduced someone for."""
    return _grouped((person, came.id) for came in found for person in came.via)


def producers(found: Collection[OutcomeRecord]) -> set[int]:
    """Return everyone who had a part in an outcome."""
    return {person for came in found for person in came.people}


def _grouped(pairs: Iterable[tuple[Key, int]]) -> dict[Key, list[int]]:
    """Return the outcomes of each key, most first, then by key."""
    grouped: defaultdict[Key, list[int]] = defaultdict(list)
    for key, outcome in pairs:
        grouped[key].append(outcome)
    return dict(sorted(grouped.items(), key=lambda each: (-len(each[1]), each[0])))
