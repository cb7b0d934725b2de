"""A list being taken in: who on it is known, and what the store gains of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...store import CAPTURED, Encounter, Event, Handle, ImportedNote
from ...store.database import insert_rows
from ...store.query import rows, value
from ...text.folding import plain_name, slug_of
from ..known_people import KnownPerson
from ..load import ImportContext, Run
from ..records import ContactRecord
from .attendance import AttendedEvent, ListEvent, attended_event

DETAILS = ("nickname", "maiden", "street", "city", "region", "postcode", "country", "birthday")
OWN = ("given", "company", "title")
"""What a list says that stands in the person's own row, where nobody said it before."""


@dataclass(slots=True)
class ContactWriter:
    """A file being taken in."""

    loading: ImportContext
    run: Run
    occasion: ListEvent
    label: str
    """What to call the file when no event gives it a name."""
    by_email: defaultdict[str, list[KnownPerson]]
    handles: set[tuple[int, str, str]]
    new_handles: dict[tuple[int, str, str], None] = field(default_factory=dict)
    encounters: list[tuple[int, AttendedEvent]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)

    @classmethod
    def of(cls, loading: ImportContext, run: Run, occasion: ListEvent, label: str) -> ContactWriter:
        """Return a book in which nothing is written yet."""
        held = set(rows(Handle.select(Handle.person, Handle.kind, Handle.value)))
        return cls(loading, run, occasion, label, _by_email(loading), held)

    def take(self, draft: ContactRecord) -> KnownPerson:
        """Return the person of this row, known or new, with all the row says."""
        known = self.recognise(draft)
        if known is None:
            known = self.add(draft)
            self.run.new += 1
        else:
            self.run.changed += 1
        self.give(known, draft)
        self.visit(known, draft)
        return known

    def recognise(self, draft: ContactRecord) -> KnownPerson | None:
        """Return the same profile link, or the same e-mail and name: the only identities the machine decides on."""
        roster = self.loading.people
        for link in draft.links:
            if (slug := slug_of(link)) and slug in roster.by_slug:
                return roster.by_slug[slug]
        name = plain_name(draft.name)
        for email in draft.emails:
            for known in self.by_email.get(email.casefold(), ()):
                if plain_name(known.name) == name:
                    return known
        return None

    def add(self, draft: ContactRecord) -> KnownPerson:
        """Return a person nobody brought before."""
        return self.loading.people.add(same_person(draft), link_in(draft), self.occasion.event or self.label)

    def give(self, known: KnownPerson, draft: ContactRecord) -> None:
        """Whatever the row says that is not known of this person yet."""
        roster = self.loading.people
        if not known.name and known.source is not None:
            roster.rename(known, same_person(draft))
        for attribute in OWN:
            text = getattr(draft, attribute)
            if text and not getattr(known, attribute):
                setattr(known, attribute, text)
                roster.mark_changed(known)
        for detail in details(draft):
            handle = (known.id, *detail)
            if handle not in self.handles:
                self.handles.add(handle)
                self.new_handles[handle] = None
        if draft.emails and not known.email:
            known.email = draft.emails[0]
            roster.mark_changed(known)
        for email in draft.emails:
            self.by_email[email.casefold()].append(known)
        roster.touched.add(known.id)

    def visit(self, known: KnownPerson, draft: ContactRecord) -> None:
        """Where they were, or what is noted about them."""
        visit = attended_event(draft, self.occasion)
        if visit:
            self.encounters.append((known.id, visit))
            self.run.visit = self.run.visit or visit
        elif draft.note:
            self.notes.append((known.id, draft.note))

    def write(self) -> None:
        """Put everything that is new into the store."""
        self.loading.people.write()
        insert_rows(Handle, ("person_id", "kind", "value"), self.new_handles)
        insert_rows(ImportedNote, ("person_id", "text"), self.notes)
        newest = value(Encounter.select(Encounter.id).where(Encounter.id < CAPTURED).order_by(Encounter.id.desc()), 0)
        columns = ("id", "person_id", "event", "met_on", "note", "kind", "impression", "keep_in_touch")
        insert_rows(Encounter, columns, _numbered(self.encounters, int(newest) + 1))
        self.name_events(visit.event for _, visit in self.encounters)

    def name_events(self, names: Iterable[str]) -> None:
        """Let these events be known, with what was said of them."""
        held = {row[0] for row in rows(Event.select(Event.name))}
        for name in sorted(set(names) - held):
            Event.insert(name=name, held_on=self.occasion.on, place=self.occasion.place).execute()


def details(draft: ContactRecord) -> list[tuple[str, str]]:
    """Return what is kept beside the person's own row, as kind and value."""
    found = [(kind, getattr(draft, kind)) for kind in DETAILS]
    found += [("email", email) for email in draft.emails] + [("phone", phone) for phone in draft.phones]
    found += [("website", link) for link in draft.links if not slug_of(link)]
    return [detail for detail in found if detail[1]]


def same_person(draft: ContactRecord) -> str:
    """Return the name; without one the first address or number."""
    return draft.name or (draft.emails or draft.phones or ("",))[0]


def link_in(draft: ContactRecord) -> str:
    """Return the profile link, blank without one."""
    return next((link for link in draft.links if slug_of(link)), "")


def _by_email(loading: ImportContext) -> defaultdict[str, list[KnownPerson]]:
    found: defaultdict[str, list[KnownPerson]] = defaultdict(list)
    people = loading.people.by_id
    for known in people.values():
        if known.email:
            found[known.email.casefold()].append(known)
    for person, email in rows(Handle.select(Handle.person, Handle.value).where(Handle.kind == "email")):
        if person in people:
            found[email.casefold()].append(people[person])
    return found


def _numbered(found: Iterable[tuple[int, AttendedEvent]], first: int) -> Iterator[tuple[object, ...]]:
    return (
        (number, who, visit.event, visit.on, visit.note, visit.kind, "", False)
        for number, (who, visit) in enumerate(found, start=first)
    )
