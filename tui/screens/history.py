"""History: one line per operation, newest first; any line can be taken back."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from models.journal.history import Line as Done

from ..bindings import Key
from ..keys import HISTORY
from ..lines import BLANK, Line, Span, dim, line
from ..text import Shown, shown
from .base import page_bindings
from .listing import ListingScreen

_PAGE = 200


class HistoryScreen(ListingScreen):
    """What was done."""

    HELP = """\
# History
Everything you decided, and every import. Enter takes a line back, or brings it back. An import is not taken back.
"""
    KEYS: ClassVar[tuple[Key, ...]] = HISTORY
    BINDINGS: ClassVar[list[BindingType]] = page_bindings(HISTORY)
    NAME = "history"

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Done] = []

    def on_mount(self) -> None:
        """Read, then draw."""
        self.reload()
        self.draw()

    def reload(self) -> None:
        """Read the newest lines; older ones follow as the cursor nears them."""
        self._lines = self.workspace.history(limit=max(_PAGE, len(self._lines)))

    def title_line(self) -> tuple[Line, Line]:
        """Plain."""
        return line(Span(Shown("History"), "title")), line(dim(Shown("newest first")))

    def length(self) -> int:
        """Return how many lines are read so far."""
        return len(self._lines)

    def entry(self, index: int, cells: int) -> Line:
        """Return when, what, and whether it is undone."""
        done = self._lines[index]
        when = shown(done.at.astimezone().strftime("%d %b %Y %H:%M  "))
        undone = dim(Shown("  (undone)")) if done.undone else Span(Shown(""))
        return (dim(when), Span(shown(done.sentence), "dim" if done.undone else ""), undone)

    def when_empty(self) -> list[Line]:
        """Nothing yet."""
        return [
            line(Span(Shown("  Nothing was done yet."), "title")),
            BLANK,
            line(Shown("  g i: start with the invites")),
        ]

    def action_move(self, step: int) -> None:
        """Move the cursor; read older lines when it nears the end."""
        if step > 0 and self.cursor + step >= len(self._lines) - 1 and self._lines:
            self._lines += self.workspace.history(before=self._lines[-1].id, limit=_PAGE)
        super().action_move(step)

    def action_undo_line(self) -> None:
        """Take this line back, or bring it back."""
        if self._lines:
            done = self._lines[self.cursor]
            if done.undone:
                self.picky.redo(done.id)
            else:
                self.picky.undo(done.id)
