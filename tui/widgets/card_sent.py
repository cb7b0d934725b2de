"""The card of an invitation of yours that nobody answered."""

from __future__ import annotations

from models.policy.facts import SentFacts
from models.queues.base import QueueCard
from models.queues.sent import SentCard

from ..lines import BLANK, Line
from ..text import Shown, ago, count, join, say, shown
from .card_lines import decided_before, fact, headline, link_line, meeting, quote


def face(card: QueueCard, cells: int) -> list[Line]:
    """Return the inside of the card."""
    assert isinstance(card, SentCard)
    facts = card.facts
    certainty = Shown("") if facts.is_certain else Shown("cannot tell whether it was accepted · ")
    return [
        headline(card, say("{}invited {}", certainty, ago(facts.sent_on, facts.export_date)), cells),
        link_line(card),
        BLANK,
        *quote(facts.note, cells, 2),
        BLANK,
        fact("Met", meeting(facts.met, facts.export_date), cells),
        fact("Silent", _silent(facts), cells, style="" if facts.wrote_since else "look"),
        fact("Before", _invited_before(facts), cells),
    ]


def row_facts(card: QueueCard) -> Shown:
    """Return what a list says about it."""
    assert isinstance(card, SentCard)
    note = say("“{}”", shown(card.text)) if card.text else Shown("no note")
    return say("{} · {}", ago(card.facts.sent_on, card.facts.export_date), note)


def _silent(facts: SentFacts) -> Shown:
    if facts.wrote_since:
        return say("they did not accept, but wrote to you {}", ago(facts.wrote_since, facts.export_date))
    besides = say("you wrote {} besides", count(facts.messages_since, "time")) if facts.messages_since else Shown("")
    return join([say("for {}", count(facts.days_silent, "day")), besides])


def _invited_before(facts: SentFacts) -> Shown:
    unlinked = (
        say("connected until {}", ago(facts.disconnected_on, facts.export_date)) if facts.disconnected_on else Shown("")
    )
    invited = (
        say("you invited them {} before, in vain", count(facts.invited_before, "time"))
        if facts.invited_before
        else Shown("")
    )
    return join([invited, unlinked]) or decided_before(facts.earlier, facts.export_date)
