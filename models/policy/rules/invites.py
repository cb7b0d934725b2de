"""Why an invitation should be accepted, or ignored: who sends it, and what you know of them."""

from __future__ import annotations

from ...signals import Band
from ..bars import Rule, Said
from ..facts import TWO_WAY, EarlierDecision, InviteFacts
from ..wording import at, count, first_name
from .notes import NOTE_RULES


def you_vouch(facts: InviteFacts) -> Said:
    """You vouch for them."""
    return f"you vouch for {first_name(facts.name)}" if facts.band is Band.VOUCHED else None


def met_and_liked(facts: InviteFacts) -> Said:
    """You met them in person and liked them."""
    if facts.met and facts.met.impression == "liked":
        return f"you met in person{at(facts.met.event)}, and liked them"
    return None


def met_in_person(facts: InviteFacts) -> Said:
    """You met them in person, and noted nothing good or bad."""
    if facts.met and facts.met.impression not in {"liked", "not_again"}:
        return f"you met in person{at(facts.met.event)}"
    return None


def met_not_again(facts: InviteFacts) -> Said:
    """You met them and did not want to meet them again."""
    if facts.met and facts.met.impression == "not_again":
        return f"you met{at(facts.met.event)}, and noted: not again"
    return None


def wanted_to_stay_in_touch(facts: InviteFacts) -> Said:
    """You noted that you would like to stay in touch with them."""
    return "you wanted to stay in touch" if facts.met and facts.met.keep_in_touch else None


def introduced_by_vouched(facts: InviteFacts) -> Said:
    """Someone you vouch for introduced them to you."""
    return f"{facts.introduced_by}, whom you vouch for, introduced you" if facts.introduced_by else None


def wrote_before(facts: InviteFacts) -> Said:
    """The two of you have written to each other."""
    if facts.band not in TWO_WAY:
        return None
    return f"you two have written before: {count(facts.messages, 'message')}"


def shared_employer(facts: InviteFacts) -> Said:
    """They work for a company that you work or worked for."""
    if facts.shared_employer and facts.shared_employer not in facts.shared_history:
        return f"works at {facts.shared_employer}, a place of yours too"
    return None


def nothing_in_common(facts: InviteFacts) -> Said:
    """Nothing on record says that you know each other, or could."""
    if facts.is_known or facts.shared_history or facts.shared_employer or facts.names_vouched:
        return None
    return "nothing on record says you know each other"


def namesake(facts: InviteFacts) -> Said:
    """They have the same name as a connection of yours, and seem to be someone else."""
    if facts.look_alike and facts.look_alike.kind == "namesake":
        return f"has the name of a connection of yours, {facts.look_alike.name}; make sure who this is"
    return None


def lookalike_letters(facts: InviteFacts) -> Said:
    """Their name imitates a connection's with letters that only look the same."""
    if facts.look_alike and facts.look_alike.kind == "lookalike_letters":
        told = f": {facts.look_alike.differs}" if facts.look_alike.differs else ""
        return f"the name imitates {facts.look_alike.name} with look-alike letters{told}"
    return None


def copy_of_connection(facts: InviteFacts) -> Said:
    """They seem to be a second profile of someone you are connected to already."""
    if facts.look_alike and facts.look_alike.kind == "copy_of_connection":
        company = f" at {facts.look_alike.differs}" if facts.look_alike.differs else ""
        return f"already connected to {facts.look_alike.name}{company}, under another link"
    return None


def hidden_characters(facts: InviteFacts) -> Said:
    """There are invisible characters in their name."""
    return "invisible characters in the name" if facts.has_hidden_characters else None


def mixed_alphabets(facts: InviteFacts) -> Said:
    """A word of their name mixes letters of two alphabets."""
    is_told = facts.look_alike and facts.look_alike.kind == "lookalike_letters"
    return "letters of two alphabets in one word of the name" if facts.mixes_alphabets and not is_told else None


def ignored_before(facts: InviteFacts) -> Said:
    """You ignored an earlier invitation of theirs."""
    last, left = _last(facts, "ignore"), _last(facts, "no_reply")
    if last is None and left:
        return f"you left {first_name(facts.name)} without a reply in {left.on.year}{_because(left)}"
    return f"you ignored {first_name(facts.name)} in {last.on.year}{_because(last)}" if last else None


def removed_before(facts: InviteFacts) -> Said:
    """You removed them from your network before."""
    last = _last(facts, "remove")
    return f"you removed {first_name(facts.name)} in {last.on.year}{_because(last)}" if last else None


def disconnected_before(facts: InviteFacts) -> Said:
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
