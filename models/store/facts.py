"""Single things known about the store as a whole: the newest export's day, the owner's name, where one stopped."""

from __future__ import annotations

from datetime import date

from .people import Fact
from .query import Query, Statement, param

_VALUE = Query(str, lambda: Fact.select(Fact.value).where(Fact.key == param("key")))
_ADD = Statement(lambda: Fact.insert(key=param("key"), value=param("value")))
_CHANGE = Statement(lambda: Fact.update(value=param("value")).where(Fact.key == param("key")))


def fact(key: str) -> str | None:
    """The thing known under this key."""
    return _VALUE.first(key=key)


def set_fact(key: str, text: str) -> None:
    """Remember it."""
    before = fact(key)
    if before is None:
        _ADD.run(key=key, value=text)
    elif before != text:
        _CHANGE.run(key=key, value=text)


def export_date() -> date | None:
    """Return the day of the newest export, by which everything about people is reckoned; `None` before the first."""
    known = fact("export_date")
    return date.fromisoformat(known) if known else None
