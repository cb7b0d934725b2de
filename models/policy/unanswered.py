"""What the rules may know about what waits for an answer: an invitation of the owner's, or somebody's question."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..signals import Band
from .facts import EarlierDecision, Meeting


class SentFacts(NamedTuple):
    """An invitation the owner sent, and nobody answered."""

    name: str
    export_date: date
    sent_on: date
    company: str = ""
    note: str = ""
    """What the owner wrote with it; blank when nothing."""
    is_certain: bool = True
    """Whether it is known that it still waits; without links a namesake may have accepted it."""
    band: Band = Band.NEVER
    met: Meeting | None = None
    """The last time the two met."""
    messages_since: int = 0
    """What the owner wrote besides, since it was sent."""
    wrote_since: date | None = None
    """The last day they wrote since it was sent: they did not accept, and are not silent."""
    invited_before: int = 0
    """Earlier invitations of the owner's to them that were not accepted."""
    disconnected_on: date | None = None
    """When an export first showed that the two, once connected, no longer were."""
    earlier: tuple[EarlierDecision, ...] = ()
    """What was decided about them before, oldest first."""

    @property
    def days_silent(self) -> int:
        """How long it has waited, on the day of the export."""
        return max(0, (self.export_date - self.sent_on).days)


class ReplyFacts(NamedTuple):
    """Somebody wrote last, and asked something."""

    name: str
    export_date: date
    asked_on: date
    text: str = ""
    """Their last message."""
    company: str = ""
    title: str = ""
    texts: int = 1
    """How many messages of theirs wait in a row."""
    first_asked_on: date | None = None
    """When the first of these came."""
    your_last: str = ""
    """What the owner wrote last before that."""
    your_last_on: date | None = None
    band: Band = Band.NEVER
    messages: int = 0
    """One-to-one messages both ways."""
    is_connected: bool = False
    met: Meeting | None = None
    knows_well: bool = False
    """The owner's mark: I know them well."""
    knows_work: bool = False
    """The owner's mark: I know their work."""
    is_answered: bool = False
    """The owner wrote to them since, and they have not written again: a second answer would be a nudge."""
    earlier: tuple[EarlierDecision, ...] = ()
    """What was decided about them before, oldest first."""
