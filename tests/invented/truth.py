"""What an importer must find in an invented archive, known because it was put there, not computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

__all__ = ["Invented", "Sent", "Truth", "Who", "plain"]


class Who(NamedTuple):
    """A connection; the profile is the slug as links are compared (decoded, NFC, casefolded).

    It is None where Connections.csv has no links.
    """

    name: str
    profile: str | None
    connected_on: date


class Sent(NamedTuple):
    """An invitation: the other person's name, and when it was sent (UTC)."""

    name: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Truth:
    """Counts to the row, the fate of every invitation as far as the data tell, the band of every connection.

    The sets of `Sent` speak of received invitations; those beginning with `sent_` of the owner's own.
    """

    owner: str
    owner_profile: str | None
    connections: int
    hidden: int
    invitations: int
    message_rows: int
    messages: int
    """Distinct rows: one is exported twice."""
    kinds: Mapping[str, int]
    """Rows by kind: conversation stranger inmail note group draft spam sponsored nobody self."""
    pending: frozenset[Sent]
    cannot_tell: frozenset[Sent]
    accepted: frozenset[Sent]
    """Accepted, whether still connected or removed since."""
    expired: frozenset[Sent]
    sent_pending: frozenset[Sent]
    sent_cannot_tell: frozenset[Sent]
    bands: Mapping[Who, str]


@dataclass(frozen=True, slots=True)
class Invented:
    """An archive on disk, the day it was exported, and what is true in it."""

    path: Path
    export_date: date
    truth: Truth


def plain(name: str) -> str:
    """A name with its white space as the truth has it: none around it, single blanks inside."""
    return " ".join(name.split())
