"""What came of knowing somebody: told in one line, or answered on a card of the outcomes queue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from .. import clock
from ..ids import outcome_card_of_errand, outcome_source
from ..journal.record import Op, Operating, operation
from ..outbox.errand_kinds import INTRODUCTIONS
from ..outbox.errand_kinds import Kind as ErrandKind
from ..outcome_kinds import NOTHING, Came, Verdict, words_of
from ..store import ChosenTarget, Errand, IntroRequest, Message, Outcome, OutcomePerson
from ..store.query import one, rows
from ..text.partial_dates import some_time
from ..verbs import Verb
from .capture import Captured, new_person

QUEUE = "outcomes"

BY, VIA = "by", "via"
"""The part somebody had in an outcome: who did it, who introduced them."""

ASKED_ABOUT = (*(kind.value for kind in INTRODUCTIONS), ErrandKind.RECONNECT.value)
"""Errands that are asked about once they are done long enough: what came of them?"""


class Somebody(NamedTuple):
    """A person as they were named; without a number they are new here."""

    id: int | None
    name: str


class Told(NamedTuple):
    """An outcome, as the user tells it."""

    kind: str
    by: tuple[Somebody, ...]
    via: tuple[Somebody, ...] = ()
    note: str = ""
    event: str = ""
    on: str = ""
    """As far as the day is known; today when empty."""


def capture_outcome(told: Told) -> tuple[Captured, tuple[int, ...]]:
    """Keep an outcome; gives what was kept, and everybody who had a part in it."""
    sentence = f"{words_of(told.kind)}, thanks to {' and '.join(each.name for each in told.by)}"
    with operation(Op.OUTCOME, sentence) as op:
        by = _known(op, told.by)
        via = [person for person in _known(op, told.via) if person not in by]
        _write(op, told.kind, told.on or clock.today().isoformat(), by, via, note=told.note, event=told.event)
    return Captured(op.id, by[0], sentence), (*by, *via)


def _known(op: Operating, people: Sequence[Somebody]) -> list[int]:
    """Their rows, each once; who is in no file yet gets one, and a later import finds them."""
    found: dict[str | int, int] = {}
    for each in people:
        key = each.id if each.id is not None else each.name
        if key not in found:
            found[key] = each.id if each.id is not None else new_person(op, each.name, "")
    return list(dict.fromkeys(found.values()))


def _write(
    op: Operating,
    kind: str,
    on: str | None,
    by: Sequence[int],
    via: Sequence[int] = (),
    *,
    note: str = "",
    event: str = "",
    card: tuple[str, int | None] = ("", None),
) -> None:
    queue, subject = card
    made = op.insert(
        Outcome, kind=kind, happened_on=on, note=note, event=event, queue=queue, subject=subject, at=clock.now()
    )
    for role, people in ((BY, by), (VIA, via)):
        for person in people:
            op.insert(OutcomePerson, outcome=made, person=person, role=role)


class Ground(NamedTuple):
    """What a card asks about, as far as an answer needs it."""

    queue: str
    """With `subject`: the card whose decision led here; a message stands for itself."""
    subject: int
    people: tuple[int, ...]
    since: datetime
    """When the user acted, or the message was written: nothing came of it before."""


def ground_of(card: int) -> Ground | None:
    """What a card asks about; `None` when it is gone."""
    source = outcome_source(card)
    return _of_message(source.number) if source.is_message else _of_errand(source.number)


def _of_message(number: int) -> Ground | None:
    found = one(Message.select(Message.person, Message.at).where(Message.id == number))
    return Ground("messages", number, (found[0],), found[1]) if found and found[0] else None


def _of_errand(number: int) -> Ground | None:
    columns = (Errand.kind, Errand.queue, Errand.subject, Errand.person, Errand.closed_at, Errand.at)
    found = one(Errand.select(*columns).where(Errand.id == number))
    if found is None:
        return None
    kind, queue, subject, person, closed, begun = found
    if kind in INTRODUCTIONS and queue == "intros":
        return Ground(queue, subject, introduced(subject) or (person,), closed or begun)
    return Ground(QUEUE, outcome_card_of_errand(number), (person,), closed or begun)


def introduced(request: int) -> tuple[int, ...]:
    """Who was introduced to whom by a request: the asker, then the target as far as it is known."""
    found = one(IntroRequest.select(IntroRequest.asker, IntroRequest.target).where(IntroRequest.id == request))
    if found is None:
        return ()
    chosen = one(ChosenTarget.select(ChosenTarget.person).where(ChosenTarget.request == request))
    asker, target = found[0], chosen[0] if chosen else found[1]
    return (asker, target) if target and target != asker else (asker,)


def answer(op: Operating, card: int, verdict: Verdict, now: datetime) -> None:
    """Write what came of it into a decision; what the replaced verdict said goes with it."""
    ground = ground_of(card)
    if ground is None:
        return
    for (held,) in rows(
        Outcome.select(Outcome.id).where(Outcome.queue == ground.queue, Outcome.subject == ground.subject)
    ):
        _take_back(op, held)
    if isinstance(verdict, Came) or verdict is Verb.NOTHING:
        on = None if verdict == NOTHING else _when(card, ground, now)
        _write(op, verdict.value, on, ground.people, card=(ground.queue, ground.subject))


def _when(card: int, ground: Ground, now: datetime) -> str | None:
    """A message tells its day; of an errand it is only known that nothing came of it before it was done."""
    day = ground.since.date()
    return day.isoformat() if outcome_source(card).is_message else some_time(day, now.date())


def _take_back(op: Operating, outcome: int) -> None:
    for (part,) in rows(OutcomePerson.select(OutcomePerson.id).where(OutcomePerson.outcome == outcome)):
        op.delete(OutcomePerson, part)
    op.delete(Outcome, outcome)


def people_behind(card: int) -> tuple[int, ...]:
    """Whom an answer on this card is about."""
    ground = ground_of(card)
    return ground.people if ground else ()


def own_kinds() -> set[str]:
    """Every kind that was ever told, the user's own among them."""
    return {row[0] for row in rows(Outcome.select(Outcome.kind).distinct())}
