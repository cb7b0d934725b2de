"""What an importer hands on: plain values with the line they stood on.

Named tuples rather than dataclasses: an archive makes a hundred thousand of them, and they cost a third.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that could not be taken in, or not all of it, and why, in words for the user."""

    file: str
    row: int
    why: str
    lost: bool = True
    """Whether the whole row stayed outside."""


class ConnectionRecord(NamedTuple):
    """A connection. `connected_on` is a UTC day, or `None` when it could not be read."""

    row: int
    raw: Sequence[str]
    given: str
    family: str
    link: str
    email: str
    company: str
    title: str
    connected_on: date | None


class InvitationRecord(NamedTuple):
    """An invitation; `other` is the person at the other end, `sent_at` seconds since 1970."""

    row: int
    raw: Sequence[str]
    outgoing: bool
    other: str
    other_link: str
    owner: str
    owner_link: str
    sent_at: int
    note: str


class MessageRecord(NamedTuple):
    """A message. `direction` is `INCOMING` or `OUTGOING` where the file says so (2018 to 2020), else empty."""

    row: int
    raw: Sequence[str]
    thread: str
    title: str
    sender: str
    sender_link: str
    to: str
    to_links: str
    at: int
    subject: str
    text: str
    folder: str
    is_draft: bool
    direction: str


class Participants(NamedTuple):
    """Who takes part in a message; fields as in `MessageRecord`."""

    thread: str
    sender: str
    sender_link: str
    to: str
    to_links: str
    is_draft: bool
    direction: str


class RecommendationRecord(NamedTuple):
    """A recommendation received, or written by the owner when `given`."""

    row: int
    raw: Sequence[str]
    given: bool
    name: str
    company: str
    text: str
    written_on: date | None


class NoteRecord(NamedTuple):
    """The owner's private note about a connection."""

    row: int
    raw: Sequence[str]
    name: str
    link: str
    text: str
    written_on: date | None


class PositionRecord(NamedTuple):
    """A job of the owner's own, or a school."""

    row: int
    raw: Sequence[str]
    company: str
    title: str
    started: str
    finished: str
    is_school: bool


class EventRecord(NamedTuple):
    """A LinkedIn event the owner joined."""

    row: int
    raw: Sequence[str]
    name: str
    held_at: str
    status: str


class ProfileRecord(NamedTuple):
    """The owner, as they call themselves."""

    row: int
    raw: Sequence[str]
    name: str
    headline: str


class AddressRecord(NamedTuple):
    """An e-mail address of the owner's own."""

    row: int
    raw: Sequence[str]
    address: str


class HiddenRecord(NamedTuple):
    """A row with a date and nobody in it: a hidden or closed account. Counted, and no person."""

    row: int
    raw: Sequence[str]
    connected_on: date | None


class ContactRecord(NamedTuple):
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


Record = (
    ConnectionRecord
    | HiddenRecord
    | InvitationRecord
    | MessageRecord
    | RecommendationRecord
    | NoteRecord
    | PositionRecord
    | EventRecord
    | ProfileRecord
    | AddressRecord
)
"""A row of LinkedIn's own files."""
