"""The decision sheet of an intro request: how it is made, then both sides with all that is known."""

from __future__ import annotations

from typing import NamedTuple

from ..policy.facts import IntroFacts, Meeting
from ..queues import card_facts
from ..queues.base import Context
from ..queues.intros import IntroCard
from ..requests.purpose import words_for
from ..store import Message
from ..store.identity import Kin
from ..store.query import one
from .ledger import Ledger, ledger_of


class RequestWords(NamedTuple):
    """The last thing someone wrote."""

    text: str
    on: str
    """The day, ISO 8601."""


class RequestSide(NamedTuple):
    """One of the two, to the user."""

    person: int
    meetings: tuple[Meeting, ...]
    notes: str
    last_from_them: RequestWords | None
    last_from_you: RequestWords | None
    ledger: Ledger


class RequestPage(NamedTuple):
    """Everything behind a request."""

    facts: IntroFacts
    words: str
    """What made it a request."""
    purpose_words: tuple[str, ...]
    """What told its purpose."""
    asker: RequestSide
    target: RequestSide | None


def request_page(card: IntroCard, context: Context) -> RequestPage:
    """Return the sheet of a request's card."""
    facts, target = card.facts, card.target
    purpose_words = words_for(facts.purpose, facts.text)
    their_side = _side(target.id, context) if target else None
    return RequestPage(facts, card.words, purpose_words, _side(card.person, context), their_side)


def _side(person: int, context: Context) -> RequestSide:
    kin = Kin.of([person])
    return RequestSide(
        person,
        card_facts.meetings(kin).get(person, ()),
        card_facts.remarks(kin, "note").get(person, ""),
        _last(kin, outgoing=False),
        _last(kin, outgoing=True),
        ledger_of(person, context),
    )


def _last(kin: Kin, *, outgoing: bool) -> RequestWords | None:
    query = Message.select(Message.text, Message.at).where(
        Message.person.in_(kin.rows), Message.outgoing == outgoing, Message.sort == "talk"
    )
    found = one(query.order_by(Message.at.desc()))
    return RequestWords(found[0], found[1].date().isoformat()) if found else None
