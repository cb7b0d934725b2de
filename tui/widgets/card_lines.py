"""The lines that cards have in common: the name, the profile link, what was written, a fact with its label."""

from __future__ import annotations

from datetime import date
from typing import LiteralString

from models.decisions.verdicts import verdict_name
from models.policy.facts import EarlierDecision, Meeting
from models.queues.base import QueueCard

from ..lines import BLANK, Line, Span, dim, ends, line
from ..text import Shown, ago, clip, cut, join, profile_link, say, shown, wrap

_NARROW = 76
_LABEL, _SHORT_LABEL = 10, 8
"""Cells of a label, and where there is little room."""
_MORE = Shown(" … e to read")


def headline(card: QueueCard, right: Shown, cells: int) -> Line:
    """Return the name, and something about it at the other end."""
    return ends(line(Span(shown(card.name), "title")), line(dim(right)), cells)


def link_line(card: QueueCard) -> Line:
    """Return the profile link."""
    link = profile_link(card.slug) if card.slug else None
    return line(dim(shown(link.removeprefix("https://www.") if link else "no profile link in the export")))


def quote(text: str, cells: int, rows: int) -> list[Line]:
    """Return the text in so many rows; what does not fit says how to read it."""
    if not text:
        return [line(dim(Shown("no note"))), *[BLANK] * (rows - 1)]
    wrapped = wrap(say("“{}”", shown(text)), cells)
    if len(wrapped) > rows:
        last = say("{}{}", cut(wrapped[rows - 1], cells - len(_MORE)), _MORE)
        wrapped = [*wrapped[: rows - 1], last]
    return [line(each) for each in wrapped] + [BLANK] * (rows - len(wrapped))


def meeting(met: Meeting | None, export_date: date) -> Shown:
    """Return where and when you met, and what you thought."""
    if met is None:
        return Shown("not that you noted")
    when = ago(met.on, export_date) if met.on else Shown("")
    impression = shown(met.impression.replace("_", " ")) if met.impression else Shown("")
    return join([shown(met.event), when, impression, Shown("keep in touch") if met.keep_in_touch else Shown("")])


def fact(label: LiteralString, text: Shown, cells: int, *, style: LiteralString = "") -> Line:
    """Return a labelled fact, blank without a text; where there is no room the label shortens."""
    if not text:
        return BLANK
    width = _LABEL if cells >= _NARROW - 4 else _SHORT_LABEL
    return (dim(shown(f"{label:<{width}}"[:width])), Span(clip(text, cells - width), style))


def decided_before(earlier: tuple[EarlierDecision, ...], today: date) -> Shown:
    """Return what you last decided about this person."""
    if not earlier:
        return Shown("")
    last = earlier[-1]
    return say("you decided {} {}", shown(verdict_name(last.verdict)), ago(last.on, today))
