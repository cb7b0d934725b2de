"""Lines of a page: shown text with a meaning each, set side by side by terminal cells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import LiteralString, NamedTuple

from rich.cells import cell_len

from .text import Shown, clip, shown


class Span(NamedTuple):
    """Text with what it means: ``, `title`, `dim`, `yes`, `no`, `look`, `key`, `frame`, `cursor`."""

    text: Shown
    style: LiteralString = ""


Line = tuple[Span, ...]
BLANK: Line = ()


def line(*parts: Span | Shown) -> Line:
    """A line of spans; plain shown text has no special meaning."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


def dim(text: Shown) -> Span:
    """Text that steps back."""
    return Span(text, "dim")


def width_of(spans: Iterable[Span]) -> int:
    """The terminal cells that spans take."""
    return sum(cell_len(span.text) for span in spans)


def fit(spans: Line, cells: int) -> Line:
    """The line cut with "…" to so many cells."""
    left, kept = cells, []
    for span in spans:
        size = cell_len(span.text)
        if size > left:
            kept.append(Span(clip(span.text, left), span.style))
            return tuple(kept)
        kept.append(span)
        left -= size
    return tuple(kept)


def pad(spans: Line, cells: int) -> Line:
    """The line cut or filled with blanks to exactly so many cells."""
    fitted = fit(spans, cells)
    return (*fitted, Span(blanks(cells - width_of(fitted))))


def ends(left: Line, right: Line, cells: int) -> Line:
    """Two texts at the two ends of a line; the right one is kept whole as long as there is room."""
    right = fit(right, max(cells - 4, 0))
    room = cells - width_of(right)
    return (*pad(fit(left, room - 1 if right else room), room), *right)


def blanks(cells: int) -> Shown:
    """So many blanks."""
    return shown(" " * max(cells, 0))


class Frame(NamedTuple):
    """Box lines around the card, so many cells wide."""

    cells: int

    def top(self) -> Line:
        """The upper edge."""
        return (Span(shown("╭" + "─" * (self.cells - 2) + "╮"), "frame"),)

    def bottom(self) -> Line:
        """The lower edge."""
        return (Span(shown("╰" + "─" * (self.cells - 2) + "╯"), "frame"),)

    def row(self, spans: Line) -> Line:
        """A line inside it."""
        edge = Span(shown("│"), "frame")
        return (edge, Span(shown(" ")), *pad(spans, self.cells - 4), Span(shown(" ")), edge)
