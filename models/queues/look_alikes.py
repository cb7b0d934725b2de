"""Whose name an invitation shares, or imitates: a namesake, look-alike letters, or a copy of a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from peewee import fn

from ..lookalikes.spellings import spellings
from ..normalise import fold
from ..policy.facts import LookAlike
from ..store import Connection, Person
from ..store.query import chunks, rows
from ..store.who import Who


class _Connected(NamedTuple):
    """A connection that an invitation may be mistaken for."""

    person: int
    """The row that stands for them."""
    name: str
    slug: str | None
    company: str
    company_key: str


def look_alikes(senders: Collection[Who], words: Mapping[int, str]) -> dict[int, LookAlike]:
    """Connections that these people share a name with, or imitate with letters that only look the same."""
    keys = {who.id: spellings(who.name) for who in senders}
    connections = _connected({key for every in keys.values() for key in every})
    found = {}
    for who in senders:
        others = (other for key in keys[who.id] for other in connections.get(key, ()))
        other = next((other for other in others if other.person != who.root), None)
        if other:
            found[who.id] = _look_alike(who, other, words.get(who.id, ""))
    return found


def _connected(keys: Iterable[str]) -> dict[str, list[_Connected]]:
    """Whoever is connected under these keys."""
    found: defaultdict[str, list[_Connected]] = defaultdict(list)
    root = fn.COALESCE(Person.same_as, Person.id)
    columns = (root, Person.name, Person.slug, Person.company, Person.company_key)
    for some in chunks(keys):
        query = Person.select(Person.name_key, *columns).join(Connection)
        here = query.where(Person.name_key.in_(some), Connection.gone_export.is_null())
        for key, *connection in rows(here.order_by(Person.id)):
            found[key].append(_Connected(*connection))
    return found


def _look_alike(who: Who, other: _Connected, words: str) -> LookAlike:
    """Only its letters are alike, or it is a copy that claims the same company, or just somebody of that name."""
    from ..lookalikes.likeness import imitates, what_differs  # few are mistaken for anybody

    if imitates(who.name, other.name):
        return LookAlike("lookalike_letters", other.name, other.slug, what_differs(who.name, other.name))
    key = other.company_key
    if key and (key == who.company_key or key in fold(words)):
        return LookAlike("copy_of_connection", other.name, other.slug, other.company)
    return LookAlike("namesake", other.name, other.slug)
