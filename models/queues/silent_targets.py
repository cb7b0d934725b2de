"""Targets who never answered: they are not asked again, and the asker gets a kind no.

Nothing of this is written by an import: it follows from what was asked and what the newest export holds, so it comes
and goes with them. It becomes an errand of its own when the user does something about it.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from ..errors import NotFoundError
from ..ids import errand_id, errand_of_silence
from ..introductions.record import ASK, QUEUE, introductions
from ..introductions.states import State
from ..outbox.draft_facts import facts_for_errand, facts_from_store, with_owner_name
from ..outbox.drafts import DraftWriter
from ..outbox.errand_kinds import ErrandKind
from ..outbox.pending import PendingErrand
from ..outbox.threads import manner_of_thread
from ..store import Errand
from ..store.query import Query, param
from ..verbs import Verb
from .base import Context, QueueCard
from .registry import queue_named


class _Ask(NamedTuple):
    """A request whose target was asked by hand."""

    subject: int
    person: int
    closed_at: datetime


_ASKED_BEFORE = Query(
    _Ask,
    lambda: (
        Errand.select(Errand.subject, Errand.person, Errand.closed_at)
        .where(
            Errand.queue == QUEUE,
            Errand.kind == ASK,
            Errand.state == "done",
            Errand.closed_at < param("latest"),
            Errand.subject.not_in(
                Errand.select(Errand.subject).where(
                    Errand.queue == QUEUE, Errand.kind == ErrandKind.NO_FROM_TARGET.value
                )
            ),
        )
        .order_by(Errand.id)
    ),
)


def unwritten_errands(context: Context, replies: DraftWriter) -> list[PendingErrand]:
    """Return a kind no for each asker whose target did not answer in time, oldest first."""
    patience = context.policy.bars.days_until_silent
    latest = datetime.combine(context.export_date - timedelta(days=patience), time(), UTC)
    asks = _ASKED_BEFORE.rows(latest=latest)
    if not asks:
        return []
    known = introductions({ask.subject: ask.person for ask in asks})
    silent_since = {
        ask.subject: ask.closed_at + timedelta(days=patience)
        for ask in asks
        if known[ask.subject].state(context.export_date, patience) is State.TARGET_SILENT
        and known[ask.subject].record.verdict == Verb.INTRODUCE
    }
    cards = queue_named(QUEUE).cards(list(silent_since), context)
    return [_todo(card, silent_since[card.subject], replies) for card in cards]


def unwritten_errand(number: int, context: Context, replies: DraftWriter) -> PendingErrand:
    """Return the one with this number; raises `NotFoundError`."""
    found = next((todo for todo in unwritten_errands(context, replies) if todo.id == number), None)
    if found is None:
        raise NotFoundError(f"There is no errand {errand_id(number)}.", "picky outbox lists them.")
    return found


def _todo(card: QueueCard, at: datetime, replies: DraftWriter) -> PendingErrand:
    kind = ErrandKind.NO_FROM_TARGET
    facts, words = with_owner_name(card.draft_facts), card.draft_facts.get("words")
    manner = manner_of_thread(card.person, words.value if words else "")  # as after a no: nothing may tell them apart
    written = replies.draft(kind, facts, manner.voice, manner.language)
    return PendingErrand(
        errand_of_silence(card.subject),
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
