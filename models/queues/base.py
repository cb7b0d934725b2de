"""What every queue is: places computed from imports, and cards that say what they offer."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum, auto
from typing import ClassVar, NamedTuple, Self, TypeAlias

from ..decisions.verdicts import VERDICTS, spec_of
from ..errors import RefusedError, UsageError
from ..ids import public_id
from ..journal.record import Operating
from ..outbox.draft_facts import Facts as DraftFacts
from ..outbox.errand_kinds import ErrandKind
from ..outcome_kinds import Verdict
from ..policy import NO_OPINION, Policy, Recommendation
from ..policy.facts import Meeting
from ..policy.facts_json import facts_to_json
from ..store.identity import Who
from ..verbs import Verb
from .card_status import NO_STATUS, CardStatus

Json: TypeAlias = dict[str, object]


class Place(NamedTuple):
    """A card's place: what it is about and where it stands. Smaller ranks come first, then smaller subjects."""

    subject: int
    person: int
    rank1: int = 0
    rank2: int = 0
    answered_at: int | None = None
    """The other side's last message, in seconds since 1970: reopens a card that waits for an answer."""


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


class Choosing(Enum):
    """What a card lets the user choose besides its verdict."""

    TARGET = auto()
    """Whom a request means."""
    VALUE = auto()
    """Whose value stands for a field, once several rows are one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueCard(ABC):
    """One card as plain values: looking at it fires no query. Each queue has its own kind."""

    queue: ClassVar[str]
    choosing: ClassVar[Choosing | None] = None
    has_marks: ClassVar[bool] = False
    """Whether the user is asked, beside the verdict, how well they know the two sides."""
    has_page: ClassVar[bool] = False
    """Whether a page of its own shows everything behind it; if not, the person's page does."""

    subject: int
    """The row it is about; with its queue, the card's identity."""
    who: Who
    facts: tuple[object, ...]
    """What it is judged by, and shows."""
    recommendation: Recommendation = NO_OPINION
    refusals: Mapping[Verb, str] = field(default_factory=dict)
    """The verdicts that are not possible for it, each with the sentence that says why."""
    draft_facts: DraftFacts = field(default_factory=dict)
    """What is on record for drafts, by slot, each with its source. Its `text` is the whole that the `words` stand in: no
    draft says it, and it is not kept."""
    status: CardStatus = NO_STATUS

    # Who it is about

    @property
    def id(self) -> str:
        """The id that commands and JSON use."""
        return public_id(self.subject)

    @property
    def person(self) -> int:
        """The person it is about."""
        return self.who.id

    @property
    def name(self) -> str:
        """What that person is called."""
        return self.who.name

    @property
    def slug(self) -> str | None:
        """The end of the link to their profile."""
        return self.who.slug

    @property
    def company(self) -> str:
        """Where they work."""
        return self.who.company

    @property
    def title(self) -> str:
        """What they do there."""
        return self.who.title

    @property
    def text(self) -> str:
        """What they wrote, or the user; empty when it is not about a text."""
        return ""

    @property
    def what(self) -> str:
        """What its question is about, in a sentence; empty when the question says so itself."""
        return ""

    @property
    def wants(self) -> str | None:
        """Whom they want to meet; `None` when it is not about that."""
        return None

    def marked(self, kind: str) -> tuple[int, str] | None:
        """Return the person, with a name, whom a mark of this kind is put on; `None` while that is not clear."""
        return self.person, self.name

    # What it asks and offers

    @property
    def version(self) -> int:
        """The last operation that touched what it shows."""
        return self.status.version

    @property
    def decided(self) -> str:
        """The verdict in force, when the card was gone back to."""
        return self.status.decided

    @property
    def question(self) -> str:
        """What it asks, in place of a recommendation; empty where the arrows say it all."""
        return ""

    @property
    def arrows(self) -> tuple[Verb, Verb]:
        """Yes and no."""
        yes, no, *_ = VERDICTS[self.queue].verbs
        return yes, no

    @property
    def would(self) -> str:
        """What picky would do, in words; empty without an opinion."""
        verdict = self.recommendation.verdict
        return spec_of(self.queue, verdict).would if verdict else ""

    def offers(self, verdict: Verdict) -> bool:
        """Return whether a key may give this verdict here; `refusals` may still say why not."""
        return verdict in VERDICTS[self.queue].verbs or verdict in self.arrows

    def own_label(self, verb: Verb) -> str:
        """Return what this very card calls a verdict; empty where it is what all cards of the queue call it."""
        return ""

    @property
    def left_out(self) -> tuple[int, ...]:
        """The numbers, as the card shows them, of people on it who are marked as someone else."""
        return ()

    @property
    def can_leave_out(self) -> bool:
        """Whether it is about so many people that some of them may be someone else."""
        return False

    def leaving_out_next(self) -> Self:
        """Return the card with the next of its people left out; after the last, with nobody."""
        return self

    def as_before(self, before: QueueCard | None) -> Self:
        """Return the card, read again, with what the user had marked on it."""
        return self

    # What a verdict does

    def check(self, verdict: Verdict) -> None:
        """Raise `RefusedError` when the card does not take this verdict."""
        refusal = self.refusals.get(verdict) if isinstance(verdict, Verb) else None
        if refusal:
            raise RefusedError(refusal, "Decide something else, or press tab to go on.")

    def recipient(self, kind: ErrandKind) -> int | None:
        """Return the person an errand of this kind is about; `None` while that is not clear."""
        return self.person

    def facts_for(self, kind: ErrandKind) -> DraftFacts:
        """Return what an errand of this kind may say."""
        return self.draft_facts

    def sentence(self, verdict: Verdict) -> str:
        """Return what was done, for the history."""
        return f"{spec_of(self.queue, verdict).past} {self.name}"

    def carry_out(self, op: Operating, verdict: Verdict, now: datetime) -> None:  # noqa: B027 — most write no more
        """Write what the verdict says besides itself; what a replaced verdict said goes with it."""

    def affected_by(self, verdict: Verdict) -> tuple[int, ...]:
        """Return the people about whom a verdict says something that their signals and other cards follow from."""
        return ()

    # As JSON

    @abstractmethod
    def values(self) -> Json:
        """Return the queue's own fields, as `--json` names them."""

    def json(self) -> Json:
        """Return the card as `picky queue QUEUE --json` gives it."""
        reasons = [{"text": reason.text, "weight": reason.weight} for reason in self.recommendation.reasons]
        return {"id": self.id, **self.values(), "recommendation": self.recommendation.verdict, "reasons": reasons}

    def evidence(self) -> Json:
        """Return what a decision keeps of the card as it was; with the facts, when a policy judged it by them."""
        reasons = self.recommendation.reasons
        return {
            "recommendation": self.recommendation.verdict,
            "dots": self.recommendation.dots,
            "reasons": [[reason.rule, reason.text, reason.weight] for reason in reasons],
            **({"facts": facts_to_json(self.facts)} if reasons else {}),
        }


class Queue(ABC):
    """A queue: its name, who is in it, and what its cards show."""

    title: ClassVar[str]
    card_type: ClassVar[type[QueueCard]]
    forgets: ClassVar[bool] = False
    """Whether a card that nobody decided on leaves no trace when its place goes."""
    recomputed_by_every_import: ClassVar[bool] = False
    """Whether every import computes all its cards again, not only those of people it touched. (A newer export day does so
    for every queue.)"""

    @property
    def name(self) -> str:
        """What commands and the store call it."""
        return self.card_type.queue

    @property
    def verbs(self) -> tuple[Verb, ...]:
        """The verdicts it offers: yes, no, later, then the others."""
        return VERDICTS[self.name].verbs

    @abstractmethod
    def places(self, export_date: date, people: Collection[int] | None) -> Iterator[Place]:
        """Yield who belongs in it as of this export; of these people only, or of all."""

    @abstractmethod
    def cards(self, subjects: Sequence[int], context: Context) -> list[QueueCard]:
        """Return these cards, in this order, in a fixed number of queries; those that are gone are left out."""

    def warm_up(self) -> None:  # noqa: B027 — most have nothing to do
        """Import what a decision here will need, while a card is looked at and nobody waits."""

    def concerned(self, people: Collection[int]) -> Collection[int]:
        """Return everyone whose cards may stand elsewhere when something changed about these people."""
        return people

    def verdict(self, name: str) -> Verdict:
        """Return the verdict of this name; raises `UsageError` when this queue has no such verdict."""
        verbs = [spec.verb for spec in VERDICTS[self.name]]
        if name not in verbs:
            raise UsageError(f"{self.name} has no verdict “{name}”.", f"It takes: {', '.join(verbs)}.")
        return Verb(name)


def in_utc(at: datetime) -> str:
    """Return a moment in ISO 8601, in UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def meeting_json(met: Meeting | None) -> Json | None:
    """Return where and when someone was met; `None` when they were not."""
    if met is None:
        return None
    return {
        "event": met.event,
        "date": met.on.isoformat() if met.on else None,
        "impression": met.impression or None,
    }
