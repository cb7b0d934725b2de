"""What the policy would do with a card, how surely, and its reasons, strongest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import FunctionType
from typing import NamedTuple, cast

from ..signals import Band
from ..verbs import Verb
from .facts import IntroFacts, InviteFacts, ReplyFacts, SentFacts, StaleFacts
from .policy import BarRule, FactsType, Policy, Rule, RuleAnswer, WeightedSentence

Facts = InviteFacts | IntroFacts | StaleFacts | SentFacts | ReplyFacts
"""What a card of any queue with a policy is judged by."""


class Reason(NamedTuple):
    """One sentence, and how much it counts: above zero for yes, below for no."""

    text: str
    weight: float
    rule: str
    """The rule that said it, as the policy file names it."""


class Recommendation(NamedTuple):
    """What the policy would do. Near zero it has no verdict, and the reasons are still there to read."""

    verdict: Verb | None
    dots: int
    """How sure it is, from 1 to 4; 0 without a verdict."""
    total: float
    reasons: tuple[Reason, ...]


NO_OPINION = Recommendation(None, 0, 0.0, ())
"""Nothing is known, or the policy is switched off for this queue."""


def recommend(queue: str, facts: Facts, policy: Policy) -> Recommendation:
    """Return what the policy would do with these facts, strongest reasons first."""
    reasons = _reasons(queue, facts, policy)
    total = round(sum(reason.weight for reason in reasons), 6)  # a sum of tenths must still reach its bar
    if queue in policy.quiet:
        return Recommendation(None, 0, total, reasons)
    verdict = _VERDICT_CHOOSERS[queue](facts, reasons, _lean(total, policy))
    dots = max(1, sum(abs(total) >= step for step in policy.dots)) if verdict else 0
    return Recommendation(verdict, dots, total, reasons)


def rules_of(queue: str) -> Mapping[str, str]:
    """Return the names of a queue's rules, each with the sentence that explains it to users."""
    return {rule.name: rule.explanation for rule in _rules(queue)}


def _reasons(queue: str, facts: Facts, policy: Policy) -> tuple[Reason, ...]:
    weights, reasons = policy.weights[queue], []
    for rule in _rules(queue):
        if (weight := weights.get(rule.name)) is None:
            continue
        said = rule.answer(facts, policy.bars) if rule.takes_bars else rule.answer(facts)
        if said is not None:
            reasons.append(_reason(said, weight, rule.name))
    reasons.sort(key=lambda reason: -abs(reason.weight))
    return tuple(reasons)


def _reason(said: str | WeightedSentence, weight: float, rule: str) -> Reason:
    if isinstance(said, WeightedSentence):
        return Reason(said.text, round(weight * said.times, 6), rule)
    return Reason(said, weight, rule)


def _lean(total: float, policy: Policy) -> int:
    if abs(total) < policy.no_opinion or not total:
        return 0
    return 1 if total > 0 else -1


def _invite_verdict(facts: InviteFacts, reasons: tuple[Reason, ...], lean: int) -> Verb | None:
    if lean >= 0 and _should_ask_where(facts, reasons):
        return Verb.ASK
    return {1: Verb.ACCEPT, -1: Verb.IGNORE}.get(lean)


def _should_ask_where(facts: InviteFacts, reasons: tuple[Reason, ...]) -> bool:
    """They claim a meeting, nobody you trust stands for them, and you have not asked yet."""
    if facts.introduced_by or facts.band is Band.VOUCHED:
        return False
    if any(decision.verdict == Verb.ASK for decision in facts.earlier):
        return False
    return any(reason.rule == "claims_meeting" for reason in reasons)


def _intro_verdict(facts: IntroFacts, _: tuple[Reason, ...], lean: int) -> Verb | None:
    if lean < 0:
        return Verb.DECLINE
    if not lean:
        return None
    is_ready = facts.target is not None and facts.says_why and facts.forwardable
    return Verb.INTRODUCE if is_ready else Verb.BLURB


def _stale_verdict(facts: StaleFacts, _: tuple[Reason, ...], lean: int) -> Verb | None:
    if lean and _can_be_revived(facts):
        return Verb.RECONNECT
    return {1: Verb.KEEP, -1: Verb.REMOVE}.get(lean)


def _sent_verdict(_: SentFacts, __: tuple[Reason, ...], lean: int) -> Verb | None:
    return {1: Verb.WITHDRAW, -1: Verb.LEAVE}.get(lean)


def _reply_verdict(facts: ReplyFacts, _: tuple[Reason, ...], lean: int) -> Verb | None:
    if lean > 0 and facts.is_answered:
        return Verb.LET_GO
    return {1: Verb.REPLY, -1: Verb.LET_GO}.get(lean)


def _can_be_revived(facts: StaleFacts) -> bool:
    """Return an old tie that went both ways, with nobody you regret and nobody who stayed silent."""
    is_old = facts.band is Band.DORMANT or (facts.band is Band.FADING and facts.has_decayed)
    is_regretted = any(met.impression == "not_again" for met in facts.meetings) or any(
        decision.verdict == Verb.REMOVE for decision in facts.earlier
    )
    is_silent = facts.reconnected_in_vain or facts.is_silent
    return is_old and not is_regretted and not is_silent and not facts.is_pinned


class _NamedRule(NamedTuple):
    """A rule as the policy file names it."""

    name: str
    explanation: str
    answer: Callable[..., RuleAnswer]
    takes_bars: bool


@cache
def _rules(queue: str) -> tuple[_NamedRule, ...]:
    """Return a queue's rules. All five modules take 12 ms to import, and the first card of a sitting needs one."""
    match queue:
        case "invites":
            from .rules import invites

            return _named(invites.RULES)
        case "intros":
            from .rules import intros

            return _named(intros.RULES)
        case "stale":
            from .rules import stale

            return _named(stale.RULES)
        case "sent":
            from .rules import sent

            return _named(sent.RULES)
        case "replies":
            from .rules import replies

            return _named(replies.RULES)
    raise LookupError(f"{queue} has no rules.")


def _named(rules: Iterable[Rule[FactsType]]) -> tuple[_NamedRule, ...]:
    found = []
    for rule in rules:
        takes_bars = isinstance(rule, BarRule)
        answer: Callable[..., RuleAnswer] = rule.answer if isinstance(rule, BarRule) else rule
        found.append(_NamedRule(cast("FunctionType", answer).__name__, answer.__doc__ or "", answer, takes_bars))
    return tuple(found)


_VERDICT_CHOOSERS: dict[str, Callable[..., Verb | None]] = {
    "invites": _invite_verdict,
    "intros": _intro_verdict,
    "stale": _stale_verdict,
    "sent": _sent_verdict,
    "replies": _reply_verdict,
}
