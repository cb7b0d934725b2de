"""Who is who while files are loaded: everyone known, in memory, and the rows to write at the end."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from ..store import CAPTURED, Connection, Handle, Person
from ..store.database import insert_rows, update_rows
from ..store.query import plain_rows, rows, value
from ..text.companies import company_key
from ..text.folding import name_key, slug_of

_PERSON = ("name", "name_key", "slug", "link", "given", "company", "company_key", "title", "email", "source")
_CONNECTION = ("person_id", "connected_on", "first_export", "last_export", "gone_export")
NOBODY = frozenset({"", "linkedin member", "linkedin user"})
"""Names that LinkedIn puts where it hides who somebody was. Different people share them."""


@dataclass(slots=True)
class Known:
    """A person while loading."""

    id: int
    name: str
    key: str
    slug: str | None
    link: str = ""
    given: str = ""
    company: str = ""
    title: str = ""
    email: str = ""
    source: str | None = None
    """The list or address book that brought them; LinkedIn's own names are not joined with these."""
    spell: Spell | None = None

    def row(self) -> tuple[object, ...]:
        """The columns of `_PERSON`."""
        return (
            self.name, self.key, self.slug, self.link, self.given, self.company, company_key(self.company), self.title,
            self.email, self.source,
        )  # fmt: skip


@dataclass(slots=True)
class Spell:
    """The latest spell of being connected."""

    id: int
    connected_on: date | None
    first_export: str
    last_export: str
    gone_export: str | None = None


@dataclass(slots=True)
class Roster:
    """Everyone known, by link and by name, and what has changed about them."""

    people: dict[int, Known] = field(default_factory=dict)
    by_slug: dict[str, Known] = field(default_factory=dict)
    by_name: defaultdict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    touched: set[int] = field(default_factory=set)
    _new_people: set[int] = field(default_factory=set)
    _changed_people: set[int] = field(default_factory=set)
    _new_spells: dict[int, int] = field(default_factory=dict)
    _changed_spells: set[int] = field(default_factory=set)
    _former_links: list[tuple[int, str, str]] = field(default_factory=list)
    _next_person: int = 1
    _next_spell: int = 1

    @classmethod
    def load(cls) -> Roster:
        """Everyone in the store whom an import brought."""
        roster = cls()
        columns = (Person.id, Person.name, Person.name_key, Person.slug, Person.link, Person.given, Person.company,
                   Person.title, Person.email, Person.source)  # fmt: skip
        for row in plain_rows(Person.select(*columns).where(Person.id < CAPTURED)):
            roster._add(Known(*row))
        spells = Connection.select(Connection.id, Connection.person, Connection.connected_on, *_exports())
        for number, person, day, first, last, gone in plain_rows(spells.order_by(Connection.id)):
            roster.people[person].spell = Spell(number, day and date.fromisoformat(day), first or "", last or "", gone)
        for person, slug in rows(Handle.select(Handle.person, Handle.value).where(Handle.kind == "former_link")):
            roster.by_slug.setdefault(slug, roster.people[person])
        roster._next_person = max(roster.people, default=0) + 1
        roster._next_spell = int(value(Connection.select(Connection.id).order_by(Connection.id.desc()), 0)) + 1
        return roster

    def add(self, name: str, link: str = "", source: str | None = None) -> Known:
        """A person not met before."""
        known = Known(self._next_person, name, name_key(name), slug_of(link), link, source=source)
        self._next_person += 1
        self._new_people.add(known.id)
        self.touched.add(known.id)
        return self._add(known)

    def find(self, name: str, link: str) -> Known | None:
        """The one person with this link; without one, the one person with this name; `None` when not certain."""
        slug = slug_of(link)
        if slug:
            return self.by_slug.get(slug)
        same = self.by_name.get(name_key(name), ())
        return same[0] if len(same) == 1 else None

    def find_or_add(self, name: str, link: str) -> Known:
        """The person with this link (or, without one, this name), added when new; a nameless link gains its name."""
        known = self.find(name, link)
        slug = slug_of(link)
        if known is None and slug:
            linkless = [person for person in self.by_name.get(name_key(name), ()) if not person.slug]
            if len(linkless) == 1:
                known = linkless[0]
                self.give_link(known, link)
        return known or self.add(name, link)

    def give_link(self, known: Known, link: str) -> None:
        """The person is now known under this link."""
        if known.slug:
            self._former_links.append((known.id, "former_link", known.slug))
        known.slug, known.link = slug_of(link), link
        if known.slug:
            self.by_slug[known.slug] = known
        self.change(known)

    def rename(self, known: Known, name: str) -> None:
        """The person's name was read wrong; only lists bring such names, and by those nobody is joined."""
        known.name, known.key = name, name_key(name)
        self.change(known)

    def take_link(self, known: Known) -> None:
        """The person's link was read wrong."""
        if known.slug and self.by_slug.get(known.slug) is known:
            del self.by_slug[known.slug]
        known.slug, known.link = None, ""
        self.change(known)

    def forget(self, known: Known) -> None:
        """Nobody stands behind this row any more."""
        self.take_link(known)
        del self.people[known.id]
        self.touched.discard(known.id)
        self._changed_people.discard(known.id)

    def change(self, known: Known) -> None:
        """Note that the person's own row must be written."""
        self.touched.add(known.id)
        if known.id not in self._new_people:
            self._changed_people.add(known.id)

    def connect(self, known: Known, connected_on: date | None, export: str, gone: str | None = None) -> None:
        """A new spell of being connected."""
        known.spell = Spell(self._next_spell, connected_on, export, export, gone)
        self._new_spells[known.spell.id] = known.id
        self._next_spell += 1
        self.touched.add(known.id)

    def change_spell(self, known: Known, *, quietly: bool = False) -> None:
        """Note that the person's spell must be written; `quietly` when only the export it was last seen in moved."""
        if known.spell and known.spell.id not in self._new_spells:
            self._changed_spells.add(known.id)
        if not quietly:
            self.touched.add(known.id)

    def write(self) -> None:
        """Put everything that is new or changed into the store."""
        people, spells = self.people, self._new_spells
        insert_rows(Person, ("id", *_PERSON), ((number, *people[number].row()) for number in sorted(self._new_people)))
        update_rows(Person, _PERSON, ((*people[number].row(), number) for number in sorted(self._changed_people)))
        insert_rows(
            Connection,
            ("id", *_CONNECTION),
            ((number, person, *_spell(people[person].spell)) for number, person in spells.items()),
        )
        changed = (people[person].spell for person in sorted(self._changed_spells))
        update_rows(Connection, _CONNECTION[1:], ((*_spell(spell), spell.id) for spell in changed if spell))
        insert_rows(Handle, ("person_id", "kind", "value"), self._former_links)
        self._former_links.clear()
        self._new_people.clear()
        self._changed_people.clear()
        self._new_spells.clear()
        self._changed_spells.clear()

    def _add(self, known: Known) -> Known:
        self.people[known.id] = known
        if known.slug:
            self.by_slug[known.slug] = known
        if known.source is None:
            self.by_name[known.key].append(known)
        return known


def _exports() -> tuple[object, ...]:
    return (Connection.first_export, Connection.last_export, Connection.gone_export)


def _spell(spell: Spell | None) -> tuple[object, ...]:
    if spell is None:
        raise ValueError("a person without a spell has none to write")
    connected = spell.connected_on.isoformat() if spell.connected_on else None
    return (connected, spell.first_export, spell.last_export, spell.gone_export)
