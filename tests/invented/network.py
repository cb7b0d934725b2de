"""An invented network with one example of everything that makes an export hard to read."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from seeds.invention.world import Invite, Message, Paper, Person, Tie

__all__ = ["OWNER", "STOCK_NOTE", "Case", "Letter", "Network"]

OWNER = Person("Robin", "Achterberg-Müller", "robin-achterberg-müller", "Harbourlight", "Engineer")
STOCK_NOTE = "I'd like to join your network."


@dataclass(frozen=True, slots=True)
class Case:
    """An invitation, and what the data tell of it: `accepted`, `pending`, `expired` or `cannot_tell`."""

    invite: Invite
    with_links: str
    by_name: str
    """The same in an export whose invitations or connections carry no links."""
    note_copied: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A message and the kind it must be recognised as."""

    message: Message
    kind: str


@dataclass(slots=True)
class Network:
    """One owner's network as an export of one day shows it."""

    on: date
    rng: random.Random
    people: Iterator[Person]
    spelt: Callable[[str], bool]
    """Whether the files of this era can spell a text at all."""
    ties: list[Tie] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    praise: list[Paper] = field(default_factory=list)
    bands: dict[Person, str] = field(default_factory=dict)
    namesakes: set[Person] = field(default_factory=set)
    """Connections that share their name: without links, a message fits both and counts for neither."""

    def ago(self, days: float) -> datetime:
        """That many days before noon (UTC) of the export's day, to the minute."""
        noon = datetime.combine(self.on, time(12), UTC)
        return (noon - timedelta(days=days)).replace(second=0, microsecond=0)

    def connect(self, band: str, days: float, person: Person | None = None) -> Person:
        """Somebody connected so long ago, whose band must be this."""
        person = person or next(self.people)
        self.ties.append(Tie(person, self.ago(days)))
        self.bands[person] = band
        return person

    def hide(self, days: float) -> None:
        """A connection whose account is hidden."""
        self.ties.append(Tie(None, self.ago(days)))

    def invite(self, case: Case) -> None:
        """An invitation; an accepted note comes back as a message of that moment."""
        self.cases.append(case)
        invite = case.invite
        if invite.accepted and invite.note:
            ends = (OWNER, invite.person) if invite.outgoing else (invite.person, OWNER)
            thread = invite.person.slug
            self.letters.append(Letter(Message(thread, ends[0], (ends[1],), invite.accepted, invite.note), "note"))

    def write(self, arrow: str, person: Person | None, days: float, kind: str = "conversation") -> Message:
        """A one-to-one message, `<` from them or `>` from the owner."""
        ends = (OWNER, person) if arrow == ">" else (person, OWNER)
        thread = person.slug if person else f"closed {days}"
        text = f"{self.rng.choice(_SENTENCES)} ({len(self.letters)})"
        message = Message(thread, ends[0], (ends[1],), self.ago(days), text)
        self.letters.append(Letter(message, kind))
        return message

    def amend(self, **changes: object) -> None:
        """Change the latest message."""
        latest = self.letters[-1]
        self.letters[-1] = replace(latest, message=replace(latest.message, **changes))  # type: ignore[arg-type]


_SENTENCES = (
    "Thank you for the afternoon.",
    "The numbers arrived, all of them.",
    "Here is the paper: <https://papers.example/7>",
    "We moved to the second floor.",
    '“Quoted”, "double quoted"; and; semicolons, commas,\tand a tab.',
    "Das war schön. Bis Dienstag!",
    "Déjà vu, naïve café.",
)
