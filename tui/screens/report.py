"""The report: pages of charts, each with what it proves; every number opens its rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from models.errors import PickyError

from ..bindings import Key
from ..keys import REPORT
from ..lines import BLANK, Line, Span, dim, line
from ..report.parts import Number, Sheet
from ..text import Shown, day, join, say, shown, wrap
from .base import page_bindings
from .reading import ReadingScreen

if TYPE_CHECKING:
    from datetime import date

    from ..report.layout import Laid

_TITLES = (
    Shown("What came of it"),
    Shown("Met there, and led somewhere"),
    Shown("Who they are to you"),
    Shown("What is in the way"),
)


class ReportScreen(ReadingScreen):
    """What came of the network, who it is made of, and who is in the way."""

    HELP = """\
# Power
What your network produced, and whether they or you are in the way. The width is 100 %, a bar ends at the share,
and ├──●──┤ is where the true one is likely to lie. Where there are too few to tell, it says so. Enter opens the rows behind a number,
PgDn the next page.
"""
    KEYS: ClassVar[tuple[Key, ...]] = REPORT
    BINDINGS: ClassVar[list[BindingType]] = page_bindings(REPORT)
    NAME = "report"
    WIDEST = 160  # charts are not read along the line

    def __init__(self) -> None:
        super().__init__()
        self._sheets: tuple[Sheet, ...] = ()
        self._on: date | None = None
        self._is_empty = False
        self._page_at = 0
        self._cursor = 0
        self._laid: Laid | None = None
        self._as_of = 0
        self._error: PickyError | None = None

    # Reading

    def read(self, tell: Callable[[str], None]) -> object:
        """In the thread: every number, and the plotting library."""
        from ..report import layout  # noqa: F401 — loads what draws charts, which nothing else needs
        from ..report.pages import sheets

        report = self.workspace.report(tell)
        tell("decisions")
        return report.on, not report.connections.ids, sheets(report, self.workspace.agreements())

    def came(self, result: object) -> None:
        """Show the pages."""
        if isinstance(result, PickyError):
            self._error = result
        elif isinstance(result, tuple):
            self._on, self._is_empty, self._sheets = result

    def begin_reading(self) -> None:
        """Read, and note how far history is."""
        self._as_of = self.workspace.newest_operation()
        super().begin_reading()

    def reload(self) -> None:
        """Read again when anything was done since."""
        if self.workspace.newest_operation() != self._as_of:
            self.begin_reading()

    # Drawing

    def title_line(self) -> tuple[Line, Line]:
        """Return which page; or what is read."""
        title = self._sheets[self._page_at].title if self._sheets else Shown("Power")
        if self.reading:
            told = list(self.reading.told)
            return line(Span(title, "title")), line(dim(say("reading {} …", shown(told[-1] if told else ""))))
        if not self._sheets or self._on is None:
            return line(Span(title, "title")), BLANK
        page = say("{} of {}", self._page_at + 1, len(self._sheets))
        return line(Span(title, "title")), line(dim(join((page, say("export of {}", day(self._on))))))

    def body(self, cells: int, rows: int) -> list[Line]:
        """Return the charts of this page; before they are known their frame."""
        self._laid = None
        if self._error:
            return _lines(cells, shown(self._error.sentence), shown(self._error.hint))
        if not self._sheets:
            return [
                found for title in _TITLES for found in (line(Span(title, "title")), line(dim(Shown("  …"))), BLANK)
            ]
        if self._is_empty:
            return _lines(cells, Shown("There is no network here yet."), Shown("+ takes in an archive."))
        from ..report.layout import column, square

        sheet = self._sheets[self._page_at]
        laid = (
            column(sheet, min(cells, super().WIDEST), self._cursor)
            if self._page_at
            else square(sheet, cells, rows, self._cursor)
        )
        if laid.numbers and self._cursor >= len(laid.numbers):
            self._cursor = len(laid.numbers) - 1
            return self.body(cells, rows)
        self._laid = laid
        self._keep_in_sight(rows)
        return laid.lines

    def _keep_in_sight(self, rows: int) -> None:
        """Scroll so far that the number under the cursor is seen; with the first its title, with the last what follows."""
        laid = self._laid
        if not laid or not laid.numbers:
            return
        at = laid.at[self._cursor]
        first = 0 if self._cursor == 0 else at - 1
        last = len(laid.lines) - 1 if self._cursor == len(laid.numbers) - 1 else at + 1
        self.top = min(max(self.top, min(last, at + rows - 1) - rows + 1), first)

    def below(self, total: int, rows: int, cells: int) -> Line:
        """Return the number under the cursor, in words."""
        number = self._number
        return line(dim(number.words)) if number else BLANK

    @property
    def _number(self) -> Number | None:
        return self._laid.numbers[self._cursor] if self._laid and self._laid.numbers else None

    # Keys

    def offers(self, key: Key) -> bool:
        """Only a number can be opened."""
        return key.id != "report.open" or self._number is not None

    def action_move(self, step: int) -> None:
        """Move over the numbers."""
        if self._laid and self._laid.numbers:
            self._cursor = max(0, min(self._cursor + step, len(self._laid.numbers) - 1))
            self.draw()

    def action_page(self, step: int) -> None:
        """Turn the page, when there is nothing more of it."""
        rows = self.page.size.height - 4
        laid = self._laid
        if laid and step > 0 and self.top + rows < len(laid.lines):
            unseen = [index for index, at in enumerate(laid.at) if at >= self.top + rows]
            self._cursor = unseen[0] if unseen else len(laid.numbers) - 1
            self.top = laid.at[self._cursor] - 1 if laid.numbers else self.top + rows
        elif laid and step < 0 and self.top > 0:
            self.top = max(self.top - rows, 0)
            self._cursor = next(index for index, at in enumerate(laid.at) if at > self.top)
        elif self._sheets and 0 <= self._page_at + step < len(self._sheets):
            self._page_at += step
            self._cursor = self.top = 0
        self.draw()

    def action_open(self) -> None:
        """The rows behind the number under the cursor."""
        number = self._number
        if number is None:
            return
        if not number.rows.ids:
            self.tell(Shown("Nobody and nothing stands behind this number."))
            return
        self.picky.open_screen("rows", number)


def _lines(cells: int, *texts: Shown) -> list[Line]:
    return [line(say("  {}", each)) for text in texts for each in wrap(text, cells - 2)]
