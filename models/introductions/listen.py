"""Looking through what came in for messages that sound like an outcome, and remembering which."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import timedelta

from ..store import Message
from ..store.facts import fact, set_fact
from ..store.query import chunks, plain_rows, rows

_LISTENED, _HEARD = "listened_message", "heard_outcomes"
_APART = int(timedelta(days=180).total_seconds())
"""Two such messages of one person within this time are about one thing: the first of them is asked about."""


def listen() -> set[int]:
    """Look at one-to-one messages that were not looked at before; return whose sound like an outcome."""
    from .thanks import find_outcome  # its patterns take longer to prepare than most commands run

    last = int(fact(_LISTENED) or 0)
    columns = (Message.id, Message.person, Message.at, Message.text)
    unread = Message.select(*columns).where(Message.id > last, Message.person.is_null(False), Message.sort == "talk")
    found = [row[:3] for row in plain_rows(unread) if find_outcome(row[3])]
    newest = Message.select(Message.id).order_by(Message.id.desc()).limit(1)
    set_fact(_LISTENED, str(next((row[0] for row in plain_rows(newest)), last)))
    fresh = _first_of_each(sorted(found, key=lambda row: row[2])) if found else []
    if fresh:
        set_fact(_HEARD, json.dumps([*heard(), *(number for number, _ in fresh)]))
    return {person for _, person in fresh}


def heard() -> list[int]:
    """The messages that sound like an outcome."""
    return list(json.loads(fact(_HEARD) or "[]"))


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
