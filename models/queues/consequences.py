"""What verdicts lead to besides themselves: other cards, signals, and who stands for whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..decisions.verdicts import spec_of
from ..outcome_kinds import Verdict
from .base import QueueCard
from .refresh import refresh_people, refresh_queues


@dataclass(slots=True)
class Consequences:
    """What one or many verdicts lead to; gathered from the cards as they were shown, brought about afterwards."""

    affected: set[int] = field(default_factory=set)
    """People about whom something was said that their signals and all of their cards follow from."""
    moved: set[int] = field(default_factory=set)
    """People whose cards come or go in a few queues."""
    queues: set[str] = field(default_factory=set)

    def add(self, card: QueueCard, verdict: Verdict) -> None:
        """Note what this verdict leads to, or what goes with the one it replaces."""
        verdicts = [verdict, card.decided] if card.decided else [verdict]
        queues = {queue for each in verdicts for queue in spec_of(card.queue, each).moves}
        if people := card.affected_by(verdict):
            self.affected.update(people)
        elif queues:
            self.moved.add(card.person)
            self.queues |= queues

    def bring_about(self, operation: int) -> None:
        """Bring everything up to date that follows; the operation is what changed it."""
        if self.affected:
            refresh_people(self.affected, operation)
        if self.moved:
            refresh_queues(self.moved, self.queues, operation)
