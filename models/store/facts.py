"""Single things known about the store as a whole: the newest export's day, the owner's name, where one stopped."""

from __future__ import annotations

from .people import Fact
from .query import value


def fact(key: str) -> str | None:
    """The thing known under this key."""
    found = value(Fact.select(Fact.value).where(Fact.key == key))
    return None if found is None else str(found)


def set_fact(key: str, text: str) -> None:
    """Remember it."""
    if fact(key) is None:
        Fact.insert(key=key, value=text).execute()
    else:
        Fact.update(value=text).where(Fact.key == key).execute()
