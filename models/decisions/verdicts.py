"""Why: one digit before a verdict gives its reason, in a few words that stay with the decision."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..errors import RefusedError
from ..journal.record import Operating
from ..outbox.draft_facts import DraftFact, Facts, signed
from ..outbox.draft_facts import kept as facts_kept
from ..outbox.errand_kinds import MANUALS, SLOTS, Kind
from ..outbox.threads import Manner, manner_with
from ..outcome_kinds import Verdict
from ..store import Errand
from ..verbs import Verb

if TYPE_CHECKING:
    from .decide import Subject


ERRANDS: dict[tuple[str, Verb], Kind] = {
    ("invites", Verb.ACCEPT): Kind.ACCEPT,
    ("invites", Verb.IGNORE): Kind.IGNORE,
    ("invites", Verb.ASK): Kind.ASK_WHERE,
    ("intros", Verb.INTRODUCE): Kind.ASK_TARGET,
    ("intros", Verb.INTRODUCE_UNASKED): Kind.INTRODUCE_UNASKED,
    ("intros", Verb.TARGET_YES): Kind.INTRODUCE,
    ("intros", Verb.TARGET_NO): Kind.NO_FROM_TARGET,
    ("intros", Verb.DECLINE): Kind.DECLINE,
    ("intros", Verb.MENTION): Kind.MENTION,
    ("intros", Verb.BLURB): Kind.ASK_BLURB,
    ("stale", Verb.REMOVE): Kind.REMOVE,
    ("stale", Verb.RECONNECT): Kind.RECONNECT,
    ("sent", Verb.WITHDRAW): Kind.WITHDRAW,
    ("replies", Verb.REPLY): Kind.REPLY,
}
"""The errand of each verdict that needs one; the others leave nothing to do on LinkedIn."""


def errand_of(op: Operating, subject: Subject, verb: Verdict, now: datetime) -> int | None:
    """Write down what this verdict leaves to do, and return its number; `None` when nothing is left."""
    kind = ERRANDS.get((subject.queue, verb)) if isinstance(verb, Verb) else None
    if kind is None:
        return None
    person = subject.person
    if kind in (Kind.ASK_TARGET, Kind.INTRODUCE, Kind.INTRODUCE_UNASKED):
        if subject.target is None:
            raise RefusedError(
                "It is not clear whom they mean, so nobody can be asked.",
                "Ask for a blurb, or decline kindly.",
            )
        person = subject.target
    facts, words = subject.facts, subject.facts.get("words")
    if words and (text := facts.get("text")) and "words" in SLOTS.get(kind, ()):
        from ..requests.forwardable_note import forwardable_note  # warmed up while the card is looked at

        facts = {**facts, "words": DraftFact(forwardable_note(text.value, words.value), words.source)}
    said = words.value if words and person == subject.person else ""
    return leave(op, kind, (subject.queue, subject.id), person, facts, now, words=said)


def leave(
    op: Operating, kind: Kind, card: tuple[str, int], person: int, facts: Facts, now: datetime, *, words: str = ""
) -> int:
    """Write down an errand of this kind for a card, about this person, and return its number.

    Of the facts only those are kept that its draft may say. The draft is in the language of the person, told from
    their messages or, without any, from `words` of theirs; and formal when that is how they write.
    """
    kept, manner = {}, Manner()
    if kind in SLOTS:
        kept, manner = facts_kept(kind, signed(facts)), manner_with(person, words)
    return op.insert(
        Errand, kind=kind.value, queue=card[0], subject=card[1], person=person, at=now,
        state="staged" if MANUALS[kind].is_staged else "open", facts=kept,
        language=manner.language, voice=manner.voice,
    )  # fmt: skip


REASONS: dict[str, tuple[str, ...]] = {
    "invites": (
        "we met", "a colleague", "a friend", "same field", "I do not know them", "wants to sell", "too pushy",
        "looks fake", "other",
    ),
    "intros": (
        "I know their work", "a good cause", "I owe them", "I barely know them", "a pitch", "the target is protected",
        "asked too often", "too vague", "other",
    ),
    "stale": (
        "I like them", "I may need them", "same field", "never wrote", "I do not remember them", "another field now",
        "unpleasant", "never answered", "other",
    ),
    "duplicates": (
        "I know them", "same face", "same handwriting", "a namesake", "another company", "a relative", "shared mailbox",
        "looks fake", "other",
    ),
    "sent": (
        "they never answered", "sent by mistake", "no longer of interest", "we met since", "they may be slow",
        "I wrote elsewhere", "too far away", "better introduced", "other",
    ),
    "replies": (
        "I like them", "I owe them", "a quick answer", "answered elsewhere", "too late by now", "I barely know them",
        "wants to sell", "too pushy", "other",
    ),
    "outcomes": (
        "no answer", "they did not get on", "bad timing", "the wrong person", "I did not follow up", "still going on",
        "it was somebody else", "too long ago", "other",
    ),
}  # fmt: skip
"""By queue, for the digits 1 to 9."""


def reason(queue: str, digit: int) -> str:
    """The reason a digit stands for."""
    return REASONS[queue][digit - 1]
