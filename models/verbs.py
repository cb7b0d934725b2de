"""Every decision there is."""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """A verdict as `picky decide` and JSON name it."""

    ACCEPT = "accept"
    IGNORE = "ignore"
    ASK = "ask"
    INTRODUCE = "introduce"
    INTRODUCE_UNASKED = "introduce_unasked"
    TARGET_YES = "target_yes"
    TARGET_NO = "target_no"
    DECLINE = "decline"
    MENTION = "mention"
    BLURB = "blurb"
    NO_REPLY = "no_reply"
    NOT_A_REQUEST = "not_a_request"
    KEEP = "keep"
    REMOVE = "remove"
    RECONNECT = "reconnect"
    SAME = "same"
    DIFFERENT = "different"
    WITHDRAW = "withdraw"
    LEAVE = "leave"
    REPLY = "reply"
    LET_GO = "let_go"
    CAME = "came"
    NOTHING = "nothing"
    LATER = "later"
    PIN = "pin"
