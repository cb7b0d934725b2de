"""What screens with a cursor in a list share: only the lines that fit are ever made."""

from __future__ import annotations

from abc import abstractmethod

from ..lines import Line, Span, pad
from ..text import Shown
from .base import PageScreen


class ListingScreen(PageScreen):
    """A page with one line per entry, and a cursor."""

    cursor = 0

    @abstractmethod
    def length(self) -> int:
        """Return how many entries there are."""

    @abstractmethod
    def entry(self, index: int, cells: int) -> Line:
        """One entry, as a line."""

    def above(self, cells: int) -> list[Line]:
        """Lines before the list."""
        return []

    def spread(self, index: int, cells: int) -> list[Line]:
        """Lines under the entry that has the cursor."""
        return []

    def when_empty(self) -> list[Line]:
        """Return what to say, and to do next, when there is nothing."""
        return []

    def body(self, cells: int, rows: int) -> list[Line]:
        """Return the entries around the cursor."""
        if not self.length():
            return self.when_empty()
        self.cursor = max(0, min(self.cursor, self.length() - 1))
        lines, details = self.above(cells), self.spread(self.cursor, cells)
        room = max(rows - len(lines) - len(details), 1)
        first = max(0, min(self.cursor - room // 2, self.length() - room))
        for index in range(first, min(first + room, self.length())):
            has_cursor = index == self.cursor
            mark = Span(Shown("▸ "), "key") if has_cursor else Span(Shown("  "))
            lines.append((mark, *pad(self.entry(index, cells - 2), cells - 2)))
            if has_cursor:
                lines += details
        return lines

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.cursor += step
        self.draw()

    def action_page(self, step: int) -> None:
        """Move the cursor by a page."""
        self.cursor += step * max(self.page.size.height - 6, 1)
        self.draw()
