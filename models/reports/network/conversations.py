"""Who started each conversation, who answered, how fast, and who was left without an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from ...store import Message
from ...store.query import plain_rows
from .network_data import Network

APART_DAYS = 90
"""After so long a silence, whoever writes begins a new conversation."""

ANSWER_DAYS = 365
"""Who writes within so many days of the other's last message has answered it."""

_EPOCH = 719_163  # 1970-01-01, counted from year 1
_DAY = 86_400
_APART = APART_DAYS * _DAY
_LATEST = ANSWER_DAYS * _DAY
_FOREVER = 1 << 40


@dataclass(slots=True)
class Conversation:
    """What one person and the user wrote to each other."""

    sent: int = 0
    received: int = 0
    began: int = 0
    """Conversations they began."""
    begun: int = 0
    """Conversations the user began."""
    has_answered: bool = False
    """They wrote within a year of a message of the user's."""
    was_answered: bool = False
    """The user wrote within a year of a message of theirs."""
    waits: list[int] = field(default_factory=list)
    """Seconds each of their messages waited for the user's answer, the first of several counting."""
    days: list[tuple[int, bool]] = field(default_factory=list)
    """The day of each message, and whether it is the user's."""
    unanswered_days: int = 0
    """On how many days the user wrote since their last message."""


def read_conversations(network: Network) -> dict[int, Conversation]:
    """Return everyone with whom a message was exchanged."""
    query = Message.select(Message.person, Message.at, Message.outgoing).where(
        Message.sort == "talk", Message.person.is_null(False)
    )
    roots = network.roots
    found = plain_rows(query)
    if roots:
        found = [(roots.get(person, person), at, outgoing) for person, at, outgoing in found]
    found.sort()
    return {person: _talk(messages) for person, messages in groupby(found, key=itemgetter(0))}


def _talk(messages: Iterator[tuple[int, int, int]]) -> Conversation:
    talk = Conversation()
    mine = theirs = waiting = -_FOREVER  # when each wrote last, and since when theirs wait for an answer
    tail = set[int]()
    for _, at, outgoing in messages:
        if at - max(mine, theirs) > _APART:
            talk.begun += outgoing
            talk.began += not outgoing
        if outgoing:
            talk.sent += 1
            if mine < theirs and at - theirs <= _LATEST:
                talk.waits.append(at - waiting)
                talk.was_answered = True
            mine = at
            tail.add(at // _DAY)
        else:
            talk.received += 1
            talk.has_answered |= at - mine <= _LATEST
            waiting = at if theirs <= mine else waiting
            theirs = at
            tail.clear()
        talk.days.append((_EPOCH + at // _DAY, bool(outgoing)))
    talk.unanswered_days = len(tail)
    return talk
