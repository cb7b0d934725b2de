"""Connections.csv into people and their connections: who is new, changed, gone, or renamed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ...store.facts import FactKey, fact, set_fact
from ...text.folding import name_key, slug_of
from ..known_people import KnownPeople, KnownPerson
from ..load import ImportContext, Run, SourceWriter
from ..records import ConnectionRecord, HiddenRecord
from .members import ExportFile


class _Look(NamedTuple):
    """What a connection whose link was renamed still has: the same name, company and day."""

    name: str
    company: str
    connected_on: date | None


class _Row(NamedTuple):
    """A row, with what it is compared by."""

    record: ConnectionRecord
    name: str
    key: str
    """The `name_key` of the name."""
    slug: str | None
    look: _Look


@dataclass(slots=True)
class _Network:
    """What the file as a whole says, before each of its rows is recognised."""

    people: KnownPeople
    run: Run
    export: str
    newest_export: str | None
    """The newest export whose connections the store has; `None` when there is none."""
    slugs: set[str] = field(default_factory=set)
    unknown_links: Counter[_Look] = field(default_factory=Counter)
    """How many links not known before look like this: a renamed link is one of one."""
    missing_links: defaultdict[_Look, list[KnownPerson]] = field(default_factory=lambda: defaultdict(list))
    """Connections whose link is not in this file, by what they look like."""
    rows_per_name: Counter[str] = field(default_factory=Counter)
    recognised: set[int] = field(default_factory=set)

    @property
    def is_newest(self) -> bool:
        """Whether no newer file was read before; an older one adds history only."""
        return self.newest_export is None or self.export >= self.newest_export

    def survey(self, rows: list[_Row]) -> None:
        """Note which names and links the file has, and which connections it lacks."""
        self.rows_per_name.update(row.key for row in rows)
        self.slugs.update(row.slug for row in rows if row.slug)
        self.unknown_links.update(row.look for row in rows if row.slug and row.slug not in self.people.by_slug)
        if self.is_newest:
            for person in self.people.by_id.values():
                if person.slug and person.slug not in self.slugs and person.connection and person.is_connected:
                    look = _Look(person.key, person.company, person.connection.connected_on)
                    self.missing_links[look].append(person)


def load_connections(context: ImportContext, file: ExportFile) -> None:
    """Bring the store to what this file says; a file older than the newest known adds history only."""
    run = context.begin(file.name, file.kind.name, file.table.header)
    sources = SourceWriter(run)
    network = _Network(context.people, run, context.export, fact(FactKey.CONNECTIONS_EXPORT))
    rows = []
    for record in context.records(file.records(), run):
        if isinstance(record, HiddenRecord):
            run.hidden += 1
            sources.add(record.row, None, record.raw)
        elif isinstance(record, ConnectionRecord):
            name = f"{record.given} {record.family}".strip()
            look = _Look(name_key(name), record.company, record.connected_on)
            rows.append(_Row(record, name, look.name, slug_of(record.link), look))
    network.survey(rows)
    for row in rows:
        person = _take(network, row)
        sources.add(row.record.row, person.id, row.record.raw)
    if network.is_newest:
        _disconnect_missing(network)
        set_fact(FactKey.CONNECTIONS_EXPORT, context.export)
        set_fact(FactKey.HIDDEN_ROWS, str(run.hidden))
    context.people.write()
    sources.write()
    context.end(run)


def _take(network: _Network, row: _Row) -> KnownPerson:
    """Bring the person of a row up to date and return them."""
    people = network.people
    known = _recognise(network, row)
    person = known or people.add(row.name, row.record.link)
    if person.source is not None:  # so far known from a list that gave their link
        person.source = None
        people.file_by_name(person)
        people.mark_changed(person)
    network.recognised.add(person.id)
    is_changed = _fill(network, person, row, is_new=known is None)
    begins = _connect(network, person, row.record.connected_on)
    network.run.count(is_new=begins or known is None, is_changed=is_changed)
    return person


def _recognise(network: _Network, row: _Row) -> KnownPerson | None:
    """Return who this row is: by link; by a link renamed since; without one, by name and day."""
    people, connected_on = network.people, row.record.connected_on
    if row.slug:
        return people.by_slug.get(row.slug) or _renamed(network, row) or _linkless(network, row)
    namesakes = [person for person in people.by_name.get(row.key, ()) if person.id not in network.recognised]
    for person in namesakes:
        if person.connection and person.connection.connected_on == connected_on:
            return person
    never_connected = [person for person in namesakes if person.connection is None]
    if len(never_connected) == 1:
        return never_connected[0]
    # A cell Excel could not keep as a date must not make a second person.
    is_only = len(namesakes) == 1 and network.rows_per_name[row.key] == 1 and connected_on is None
    return namesakes[0] if is_only else None


def _renamed(network: _Network, row: _Row) -> KnownPerson | None:
    """Return the one connection that looks like this row and whose old link is gone."""
    missing = network.missing_links.get(row.look, ())
    if len(missing) != 1 or missing[0].id in network.recognised or network.unknown_links[row.look] != 1:
        return None
    network.people.give_link(missing[0], row.record.link)
    return missing[0]


def _linkless(network: _Network, row: _Row) -> KnownPerson | None:
    """Return the one person known so far by name only, from a file without links, who now shows theirs."""
    namesakes = network.people.by_name.get(row.key)
    if not namesakes:
        return None
    linkless = [person for person in namesakes if not person.slug and person.id not in network.recognised]
    fitting = [
        person for person in linkless if person.connection and person.connection.connected_on == row.record.connected_on
    ] or [person for person in linkless if person.connection is None]
    if len(fitting) != 1:
        return None
    network.people.give_link(fitting[0], row.record.link)
    return fitting[0]


def _fill(network: _Network, person: KnownPerson, row: _Row, *, is_new: bool) -> bool:
    """Take over today's values; an older file only fills what is empty. Return whether anything differs."""
    record = row.record
    before = [person.name, person.given, person.company, person.title, person.email, person.link]
    link = record.link if row.slug else person.link
    after = [row.name, record.given, record.company, record.title, record.email or person.email, link]
    if not (network.is_newest or is_new):
        after = [old or new for old, new in zip(before, after, strict=True)]
    if after == before:
        return False
    person.name, person.given, person.company, person.title, person.email, person.link = after
    key = name_key(person.name)
    if person.key != key:
        person.key = key
        network.people.file_by_name(person)
    network.people.mark_changed(person)
    return True


def _connect(network: _Network, person: KnownPerson, connected_on: date | None) -> bool:
    """Bring the person's connection up to date; return whether a new one began."""
    if network.is_newest:
        return _connect_today(network.people, person, connected_on, network.export)
    people, period = network.people, person.connection
    if period is None:
        people.connect(person, connected_on, network.export, gone=network.newest_export)
    elif network.export < period.first_export:
        period.first_export = network.export
        people.mark_connection_changed(person, quietly=True)
    return period is None


def _connect_today(people: KnownPeople, person: KnownPerson, connected_on: date | None, export: str) -> bool:
    period = person.connection
    if period is None or _is_connected_again(period.gone_export, period.connected_on, connected_on):
        if period and period.gone_export is None:
            period.gone_export = export
            people.mark_connection_changed(person)
            people.write()
        people.connect(person, connected_on, export)
        return True
    if period.gone_export is not None or period.connected_on is None:
        period.gone_export, period.connected_on = None, connected_on
        people.mark_connection_changed(person)
    if period.last_export != export:
        period.last_export = export
        people.mark_connection_changed(person, quietly=True)
    return False


def _is_connected_again(gone: str | None, before: date | None, now: date | None) -> bool:
    """Say whether they were connected again after having been removed: the day is a later one."""
    return before is not None and now is not None and now > before and (gone is not None or (now - before).days > 1)


def _disconnect_missing(network: _Network) -> None:
    """Close the connection of everyone who is missing from the newest file."""
    for person in network.people.by_id.values():
        if person.connection and person.is_connected and person.id not in network.recognised:
            person.connection.gone_export = network.export
            network.people.mark_connection_changed(person)
            network.run.gone += 1
