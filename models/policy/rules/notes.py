"""What an invitation says, and how often: their note, their other texts, the profile text you pasted."""

from __future__ import annotations

from ..bars import Bars, Finding, Rule, Said
from ..facts import TWO_WAY, InviteFacts
from ..phrases import listen
from ..wording import insistence, listed, ordinal, piling_up, quotes

_OWN_WORDS = 4
"""Fewer words than this around the stock text (a name, a signature) are nobody's own note."""


def shared_history(facts: InviteFacts) -> Said:
    """Their words mention an employer, a school or an event of yours."""
    return f"writes of {listed(facts.shared_history)}, where you were too" if facts.shared_history else None


def names_someone_vouched(facts: InviteFacts) -> Said:
    """They name someone you vouch for, who did not introduce them."""
    if not facts.names_vouched or facts.introduced_by:
        return None
    return f"names {facts.names_vouched}, whom you vouch for"


def own_note(facts: InviteFacts, bars: Bars) -> Said:
    """They wrote a note of their own that is neither the stock text nor a pitch."""
    if not facts.note.strip() or _is_stock(facts, bars) or _sells(facts.note, bars):
        return None
    return "a note of their own, not the stock text"


def stock_note(facts: InviteFacts, bars: Bars) -> Said:
    """The note is LinkedIn's own text, and you do not know them."""
    if facts.note.strip() and not facts.is_known and _is_stock(facts, bars):
        return "the stock text, not a word of their own"
    return None


def blank_note(facts: InviteFacts) -> Said:
    """There is no note, and you do not know them."""
    return None if facts.note.strip() or facts.is_known else "no note"


def claims_meeting(facts: InviteFacts, bars: Bars) -> Said:
    """They say you met, and there is no record of it."""
    if facts.met or facts.band in TWO_WAY:
        return None
    words = bars.words.claims_meeting.heard_in(facts.note, *facts.texts)
    return f"says “{words[0]}”, and no meeting is on record" if words else None


def nudged(facts: InviteFacts) -> Said:
    """They wrote again, and again, about an invitation you had not answered."""
    if not facts.nudges:
        return None
    which = "wrote again" if facts.nudges == 1 else f"{ordinal(facts.nudges)} {facts.nudge_channel}"
    return Finding(f"{which} about this invitation", insistence(facts.nudges))


def open_networker(facts: InviteFacts, bars: Bars) -> Said:
    """They say they connect with anybody."""
    words = bars.words.open_networker.heard_in(facts.name, facts.note, *facts.texts, facts.profile_text)
    if not words:
        return None
    return Finding(f"collects connections, and says so: {quotes(words)}", piling_up(len(words)))


def industry_leader(facts: InviteFacts, bars: Bars) -> Said:
    """They praise themselves, or the network they offer you."""
    words = bars.words.industry_leader.heard_in(facts.note, *facts.texts, facts.profile_text)
    return Finding(f"talks big: {quotes(words)}", piling_up(len(words))) if words else None


def pitch_talk(facts: InviteFacts, bars: Bars) -> Said:
    """They have something to sell; half as heavy when only their profile says so."""
    if words := bars.words.pitch.heard_in(facts.note, *facts.texts):
        return Finding(f"has something to sell: {quotes(words)}", piling_up(len(words)))
    words = bars.words.pitch.heard_in(facts.profile_text)
    return Finding(f"the profile has something to sell: {quotes(words)}", 0.5) if words else None


def wants_introduction(facts: InviteFacts) -> Said:
    """They want to meet a connection of yours before they know you."""
    if facts.wants_to_meet and not facts.is_known:
        return f"wants to meet {facts.wants_to_meet} through you, before knowing you"
    return None


def _sells(text: str, bars: Bars) -> bool:
    flags = (bars.words.pitch, bars.words.open_networker, bars.words.industry_leader)
    return any(words.heard_in(text) for words in flags)


def _is_stock(facts: InviteFacts, bars: Bars) -> bool:
    rest = bars.words.courtesies.cut_from(bars.words.stock_notes.cut_from(facts.note))
    own_words = listen(rest).words - listen(facts.name).words
    if len(own_words) >= _OWN_WORDS:
        return False
    return not own_words or bool(bars.words.stock_notes.heard_in(facts.note))


NOTE_RULES: tuple[Rule[InviteFacts], ...] = (
    shared_history,
    names_someone_vouched,
    own_note,
    stock_note,
    blank_note,
    claims_meeting,
    nudged,
    open_networker,
    industry_leader,
    pitch_talk,
    wants_introduction,
)
