"""Why an invitation of the owner's should be withdrawn, or left. What speaks for withdrawing weighs above zero."""

from __future__ import annotations

from ...signals import Band
from ..facts import TWO_WAY, SentFacts
from ..policy import BarRule, Bars, Rule, RuleAnswer, WeightedSentence
from ..wording import ago, at, count, first_name, times

_WEEK = 7


def unanswered(facts: SentFacts, bars: Bars) -> RuleAnswer:
    """Your invitation has waited long enough: silence is an answer. The longer, the heavier."""
    weeks = facts.days_silent // _WEEK
    if weeks < bars.weeks_of_silence or facts.wrote_since:
        return None
    return WeightedSentence(
        f"{count(weeks, 'week')} without an answer; silence is one", min(2.0, weeks / bars.weeks_of_silence)
    )


def still_fresh(facts: SentFacts, bars: Bars) -> RuleAnswer:
    """Your invitation is young: people are slow."""
    if facts.days_silent // _WEEK >= bars.weeks_of_silence:
        return None
    return f"sent only {ago(facts.sent_on, facts.export_date)}: people are slow"


def sent_without_note(facts: SentFacts) -> RuleAnswer:
    """You wrote nothing with it."""
    return None if facts.note.strip() else "you wrote nothing with it"


def wrote_besides(facts: SentFacts) -> RuleAnswer:
    """You wrote to them besides your invitation, to no answer."""
    if not facts.messages_since or facts.wrote_since:
        return None
    return f"you wrote {times(facts.messages_since)} besides, to no answer"


def invited_again(facts: SentFacts) -> RuleAnswer:
    """It is not your first invitation to them."""
    if not facts.invited_before:
        return None
    return f"you invited {first_name(facts.name)} {times(facts.invited_before)} before, in vain"


def unlinked_you(facts: SentFacts) -> RuleAnswer:
    """You were connected once, and are no longer."""
    if not facts.disconnected_on:
        return None
    return f"you were connected until {ago(facts.disconnected_on, facts.export_date)}"


def met_not_to_repeat(facts: SentFacts) -> RuleAnswer:
    """You met the one you invited, and noted that once was enough."""
    if not facts.met or facts.met.impression != "not_again":
        return None
    return f"you met{at(facts.met.event)}, and noted: not again"


def met_before(facts: SentFacts) -> RuleAnswer:
    """You met the one you invited: they may still find it."""
    if not facts.met or facts.met.impression == "not_again":
        return None
    return f"you met in person{at(facts.met.event)}"


def not_silent(facts: SentFacts) -> RuleAnswer:
    """They wrote to you since you invited them."""
    if not facts.wrote_since:
        return None
    return f"{first_name(facts.name)} wrote to you {ago(facts.wrote_since, facts.export_date)}, and is not silent"


def known_in_writing(facts: SentFacts) -> RuleAnswer:
    """You wrote to each other before you invited them."""
    known = facts.band in TWO_WAY or facts.band is Band.VOUCHED
    return "you two know each other in writing" if known else None


def maybe_accepted(facts: SentFacts) -> RuleAnswer:
    """Without links nobody can tell whether it was accepted."""
    return None if facts.is_certain else "somebody of that name is connected: it may be accepted already"


RULES: tuple[Rule[SentFacts], ...] = (
    BarRule(unanswered),
    BarRule(still_fresh),
    sent_without_note,
    wrote_besides,
    invited_again,
    unlinked_you,
    met_not_to_repeat,
    met_before,
    not_silent,
    known_in_writing,
    maybe_accepted,
)
"""In the order invitations are shown."""
