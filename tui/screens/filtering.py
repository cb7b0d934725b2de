"""What the two screens of a queue share: a filter that lets only some of its cards pass."""

from __future__ import annotations

from models.errors import PickyError
from models.queues.filters import NO_FILTER, Filter, parse

from ..lines import BLANK, Line, Span, line
from ..text import Shown, say, shown
from .base import PageScreen

_EXAMPLE = "company:Acme band:never met:2014 data"


class FilteringScreen(PageScreen):
    """A page of cards, all or some."""

    wanted: Filter = NO_FILTER

    def use_filter(self, wanted: Filter) -> None:
        """Show the cards that this filter lets pass."""
        raise NotImplementedError

    def filter_told(self) -> Line:
        """Return the active filter, to stand behind the title."""
        return line(Span(say("   only {}", shown(self.wanted.text)), "look")) if self.wanted else BLANK

    def nothing_fits(self) -> list[Line]:
        """Return what to say, and to do next, when the filter lets nothing pass."""
        return [
            line(Span(say("  Nothing that waits here fits {}.", shown(self.wanted.text)), "title")),
            BLANK,
            line(Shown("  Esc: all cards · f: another filter")),
        ]

    def action_filter(self) -> None:
        """Ask for a filter."""
        from .forms import Field, LinesForm

        field = Field("Filter", _EXAMPLE, shown(self.wanted.text))
        self.app.push_screen(LinesForm(Shown("Only some cards"), (field,)), self._filter_by)

    def action_leave(self) -> None:
        """Clear the filter; else back."""
        if self.wanted:
            self._use(NO_FILTER)
        else:
            super().action_leave()

    def _filter_by(self, lines: list[str] | None) -> None:
        if lines is None:
            return
        try:
            self._use(parse(lines[0]))
        except PickyError as error:
            self.complain(error)

    def _use(self, wanted: Filter) -> None:
        self.wanted = wanted
        self.use_filter(wanted)
