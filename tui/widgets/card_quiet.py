"""The card of a connection that has gone quiet."""

from __future__ import annotations

from models.policy.facts import StaleFacts
from models.queues.base import QueueCard
from models.queues.stale import StaleCard

from ..lines import BLANK, Line, line
from ..text import Shown, count, join, month, say, shown
from .card_lines import decided_before, fact, headline, link_line, meeting


def face(card: QueueCard, cells: int) -> list[Line]:
    """Return the inside of the card."""
    assert isinstance(card, StaleCard)
    facts = card.facts
    since = say("connected since {}", shown(str(facts.connected_on.year))) if facts.connected_on else Shown("")
    last_met = facts.meetings[-1] if facts.meetings else None
    return [
        headline(card, since, cells),
        line(join([shown(card.title), shown(card.company)])),
        link_line(card),
        BLANK,
        fact("Met", meeting(last_met, facts.export_date), cells),
        fact("Wrote", _wrote(facts), cells),
        fact("Last", _last(facts), cells),
        fact("You lose", _loss(facts), cells, style="look" if _loss(facts) else ""),
        fact("Before", decided_before(facts.earlier, facts.export_date), cells),
    ]


def row_facts(card: QueueCard) -> Shown:
    """Return what a list says about it."""
    assert isinstance(card, StaleCard)
    facts = card.facts
    since = shown(str(facts.connected_on.year)) if facts.connected_on else Shown("    ")
    return say("{}{}  {}", shown(f"{facts.band.replace('_', ' '):<12}"), since, shown(card.company))


def _wrote(facts: StaleFacts) -> Shown:
    if not facts.sent and not facts.received:
        return Shown("never, either way")
    return say("you {}, they {}", _times(facts.sent), _times(facts.received))


def _times(number: int) -> Shown:
    return Shown("never") if not number else count(number, "time")


def _last(facts: StaleFacts) -> Shown:
    you = say("you {}", month(facts.last_sent, facts.export_date)) if facts.last_sent else Shown("")
    they = say("they {}", month(facts.last_received, facts.export_date)) if facts.last_received else Shown("")
    return join([you, they])


def _loss(facts: StaleFacts) -> Shown:
    return join(
        [
            say("your only contact at {}", shown(facts.only_contact_at)) if facts.only_contact_at else Shown(""),
            Shown("they recommended you") if facts.recommended_you else Shown(""),
            Shown("you recommended them") if facts.you_recommended else Shown(""),
            say("worked at {} like you", shown(facts.shared_employer)) if facts.shared_employer else Shown(""),
        ]
    )
