"""Every kind of errand: what it is called, the steps by hand, and whether it must be confirmed first."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class ErrandKind(StrEnum):
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


class ErrandManual(NamedTuple):
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

MANUALS: dict[ErrandKind, ErrandManual] = {
    ErrandKind.ACCEPT: ErrandManual("Accept on LinkedIn", ("Open the profile.", "Choose Accept.")),
    ErrandKind.IGNORE: ErrandManual(
        "Ignore on LinkedIn", ("Open My network, then Invitations.", "Find the name and choose Ignore.")
    ),
    ErrandKind.ASK_WHERE: ErrandManual(
        "Ask where you met",
        (
            "Open My network, then Invitations.",
            "Choose Reply to the invitation.",
            "Paste the draft, read it once more, and send it yourself.",
        ),
    ),
    ErrandKind.ASK_TARGET: ErrandManual("Ask first, before you introduce", _WRITE),
    ErrandKind.INTRODUCE: ErrandManual("Introduce the two", _WRITE_BOTH),
    ErrandKind.INTRODUCE_UNASKED: ErrandManual("Introduce the two, unasked", _WRITE_BOTH),
    ErrandKind.NO_FROM_TARGET: ErrandManual("Pass on a kind no", _WRITE),
    ErrandKind.DECLINE: ErrandManual("Decline kindly", _WRITE),
    ErrandKind.MENTION: ErrandManual("Let them mention your name", _WRITE),
    ErrandKind.ASK_BLURB: ErrandManual("Ask for a few lines to forward", _WRITE),
    ErrandKind.REMOVE: ErrandManual(
        "Remove the connection",
        ("Open the profile.", "Choose More, then Remove connection.", "Confirm. LinkedIn does not tell them."),
        is_staged=True,
    ),
    ErrandKind.RECONNECT: ErrandManual("Write again", _WRITE),
    ErrandKind.REPLY: ErrandManual("Write the reply you owe", _WRITE),
    # Not staged: nobody but you ever sees that it was withdrawn.
    ErrandKind.WITHDRAW: ErrandManual(
        "Withdraw the invitation",
        (
            "Open My network, then Manage.",
            "Choose Sent.",
            "Find the name and choose Withdraw. LinkedIn does not tell them.",
        ),
    ),
}

SLOTS: dict[ErrandKind, tuple[str, ...]] = {
    ErrandKind.ASK_WHERE: ("first_name", "name", "my_name"),
    ErrandKind.ASK_TARGET: ("target_first_name", "target", "asker", "words", "my_name"),
    ErrandKind.INTRODUCE: ("first_name", "asker", "target_first_name", "target", "words", "my_name"),
    ErrandKind.INTRODUCE_UNASKED: ("first_name", "asker", "target_first_name", "target", "words", "my_name"),
    ErrandKind.NO_FROM_TARGET: ("first_name", "name", "target", "my_name"),
    ErrandKind.DECLINE: ("first_name", "name", "my_name"),
    ErrandKind.MENTION: ("first_name", "name", "target", "my_name"),
    ErrandKind.ASK_BLURB: ("first_name", "name", "target", "my_name"),
    ErrandKind.RECONNECT: ("first_name", "name", "last_contact", "my_name"),
    ErrandKind.REPLY: ("first_name", "name", "words", "your_answer", "my_name"),
}
"""What the draft of each kind that writes one may say. Nothing else is kept with the errand, so nothing else can leak."""

INTRODUCTIONS = (ErrandKind.INTRODUCE, ErrandKind.INTRODUCE_UNASKED)
"""Errands that put two people in touch."""

WRITTEN_LIKE = {ErrandKind.INTRODUCE_UNASKED: ErrandKind.INTRODUCE}
"""Kinds whose draft reads like another's: who is introduced need not read who was asked."""

TEMPLATES = tuple(kind for kind in SLOTS if kind not in WRITTEN_LIKE)
"""Kinds that have a template of their own."""
