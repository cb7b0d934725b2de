"""What is said about one verdict on many cards: what may be chosen, the question before, who was left out after."""

from __future__ import annotations

from typing import LiteralString, NamedTuple

from rich.cells import cell_len

from models.decisions.bulk import Many
from models.decisions.verdicts import QueueVerdicts, spec_of
from models.verbs import Verb

from ..key_table import verdict_of
from ..keys import REVIEW
from ..lines import BLANK, Line, Span, line
from ..text import Shown, number, say, shown

_LONG: dict[str, LiteralString] = {"1w": "a week", "1m": "a month", "3m": "three months", "1y": "a year"}


class Chosen(NamedTuple):
    """A verdict that waits for its Enter."""

    queue: str
    verb: Verb
    reason: str = ""
    length: str = ""


def question(chosen: Chosen, many: Shown) -> Shown:
    """Return what Enter would do."""
    what = shown(spec_of(chosen.queue, chosen.verb).question.format(many))
    length = say(" for about {}", shown(_LONG[chosen.length])) if chosen.length else Shown("")
    because = say(", because “{}”", shown(chosen.reason)) if chosen.reason else Shown("")
    return say("  {}{}{}?", what, length, because)


def offered(told: Shown, verdicts: QueueVerdicts, cells: int) -> list[Line]:
    """Return the keys that give a verdict here, each with its word, on two lines or as many as it takes."""
    lines = [say("  {}", told)]
    labels = {spec.verb: spec.label.format(target="the target") for spec in verdicts.offered[:3]}
    for key in REVIEW:
        verb = verdict_of(key, verdicts.verbs)
        if verb:
            more = say("  {} {}", shown(key.face_or_key), shown(labels.get(verb, key.label)))
            if cell_len(lines[-1]) + cell_len(more) <= cells:
                lines[-1] = say("{}{}", lines[-1], more)
            else:
                lines.append(more)
    return [*(line(Span(each, "look")) for each in lines), BLANK][: max(len(lines), 2)]


def left_out(done: Many) -> list[Shown]:
    """Return who did not get the verdict, and why."""
    return [say("{} left out: {}", number(many), shown(why)) for why, many in done.refused.items()]
