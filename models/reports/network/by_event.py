"""What each event and year yielded: people met there, outcomes that began there, and how long they took."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from ...signals import Rate, rate
from .network_data import Network, year_of
from .numbers import Rows, Spread, spread
from .outcome_counts import OutcomeRecord


class Yields(NamedTuple):
    """An event, or a year of connecting: its people, its outcomes, and how many of the people had a part in any."""

    name: str
    people: Rows
    outcomes: Rows
    produced: Rate

    def json(self) -> dict[str, Any]:
        """As JSON gives it."""
        value, low, high, n, enough = self.produced
        share = {"value": round(value, 6), "low": round(low, 6), "high": round(high, 6), "n": n, "enough": enough}
        return {
            "name": self.name,
            "people": len(self.people.ids),
            "outcomes": len(self.outcomes.ids),
            "produced": share,
        }


def yields_by_event(network: Network, found: Collection[OutcomeRecord]) -> list[Yields]:
    """Return every event where someone was met or where an outcome began, most people first."""
    people: defaultdict[str, set[int]] = defaultdict(set)
    for person, meetings in network.meetings.items():
        for meeting in meetings:
            if meeting.event:
                people[meeting.event].add(person)
    outcomes: defaultdict[str, list[int]] = defaultdict(list)
    for came in found:
        if came.event:
            outcomes[came.event].append(came.id)
    return _yields(people, outcomes, _parts(found))


def yields_by_year(network: Network, found: Collection[OutcomeRecord]) -> list[Yields]:
    """Return every year of connecting, oldest first; an outcome counts in the year of whoever did it and was connected first."""
    people: defaultdict[str, set[int]] = defaultdict(set)
    for person, day in network.since.items():
        people[year_of(day)].add(person)
    outcomes: defaultdict[str, list[int]] = defaultdict(list)
    for came in found:
        days = [network.since[person] for person in came.by if person in network.since]
        if days:
            outcomes[year_of(min(filter(None, days), default=0))].append(came.id)
    return sorted(_yields(people, outcomes, _parts(found)), key=lambda each: each.name)


def _parts(found: Collection[OutcomeRecord]) -> set[int]:
    return {person for came in found for person in came.people}


def _yields(people: Mapping[str, set[int]], outcomes: Mapping[str, list[int]], produced: set[int]) -> list[Yields]:
    made = [
        Yields(
            name,
            Rows("people", people.get(name, set())),
            Rows("outcomes", outcomes.get(name, [])),
            rate(len(people.get(name, set()) & produced), len(people.get(name, ()))),
        )
        for name in {*people, *outcomes}
    ]
    return sorted(made, key=lambda each: (-len(each.people.ids), -len(each.outcomes.ids), each.name))


def days_to_outcome(network: Network, found: Collection[OutcomeRecord]) -> Spread:
    """Days from first knowing whoever did it (met, or connected) to each outcome whose day or month is known."""
    taken = []
    for came in found:
        began = [day for day in map(network.began, came.by) if day is not None]
        if came.day is not None and began and came.day >= min(began):
            taken.append(came.day - min(began))
    return spread(taken)
