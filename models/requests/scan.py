"""Looking through what came in for requests for an introduction, and keeping them as guesses."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from peewee import fn

from ..store import CAPTURED, Connection, IntroRequest, Invitation, Message, Person
from ..store.facts import fact, set_fact
from ..store.query import chunks, plain_rows, rows, value
from .connection_names import ConnectionNames
from .detect import RequestGuess, find_request
from .target import resolve

_REMEMBERED = 256


class _Text(NamedTuple):
    """A text that somebody wrote to the owner."""

    asker: int
    at: datetime
    text: str
    thread: int | None


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
    last_message, last_invitation = int(fact("scanned_message") or 0), int(fact("scanned_invitation") or 0)
    messages = Message.select(Message.id, Message.person, Message.at, Message.text, Message.thread).where(
        Message.id > last_message,
        ~Message.outgoing,
        Message.person.is_null(False),
        Message.sort.in_(["talk", "sponsored"]),
    )
    for number, person, at, text, thread in messages.order_by(Message.id).tuples().iterator():
        last_message = number
        yield _Text(person, at, text, thread)
    notes = Invitation.select(Invitation.id, Invitation.person, Invitation.sent_at, Invitation.note).where(
        Invitation.id > last_invitation, ~Invitation.outgoing, Invitation.note != ""
    )
    for number, person, at, note in rows(notes.order_by(Invitation.id)):
        last_invitation = number
        yield _Text(person, at, note, None)
    set_fact("scanned_message", str(last_message))
    set_fact("scanned_invitation", str(last_invitation))


def _connections() -> ConnectionNames:
    query = (
        Person.select(Person.id, Person.name, Person.company, Person.title)
        .join(Connection)
        .where(Connection.gone_export.is_null())
    )
    return ConnectionNames(query.tuples().iterator(), owner=fact("owner_name") or "", known=_written_with())


def _written_with() -> dict[int, int]:
    """How many messages passed between the owner and whom."""
    counts = Message.select(Message.person, fn.COUNT(Message.id)).where(Message.person.is_null(False))
    return dict(rows(counts.group_by(Message.person)))


_HEARD = 0.7
"""From this confidence on there are words that ask; below, only what such messages have in common."""


def _keep(text: _Text, guess: RequestGuess, names: ConnectionNames) -> None:
    target = resolve(guess, names, text.asker)
    known = target.person_ids
    if not known and guess.confidence < _HEARD:
        return  # not a word of asking, and nobody the user knows: there is nothing they could be asked for
    IntroRequest.insert(
        id=_next_id(), asker=text.asker, target=known[0] if target.is_certain else None,
        target_text=target.text or guess.target_text, candidates=[] if target.is_certain else list(known),
        purpose=guess.purpose.value, received_at=text.at, text=text.text, words=guess.words,
        says_why=guess.says_why, forwardable=guess.forwardable, thread_id=text.thread,
    ).execute()  # fmt: skip


def _next_id() -> int:
    newest = IntroRequest.select(IntroRequest.id).where(IntroRequest.id < CAPTURED).order_by(IntroRequest.id.desc())
    return int(value(newest, 0)) + 1


def _settle_answers() -> set[int]:
    """Requests are answered by a later message of the owner's in the same conversation."""
    found = set()
    waiting = IntroRequest.select(IntroRequest.id, IntroRequest.asker, IntroRequest.thread_id, IntroRequest.received_at)
    for number, asker, thread, received in rows(waiting.where(~IntroRequest.answered)):
        where = Message.person == asker if thread is None else Message.thread == thread
        later = Message.select(Message.id).where(where, Message.outgoing, Message.at > received, Message.sort == "talk")
        if value(later) is not None:
            IntroRequest.update(answered=True).where(IntroRequest.id == number).execute()
            found.add(asker)
    return found


_LISTENED, _HEARD_LISTEN = "listened_message", "heard_outcomes"
_APART = int(timedelta(days=180).total_seconds())
"""Two such messages of one person within this time are about one thing: the first of them is asked about."""


def listen() -> set[int]:
    """Look at one-to-one messages that were not looked at before; return whose sound like an outcome."""
    from .outcome_cues import find_outcome  # its patterns take longer to prepare than most commands run

    last = int(fact(_LISTENED) or 0)
    columns = (Message.id, Message.person, Message.at, Message.text)
    unread = Message.select(*columns).where(Message.id > last, Message.person.is_null(False), Message.sort == "talk")
    found = [row[:3] for row in plain_rows(unread) if find_outcome(row[3])]
    newest = Message.select(Message.id).order_by(Message.id.desc()).limit(1)
    set_fact(_LISTENED, str(next((row[0] for row in plain_rows(newest)), last)))
    fresh = _first_of_each(sorted(found, key=lambda row: row[2])) if found else []
    if fresh:
        set_fact(_HEARD_LISTEN, json.dumps([*heard(), *(number for number, _ in fresh)]))
    return {person for _, person in fresh}


def heard() -> list[int]:
    """The messages that sound like an outcome."""
    return list(json.loads(fact(_HEARD_LISTEN) or "[]"))


def _first_of_each(found: Iterable[tuple[int, int, int]]) -> list[tuple[int, int]]:
    known: dict[int, list[int]] = {}
    for some in chunks(heard()):
        for person, at in rows(Message.select(Message.person, Message.at.coerce(False)).where(Message.id.in_(some))):
            known.setdefault(person, []).append(int(at))
    fresh = []
    for number, person, at in found:
        if all(abs(at - other) > _APART for other in known.get(person, ())):
            known.setdefault(person, []).append(at)
            fresh.append((number, person))
    return fresh
