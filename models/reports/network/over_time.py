"""The network on the day of each archive, and what changed between them."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from peewee import fn

from ...outbox.errand_kinds import ErrandKind
from ...signals import Band
from ...signals.bands import ACTIVE_DAYS, FADING_DAYS
from ...store import Connection, Decision, Errand, ImportRun, Invitation, Recommendation, SourceRecord
from ...store.query import chunks, plain_rows, rows
from .composition import GOOD
from .conversations import Conversation
from .network_data import Network, day_number
from .numbers import Rows, Share, share
from .outcome_counts import OutcomeRecord


class Changes(NamedTuple):
    """What the archives say happened between them."""

    unlinked_you: Rows
    """Connected once, gone, and not by the user's doing; a renamed link is no one who left."""
    removed: Rows
    """Whom the user removed, and who is gone, or was gone once."""
    came_back: Rows
    """Of those: connected again, or they invited the user since."""
    changed_jobs: Rows
    """Whose company or position differs between two archives."""


def changes(network: Network) -> Changes:
    """Return everything that changed since the first archive."""
    gone = {spell.person for spell in network.spells if spell.gone}
    removed = _removed(network) & gone
    back = {person for person in removed if person in network.connected} | _inviting(network, removed)
    left = {person for person in gone if person not in removed and person not in network.connected}
    return Changes(
        Rows("people", left), Rows("people", removed), Rows("people", back), Rows("people", _changed_jobs(network))
    )


def _removed(network: Network) -> set[int]:
    """Return whom the user decided to remove: by the decision in force, or by an errand that was done."""
    done = Errand.select(Errand.person).where(Errand.kind == ErrandKind.REMOVE.value, Errand.state == "done")
    decided = (
        Decision.select(Connection.person)
        .join(Connection, on=(Connection.id == Decision.subject))
        .where(Decision.queue == "stale", Decision.verdict == "remove")
    )
    return {network.root(row[0]) for query in (done, decided) for row in plain_rows(query)}


def _inviting(network: Network, people: set[int]) -> set[int]:
    """Those of these people who invited the user after they were gone."""
    gone = {spell.person: spell.last for spell in network.spells if spell.gone}
    found = set()
    query = Invitation.select(Invitation.person, Invitation.sent_at.coerce(False)).where(~Invitation.outgoing)
    for person, sent in rows(query) if people else ():
        root = network.root(person)
        if root in people and 719_163 + int(sent) // 86_400 > gone[root]:
            found.add(root)
    return found


_JOB = ("Company", "Position")


def _changed_jobs(network: Network) -> set[int]:
    """People whose rows in the lists of connections name more than one company or position."""
    runs = dict(rows(ImportRun.select(ImportRun.id, ImportRun.header).where(ImportRun.kind == "connections")))
    if len(runs) < 2:
        return set()
    several = (
        SourceRecord.select(SourceRecord.person)
        .where(SourceRecord.run.in_(list(runs)), SourceRecord.person.is_null(False))
        .group_by(SourceRecord.person)
        .having(fn.COUNT(SourceRecord.id) > 1)
    )
    jobs: defaultdict[int, set[tuple[str, ...]]] = defaultdict(set)
    for some in chunks([row[0] for row in plain_rows(several)]):
        columns = (SourceRecord.run, SourceRecord.person, SourceRecord.cells)
        for run, person, cells in plain_rows(SourceRecord.select(*columns).where(SourceRecord.person.in_(some))):
            if run in runs:
                jobs[network.root(person)].add(_job(runs[run], json.loads(cells)))
    return {person for person, held in jobs.items() if len(held - {("",) * len(_JOB)}) > 1}


def _job(header: list[str], cells: list[str]) -> tuple[str, ...]:
    at = {name: place for place, name in enumerate(header)}
    return tuple(cells[at[name]].strip() if at.get(name, len(cells)) < len(cells) else "" for name in _JOB)


MOST = 12
"""So many archives are shown; of more, the first, the last, and others evenly between."""


class Snapshot(NamedTuple):
    """The network on one day."""

    on: date
    connected: int
    bands: dict[str, int]
    good: Share
    """Who was a good connection then, of all."""


def snapshots(network: Network, talks: Mapping[int, Conversation], found: Collection[OutcomeRecord]) -> list[Snapshot]:
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
    """Return who was connected on the day of an archive."""
    return {
        spell.person
        for spell in network.spells
        if spell.connected <= day and spell.first <= day and not (spell.gone and spell.gone <= day)
    }


def _snapshot(
    day: int, network: Network, talks: Mapping[int, Conversation], met: Mapping[int, int], vouched: Mapping[int, int]
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


def _band(
    person: int, day: int, talks: Mapping[int, Conversation], met: Mapping[int, int], vouched: Mapping[int, int]
) -> Band:
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


def _vouched_since(network: Network, found: Collection[OutcomeRecord]) -> dict[int, int]:
    """From which day on someone was vouched for, by a recommendation or an outcome whose day is known."""
    since: dict[int, int] = {}
    written = plain_rows(Recommendation.select(Recommendation.person, Recommendation.written_on))
    days = [(network.root(person), day_number(on)) for person, on in written]
    days += [(person, came.day) for came in found if came.day is not None for person in came.people]
    for person, day in days:
        if day:
            since[person] = min(day, since.get(person, day))
    return since


def _some(days: list[int]) -> list[int]:
    if len(days) <= MOST:
        return days
    return [days[round(at * (len(days) - 1) / (MOST - 1))] for at in range(MOST)]
