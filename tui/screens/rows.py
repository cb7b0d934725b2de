"""The rows behind a number of the report: people, outcomes or invitations."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from models.errors import PickyError
from models.ids import row_id

from ..bindings import Key
from ..keys import FOUND
from ..lines import BLANK, Line, Span, dim, line
from ..text import Shown, count, say, shown, wrap
from .base import page_bindings
from .listing import ListingScreen
from .reading import ReadingScreen

if TYPE_CHECKING:
    from models.reports.network.drill_down import DrillDown

    from ..report.parts import Number


class RowsScreen(ReadingScreen, ListingScreen):
    """What a number rests on, by name."""

    HELP = """\
# Behind a number
Whom or what it counts, by name. Enter opens the person.
"""
    KEYS: ClassVar[tuple[Key, ...]] = FOUND
    BINDINGS: ClassVar[list[BindingType]] = page_bindings(FOUND)
    NAME = "rows"

    def __init__(self, number: Number) -> None:
        super().__init__()
        self._number = number
        self._rows: list[DrillDown] | None = None
        self._error: PickyError | None = None

    def read(self, tell: Callable[[str], None]) -> object:
        """In the thread: their names."""
        tell("names")
        return self.workspace.report_rows(self._number.rows)

    def came(self, result: object) -> None:
        """Show them."""
        if isinstance(result, PickyError):
            self._error = result
        elif isinstance(result, list):
            self._rows = result

    def title_line(self) -> tuple[Line, Line]:
        """Return what was opened."""
        many = dim(count(self.length(), "row")) if self._rows is not None else dim(Shown("reading …"))
        return line(Span(self._number.label, "title")), line(many)

    def above(self, cells: int) -> list[Line]:
        """Return the number in words."""
        return [*(line(say("  {}", each)) for each in wrap(self._number.words, cells - 4)), BLANK]

    def length(self) -> int:
        """Return how many rows there are, once they are read."""
        return len(self._rows or ())

    def entry(self, index: int, cells: int) -> Line:
        """Name, and company, or what came when."""
        row = (self._rows or [])[index]
        return (Span(shown(row.name)), dim(say("   {}", shown(row.detail))))

    def when_empty(self) -> list[Line]:
        """Not read yet; or it could not be read."""
        told = shown(f"{self._error.sentence} {self._error.hint}") if self._error else Shown("…")
        return [*self.above(self.size.width), line(dim(say("  {}", told)))]

    def action_choose(self) -> None:
        """Open the person under the cursor."""
        row = self._rows[self.cursor] if self._rows else None
        if row is not None and row.person is None:
            self.tell(Shown("No person is known for this one."))
        elif row is not None and row.person is not None:
            self.picky.open_screen("person", row_id(row.person))
