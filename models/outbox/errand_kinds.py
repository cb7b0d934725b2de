"""Every kind of errand: what it is called, the steps by hand, and whether it must be confirmed first."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """An errand as JSON names it."""

    ACCEPT = "accept_invitation"
    IGNORE = "ignore_invitation"
    ASK_WHERE = "ask_where_we_met"
    ASK_TARGET = "ask_target"
    INTRODUCE = "introduce"
    INTRODUCE_UNASKED = "introduce_unasked"
    NO_FROM_TARGET = "no_from_target"
    DECLINE = "decline_intro"
    MENTION = "mention_my_name"
    ASK_BLURB = "ask_for_blurb"
    REMOVE = "remove_connection"
    RECONNECT = "reconnect"
    REPLY = "reply"
    WITHDRAW = "withdraw_invitation"


class Manual(NamedTuple):
    """What the person does on LinkedIn, step by step."""

    title: str
    steps: tuple[str, ...]
    is_staged: bool = False
    """Destructive: waits until it is confirmed with `$`."""


_WRITE_BOTH = (
    "Open the profile.",
    "Choose Message, and add the other one to the conversation.",
    "Paste the draft, read it once more, and send it yourself.",
)
_WRITE = ("Open the profile.", "Choose Message.", "Paste the draft, read it once more, and send it yourself.")

MANUALS: dict[Kind, Manual] = {
    Kind.ACCEPT: Manual("Accept on LinkedIn", ("Open the profile.", "Choose Accept.")),
    Kind.IGNORE: Manual(
        "Ignore on LinkedIn", ("Open My network, then Invitations.", "Find the name and choose Ignore.")
    ),
    Kind.ASK_WHERE: Manual(
        "Ask where you met",
        (
            "Open My network, then Invitations.",
            "Choose Reply to the invitation.",
            "Paste the draft, read it once more, and send it yourself.",
        ),
    ),
    Kind.ASK_TARGET: Manual("Ask first, before you introduce", _WRITE),
    Kind.INTRODUCE: Manual("Introduce the two", _WRITE_BOTH),
    Kind.INTRODUCE_UNASKED: Manual("Introduce the two, unasked", _WRITE_BOTH),
    Kind.NO_FROM_TARGET: Manual("Pass on a kind no", _WRITE),
    Kind.DECLINE: Manual("Decline kindly", _WRITE),
    Kind.MENTION: Manual("Let them mention your name", _WRITE),
    Kind.ASK_BLURB: Manual("Ask for a few lines to forward", _WRITE),
    Kind.REMOVE: Manual(
        "Remove the connection",
        ("Open the profile.", "Choose More, then Remove connection.", "Confirm. LinkedIn does not tell them."),
        is_staged=True,
    ),
    Kind.RECONNECT: Manual("Write again", _WRITE),
    Kind.REPLY: Manual("Write the reply you owe", _WRITE),
    # Not staged: nobody but you ever sees that it was withdrawn.
    Kind.WITHDRAW: Manual(
        "Withdraw the invitation",
        (
            "Open My network, then Manage.",
            "Choose Sent.",
            "Find the name and choose Withdraw. LinkedIn does not tell them.",
        ),
    ),
}

SLOTS: dict[Kind, tuple[str, ...]] = {
    Kind.ASK_WHERE: ("first_name", "name", "my_name"),
    Kind.ASK_TARGET: ("target_first_name", "target", "asker", "words", "my_name"),
    Kind.INTRODUCE: ("first_name", "asker", "target_first_name", "target", "words", "my_name"),
    Kind.INTRODUCE_UNASKED: ("first_name", "asker", "target_first_name", "target", "words", "my_name"),
    Kind.NO_FROM_TARGET: ("first_name", "name", "target", "my_name"),
    Kind.DECLINE: ("first_name", "name", "my_name"),
    Kind.MENTION: ("first_name", "name", "target", "my_name"),
    Kind.ASK_BLURB: ("first_name", "name", "target", "my_name"),
    Kind.RECONNECT: ("first_name", "name", "last_contact", "my_name"),
    Kind.REPLY: ("first_name", "name", "words", "your_answer", "my_name"),
}
"""What the draft of each kind that writes one may say. Nothing else is kept with the errand, so nothing else can leak."""

INTRODUCTIONS = (Kind.INTRODUCE, Kind.INTRODUCE_UNASKED)
"""Errands that put two people in touch."""

WRITTEN_LIKE = {Kind.INTRODUCE_UNASKED: Kind.INTRODUCE}
"""Kinds whose draft reads like another's: who is introduced need not read who was asked."""

TEMPLATES = tuple(kind for kind in SLOTS if kind not in WRITTEN_LIKE)
"""Kinds that have a template of their own."""
