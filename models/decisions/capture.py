"""What the user writes down: someone they met, a note, pasted profile text, a request made outside LinkedIn."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .. import clock
from ..journal.record import Op, Operating, operation
from ..store import CAPTURED, ChosenTarget, Encounter, Event, IntroRequest, Mark, Person, Remark
from ..store.identity import Kin
from ..store.query import Query, param, params
from ..text.companies import company_key
from ..text.folding import name_key, squeeze

_MARKS = {
    "knows_well": "somebody you know well",
    "knows_work": "somebody whose work you know",
    "vouched": "somebody you vouch for",
    "protected": "somebody you protect",
}

_EVENT = Query(int, lambda: Event.select(Event.id).where(Event.name == param("name")))
_MARKS_SET = Query(
    int, lambda: Mark.select(Mark.id).where(Mark.person.in_(params("people")), Mark.kind == param("kind"))
)
_CHOICE = Query(int, lambda: ChosenTarget.select(ChosenTarget.id).where(ChosenTarget.request == param("request")))


class NewEncounter(NamedTuple):
    """A meeting, as the user notes it."""

    name: str
    company: str = ""
    note: str = ""
    event: str = ""
    on: date | None = None
    impression: str = ""
    """`liked`, `neutral`, `not_again`, or nothing."""
    keep_in_touch: bool = False


class NewRequest(NamedTuple):
    """A request for an introduction, as the user notes it."""

    asker: str
    target: str
    purpose: str = "other"
    text: str = ""
    says_why: bool = False
    forwardable: bool = False


class Captured(NamedTuple):
    """What was written down, under which operation, about which person."""

    operation: int
    person: int
    sentence: str


def capture_encounter(met: NewEncounter, person: int | None) -> Captured:
    """Keep a meeting with this person, or with someone no file knows yet: a later import finds them."""
    where = f" at {met.event}" if met.event else ""
    sentence = f"met {met.name}{where}"
    with operation(Op.MET, sentence, person=None) as op:
        row = person if person is not None else new_person(op, met.name, met.company)
        if met.event and _EVENT.first(name=met.event) is None:
            op.insert(Event, first_id=CAPTURED, name=met.event, held_on=met.on)
        op.insert(
            Encounter,
            first_id=CAPTURED,
            person=row,
            event=met.event,
            met_on=met.on or clock.today(),
            note=met.note,
            impression=met.impression,
            keep_in_touch=met.keep_in_touch,
        )
    return Captured(op.id, row, sentence)


def capture_remark(person: int, name: str, kind: str, text: str) -> Captured:
    """Keep a private `note`, or pasted `profile` text, on a person."""
    sentence = f"wrote a note on {name}" if kind == "note" else f"pasted profile text of {name}"
    with operation(Op.NOTE, sentence, person=person) as op:
        op.insert(Remark, person=person, kind=kind, text=text, at=clock.now())
    return Captured(op.id, person, sentence)


def capture_mark(person: int, name: str, kind: str) -> Captured:
    """Set a mark on a person, or take it back when it is set, also when it was set on a row that is one with this."""
    marks = _MARKS_SET.rows(people=Kin.of([person]).rows, kind=kind)
    sentence = f"{'no longer ' if marks else ''}marked {name} as {_MARKS.get(kind, kind)}"
    with operation(Op.NOTE, sentence, person=person) as op:
        for mark in marks:
            op.delete(Mark, mark)
        if not marks:
            op.insert(Mark, person=person, kind=kind)
    return Captured(op.id, person, sentence)


def capture_request(request: NewRequest, asker: int | None, target: int | None) -> Captured:
    """Keep a request for an introduction that reached the user outside of LinkedIn."""
    sentence = f"{request.asker} asks for an introduction to {request.target}"
    with operation(Op.ASK, sentence) as op:
        row = asker if asker is not None else new_person(op, request.asker, "")
        op.insert(
            IntroRequest,
            first_id=CAPTURED,
            asker=row,
            target=target,
            target_text=request.target,
            purpose=request.purpose,
            received_at=clock.now(),
            text=request.text,
            words=request.text,
            says_why=request.says_why,
            forwardable=request.forwardable,
            by_hand=True,
        )
    return Captured(op.id, row, sentence)


def choose_target(request: int, asker: tuple[int, str], target: tuple[int, str]) -> Captured:
    """Keep whom a request means, both people given with their names; a choice made before is replaced."""
    choice = _CHOICE.first(request=request)
    sentence = f"{asker[1]} means {target[1]}"
    with operation(Op.CHOOSE, sentence, person=asker[0]) as op:
        if choice is not None:
            op.update(ChosenTarget, choice, person=target[0])
        else:
            op.insert(ChosenTarget, request=request, person=target[0])
    return Captured(op.id, asker[0], sentence)


def new_person(op: Operating, name: str, company: str) -> int:
    """Write down someone no file knows yet, and return their row: a later import finds them."""
    plain = squeeze(name)
    return op.insert(
        Person,
        first_id=CAPTURED,
        name=plain,
        name_key=name_key(plain),
        company=company,
        company_key=company_key(company),
    )
