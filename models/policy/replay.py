"""Past decisions judged again: how far the policy agreed, rule by rule, and what another policy would have said.

Nothing here looks ahead: a decision is judged by the facts that were kept with it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..signals.intervals import Rate, rate
from ..verbs import Verb
from .policy import Policy
from .recommend import Facts, recommend

YES, NO = 1, -1
LEANS: Mapping[str, int] = {
    Verb.ACCEPT: YES,
    Verb.IGNORE: NO,
    Verb.NO_REPLY: NO,
    Verb.INTRODUCE: YES,
    Verb.INTRODUCE_UNASKED: YES,
    Verb.TARGET_YES: YES,
    Verb.TARGET_NO: YES,
    Verb.DECLINE: NO,
    Verb.KEEP: YES,
    Verb.RECONNECT: YES,
    Verb.REMOVE: NO,
    Verb.WITHDRAW: YES,
    Verb.LEAVE: NO,
    Verb.REPLY: YES,
    Verb.LET_GO: NO,
}
"""Which way a verdict goes; the others go neither. Whoever asked the target said yes, whatever the target answered."""

_COUNTS_AS = {Verb.TARGET_YES: Verb.INTRODUCE, Verb.TARGET_NO: Verb.INTRODUCE, Verb.INTRODUCE_UNASKED: Verb.INTRODUCE}
_ENOUGH = 20


class PastDecision(NamedTuple):
    """A decision, and what the card said then."""

    id: str
    name: str
    person: int
    verdict: str
    recommended: str
    """The verdict picky would have given, or nothing."""
    reasons: tuple[tuple[str, float], ...]
    """Rule and weight, as they were."""
    facts: Facts | None
    """What was known then; `None` for decisions of an older picky."""

    @property
    def decided(self) -> str:
        """The verdict on the card itself, whatever followed from it."""
        return _COUNTS_AS.get(Verb(self.verdict), Verb(self.verdict)).value


class RuleRecord(NamedTuple):
    """How often a rule spoke, and how often the decision went the other way."""

    rule: str
    overruled: Rate

    @property
    def is_mostly_overruled(self) -> bool:
        """Surely more often wrong than right."""
        return self.overruled.low > 0.5


class Calibration(NamedTuple):
    """How far the policy agrees with one queue's decisions."""

    queue: str
    agreement: Rate
    commonest: str
    """The verdict given most often."""
    baseline: Rate
    """How often one would agree by always saying that verdict."""
    rules: tuple[RuleRecord, ...]

    @property
    def is_no_better(self) -> bool:
        """With enough decisions, no better than always saying the commonest verdict: it should be quiet."""
        return self.agreement.n >= _ENOUGH and self.agreement.value <= self.baseline.value


class Replayed(NamedTuple):
    """One decision under another policy."""

    past: PastDecision
    would: str
    """What the other policy would have said, or nothing."""


class Replay(NamedTuple):
    """All decisions of a queue under another policy."""

    queue: str
    before: Rate
    """Agreement then."""
    after: Rate
    """Agreement under the other policy, over the same decisions."""
    changed: tuple[Replayed, ...]
    """Where it would have said something else."""
    left_out: int
    """Decisions without kept facts, which cannot be judged again."""


def calibrate(queue: str, past: Sequence[PastDecision]) -> Calibration:
    """Return how far the recommendations that were shown agree with what was decided."""
    judged = [one for one in past if one.recommended]
    agreed = sum(one.recommended == one.decided for one in judged)
    verdicts = Counter(one.decided for one in judged)
    commonest, many = verdicts.most_common(1)[0] if verdicts else ("", 0)
    return Calibration(queue, rate(agreed, len(judged)), commonest, rate(many, len(judged)), _rules(past))


def _rules(past: Iterable[PastDecision]) -> tuple[RuleRecord, ...]:
    spoke, against = Counter[str](), Counter[str]()
    for one in past:
        lean = LEANS.get(one.verdict, 0)
        for rule, weight in one.reasons:
            if lean and weight:
                spoke[rule] += 1
                against[rule] += (weight > 0) is not (lean > 0)
    found = [RuleRecord(rule, rate(against[rule], many)) for rule, many in spoke.items()]
    return tuple(sorted(found, key=lambda record: (-record.overruled.low, -record.overruled.n, record.rule)))


def replay(queue: str, past: Sequence[PastDecision], policy: Policy) -> Replay:
    """Return what another policy would have said to each decision, from what was known when it was made."""
    known = [one for one in past if one.facts is not None]
    again = [Replayed(one, _would(queue, one.facts, policy)) for one in known if one.facts is not None]
    return Replay(
        queue,
        rate(sum(one.recommended == one.decided for one in known), len(known)),
        rate(sum(each.would == each.past.decided for each in again), len(again)),
        tuple(each for each in again if each.would != each.past.recommended),
        len(past) - len(known),
    )


def _would(queue: str, facts: Facts, policy: Policy) -> str:
    verdict = recommend(queue, facts, policy).verdict
    return verdict.value if verdict else ""


def by_kind(changed: Iterable[Replayed]) -> dict[tuple[str, str], list[Replayed]]:
    """Return the changes by what was said then and what would be said: `("accept", "ignore")` …"""
    found: defaultdict[tuple[str, str], list[Replayed]] = defaultdict(list)
    for each in changed:
        found[each.past.recommended, each.would].append(each)
    return dict(found)
