"""What an address book or a list of attendees says of one person, spelt as the file spells it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class ContactDraft(NamedTuple):
    """A person in an address book or on an event's list. Blank means the file does not say."""

    row: int
    """The line the row or card begins on."""
    raw: Sequence[str]
    """The row's cells, or the card's lines without photos."""
    name: str = ""
    """The full name: as one cell gives it, else put together from its parts in Western order."""
    given: str = ""
    family: str = ""
    nickname: str = ""
    maiden: str = ""
    company: str = ""
    title: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    """Profile links on LinkedIn first, then any other."""
    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    birthday: str = ""
    """`YYYY-MM-DD`, or `--MM-DD` without the year; what cannot be read is left out."""
    note: str = ""
    event: str = ""
    event_date: str = ""
    """`YYYY-MM-DD`, else as the file has it."""
    checked_in: bool | None = None
    """Whether they really came; `None` when the file does not tell."""
    scanned_at: str = ""
    """When they were scanned or checked in: `YYYY-MM-DDTHH:MM:SS`, with `Z` where the file says UTC."""
    status: str = ""
    """An `Attendance`, or the file's own word in lower case."""
    tags: tuple[str, ...] = ()
