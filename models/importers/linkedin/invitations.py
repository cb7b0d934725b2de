"""Invitations.csv into invitations. Whether one is still pending is worked out later, from everything."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ...store import Invitation, Person
from ...store.database import insert_rows, update_rows
from ...store.facts import FactKey, fact, set_fact
from ...store.query import Query
from ...text.folding import name_key, slug_of
from ..known_people import KnownPerson
from ..load import ImportContext, SourceWriter, day_of
from ..records import InvitationRecord
from .members import ExportFile

_COLUMNS = ("person_id", "outgoing", "sent_at", "note", "seen_export", "has_link", "fate", "certainty")


class _StoredInvitation(NamedTuple):
    """An invitation as the store has it; `sent_at` is seconds since 1970, `seen_export` an ISO day."""

    id: int
    person: int
    outgoing: int
    sent_at: int
    seen_export: str
    name_key: str


class _Sent(NamedTuple):
    """What makes an invitation one and the same: who it is from or to, and when it was sent."""

    person: int
    outgoing: bool
    at: int


class _Stored(NamedTuple):
    id: int | None
    """`None` for one of this very file, which is not written yet."""
    seen_export: str


_INVITATIONS = Query(
    _StoredInvitation,
    lambda: Invitation.select(
        Invitation.id,
        Invitation.person,
        Invitation.outgoing,
        Invitation.sent_at,
        Invitation.seen_export,
        Person.name_key,
    ).join(Person),
    raw=True,
)


@dataclass(slots=True)
class _Invitations:
    """The invitations of the store, and what a file changes about them."""

    stored: dict[_Sent, _Stored] = field(default_factory=dict)
    person_by_name: dict[tuple[str, bool, int], int] = field(default_factory=dict)
    """For files without links: by name, direction and moment, the person."""
    added: list[tuple[object, ...]] = field(default_factory=list)
    seen_again: list[tuple[str, bool, int]] = field(default_factory=list)

    @classmethod
    def load(cls) -> _Invitations:
        """Return those in the store."""
        found = cls()
        for row in _INVITATIONS.rows():
            outgoing = bool(row.outgoing)
            found.stored[_Sent(row.person, outgoing, row.sent_at)] = _Stored(row.id, row.seen_export)
            found.person_by_name[row.name_key, outgoing, row.sent_at] = row.person
        return found

    def take(self, person: int, record: InvitationRecord, export: str) -> bool:
        """Add the invitation, or note that it is still listed; return whether it is new."""
        sent = _Sent(person, record.outgoing, record.sent_at)
        has_link = slug_of(record.other_link) is not None
        stored = self.stored.get(sent)
        if stored is None:
            self.added.append((*sent, record.note, export, has_link, "unknown", "probable"))
            self.stored[sent] = _Stored(None, export)
            return True
        if stored.id is not None and (stored.seen_export < export or has_link):
            self.seen_again.append((max(stored.seen_export, export), has_link, stored.id))
        return False

    def write(self) -> None:
        """Put what is new or was seen again into the store."""
        insert_rows(Invitation, _COLUMNS, self.added)
        update_rows(Invitation, ("seen_export", "has_link"), self.seen_again)


def load_invitations(context: ImportContext, file: ExportFile) -> None:
    """Add the invitations that are new, and note that the others are still listed."""
    run = context.begin(file.name, file.kind.name, file.table.header)
    sources, invitations = SourceWriter(run), _Invitations.load()
    for record in context.records(file.records(), run):
        if isinstance(record, InvitationRecord):
            context.add_owner(record.owner, record.owner_link)
            by_name = (name_key(record.other), record.outgoing, record.sent_at)
            person = _other_end(context, record, invitations.person_by_name.get(by_name))
            sources.add(record.row, person.id, record.raw)
            is_new = invitations.take(person.id, record, context.export)
            if is_new:
                context.people.touched.add(person.id)
            run.count(is_new=is_new)
    context.people.write()
    invitations.write()
    if context.export >= (fact(FactKey.INVITATIONS_EXPORT) or ""):
        set_fact(FactKey.INVITATIONS_EXPORT, context.export)
    sources.write()
    context.end(run)


def _other_end(context: ImportContext, record: InvitationRecord, by_name: int | None) -> KnownPerson:
    """Return the person at the other end.

    Without a link, a connection older than the invitation is only a namesake.

    Args:
        context: The import under way.
        record: The invitation.
        by_name: The person of an invitation in the store with the same name, direction and moment.
    """
    people = context.people
    if slug := slug_of(record.other_link):
        if by_name and not people.by_id[by_name].slug and slug not in people.by_slug:
            people.give_link(people.by_id[by_name], record.other_link)
        return people.find_or_add(record.other, record.other_link)
    if by_name:
        return people.by_id[by_name]
    sent_on = day_of(record.sent_at)
    namesakes = people.by_name.get(name_key(record.other), ())
    connected_later = [
        person
        for person in namesakes
        if person.connection and person.connection.connected_on and person.connection.connected_on >= sent_on
    ]
    if len(connected_later) == 1:
        return connected_later[0]
    never_connected = [person for person in namesakes if person.connection is None]
    return never_connected[0] if len(never_connected) == 1 else people.add(record.other)
