"""How long a card stays away: one week, doubling each time, at most a year; or as long as the user says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

from ..store import Card, Decision, Mark
from ..store.query import Query, Statement, chunks, param, params, rows
from .verdicts import CardState, spec_of

_PERSON = Query(
    int, lambda: Card.select(Card.person).where(Card.queue == param("queue"), Card.subject == param("subject"))
)
_DECISION = Query(
    tuple[str, datetime | None, datetime],
    lambda: Decision.select(Decision.verdict, Decision.due, Decision.at).where(
        Decision.queue == param("queue"), Decision.subject == param("subject")
    ),
)
_PIN = Query(int, lambda: Mark.select(Mark.id).where(Mark.person == param("person"), Mark.kind == "pinned"))
_PINS = Query(int, lambda: Mark.select(Mark.person).where(Mark.person.in_(params("people")), Mark.kind == "pinned"))
_SETTLE = Statement(
    lambda: Card.update(version=param("version"), state=param("state"), due=param("due"), since=param("since")).where(
        Card.queue == param("queue"), Card.subject == param("subject")
    )
)


def settle_card(queue: str, subject: int, operation: int) -> None:
    """Bring one card's state up to date: what `settle` does, for somebody who waits for the next card."""
    person = _PERSON.first(queue=queue, subject=subject)
    decision = _DECISION.first(queue=queue, subject=subject)
    values = state_of(queue, decision, pinned=_PIN.first(person=person) is not None)
    _SETTLE.run(queue=queue, subject=subject, version=operation, **values)


def settle(cards: Iterable[tuple[str, int]], operation: int) -> None:
    """Bring these cards' state up to date with their decisions and the pins on their people."""
    by_queue: defaultdict[str, list[int]] = defaultdict(list)
    for queue, subject in cards:
        by_queue[queue].append(subject)
    for queue, subjects in by_queue.items():
        for some in chunks(subjects):
            for values, alike in _states(queue, some).items():
                those = (Card.queue == queue) & Card.subject.in_(alike)
                Card.update(version=operation, **dict(values)).where(those).execute()


def settle_people(people: Iterable[int], operation: int) -> None:
    """Bring all cards of these people up to date: a pin was set or taken back."""
    for some in chunks(people):
        cards = rows(Card.select(Card.queue, Card.subject).where(Card.person.in_(some)))
        settle([(queue, subject) for queue, subject in cards], operation)


def _states(queue: str, subjects: Sequence[int]) -> dict[tuple[tuple[str, Any], ...], list[int]]:
    """Where these cards stand, those that stand alike together: many decided at once become one write."""
    decisions = {
        subject: tuple(decision)
        for subject, *decision in rows(
            Decision.select(Decision.subject, Decision.verdict, Decision.due, Decision.at).where(
                Decision.queue == queue, Decision.subject.in_(subjects)
            )
        )
    }
    people = dict(rows(Card.select(Card.subject, Card.person).where(Card.queue == queue, Card.subject.in_(subjects))))
    pinned = pins_of(people.values())
    found: defaultdict[tuple[tuple[str, Any], ...], list[int]] = defaultdict(list)
    for subject, person in people.items():
        values = state_of(queue, decisions.get(subject), pinned=person in pinned)
        found[tuple(values.items())].append(subject)
    return found


def state_of(queue: str, decision: tuple[Any, ...] | None, *, pinned: bool) -> dict[str, Any]:
    """Return the card's columns that follow from its decision, given as verdict, due and time.

    A pin holds whatever else was decided: a card that would come back, or waits for an answer, stays away.
    """
    verdict, due, at = decision or ("", None, None)
    state = spec_of(queue, verdict).leaves if verdict else CardState.OPEN
    if pinned and state is not CardState.DECIDED:
        state = CardState.PINNED
    return {"state": state.value, "due": due, "since": at}


def pins_of(people: Iterable[int]) -> set[int]:
    """Those of these people who are never to be asked about again."""
    return set(_PINS.rows(people=people))


_WEEK, _MONTH, _QUARTER, _YEAR = 7, 30, 91, 365
LENGTHS = {"1w": _WEEK, "1m": _MONTH, "3m": _QUARTER, "1y": _YEAR}
"""What `--for` takes, in days; the digits 1 to 4 before `↓` choose among them in this order."""
_KEEP_YEARS = 4
_SPREAD = 0.2


def later(now: datetime, times: int, length: str = "", *, spread_by: int | None = None) -> datetime:
    """When a card put off for the `times`-th time in a row comes back.

    In bulk each card gives its number as `spread_by`, and they come back within ±20 % instead of all at once.
    """
    days = float(LENGTHS.get(length) or min(_WEEK * 2 ** (times - 1), _YEAR))
    if spread_by is not None:
        days *= 1 + _SPREAD * (2 * _fraction(spread_by) - 1)
    return now + timedelta(days=round(days))


def keep(now: datetime, times: int) -> datetime:
    """When a kept person is asked about again: after a year, then two, then four."""
    return now + timedelta(days=_YEAR * min(2 ** (times - 1), _KEEP_YEARS))


def _fraction(number: int) -> float:
    """A number in [0, 1) that is the same for the same card for ever."""
    return int.from_bytes(blake2b(str(number).encode(), digest_size=4).digest(), "big") / (1 << 32)
