"""Errands: what a verdict leaves to do by hand, and what became of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from .. import clock
from ..errors import ConflictError, NotFoundError
from ..journal.record import Op, Operating, operation
from ..outbox import pending
from ..outbox.draft_facts import Facts, facts_for_errand, with_owner_name
from ..outbox.errand_kinds import MANUALS, SLOTS, ErrandKind
from ..outbox.pending import PendingErrand
from ..outbox.templates import manner_of
from ..outbox.threads import Manner, manner_of_thread
from ..store import Decision, Errand, Person
from ..store.query import Query, param, params
from ..verbs import Verb
from .capture import Captured
from .card_state import update_states
from .verdicts import errands_of

_SENTENCES = {
    "done": "done on LinkedIn: {what} {name}",
    "not_found": "not found on LinkedIn: {name}",
    "cancelled": "changed my mind about {name}",
}
_DONE = {
    "remove_connection": "removed",
    "accept_invitation": "accepted",
    "ignore_invitation": "ignored",
    "withdraw_invitation": "withdrew the invitation to",
    "ask_target": "asked",
    "introduce": "introduced",
    "introduce_unasked": "introduced",
}


class _Errand(NamedTuple):
    """An errand, and the person it is about."""

    id: int
    kind: str
    state: str
    queue: str
    subject: int
    person: int
    name: str

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done, or was reopened by a newer export."""
        return self.state in ("open", "staged") or pending.is_reopened(self.id)


_ERRAND = Query(
    _Errand,
    lambda: (
        Errand.select(Errand.id, Errand.kind, Errand.state, Errand.queue, Errand.subject, Errand.person, Person.name)
        .join(Person)
        .where(Errand.id == param("errand"))
    ),
)
_ERRANDS_OF_CARD = Query(
    int,
    lambda: (
        Errand.select(Errand.id)
        .where(Errand.queue == param("queue"), Errand.subject == param("subject"))
        .order_by(Errand.id.desc())
    ),
)
_DECISION = Query(
    tuple[int, str],
    lambda: Decision.select(Decision.id, Decision.verdict).where(
        Decision.queue == param("queue"), Decision.subject == param("subject")
    ),
)
_STAGED = Query(int, lambda: Errand.select(Errand.id).where(Errand.id.in_(params("errands")), Errand.state == "staged"))


def leave_errand(
    op: Operating, kind: ErrandKind, card: tuple[str, int], person: int, facts: Facts, now: datetime, *, words: str = ""
) -> int:
    """Write down an errand, and return its number.

    The draft is in the language of the person, and formal when that is how they write.

    Args:
        op: the operation to write into.
        kind: what is to be done.
        card: the queue and subject of the card that leaves it.
        person: whom it is about.
        facts: what is on record; only what its draft may say is kept.
        now: when it was decided.
        words: words of the person's, which tell their language when no message does.
    """
    slots, manner = {}, Manner()
    if kind in SLOTS:
        slots, manner = facts_for_errand(kind, with_owner_name(facts)), manner_of_thread(person, words)
    return op.insert(
        Errand,
        kind=kind.value,
        queue=card[0],
        subject=card[1],
        person=person,
        at=now,
        state="staged" if MANUALS[kind].is_staged else "open",
        facts=slots,
        language=manner.language,
        voice=manner.voice,
    )


def close_errand(number: int, state: str) -> tuple[int, str]:
    """Mark an errand `done`, `not_found` or `cancelled`; a cancelled one gives its card back.

    Returns:
        The operation and its sentence. A done one that a newer export reopened can be closed again.

    Raises:
        ConflictError: it is closed already or, when done, not confirmed yet.
        NotFoundError: there is no such errand.
    """
    errand = _errand(number)
    if errand.state == "staged" and state == "done":
        raise ConflictError(
            "This one is staged: it has not been confirmed yet.", "Confirm it with $ in the outbox first."
        )
    _refuse_when_closed(errand)
    sentence = _SENTENCES[state].format(what=_DONE.get(errand.kind, "wrote to"), name=errand.name)
    with operation(Op.OUTBOX, sentence, person=errand.person) as op:
        op.update(Errand, number, state=state, closed_at=clock.now())
        decision = _decision_behind(errand) if state == "cancelled" else None
        if decision is not None:
            op.delete(Decision, decision)
            update_states([(errand.queue, errand.subject)], op.id)
    return op.id, sentence


def keep_draft(number: int, text: str, manner: Mapping[str, str]) -> Captured:
    """Keep how the draft of an errand is to read.

    Args:
        number: the errand.
        text: the draft as it was edited; empty for what its template makes.
        manner: its `voice` and `language`, where they change.

    Raises:
        ConflictError: the errand is closed.
        NotFoundError: there is no such errand.
    """
    errand = _errand(number)
    _refuse_when_closed(errand)
    sentence = _edited(text, errand.name, manner)
    with operation(Op.OUTBOX, sentence, person=errand.person) as op:
        op.update(Errand, number, draft=text, **manner)
    return Captured(op.id, errand.person, sentence)


def close_unwritten(todo: PendingErrand, state: str) -> tuple[int, str]:
    """Mark an errand that nothing but silence left: write it down and close it in one operation."""
    sentence = _SENTENCES[state].format(what="wrote to", name=todo.name)
    return _write_down(todo, sentence, todo.written.language, state=state, closed_at=clock.now()), sentence


def keep_unwritten_draft(todo: PendingErrand, text: str, voice: str, language: str) -> Captured:
    """Write down an errand that nothing but silence left, with the draft as it is to read."""
    sentence = _edited(text, todo.name, {"voice": voice, "language": language})
    made = _write_down(todo, sentence, language or todo.written.language, draft=text, voice=voice)
    return Captured(made, todo.person, sentence)


def _write_down(
    todo: PendingErrand,
    sentence: str,
    language: str,
    *,
    state: str = "open",
    closed_at: datetime | None = None,
    draft: str = "",
    voice: str = "",
) -> int:
    with operation(Op.OUTBOX, sentence, person=todo.person) as op:
        op.insert(
            Errand,
            kind=todo.kind.value,
            queue=todo.queue,
            subject=todo.subject,
            person=todo.person,
            at=clock.now(),
            facts=facts_for_errand(todo.kind, todo.facts),
            language=language,
            voice=voice,
            draft=draft,
            state=state,
            closed_at=closed_at,
        )
    return op.id


def _edited(text: str, name: str, manner: Mapping[str, str]) -> str:
    if text:
        return f"edited the draft to {name}"
    how = " ".join(manner_of(manner.get("voice", ""), manner.get("language", "")).split())
    return f"made the draft to {name} anew{f' in {how}' if how else ''}"


def _decision_behind(errand: _Errand) -> int | None:
    """Return the verdict in force that left this errand; `None` when the card got another one since."""
    decision = _DECISION.first(queue=errand.queue, subject=errand.subject)
    newest = _ERRANDS_OF_CARD.first(queue=errand.queue, subject=errand.subject)
    if decision is None or newest != errand.id:
        return None
    number, verdict = decision
    return number if errands_of(errand.queue).get(Verb(verdict)) == errand.kind else None


def confirm_staged(numbers: Collection[int]) -> tuple[int, str]:
    """Let staged errands count: from now on they are to be done. Raises `NotFoundError` when none is staged."""
    staged = _STAGED.rows(errands=numbers)
    if not staged:
        raise NotFoundError("Nothing is staged.", "Removals are staged when you decide them.")
    sentence = f"confirmed {len(staged)} removal{'s' if len(staged) > 1 else ''}"
    with operation(Op.OUTBOX, sentence) as op:
        for number in staged:
            op.update(Errand, number, state="open")
    return op.id, sentence


def _errand(number: int) -> _Errand:
    errand = _ERRAND.first(errand=number)
    if errand is None:
        raise NotFoundError(f"There is no errand {number}.", "picky outbox lists them.")
    return errand


def _refuse_when_closed(errand: _Errand) -> None:
    if not errand.is_open:
        raise ConflictError(
            f"This errand is {errand.state.replace('_', ' ')} already.", "picky history can take that back."
        )
