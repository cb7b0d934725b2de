"""Where the charts of a page stand: four in a square where there is room, else one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..lines import BLANK, Line, Span, blanks, dim, fit, line, pad, width_of
from ..text import Shown, clip, say, shown, wrap
from .charts import drawn
from .parts import Number, Part, Sheet

TWO_COLUMNS = 76
"""From so many cells on two charts stand side by side."""
_GAP = 2
_MARK = 2
_LEAST_CHART = 8
_LEAST_BARS = 3


class Laid(NamedTuple):
    """A page as lines, with the numbers on it and the line of each."""

    lines: list[Line]
    numbers: list[Number]
    at: list[int]


def square(sheet: Sheet, cells: int, rows: int, cursor: int) -> Laid:
    """Return the first page: four charts that fill the rows there are, each with its sentence under it."""
    if cells < TWO_COLUMNS or len(sheet.parts) != 4:
        return column(sheet, cells, cursor)
    width = (cells - _GAP) // 2
    parts = sheet.parts
    below = max(_height(part, width) for part in parts[2:])
    sentences = max(len(_proves(part, width)) for part in parts[:2])
    room = max(rows - below - sentences - 2, _LEAST_BARS)
    laid = Laid([], [], [])
    for pair, most in ((parts[:2], room), (parts[2:], rows)):
        blocks = [_block(part, width, most) for part in pair]
        _beside(laid, blocks, width, cursor)
        laid.lines.append(BLANK)
    laid.lines.pop()
    return laid


def column(sheet: Sheet, cells: int, cursor: int) -> Laid:
    """Any other page: its charts one under the other, whole."""
    laid = Laid([], [], [])
    for part in sheet.parts:
        _beside(laid, [_block(part, cells, len(part.numbers))], cells, cursor)
        laid.lines.append(BLANK)
    laid.lines.pop()
    return laid


class _Block(NamedTuple):
    """A chart: a line above its bars, the bars with their numbers, the lines below."""

    title: Line
    bars: list[Line]
    numbers: Sequence[Number]
    below: list[Line]

    @property
    def lines(self) -> list[Line]:
        return [self.title, *self.bars, *self.below]


def _block(part: Part, cells: int, most: int) -> _Block:
    numbers = part.numbers if len(part.numbers) <= most else part.numbers[: most - 1]
    below = [line(say("  {}", each)) for each in _proves(part, cells)]
    if len(numbers) < len(part.numbers):
        below.insert(0, line(dim(say("  … {} more: PgDn", len(part.numbers) - len(numbers)))))
    return _Block(line(Span(clip(part.title, cells), "title")), _bars(part, numbers, cells), numbers, below)


def _proves(part: Part, cells: int) -> list[Shown]:
    return wrap(part.proves if part.numbers else part.when_empty, cells - _MARK)


def _height(part: Part, cells: int) -> int:
    return 1 + len(part.numbers) + len(_proves(part, cells))


def _bars(part: Part, numbers: Sequence[Number], cells: int) -> list[Line]:
    """Label, bar, value; where there are too few to tell, that stands in place of both."""
    values = max((width_of(line(each.value)) for each in numbers if not _is_unsure(each)), default=0)
    labels = max((width_of(line(each.label)) for each in numbers), default=0)
    labels = max(min(labels, cells - _MARK - 2 - values - _LEAST_CHART, cells * 2 // 5), 1)
    chart = max(cells - _MARK - labels - 2 - values, 1)
    found = []
    for each, bar in zip(numbers, drawn(part, numbers, chart), strict=True):
        style = "look" if each.is_look else ""
        label = pad(line(Span(each.label, style)), labels)
        rest = line(dim(each.value)) if _is_unsure(each) else line(Span(bar, style), shown(f" {each.value:>{values}}"))
        found.append(pad((*label, Span(Shown(" ")), *fit(rest, chart + 1 + values)), cells - _MARK))
    return found


def _is_unsure(number: Number) -> bool:
    return number.rate is not None and not number.rate.enough


def _beside(laid: Laid, blocks: Sequence[_Block], cells: int, cursor: int) -> None:
    """Put blocks side by side under what is laid already, the cursor at one of their bars."""
    top = len(laid.lines)
    texts = []
    for block in blocks:
        lines = block.lines
        for at, number in enumerate(block.numbers, start=1):
            mark = Span(Shown("▸ "), "key") if len(laid.numbers) == cursor else Span(blanks(_MARK))
            lines[at] = (mark, *lines[at])
            laid.numbers.append(number)
            laid.at.append(top + at)
        texts.append(lines)
    for row in range(max(map(len, texts))):
        held = [pad(lines[row] if row < len(lines) else BLANK, cells + _GAP) for lines in texts[:-1]]
        last = texts[-1][row] if row < len(texts[-1]) else BLANK
        laid.lines.append(tuple(span for spans in (*held, last) for span in spans))
