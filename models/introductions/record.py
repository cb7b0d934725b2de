"""What is on record about requests for an introduction: the verdict, what was done by hand, the answer, the outcome."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from ..store import ChosenTarget, Decision, Errand, Message, Outcome
from ..store.identity import Kin
from ..store.query import Query, param, params
from .states import Record, State, state_of

QUEUE = "intros"
ASK, INTRODUCE = "ask_target", ("introduce", "introduce_unasked")
"""The errands that move an introduction on when they are done."""


class Introduction(NamedTuple):
    """One request and how far it got."""

    record: Record
    wrote_at: datetime | None = None
    """When the target wrote last since they were asked."""
    words: str = ""
    """What they wrote then."""
    was_yes: bool = False
    """They were introduced after the target's yes, not by a single opt-in."""

    def state(self, known_until: date, patience: int) -> State:
        """Return where it stands as of the newest export."""
        return state_of(self.record, known_until, patience)


NO_INTRODUCTION = Introduction(Record())


class _Done(NamedTuple):
    subject: int
    kind: str
    closed_at: datetime


class _Asked(NamedTuple):
    """A target who was asked by hand, and when."""

    target: int
    at: datetime


class _Introduced(NamedTuple):
    """By which errand, and when, the two were introduced."""

    kind: str
    at: datetime


class _Answer(NamedTuple):
    person: int
    at: datetime
    text: str


_CHOSEN = Query(
    tuple[int, int],
    lambda: ChosenTarget.select(ChosenTarget.request, ChosenTarget.person).where(
        ChosenTarget.request.in_(params("requests"))
    ),
)
_VERDICTS = Query(
    tuple[int, str],
    lambda: Decision.select(Decision.subject, Decision.verdict).where(
        Decision.queue == QUEUE, Decision.subject.in_(params("requests"))
    ),
)
_DONE = Query(
    _Done,
    lambda: (
        Errand.select(Errand.subject, Errand.kind, Errand.closed_at)
        .where(
            Errand.queue == QUEUE,
            Errand.subject.in_(params("requests")),
            Errand.state == "done",
            Errand.kind.in_([ASK, *INTRODUCE]),
        )
        .order_by(Errand.id)
    ),
)
_ANSWERS = Query(
    _Answer,
    lambda: (
        Message.select(Message.person, Message.at, Message.text)
        .where(
            Message.person.in_(params("people")),
            ~Message.outgoing,
            Message.sort == "talk",
            Message.at > param("since"),
        )
        .order_by(Message.at)
    ),
)
_OUTCOMES = Query(
    tuple[int, str],
    lambda: (
        Outcome.select(Outcome.subject, Outcome.kind)
        .where(Outcome.queue == QUEUE, Outcome.subject.in_(params("requests")))
        .order_by(Outcome.id)
    ),
)


def chosen_targets(requests: Iterable[int]) -> dict[int, int]:
    """Return the target that the user chose for each of these requests."""
    return dict(_CHOSEN.rows(requests=sorted(set(requests))))


def introductions(targets: Mapping[int, int | None]) -> dict[int, Introduction]:
    """Return what is on record about these requests, each given with its target, in a fixed number of queries."""
    asked_at, introduced = _done_by_hand(targets)
    asked = {request: _Asked(target, at) for request, at in asked_at.items() if (target := targets[request])}
    answers, verdicts, outcomes = _answers(asked), dict(_VERDICTS.rows(requests=list(targets))), _outcomes(targets)
    return {
        request: _introduction(
            verdicts.get(request, ""),
            asked_at.get(request),
            introduced.get(request),
            answers.get(request),
            outcomes.get(request, ""),
        )
        for request in targets
    }


def _introduction(
    verdict: str, asked_at: datetime | None, introduced: _Introduced | None, answer: _Answer | None, outcome: str
) -> Introduction:
    record = Record(
        verdict,
        asked_at.date() if asked_at else None,
        answer.at.date() if answer else None,
        introduced.at.date() if introduced else None,
        outcome,
    )
    return Introduction(
        record,
        answer.at if answer else None,
        answer.text if answer else "",
        was_yes=introduced is not None and introduced.kind == INTRODUCE[0],
    )


def _done_by_hand(requests: Iterable[int]) -> tuple[dict[int, datetime], dict[int, _Introduced]]:
    """Return when each target was asked first, and how the two were introduced last."""
    asked: dict[int, datetime] = {}
    introduced: dict[int, _Introduced] = {}
    for done in _DONE.rows(requests=list(requests)):
        if done.kind == ASK:
            asked.setdefault(done.subject, done.closed_at)
        else:
            introduced[done.subject] = _Introduced(done.kind, done.closed_at)
    return asked, introduced


def _answers(asked: Mapping[int, _Asked]) -> dict[int, _Answer]:
    """Return the newest message of each target since they were asked."""
    if not asked:
        return {}
    kin = Kin.of(ask.target for ask in asked.values())
    newest: dict[int, _Answer] = {}
    for answer in _ANSWERS.rows(people=kin.rows, since=min(ask.at for ask in asked.values())):
        newest |= dict.fromkeys(kin.asked[answer.person], answer)
    return {
        request: newest[ask.target]
        for request, ask in asked.items()
        if ask.target in newest and newest[ask.target].at > ask.at
    }


def _outcomes(requests: Iterable[int]) -> dict[int, str]:
    """Return what came of each, by kind; something outweighs `nothing`."""
    kinds: dict[int, str] = {}
    for request, kind in _OUTCOMES.rows(requests=list(requests)):
        if kind != "nothing" or request not in kinds:
            kinds[request] = kind
    return kinds
