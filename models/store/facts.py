"""Single things known about the store as a whole: the newest export's day, the owner's name, where one stopped."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from .people import Fact
from .query import Query, Statement, param

_VALUE = Query(str, lambda: Fact.select(Fact.value).where(Fact.key == param("key")))
_ADD = Statement(lambda: Fact.insert(key=param("key"), value=param("value")))
_CHANGE = Statement(lambda: Fact.update(value=param("value")).where(Fact.key == param("key")))


class FactKey(StrEnum):
    """All the names there are; what belongs to a row or a queue has a column of its own."""

    OWNER_NAME = "owner_name"
    OWNER_SLUG = "owner_slug"
    OWNER_EMAILS = "owner_emails"
    """The addresses in LinkedIn's own file, with spaces between them."""
    EXPORT_DATE = "export_date"
    """The day of the newest export, as ISO text like the two below."""
    CONNECTIONS_EXPORT = "connections_export"
    """That of the newest one with connections."""
    INVITATIONS_EXPORT = "invitations_export"
    HIDDEN_ROWS = "hidden_rows"
    """How many rows of the newest list of connections name nobody."""
    SCANNED_MESSAGE = "scanned_message"
    """The last message that was searched for a request, then the last invitation."""
    SCANNED_INVITATION = "scanned_invitation"
    LISTENED_MESSAGE = "listened_message"
    """The last message that was searched for an outcome."""


def fact(key: FactKey) -> str | None:
    """Return the thing known under this key."""
    return _VALUE.first(key=key)


def set_fact(key: FactKey, text: str) -> None:
    """Remember it."""
    before = fact(key)
    if before is None:
        _ADD.run(key=key, value=text)
    elif before != text:
        _CHANGE.run(key=key, value=text)


def export_date() -> date | None:
    """Return the day of the newest export, by which everything about people is reckoned; `None` before the first."""
    known = fact(FactKey.EXPORT_DATE)
    return date.fromisoformat(known) if known else None
