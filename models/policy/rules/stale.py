"""Why a connection gone quiet should be kept, or removed. What speaks for keeping weighs above zero."""

from __future__ import annotations

from ...signals import Band
from ..facts import TWO_WAY, Meeting, StaleFacts
from ..policy import BarRule, Bars, Rule, RuleAnswer, WeightedSentence
from ..wording import ago, at, count, first_name, listed, span, times, years_between


def you_vouch_for_them(facts: StaleFacts) -> RuleAnswer:
    """You vouch for this connection."""
    return f"you vouch for {first_name(facts.name)}" if facts.band is Band.VOUCHED else None


def pinned(facts: StaleFacts) -> RuleAnswer:
    """You said never to ask about them again."""
    return f"you said never to ask about {first_name(facts.name)} again" if facts.is_pinned else None


def in_touch(facts: StaleFacts) -> RuleAnswer:
    """You wrote to each other within a year."""
    return "you are in touch" if facts.band is Band.ACTIVE else None


def fading(facts: StaleFacts) -> RuleAnswer:
    """You wrote to each other within three years."""
    return f"you two last wrote {_last_wrote(facts)}" if facts.band is Band.FADING else None


def old_tie(facts: StaleFacts) -> RuleAnswer:
    """You both wrote, long ago: an old tie often proves as good as a new one. More messages count more."""
    if facts.band is not Band.DORMANT:
        return None
    written = facts.sent + facts.received
    text = f"an old tie: {count(written, 'message')} both ways, last {_last_wrote(facts)}"
    return WeightedSentence(text, min(1.5, 0.6 + written / 50))


def faded(facts: StaleFacts) -> RuleAnswer:
    """You used to write often, and it stopped."""
    if facts.has_decayed and facts.band in TWO_WAY:
        return f"you used to write often; it stopped {_last_wrote(facts)}"
    return None


def never_wrote(facts: StaleFacts) -> RuleAnswer:
    """Nobody ever wrote, and no meeting is known; the longer connected, the heavier."""
    if facts.band is not Band.NEVER or facts.meetings:
        return None
    years = years_between(facts.connected_on, facts.export_date) if facts.connected_on else 0.0
    text = f"not one message either way{span(facts.connected_on, facts.export_date)}"
    return WeightedSentence(text, min(1.5, 0.5 + years / 16))


def never_wrote_back(facts: StaleFacts) -> RuleAnswer:
    """You wrote, and they never answered; silence is an answer."""
    if facts.band is not Band.ONE_WAY_OUT:
        return None
    text = f"you wrote {times(max(1, facts.sent))}, and {first_name(facts.name)} never wrote back"
    return WeightedSentence(text, min(1.5, 0.75 + facts.sent / 4))


def you_never_answered(facts: StaleFacts) -> RuleAnswer:
    """They wrote, and you never answered."""
    if facts.band is not Band.ONE_WAY_IN:
        return None
    last = f", last {ago(facts.last_received, facts.export_date)}" if facts.last_received else ""
    return f"{first_name(facts.name)} wrote {times(max(1, facts.received))}{last}; you never answered"


def met_and_forgotten(facts: StaleFacts, bars: Bars) -> RuleAnswer:
    """You met, years ago, and nobody wrote since; the longer ago, the heavier."""
    last = _last_meeting(facts)
    if not last or not last.on or facts.band not in {Band.NEVER, Band.MET}:
        return None
    years = years_between(last.on, facts.export_date)
    if years < bars.years_until_forgotten:
        return None
    met = f"met {times(len(facts.meetings))}"
    when = f"{', last' if len(facts.meetings) > 1 else ','} {ago(last.on, facts.export_date)}"
    return WeightedSentence(f"{met}{when}, and never heard from again", _forgotten(years, bars) / len(facts.meetings))


def met_lately(facts: StaleFacts, bars: Bars) -> RuleAnswer:
    """You met them in person, not so long ago."""
    last = _last_meeting(facts)
    if not last or not last.on or years_between(last.on, facts.export_date) >= bars.years_until_forgotten:
        return None
    return f"you met in person{at(last.event)}, {ago(last.on, facts.export_date)}"


def liked(facts: StaleFacts) -> RuleAnswer:
    """You met them, and liked them."""
    met = _with_impression(facts, "liked")
    return f"you liked them{at(met.event)}" if met else None


def not_again(facts: StaleFacts) -> RuleAnswer:
    """You met them, and noted that once was enough."""
    met = _with_impression(facts, "not_again")
    return f"you met{at(met.event)}, and noted: not again" if met else None


def meant_to_stay_in_touch(facts: StaleFacts) -> RuleAnswer:
    """You noted that you meant to stay in touch."""
    return "you meant to stay in touch" if any(met.keep_in_touch for met in facts.meetings) else None


def event_led_to_nothing(facts: StaleFacts, bars: Bars) -> RuleAnswer:
    """Nobody you know from that event ever led to anything."""
    last = _last_meeting(facts)
    if not last or not last.event or facts.event_outcomes != 0 or facts.event_people < bars.event_size:
        return None
    return f"nobody from {last.event} ever led to anything ({facts.event_people} people)"


def known_well(facts: StaleFacts) -> RuleAnswer:
    """You said that you know them well."""
    return f"you know {first_name(facts.name)} well" if facts.knows_well else None


def work_known(facts: StaleFacts) -> RuleAnswer:
    """You said that you know their work."""
    return "you know their work" if facts.knows_work else None


def protected(facts: StaleFacts) -> RuleAnswer:
    """You protect them from requests."""
    return f"{first_name(facts.name)} is someone you protect" if facts.is_protected else None


def worked_together(facts: StaleFacts) -> RuleAnswer:
    """You have an employer in common."""
    return f"you have both worked at {facts.shared_employer}" if facts.shared_employer else None


def studied_together(facts: StaleFacts) -> RuleAnswer:
    """You have a school in common."""
    return f"you both went to {facts.shared_school}" if facts.shared_school else None


def recommended(facts: StaleFacts) -> RuleAnswer:
    """One of you recommended the other."""
    if facts.recommended_you:
        return f"{first_name(facts.name)} recommended you"
    return f"you recommended {first_name(facts.name)}" if facts.you_recommended else None


def led_to_something(facts: StaleFacts) -> RuleAnswer:
    """Something came of knowing them."""
    return f"led to something: {listed(facts.outcomes[:3])}" if facts.outcomes else None


def only_contact_at_company(facts: StaleFacts) -> RuleAnswer:
    """Without them you would know nobody at that company."""
    return f"your only contact at {facts.only_contact_at}" if facts.only_contact_at else None


def only_contact_from_event(facts: StaleFacts) -> RuleAnswer:
    """Without them you would know nobody from that event."""
    return f"your only contact from {facts.only_contact_from}" if facts.only_contact_from else None


def noted(facts: StaleFacts) -> RuleAnswer:
    """You keep a private note about them."""
    return "you keep a private note about them" if facts.has_note else None


def kept_before(facts: StaleFacts) -> RuleAnswer:
    """You decided to keep them before."""
    kept = [decision for decision in facts.earlier if decision.verdict == "keep"]
    return f"you kept {first_name(facts.name)} in {kept[-1].on.year}" if kept else None


def removed_and_came_back(facts: StaleFacts) -> RuleAnswer:
    """You removed them before, and are connected again."""
    removed = [decision for decision in facts.earlier if decision.verdict == "remove"]
    if not removed:
        return None
    why = f": {removed[-1].why}" if removed[-1].why else ""
    return f"you removed {first_name(facts.name)} in {removed[-1].on.year}{why}"


def reconnected_in_vain(facts: StaleFacts) -> RuleAnswer:
    """You wrote to take up an old tie again, and got no answer."""
    if not facts.reconnected_in_vain:
        return None
    return f"you wrote again {ago(facts.last_sent, facts.export_date)}, to no answer" if facts.last_sent else None


def _last_meeting(facts: StaleFacts) -> Meeting | None:
    return facts.meetings[-1] if facts.meetings else None


def _with_impression(facts: StaleFacts, impression: str) -> Meeting | None:
    return next((met for met in reversed(facts.meetings) if met.impression == impression), None)


def _last_wrote(facts: StaleFacts) -> str:
    return ago(facts.last_contact, facts.export_date) if facts.last_contact else "long ago"


def _forgotten(years: float, bars: Bars) -> float:
    return min(1.25, 0.5 * years / bars.years_until_forgotten)


RULES: tuple[Rule[StaleFacts], ...] = (
    you_vouch_for_them,
    pinned,
    in_touch,
    fading,
    old_tie,
    faded,
    never_wrote,
    never_wrote_back,
    you_never_answered,
    BarRule(met_and_forgotten),
    BarRule(met_lately),
    liked,
    not_again,
    meant_to_stay_in_touch,
    BarRule(event_led_to_nothing),
    known_well,
    work_known,
    protected,
    worked_together,
    studied_together,
    recommended,
    led_to_something,
    only_contact_at_company,
    only_contact_from_event,
    noted,
    kept_before,
    removed_and_came_back,
    reconnected_in_vain,
)
"""In the order ties are shown."""
