"""A card as one line of a list: the facts by which one person is told from the next."""

from __future__ import annotations

from models.decisions.verdicts import verdict_name
from models.queues.base import QueueCard

from ..lines import Line, Span, dim, pad
from ..text import Shown, clip, join, shown
from ..widgets.card import drawing_of
from ..widgets.recommendation import DOTS

_NAME, _SHORT_NAME = 22, 18
_NARROW = 64
_OPINION = 14


def row(card: QueueCard, cells: int) -> Line:
    """Name, facts, and what picky would do."""
    name = _NAME if cells > _NARROW else _SHORT_NAME
    room = cells - name - _OPINION - 2
    return (
        *pad((Span(shown(card.name)),), name),
        Span(Shown(" ")),
        *pad((dim(clip(drawing_of(card.queue).row_facts(card), room)),), room + 1),
        *pad((Span(_opinion(card)),), _OPINION),
    )


def _opinion(card: QueueCard) -> Shown:
    verdict, dots = card.recommendation.verdict, shown(DOTS[card.recommendation.dots])
    word = shown(verdict_name(verdict)) if verdict else Shown("no opinion")
    return join((clip(word, _OPINION - 5), dots), " ") if verdict else word
