"""What the policy file says, as values: bars, word lists, weights, and what a rule may answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from .phrases import Phrases

JUDGED_QUEUES = ("invites", "intros", "stale", "sent", "replies")
"""The queues that have a policy."""


class WordLists(NamedTuple):
    """What the rules listen for."""

    open_networker: Phrases
    industry_leader: Phrases
    pitch: Phrases
    claims_meeting: Phrases
    stock_notes: Phrases
    courtesies: Phrases
    """Greetings and thanks, which make no note anybody's own."""
    protected_titles: Phrases
    unprotected_titles: Phrases
    """Titles that only sound like protected ones."""


class Bars(NamedTuple):
    """Where the rules start and stop counting, and the words they listen for."""

    words: WordLists

    years_until_forgotten: int
    """Met longer ago than this, and never heard from since: no longer in the network."""
    max_asks_per_year: int
    """How often the owner asks one person for something in 12 months."""
    months_of_rest: int
    """How long a person is left alone after an ask."""
    days_until_silent: int
    """After how many days without a word an ask counts as unanswered, for good."""
    close_tie: int
    """The strength of a tie that counts in full."""
    weeks_of_silence: int
    """An invitation of the owner's unanswered for so long has its answer."""
    event_size: int
    """From how many people known an event can be said to have led to nothing."""
    days_until_asked: int
    """How long after an introduction or a reconnection the owner is asked what came of it."""


class Policy(NamedTuple):
    """One policy: who it recommends, how surely, and why."""

    no_opinion: float
    """Sums nearer to zero than this are no opinion."""
    dots: tuple[float, ...]
    """The sums from which a recommendation gets one, two, three and four dots."""
    bars: Bars
    weights: Mapping[str, Mapping[str, float]]
    """By queue and rule; a rule that is switched off is absent."""
    quiet: frozenset[str] = frozenset()
    """Queues in which it has lately been no better than a constant answer: there it gives reasons and no verdict."""


class WeightedSentence(NamedTuple):
    """A sentence that counts more or less than its rule's weight."""

    text: str
    times: float = 1.0
    """The weight is multiplied by this."""


FactsType = TypeVar("FactsType")
RuleAnswer: TypeAlias = str | WeightedSentence | None
"""A rule's answer: the sentence the user will read, or nothing."""


class BarRule(NamedTuple, Generic[FactsType]):
    """A rule that counts or listens: it takes the policy file's bars as well."""

    answer: Callable[[FactsType, Bars], RuleAnswer]


Rule: TypeAlias = Callable[[FactsType], RuleAnswer] | BarRule[FactsType]
"""A rule reads the facts of a card. Its name stands in the policy file, its docstring explains it to users."""
