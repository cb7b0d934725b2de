"""A verdict on a card: one operation that stores what was decided, why, when, on which evidence, and what it leaves."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from .. import clock
from ..errors import ConflictError, NotFoundError, RefusedError
from ..journal.record import Op, Operating, existing, operation
from ..outcome_kinds import Verdict
from ..store import Card, Decision, Errand, Mark, Operation
from ..store.query import Query, Statement, param
from ..verbs import Verb
from . import silence, snooze
from .card_state import update_states, update_states_of_people
from .decidable import Decidable
from .errands import leave_errand
from .verdicts import CardState, VerdictSpec, spec_of


class _Kept(NamedTuple):
    """The decision that stands on a card."""

    id: int
    verdict: str
    times: int


class _State(NamedTuple):
    """A card as the store has it."""

    version: int
    member: bool
    state: str


class _Errand(NamedTuple):
    id: int
    kind: str
    state: str


_DECISION = Query(
    _Kept,
    lambda: Decision.select(Decision.id, Decision.verdict, Decision.times).where(
        Decision.queue == param("queue"), Decision.subject == param("subject")
    ),
)
_CARD = Query(
    _State,
    lambda: Card.select(Card.version, Card.member, Card.state).where(
        Card.queue == param("queue"), Card.subject == param("subject")
    ),
)
_ERRANDS = Query(
    _Errand,
    lambda: (
        Errand.select(Errand.id, Errand.kind, Errand.state)
        .where(Errand.queue == param("queue"), Errand.subject == param("subject"), Errand.state != "cancelled")
        .order_by(Errand.id.desc())
    ),
)
_PIN = Query(int, lambda: Mark.select(Mark.id).where(Mark.person == param("person"), Mark.kind == "pinned"))
_PINNED_ON = Query(
    tuple[str, int],
    lambda: Decision.select(Decision.queue, Decision.subject).where(
        Decision.person == param("person"), Decision.verdict == Verb.PIN.value
    ),
)
_SAY = Statement(lambda: Operation.update(sentence=param("sentence")).where(Operation.id == param("operation")))
_SENTENCE = Query(str, lambda: Operation.select(Operation.sentence).where(Operation.id == param("operation")))


class Done(NamedTuple):
    """What a decision did."""

    operation: int
    queue: str
    subject: int
    verdict: str
    sentence: str
    errand: int | None
    due: datetime | None = None
    """When the card comes back."""


def decide(
    card: Decidable,
    verdict: Verdict,
    *,
    uid: str | None = None,
    reason: str = "",
    length: str = "",
    in_bulk: bool = False,
) -> Done:
    """Store a verdict on a card and the errand it leaves; a verdict already there is replaced.

    Args:
        card: the card as it was shown.
        verdict: what the user says.
        uid: the caller's own number for this decision; the same number twice is one decision.
        reason: why, in a few words.
        length: how long the card is put off: a key of `LENGTHS`.
        in_bulk: whether many are decided, so that they come back on different days.

    Raises:
        ConflictError: the card has changed since it was shown.
        NotFoundError: it is not in its queue any more.
        RefusedError: the verdict is not possible for it.
    """
    made = existing(uid)
    if made is not None:
        return Done(made, card.queue, card.subject, verdict.value, sentence_of(made), None)
    card.check(verdict)
    if isinstance(verdict, Verb) and (silent := silence.why_not([card], verdict)):
        raise RefusedError(silent[card.subject], silence.HINT)
    with operation(Op.DECIDE, "", uid=uid, person=card.person) as op:
        _check_version(card)
        errand, due = write_verdict(op, card, verdict, reason, length, in_bulk=in_bulk)
        sentence = card.sentence(verdict)
        if verdict is Verb.LATER and due:
            sentence = f"{sentence} until {due:%Y-%m-%d}"
        say(op, sentence)
        update_states([(card.queue, card.subject)], op.id)
    return Done(op.id, card.queue, card.subject, verdict.value, sentence, errand, due)


def write_verdict(
    op: Operating, card: Decidable, verdict: Verdict, reason: str, length: str, *, in_bulk: bool
) -> tuple[int | None, datetime | None]:
    """Write one verdict and what it leaves into an operation; return its errand, and when the card comes back.

    The caller brings the state of the card up to date, or of all of them at once.
    """
    now, spec = clock.now(), spec_of(card.queue, verdict)
    before = _DECISION.first(queue=card.queue, subject=card.subject)
    times = before.times + 1 if before and before.verdict == verdict else 1
    due = _due(spec, now, times, length, card.subject if in_bulk else None)
    evidence = card.evidence()
    if before:
        op.update(
            Decision, before.id, verdict=verdict.value, reason=reason, at=now, due=due, times=times, evidence=evidence
        )
        _drop_errands(op, card, spec)
    else:
        op.insert(
            Decision,
            queue=card.queue,
            subject=card.subject,
            person=card.person,
            verdict=verdict.value,
            reason=reason,
            at=now,
            due=due,
            times=times,
            evidence=evidence,
        )
    errand = _leave_errand(op, card, spec, now)
    card.carry_out(op, verdict, now)
    _pin(op, card, spec, replaced=before.verdict if before else "")
    return errand, due


def say(op: Operating, sentence: str) -> None:
    """Give an operation its line in history, now that it is known what it did."""
    _SAY.run(sentence=sentence, operation=op.id)


def sentence_of(operation: int) -> str:
    """Return the line of an operation in history."""
    return _SENTENCE.first(operation=operation) or ""


def _check_version(card: Decidable) -> None:
    """Raise an error when the card is gone, or no longer the one that was shown."""
    stored = _CARD.first(queue=card.queue, subject=card.subject)
    if stored is None:
        raise NotFoundError(
            f"There is no card {card.subject} in {card.queue}.", f"picky queue {card.queue} lists them."
        )
    if not stored.member and stored.state == CardState.OPEN:
        raise NotFoundError(
            f"The card of {card.name} is no longer in {card.queue}.", f"picky queue {card.queue} lists who is."
        )
    if stored.version != card.version:
        raise ConflictError("This card has changed since it was shown.", "Look at it again, then decide.")


def _due(spec: VerdictSpec, now: datetime, times: int, length: str, spread_by: int | None) -> datetime | None:
    if spec.leaves is CardState.LATER:
        return snooze.later_until(now, times, length, spread_by=spread_by)
    return snooze.kept_until(now, times) if spec.leaves is CardState.KEPT else None


def _leave_errand(op: Operating, card: Decidable, spec: VerdictSpec, now: datetime) -> int | None:
    """Write down what this verdict leaves to do, and return its number; `None` when nothing is left."""
    if spec.errand is None:
        return None
    person = card.recipient(spec.errand)
    if person is None:
        raise RefusedError(
            "It is not clear whom they mean, so nobody can be asked.", "Ask for a blurb, or decline kindly."
        )
    words = card.draft_facts.get("words")
    theirs = words.value if words and person == card.person else ""
    facts = card.facts_for(spec.errand)
    return leave_errand(op, spec.errand, (card.queue, card.subject), person, facts, now, words=theirs)


def _drop_errands(op: Operating, card: Decidable, spec: VerdictSpec) -> None:
    """Cancel what the replaced verdict still wanted done; what was done stays done.

    A target's answer says that they were asked, by the newest errand for it, however that was marked.
    """
    errands = _ERRANDS.rows(queue=card.queue, subject=card.subject)
    implied = spec.implies_done
    if any(errand.kind == implied and errand.state == "done" for errand in errands):
        implied = None
    for errand in errands:
        if implied and errand.kind == implied:
            op.update(Errand, errand.id, state="done", closed_at=clock.now())
            implied = None
        elif errand.state in ("open", "staged"):
            op.update(Errand, errand.id, state="cancelled", closed_at=clock.now())


def _pin(op: Operating, card: Decidable, spec: VerdictSpec, *, replaced: str) -> None:
    """Set the pin this verdict means, or take back the one it replaces; a pin set on another card stays."""
    pin = _PIN.first(person=card.person)
    is_pin = spec.leaves is CardState.PINNED
    if is_pin and pin is None:
        op.insert(Mark, person=card.person, kind="pinned")
    elif not is_pin and replaced == Verb.PIN and pin is not None and not _is_pinned_elsewhere(card):
        op.delete(Mark, pin)
    else:
        return
    update_states_of_people([card.person], op.id)


def _is_pinned_elsewhere(card: Decidable) -> bool:
    return any(pinned != (card.queue, card.subject) for pinned in _PINNED_ON.rows(person=card.person))
