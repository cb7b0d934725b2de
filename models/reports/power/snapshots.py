"""What the network was on the day of each archive: how many were connected, and who they were to the user then."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from ...signals import Band
from ...signals.bands import ACTIVE_DAYS, FADING_DAYS
from ...store import Recommendation
from ...store.query import plain_rows
from .came import Came
from .made_of import GOOD
from .network import Network, ordinal
from .numbers import Share, share
from .talks import Talk

MOST = 12
"""So many archives are shown; of more, the first, the last, and others evenly between."""


class Snapshot(NamedTuple):
    """The network on one day."""

    on: date
    connected: int
    bands: dict[str, int]
    good: Share
    """Who was a good connection then, of all."""


def snapshots(network: Network, talks: Mapping[int, Talk], found: Collection[Came]) -> list[Snapshot]:
    """One for each archive, oldest first.

    A mark of the user's has no day and counts for no day but today's; so the last one is told by the bands of now.
    """
    vouched = _vouched_since(network, found)
    met = {
        person: min((each.day for each in meetings if each.is_met), default=0)
        for person, meetings in network.meetings.items()
        if any(each.is_met for each in meetings)
    }
    return [_snapshot(day, network, talks, met, vouched) for day in _some(network.exports)]


def connected_on(network: Network, day: int) -> set[int]:
    """Who was connected on the day of an archive."""
    return {
        spell.person
        for spell in network.spells
        if spell.connected <= day and spell.first <= day and not (spell.gone and spell.gone <= day)
    }


def _snapshot(
    day: int, network: Network, talks: Mapping[int, Talk], met: Mapping[int, int], vouched: Mapping[int, int]
) -> Snapshot:
    there = connected_on(network, day)
    if day == network.today:
        held = {person: network.band(person) for person in there}
    else:
        told = talks.keys() | met.keys() | vouched.keys()
        held = {person: _band(person, day, talks, met, vouched) for person in there & told}
    found = Counter(held.values())
    found[Band.NEVER] += len(there) - len(held)
    on = date.fromordinal(day)
    good = [person for person, band in held.items() if band in GOOD]
    words = "of your connections were good ones then: vouched for, or in touch"
    kept = share(on.isoformat(), words, good, len(there))
    return Snapshot(on, len(there), {band.value: found[band] for band in Band}, kept)


def _band(person: int, day: int, talks: Mapping[int, Talk], met: Mapping[int, int], vouched: Mapping[int, int]) -> Band:
    if vouched.get(person, day + 1) <= day:
        return Band.VOUCHED
    talk = talks.get(person)
    until = bisect_right(talk.days, (day, True)) if talk else 0
    if not talk or not until:
        return Band.MET if met.get(person, day + 1) <= day else Band.NEVER
    sent = sum(mine for _, mine in talk.days[:until])
    if sent in (0, until):
        return Band.ONE_WAY_OUT if sent else Band.ONE_WAY_IN
    silent = day - talk.days[until - 1][0]
    return Band.ACTIVE if silent <= ACTIVE_DAYS else Band.FADING if silent <= FADING_DAYS else Band.DORMANT


def _vouched_since(network: Network, found: Collection[Came]) -> dict[int, int]:
    """From which day on somebody was vouched for, by a recommendation or an outcome whose day is known."""
    since: dict[int, int] = {}
    written = plain_rows(Recommendation.select(Recommendation.person, Recommendation.written_on))
    days = [(network.root(person), ordinal(on)) for person, on in written]
    days += [(person, came.day) for came in found if came.day is not None for person in came.people]
    for person, day in days:
        if day:
            since[person] = min(day, since.get(person, day))
    return since


def _some(days: list[int]) -> list[int]:
    if len(days) <= MOST:
        return days
    return [days[round(at * (len(days) - 1) / (MOST - 1))] for at in range(MOST)]
