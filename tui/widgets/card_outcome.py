"""The card that asks what came of it: what was done or written, and what followed."""

from __future__ import annotations

from typing import LiteralString

from models.queues.base import QueueCard
from models.queues.outcomes import OutcomeCard, OutcomeFacts

from ..lines import BLANK, Line, Span, dim, line
from ..text import Shown, ago, clip, count, join, month, say, shown, wrap
from .card_lines import headline, link_line

_LABEL = 10


def face(card: QueueCard, cells: int) -> list[Line]:
    """Return the inside of the card."""
    assert isinstance(card, OutcomeCard)
    facts = card.facts
    return [
        headline(card, ago(facts.on, facts.export_date), cells),
        line(join([shown(card.title), shown(card.company)])),
        link_line(card),
        BLANK,
        line(Span(clip(shown(card.what), cells))),
        *_words(facts, cells),
        BLANK,
        _fact("Since", _since(facts), cells),
        _fact("Is to you", shown(facts.band.replace("_", " ")), cells),
    ]


def row_facts(card: QueueCard) -> Shown:
    """Return what a list says about it."""
    assert isinstance(card, OutcomeCard)
    return say("{} · {}", shown(card.what), shown(card.text)) if card.text else shown(card.what)


def _words(facts: OutcomeFacts, cells: int) -> list[Line]:
    if not facts.text:
        return []
    return [line(each) for each in wrap(say("“{}”", shown(facts.text, limit=300)), cells)[:2]]


def _since(facts: OutcomeFacts) -> Shown:
    if not facts.sent and not facts.received:
        return Shown("not one message either way")
    last = say("last {}", month(facts.last, facts.export_date)) if facts.last else Shown("")
    written = say("{} from you, {} from them", count(facts.sent, "message"), count(facts.received, "message"))
    return join([written, last])


def _fact(label: LiteralString, text: Shown, cells: int) -> Line:
    return (dim(shown(f"{label:<{_LABEL}}")), Span(clip(text, cells - _LABEL))) if text else BLANK
