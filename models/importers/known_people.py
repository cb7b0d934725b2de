"""The people of the store while files are loaded, in memory, and the rows to write at the end."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from peewee import fn

from ..store import CAPTURED, Connection, Handle, Person
from ..store.database import insert_rows, update_rows
from ..store.query import Query
from ..text.companies import company_key
from ..text.folding import name_key, slug_of

NOBODY = frozenset({"", "linkedin member", "linkedin user"})
"""Names that LinkedIn puts where it hides who someone was. Different people share them."""

_PERSON = ("name", "name_key", "slug", "link", "given", "company", "company_key", "title", "email", "source")
_CONNECTION = ("person_id", "connected_on", "first_export", "last_export", "gone_export")


class _PersonRow(NamedTuple):
    id: int
    name: str
    key: str
    slug: str | None
    link: str
    given: str
    company: str
    title: str
    email: str
    source: str | None


class _ConnectionRow(NamedTuple):
    id: int
    person: int
    connected_on: str | None
    first_export: str
    last_export: str
    gone_export: str | None


_PEOPLE = Query(
    _PersonRow,
    lambda: Person.select(
        Person.id,
        Person.name,
        Person.name_key.alias("key"),
        Person.slug,
        Person.link,
        Person.given,
        Person.company,
        Person.title,
        Person.email,
        Person.source,
    ).where(Person.id < CAPTURED),
    raw=True,
)
_CONNECTIONS = Query(
    _ConnectionRow,
    lambda: Connection.select(
        Connection.id,
        Connection.person,
        Connection.connected_on,
        Connection.first_export,
        Connection.last_export,
        Connection.gone_export,
    ).order_by(Connection.id),
    raw=True,
)
_FORMER_LINKS = Query(
    tuple[int, str], lambda: Handle.select(Handle.person, Handle.value).where(Handle.kind == "former_link")
)
_LAST_CONNECTION = Query(int, lambda: Connection.select(fn.COALESCE(fn.MAX(Connection.id), 0)))


@dataclass(slots=True)
class KnownPerson:
    """A person while files are loaded."""

    id: int
    name: str
    key: str
    """The `name_key` of the name."""
    slug: str | None
    link: str = ""
    given: str = ""
    company: str = ""
    title: str = ""
    email: str = ""
    source: str | None = None
    """The list or address book that brought them; LinkedIn's own names are not joined with these."""
    connection: ConnectionPeriod | None = None
    """The latest; `None` when they were never connected."""

    @property
    def is_connected(self) -> bool:
        """Whether they are a connection, as far as the newest file says."""
        return self.connection is not None and self.connection.gone_export is None

    def row(self) -> tuple[object, ...]:
        """Return the columns of `_PERSON`."""
        return (
            self.name,
            self.key,
            self.slug,
            self.link,
            self.given,
            self.company,
            company_key(self.company),
            self.title,
            self.email,
            self.source,
        )


@dataclass(slots=True)
class ConnectionPeriod:
    """One time of being connected; days of exports are ISO text."""

    id: int
    connected_on: date | None
    first_export: str
    last_export: str
    gone_export: str | None = None
    """The export in which the person was first missing."""

    def row(self) -> tuple[object, ...]:
        """Return the columns of `_CONNECTION`, without the person."""
        connected_on = self.connected_on.isoformat() if self.connected_on else None
        return (connected_on, self.first_export, self.last_export, self.gone_export)


@dataclass(slots=True)
class KnownPeople:
    """Everyone known, by number, link and name, and what has changed about them."""

    by_id: dict[int, KnownPerson] = field(default_factory=dict)
    by_slug: dict[str, KnownPerson] = field(default_factory=dict)
    by_name: defaultdict[str, list[KnownPerson]] = field(default_factory=lambda: defaultdict(list))
    """By `name_key`, without those that only lists and address books brought."""
    touched: set[int] = field(default_factory=set)
    """The people about whom something is new: what follows from that is computed again."""
    _new_people: set[int] = field(default_factory=set)
    _changed_people: set[int] = field(default_factory=set)
    _new_connections: dict[int, int] = field(default_factory=dict)
    """By the number of the connection, whose it is."""
    _changed_connections: set[int] = field(default_factory=set)
    _former_links: list[tuple[int, str, str]] = field(default_factory=list)
    _next_person: int = 1
    _next_connection: int = 1

    @classmethod
    def load(cls) -> KnownPeople:
        """Return everyone in the store that an import brought."""
        people = cls()
        for row in _PEOPLE.rows():
            people._file(KnownPerson(*row))
        for period in _CONNECTIONS.rows():
            connected_on = date.fromisoformat(period.connected_on) if period.connected_on else None
            people.by_id[period.person].connection = ConnectionPeriod(
                period.id, connected_on, period.first_export or "", period.last_export or "", period.gone_export
            )
        for person, slug in _FORMER_LINKS.rows():
            people.by_slug.setdefault(slug, people.by_id[person])
        people._next_person = max(people.by_id, default=0) + 1
        people._next_connection = (_LAST_CONNECTION.first() or 0) + 1
        return people

    def add(self, name: str, link: str = "", source: str | None = None) -> KnownPerson:
        """Add a person not met before."""
        person = KnownPerson(self._next_person, name, name_key(name), slug_of(link), link, source=source)
        self._next_person += 1
        self._new_people.add(person.id)
        self.touched.add(person.id)
        self._file(person)
        return person

    def find(self, name: str, link: str) -> KnownPerson | None:
        """Return the one person with this link, or without one this name; `None` when that is not certain."""
        slug = slug_of(link)
        if slug:
            return self.by_slug.get(slug)
        namesakes = self.by_name.get(name_key(name), ())
        return namesakes[0] if len(namesakes) == 1 else None

    def find_or_add(self, name: str, link: str) -> KnownPerson:
        """Return the person with this link (or, without one, this name), added when new; a bare name gains its link."""
        person = self.find(name, link)
        if person is None and slug_of(link):
            linkless = [namesake for namesake in self.by_name.get(name_key(name), ()) if not namesake.slug]
            if len(linkless) == 1:
                person = linkless[0]
                self.give_link(person, link)
        return person or self.add(name, link)

    def give_link(self, person: KnownPerson, link: str) -> None:
        """Let the person be known under this link from now on."""
        if person.slug:
            self._former_links.append((person.id, "former_link", person.slug))
        person.slug, person.link = slug_of(link), link
        if person.slug:
            self.by_slug[person.slug] = person
        self.mark_changed(person)

    def remove_link(self, person: KnownPerson) -> None:
        """Take back a link that was read wrong."""
        if person.slug and self.by_slug.get(person.slug) is person:
            del self.by_slug[person.slug]
        person.slug, person.link = None, ""
        self.mark_changed(person)

    def rename(self, person: KnownPerson, name: str) -> None:
        """Correct a name that was read wrong; only lists bring such names, and nobody is found by those."""
        person.name, person.key = name, name_key(name)
        self.mark_changed(person)

    def file_by_name(self, person: KnownPerson) -> None:
        """Let the person be found by the name they have now."""
        self.by_name[person.key].append(person)

    def forget(self, person: KnownPerson) -> None:
        """Drop a row that stands for nobody any more."""
        self.remove_link(person)
        del self.by_id[person.id]
        self.touched.discard(person.id)
        self._changed_people.discard(person.id)

    def mark_changed(self, person: KnownPerson) -> None:
        """Note that the person's own row must be written."""
        self.touched.add(person.id)
        if person.id not in self._new_people:
            self._changed_people.add(person.id)

    def connect(self, person: KnownPerson, connected_on: date | None, export: str, gone: str | None = None) -> None:
        """Begin a new connection."""
        person.connection = ConnectionPeriod(self._next_connection, connected_on, export, export, gone)
        self._new_connections[person.connection.id] = person.id
        self._next_connection += 1
        self.touched.add(person.id)

    def mark_connection_changed(self, person: KnownPerson, *, quietly: bool = False) -> None:
        """Note that the connection must be written; `quietly` when only the export it was last seen in is another."""
        if person.connection and person.connection.id not in self._new_connections:
            self._changed_connections.add(person.id)
        if not quietly:
            self.touched.add(person.id)

    def write(self) -> None:
        """Put everything that is new or changed into the store."""
        by_id, periods = self.by_id, self._new_connections
        insert_rows(Person, ("id", *_PERSON), ((number, *by_id[number].row()) for number in sorted(self._new_people)))
        update_rows(Person, _PERSON, ((*by_id[number].row(), number) for number in sorted(self._changed_people)))
        begun = ((number, person, *_connection_of(by_id[person]).row()) for number, person in periods.items())
        insert_rows(Connection, ("id", *_CONNECTION), begun)
        changed = (_connection_of(by_id[person]) for person in sorted(self._changed_connections))
        update_rows(Connection, _CONNECTION[1:], ((*period.row(), period.id) for period in changed))
        insert_rows(Handle, ("person_id", "kind", "value"), self._former_links)
        for written in (self._former_links, self._new_people, self._changed_people, periods, self._changed_connections):
            written.clear()

    def _file(self, person: KnownPerson) -> None:
        self.by_id[person.id] = person
        if person.slug:
            self.by_slug[person.slug] = person
        if person.source is None:
            self.file_by_name(person)


def _connection_of(person: KnownPerson) -> ConnectionPeriod:
    """Return the connection that is to be written."""
    if person.connection is None:
        raise ValueError("a person who was never connected has no connection to write")
    return person.connection
