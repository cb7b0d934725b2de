"""What a decision needs of a card."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from ..journal.record import Operating
from ..outbox.draft_facts import Facts
from ..outbox.errand_kinds import ErrandKind
from ..outcome_kinds import Verdict
from ..verbs import Verb


class Decidable(Protocol):
    """A card as it was shown. Each queue has its own, which says what a verdict does besides being kept."""

    @property
    def queue(self) -> str:
        """The queue it stands in."""

    @property
    def subject(self) -> int:
        """The row it is about; with its queue, the card's identity."""

    @property
    def person(self) -> int:
        """The person it is about."""

    @property
    def name(self) -> str:
        """What that person is called."""

    @property
    def version(self) -> int:
        """The last operation that touched what it shows."""

    @property
    def refusals(self) -> Mapping[Verb, str]:
        """The verdicts that are not possible for it, each with the sentence that says why."""

    @property
    def draft_facts(self) -> Facts:
        """What is on record for drafts, by slot: `first_name`, `words`, `target` …, each with its source."""

    def facts_for(self, kind: ErrandKind) -> Facts:
        """Return what an errand of this kind may say."""

    def recipient(self, kind: ErrandKind) -> int | None:
        """Return the person an errand of this kind is about; `None` while that is not clear."""

    def evidence(self) -> dict[str, object]:
        """Return what the decision keeps of the card as it was."""

    def check(self, verdict: Verdict) -> None:
        """Raise `RefusedError` when the card does not take this verdict."""

    def sentence(self, verdict: Verdict) -> str:
        """Return what was done, for the history."""

    def carry_out(self, op: Operating, verdict: Verdict, now: datetime) -> None:
        """Write what the verdict says besides itself; what a replaced verdict said goes with it."""
