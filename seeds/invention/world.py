"""The invented world: who knows whom since when, who wrote what, and what an export of some day shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

__all__ = ["INVITATIONS_KEPT", "Invite", "Message", "Paper", "Person", "Tie", "World"]

INVITATIONS_KEPT = timedelta(days=180)
"""An invitation is exported for 180 days after its state changed; unanswered, it expires after 180."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented, as their profile shows them; a blank slug is a closed account."""

    first: str
    last: str
    slug: str
    company: str = ""
    position: str = ""
    email: str = ""

    @property
    def name(self) -> str:
        """The full name as LinkedIn writes it into every other file."""
        return f"{self.first} {self.last}" if self.last else self.first


@dataclass(frozen=True, slots=True)
class Tie:
    """A connection of the owner, from one moment (UTC) on, perhaps until a day; nobody = a hidden account."""

    person: Person | None
    since: datetime
    gone: date | None = None


@dataclass(frozen=True, slots=True)
class Invite:
    """An invitation and its true fate; moments are UTC."""

    person: Person
    sent: datetime
    note: str = ""
    outgoing: bool = False
    accepted: datetime | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One message; the sender None is a `LinkedIn Member`. The moment is UTC."""

    thread: str
    sender: Person | None
    to: tuple[Person | None, ...]
    at: datetime
    text: str
    title: str = ""
    subject: str = ""
    folder: str = "INBOX"
    attachment: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A recommendation or a private note: about whom, when, its text and whether the owner wrote it."""

    person: Person
    at: datetime
    text: str
    given: bool = True


@dataclass(slots=True)
class World:
    """Everything that ever happened around one owner."""

    owner: Person
    ties: list[Tie] = field(default_factory=list)
    invites: list[Invite] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    mails: list[Message] = field(default_factory=list)
    """What they wrote to the owner by mail: no export of LinkedIn's has it."""
    praise: list[Paper] = field(default_factory=list)
    notes: list[Paper] = field(default_factory=list)
    former: dict[Person, Person] = field(default_factory=dict)
    """How somebody's profile looked at the time of the earlier export, where that differs."""

    def as_of(self, day: date, *, profiles: dict[Person, Person] | None = None) -> World:
        """What an export of that day holds, with these older profiles in place of today's."""
        old = _swapper(profiles or {})
        seen = World(self.owner)
        seen.ties = [
            replace(tie, person=old(tie.person))
            for tie in self.ties
            if tie.since.date() <= day and not (tie.gone and tie.gone <= day)
        ]
        seen.invites = [replace(i, person=_present(old, i.person)) for i in self.invites if _exported(i, day)]
        seen.messages = [
            replace(m, sender=old(m.sender), to=tuple(old(person) for person in m.to))
            for m in self.messages
            if m.at.date() <= day
        ]
        seen.praise = [replace(p, person=_present(old, p.person)) for p in self.praise if p.at.date() <= day]
        seen.notes = [replace(p, person=_present(old, p.person)) for p in self.notes if p.at.date() <= day]
        return seen


def _swapper(profiles: dict[Person, Person]) -> Callable[[Person | None], Person | None]:
    return lambda person: profiles.get(person, person) if person else None


def _present(old: Callable[[Person | None], Person | None], person: Person) -> Person:
    return old(person) or person


def _exported(invite: Invite, day: date) -> bool:
    """Accepted: while that is at most 180 days ago. Unanswered: until 180 days after it expired."""
    if invite.sent.date() > day:
        return False
    if invite.accepted and invite.accepted.date() <= day:
        return day - invite.accepted.date() <= INVITATIONS_KEPT
    return day - invite.sent.date() <= 2 * INVITATIONS_KEPT
