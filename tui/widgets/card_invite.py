"""The card of an invitation that you received."""

from __future__ import annotations

from models.policy.facts import InviteFacts, LookAlike
from models.queues.base import QueueCard
from models.queues.invites import InviteCard

from ..lines import BLANK, Line
from ..text import Shown, ago, count, join, say, shown
from .card_lines import decided_before, fact, headline, link_line, meeting, quote


def face(card: QueueCard, cells: int) -> list[Line]:
    """Return the inside of the card."""
    assert isinstance(card, InviteCard)
    facts = card.facts
    sent = say("sent {}", ago(facts.sent_on, facts.export_date)) if facts.sent_on else Shown("")
    certainty = Shown("cannot tell whether it is pending · ") if card.certainty == "cannot_tell" else Shown("")
    texts = _texts(facts)
    return [
        headline(card, say("{}{}", certainty, sent), cells),
        link_line(card),
        BLANK,
        *quote(facts.note, cells, 2),
        BLANK,
        fact("Met", meeting(facts.met, facts.export_date), cells),
        fact("Wrote", texts, cells, style="look" if facts.nudges else ""),
        _known(facts, cells),
    ]


def row_facts(card: QueueCard) -> Shown:
    """Return what a list says about it."""
    assert isinstance(card, InviteCard)
    facts = card.facts
    met = Shown("met · ") if facts.met else Shown("")
    sent = say("{} · ", ago(facts.sent_on, facts.export_date)) if facts.sent_on else Shown("")
    return say("{}{}{}", met, sent, say("“{}”", shown(facts.note)) if facts.note else Shown("no note"))


def _texts(facts: InviteFacts) -> Shown:
    if facts.nudges:
        return say("{} about this invitation", count(facts.nudges + 1, "text"))
    if facts.messages:
        return say("{} in all, none since the invitation", count(facts.messages, "message"))
    return Shown("once, with this invitation") if facts.note else Shown("nothing")


def _known(facts: InviteFacts, cells: int) -> Line:
    if facts.look_alike:
        return fact("Mind", _mistaken_for(facts.look_alike), cells, style="look")
    if facts.earlier:
        why = facts.earlier[-1].why
        past = decided_before(facts.earlier, facts.export_date)
        return fact("Before", say("{}: {}", past, shown(why)) if why else past, cells, style="look")
    if facts.shared_history:
        return fact("Shared", join([shown(name) for name in facts.shared_history]), cells)
    return fact(
        "Profile", shown(facts.profile_text) or Shown("not pasted: i"), cells, style="" if facts.profile_text else "dim"
    )


def _mistaken_for(other: LookAlike) -> Shown:
    """Return which connection this may be taken for, and how one tells them apart."""
    name = shown(other.name)
    if other.kind == "copy_of_connection":
        return say("you are already connected to {} under another link", name)
    if other.kind == "lookalike_letters":
        return say("imitates your connection {} with look-alike letters", name)
    return say("the name of your connection {}, but another link", name)
