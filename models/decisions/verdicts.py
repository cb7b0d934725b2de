"""The verdicts of every queue, on one page: their words, what each leaves to do, and the reasons for it.

Screens and commands say nothing of their own about a verdict: what a card, a list, the history and a recommendation
call it stands here. So does what a verdict does by itself; which key gives it is the keyboard's business.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from ..outbox.errand_kinds import ErrandKind
from ..outcome_kinds import outcome_words
from ..verbs import Verb


class CardState(StrEnum):
    """Where a card stands, as the store keeps it."""

    OPEN = "open"
    LATER = "later"
    """Put off: it comes back on its day."""
    KEPT = "kept"
    """Decided for a year or more: it comes back on its day."""
    WAITING = "waiting"
    """Closed until the other side has written."""
    DECIDED = "decided"
    PINNED = "pinned"
    """Never to be asked about again."""


@dataclass(frozen=True, slots=True)
class VerdictSpec:
    """One verdict of one queue."""

    verb: Verb
    label: str
    """What it is called. In `{target}` goes a name for the person that someone wants to meet."""
    past: str
    """What was done; a name follows."""
    would: str
    """What picky would do, after “I would”."""
    question: str
    """What is asked before it is given to many; how many people goes into `{}`."""
    errand: ErrandKind | None = None
    """What it leaves to do by hand on LinkedIn."""
    leaves: CardState = CardState.DECIDED
    """Where the card stands afterwards."""
    implies_done: ErrandKind | None = None
    """An errand that must have been done before: the verdict marks it as done if nothing else did."""
    moves: tuple[str, ...] = ()
    """Queues in which cards of the same person come or go with it."""
    on_card: str = ""
    """What it is called on the card, where that is not its label. Into `{}` goes the first name of the person that
    someone wants to meet, or the day on which the card would come back."""
    on_unclear_card: str = ""
    """The same while it is not clear who they want to meet."""


@dataclass(frozen=True, slots=True)
class QueueVerdicts:
    """What the cards of one queue take."""

    offered: tuple[VerdictSpec, ...]
    """Yes, no, later, then the others."""
    reasons: tuple[str, ...]
    """For the digits 1 to 9."""
    answers: tuple[VerdictSpec, ...] = ()
    """Verdicts that a card takes only once something has happened since it was decided."""

    @property
    def verbs(self) -> tuple[Verb, ...]:
        """Yes, no, later, then the others."""
        return tuple(spec.verb for spec in self.offered)

    def __iter__(self) -> Iterator[VerdictSpec]:
        return iter((*self.offered, *self.answers))


_LATER = VerdictSpec(
    Verb.LATER, "later", "put off", "put it off", "put off {}", leaves=CardState.LATER, on_card="later: {}"
)
_PIN = VerdictSpec(
    Verb.PIN, "never ask again", "pinned", "never ask again", "never ask again about {}", leaves=CardState.PINNED
)
_NO_REPLY = VerdictSpec(
    Verb.NO_REPLY, "no reply", "left without a reply", "leave it without a reply", "leave {} without a reply"
)

VERDICTS: Mapping[str, QueueVerdicts] = {
    "invites": QueueVerdicts(
        (
            VerdictSpec(Verb.ACCEPT, "accept", "accepted", "accept", "accept {}", ErrandKind.ACCEPT),
            VerdictSpec(Verb.IGNORE, "ignore", "ignored", "ignore", "ignore {}", ErrandKind.IGNORE),
            _LATER,
            VerdictSpec(
                Verb.ASK,
                "ask where you met",
                "asked where you met",
                "ask where you met",
                "ask {} where you met",
                ErrandKind.ASK_WHERE,
                leaves=CardState.WAITING,
                moves=("invites", "replies"),
            ),
            _NO_REPLY,
            _PIN,
        ),
        (
            *("we met", "a colleague", "a friend", "same field", "I do not know them", "wants to sell", "too pushy"),
            *("looks fake", "other"),
        ),
    ),
    "intros": QueueVerdicts(
        (
            VerdictSpec(
                Verb.INTRODUCE,
                "ask {target} first",
                "decided to introduce",
                "introduce",
                "ask the targets of {} first",
                ErrandKind.ASK_TARGET,
                leaves=CardState.WAITING,
                moves=("intros", "replies"),
                on_card="ask {} first",
                on_unclear_card="not clear whom",
            ),
            VerdictSpec(
                Verb.DECLINE,
                "decline kindly",
                "kindly declined",
                "decline kindly",
                "decline kindly to {}",
                ErrandKind.DECLINE,
            ),
            _LATER,
            VerdictSpec(
                Verb.MENTION,
                "mention my name",
                "let my name be mentioned by",
                "let them mention your name",
                "let {} mention your name",
                ErrandKind.MENTION,
            ),
            VerdictSpec(
                Verb.BLURB,
                "ask for a blurb",
                "asked for a blurb from",
                "ask for a blurb",
                "ask {} for a blurb",
                ErrandKind.ASK_BLURB,
                leaves=CardState.WAITING,
                moves=("intros", "replies"),
            ),
            _NO_REPLY,
            VerdictSpec(
                Verb.NOT_A_REQUEST,
                "not a request",
                "not a request, from",
                "say that it is no request",
                "not a request, from {}",
                moves=("intros", "replies"),  # what was no request may be a message that wants a reply
            ),
            VerdictSpec(
                Verb.INTRODUCE_UNASKED,
                "introduce without asking",
                "decided to introduce without asking first:",
                "introduce them without asking",
                "introduce {} without asking first",
                ErrandKind.INTRODUCE_UNASKED,
            ),
            _PIN,
        ),
        (
            *("I know their work", "a good cause", "I owe them", "I barely know them", "a pitch"),
            *("the target is protected", "asked too often", "too vague", "other"),
        ),
        answers=(
            VerdictSpec(
                Verb.TARGET_YES,
                "they said yes",
                "heard a yes for",
                "note their yes",
                "a yes was heard for {}",
                ErrandKind.INTRODUCE,
                implies_done=ErrandKind.ASK_TARGET,
                on_card="{} said yes",
            ),
            VerdictSpec(
                Verb.TARGET_NO,
                "they said no",
                "heard a no for",
                "note their no",
                "a no was heard for {}",
                ErrandKind.NO_FROM_TARGET,
                implies_done=ErrandKind.ASK_TARGET,
                on_card="{} said no",
            ),
        ),
    ),
    "stale": QueueVerdicts(
        (
            VerdictSpec(Verb.KEEP, "keep", "kept", "keep", "keep {}", leaves=CardState.KEPT),
            VerdictSpec(
                Verb.REMOVE,
                "remove",
                "decided to remove",
                "remove",
                "remove {} (staged)",
                ErrandKind.REMOVE,
                on_card="remove (staged)",
            ),
            _LATER,
            VerdictSpec(
                Verb.RECONNECT,
                "reconnect",
                "decided to reconnect with",
                "reconnect first",
                "reconnect with {}",
                ErrandKind.RECONNECT,
                leaves=CardState.WAITING,  # it comes back once they have written: then they are no longer silent
            ),
            _PIN,
        ),
        (
            *("I like them", "I may need them", "same field", "never wrote", "I do not remember them"),
            *("another field now", "unpleasant", "never answered", "other"),
        ),
    ),
    "duplicates": QueueVerdicts(
        (
            VerdictSpec(
                Verb.SAME,
                "same person",
                "one person:",
                "call them one person",
                "{} and their doubles: one person each",
            ),
            VerdictSpec(
                Verb.DIFFERENT,
                "different people",
                "different people:",
                "call them different people",
                "{}: different people",
            ),
            _LATER,
        ),
        (
            *("I know them", "same face", "same handwriting", "a namesake", "another company", "a relative"),
            *("shared mailbox", "looks fake", "other"),
        ),
    ),
    "sent": QueueVerdicts(
        (
            VerdictSpec(
                Verb.WITHDRAW,
                "withdraw quietly",
                "decided to withdraw the invitation to",
                "withdraw it quietly",
                "withdraw the invitations to {}",
                ErrandKind.WITHDRAW,
            ),
            VerdictSpec(
                Verb.LEAVE,
                "leave it",
                "left as it is: the invitation to",
                "leave it",
                "leave the invitations to {} as they are",
            ),
            _LATER,
            _PIN,
        ),
        (
            *("they never answered", "sent by mistake", "no longer of interest", "we met since", "they may be slow"),
            *("I wrote elsewhere", "too far away", "better introduced", "other"),
        ),
    ),
    "replies": QueueVerdicts(
        (
            VerdictSpec(Verb.REPLY, "reply", "decided to reply to", "reply", "reply to {}", ErrandKind.REPLY),
            VerdictSpec(Verb.LET_GO, "let it go", "let it go:", "let it go", "let it go with {}"),
            _LATER,
            _PIN,
        ),
        (
            *("I like them", "I owe them", "a quick answer", "answered elsewhere", "too late by now"),
            *("I barely know them", "wants to sell", "too pushy", "other"),
        ),
    ),
    "outcomes": QueueVerdicts(
        (
            VerdictSpec(
                Verb.CAME,
                "what came of it …",
                "something came of",
                "say what came of it",
                "something came of {}",
            ),
            VerdictSpec(
                Verb.NOTHING,
                "nothing",
                "nothing came of it:",
                "say that nothing came of it",
                "nothing came of it: {}",
            ),
            replace(_LATER, on_card="too early: {}"),
            _PIN,
        ),
        (
            *("no answer", "they did not get on", "bad timing", "the wrong person", "I did not follow up"),
            *("still going on", "it was somebody else", "too long ago", "other"),
        ),
    ),
}
"""By queue, in the order home shows them."""

_SPECS: Mapping[tuple[str, str], VerdictSpec] = {
    (queue, spec.verb): spec for queue, verdicts in VERDICTS.items() for spec in verdicts
}


def spec_of(queue: str, verdict: str) -> VerdictSpec:
    """Return the line of the table for a verdict, also one read from the store; raises `KeyError` for none of them.

    A kind of outcome has the line of “what came of it”, and its own words for what was done.
    """
    spec = _SPECS.get((queue, verdict))
    if spec is None:
        return replace(_SPECS[queue, Verb.CAME], past=f"noted {outcome_words(verdict)}, thanks to")
    return spec


def errands_of(queue: str) -> dict[Verb, ErrandKind]:
    """Return the verdicts of a queue that leave something to do by hand, each with what."""
    return {spec.verb: spec.errand for spec in VERDICTS[queue] if spec.errand}


def verdict_name(verdict: str) -> str:
    """Return a verdict, as the store or a summary names it, for people to read: `not_a_request` is “not a request”."""
    return verdict.replace("_", " ")
