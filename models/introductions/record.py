"""What is on record about requests: the verdict, what was done by hand, what the target wrote since, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from ..store import ChosenTarget, Decision, Errand, Message, Outcome
from ..store.identity import Kin
from ..store.query import chunks, rows
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
        """Where it stands as of the newest export."""
        return state_of(self.record, known_until, patience)


NO_INTRODUCTION = Introduction(Record())


def chosen_targets(requests: Iterable[int]) -> dict[int, int]:
    """Whom the user said these requests mean."""
    found: dict[int, int] = {}
    for some in chunks(set(requests)):
        columns = (ChosenTarget.request, ChosenTarget.person)
        found |= dict(rows(ChosenTarget.select(*columns).where(ChosenTarget.request.in_(some))))
    return found


def introductions(targets: Mapping[int, int | None]) -> dict[int, Introduction]:
    """What is on record about these requests, each given with its target, in a fixed number of queries."""
    asked, introduced = _done_by_hand(targets)
    answers = _answers({request: (targets[request], at) for request, at in asked.items()})
    verdicts, came_of = _verdicts(targets), _came_of(targets)
    found = {}
    for request in targets:
        kind, on = introduced.get(request, ("", None))
        wrote, words = answers.get(request, (None, ""))
        asked_at = asked.get(request)
        found[request] = Introduction(
            Record(
                verdicts.get(request, ""),
                asked_at.date() if asked_at else None,
                wrote.date() if wrote else None,
                on.date() if on else None,
                came_of.get(request, ""),
            ),
            wrote,
            words,
            was_yes=kind == INTRODUCE[0],
        )
    return found


def _verdicts(requests: Iterable[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for some in chunks(requests):
        held = Decision.select(Decision.subject, Decision.verdict)
        found |= dict(rows(held.where(Decision.queue == QUEUE, Decision.subject.in_(some))))
    return found


def _done_by_hand(requests: Iterable[int]) -> tuple[dict[int, datetime], dict[int, tuple[str, datetime]]]:
    """When each target was asked, and by which errand, and when, the two were introduced."""
    asked: dict[int, datetime] = {}
    introduced: dict[int, tuple[str, datetime]] = {}
    for some in chunks(requests):
        query = Errand.select(Errand.subject, Errand.kind, Errand.closed_at).where(
            Errand.queue == QUEUE,
            Errand.subject.in_(some),
            Errand.state == "done",
            Errand.kind.in_([ASK, *INTRODUCE]),
        )
        for request, kind, at in rows(query.order_by(Errand.id)):
            if kind == ASK:
                asked.setdefault(request, at)
            else:
                introduced[request] = kind, at
    return asked, introduced


def _answers(asked: Mapping[int, tuple[int | None, datetime]]) -> dict[int, tuple[datetime, str]]:
    """The newest message of each target since they were asked."""
    since = {request: (target, at) for request, (target, at) in asked.items() if target}
    if not since:
        return {}
    kin = Kin.of(target for target, _ in since.values())
    newest = _newest(kin, min(at for _, at in since.values()))
    return {
        request: newest[target]
        for request, (target, at) in since.items()
        if target in newest and newest[target][0] > at
    }


def _newest(kin: Kin, since: datetime) -> dict[int, tuple[datetime, str]]:
    """The last thing each of these people wrote since then."""
    found: dict[int, tuple[datetime, str]] = {}
    for some in chunks(kin.rows):
        query = Message.select(Message.person, Message.at, Message.text).where(
            Message.person.in_(some), ~Message.outgoing, Message.sort == "talk", Message.at > since
        )
        for row, at, text in rows(query.order_by(Message.at)):
            found |= dict.fromkeys(kin.asked[row], (at, text))
    return found


def _came_of(requests: Iterable[int]) -> dict[int, str]:
    """What came of each, by kind; something outweighs `nothing`."""
    found: dict[int, str] = {}
    for some in chunks(requests):
        query = Outcome.select(Outcome.subject, Outcome.kind).where(Outcome.queue == QUEUE, Outcome.subject.in_(some))
        for request, kind in rows(query.order_by(Outcome.id)):
            if kind != "nothing" or request not in found:
                found[request] = kind
    return found
