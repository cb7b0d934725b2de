"""What every queue is: places computed from imports, items gathered a page at a time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from ..decisions.verdicts import VERDICTS, spec_of
from ..errors import UsageError
from ..outbox.draft_facts import Facts as DraftFacts
from ..outcome_kinds import Verdict
from ..policy import Facts, Policy, Recommendation
from ..store import CAPTURED
from ..verbs import Verb

if TYPE_CHECKING:
    from .duplicates import DuplicateFacts
    from .outcomes import OutcomeFacts


class Place(NamedTuple):
    """A card's place: what it is about and where it stands. Smaller ranks come first, then smaller subjects."""

    subject: int
    person: int
    rank1: int = 0
    rank2: int = 0
    answered_at: int | None = None
    """The other side's last message, in seconds: reopens a card that waits for an answer."""


class Count(NamedTuple):
    """How many cards of a queue are open, put off, and decided."""

    name: str
    open: int
    later: int
    decided: int


class Context(NamedTuple):
    """What holds for all cards of one look: the newest export's day, and the policy."""

    export_date: date
    policy: Policy


class Item(NamedTuple):
    """One card as plain values: nothing on it fires a query."""

    queue: str
    subject: int
    person: int
    name: str
    slug: str | None
    link: str
    company: str
    title: str
    facts: Facts | DuplicateFacts | OutcomeFacts
    recommendation: Recommendation
    values: Mapping[str, Any] = MappingProxyType({})
    """The queue's own fields, as `--json` names them."""
    target: int | None = None
    others: tuple[int, ...] = ()
    """The other people on a card about several."""
    apart: tuple[int, ...] = ()
    """Those of them, or the person, whom the user marked as somebody else."""
    arrows: tuple[Verb, Verb] | None = None
    """Yes and no where they are not the queue's own: the card asks something else by now."""
    question: str = ""
    """What it asks then, in place of a recommendation."""
    leads_on: tuple[int, ...] = ()
    """People about whom a verdict says something that their signals follow from."""
    refusals: Mapping[Verb, str] = MappingProxyType({})
    draft_facts: DraftFacts = MappingProxyType({})
    version: int = 0
    decided: str = ""
    """The verdict in force, when the card was gone back to."""
    times: int = 0
    """How often in a row it got that verdict."""
    due: datetime | None = None

    @property
    def id(self) -> str:
        """The id that commands and JSON use."""
        return public_id(self.subject)

    @property
    def would(self) -> str:
        """What picky would do, in words; empty without an opinion."""
        verdict = self.recommendation.verdict
        return spec_of(self.queue, verdict).would if verdict else ""

    def json(self) -> dict[str, Any]:
        """The item as `picky queue QUEUE --json` gives it."""
        reasons = [{"text": reason.text, "weight": reason.weight} for reason in self.recommendation.reasons]
        return {
            "id": self.id,
            **self.values,
            "recommendation": self.recommendation.verdict,
            "reasons": reasons,
        }

    def evidence(self) -> dict[str, Any]:
        """What a decision keeps of the card as it was."""
        kept: dict[str, Any] = {
            "recommendation": self.recommendation.verdict,
            "dots": self.recommendation.dots,
            "reasons": [[reason.rule, reason.text, reason.weight] for reason in self.recommendation.reasons],
        }
        if self.recommendation.reasons:  # a policy judged it: kept so that another one can be tried on it
            from ..policy.facts_json import facts_to_json

            kept["facts"] = facts_to_json(self.facts)  # type: ignore[arg-type]
        apart = {"apart": list(self.apart)} if self.apart else {}
        return kept | ({"people": [self.person, *self.others], **apart} if self.others else {})


class Queue(ABC):
    """A queue: its name, the verdicts it offers, who is in it, and what its cards show."""

    name: str
    title: str
    forgets: bool = False
    """Whether a card that nobody decided on leaves no trace when its place goes."""
    is_local: bool = True
    """Whether a person's places follow from that person alone; if not, all are computed together."""

    @property
    def verbs(self) -> tuple[Verb, ...]:
        """The verdicts it offers: yes, no, later, then the others."""
        return VERDICTS[self.name].verbs

    @abstractmethod
    def places(self, export_date: date, people: Collection[int] | None) -> Iterator[Place]:
        """Who belongs in it as of this export; of these people only, or of all."""

    def warm_up(self) -> None:  # noqa: B027 — most have nothing to do
        """Import what a decision here will need, while a card is looked at and nobody waits."""

    def concerned(self, people: Collection[int]) -> Collection[int]:
        """Everybody whose cards may stand elsewhere when something changed about these people."""
        return people

    def verdict(self, name: str) -> Verdict:
        """The verdict of this name; raises `UsageError` when this queue has no such verdict."""
        verbs = tuple(spec.verb for spec in VERDICTS[self.name])
        if name not in verbs:
            raise UsageError(f"{self.name} has no verdict “{name}”.", f"It takes: {', '.join(verbs)}.")
        return Verb(name)

    @abstractmethod
    def items(self, subjects: Sequence[int], context: Context) -> list[Item]:
        """These cards, in this order, in a fixed number of queries; those that are gone are left out."""


_LONGEST_ID = 18  # digits: more than that is no row of any database


def public_id(number: int) -> str:
    """A row number as people type it: `17`, or `c3` for what the user captured."""
    return f"c{number - CAPTURED + 1}" if number >= CAPTURED else str(number)


def row_id(text: str) -> int | None:
    """The row number behind a typed id, or `None` when it is none."""
    digits = text.removeprefix("c")
    if not digits.isdecimal() or len(digits) > _LONGEST_ID:
        return None
    return int(digits) if digits == text else CAPTURED + int(digits) - 1
