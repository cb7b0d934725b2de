"""A verdict on a card: one operation that stores what was decided, why, when, on which evidence, and what it leaves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from .. import clock
from ..errors import ConflictError, NotFoundError, RefusedError
from ..journal.record import Op, Operating, existing, operation
from ..outbox.draft_facts import DraftFact, Facts
from ..outbox.errand_kinds import SLOTS, Kind
from ..outcome_kinds import Verdict
from ..store import Card, Decision, Errand, Mark, Operation
from ..store.query import Query, Statement, param, rows, value
from ..verbs import Verb
from . import card_state, outcomes, silence
from .card_state import settle_card, settle_people
from .errands import leave_errand
from .merge import judge
from .verdicts import CardState, VerdictSpec, spec_of


class _Held(NamedTuple):
    """The decision that stands on a card."""

    id: int
    verdict: str
    times: int


class _CardRow(NamedTuple):
    version: int
    member: bool
    state: str


_HELD = Query(
    _Held,
    lambda: Decision.select(Decision.id, Decision.verdict, Decision.times).where(
        Decision.queue == param("queue"), Decision.subject == param("subject")
    ),
)
_CARD = Query(
    _CardRow,
    lambda: Card.select(Card.version, Card.member, Card.state).where(
        Card.queue == param("queue"), Card.subject == param("subject")
    ),
)
_PIN = Query(int, lambda: Mark.select(Mark.id).where(Mark.person == param("person"), Mark.kind == "pinned"))
_TELL = Statement(lambda: Operation.update(sentence=param("sentence")).where(Operation.id == param("operation")))

_LEAST = 2
"""People of whom one may be another."""


class Subject(NamedTuple):
    """What is decided on: a card, whom it is about, and the facts that its errand may need."""

    queue: str
    id: int
    person: int
    name: str
    facts: Facts = MappingProxyType({})
    """For drafts, each with its source: `first_name`, `words`, `target`, `last_contact` … A `text` is the whole that the
    `words` stand in; no draft says it, and it is not kept."""
    target: int | None = None
    """The person an intro request wants, when that is certain."""
    others: tuple[int, ...] = ()
    """The other people on a card about several, who are judged to be this one or not."""
    apart: tuple[int, ...] = ()
    """Those on the card who are somebody else, while the rest are one."""
    refusals: Mapping[str, str] = MappingProxyType({})
    """Verdicts that are not possible for this card, each with the sentence that says why."""


class Done(NamedTuple):
    """What a decision did."""

    operation: int
    queue: str
    subject: int
    verdict: str
    sentence: str
    errand: int | None
    due: datetime | None = None


def decide(
    subject: Subject,
    verb: Verdict,
    *,
    decision_id: str | None = None,
    reason: str = "",
    length: str = "",
    evidence: Mapping[str, Any] | None = None,
    painted_version: int | None = None,
    in_bulk: bool = False,
) -> Done:
    """Store a verdict on a card and the errand it leaves; a verdict already there is replaced.

    The same `decision_id` twice is one decision. Raises `ConflictError` when the card is no longer the one that was
    painted, `RefusedError` when the verdict is not possible for it.
    """
    made = existing(decision_id)
    if made is not None:
        return _again(made, subject, verb)
    if verb in subject.refusals:
        raise RefusedError(subject.refusals[verb], "Decide something else, or press tab to go on.")
    if isinstance(verb, Verb) and (silent := silence.why_not([subject], verb)):
        raise RefusedError(silent[subject.id], silence.HINT)
    if subject.apart and len({subject.person, *subject.others} - {*subject.apart}) < _LEAST:
        raise RefusedError("Leaving them out, nobody is left to be one with another.", "Say that they are different.")
    with operation(Op.DECIDE, "", uid=decision_id, person=subject.person) as op:
        _check_version(subject, painted_version)
        errand, due = put(op, subject, verb, reason, length, evidence or {}, in_bulk=in_bulk)
        sentence = _sentence(subject, verb, due)
        tell(op, sentence)
        settle_card(subject.queue, subject.id, op.id)
    return Done(op.id, subject.queue, subject.id, verb.value, sentence, errand, due)


def put(
    op: Operating,
    subject: Subject,
    verb: Verdict,
    reason: str,
    length: str,
    evidence: Mapping[str, Any],
    *,
    in_bulk: bool,
) -> tuple[int | None, datetime | None]:
    """Write one verdict and what it leaves into an operation; gives its errand, and when the card comes back.

    The caller settles the card, or all of them at once.
    """
    now = clock.now()
    held = _HELD.first(queue=subject.queue, subject=subject.id)
    times = held.times + 1 if held and held.verdict == verb else 1
    spec = spec_of(subject.queue, verb)
    due = _due(spec, now, times, length, subject.id if in_bulk else None)
    values: dict[str, Any] = {
        "verdict": verb.value, "reason": reason, "at": now, "due": due, "times": times, "evidence": dict(evidence),
    }  # fmt: skip
    if held:
        op.update(Decision, held.id, **values)
        _drop_errands(op, subject, spec)
    else:
        op.insert(Decision, queue=subject.queue, subject=subject.id, person=subject.person, **values)
    errand = _errand(op, subject, spec, now)
    if subject.queue == outcomes.QUEUE:
        outcomes.answer(op, subject.id, verb, now)
    if subject.others and isinstance(verb, Verb):
        judge(op, {subject.person, *subject.others}, verb, {*subject.apart})
    _pin(op, subject, verb, replaced=held.verdict if held else "")
    return errand, due


def tell(op: Operating, sentence: str) -> None:
    """Give an operation its line in history, now that it is known what it did."""
    _TELL.run(sentence=sentence, operation=op.id)


def _check_version(subject: Subject, painted: int | None) -> None:
    card = _CARD.first(queue=subject.queue, subject=subject.id)
    if card is None:
        raise NotFoundError(
            f"There is no card {subject.id} in {subject.queue}.", f"picky queue {subject.queue} lists them."
        )
    if not card.member and card.state == "open":
        raise NotFoundError(
            f"The card of {subject.name} is no longer in {subject.queue}.", f"picky queue {subject.queue} lists who is."
        )
    if painted is not None and card.version != painted:
        raise ConflictError("This card has changed since it was shown.", "Look at it again, then decide.")


def _due(spec: VerdictSpec, now: datetime, times: int, length: str, spread_by: int | None) -> datetime | None:
    if spec.leaves is CardState.LATER:
        return card_state.later(now, times, length, spread_by=spread_by)
    return card_state.keep(now, times) if spec.leaves is CardState.KEPT else None


def _errand(op: Operating, subject: Subject, spec: VerdictSpec, now: datetime) -> int | None:
    """Write down what this verdict leaves to do, and return its number; `None` when nothing is left."""
    kind, person, facts = spec.errand, subject.person, subject.facts
    if kind is None:
        return None
    if kind in (Kind.ASK_TARGET, Kind.INTRODUCE, Kind.INTRODUCE_UNASKED):
        if subject.target is None:
            raise RefusedError(
                "It is not clear whom they mean, so nobody can be asked.", "Ask for a blurb, or decline kindly."
            )
        person = subject.target
    words = facts.get("words")
    if words and (text := facts.get("text")) and "words" in SLOTS.get(kind, ()):
        from ..requests.forwardable_note import forwardable_note  # warmed up while the card is looked at

        facts = {**facts, "words": DraftFact(forwardable_note(text.value, words.value), words.source)}
    said = words.value if words and person == subject.person else ""
    return leave_errand(op, kind, (subject.queue, subject.id), person, facts, now, words=said)


def _drop_errands(op: Operating, subject: Subject, spec: VerdictSpec) -> None:
    """Cancel what the replaced verdict still wanted done; what was done stays done.

    A target's answer says that they were asked, by the newest errand for it, however that was marked.
    """
    mine = Errand.select(Errand.id, Errand.kind, Errand.state).where(
        Errand.queue == subject.queue, Errand.subject == subject.id, Errand.state != "cancelled"
    )
    held = rows(mine.order_by(Errand.id.desc()))
    implied = spec.implies_done
    if any(kind == implied and state == "done" for _, kind, state in held):
        implied = None
    for number, kind, state in held:
        if implied and kind == implied:
            op.update(Errand, number, state="done", closed_at=clock.now())
            implied = None
        elif state in ("open", "staged"):
            op.update(Errand, number, state="cancelled", closed_at=clock.now())


def _pin(op: Operating, subject: Subject, verb: Verdict, *, replaced: str) -> None:
    """Set the pin this verdict means, or take back the one it replaces; a pin set on another card stays."""
    held = _PIN.first(person=subject.person)
    if verb is Verb.PIN and held is None:
        op.insert(Mark, person=subject.person, kind="pinned")
    elif verb is not Verb.PIN and replaced == Verb.PIN and held is not None and not _is_pinned_elsewhere(subject):
        op.delete(Mark, held)
    else:
        return
    settle_people([subject.person], op.id)


def _is_pinned_elsewhere(subject: Subject) -> bool:
    pins = Decision.select(Decision.queue, Decision.subject).where(
        Decision.person == subject.person, Decision.verdict == Verb.PIN.value
    )
    return any(card != (subject.queue, subject.id) for card in rows(pins))


def _sentence(subject: Subject, verb: Verdict, due: datetime | None) -> str:
    past = spec_of(subject.queue, verb).past
    if verb is Verb.LATER and due:
        return f"{past} {subject.name} until {due:%Y-%m-%d}"
    if subject.apart and verb is Verb.SAME:
        everyone = 1 + len(subject.others)
        return f"{past} {subject.name}: {everyone - len(subject.apart)} of {everyone}"
    return f"{past} {subject.name}"


def _again(made: int, subject: Subject, verb: Verdict) -> Done:
    """The outcome of a decision that was already kept."""
    sentence = value(Operation.select(Operation.sentence).where(Operation.id == made), "")
    return Done(made, subject.queue, subject.id, verb.value, sentence, None)
