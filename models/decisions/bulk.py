"""One verdict on many cards: one operation, one line in history, one undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from ..errors import NotFoundError, RefusedError
from ..journal.record import Op, existing, operation
from ..store import Operation
from ..store.query import CHUNK, value
from ..verbs import Verb
from . import silence
from .card_state import settle
from .decide import Subject, put, tell
from .verdicts import spec_of

Progress = Callable[[str, int], None]
"""Told how many cards are done; raise `CancelledError` in it to stop, and nothing is kept."""

_EVERY = 50


class Many(NamedTuple):
    """What a verdict on many cards did."""

    operation: int
    verdict: str
    sentence: str
    decided: int
    refused: Mapping[str, int]
    """The sentences for which cards were left out, and how many for each."""


def decide_many(
    choices: Iterable[tuple[Subject, Mapping[str, Any]]],
    verb: Verb,
    *,
    decision_id: str | None = None,
    reason: str = "",
    length: str = "",
    progress: Progress = lambda what, count: None,  # noqa: ARG005 — named for who reads it
) -> Many:
    """Store a verdict on many cards, each given with its evidence; cards that refuse it are left out.

    Cards put off come back within ±20 % of their day. Raises `RefusedError`, and writes nothing, when all
    refuse, and `NotFoundError` when there are none.
    """
    made = existing(decision_id)
    if made is not None:
        return Many(
            made,
            verb.value,
            str(value(Operation.select(Operation.sentence).where(Operation.id == made))),
            0,
            {},
        )
    refused, decided = Counter[str](), list[tuple[str, int]]()
    with operation(Op.DECIDE, "", uid=decision_id) as op:
        for subject, evidence, why in _with_refusals(choices, verb):
            if why:
                refused[why] += 1
                continue
            put(op, subject, verb, reason, length, evidence, in_bulk=True)
            decided.append((subject.queue, subject.id))
            if len(decided) % _EVERY == 0:
                progress("decided", len(decided))
        if not decided:
            raise _none(refused)
        settle(decided, op.id)
        sentence = f"{spec_of(decided[0][0], verb).past} {len(decided)} {'person' if len(decided) == 1 else 'people'}"
        tell(op, sentence)
    return Many(op.id, verb.value, sentence, len(decided), refused)


def _with_refusals(
    choices: Iterable[tuple[Subject, Mapping[str, Any]]], verb: Verb
) -> Iterator[tuple[Subject, Mapping[str, Any], str]]:
    """Each card with the sentence that says why this verdict is not for it; empty when it is. Asked for many at once."""
    walk = iter(choices)
    while some := list(islice(walk, CHUNK)):
        silent = silence.why_not([subject for subject, _ in some], verb)
        for subject, evidence in some:
            yield subject, evidence, silence.IN_BULK if subject.id in silent else subject.refusals.get(verb, "")


def _none(refused: Counter[str]) -> Exception:
    if refused:
        return RefusedError(next(iter(refused)), "Give them another verdict.")
    return NotFoundError("None of these cards is open any more.", "Look at the list again.")
