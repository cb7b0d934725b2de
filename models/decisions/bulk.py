"""One verdict on many cards: one operation, one line in history, one undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from ..errors import NotFoundError, RefusedError
from ..journal.record import Op, existing, operation
from ..store.query import CHUNK
from ..verbs import Verb
from . import silence
from .card_state import update_states
from .decidable import Decidable
from .decide import say, sentence_of, write_verdict
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
    cards: Iterable[Decidable],
    verb: Verb,
    *,
    uid: str | None = None,
    reason: str = "",
    length: str = "",
    progress: Progress = lambda what, count: None,  # noqa: ARG005 — named for who reads it
) -> Many:
    """Store a verdict on many cards; cards that refuse it are left out.

    Cards put off come back within ±20 % of their day.

    Raises:
        RefusedError: all of them refuse; nothing is written.
        NotFoundError: there are none.
    """
    made = existing(uid)
    if made is not None:
        return Many(made, verb.value, sentence_of(made), 0, {})
    refused, decided = Counter[str](), list[tuple[str, int]]()
    with operation(Op.DECIDE, "", uid=uid) as op:
        for card, why in _with_refusals(cards, verb):
            if why:
                refused[why] += 1
                continue
            write_verdict(op, card, verb, reason, length, in_bulk=True)
            decided.append((card.queue, card.subject))
            if len(decided) % _EVERY == 0:
                progress("decided", len(decided))
        if not decided:
            raise _none(refused)
        update_states(decided, op.id)
        sentence = f"{spec_of(decided[0][0], verb).past} {len(decided)} {'person' if len(decided) == 1 else 'people'}"
        say(op, sentence)
    return Many(op.id, verb.value, sentence, len(decided), refused)


def _with_refusals(cards: Iterable[Decidable], verb: Verb) -> Iterator[tuple[Decidable, str]]:
    """Yield each card with the sentence that says why this verdict is not for it; empty when it is."""
    walk = iter(cards)
    while some := list(islice(walk, CHUNK)):  # whoever stayed silent is asked of the store for many at once
        silent = silence.why_not(some, verb)
        for card in some:
            yield card, silence.IN_BULK if card.subject in silent else card.refusals.get(verb, "")


def _none(refused: Counter[str]) -> Exception:
    if refused:
        return RefusedError(next(iter(refused)), "Give them another verdict.")
    return NotFoundError("None of these cards is open any more.", "Look at the list again.")
