"""Charts as text, drawn by the plotting library: one row of cells for each number, printable and readable without colour."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textual_plotext.plot import Plot

from ..text import Shown, shown
from .parts import Number, Part

_COLOURS = re.compile("\x1b\\[[0-9;]*m")
_BAR, _WHISKER, _LOW, _HIGH, _VALUE, _LIMIT = "█", "─", "├", "┤", "●", "╎"


def drawn(part: Part, numbers: Sequence[Number], cells: int) -> list[Shown]:
    """Return a chart of some of the numbers of a part, a row for each, so many cells wide."""
    if not numbers:
        return []
    plot = _canvas(cells, len(numbers), 1.0 if part.has_rates else part.most)
    for at, each in enumerate(numbers):
        row = float(len(numbers) - at)
        if each.rate is None:
            _count(plot, each.many, row)
        elif each.rate.enough:
            _share(plot, each, row)
    return [_row(text, cells) for text in _COLOURS.sub("", plot.build()).split("\n")[: len(numbers)]]


def _canvas(cells: int, rows: int, most: float) -> Plot:
    plot = Plot()
    plot.theme("clear")
    plot.plotsize(cells, rows)
    plot.frame(False)
    plot.xticks([])
    plot.yticks([])
    plot.xlim(0, most)
    plot.ylim(*((1, rows) if rows > 1 else (0, 2)))
    plot.scatter([0], [1], marker=" ")  # the library draws nothing at all where no number has a bar
    return plot


def _count(plot: Plot, many: int, row: float) -> None:
    if many:
        plot.plot([0, many], [row, row], marker=_BAR)


def _share(plot: Plot, number: Number, row: float) -> None:
    """A bar up to the share, over it the interval, and where the way would be barred."""
    assert number.rate is not None
    value, low, high, *_ = number.rate
    plot.plot([0, value], [row, row], marker=_BAR)
    if number.bar is not None:
        plot.scatter([number.bar], [row], marker=_LIMIT)
    plot.plot([low, high], [row, row], marker=_WHISKER)
    plot.scatter([low], [row], marker=_LOW)
    plot.scatter([high], [row], marker=_HIGH)
    plot.scatter([value], [row], marker=_VALUE)


def _row(text: str, cells: int) -> Shown:
    return shown(text[:cells].ljust(cells))
