"""What is said about one verdict on many cards: what may be chosen, the question before, who was left out after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import LiteralString, NamedTuple

from rich.cells import cell_len

from models.decisions.bulk import Many
from models.verbs import Verb

from ..keys import REVIEW, verdict_of
from ..lines import BLANK, Line, Span, line
from ..text import Shown, number, say, shown

_LONG: dict[str, LiteralString] = {"1w": "a week", "1m": "a month", "3m": "three months", "1y": "a year"}
QUESTIONS: dict[Verb, LiteralString] = {
    Verb.ACCEPT: "accept {}",
    Verb.IGNORE: "ignore {}",
    Verb.ASK: "ask {} where you met",
    Verb.INTRODUCE: "ask the targets of {} first",
    Verb.INTRODUCE_UNASKED: "introduce {} without asking first",
    Verb.TARGET_YES: "a yes was heard for {}",
    Verb.TARGET_NO: "a no was heard for {}",
    Verb.DECLINE: "decline kindly to {}",
    Verb.MENTION: "let {} mention your name",
    Verb.BLURB: "ask {} for a blurb",
    Verb.NO_REPLY: "leave {} without a reply",
    Verb.NOT_A_REQUEST: "not a request, from {}",
    Verb.KEEP: "keep {}",
    Verb.REMOVE: "remove {} (staged)",
    Verb.RECONNECT: "reconnect with {}",
    Verb.SAME: "{} and their doubles: one person each",
    Verb.DIFFERENT: "{}: different people",
    Verb.WITHDRAW: "withdraw the invitations to {}",
    Verb.LEAVE: "leave the invitations to {} as they are",
    Verb.REPLY: "reply to {}",
    Verb.LET_GO: "let it go with {}",
    Verb.CAME: "something came of {}",
    Verb.NOTHING: "nothing came of it: {}",
    Verb.LATER: "put off {}",
    Verb.PIN: "never ask again about {}",
}
"""Every verdict as a question about so many people."""


class Chosen(NamedTuple):
    """A verdict that waits for its Enter."""

    verb: Verb
    reason: str = ""
    length: str = ""


def question(chosen: Chosen, many: Shown) -> Shown:
    """What Enter would do."""
    what = say(QUESTIONS[chosen.verb], many)
    length = say(" for about {}", shown(_LONG[chosen.length])) if chosen.length else Shown("")
    because = say(", because “{}”", shown(chosen.reason)) if chosen.reason else Shown("")
    return say("  {}{}{}?", what, length, because)


def offered(told: Shown, verbs: Sequence[Verb], cells: int) -> list[Line]:
    """The keys that give a verdict here, each with its word, on two lines or as many as it takes."""
    lines = [say("  {}", told)]
    for key in REVIEW:
        verb = verdict_of(key, verbs)
        if verb:
            more = say("  {} {}", shown(key.face_or_key), _label(verb) if verb in verbs[:3] else shown(key.label))
            if cell_len(lines[-1]) + cell_len(more) <= cells:
                lines[-1] = say("{}{}", lines[-1], more)
            else:
                lines.append(more)
    return [*(line(Span(each, "look")) for each in lines), BLANK][: max(len(lines), 2)]


def left_out(done: Many) -> list[Shown]:
    """Who did not get the verdict, and why."""
    return [say("{} left out: {}", number(many), shown(why)) for why, many in done.refused.items()]


def _label(verb: Verb) -> Shown:
    return Shown("ask the target first") if verb is Verb.INTRODUCE else shown(verb.label)
