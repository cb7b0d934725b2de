"""The card that asks what came of it: what was done or written, and what followed."""

from __future__ import annotations

from typing import LiteralString

from models.outcome_kinds import words_of
from models.queues.base import Item
from models.queues.outcomes import OutcomeFacts

from .lines import BLANK, Line, Span, dim, ends, line
from .text import Shown, ago, clip, count, day, join, month, profile_link, say, shown, wrap

_LABEL = 10


def came(item: Item, cells: int) -> list[Line]:
    """The inside of the card."""
    facts = item.facts
    assert isinstance(facts, OutcomeFacts)
    link = profile_link(item.slug) if item.slug else None
    return [
        ends(line(Span(shown(item.name), "title")), line(dim(ago(facts.on, facts.export_date))), cells),
        line(join([shown(item.title), shown(item.company)])),
        line(dim(shown(link.removeprefix("https://www.") if link else "no profile link in the export"))),
        BLANK,
        line(Span(clip(done(facts), cells))),
        *_words(facts, cells),
        BLANK,
        _fact("Since", _since(facts), cells),
        _fact("Is to you", shown(facts.band.replace("_", " ")), cells),
    ]


def done(facts: OutcomeFacts) -> Shown:
    """What the card asks about, in a line."""
    match facts.what:
        case "introduction":
            whom = shown(facts.other) if facts.other else Shown("somebody")
            return say("You introduced them to {} on {}", whom, day(facts.on))
        case "reconnection":
            return say("You wrote to them again on {}", day(facts.on))
        case _:
            return say("You wrote on {}:" if facts.is_mine else "They wrote on {}:", day(facts.on))


def question(facts: OutcomeFacts) -> Shown:
    """What is asked."""
    if facts.what == "message":
        return say("Something seems to have come of it: {}?", shown(words_of(facts.guess) if facts.guess else "what"))
    return Shown("What came of it?")


def _words(facts: OutcomeFacts, cells: int) -> list[Line]:
    if not facts.text:
        return []
    return [line(each) for each in wrap(say("“{}”", shown(facts.text, limit=300)), cells)[:2]]


def _since(facts: OutcomeFacts) -> Shown:
    if not facts.sent and not facts.received:
        return Shown("not one message either way")
    last = say("last {}", month(facts.last, facts.export_date)) if facts.last else Shown("")
    written = say("{} from you, {} from them", count(facts.sent, "message"), count(facts.received, "message"))
    return join([written, last])


def _fact(label: LiteralString, text: Shown, cells: int) -> Line:
    return (dim(shown(f"{label:<{_LABEL}}")), Span(clip(text, cells - _LABEL))) if text else BLANK
