"""Address books and lists of attendees into people: the same person only by link, or by e-mail and name together.

Who else may be the same is the matcher's question, and the user's answer. A list never overwrites what LinkedIn says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ..normalise import digest, plain_name, slug_of
from ..store import CAPTURED, Encounter, Event, Handle, ImportedNote, ImportRun, SourceRecord
from ..store.database import insert_rows
from ..store.query import rows, value
from .contact_drafts import ContactDraft
from .contacts import Reader
from .dates import maybe_day
from .load import Loading, Run, SourceKeeper
from .roster import Known

_DETAILS = ("nickname", "maiden", "street", "city", "region", "postcode", "country", "birthday")
_STAYED_AWAY = ("refunded", "cancelled", "declined", "not attending", "waitlist", "pending")


class Occasion(NamedTuple):
    """What the user says about a list: where it comes from, and whether they met the people on it."""

    event: str = ""
    on: date | None = None
    place: str = ""
    met: bool = False


@dataclass(slots=True)
class _Book:
    """A file being taken in."""

    loading: Loading
    run: Run
    source: str
    occasion: Occasion
    by_email: defaultdict[str, list[Known]]
    handles: set[tuple[int, str, str]]
    new_handles: list[tuple[int, str, str]] = field(default_factory=list)
    encounters: list[tuple[object, ...]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)


def load_contacts(loading: Loading, reader: Reader, occasion: Occasion) -> None:
    """Bring the people of one file in; rows the store holds already change nothing."""
    run = loading.start(reader.file, reader.name, reader.header)
    event = occasion.event
    book = _Book(loading, run, event or _label(reader), occasion, _by_email(loading), _handles())
    keeper = SourceKeeper(run)
    known_rows = {row[0] for row in rows(SourceRecord.select(SourceRecord.digest).join(ImportRun))}
    for draft in loading.drafts(reader.drafts(), run):
        if digest(*draft.raw) in known_rows:
            run.unchanged += 1
            continue
        known = _take(book, draft)
        keeper.keep(draft.row, known.id, draft.raw)
    loading.roster.write()
    insert_rows(Handle, ("person_id", "kind", "value"), book.new_handles)
    insert_rows(ImportedNote, ("person_id", "text"), book.notes)
    _write_encounters(book)
    keeper.flush()
    loading.finish(run)


def _label(reader: Reader) -> str:
    """What to call the file when no event gives it a name."""
    return reader.file if reader.name == "table" or reader.is_event_list else reader.label


def _by_email(loading: Loading) -> defaultdict[str, list[Known]]:
    found: defaultdict[str, list[Known]] = defaultdict(list)
    people = loading.roster.people
    for known in people.values():
        if known.email:
            found[known.email.casefold()].append(known)
    for person, email in rows(Handle.select(Handle.person, Handle.value).where(Handle.kind == "email")):
        if person in people:
            found[email.casefold()].append(people[person])
    return found


def _handles() -> set[tuple[int, str, str]]:
    return set(rows(Handle.select(Handle.person, Handle.kind, Handle.value)))


def _take(book: _Book, draft: ContactDraft) -> Known:
    known = _recognise(book, draft)
    roster = book.loading.roster
    if known is None:
        link = next((link for link in draft.links if slug_of(link)), "")
        known = roster.add(draft.name or (draft.emails or draft.phones or ("",))[0], link, book.source)
        book.run.new += 1
    else:
        book.run.changed += 1
    for attribute, text in (("given", draft.given), ("company", draft.company), ("title", draft.title)):
        if text and not getattr(known, attribute):
            setattr(known, attribute, text)
            roster.change(known)
    _add_details(book, known, draft)
    _add_encounter(book, known, draft)
    roster.touched.add(known.id)
    return known


def _recognise(book: _Book, draft: ContactDraft) -> Known | None:
    """The same profile link, or the same e-mail and name: the only identities the machine decides on."""
    roster = book.loading.roster
    for link in draft.links:
        if (slug := slug_of(link)) and slug in roster.by_slug:
            return roster.by_slug[slug]
    name = plain_name(draft.name)
    for email in draft.emails:
        for known in book.by_email.get(email.casefold(), ()):
            if plain_name(known.name) == name:
                return known
    return None


def _add_details(book: _Book, known: Known, draft: ContactDraft) -> None:
    details = [(kind, getattr(draft, kind)) for kind in _DETAILS]
    details += [("email", email) for email in draft.emails] + [("phone", phone) for phone in draft.phones]
    details += [("website", link) for link in draft.links if not slug_of(link)]
    for kind, text in details:
        if text and (known.id, kind, text) not in book.handles:
            book.handles.add((known.id, kind, text))
            book.new_handles.append((known.id, kind, text))
    if draft.emails and not known.email:
        known.email = draft.emails[0]
        book.loading.roster.change(known)
    for email in draft.emails:
        book.by_email[email.casefold()].append(known)


def _add_encounter(book: _Book, known: Known, draft: ContactDraft) -> None:
    """Where they were: a meeting only if the user says so, and they did not stay away."""
    event = book.occasion.event or draft.event
    stayed_away = draft.checked_in is False or draft.status in _STAYED_AWAY
    if not event or (stayed_away and not draft.checked_in):
        if draft.note:
            book.notes.append((known.id, draft.note))
        return
    on = book.occasion.on or maybe_day(draft.event_date) or maybe_day(draft.scanned_at)
    kind = "met" if book.occasion.met else "there"
    book.encounters.append((known.id, event, on.isoformat() if on else None, draft.note, kind, "", False))


def _write_encounters(book: _Book) -> None:
    newest = value(Encounter.select(Encounter.id).where(Encounter.id < CAPTURED).order_by(Encounter.id.desc()), 0)
    columns = ("id", "person_id", "event", "met_on", "note", "kind", "impression", "keep_in_touch")
    insert_rows(Encounter, columns, _numbered(book.encounters, int(newest) + 1))
    held = {row[0] for row in rows(Event.select(Event.name))}
    for name in sorted({str(row[1]) for row in book.encounters} - held):
        Event.insert(name=name, held_on=book.occasion.on, place=book.occasion.place).execute()


def _numbered(found: Iterable[tuple[object, ...]], first: int) -> Iterator[tuple[object, ...]]:
    return ((number, *row) for number, row in enumerate(found, start=first))
