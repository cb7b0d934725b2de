"""What stands on a card: the same rows on every card of a queue, so that the eye rests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from models.queues.base import QueueCard

from ..lines import BLANK, Line
from ..text import Shown

TALL = 9
"""Rows of a card where there is room."""
LOW = 7


class Drawing(NamedTuple):
    """How the cards of one queue look."""

    face: Callable[[QueueCard, int], list[Line]]
    """The inside of a card, at most so many cells wide."""
    row_facts: Callable[[QueueCard], Shown]
    """The facts by which a list tells one card from the next."""


@cache
def drawing_of(queue: str) -> Drawing:
    """Return how the cards of this queue look. Each brings its queue along, which no other card should wait for."""
    match queue:
        case "invites":
            from . import card_invite

            return Drawing(card_invite.face, card_invite.row_facts)
        case "intros":
            from . import card_intro

            return Drawing(card_intro.face, card_intro.row_facts)
        case "stale":
            from . import card_quiet

            return Drawing(card_quiet.face, card_quiet.row_facts)
        case "duplicates":
            from . import card_pair

            return Drawing(card_pair.face, card_pair.row_facts)
        case "sent":
            from . import card_sent

            return Drawing(card_sent.face, card_sent.row_facts)
        case "replies":
            from . import card_reply

            return Drawing(card_reply.face, card_reply.row_facts)
        case "outcomes":
            from . import card_outcome

            return Drawing(card_outcome.face, card_outcome.row_facts)
        case _:
            raise LookupError(f"The cards of {queue} have no face.")


def face(card: QueueCard, cells: int, rows: int) -> list[Line]:
    """Return the inside of a card: exactly `rows` lines, at most `cells` wide."""
    lines = drawing_of(card.queue).face(card, cells)
    if rows < TALL:
        lines = [each for each in lines if each] or lines
    return (lines + [BLANK] * rows)[:rows]
