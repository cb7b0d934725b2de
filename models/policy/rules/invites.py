"""Why an invitation should be accepted, or ignored: who sends it, and what you know of them."""

from __future__ import annotations

from ...signals import Band
from ..facts import TWO_WAY, EarlierDecision, InviteFacts
from ..phrases import fold_for_search
from ..policy import BarRule, Bars, Rule, RuleAnswer, WeightedSentence
from ..wording import at, count, first_name, insistence, listed, ordinal, piling_up, quotes

_OWN_WORDS = 4
"""Fewer words than this around the stock text (a name, a signature) are nobody's own note."""


def shared_history(facts: InviteFacts) -> RuleAnswer:
    """Their words mention an employer, a school or an event of yours."""
    return f"writes of {listed(facts.shared_history)}, where you were too" if facts.shared_history else None


def names_someone_vouched(facts: InviteFacts) -> RuleAnswer:
    """They name someone you vouch for, who did not introduce them."""
    if not facts.names_vouched or facts.introduced_by:
        return None
    return f"names {facts.names_vouched}, whom you vouch for"


def own_note(facts: InviteFacts, bars: Bars) -> RuleAnswer:
    """They wrote a note of their own that is neither the stock text nor a pitch."""
    if not facts.note.strip() or _is_stock(facts, bars) or _sells(facts.note, bars):
        return None
    return "a note of their own, not the stock text"


def stock_note(facts: InviteFacts, bars: Bars) -> RuleAnswer:
    """The note is LinkedIn's own text, and you do not know them."""
    if facts.note.strip() and not facts.is_known and _is_stock(facts, bars):
        return "the stock text, not a word of their own"
    return None


def blank_note(facts: InviteFacts) -> RuleAnswer:
    """There is no note, and you do not know them."""
    return None if facts.note.strip() or facts.is_known else "no note"


def claims_meeting(facts: InviteFacts, bars: Bars) -> RuleAnswer:
    """They say you met, and there is no record of it."""
    if facts.met or facts.band in TWO_WAY:
        return None
    words = bars.words.claims_meeting.heard_in(facts.note, *facts.texts)
    return f"says “{words[0]}”, and no meeting is on record" if words else None


def nudged(facts: InviteFacts) -> RuleAnswer:
    """They wrote again, and again, about an invitation you had not answered."""
    if not facts.nudges:
        return None
    which = "wrote again" if facts.nudges == 1 else f"{ordinal(facts.nudges)} {facts.nudge_channel}"
    return WeightedSentence(f"{which} about this invitation", insistence(facts.nudges))


def open_networker(facts: InviteFacts, bars: Bars) -> RuleAnswer:
    """They say they connect with anybody."""
    words = bars.words.open_networker.heard_in(facts.name, facts.note, *facts.texts, facts.profile_text)
    if not words:
        return None
    return WeightedSentence(f"collects connections, and says so: {quotes(words)}", piling_up(len(words)))


def industry_leader(facts: InviteFacts, bars: Bars) -> RuleAnswer:
    """They praise themselves, or the network they offer you."""
    words = bars.words.industry_leader.heard_in(facts.note, *facts.texts, facts.profile_text)
    return WeightedSentence(f"talks big: {quotes(words)}", piling_up(len(words))) if words else None


def pitch_talk(facts: InviteFacts, bars: Bars) -> RuleAnswer:
    """They have something to sell; half as heavy when only their profile says so."""
    if words := bars.words.pitch.heard_in(facts.note, *facts.texts):
        return WeightedSentence(f"has something to sell: {quotes(words)}", piling_up(len(words)))
    words = bars.words.pitch.heard_in(facts.profile_text)
    return WeightedSentence(f"the profile has something to sell: {quotes(words)}", 0.5) if words else None


def wants_introduction(facts: InviteFacts) -> RuleAnswer:
    """They want to meet a connection of yours before they know you."""
    if facts.wants_to_meet and not facts.is_known:
        return f"wants to meet {facts.wants_to_meet} through you, before knowing you"
    return None


def _sells(text: str, bars: Bars) -> bool:
    flags = (bars.words.pitch, bars.words.open_networker, bars.words.industry_leader)
    return any(words.heard_in(text) for words in flags)


def _is_stock(facts: InviteFacts, bars: Bars) -> bool:
    rest = bars.words.courtesies.cut_from(bars.words.stock_notes.cut_from(facts.note))
    own_words = fold_for_search(rest).words - fold_for_search(facts.name).words
    if len(own_words) >= _OWN_WORDS:
        return False
    return not own_words or bool(bars.words.stock_notes.heard_in(facts.note))


NOTE_RULES: tuple[Rule[InviteFacts], ...] = (
    shared_history,
    names_someone_vouched,
    BarRule(own_note),
    BarRule(stock_note),
    blank_note,
    BarRule(claims_meeting),
    nudged,
    BarRule(open_networker),
    BarRule(industry_leader),
    BarRule(pitch_talk),
    wants_introduction,
)


def you_vouch(facts: InviteFacts) -> RuleAnswer:
    """You vouch for them."""
    return f"you vouch for {first_name(facts.name)}" if facts.band is Band.VOUCHED else None


def met_and_liked(facts: InviteFacts) -> RuleAnswer:
    """You met them in person and liked them."""
    if facts.met and facts.met.impression == "liked":
        return f"you met in person{at(facts.met.event)}, and liked them"
    return None


def met_in_person(facts: InviteFacts) -> RuleAnswer:
    """You met them in person, and noted nothing good or bad."""
    if facts.met and facts.met.impression not in {"liked", "not_again"}:
        return f"you met in person{at(facts.met.event)}"
    return None


def met_not_again(facts: InviteFacts) -> RuleAnswer:
    """You met them and did not want to meet them again."""
    if facts.met and facts.met.impression == "not_again":
        return f"you met{at(facts.met.event)}, and noted: not again"
    return None


def wanted_to_stay_in_touch(facts: InviteFacts) -> RuleAnswer:
    """You noted that you would like to stay in touch with them."""
    return "you wanted to stay in touch" if facts.met and facts.met.keep_in_touch else None


def introduced_by_vouched(facts: InviteFacts) -> RuleAnswer:
    """Someone you vouch for introduced them to you."""
    return f"{facts.introduced_by}, whom you vouch for, introduced you" if facts.introduced_by else None


def wrote_before(facts: InviteFacts) -> RuleAnswer:
    """The two of you have written to each other."""
    if facts.band not in TWO_WAY:
        return None
    return f"you two have written before: {count(facts.messages, 'message')}"


def shared_employer(facts: InviteFacts) -> RuleAnswer:
    """They work for a company that you work or worked for."""
    if facts.shared_employer and facts.shared_employer not in facts.shared_history:
        return f"works at {facts.shared_employer}, a place of yours too"
    return None


def nothing_in_common(facts: InviteFacts) -> RuleAnswer:
    """Nothing on record says that you know each other, or could."""
    if facts.is_known or facts.shared_history or facts.shared_employer or facts.names_vouched:
        return None
    return "nothing on record says you know each other"


def namesake(facts: InviteFacts) -> RuleAnswer:
    """They have the same name as a connection of yours, and seem to be someone else."""
    if facts.look_alike and facts.look_alike.kind == "namesake":
        return f"has the name of a connection of yours, {facts.look_alike.name}; make sure who this is"
    return None


def lookalike_letters(facts: InviteFacts) -> RuleAnswer:
    """Their name imitates a connection's with letters that only look the same."""
    if facts.look_alike and facts.look_alike.kind == "lookalike_letters":
        told = f": {facts.look_alike.differs}" if facts.look_alike.differs else ""
        return f"the name imitates {facts.look_alike.name} with look-alike letters{told}"
    return None


def copy_of_connection(facts: InviteFacts) -> RuleAnswer:
    """They seem to be a second profile of someone you are connected to already."""
    if facts.look_alike and facts.look_alike.kind == "copy_of_connection":
        company = f" at {facts.look_alike.differs}" if facts.look_alike.differs else ""
        return f"already connected to {facts.look_alike.name}{company}, under another link"
    return None


def hidden_characters(facts: InviteFacts) -> RuleAnswer:
    """There are invisible characters in their name."""
    return "invisible characters in the name" if facts.has_hidden_characters else None


def mixed_alphabets(facts: InviteFacts) -> RuleAnswer:
    """A word of their name mixes letters of two alphabets."""
    is_told = facts.look_alike and facts.look_alike.kind == "lookalike_letters"
    return "letters of two alphabets in one word of the name" if facts.mixes_alphabets and not is_told else None


def ignored_before(facts: InviteFacts) -> RuleAnswer:
    """You ignored an earlier invitation of theirs."""
    last, left = _last(facts, "ignore"), _last(facts, "no_reply")
    if last is None and left:
        return f"you left {first_name(facts.name)} without a reply in {left.on.year}{_because(left)}"
    return f"you ignored {first_name(facts.name)} in {last.on.year}{_because(last)}" if last else None


def removed_before(facts: InviteFacts) -> RuleAnswer:
    """You removed them from your network before."""
    last = _last(facts, "remove")
    return f"you removed {first_name(facts.name)} in {last.on.year}{_because(last)}" if last else None


def disconnected_before(facts: InviteFacts) -> RuleAnswer:
    """You were connected once, and one of you ended it."""
    if not facts.disconnected_on or _last(facts, "remove"):
        return None
    return f"you were connected until {facts.disconnected_on.year}, and one of you ended it"


def _last(facts: InviteFacts, verdict: str) -> EarlierDecision | None:
    return next((decision for decision in reversed(facts.earlier) if decision.verdict == verdict), None)


def _because(decision: EarlierDecision) -> str:
    return f": {decision.why}" if decision.why else ""


RULES: tuple[Rule[InviteFacts], ...] = (
    you_vouch,
    met_and_liked,
    met_in_person,
    met_not_again,
    wanted_to_stay_in_touch,
    introduced_by_vouched,
    wrote_before,
    shared_employer,
    nothing_in_common,
    namesake,
    lookalike_letters,
    copy_of_connection,
    hidden_characters,
    mixed_alphabets,
    ignored_before,
    removed_before,
    disconnected_before,
    *NOTE_RULES,
)
"""In the order ties are shown."""
