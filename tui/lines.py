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
    """Return a line of spans; plain shown text has no special meaning."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


def dim(text: Shown) -> Span:
    """Text that steps back."""
    return Span(text, "dim")


def width_of(spans: Iterable[Span]) -> int:
    """Return the terminal cells that spans take."""
    return sum(cell_len(span.text) for span in spans)


def stretch(old: Line, new: Line) -> tuple[int, int]:
    """Return the cell at which a line begins to differ from the one in whose place it comes, and the one after the last.

    A letter more at both ends: what looks like the next letter may be a mark on this one.
    """
    was, now = _letters(old), _letters(new)
    first = max(_alike(was, now) - 1, 0)
    start, width = _cells(now[:first]), width_of(new)
    if width != width_of(old):
        return start, max(width, width_of(old))
    rest = min(len(was), len(now)) - first
    tail = max(min(_alike(was[::-1], now[::-1]), rest) - 1, 0)
    return start, width - _cells(now[len(now) - tail :])


def _letters(spans: Line) -> list[tuple[str, str]]:
    return [(letter, span.style) for span in spans for letter in span.text]


def _alike(one: list[tuple[str, str]], other: list[tuple[str, str]]) -> int:
    """Return how many letters are the same, from the beginning."""
    same = (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(same, min(len(one), len(other)))


def _cells(letters: list[tuple[str, str]]) -> int:
    return cell_len("".join(letter for letter, _ in letters))


def fit(spans: Line, cells: int) -> Line:
    """Return the line cut with "…" to so many cells."""
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
    """Return the line cut or filled with blanks to exactly so many cells."""
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
        """Return the upper edge."""
        return (Span(shown("╭" + "─" * (self.cells - 2) + "╮"), "frame"),)

    def bottom(self) -> Line:
        """Return the lower edge."""
        return (Span(shown("╰" + "─" * (self.cells - 2) + "╯"), "frame"),)

    def row(self, spans: Line) -> Line:
        """Return a line inside it."""
        edge = Span(shown("│"), "frame")
        return (edge, Span(shown(" ")), *pad(spans, self.cells - 4), Span(shown(" ")), edge)
