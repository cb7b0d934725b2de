"""Finding a person: what a query fits, one line each."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from models.reports.search import Hit

from ..bindings import Key
from ..keys import FOUND
from ..lines import BLANK, Line, Span, dim, line
from ..text import Shown, count, say, shown
from .base import page_bindings
from .listing import ListingScreen


class SearchScreen(ListingScreen):
    """Who a query fits."""

    HELP = """\
# Search
An exact id, link, slug or full name wins; otherwise any part of a name, accents or not. Enter opens the person.
"""
    KEYS: ClassVar[tuple[Key, ...]] = FOUND
    BINDINGS: ClassVar[list[BindingType]] = page_bindings(FOUND)
    NAME = "search"

    def __init__(self, query: str) -> None:
        super().__init__()
        self._query = query
        self._hits: list[Hit] = []

    def on_mount(self) -> None:
        """Search, then draw."""
        self._hits = self.workspace.search(self._query)
        self.draw()

    def title_line(self) -> tuple[Line, Line]:
        """Return what was asked."""
        return line(Span(say("Search: {}", shown(self._query)), "title")), line(
            dim(count(len(self._hits), "person", "people"))
        )

    def length(self) -> int:
        """Return how many fit."""
        return len(self._hits)

    def entry(self, index: int, cells: int) -> Line:
        """Name and company."""
        hit = self._hits[index]
        return (Span(shown(hit.name)), dim(say("   {}", shown(hit.company))))

    def when_empty(self) -> list[Line]:
        """Nobody."""
        return [line(Span(Shown("  Nobody here has such a name."), "title")), BLANK, line(Shown("  / searches again"))]

    def action_choose(self) -> None:
        """Open the person under the cursor."""
        if self._hits:
            self.picky.open_screen("person", self._hits[self.cursor].id)
