"""What picky would do with a card, what each arrow does, and what a sitting came to, in words."""

from __future__ import annotations

from typing import LiteralString

from models.decisions.verdicts import spec_of, verdict_name
from models.queues.base import QueueCard
from models.queues.session import Summary
from models.verbs import Verb

from ..lines import BLANK, Line, Span, dim, ends, line
from ..text import Shown, clip, count, join, say, shown

DOTS = ("○○○○", "●○○○", "●●○○", "●●●○", "●●●●")
"""How sure picky is."""

_NAME_CELLS, _SHORT_NAME_CELLS = 14, 12
"""Cells for the first name of a target, beside two words or three."""


def arrow(verb: Verb, card: QueueCard) -> Shown:
    """Return what an arrow will do, as written where it points."""
    if label := card.own_label(verb):
        return shown(label)
    spec, target = spec_of(card.queue, verb), card.draft_facts.get("target_first_name")
    if spec.on_unclear_card and not target:
        return shown(spec.on_unclear_card)
    if not spec.on_card:
        return shown(spec.label)
    cells = _SHORT_NAME_CELLS if verb is Verb.INTRODUCE else _NAME_CELLS
    return shown(spec.on_card.format(clip(shown(target.value), cells) if target else ""))


def recommended(card: QueueCard, cells: int, rows: int) -> list[Line]:
    """Return what picky would do, and its strongest reasons, in a fixed number of rows."""
    recommendation = card.recommendation
    if card.decided:
        said = say("You decided: {}. A new verdict replaces it.", shown(verdict_name(card.decided)))
        head = ends(line(Span(Shown("  ")), Span(said, "look")), BLANK, cells)
    elif card.question:
        return [line(Span(Shown("  ")), Span(shown(card.question), "title")), *[BLANK] * rows]
    else:
        head = ends(line(Span(Shown("  ")), Span(_would(card), "title")), line(shown(DOTS[recommendation.dots])), cells)
    lines = [head]
    for each in recommendation.reasons[:rows]:
        sign: tuple[Shown, LiteralString] = (Shown("  + "), "yes") if each.weight > 0 else (Shown("  − "), "no")
        lines.append((Span(*sign), Span(clip(shown(each.text), cells - 4))))
    return lines + [BLANK] * (rows + 1 - len(lines))


def _would(card: QueueCard) -> Shown:
    return say("I would {}", shown(card.would)) if card.would else Shown("No opinion")


def end_of(summary: Summary) -> list[Line]:
    """Return the end of a sitting, or of the queue."""
    if not summary.cards and not summary.left:
        return [
            line(Span(Shown("  Nothing waits here."), "title")),
            BLANK,
            line(Shown("  g h home · + import a newer archive")),
        ]
    minutes = max(summary.seconds // 60, 1)
    verdicts = join([say("{} {}", shown(verdict_name(verdict)), many) for verdict, many in summary.verdicts.items()])
    agreed = say("you agreed with me {} of {} times", summary.agreed, summary.judged) if summary.judged else Shown("")
    lines = [
        line(Span(say("  {} in {}", count(summary.cards, "card"), count(minutes, "minute")), "title")),
        line(say("  {}", verdicts)),
        line(dim(say("  {}", agreed))),
        BLANK,
    ]
    onward = say("  enter: {} more", min(summary.left, 20)) if summary.left else Shown("  Nothing more waits here.")
    return [*lines, line(say("{}   g b: outbox   esc: enough", onward))]
