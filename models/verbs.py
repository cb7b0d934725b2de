"""Every decision there is, with the word on the card and its past tense."""

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

    @property
    def label(self) -> str:
        """What the key will do, as written where the arrow points."""
        return _WORDS[self][0]

    @property
    def past(self) -> str:
        """What was done, to be followed by a name."""
        return _WORDS[self][1]


_WORDS: dict[Verb, tuple[str, str]] = {
    Verb.ACCEPT: ("accept", "accepted"),
    Verb.IGNORE: ("ignore", "ignored"),
    Verb.ASK: ("ask where you met", "asked where you met"),
    Verb.INTRODUCE: ("ask {target} first", "decided to introduce"),
    Verb.INTRODUCE_UNASKED: ("introduce without asking", "decided to introduce without asking first:"),
    Verb.TARGET_YES: ("they said yes", "heard a yes for"),
    Verb.TARGET_NO: ("they said no", "heard a no for"),
    Verb.DECLINE: ("decline kindly", "kindly declined"),
    Verb.MENTION: ("mention my name", "let my name be mentioned by"),
    Verb.BLURB: ("ask for a blurb", "asked for a blurb from"),
    Verb.NO_REPLY: ("no reply", "left without a reply"),
    Verb.NOT_A_REQUEST: ("not a request", "not a request, from"),
    Verb.KEEP: ("keep", "kept"),
    Verb.REMOVE: ("remove", "decided to remove"),
    Verb.RECONNECT: ("reconnect", "decided to reconnect with"),
    Verb.SAME: ("same person", "one person:"),
    Verb.DIFFERENT: ("different people", "different people:"),
    Verb.WITHDRAW: ("withdraw quietly", "decided to withdraw the invitation to"),
    Verb.LEAVE: ("leave it", "left as it is: the invitation to"),
    Verb.REPLY: ("reply", "decided to reply to"),
    Verb.LET_GO: ("let it go", "let it go:"),
    Verb.CAME: ("what came of it …", "something came of"),
    Verb.NOTHING: ("nothing", "nothing came of it:"),
    Verb.LATER: ("later", "put off"),
    Verb.PIN: ("never ask again", "pinned"),
}
