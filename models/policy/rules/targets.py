"""Whom they want to meet: how well you know them, what they mean to you, and how often you asked them."""

from __future__ import annotations

from ...signals import Band
from ..bars import Bars, Finding, Rule, Said
from ..facts import IntroFacts, Standing
from ..wording import ago, count, first_name, ordinal, quotes, years_between

_SELLING = {"pitch": "a pitch", "sales": "a sales call"}


def target_in_reach(facts: IntroFacts) -> Said:
    """The target knows you well enough to be asked."""
    target = facts.target
    if not target or not (target.knows_well or target.band in {Band.ACTIVE, Band.VOUCHED}):
        return None
    return f"you and {_target(target)} know each other: {_evidence(target, facts)}"


def target_barely_known(facts: IntroFacts) -> Said:
    """You barely know the target yourself."""
    target = facts.target
    if not target or target.knows_well or target.band not in {Band.NEVER, Band.MET, Band.ONE_WAY_IN}:
        return None
    return f"you barely know {_target(target)} yourself"


def target_silent(facts: IntroFacts) -> Said:
    """The target never answered you."""
    target = facts.target
    if target and target.band is Band.ONE_WAY_OUT and not target.knows_well:
        return f"{_target(target)} never answered you"
    return None


def target_protected(facts: IntroFacts) -> Said:
    """You protect the target; heavier against a pitch or a sale."""
    if not facts.target or not facts.target.is_protected:
        return None
    if facts.purpose in _SELLING:
        return Finding(f"{_SELLING[facts.purpose]} to someone you protect", 1.5)
    return f"{_target(facts.target)} is someone you protect"


def target_senior(facts: IntroFacts, bars: Bars) -> Said:
    """The target's title says that many people ask them for something."""
    target = facts.target
    if not target or target.is_protected or bars.words.unprotected_titles.heard_in(target.title):
        return None
    words = bars.words.protected_titles.heard_in(target.title)
    return f"everybody wants something of {_target(target)}: {quotes(words[:1])}" if words else None


def asked_target_often(facts: IntroFacts, bars: Bars) -> Said:
    """You asked this target for something in the past 12 months; over your own bar it weighs most."""
    asks, bar = facts.asks_of_target_12m, bars.max_asks_per_year
    if not facts.target or not asks:
        return None
    text = f"your {ordinal(asks + 1)} ask of {_target(facts.target)} this year"
    return Finding(f"{text}; your bar is {bar}", 4.0) if asks >= bar else Finding(text, 0.5 * asks)


def target_needs_rest(facts: IntroFacts, bars: Bars) -> Said:
    """You asked this target for something only a short while ago."""
    last = facts.last_ask_of_target
    if not facts.target or not last or years_between(last, facts.export_date) * 12 >= bars.months_of_rest:
        return None
    return f"you asked {_target(facts.target)} only {ago(last, facts.export_date)}"


def target_said_yes(facts: IntroFacts) -> Said:
    """The target said yes the last time you asked."""
    if facts.target and facts.target_last_answer == "yes":
        return f"{_target(facts.target)} said yes the last time"
    return None


def target_did_not_want(facts: IntroFacts) -> Said:
    """The target said no the last time, or nothing at all."""
    did = {"no": "said no", "silent": "did not answer"}.get(facts.target_last_answer)
    return f"{_target(facts.target)} {did} the last time" if did and facts.target else None


def target_unclear(facts: IntroFacts) -> Said:
    """It is not clear whom they want to meet."""
    if facts.target:
        return None
    if facts.candidates:
        return f"“{facts.target_text}” may be {' or '.join(facts.candidates[:3])}"
    if facts.target_text:
        return f"nobody you know is called “{facts.target_text}”"
    return "does not say whom to meet"


def _target(target: Standing) -> str:
    return first_name(target.name)


def _evidence(target: Standing, facts: IntroFacts) -> str:
    if target.messages and target.last_contact:
        return f"{count(target.messages, 'message')}, last {ago(target.last_contact, facts.export_date)}"
    return "you would vouch for them" if target.is_vouched else "you said so"


TARGET_RULES: tuple[Rule[IntroFacts], ...] = (
    target_in_reach,
    target_barely_known,
    target_silent,
    target_protected,
    target_senior,
    asked_target_often,
    target_needs_rest,
    target_said_yes,
    target_did_not_want,
    target_unclear,
)
