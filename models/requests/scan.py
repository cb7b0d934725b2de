"""Look for intro requests and outcomes in what was imported, and keep them as guesses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from peewee import fn

from ..store import CAPTURED, Connection, IntroRequest, Invitation, Message, OutcomeMessage, Person
from ..store.database import insert_rows
from ..store.facts import FactKey, fact, set_fact
from ..store.query import Query, Statement, param, params
from .connection_names import ConnectionNames
from .detect import RequestGuess, find_request
from .target import resolve

_REMEMBERED = 256


class _Text(NamedTuple):
    """A text that someone wrote to the owner."""

    asker: int
    at: int
    """In seconds since 1970."""
    text: str
    thread: int | None


class _IncomingMessage(NamedTuple):
    id: int
    person: int
    at: int
    text: str
    thread: int


class _IncomingNote(NamedTuple):
    id: int
    person: int
    sent_at: int
    note: str


class _WaitingRequest(NamedTuple):
    id: int
    asker: int
    thread_id: int | None
    received_at: int


class _Talk(NamedTuple):
    """A one-to-one message of either side."""

    id: int
    person: int
    at: int
    text: str


_MESSAGES = Query(
    _IncomingMessage,
    lambda: (
        Message.select(Message.id, Message.person, Message.at, Message.text, Message.thread)
        .where(
            Message.id > param("after"),
            ~Message.outgoing,
            Message.person.is_null(False),
            Message.sort.in_(["talk", "sponsored"]),
        )
        .order_by(Message.id)
    ),
    raw=True,
)
_NOTES = Query(
    _IncomingNote,
    lambda: (
        Invitation.select(Invitation.id, Invitation.person, Invitation.sent_at, Invitation.note)
        .where(Invitation.id > param("after"), ~Invitation.outgoing, Invitation.note != "")
        .order_by(Invitation.id)
    ),
    raw=True,
)
_CONNECTIONS = Query(
    tuple[int, str, str, str],
    lambda: (
        Person.select(Person.id, Person.name, Person.company, Person.title)
        .join(Connection)
        .where(Connection.gone_export.is_null())
    ),
)
_WRITTEN_WITH = Query(
    tuple[int, int],
    lambda: (
        Message.select(Message.person, fn.COUNT(Message.id))
        .where(Message.person.is_null(False))
        .group_by(Message.person)
    ),
)
_NEWEST_REQUEST = Query(
    int, lambda: IntroRequest.select(fn.COALESCE(fn.MAX(IntroRequest.id), 0)).where(IntroRequest.id < CAPTURED)
)
_ADD_REQUEST = Statement(
    lambda: IntroRequest.insert(
        id=param("id"),
        asker=param("asker"),
        target=param("target"),
        target_text=param("target_text"),
        candidates=param("candidates"),
        purpose=param("purpose"),
        received_at=param("received_at"),
        text=param("text"),
        words=param("words"),
        says_why=param("says_why"),
        forwardable=param("forwardable"),
        thread_id=param("thread_id"),
    )
)
_WAITING = Query(
    _WaitingRequest,
    lambda: IntroRequest.select(
        IntroRequest.id, IntroRequest.asker, IntroRequest.thread_id, IntroRequest.received_at
    ).where(~IntroRequest.answered),
    raw=True,
)
_ANSWER_TO = Query(
    int,
    lambda: (
        Message.select(Message.id)
        .where(Message.person == param("asker"), Message.outgoing, Message.at > param("after"), Message.sort == "talk")
        .limit(1)
    ),
)
_ANSWER_IN = Query(
    int,
    lambda: (
        Message.select(Message.id)
        .where(Message.thread == param("thread"), Message.outgoing, Message.at > param("after"), Message.sort == "talk")
        .limit(1)
    ),
)
_MARK_ANSWERED = Statement(lambda: IntroRequest.update(answered=True).where(IntroRequest.id == param("request")))
_TALKS = Query(
    _Talk,
    lambda: Message.select(Message.id, Message.person, Message.at, Message.text).where(
        Message.id > param("after"), Message.person.is_null(False), Message.sort == "talk"
    ),
    raw=True,
)
_NEWEST_MESSAGE = Query(int, lambda: Message.select(Message.id).order_by(Message.id.desc()).limit(1))
_OUTCOME_MESSAGES = Query(int, lambda: OutcomeMessage.select(OutcomeMessage.message).order_by(OutcomeMessage.id))
_SENT_AT = Query(
    tuple[int, int],
    lambda: Message.select(Message.person, Message.at).where(Message.id.in_(params("messages"))),
    raw=True,
)


def scan() -> set[int]:
    """Keep what looks like a request in texts that were not looked at before; return the askers, and who was answered."""
    hear = lru_cache(_REMEMBERED)(find_request)  # what is sent to many is the same every time
    asked = [(text, guess) for text in _unread() if (guess := hear(text.text))]
    if asked:
        names = _connections()
        for text, guess in asked:
            _keep(text, guess, names)
    return {text.asker for text, _ in asked} | _settle_answers()


def _unread() -> Iterator[_Text]:
    """Incoming texts since the last look: one-to-one messages, and notes of invitations."""
    last_message, last_invitation = int(fact(FactKey.SCANNED_MESSAGE) or 0), int(fact(FactKey.SCANNED_INVITATION) or 0)
    for message in _MESSAGES.stream(after=last_message):
        last_message = message.id
        yield _Text(message.person, message.at, message.text, message.thread)
    for note in _NOTES.rows(after=last_invitation):
        last_invitation = note.id
        yield _Text(note.person, note.sent_at, note.note, None)
    set_fact(FactKey.SCANNED_MESSAGE, str(last_message))
    set_fact(FactKey.SCANNED_INVITATION, str(last_invitation))


def _connections() -> ConnectionNames:
    return ConnectionNames(
        _CONNECTIONS.stream(), owner=fact(FactKey.OWNER_NAME) or "", known=dict(_WRITTEN_WITH.rows())
    )


_HEARD = 0.7
"""From this confidence on there are words that ask; below, only what such messages have in common."""


def _keep(text: _Text, guess: RequestGuess, names: ConnectionNames) -> None:
    target = resolve(guess, names, text.asker)
    known = target.person_ids
    if not known and guess.confidence < _HEARD:
        return  # not a word of asking, and nobody the user knows: there is nothing they could be asked for
    _ADD_REQUEST.run(
        id=(_NEWEST_REQUEST.first() or 0) + 1,
        asker=text.asker,
        target=known[0] if target.is_certain else None,
        target_text=target.text or guess.target_text,
        candidates=[] if target.is_certain else list(known),
        purpose=guess.purpose,
        received_at=text.at,
        text=text.text,
        words=guess.words,
        says_why=guess.says_why,
        forwardable=guess.forwardable,
        thread_id=text.thread,
    )


def _settle_answers() -> set[int]:
    """Mark requests that a later message of the owner's in the same conversation answers; return their askers."""
    found = set()
    for request in _WAITING.rows():
        if request.thread_id is None:
            answer = _ANSWER_TO.first(asker=request.asker, after=request.received_at)
        else:
            answer = _ANSWER_IN.first(thread=request.thread_id, after=request.received_at)
        if answer is not None:
            _MARK_ANSWERED.run(request=request.id)
            found.add(request.asker)
    return found


_APART = int(timedelta(days=180).total_seconds())
"""Two such messages of one person within this time are about one thing: the first of them is asked about."""


def listen() -> set[int]:
    """Look at one-to-one messages that were not looked at before; return whose sound like an outcome."""
    from .outcome_cues import find_outcome  # its patterns take longer to prepare than most commands run

    last = int(fact(FactKey.LISTENED_MESSAGE) or 0)
    hear = lru_cache(_REMEMBERED)(find_outcome)  # what is sent to many is the same every time
    found = [talk for talk in _TALKS.stream(after=last) if hear(talk.text)]
    set_fact(FactKey.LISTENED_MESSAGE, str(_NEWEST_MESSAGE.first() or last))
    fresh = _first_of_each(sorted(found, key=lambda talk: talk.at)) if found else []
    insert_rows(OutcomeMessage, ("message_id",), ((talk.id,) for talk in fresh))
    return {talk.person for talk in fresh}


def heard() -> list[int]:
    """Return the messages that sound like an outcome."""
    return _OUTCOME_MESSAGES.rows()


def _first_of_each(found: Iterable[_Talk]) -> list[_Talk]:
    known: dict[int, list[int]] = {}
    for person, at in _SENT_AT.rows(messages=heard()):
        known.setdefault(person, []).append(at)
    fresh = []
    for talk in found:
        if all(abs(talk.at - other) > _APART for other in known.get(talk.person, ())):
            known.setdefault(talk.person, []).append(talk.at)
            fresh.append(talk)
    return fresh
