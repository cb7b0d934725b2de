"""People side by side, field by field: who may be one, in how far they are alike, and what they would be together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import LiteralString

from models.queues.base import QueueCard
from models.queues.duplicates import DuplicateCard, DuplicateFacts, Level
from models.queues.sides import FIELDS, Side

from ..lines import BLANK, Line, Span, dim, line, pad
from ..text import Shown, clip, join, say, shown

_LABEL, _PAIR = 9, 2
_NAME = ("first", "last", "order", "name")
_STRENGTH: tuple[tuple[float, LiteralString, LiteralString], ...] = (
    (3.0, "++", "yes"),
    (0.3, "+", "yes"),
    (-0.3, "", ""),
    (-3.0, "−", "no"),
)


def face(card: QueueCard, cells: int) -> list[Line]:
    """Return the inside of the card: sources above, a row per field that anybody has, the merged result below."""
    assert isinstance(card, DuplicateCard)
    facts = card.facts
    column = (cells - _LABEL - 18) // 2
    left, right, *others = facts.sides
    first, second, *heads = _heads(facts)
    lines = [_row("", first, second, (), column, style="dim")]
    levels = {level.field: level for level in facts.levels} | _name_level(facts.levels)
    known = [field for field in FIELDS if left.values.get(field) or right.values.get(field)]
    lines += [
        _row(field, _value(left, field), _value(right, field), _told(levels.get(field)), column) for field in known
    ]
    if others:
        named = [_named(other, head) for other, head in zip(others, heads, strict=True)]
        lines.append(line(dim(say("and {}", join(named, "; ")))))
    together = join([shown(value) for value, _ in facts.together.values()], ", ")
    lines += [BLANK, (dim(Shown("Together ")), Span(clip(together, cells - _LABEL)))]
    if facts.hangs_on:
        lines.append((dim(Shown("Hangs on ")), Span(shown(facts.hangs_on), "look")))
    return lines


def row_facts(card: QueueCard) -> Shown:
    """Return what a list says about it."""
    assert isinstance(card, DuplicateCard)
    others = [shown(side.values.get("name", "")) for side in card.facts.sides[1:]]
    return say("and {} · {}", join(others, ", "), join([shown(side.source) for side in card.facts.sides], ", "))


def _heads(facts: DuplicateFacts) -> list[Shown]:
    """Return where each side comes from; where one of several may be left out, with its number, and whether it is."""
    if len(facts.sides) <= _PAIR:
        return [shown(side.source) for side in facts.sides]
    return [
        say("{} ✗ somebody else", number) if side.person in facts.apart else say("{} {}", number, shown(side.source))
        for number, side in enumerate(facts.sides, 1)
    ]


def _name_level(levels: Sequence[Level]) -> dict[str, Level]:
    """Return what the parts of the name say together, told by the part that differs most."""
    parts = sorted((level for level in levels if level.field in _NAME), key=lambda level: level.weight)
    if not parts:
        return {}
    is_same = all(level.level in ("same first name", "same surname") for level in parts)
    words = "same name" if is_same and len(parts) > 1 else parts[0].level
    return {"name": Level("name", words, sum(level.weight for level in parts))}


def _row(label: str, left: Shown, right: Shown, told: Line, column: int, style: LiteralString = "") -> Line:
    name = dim(shown(f"{label.capitalize():<{_LABEL}}"))
    sides = (
        *pad((Span(left, style),), column),
        Span(Shown(" ")),
        *pad((Span(right, style),), column),
        Span(Shown(" ")),
    )
    return (name, *sides, *told)


def _value(side: Side, field: str) -> Shown:
    return shown(side.values.get(field, "–"))


def _named(side: Side, head: Shown) -> Shown:
    return say("{}: {}", head, shown(side.values.get("name", "")))


def _told(level: Level | None) -> Line:
    """Return how alike they are, in a word, and how much that says without any colour."""
    if level is None:
        return ()
    sign: tuple[LiteralString, LiteralString] = ("−−", "no")
    for least, mark, style in _STRENGTH:
        if level.weight >= least:
            sign = (mark, style)
            break
    return (dim(clip(shown(level.level), 13)), Span(Shown(" ")), Span(shown(sign[0]), sign[1]))
