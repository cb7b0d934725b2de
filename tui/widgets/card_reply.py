"""The card of a message you owe an answer to."""

from __future__ import annotations

from models.policy.facts import ReplyFacts
from models.queues.base import QueueCard
from models.queues.replies import ReplyCard

from ..lines import BLANK, Line, line
from ..text import Shown, ago, count, join, say, shown
from .card_lines import fact, headline, quote


def face(card: QueueCard, cells: int) -> list[Line]:
    """Return the inside of the card."""
    assert isinstance(card, ReplyCard)
    facts = card.facts
    band = shown(facts.band.replace("_", " "))
    known = join([band, count(facts.messages, "message"), Shown("") if facts.is_connected else Shown("not connected")])
    yours = (
        say("{}: “{}”", ago(facts.your_last_on, facts.export_date), shown(facts.your_last))
        if facts.your_last_on
        else Shown("nothing yet")
    )
    return [
        headline(card, say("asked {}", ago(facts.asked_on, facts.export_date)), cells),
        line(join([shown(facts.title), shown(facts.company)])),
        *quote(facts.text, cells, 3),
        BLANK,
        fact("Yours", yours, cells),
        fact("Known", known, cells),
        fact("Waits", _waits(facts), cells, style="look" if facts.texts > 1 else ""),
    ]


def row_facts(card: QueueCard) -> Shown:
    """Return what a list says about it."""
    assert isinstance(card, ReplyCard)
    text = say("“{}”", shown(card.text)) if card.text else Shown("no note")
    return say("{} · {}", ago(card.facts.asked_on, card.facts.export_date), text)


def _waits(facts: ReplyFacts) -> Shown:
    if facts.is_answered:
        return Shown("you have written since")
    if facts.texts < 2 or facts.first_asked_on is None:
        return Shown("one message")
    return say("{} since {}", count(facts.texts, "message"), ago(facts.first_asked_on, facts.export_date))
