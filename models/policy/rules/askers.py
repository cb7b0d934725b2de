"""Who asks for an introduction: how well you know them and their work, and what came of it before."""

from __future__ import annotations

from ...signals import Band
from ..bars import Bars, Finding, Rule, Said
from ..facts import TWO_WAY, IntroFacts, Standing
from ..wording import ago, at, count, first_name, possessive, span, times


def asker_vouched(facts: IntroFacts) -> Said:
    """You vouch for who asks."""
    return f"you vouch for {_asker(facts)}" if facts.asker.is_vouched else None


def asker_work_known(facts: IntroFacts) -> Said:
    """You know the work of who asks."""
    return f"you know {possessive(_asker(facts))} work" if facts.asker.knows_work else None


def asker_work_unknown(facts: IntroFacts) -> Said:
    """You write to each other, and do not know their work."""
    if facts.asker.stands_for_work or facts.asker.band not in TWO_WAY:
        return None
    return f"you do not know {possessive(_asker(facts))} work"


def asker_known_well(facts: IntroFacts) -> Said:
    """You said that you know who asks well."""
    return f"you know {_asker(facts)} well" if facts.asker.knows_well else None


def asker_in_touch(facts: IntroFacts, bars: Bars) -> Said:
    """You and who asks wrote to each other within a year; the closer the tie, the more it counts."""
    if facts.asker.band is not Band.ACTIVE:
        return None
    text = f"you and {_asker(facts)} are in touch: {count(facts.asker.messages, 'message')}"
    return Finding(text, 0.5 + min(1.0, facts.asker.strength / bars.close_tie))


def asker_was_in_touch(facts: IntroFacts) -> Said:
    """You and who asks used to write to each other; half as much when it is long ago."""
    if facts.asker.band not in {Band.FADING, Band.DORMANT}:
        return None
    last = facts.asker.last_contact
    text = f"you and {_asker(facts)} last wrote {ago(last, facts.export_date) if last else 'long ago'}"
    return Finding(text, 1.0 if facts.asker.band is Band.FADING else 0.5)


def asker_liked(facts: IntroFacts) -> Said:
    """You met who asks, and liked them."""
    met = facts.asker.met
    if met and met.impression == "liked":
        return f"you met {_asker(facts)}{at(met.event)}, and liked them"
    return None


def asker_not_again(facts: IntroFacts) -> Said:
    """You met who asks, and did not want to meet them again."""
    met = facts.asker.met
    if met and met.impression == "not_again":
        return f"you met {_asker(facts)}{at(met.event)}, and noted: not again"
    return None


def asker_barely_known(facts: IntroFacts) -> Said:
    """You barely know who asks."""
    asker = facts.asker
    if asker.knows_well or asker.would_vouch or asker.band not in {Band.NEVER, Band.MET, Band.ONE_WAY_IN}:
        return None
    return f"you barely know {_asker(facts)}: {_how_barely(asker, facts)}"


def asker_never_answered(facts: IntroFacts) -> Said:
    """Who asks never answered you."""
    if facts.asker.band is not Band.ONE_WAY_OUT or facts.asker.knows_well:
        return None
    return f"{_asker(facts)} never answered you, and now asks"


def earlier_intro_worked(facts: IntroFacts) -> Said:
    """Something came of an earlier introduction for this asker."""
    came = next((one.came_of for one in reversed(facts.earlier) if one.came_of not in {"", "nothing"}), "")
    return f"an earlier introduction for {_asker(facts)} led to something: {came}" if came else None


def earlier_intros_for_nothing(facts: IntroFacts) -> Said:
    """Nothing came of the earlier introductions for this asker."""
    wasted = sum(one.came_of == "nothing" for one in facts.earlier)
    if not wasted or earlier_intro_worked(facts):
        return None
    text = f"{count(wasted, 'earlier introduction')} for {_asker(facts)} led to nothing"
    return Finding(text, min(2.0, wasted))


def declined_before(facts: IntroFacts) -> Said:
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
    asker_in_touch,
    asker_was_in_touch,
    asker_liked,
    asker_not_again,
    asker_barely_known,
    asker_never_answered,
    earlier_intro_worked,
    earlier_intros_for_nothing,
    declined_before,
)
