"""Invitations.csv into invitations. Whether one is still pending is computed later, from everything."""

from __future__ import annotations

from ...store import Invitation, Person
from ...store.database import insert_rows, update_rows
from ...store.facts import fact, set_fact
from ...store.query import rows
from ...text.folding import name_key, slug_of
from ..known_people import Known
from ..load import Loading, SourceKeeper, day_of
from ..records import InvitationDraft
from .members import Table

_COLUMNS = ("person_id", "outgoing", "sent_at", "note", "seen_export", "has_link", "fate", "certainty")


def load_invitations(loading: Loading, table: Table) -> None:
    """Add the invitations that are new, and note that the others are still listed."""
    run = loading.start(table.file, table.kind.name, table.sheet.header)
    keeper = SourceKeeper(run)
    known_by_person, known_by_name = _existing()
    added: list[tuple[object, ...]] = []
    seen_again: list[tuple[str, bool, int]] = []
    for draft in loading.drafts(table.drafts(), run):
        if not isinstance(draft, InvitationDraft):
            continue
        loading.meet_owner(draft.owner, draft.owner_link)
        by_name = (name_key(draft.other), draft.outgoing, draft.sent_at)
        found = known_by_name.get(by_name)
        person = _who(loading, draft, found)
        keeper.keep(draft.row, person.id, draft.raw)
        key = (person.id, draft.outgoing, draft.sent_at)
        has_link = slug_of(draft.other_link) is not None
        number, seen = known_by_person.get(key, (None, ""))
        if number is None and key not in known_by_person:
            added.append((*key, draft.note, loading.export, has_link, "unknown", "probable"))
            known_by_person[key] = (None, loading.export)
            loading.roster.touched.add(person.id)
            run.new += 1
            continue
        run.unchanged += 1
        if number is not None and (seen < loading.export or has_link):
            seen_again.append((max(seen, loading.export), has_link, number))
    loading.roster.write()
    insert_rows(Invitation, _COLUMNS, added)
    update_rows(Invitation, ("seen_export", "has_link"), seen_again)
    if loading.export >= (fact("invitations_export") or ""):
        set_fact("invitations_export", loading.export)
    keeper.flush()
    loading.finish(run)


def _existing() -> tuple[dict[tuple[int, bool, int], tuple[int | None, str]], dict[tuple[str, bool, int], int]]:
    """Invitations in the store: by person, and (for files without links) by name."""
    by_person: dict[tuple[int, bool, int], tuple[int | None, str]] = {}
    by_name: dict[tuple[str, bool, int], int] = {}
    query = Invitation.select(
        Invitation.id,
        Invitation.person,
        Invitation.outgoing,
        Invitation.sent_at,
        Invitation.seen_export,
        Person.name_key,
    ).join(Person)
    for number, person, outgoing, sent, seen, key in rows(query):
        seconds = int(sent.timestamp())
        by_person[person, outgoing, seconds] = (number, seen.isoformat())
        by_name[key, outgoing, seconds] = person
    return by_person, by_name


def _who(loading: Loading, draft: InvitationDraft, found: int | None) -> Known:
    """The person at the other end. Without a link, a connection older than the invitation is only a namesake."""
    roster = loading.roster
    if slug_of(draft.other_link):
        if found and not roster.people[found].slug and slug_of(draft.other_link) not in roster.by_slug:
            roster.give_link(roster.people[found], draft.other_link)
        return roster.find_or_add(draft.other, draft.other_link)
    if found:
        return roster.people[found]
    sent = day_of(draft.sent_at)
    same = roster.by_name.get(name_key(draft.other), [])
    later = [known for known in same if known.spell and known.spell.connected_on and known.spell.connected_on >= sent]
    if len(later) == 1:
        return later[0]
    never = [known for known in same if known.spell is None]
    return never[0] if len(never) == 1 else roster.add(draft.other)
