"""Errands: what a verdict leaves to do by hand, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .. import clock
from ..errors import ConflictError, NotFoundError
from ..journal.record import Op, Operating, operation
from ..outbox import pending
from ..outbox.draft_facts import Facts, kept, signed
from ..outbox.errand_kinds import MANUALS, SLOTS, Kind
from ..outbox.pending import Todo
from ..outbox.templates import manner_of
from ..outbox.threads import Manner, manner_with
from ..store import Decision, Errand, Person
from ..store.query import one, rows
from ..verbs import Verb
from .capture import Captured
from .card_state import settle
from .verdicts import errands_of

_SENTENCES = {
    "done": "done on LinkedIn: {what} {name}",
    "not_found": "not found on LinkedIn: {name}",
    "cancelled": "changed my mind about {name}",
}
_WORDS = {
    "remove_connection": "removed",
    "accept_invitation": "accepted",
    "ignore_invitation": "ignored",
    "withdraw_invitation": "withdrew the invitation to",
    "ask_target": "asked",
    "introduce": "introduced",
    "introduce_unasked": "introduced",
}


def leave_errand(
    op: Operating, kind: Kind, card: tuple[str, int], person: int, facts: Facts, now: datetime, *, words: str = ""
) -> int:
    """Write down an errand of this kind for a card, about this person, and return its number.

    Of the facts only those are kept that its draft may say. The draft is in the language of the person, told from
    their messages or, without any, from `words` of theirs; and formal when that is how they write.
    """
    slots, manner = {}, Manner()
    if kind in SLOTS:
        slots, manner = kept(kind, signed(facts)), manner_with(person, words)
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

    Returns the operation and its sentence. Raises `NotFoundError` for an unknown errand, `ConflictError` for one that
    is closed already or, when done, not confirmed yet. A done one that a newer export reopened can be closed again.
    """
    kind, name, held, queue, subject, person = _errand(number)
    if held == "staged" and state == "done":
        raise ConflictError(
            "This one is staged: it has not been confirmed yet.", "Confirm it with $ in the outbox first."
        )
    if held not in ("open", "staged") and not pending.is_reopened(number):
        raise ConflictError(f"This errand is {held.replace('_', ' ')} already.", "picky history can take that back.")
    sentence = _SENTENCES[state].format(what=_WORDS.get(kind, "wrote to"), name=name)
    with operation(Op.OUTBOX, sentence, person=person) as op:
        op.update(Errand, number, state=state, closed_at=clock.now())
        decision = _decision_behind(number, kind, queue, subject) if state == "cancelled" else None
        if decision:
            op.delete(Decision, decision)
            settle([(queue, subject)], op.id)
    return op.id, sentence


def keep_draft(number: int, text: str, manner: Mapping[str, str]) -> Captured:
    """Keep how the draft of an errand is to read: as `text` or, when that is empty, as its template has it.

    `manner` holds its `voice` and `language` where they change. Raises `NotFoundError` for an unknown errand,
    `ConflictError` for one that is closed.
    """
    _, name, held, _, _, person = _errand(number)
    if held not in ("open", "staged") and not pending.is_reopened(number):
        raise ConflictError(f"This errand is {held.replace('_', ' ')} already.", "picky history can take that back.")
    sentence = _edited(text, name, manner)
    with operation(Op.OUTBOX, sentence, person=person) as op:
        op.update(Errand, number, draft=text, **manner)
    return Captured(op.id, person, sentence)


def close_unwritten(todo: Todo, state: str) -> tuple[int, str]:
    """Mark an errand that nothing but silence left: written down and closed in one operation."""
    sentence = _SENTENCES[state].format(what="wrote to", name=todo.name)
    return _write_down(todo, sentence, state=state, closed_at=clock.now()), sentence


def keep_unwritten_draft(todo: Todo, text: str, voice: str, language: str) -> Captured:
    """Write down an errand that nothing but silence left, with the draft as it is to read."""
    manner = {"voice": voice, "language": language}
    sentence = _edited(text, todo.name, manner)
    return Captured(_write_down(todo, sentence, draft=text, **manner), todo.person, sentence)


def _write_down(todo: Todo, sentence: str, *, language: str = "", **values: Any) -> int:
    with operation(Op.OUTBOX, sentence, person=todo.person) as op:
        op.insert(
            Errand,
            kind=todo.kind.value,
            queue=todo.queue,
            subject=todo.subject,
            person=todo.person,
            at=clock.now(),
            facts=kept(todo.kind, todo.facts),
            language=language or todo.written.language,
            **({"state": "open"} | values),
        )
    return op.id


def _edited(text: str, name: str, manner: Mapping[str, str]) -> str:
    if text:
        return f"edited the draft to {name}"
    how = " ".join(manner_of(manner.get("voice", ""), manner.get("language", "")).split())
    return f"made the draft to {name} anew{f' in {how}' if how else ''}"


def _decision_behind(errand: int, kind: str, queue: str, subject: int) -> int | None:
    """The verdict in force that left this errand; `None` when the card got another one since."""
    of_card = (Decision.queue == queue) & (Decision.subject == subject)
    held = one(Decision.select(Decision.id, Decision.verdict).where(of_card))
    newest = one(
        Errand.select(Errand.id).where(Errand.queue == queue, Errand.subject == subject).order_by(Errand.id.desc())
    )
    if held and newest == (errand,) and errands_of(queue).get(Verb(held[1])) == kind:
        return int(held[0])
    return None


def confirm_staged(numbers: list[int]) -> tuple[int, str]:
    """Let staged errands count: from now on they are to be done."""
    staged = [row[0] for row in rows(Errand.select(Errand.id).where(Errand.id.in_(numbers), Errand.state == "staged"))]
    if not staged:
        raise NotFoundError("Nothing is staged.", "Removals are staged when you decide them.")
    sentence = f"confirmed {len(staged)} removal{'s' if len(staged) > 1 else ''}"
    with operation(Op.OUTBOX, sentence) as op:
        for number in staged:
            op.update(Errand, number, state="open")
    return op.id, sentence


def _errand(number: int) -> tuple[str, str, str, str, int, int]:
    query = Errand.select(Errand.kind, Person.name, Errand.state, Errand.queue, Errand.subject, Errand.person).join(
        Person
    )
    found = one(query.where(Errand.id == number))
    if found is None:
        raise NotFoundError(f"There is no errand {number}.", "picky outbox lists them.")
    kind, name, state, queue, subject, person = found
    return kind, name, state, queue, subject, person
