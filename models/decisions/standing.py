"""Where a card stands after what was decided: the decision's part of the card, computed and never edited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..store import Card, Decision, Mark
from ..store.query import one, rows
from ..verbs import Verb

WAITING = (Verb.ASK, Verb.BLURB)
"""Verdicts that wait for an answer: the card is closed until one is imported."""

RETURNING = (Verb.LATER, Verb.KEEP)
"""Verdicts after which the card comes back on a day."""


def settle(cards: Iterable[tuple[str, int]], operation: int) -> None:
    """Bring these cards' state up to date with their decisions and the pins on their people."""
    for queue, subject in cards:
        decision = one(
            Decision.select(Decision.verdict, Decision.due, Decision.at).where(
                Decision.queue == queue, Decision.subject == subject
            )
        )
        person = one(Card.select(Card.person).where(Card.queue == queue, Card.subject == subject))
        if person is not None:
            values = state_of(decision, pinned=bool(pins_of([person[0]])))
            Card.update(version=operation, **values).where(
                Card.queue == queue, Card.subject == subject
            ).execute()


def settle_people(people: Iterable[int], operation: int) -> None:
    """Bring all cards of these people up to date: a pin was set or taken back."""
    cards = rows(Card.select(Card.queue, Card.subject).where(Card.person.in_(list(people))))
    settle([(queue, subject) for queue, subject in cards], operation)


def state_of(decision: tuple[Any, ...] | None, *, pinned: bool) -> dict[str, Any]:
    """The card's columns that follow from its decision, given as verdict, due and time.

    A pin holds whatever else was decided: a card that would come back, or waits for an answer, stays away.
    """
    verdict, due, at = decision or ("", None, None)
    if verdict in WAITING:
        state = "waiting"
    elif verdict in RETURNING:
        state = "later"
    else:
        state = "decided" if verdict and verdict != Verb.PIN else "open"
    if verdict == Verb.PIN or (pinned and state != "decided"):
        state = "pinned"
    return {"state": state, "due": due, "since": at}


def pins_of(people: Iterable[int]) -> set[int]:
    """Those of these people who are never to be asked about again."""
    return {
        row[0]
        for row in rows(Mark.select(Mark.person).where(Mark.person.in_(list(people)), Mark.kind == "pinned"))
    }
