"""What silence leaves to do: a target who did not answer is not asked again, and the asker gets a kind no.

Nothing of this is written by an import: it follows from what was asked and what the newest export holds, so it comes
and goes with them. It becomes an errand of its own when the user does something about it.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from ..errors import NotFoundError
from ..ids import errand_id, unwritten_errand
from ..introductions.record import ASK, QUEUE, introductions
from ..introductions.states import State
from ..outbox.draft_facts import facts_for_errand, facts_from_store, with_owner_name
from ..outbox.drafts import DraftWriter
from ..outbox.errand_kinds import ErrandKind
from ..outbox.pending import PendingErrand
from ..outbox.threads import manner_of_thread
from ..store import Errand
from ..store.query import rows
from ..verbs import Verb
from .base import Context, QueueCard
from .registry import queue_named


class _Asked(NamedTuple):
    request: int
    target: int
    at: datetime


def closings(context: Context, replies: DraftWriter) -> list[PendingErrand]:
    """A kind no for each asker whose target did not answer in time, oldest first."""
    patience = context.policy.bars.days_until_silent
    asked = _asked_before(context, patience)
    if not asked:
        return []
    known = introductions({one.request: one.target for one in asked})
    silent = {
        one.request: one.at + timedelta(days=patience)
        for one in asked
        if known[one.request].state(context.export_date, patience) is State.TARGET_SILENT
        and known[one.request].record.verdict == Verb.INTRODUCE
    }
    cards = queue_named(QUEUE).cards(list(silent), context)
    return [_todo(card, silent[card.subject], replies) for card in cards]


def closing(number: int, context: Context, replies: DraftWriter) -> PendingErrand:
    """The one with this number; raises `NotFoundError`."""
    found = next((todo for todo in closings(context, replies) if todo.id == number), None)
    if found is None:
        raise NotFoundError(f"There is no errand {errand_id(number)}.", "picky outbox lists them.")
    return found


def _asked_before(context: Context, patience: int) -> list[_Asked]:
    """Targets asked that long ago whose askers were not written to since."""
    latest = datetime.combine(context.export_date - timedelta(days=patience), time(), UTC)
    told = Errand.select(Errand.subject).where(Errand.queue == QUEUE, Errand.kind == ErrandKind.NO_FROM_TARGET.value)
    query = Errand.select(Errand.subject, Errand.person, Errand.closed_at).where(
        Errand.queue == QUEUE,
        Errand.kind == ASK,
        Errand.state == "done",
        Errand.closed_at < latest,
        Errand.subject.not_in(told),
    )
    return [_Asked(*row) for row in rows(query.order_by(Errand.id))]


def _todo(card: QueueCard, at: datetime, replies: DraftWriter) -> PendingErrand:
    kind = ErrandKind.NO_FROM_TARGET
    facts, words = with_owner_name(card.draft_facts), card.draft_facts.get("words")
    manner = manner_of_thread(card.person, words.value if words else "")  # as after a no: nothing may tell them apart
    written = replies.draft(kind, facts, manner.voice, manner.language)
    return PendingErrand(
        unwritten_errand(card.subject),
        kind,
        "open",
        card.name,
        card.slug,
        written.text,
        at,
        card.queue,
        card.subject,
        card.person,
        written=written,
        facts=facts_from_store(facts_for_errand(kind, facts)),
    )
