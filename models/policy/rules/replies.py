"""Why a message should be answered, or let go. What speaks for a reply weighs above zero."""

from __future__ import annotations

from ...signals import Band
from ..facts import TWO_WAY, ReplyFacts
from ..policy import BarRule, Bars, Rule, RuleAnswer, WeightedSentence
from ..wording import ago, at, count, first_name, insistence, ordinal, piling_up, quotes

_LATELY, _LONG = 30, 120  # days


def vouched_for(facts: ReplyFacts) -> RuleAnswer:
    """You vouch for whoever asks."""
    return f"you vouch for {first_name(facts.name)}" if facts.band is Band.VOUCHED else None


def good_acquaintance(facts: ReplyFacts) -> RuleAnswer:
    """You said that you know them, or their work."""
    if facts.knows_well:
        return f"you know {first_name(facts.name)} well"
    return f"you know the work of {first_name(facts.name)}" if facts.knows_work else None


def conversation(facts: ReplyFacts) -> RuleAnswer:
    """You two write to each other; the more messages, the heavier."""
    if facts.band not in TWO_WAY:
        return None
    text = f"you two wrote {count(facts.messages, 'message')}"
    return WeightedSentence(text, min(1.5, 0.75 + facts.messages / 20))


def liked_in_person(facts: ReplyFacts) -> RuleAnswer:
    """You met, and did not regret it."""
    if not facts.met or facts.met.impression == "not_again":
        return None
    liked = ", and liked them" if facts.met.impression == "liked" else ""
    return WeightedSentence(f"you met in person{at(facts.met.event)}{liked}", 1.5 if liked else 1.0)


def regretted_in_person(facts: ReplyFacts) -> RuleAnswer:
    """You met whoever asks, and noted that once was enough."""
    if not facts.met or facts.met.impression != "not_again":
        return None
    return f"you met{at(facts.met.event)}, and noted: not again"


def answers_you(facts: ReplyFacts) -> RuleAnswer:
    """They answered something that you wrote: the conversation is yours."""
    if not facts.your_last_on or not facts.first_asked_on or facts.band not in TWO_WAY:
        return None
    is_near = 0 <= (facts.first_asked_on - facts.your_last_on).days <= _LATELY
    return "it answers what you wrote" if is_near else None


def waits_patiently(facts: ReplyFacts) -> RuleAnswer:
    """Someone you do write with asked more than once."""
    if facts.texts < 2 or facts.band not in TWO_WAY:
        return None
    return f"{first_name(facts.name)} wrote {count(facts.texts, 'message')} since your last"


def asked_lately(facts: ReplyFacts) -> RuleAnswer:
    """They asked within a month: an answer is not late yet."""
    if (facts.export_date - facts.asked_on).days > _LATELY:
        return None
    return f"asked {ago(facts.asked_on, facts.export_date)}"


def asked_long_ago(facts: ReplyFacts) -> RuleAnswer:
    """They asked months ago: the question has likely answered itself."""
    if (facts.export_date - facts.asked_on).days < _LONG:
        return None
    return f"asked {ago(facts.asked_on, facts.export_date)}: it has likely answered itself"


def unknown_asker(facts: ReplyFacts) -> RuleAnswer:
    """You never wrote to them, and never met."""
    if facts.met or facts.band not in {Band.NEVER, Band.ONE_WAY_IN}:
        return None
    return f"you never wrote to {first_name(facts.name)}, and never met"


def bugs_you(facts: ReplyFacts) -> RuleAnswer:
    """Someone you never answered keeps writing; the second text counts three times as much."""
    if facts.texts < 2 or facts.band in TWO_WAY or facts.band is Band.VOUCHED:
        return None
    return WeightedSentence(f"the {ordinal(facts.texts)} text without an answer of yours", insistence(facts.texts - 1))


def sells(facts: ReplyFacts, bars: Bars) -> RuleAnswer:
    """It reads like a pitch."""
    heard = bars.words.pitch.heard_in(facts.text)
    return WeightedSentence(f"reads like a pitch: {quotes(heard)}", piling_up(len(heard))) if heard else None


def let_go_before(facts: ReplyFacts) -> RuleAnswer:
    """You let something of theirs go before."""
    gone = [decision for decision in facts.earlier if decision.verdict in ("let_go", "no_reply")]
    return f"you let {first_name(facts.name)} go without a reply in {gone[-1].on.year}" if gone else None


RULES: tuple[Rule[ReplyFacts], ...] = (
    vouched_for,
    good_acquaintance,
    conversation,
    liked_in_person,
    regretted_in_person,
    answers_you,
    waits_patiently,
    asked_lately,
    asked_long_ago,
    unknown_asker,
    bugs_you,
    BarRule(sells),
    let_go_before,
)
"""In the order messages are shown."""
