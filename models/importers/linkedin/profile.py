"""The smaller files: who the owner is, recommendations, private notes, jobs and schools, events joined."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...store import ImportedNote, JoinedEvent, Position, Recommendation
from ...store.facts import fact, set_fact
from ...store.query import rows
from ...text.companies import company_key
from ...text.folding import name_key
from ..known_people import Known
from ..load import Loading, SourceKeeper
from ..mail.senders import OWN_ADDRESSES
from ..records import AddressDraft, Draft, EventDraft, NoteDraft, PositionDraft, ProfileDraft, RecommendationDraft
from .members import Table


def load_others(loading: Loading, table: Table) -> None:
    """Add the rows that are new."""
    run = loading.start(table.file, table.kind.name, table.sheet.header)
    keeper = SourceKeeper(run)
    drafts: Iterator[Draft] = loading.drafts(table.drafts(), run)
    for draft in drafts:
        person, is_new = _take(loading, draft)
        keeper.keep(draft.row, person, draft.raw)
        run.new += is_new
        run.unchanged += not is_new
    loading.roster.write()
    keeper.flush()
    loading.finish(run)


def _take(loading: Loading, draft: Draft) -> tuple[int | None, bool]:
    """Store one row; return the person it is about, and whether it was new."""
    match draft:
        case ProfileDraft():
            loading.meet_owner(draft.name)
            is_new = fact("owner_name") != draft.name
            set_fact("owner_name", draft.name)
            return None, is_new
        case AddressDraft():
            held = set((fact(OWN_ADDRESSES) or "").split())
            is_new = "@" in draft.address and not held.issuperset(draft.address.split())
            if is_new:
                set_fact(OWN_ADDRESSES, " ".join(sorted({*held, draft.address})))
            return None, is_new
        case RecommendationDraft():
            known = _recommender(loading, draft)
            values = {"person": known.id, "given": draft.given, "text": draft.text, "written_on": draft.written_on}
            return known.id, _add_once(loading, Recommendation, known.id, values)
        case NoteDraft():
            known = loading.roster.find_or_add(draft.name, draft.link)
            values = {"person": known.id, "text": draft.text, "written_on": draft.written_on}
            return known.id, bool(draft.text) and _add_once(loading, ImportedNote, known.id, values)
        case PositionDraft():
            values = {
                "company": draft.company, "company_key": company_key(draft.company), "title": draft.title,
                "started": draft.started, "finished": draft.finished, "is_school": draft.is_school,
            }  # fmt: skip
            return None, _add_once(loading, Position, None, values)
        case EventDraft():
            return None, _add_once(
                loading, JoinedEvent, None, {"name": draft.name, "held_at": draft.held_at, "status": draft.status}
            )
        case _:
            return None, False


def _recommender(loading: Loading, draft: RecommendationDraft) -> Known:
    """Who wrote or got it: the file has names and companies, no links."""
    same = loading.roster.by_name.get(name_key(draft.name), [])
    at_company = [known for known in same if company_key(known.company) == company_key(draft.company)]
    for fitting in (same, at_company):
        if len(fitting) == 1:
            return fitting[0]
    return loading.roster.add(draft.name)


def _add_once(loading: Loading, table: Any, person: int | None, values: dict[str, Any]) -> bool:
    """Add the row unless one just like it is there."""
    if person is not None:
        loading.roster.write()
    same = [getattr(table, name) == held for name, held in values.items() if held is not None]
    if rows(table.select(table.id).where(*same).limit(1)):
        return False
    table.insert(**values).execute()
    if person is not None:
        loading.roster.touched.add(person)
    return True
