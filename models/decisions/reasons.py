"""Why: one digit before a verdict gives its reason, in a few words that stay with the decision."""

from __future__ import annotations

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
