"""Read stored rows differently than before: take back what they gave, then load them again.

Each row keeps its person, with all that was decided about them, unless its new reading says that it is someone else.
What another file says of that person stays.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ...store import (
    CAPTURED,
    TABLES,
    Card,
    Change,
    Decision,
    Encounter,
    Event,
    Handle,
    ImportedNote,
    ImportRun,
    Operation,
    Pair,
    Person,
    PersonSignals,
    SourceRecord,
)
from ...store.database import update_rows
from ...store.query import chunks, rows
from ...text.folding import slug_of
from ..known_people import KnownPerson
from ..records import ContactRecord
from .attendance import AttendedEvent, ListEvent, attended_event
from .column_history import RunColumns, readers_of_runs, run_columns
from .column_overrides import remembered_overrides
from .contact_writer import OWN, ContactWriter, details, link_in, same_person
from .recognise import ANY_TABLE, LAYOUTS, VCARD, Reader

_FOLLOWS = (Person, Handle, ImportedNote, SourceRecord, PersonSignals, Card, Pair)
"""Tables whose rows about a person go when the person goes."""


@dataclass(slots=True)
class OtherSources:
    """What the rows of other files say of some people."""

    people: set[int] = field(default_factory=set)
    drafts: defaultdict[int, list[ContactRecord]] = field(default_factory=lambda: defaultdict(list))
    said: set[tuple[int, str, str]] = field(default_factory=set)
    cells: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    """What stands in the rows of files that are neither lists nor address books."""
    lines: defaultdict[int, str] = field(default_factory=lambda: defaultdict(str))

    @classmethod
    def of(cls, people: Collection[int], but: Collection[int]) -> OtherSources:
        """Return everything but these rows."""
        found = cls()
        columns = (SourceRecord.person, SourceRecord.run, SourceRecord.row, SourceRecord.cells, ImportRun.kind)
        query = SourceRecord.select(SourceRecord.id, *columns).join(ImportRun).order_by(SourceRecord.id)
        held = [row for some in chunks(sorted(people)) for row in rows(query.where(SourceRecord.person.in_(some)))]
        held = [row for row in held if row[0] not in but]
        makers = readers_of_runs({row[2] for row in held})
        for _, person, run, number, text, kind in held:
            found.people.add(person)
            cells = json.loads(text)
            draft = makers[run](number, cells) if run in makers else None
            if draft:
                found._hear(person, draft)
            elif kind == VCARD.name:
                found.lines[person] += "\n".join(cells)
            else:
                found.cells[person] |= {cell.strip() for cell in cells}
        return found

    def claim(self, person: int, kind: str, text: str) -> bool:
        """Return whether any of them says this of the person; LinkedIn and mails know themselves whom they mean."""
        cells = self.cells.get(person, set())
        if person in self.cells and kind in ("name", "link"):
            return True
        if kind == "email" and any(text in cell for cell in cells):
            return True
        return (person, kind, text) in self.said or text in cells or text in self.lines.get(person, "")

    def _hear(self, person: int, draft: ContactRecord) -> None:
        self.drafts[person].append(draft)
        own = [("name", draft.name), *((attribute, getattr(draft, attribute)) for attribute in OWN)]
        links = [("link", slug) for link in draft.links if (slug := slug_of(link))]
        self.said |= {(person, kind, text) for kind, text in (*own, *details(draft), *links)}


def is_unused(people: Collection[int]) -> frozenset[int]:
    """Those of whom nothing is known but what lists say, and about whom nothing was ever decided."""
    missed: set[int] = set()
    for some in chunks(sorted(people)):
        for table in TABLES:
            for reference, target in table._meta.refs.items():
                if target is Person and table not in _FOLLOWS:
                    query = table.select(reference).where(reference.in_(some))
                    missed |= {
                        row[0] for row in rows(query.where(table.id >= CAPTURED) if table is Encounter else query)
                    }
        missed |= {row[0] for row in rows(Operation.select(Operation.person).where(Operation.person.in_(some)))}
    references, pairs = _in_the_log()
    return frozenset({*people} - missed - references - _ends(pairs))


def _in_the_log() -> tuple[set[int], set[int]]:
    """Return every row and every pair that a decision or the log refers to: what was taken back may be brought back."""
    of_pairs = Decision.select(Decision.subject).where(Decision.queue == "duplicates")
    references, pairs = set[int](), {row[0] for row in rows(of_pairs)}
    for images in rows(Change.select(Change.before, Change.after)):
        for image in filter(None, images):
            references |= {value for name, value in image.items() if name.endswith("_id") and isinstance(value, int)}
            if image.get("queue") == "duplicates":
                pairs.add(image.get("subject", 0))
    return references, pairs


def _ends(pairs: Collection[int]) -> set[int]:
    found = set[int]()
    for some in chunks(sorted(pairs)):
        found.update(*rows(Pair.select(Pair.left, Pair.right).where(Pair.id.in_(some))))
    return found


_TABLES = [layout.name for layout in (*LAYOUTS, ANY_TABLE)]


class KeptRow(NamedTuple):
    """A row as the store holds it: its number, whose it is, and how it was read."""

    record: int
    person: int
    run: int
    reading: RunColumns


def reinterpret_rows(reader: Reader, occasion: ListEvent) -> dict[int, KeptRow]:
    """Return the rows of earlier files, by digest, that were not read as this reader reads them."""
    if reader.columns is None:
        return {}
    query = rows(ImportRun.select(ImportRun.id, ImportRun.kind, ImportRun.header).where(ImportRun.kind.in_(_TABLES)))
    runs = {run: (kind, header) for run, kind, header in query if len(header) == len(reader.header)}
    usual = reader.corrected(remembered_overrides(reader)).columns or reader.columns
    stale = {
        run: reading
        for run, reading in run_columns(runs, usual).items()
        if dict(reading.columns.columns) != dict(reader.columns.columns)
        or occasion.over(reading.occasion) != reading.occasion
    }
    columns = (SourceRecord.digest, SourceRecord.id, SourceRecord.person, SourceRecord.run)
    held = SourceRecord.select(*columns).where(SourceRecord.person.is_null(False)).order_by(SourceRecord.id)
    return {
        mark: KeptRow(record, person, run, stale[run])
        for some in chunks(stale)
        for mark, record, person, run in rows(held.where(SourceRecord.run.in_(some)))
    }


class _Row(NamedTuple):
    kept: KeptRow
    old: ContactRecord
    new: ContactRecord
    was: AttendedEvent | None
    is_now: AttendedEvent | None


def reinterpret(
    book: ContactWriter, again: Sequence[tuple[KeptRow, ContactRecord]], occasion: ListEvent, sample: list[list[str]]
) -> None:
    """Bring the people of these rows to what the rows say now; writes what is not the book's own to write."""
    makers = {kept.run: kept.reading.drafts(sample) for kept, _ in again}
    found = []
    for kept, new in again:
        old = makers[kept.run](new.row, list(new.raw)) or ContactRecord(new.row, new.raw)
        was, now = attended_event(old, kept.reading.occasion), attended_event(new, occasion.over(kept.reading.occasion))
        if (old, was) == (new, now):
            book.run.unchanged += 1
        else:
            found.append(_Row(kept, old, new, was, now))
    if found:
        _Reinterpretation.of(book, found).carry_out()


@dataclass(slots=True)
class _Reinterpretation:
    book: ContactWriter
    rows: list[_Row]
    others: OtherSources
    names: dict[int, str] = field(default_factory=dict)
    """What people were called whose name was read wrong."""
    unlinked: set[int] = field(default_factory=set)
    gone: set[tuple[int, str, str]] = field(default_factory=set)
    whose: dict[int, KnownPerson] = field(default_factory=dict)
    """Whose each row is now, by its record."""
    free: frozenset[int] | None = None

    @classmethod
    def of(cls, book: ContactWriter, found: list[_Row]) -> _Reinterpretation:
        """Return a correction of these rows, with what other files say of their people."""
        people = {row.kept.person for row in found}
        return cls(book, found, OtherSources.of(people, {row.kept.record for row in found}))

    def carry_out(self) -> None:
        """Take back, give again, write."""
        roster = self.book.loading.people
        for row in self.rows:
            self._take_back(roster.by_id[row.kept.person], row.old)
        taken: set[int] = set()
        for row in self.rows:
            known = self._whose(row, taken)
            taken.add(known.id)
            self.whose[row.kept.record] = known
            self._give(known, row.new)
        for person in {row.kept.person for row in self.rows} - taken:
            self._leave(roster.by_id[person])
        self._write()

    def _take_back(self, known: KnownPerson, old: ContactRecord) -> None:
        roster, claimed = self.book.loading.people, self.others.claim
        for attribute, text in [*((each, getattr(old, each)) for each in OWN), ("email", next(iter(old.emails), ""))]:
            if text and getattr(known, attribute) == text and not claimed(known.id, attribute, text):
                setattr(known, attribute, "")
                roster.mark_changed(known)
        for kind, text in details(old):
            if not claimed(known.id, kind, text):
                self.book.handles.discard((known.id, kind, text))
                self.gone.add((known.id, kind, text))
        for email in old.emails:
            held = self.book.by_email[email.casefold()]
            held[:] = [each for each in held if each is not known or claimed(known.id, "email", email)]
        if known.source is None:  # LinkedIn's own: a list gave neither name nor link
            return
        if known.name == same_person(old) and not claimed(known.id, "name", known.name):
            self.names.setdefault(known.id, known.name)
            roster.rename(known, "")
        slug = slug_of(link_in(old))
        if slug and known.slug == slug and not claimed(known.id, "link", slug):
            self.unlinked.add(known.id)
            roster.remove_link(known)

    def _whose(self, row: _Row, taken: set[int]) -> KnownPerson:
        known = self.book.loading.people.by_id[row.kept.person]
        found = self.book.recognise(row.new)
        is_alone = known.id not in self.others.people
        if found is None:
            return known if is_alone and known.id not in taken else self.book.add(row.new)
        may_leave = known.id in taken or not is_alone or self._is_free(known.id)
        return found if may_leave else known

    def _is_free(self, person: int) -> bool:
        if self.free is None:
            self.free = is_unused({row.kept.person for row in self.rows})
        return person in self.free

    def _give(self, known: KnownPerson, draft: ContactRecord) -> None:
        roster = self.book.loading.people
        link = link_in(draft)
        if link and not known.slug and slug_of(link) not in roster.by_slug:
            roster.give_link(known, link)
        self.book.give(known, draft)
        self.book.run.changed += 1
        self.book.run.corrected += 1

    def _leave(self, known: KnownPerson) -> None:
        """All rows of this person turned out to be someone else's: what other files say stays, else nobody does."""
        loading = self.book.loading
        if known.id not in self.others.people:
            loading.people.forget(known)
            loading.vanished.add(known.id)
        elif not known.name:
            loading.people.rename(known, self.names[known.id])

    def _write(self) -> None:
        book, loading = self.book, self.book.loading
        for person, drafts in self.others.drafts.items():
            if person not in loading.vanished:
                for draft in drafts:
                    book.give(loading.people.by_id[person], draft)
        update_rows(Person, ("slug",), ((None, person) for person in sorted(self.unlinked)))  # before others get them
        loading.people.write()
        loading.corrected |= {row.kept.person for row in self.rows} | {known.id for known in self.whose.values()}
        loading.corrected -= loading.vanished
        places = ((book.run.id, row.new.row, self.whose[row.kept.record].id, row.kept.record) for row in self.rows)
        update_rows(SourceRecord, ("run_id", "row", "person_id"), places)
        self._write_handles()
        self._write_visits()
        self._write_notes()
        for some in chunks(sorted(loading.vanished)):
            Person.delete().where(Person.id.in_(some)).execute()

    def _write_handles(self) -> None:
        kept = Handle.select(Handle.id, Handle.person, Handle.kind, Handle.value)
        people = sorted({person for person, _, _ in self.gone})
        stale = []
        for some in chunks(people):
            for number, *handle in rows(kept.where(Handle.person.in_(some))):
                key = (handle[0], handle[1], handle[2])
                if key in self.gone:
                    self.book.new_handles.pop(key, None)  # it said so before: the row stays
                    if key not in self.book.handles:
                        stale.append(number)
        for some in chunks(stale):
            Handle.delete().where(Handle.id.in_(some)).execute()

    def _write_visits(self) -> None:
        held = _encounters({row.kept.person for row in self.rows} | {known.id for known in self.whose.values()})
        moved, stale = [], []
        for row in self.rows:
            known = self.whose[row.kept.record]
            numbers = held[row.kept.person, row.was] if row.was else []
            number = numbers.pop() if numbers else None
            if number and row.is_now:
                moved.append((known.id, row.is_now.event, row.is_now.on, row.is_now.note, row.is_now.kind, number))
            elif number:
                stale.append(number)
            elif row.is_now and not held[known.id, row.is_now]:
                self.book.encounters.append((known.id, row.is_now))
            self.book.run.visit = self.book.run.visit or row.is_now
        update_rows(Encounter, ("person_id", "event", "met_on", "note", "kind"), moved)
        for some in chunks(stale):
            Encounter.delete().where(Encounter.id.in_(some)).execute()
        self.book.name_events(row.is_now.event for row in self.rows if row.is_now)
        named = {row.was.event for row in self.rows if row.was} - {row.is_now.event for row in self.rows if row.is_now}
        for names in chunks(sorted(named)):
            visited = Encounter.select(Encounter.event).where(Encounter.event.in_(names))
            Event.delete().where(Event.name.in_(names), Event.name.not_in(visited)).execute()

    def _write_notes(self) -> None:
        held: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        for some in chunks(sorted({row.kept.person for row in self.rows})):
            query = ImportedNote.select(ImportedNote.person, ImportedNote.text, ImportedNote.id)
            for person, text, number in rows(query.where(ImportedNote.person.in_(some))):
                held[person, text].append(number)
        for row in self.rows:
            was, now = _note(row.old, row.was), _note(row.new, row.is_now)
            numbers, whose = held[row.kept.person, was], self.whose[row.kept.record].id
            number = numbers.pop() if was and numbers else None
            if number and now:
                ImportedNote.update(person=whose, text=now).where(ImportedNote.id == number).execute()
            elif number:
                ImportedNote.delete().where(ImportedNote.id == number).execute()
            elif now and not held[whose, now]:
                self.book.notes.append((whose, now))


def _note(draft: ContactRecord, visit: AttendedEvent | None) -> str:
    return "" if visit else draft.note


def _encounters(people: set[int]) -> defaultdict[tuple[int, AttendedEvent], list[int]]:
    found: defaultdict[tuple[int, AttendedEvent], list[int]] = defaultdict(list)
    query = Encounter.select(
        Encounter.person, Encounter.event, Encounter.met_on, Encounter.note, Encounter.kind, Encounter.id
    ).where(Encounter.id < CAPTURED)
    for some in chunks(sorted(people)):
        for person, event, on, note, kind, number in rows(query.where(Encounter.person.in_(some))):
            found[person, AttendedEvent(event, on and on.isoformat(), note, kind)].append(number)
    return found
