"""Why an introduction should be made, or kindly declined: who asks, for what, and of whom."""

from __future__ import annotations

from ...signals import Band
from ..facts import TWO_WAY, IntroFacts, Standing
from ..policy import BarRule, Bars, Rule, RuleAnswer, WeightedSentence
from ..wording import ago, at, count, first_name, insistence, ordinal, possessive, quotes, span, times, years_between


def asker_vouched(facts: IntroFacts) -> RuleAnswer:
    """You vouch for who asks."""
    return f"you vouch for {_asker(facts)}" if facts.asker.is_vouched else None


def asker_work_known(facts: IntroFacts) -> RuleAnswer:
    """You know the work of who asks."""
    return f"you know {possessive(_asker(facts))} work" if facts.asker.knows_work else None


def asker_work_unknown(facts: IntroFacts) -> RuleAnswer:
    """You write to each other, and do not know their work."""
    if facts.asker.stands_for_work or facts.asker.band not in TWO_WAY:
        return None
    return f"you do not know {possessive(_asker(facts))} work"


def asker_known_well(facts: IntroFacts) -> RuleAnswer:
    """You said that you know who asks well."""
    return f"you know {_asker(facts)} well" if facts.asker.knows_well else None


def asker_in_touch(facts: IntroFacts, bars: Bars) -> RuleAnswer:
    """You and who asks wrote to each other within a year; the closer the tie, the more it counts."""
    if facts.asker.band is not Band.ACTIVE:
        return None
    text = f"you and {_asker(facts)} are in touch: {count(facts.asker.messages, 'message')}"
    return WeightedSentence(text, 0.5 + min(1.0, facts.asker.strength / bars.close_tie))


def asker_was_in_touch(facts: IntroFacts) -> RuleAnswer:
    """You and who asks used to write to each other; half as much when it is long ago."""
    if facts.asker.band not in {Band.FADING, Band.DORMANT}:
        return None
    last = facts.asker.last_contact
    text = f"you and {_asker(facts)} last wrote {ago(last, facts.export_date) if last else 'long ago'}"
    return WeightedSentence(text, 1.0 if facts.asker.band is Band.FADING else 0.5)


def asker_liked(facts: IntroFacts) -> RuleAnswer:
    """You met who asks, and liked them."""
    met = facts.asker.met
    if met and met.impression == "liked":
        return f"you met {_asker(facts)}{at(met.event)}, and liked them"
    return None


def asker_not_again(facts: IntroFacts) -> RuleAnswer:
    """You met who asks, and did not want to meet them again."""
    met = facts.asker.met
    if met and met.impression == "not_again":
        return f"you met {_asker(facts)}{at(met.event)}, and noted: not again"
    return None


def asker_barely_known(facts: IntroFacts) -> RuleAnswer:
    """You barely know who asks."""
    asker = facts.asker
    if asker.knows_well or asker.would_vouch or asker.band not in {Band.NEVER, Band.MET, Band.ONE_WAY_IN}:
        return None
    return f"you barely know {_asker(facts)}: {_how_barely(asker, facts)}"


def asker_never_answered(facts: IntroFacts) -> RuleAnswer:
    """Who asks never answered you."""
    if facts.asker.band is not Band.ONE_WAY_OUT or facts.asker.knows_well:
        return None
    return f"{_asker(facts)} never answered you, and now asks"


def earlier_intro_worked(facts: IntroFacts) -> RuleAnswer:
    """Something came of an earlier introduction for this asker."""
    came = next((one.came_of for one in reversed(facts.earlier) if one.came_of not in {"", "nothing"}), "")
    return f"an earlier introduction for {_asker(facts)} led to something: {came}" if came else None


def earlier_intros_for_nothing(facts: IntroFacts) -> RuleAnswer:
    """Nothing came of the earlier introductions for this asker."""
    wasted = sum(one.came_of == "nothing" for one in facts.earlier)
    if not wasted or earlier_intro_worked(facts):
        return None
    text = f"{count(wasted, 'earlier introduction')} for {_asker(facts)} led to nothing"
    return WeightedSentence(text, min(2.0, wasted))


def declined_before(facts: IntroFacts) -> RuleAnswer:
    """You declined an earlier request of this asker, or left it without a reply."""
    turned_down = [one for one in facts.earlier if one.verdict in {"decline", "no_reply"}]
    if not turned_down:
        return None
    last = ago(turned_down[-1].on, facts.export_date)
    return f"you turned {_asker(facts)} down {times(len(turned_down))} before, last {last}"


def _asker(facts: IntroFacts) -> str:
    return first_name(facts.asker.name)


def _how_barely(asker: Standing, facts: IntroFacts) -> str:
    if asker.band is Band.ONE_WAY_IN:
        return "you never wrote to them"
    if asker.band is Band.MET and asker.met:
        return f"met once{at(asker.met.event)}, and not one message"
    return f"not one message{span(asker.connected_on, facts.export_date)}"


ASKER_RULES: tuple[Rule[IntroFacts], ...] = (
    asker_vouched,
    asker_work_known,
    asker_work_unknown,
    asker_known_well,
    BarRule(asker_in_touch),
    asker_was_in_touch,
    asker_liked,
    asker_not_again,
    asker_barely_known,
    asker_never_answered,
    earlier_intro_worked,
    earlier_intros_for_nothing,
    declined_before,
)


def about_work(facts: IntroFacts) -> RuleAnswer:
    """It is about a job, on either side of it."""
    return {"job": "it is about a job", "hiring": "there is a job to fill"}.get(facts.purpose)


def about_advice(facts: IntroFacts) -> RuleAnswer:
    """It asks for advice."""
    return "asks for advice only" if facts.purpose == "advice" else None


def about_press(facts: IntroFacts) -> RuleAnswer:
    """It is for something to be published."""
    return "press: what is said may be printed" if facts.purpose == "press" else None


def pitch_you_believe_in(facts: IntroFacts) -> RuleAnswer:
    """It is a pitch, of work that you know or would vouch for."""
    if facts.purpose == "pitch" and facts.asker.stands_for_work:
        return f"a pitch, and you know what {first_name(facts.asker.name)} can do"
    return None


def pitch_of_the_unknown(facts: IntroFacts) -> RuleAnswer:
    """It is a pitch, of work that you do not know."""
    if facts.purpose == "pitch" and not facts.asker.stands_for_work:
        return "a pitch of something you know nothing about"
    return None


def sales_call(facts: IntroFacts) -> RuleAnswer:
    """It is a sale; half as heavy when you know their work."""
    if facts.purpose != "sales":
        return None
    return WeightedSentence("wants to sell something", 0.5 if facts.asker.stands_for_work else 1.0)


def pitch_words(facts: IntroFacts, bars: Bars) -> RuleAnswer:
    """The request sounds like one that was sent to many."""
    words = bars.words.pitch.heard_in(facts.text)
    return f"sounds like sent to many: {quotes(words)}" if words else None


def says_why(facts: IntroFacts) -> RuleAnswer:
    """They say what it is for, and why this person."""
    return "says what for, and why this person" if facts.says_why else None


def says_no_why(facts: IntroFacts) -> RuleAnswer:
    """They do not say what it is for."""
    return None if facts.says_why else "does not say why"


def forwardable(facts: IntroFacts) -> RuleAnswer:
    """The request can be passed on without a word changed."""
    return "the request can be forwarded as it is" if facts.forwardable else None


def asked_again(facts: IntroFacts) -> RuleAnswer:
    """They wrote again, and again, about the same request."""
    if not facts.nudges:
        return None
    return WeightedSentence(f"{ordinal(facts.nudges + 1)} message about this request", insistence(facts.nudges))


REQUEST_RULES: tuple[Rule[IntroFacts], ...] = (
    about_work,
    about_advice,
    about_press,
    pitch_you_believe_in,
    pitch_of_the_unknown,
    sales_call,
    BarRule(pitch_words),
    says_why,
    says_no_why,
    forwardable,
    asked_again,
)


_SELLING = {"pitch": "a pitch", "sales": "a sales call"}


def target_in_reach(facts: IntroFacts) -> RuleAnswer:
    """The target knows you well enough to be asked."""
    target = facts.target
    if not target or not (target.knows_well or target.band in {Band.ACTIVE, Band.VOUCHED}):
        return None
    return f"you and {_target(target)} know each other: {_evidence(target, facts)}"


def target_barely_known(facts: IntroFacts) -> RuleAnswer:
    """You barely know the target yourself."""
    target = facts.target
    if not target or target.knows_well or target.band not in {Band.NEVER, Band.MET, Band.ONE_WAY_IN}:
        return None
    return f"you barely know {_target(target)} yourself"


def target_silent(facts: IntroFacts) -> RuleAnswer:
    """The target never answered you."""
    target = facts.target
    if target and target.band is Band.ONE_WAY_OUT and not target.knows_well:
        return f"{_target(target)} never answered you"
    return None


def target_protected(facts: IntroFacts) -> RuleAnswer:
    """You protect the target; heavier against a pitch or a sale."""
    if not facts.target or not facts.target.is_protected:
        return None
    if facts.purpose in _SELLING:
        return WeightedSentence(f"{_SELLING[facts.purpose]} to someone you protect", 1.5)
    return f"{_target(facts.target)} is someone you protect"


def target_senior(facts: IntroFacts, bars: Bars) -> RuleAnswer:
    """The target's title says that many people ask them for something."""
    target = facts.target
    if not target or target.is_protected or bars.words.unprotected_titles.heard_in(target.title):
        return None
    words = bars.words.protected_titles.heard_in(target.title)
    return f"everybody wants something of {_target(target)}: {quotes(words[:1])}" if words else None


def asked_target_often(facts: IntroFacts, bars: Bars) -> RuleAnswer:
    """You asked this target for something in the past 12 months; over your own bar it weighs most."""
    asks, bar = facts.asks_of_target_12m, bars.max_asks_per_year
    if not facts.target or not asks:
        return None
    text = f"your {ordinal(asks + 1)} ask of {_target(facts.target)} this year"
    return WeightedSentence(f"{text}; your bar is {bar}", 4.0) if asks >= bar else WeightedSentence(text, 0.5 * asks)


def target_needs_rest(facts: IntroFacts, bars: Bars) -> RuleAnswer:
    """You asked this target for something only a short while ago."""
    last = facts.last_ask_of_target
    if not facts.target or not last or years_between(last, facts.export_date) * 12 >= bars.months_of_rest:
        return None
    return f"you asked {_target(facts.target)} only {ago(last, facts.export_date)}"


def target_said_yes(facts: IntroFacts) -> RuleAnswer:
    """The target said yes the last time you asked."""
    if facts.target and facts.target_last_answer == "yes":
        return f"{_target(facts.target)} said yes the last time"
    return None


def target_did_not_want(facts: IntroFacts) -> RuleAnswer:
    """The target said no the last time, or nothing at all."""
    did = {"no": "said no", "silent": "did not answer"}.get(facts.target_last_answer)
    return f"{_target(facts.target)} {did} the last time" if did and facts.target else None


def target_unclear(facts: IntroFacts) -> RuleAnswer:
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
    BarRule(target_senior),
    BarRule(asked_target_often),
    BarRule(target_needs_rest),
    target_said_yes,
    target_did_not_want,
    target_unclear,
)


RULES: tuple[Rule[IntroFacts], ...] = (*ASKER_RULES, *REQUEST_RULES, *TARGET_RULES)
"""In the order ties are shown."""
