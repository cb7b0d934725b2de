"""What picky would do with a card, what each arrow does, and what a sitting came to, in words."""

from __future__ import annotations

from typing import LiteralString

from models.decisions.verdicts import spec_of, verdict_name
from models.queues.base import Item
from models.queues.session import Summary
from models.verbs import Verb

from .lines import BLANK, Line, Span, dim, ends, line
from .text import Shown, clip, count, join, say, shown

_NAME_CELLS, _SHORT_NAME_CELLS = 14, 12
"""Cells for the first name of a target, beside two words or three."""


def arrow(verb: Verb, item: Item) -> Shown:
    """What an arrow will do, as written where it points."""
    spec, target = spec_of(item.queue, verb), item.draft_facts.get("target_first_name")
    if item.apart and verb is Verb.SAME:
        everyone = 1 + len(item.others)
        return say("same: {} of {}, not {}", everyone - len(item.apart), everyone, left_out(item))
    if spec.on_unclear_card and not target:
        return shown(spec.on_unclear_card)
    if not spec.on_card:
        return shown(spec.label)
    cells = _SHORT_NAME_CELLS if verb is Verb.INTRODUCE else _NAME_CELLS
    return shown(spec.on_card.format(clip(shown(target.value), cells) if target else ""))


def left_out(item: Item) -> Shown:
    """The numbers, as the card shows them, of those who are marked as somebody else."""
    from models.queues.duplicates import DuplicateFacts  # other cards do not need it

    facts = item.facts
    assert isinstance(facts, DuplicateFacts)
    return join([shown(str(number)) for number, side in enumerate(facts.sides, 1) if side.person in item.apart], ", ")


_SURE = ("○○○○", "●○○○", "●●○○", "●●●○", "●●●●")


def recommended(item: Item, cells: int, rows: int) -> list[Line]:
    """What picky would do, and its strongest reasons, in a fixed number of rows."""
    recommendation = item.recommendation
    if item.queue == "outcomes" and not item.decided:
        return _asked(item, rows)
    if item.decided:
        said = say("You decided: {}. A new verdict replaces it.", shown(verdict_name(item.decided)))
        head = ends(line(Span(Shown("  ")), Span(said, "look")), BLANK, cells)
    elif item.question:
        return [line(Span(Shown("  ")), Span(shown(item.question), "title")), *[BLANK] * rows]
    else:
        head = ends(
            line(Span(Shown("  ")), Span(_would(item), "title")), line(shown(_SURE[recommendation.dots])), cells
        )
    lines = [head]
    for each in recommendation.reasons[:rows]:
        sign: tuple[Shown, LiteralString] = (Shown("  + "), "yes") if each.weight > 0 else (Shown("  − "), "no")
        lines.append((Span(*sign), Span(clip(shown(each.text), cells - 4))))
    return lines + [BLANK] * (rows + 1 - len(lines))


def _asked(item: Item, rows: int) -> list[Line]:
    """A question to which picky has no answer of its own."""
    from models.queues.outcomes import OutcomeFacts

    from .came import question

    assert isinstance(item.facts, OutcomeFacts)
    return [line(Span(Shown("  ")), Span(question(item.facts), "title")), *[BLANK] * rows]


def _would(item: Item) -> Shown:
    return say("I would {}", shown(item.would)) if item.would else Shown("No opinion")


def end_of(summary: Summary) -> list[Line]:
    """The end of a sitting, or of the queue."""
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
