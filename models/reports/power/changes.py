"""Who left, whom you removed and whether they came back, and who changed jobs: the archives held against one another."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import NamedTuple

from peewee import fn

from ...outbox.kinds import Kind
from ...store import Connection, Decision, Errand, ImportRun, Invitation, SourceRecord
from ...store.query import chunks, plain_rows, rows
from .network import Network
from .numbers import Rows


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
    """Everything that changed since the first archive."""
    gone = {spell.person for spell in network.spells if spell.gone}
    removed = _removed(network) & gone
    back = {person for person in removed if person in network.connected} | _inviting(network, removed)
    left = {person for person in gone if person not in removed and person not in network.connected}
    return Changes(
        Rows("people", left), Rows("people", removed), Rows("people", back), Rows("people", _changed_jobs(network))
    )


def _removed(network: Network) -> set[int]:
    """Whom the user decided to remove: by the decision in force, or by an errand that was done."""
    done = Errand.select(Errand.person).where(Errand.kind == Kind.REMOVE.value, Errand.state == "done")
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
