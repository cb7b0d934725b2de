"""Connections that someone may be mistaken for, or pretends to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from peewee import fn

from ..policy.facts import LookAlike
from ..store import Connection, Person
from ..store.identity import Who
from ..store.query import Query, params
from ..text.companies import company_words
from ..text.lookalikes import imitates, spellings, what_differs


class _Connected(NamedTuple):
    """A connection that an invitation may be mistaken for."""

    root: int
    """The row that stands for them."""
    name: str
    name_key: str
    slug: str | None
    company: str
    company_key: str


_CONNECTED = Query(
    _Connected,
    lambda: (
        Person.select(
            fn.COALESCE(Person.same_as, Person.id).alias("root"),
            Person.name,
            Person.name_key,
            Person.slug,
            Person.company,
            Person.company_key,
        )
        .join(Connection)
        .where(Person.name_key.in_(params("names")), Connection.gone_export.is_null())
        .order_by(Person.id)
    ),
)


def look_alikes(senders: Collection[Who], words: Mapping[int, str]) -> dict[int, LookAlike]:
    """Return the connections that these people share a name with, or imitate with letters that only look the same.

    Args:
        senders: the people, as their invitations name them.
        words: what each of them wrote, by person.
    """
    keys = {who.id: spellings(who.name) for who in senders}
    connections = _connected({key for each in keys.values() for key in each})
    found = {}
    for who in senders:
        others = (other for key in keys[who.id] for other in connections.get(key, ()))
        other = next((other for other in others if other.root != who.root), None)
        if other:
            found[who.id] = _look_alike(who, other, words.get(who.id, ""))
    return found


def _connected(keys: Iterable[str]) -> dict[str, list[_Connected]]:
    """Return the connections under these name keys."""
    found: defaultdict[str, list[_Connected]] = defaultdict(list)
    for connection in _CONNECTED.rows(names=keys):
        found[connection.name_key].append(connection)
    return found


def _look_alike(who: Who, other: _Connected, words: str) -> LookAlike:
    """Only its letters are alike, or it is a copy that claims the same company, or just someone of that name."""
    if imitates(who.name, other.name):
        return LookAlike("lookalike_letters", other.name, other.slug, what_differs(who.name, other.name))
    key = other.company_key
    if key and (key == who.company_key or key in " ".join(company_words(words))):
        return LookAlike("copy_of_connection", other.name, other.slug, other.company)
    return LookAlike("namesake", other.name, other.slug)
