"""What came of knowing someone: captured in one line, or answered on a card of the outcomes queue."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from .. import clock
from ..ids import outcome_card_of_errand, outcome_source
from ..introductions.record import QUEUE as INTROS
from ..journal.record import Op, Operating, operation
from ..outbox.errand_kinds import INTRODUCTIONS, ErrandKind
from ..outcome_kinds import NOTHING, OutcomeVerdict, Verdict, outcome_words
from ..store import ChosenTarget, Errand, IntroRequest, Message, Outcome, OutcomePerson
from ..store.query import Query, param, params
from ..text.dates import some_time
from ..verbs import Verb
from .capture import Captured, new_person

QUEUE = "outcomes"

BY, VIA = "by", "via"
"""The part someone had in an outcome: who did it, who introduced them."""

ASKED_ABOUT = (*(kind.value for kind in INTRODUCTIONS), ErrandKind.RECONNECT.value)
"""Errands that are asked about once they have been done for long enough: what came of them?"""


class Participant(NamedTuple):
    """A person as they were named; without a number they are new here."""

    id: int | None
    name: str


class NewOutcome(NamedTuple):
    """An outcome, as the user notes it."""

    kind: str
    by: tuple[Participant, ...]
    via: tuple[Participant, ...] = ()
    note: str = ""
    event: str = ""
    on: str = ""
    """As far as the day is known; today when empty."""


class Matter(NamedTuple):
    """What a card asks about, as far as an answer needs it."""

    queue: str
    """With `subject`: the card whose decision led here; a message stands for itself."""
    subject: int
    people: tuple[int, ...]
    since: datetime
    """When the user acted, or the message was written: nothing came of it before."""


class _Message(NamedTuple):
    person: int | None
    at: datetime


class _Errand(NamedTuple):
    kind: str
    queue: str
    subject: int
    person: int
    closed_at: datetime | None
    at: datetime


class _Request(NamedTuple):
    asker: int
    target: int | None


_MESSAGE = Query(_Message, lambda: Message.select(Message.person, Message.at).where(Message.id == param("message")))
_ERRAND = Query(
    _Errand,
    lambda: Errand.select(Errand.kind, Errand.queue, Errand.subject, Errand.person, Errand.closed_at, Errand.at).where(
        Errand.id == param("errand")
    ),
)
_REQUEST = Query(
    _Request,
    lambda: IntroRequest.select(IntroRequest.asker, IntroRequest.target).where(IntroRequest.id == param("request")),
)
_CHOSEN = Query(int, lambda: ChosenTarget.select(ChosenTarget.person).where(ChosenTarget.request == param("request")))
_OUTCOMES = Query(
    int,
    lambda: Outcome.select(Outcome.id).where(Outcome.queue == param("queue"), Outcome.subject == param("subject")),
)
_PARTS = Query(int, lambda: OutcomePerson.select(OutcomePerson.id).where(OutcomePerson.outcome.in_(params("outcomes"))))
_KINDS = Query(str, lambda: Outcome.select(Outcome.kind).distinct())


def capture_outcome(outcome: NewOutcome) -> tuple[Captured, tuple[int, ...]]:
    """Keep an outcome; return what was kept, and everyone who had a part in it."""
    sentence = f"{outcome_words(outcome.kind)}, thanks to {' and '.join(person.name for person in outcome.by)}"
    with operation(Op.OUTCOME, sentence) as op:
        by = _rows_of(op, outcome.by)
        via = [person for person in _rows_of(op, outcome.via) if person not in by]
        on = outcome.on or clock.today().isoformat()
        made = op.insert(
            Outcome,
            kind=outcome.kind,
            happened_on=on,
            note=outcome.note,
            event=outcome.event,
            queue="",
            subject=None,
            at=clock.now(),
        )
        _give_part(op, made, BY, by)
        _give_part(op, made, VIA, via)
    return Captured(op.id, by[0], sentence), (*by, *via)


def _rows_of(op: Operating, people: Sequence[Participant]) -> list[int]:
    """Their rows, each once; who is in no file yet gets one, and a later import finds them."""
    found: dict[str | int, int] = {}
    for person in people:
        key = person.name if person.id is None else person.id
        if key not in found:
            found[key] = new_person(op, person.name, "") if person.id is None else person.id
    return list(dict.fromkeys(found.values()))


def _give_part(op: Operating, outcome: int, role: str, people: Collection[int]) -> None:
    for person in people:
        op.insert(OutcomePerson, outcome=outcome, person=person, role=role)


def answer(op: Operating, card: int, verdict: Verdict, now: datetime) -> None:
    """Write what came of it into a decision; what the replaced verdict said goes with it."""
    matter = matter_of(card)
    if matter is None:
        return
    before = _OUTCOMES.rows(queue=matter.queue, subject=matter.subject)
    for part in _PARTS.rows(outcomes=before):
        op.delete(OutcomePerson, part)
    for outcome in before:
        op.delete(Outcome, outcome)
    if isinstance(verdict, OutcomeVerdict) or verdict is Verb.NOTHING:
        made = op.insert(
            Outcome,
            kind=verdict.value,
            happened_on=None if verdict == NOTHING else _when(card, matter, now),
            note="",
            event="",
            queue=matter.queue,
            subject=matter.subject,
            at=clock.now(),
        )
        _give_part(op, made, BY, matter.people)


def _when(card: int, matter: Matter, now: datetime) -> str | None:
    """Return a message tells its day; of an errand it is only known that nothing came of it before it was done."""
    day = matter.since.date()
    return day.isoformat() if outcome_source(card).is_message else some_time(day, now.date())


def matter_of(card: int) -> Matter | None:
    """Return what a card asks about; `None` when it is gone."""
    source = outcome_source(card)
    return _matter_of_message(source.number) if source.is_message else _matter_of_errand(source.number)


def _matter_of_message(number: int) -> Matter | None:
    message = _MESSAGE.first(message=number)
    if message is None or message.person is None:
        return None
    return Matter("messages", number, (message.person,), message.at)


def _matter_of_errand(number: int) -> Matter | None:
    errand = _ERRAND.first(errand=number)
    if errand is None:
        return None
    since = errand.closed_at or errand.at
    if errand.kind in INTRODUCTIONS and errand.queue == INTROS:
        return Matter(errand.queue, errand.subject, introduced(errand.subject) or (errand.person,), since)
    return Matter(QUEUE, outcome_card_of_errand(number), (errand.person,), since)


def introduced(request: int) -> tuple[int, ...]:
    """Return who was introduced to whom by a request: the asker, then the target as far as it is known."""
    found = _REQUEST.first(request=request)
    if found is None:
        return ()
    chosen = _CHOSEN.first(request=request)
    target = found.target if chosen is None else chosen
    return (found.asker, target) if target and target != found.asker else (found.asker,)


def own_kinds() -> set[str]:
    """Return every kind of outcome that was ever noted, the user's own among them."""
    return set(_KINDS.rows())
