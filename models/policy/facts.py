"""What the rules may know about a card: plain values, gathered before anything is judged.

Nothing here comes from a clock or a store. "Ago" is counted back from `export_date`, the newest export's day.
Every field but the name and that day has a default that means "not known", and no rule speaks of the unknown.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..signals import Band

TWO_WAY = frozenset({Band.ACTIVE, Band.FADING, Band.DORMANT})
"""Both wrote at some time."""


class Meeting(NamedTuple):
    """The owner met this person."""

    event: str = ""
    """The conference or occasion; may be empty."""
    on: date | None = None
    impression: str = ""
    """`liked`, `neutral`, `not_again`, or empty when none was noted."""
    keep_in_touch: bool = False
    """The owner noted that they would like to stay in touch."""


class LookAlike(NamedTuple):
    """A connection whose name this person shares or imitates."""

    kind: str
    """`namesake`, `lookalike_letters` or `copy_of_connection`."""
    name: str
    """The connection's name."""
    slug: str | None = None
    """The connection's own profile link."""
    differs: str = ""
    """Where the letters differ, in a few words; for a copy, the company that both name."""


class EarlierDecision(NamedTuple):
    """What the owner decided about this person before, in the same kind of queue."""

    verdict: str
    """As `picky decide` names it."""
    on: date
    why: str = ""
    """The reason that was given, in a few words; may be empty."""


class EarlierRequest(NamedTuple):
    """An introduction this asker wanted before."""

    on: date
    verdict: str = ""
    """As `picky decide` names it; empty when it was never decided."""
    came_of: str = ""
    """The kind of outcome it led to (`job`, `meeting`, …), `nothing`, or empty when that is not known."""


class InviteFacts(NamedTuple):
    """A received invitation and all that is known about who sent it."""

    name: str
    export_date: date
    company: str = ""
    note: str = ""
    """The text of the invitation, as sent; blank when there was none."""
    sent_on: date | None = None
    met: Meeting | None = None
    """The meeting that says most; a liked one before a later one."""
    shared_history: tuple[str, ...] = ()
    """Employers, schools and events of the owner's that their words mention."""
    shared_employer: str = ""
    """Their company, when the owner works or worked there too."""
    introduced_by: str = ""
    """Who introduced the two, when it is someone the owner vouches for."""
    names_vouched: str = ""
    """Someone the owner vouches for whom their words name."""
    nudges: int = 0
    """Unanswered texts about this invitation after it, by any channel."""
    nudge_channel: str = "message"
    """What most of those texts were: `message`, `mail` …"""
    texts: tuple[str, ...] = ()
    """Their other words: what they wrote around the invitation."""
    profile_text: str = ""
    """Profile text the owner pasted onto the card."""
    look_alike: LookAlike | None = None
    has_hidden_characters: bool = False
    """The name holds characters that cannot be seen."""
    mixes_alphabets: bool = False
    """A word of the name has letters of two alphabets that are easily mistaken for one another."""
    band: Band = Band.NEVER
    messages: int = 0
    """One-to-one messages both ways, copies of the note left out."""
    wants_to_meet: str = ""
    """Whom of the owner's connections the invitation already asks to be introduced to."""
    disconnected_on: date | None = None
    """When an export first showed that the two, once connected, no longer were."""
    earlier: tuple[EarlierDecision, ...] = ()
    """What was decided about them before (`ignore`, `remove`, `ask` …), oldest first."""

    @property
    def is_known(self) -> bool:
        """The owner knows them: in person, in writing, or through someone they trust."""
        known = self.band in TWO_WAY or self.band is Band.VOUCHED
        return bool(known or self.met or self.introduced_by)


class Standing(NamedTuple):
    """One side of a request for an introduction: who this person is to the owner."""

    name: str
    band: Band = Band.NEVER
    strength: float = 0.0
    messages: int = 0
    """One-to-one messages both ways."""
    sent: int = 0
    """Those of them that the owner wrote."""
    received: int = 0
    last_contact: date | None = None
    connected_on: date | None = None
    """None when they are not connected."""
    title: str = ""
    company: str = ""
    met: Meeting | None = None
    knows_well: bool = False
    """The owner's mark: I know them well."""
    knows_work: bool = False
    """The owner's mark: I know their work."""
    would_vouch: bool = False
    """The owner's mark: I would vouch for them."""
    is_protected: bool = False
    """The owner's mark: protect them from requests."""
    recommended_you: bool = False
    you_recommended: bool = False

    @property
    def is_vouched(self) -> bool:
        """The owner would vouch for them, by a mark or by what happened."""
        return self.would_vouch or self.band is Band.VOUCHED

    @property
    def stands_for_work(self) -> bool:
        """The owner knows what their work is worth."""
        return self.knows_work or self.is_vouched


class IntroFacts(NamedTuple):
    """Someone asks to be introduced to someone."""

    asker: Standing
    export_date: date
    target: Standing | None = None
    """None when it is not clear whom they mean."""
    candidates: tuple[str, ...] = ()
    """The names they may mean, when there are several."""
    target_text: str = ""
    """The words that name the target."""
    purpose: str = "other"
    """`job`, `hiring`, `pitch`, `sales`, `advice`, `partnership`, `press` or `other`."""
    text: str = ""
    """The request in their words."""
    says_why: bool = False
    """It says what for, and why this person."""
    forwardable: bool = False
    """It can be passed on as it is."""
    asks_of_target_12m: int = 0
    """What the owner asked of this target in the 12 months before the export."""
    last_ask_of_target: date | None = None
    target_last_answer: str = ""
    """How the target took the owner's last ask: `yes`, `no`, `silent`, or empty."""
    target_said_yes: int = 0
    """How often the target said yes to the owner's asks."""
    earlier: tuple[EarlierRequest, ...] = ()
    """What this asker wanted before, oldest first."""
    nudges: int = 0
    """Further texts about this same request."""
    state: str = "asked"
    """Where the introduction stands by now."""
    asked_target_on: date | None = None
    """When the target was asked about this request."""
    target_wrote_on: date | None = None
    """When the target wrote last since."""
    target_words: str = ""
    """What the target wrote then."""


class StaleFacts(NamedTuple):
    """A connection gone quiet, and what would be lost without it."""

    name: str
    export_date: date
    band: Band = Band.NEVER
    company: str = ""
    connected_on: date | None = None
    sent: int = 0
    """One-to-one messages the owner wrote."""
    received: int = 0
    """One-to-one messages they wrote."""
    last_sent: date | None = None
    last_received: date | None = None
    strength: float = 0.0
    has_decayed: bool = False
    """The two wrote in a rhythm, and the silence is far longer than it."""
    meetings: tuple[Meeting, ...] = ()
    """Where they met, oldest first."""
    event_people: int = 0
    """How many people the owner knows from the last of those events."""
    event_outcomes: int | None = None
    """How many of them ever led to anything; None where nobody kept count."""
    shared_employer: str = ""
    shared_school: str = ""
    recommended_you: bool = False
    you_recommended: bool = False
    outcomes: tuple[str, ...] = ()
    """What came of knowing them, by kind: `job`, `meeting` …"""
    only_contact_at: str = ""
    """The company where they are the owner's only contact."""
    only_contact_from: str = ""
    """The event from which they are the owner's only contact."""
    has_note: bool = False
    """The owner keeps a private note about them."""
    is_pinned: bool = False
    knows_well: bool = False
    """The owner's mark: I know them well."""
    knows_work: bool = False
    """The owner's mark: I know their work."""
    is_protected: bool = False
    """The owner's mark: protect them from requests."""
    is_silent: bool = False
    """The owner wrote, wanted an answer and got none: there is no second go."""
    earlier: tuple[EarlierDecision, ...] = ()
    """What was decided about them before (`keep`, `reconnect`, `remove` …), oldest first."""

    @property
    def last_contact(self) -> date | None:
        """The last day either of them wrote."""
        return max(filter(None, (self.last_sent, self.last_received)), default=None)

    @property
    def reconnected_in_vain(self) -> bool:
        """The owner decided to reconnect, wrote, and the export holds no answer. Silence is an answer."""
        tries = [decision.on for decision in self.earlier if decision.verdict == "reconnect"]
        if not tries or not self.last_sent or self.last_sent < tries[-1]:
            return False
        return self.last_received is None or self.last_received < tries[-1]


class SentFacts(NamedTuple):
    """An invitation the owner sent, and nobody answered."""

    name: str
    export_date: date
    sent_on: date
    company: str = ""
    note: str = ""
    """What the owner wrote with it; blank when nothing."""
    is_certain: bool = True
    """Whether it is known that it still waits; without links a namesake may have accepted it."""
    band: Band = Band.NEVER
    met: Meeting | None = None
    """The last time the two met."""
    messages_since: int = 0
    """What the owner wrote besides, since it was sent."""
    wrote_since: date | None = None
    """The last day they wrote since it was sent: they did not accept, and are not silent."""
    invited_before: int = 0
    """Earlier invitations of the owner's to them that were not accepted."""
    disconnected_on: date | None = None
    """When an export first showed that the two, once connected, no longer were."""
    earlier: tuple[EarlierDecision, ...] = ()
    """What was decided about them before, oldest first."""

    @property
    def days_silent(self) -> int:
        """How long it has waited, on the day of the export."""
        return max(0, (self.export_date - self.sent_on).days)


class ReplyFacts(NamedTuple):
    """Someone wrote last, and asked something."""

    name: str
    export_date: date
    asked_on: date
    text: str = ""
    """Their last message."""
    company: str = ""
    title: str = ""
    texts: int = 1
    """How many messages of theirs wait in a row."""
    first_asked_on: date | None = None
    """When the first of these came."""
    your_last: str = ""
    """What the owner wrote last before that."""
    your_last_on: date | None = None
    band: Band = Band.NEVER
    messages: int = 0
    """One-to-one messages both ways."""
    is_connected: bool = False
    met: Meeting | None = None
    knows_well: bool = False
    """The owner's mark: I know them well."""
    knows_work: bool = False
    """The owner's mark: I know their work."""
    is_answered: bool = False
    """The owner wrote to them since, and they have not written again: a second answer would be a nudge."""
    earlier: tuple[EarlierDecision, ...] = ()
    """What was decided about them before, oldest first."""
