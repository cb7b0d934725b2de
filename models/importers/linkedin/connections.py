"""Connections.csv into people and spells of being connected: who is new, changed, gone, or renamed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from ...store.facts import fact, set_fact
from ...text.folding import name_key, slug_of
from ..known_people import Known, Roster
from ..load import Loading, Run, SourceKeeper
from ..records import ConnectionDraft, HiddenRow
from .members import Table


@dataclass(slots=True)
class _File:
    """What the file as a whole says, before its rows are told apart."""

    loading: Loading
    run: Run
    is_newest: bool
    latest: str | None
    slugs: set[str] = field(default_factory=set)
    strangers: Counter[tuple[str, str, date | None]] = field(default_factory=Counter)
    """How many links not known before go by this name, company and day: a renamed link is one of one."""
    rows_per_name: Counter[str] = field(default_factory=Counter)
    seen: set[int] = field(default_factory=set)
    renamed_from: defaultdict[tuple[str, str, date | None], list[Known]] = field(
        default_factory=lambda: defaultdict(list)
    )


def load_connections(loading: Loading, table: Table) -> None:
    """Bring the store to what this file says; an older file than the newest known adds history only."""
    run = loading.start(table.file, table.kind.name, table.sheet.header)
    keeper = SourceKeeper(run)
    latest = fact("connections_export")
    file = _File(loading, run, latest is None or loading.export >= latest, latest)
    people = []
    for draft in loading.drafts(table.drafts(), run):
        if isinstance(draft, HiddenRow):
            run.hidden += 1
            keeper.keep(draft.row, None, draft.raw)
        elif isinstance(draft, ConnectionDraft):
            people.append(draft)
            file.rows_per_name[name_key(f"{draft.given} {draft.family}")] += 1
            if slug := slug_of(draft.link):
                file.slugs.add(slug)
                if slug not in loading.roster.by_slug:
                    file.strangers[_likeness(draft)] += 1
    _find_vanished(file)
    for draft in people:
        known = _take(file, draft)
        keeper.keep(draft.row, known.id, draft.raw)
    if file.is_newest:
        _let_go(file)
        set_fact("connections_export", loading.export)
        set_fact("hidden_rows", str(run.hidden))
    loading.roster.write()
    keeper.flush()
    loading.finish(run)


def _likeness(draft: ConnectionDraft) -> tuple[str, str, date | None]:
    return name_key(f"{draft.given} {draft.family}"), draft.company, draft.connected_on


def _find_vanished(file: _File) -> None:
    """Connections whose link is not in a newer file: what a renamed link may have been."""
    if not file.is_newest:
        return
    for known in file.loading.roster.people.values():
        spell = known.spell
        if known.slug and spell and spell.gone_export is None and known.slug not in file.slugs:
            file.renamed_from[known.key, known.company, spell.connected_on].append(known)


def _take(file: _File, draft: ConnectionDraft) -> Known:
    run, roster = file.run, file.loading.roster
    name = f"{draft.given} {draft.family}".strip()
    known = _recognise(file, draft, name)
    is_new = known is None
    if known is None:
        known = roster.add(name, draft.link)
    if known.source is not None:  # so far known from a list that gave their link
        known.source = None
        roster.by_name[known.key].append(known)
        roster.change(known)
    file.seen.add(known.id)
    is_changed = _fill(file, known, draft, name, is_new=is_new)
    is_new = _connect(file, known, draft.connected_on) or is_new
    if is_new:
        run.new += 1
    elif is_changed:
        run.changed += 1
    else:
        run.unchanged += 1
    return known


def _recognise(file: _File, draft: ConnectionDraft, name: str) -> Known | None:
    """Who this row is: by link; by a link renamed since; without one, by name and day."""
    roster, key, slug = file.loading.roster, name_key(name), slug_of(draft.link)
    if slug:
        return roster.by_slug.get(slug) or _renamed(file, draft) or _linkless(file, roster, key, draft)
    same = [known for known in roster.by_name.get(key, ()) if known.id not in file.seen]
    on_day = [known for known in same if known.spell and known.spell.connected_on == draft.connected_on]
    if on_day:
        return on_day[0]
    never_connected = [known for known in same if known.spell is None]
    if len(never_connected) == 1:
        return never_connected[0]
    # A cell Excel could not keep as a date must not make a second person.
    is_only = len(same) == 1 and file.rows_per_name[key] == 1 and draft.connected_on is None
    return same[0] if is_only else None


def _renamed(file: _File, draft: ConnectionDraft) -> Known | None:
    """The one connection whose old link is gone, with this name, company and day."""
    before = file.renamed_from.get(_likeness(draft), [])
    if len(before) != 1 or before[0].id in file.seen or file.strangers[_likeness(draft)] != 1:
        return None
    file.loading.roster.give_link(before[0], draft.link)
    return before[0]


def _linkless(file: _File, roster: Roster, key: str, draft: ConnectionDraft) -> Known | None:
    """Someone known so far by name only, from a file without links, who now shows theirs."""
    same = [known for known in roster.by_name.get(key, ()) if not known.slug and known.id not in file.seen]
    matching = [known for known in same if known.spell and known.spell.connected_on == draft.connected_on] or [
        known for known in same if known.spell is None
    ]
    if len(matching) != 1:
        return None
    roster.give_link(matching[0], draft.link)
    return matching[0]


def _fill(file: _File, known: Known, draft: ConnectionDraft, name: str, *, is_new: bool) -> bool:
    """Take over today's values; an older file only fills what is empty. Return whether anything differs."""
    roster = file.loading.roster
    values = {"name": name, "given": draft.given, "company": draft.company, "title": draft.title}
    values |= {
        field_: text
        for field_, text in (("email", draft.email), ("link", draft.link if slug_of(draft.link) else ""))
        if text
    }
    changed = False
    for attribute, new in values.items():
        old = getattr(known, attribute)
        if new != old and (file.is_newest or is_new or not old):
            setattr(known, attribute, new)
            changed = True
    if changed:
        if known.key != name_key(known.name):
            known.key = name_key(known.name)
            roster.by_name[known.key].append(known)
        roster.change(known)
    return changed


def _connect(file: _File, known: Known, connected_on: date | None) -> bool:
    """Bring the person's spell up to date; return whether a new one began."""
    roster, export, spell = file.loading.roster, file.loading.export, known.spell
    if not file.is_newest:
        if spell is None:
            roster.connect(known, connected_on, export, gone=file.latest)
        elif export < spell.first_export:
            spell.first_export = export
            roster.change_spell(known, quietly=True)
        return spell is None
    if spell is None or _is_new_spell(spell.gone_export, spell.connected_on, connected_on):
        if spell and spell.gone_export is None:
            spell.gone_export = export
            roster.change_spell(known)
            roster.write()
        roster.connect(known, connected_on, export)
        return True
    if spell.gone_export is not None or spell.connected_on is None:
        spell.gone_export, spell.connected_on = None, connected_on
        roster.change_spell(known)
    if spell.last_export != export:
        spell.last_export = export
        roster.change_spell(known, quietly=True)
    return False


def _is_new_spell(gone: str | None, before: date | None, now: date | None) -> bool:
    """Linked again after having been unlinked: the day is a later one."""
    return before is not None and now is not None and now > before and (gone is not None or (now - before).days > 1)


def _let_go(file: _File) -> None:
    """Whoever is missing from the newest file is no longer connected."""
    for known in file.loading.roster.people.values():
        if known.spell and known.spell.gone_export is None and known.id not in file.seen:
            known.spell.gone_export = file.loading.export
            file.loading.roster.change_spell(known)
            file.run.gone += 1
