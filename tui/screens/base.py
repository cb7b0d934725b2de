"""What every screen is: one page that is drawn again from values, a notice, a footer, and the keys that work everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from models.errors import PickyError

from ..bindings import Key, bindings
from ..keys import EVERYWHERE, GO
from ..lines import BLANK, Line, Span, dim, ends, fit, line, width_of
from ..text import Shown, join, say, shown
from ..widgets.page import Page

if TYPE_CHECKING:
    from models.journal.undo import Reversal
    from models.workspace import Workspace

    from ..app import PickyApp

NARROWEST, LOWEST = 60, 20


class PageScreen(Screen[None], inherit_bindings=False):
    """A page with a title line, a body, a notice and a footer."""

    KEYS: ClassVar[tuple[Key, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = ""
    NAME: ClassVar[str] = ""
    """What `g` and the palette call it."""
    WIDEST: ClassVar[int] = 100
    """Lines longer than this tire the eye; a wider terminal gets margins."""

    def __init__(self) -> None:
        super().__init__()
        self.top = 0
        self._notice = Shown("")
        self._sheet = Page()
        self._going: events.Key | None = None
        """The `g` that waits for its second key."""
        self._was_shown = False

    # To be filled in

    def title_line(self) -> tuple[Line, Line]:
        """Return the left and right end of the first line."""
        raise NotImplementedError

    def body(self, cells: int, rows: int) -> list[Line]:
        """Return the lines between title and footer, at most so many cells wide."""
        raise NotImplementedError

    def below(self, total: int, rows: int, cells: int) -> Line:
        """Return the line above the footer while there is no notice: how much more there is."""
        return line(dim(say("PgDn: {} more lines", total - self.top - rows))) if total > self.top + rows else BLANK

    def reload(self) -> None:
        """Read what is shown again: something changed in the store."""

    def show_again(self, reversal: Reversal) -> None:
        """Show what an undo or redo brought back."""

    # What they share

    @property
    def picky(self) -> PickyApp:
        """The app."""
        return cast("PickyApp", self.app)

    @property
    def workspace(self) -> Workspace:
        """The open store."""
        return self.picky.workspace

    def compose(self) -> ComposeResult:
        """One page."""
        yield self._sheet

    @property
    def page(self) -> Page:
        """The page drawn on."""
        return self._sheet

    def draw(self) -> None:
        """Draw everything again; the page finds out which cells differ."""
        if not self.is_mounted or not self.size.width:
            return
        width, height = self.page.size
        if self.is_too_small:
            self.page.show(_too_small(width))
            return
        cells = min(width - 2, self.WIDEST)
        rows = height - 4
        body = self.body(cells, rows)
        self.top = max(0, min(self.top, len(body) - rows))
        seen = body[self.top : self.top + rows]
        left, right = self.title_line()
        lines = [ends(left, right, cells), BLANK, *seen]
        lines += [BLANK] * (height - 2 - len(lines))
        notice = fit(line(Span(self._notice, "look")), cells)
        lines.append(notice if self._notice else fit(self.below(len(body), rows, cells), cells))
        lines.append(self._footer(cells))
        self.page.show([_indented(fit(each, cells)) for each in lines])

    @property
    def is_too_small(self) -> bool:
        """Whether the terminal shows nothing but a sentence that says so."""
        return self.size.width < NARROWEST or self.size.height < LOWEST

    def tell(self, text: Shown) -> None:
        """Show a notice above the footer until the next key."""
        self._notice = text
        self.draw()

    def complain(self, error: PickyError) -> None:
        """Show what happened and what to do."""
        self.tell(join((shown(error.sentence), shown(error.hint)), " "))

    def _footer(self, cells: int) -> Line:
        if self._going:  # they do not fit on one line
            return line(Span(say("       {}", _places(first=False)), "look"))
        spans: list[Span] = []
        for key in (*self.footer_keys(), *EVERYWHERE):
            if key.is_shown and self.offers(key):
                more = [Span(shown(key.face_or_key), "key"), dim(say(" {}   ", shown(key.label)))]
                if width_of([*spans, *more]) <= cells:
                    spans += more
        return tuple(spans)

    def footer_keys(self) -> tuple[Key, ...]:
        """Return the keys of this screen, the most wanted first."""
        return self.KEYS

    def offers(self, key: Key) -> bool:
        """Return whether the key means anything here and now."""
        return True

    # Events and actions

    def on_mount(self) -> None:
        """Draw for the first time."""
        self.draw()

    def on_resize(self) -> None:
        """Fit the page to the terminal."""
        self.draw()

    def on_screen_resume(self) -> None:
        """Another screen was closed: its decisions may show here. The first time there was none."""
        if self._was_shown:
            self.reload()
            self.draw()
        self._was_shown = True

    def on_key(self, event: events.Key) -> None:
        """Clear the notice, and finish a `g`. Where nothing can be seen, nothing is decided."""
        if self.is_too_small and not self.means(event, "app.quit"):
            event.stop()
            event.prevent_default()
            return
        is_second = self._going is not None and self._going is not event
        self._going = None if is_second else self._going
        if self._notice:
            self._notice = Shown("")
            if is_second or not self.is_going_to_draw(event):
                self.draw()
        if is_second:
            event.stop()
            event.prevent_default()
            if event.key in GO:
                self.picky.go_to(GO[event.key][0])
            else:
                self.tell(Shown("g goes nowhere with that key."))
        elif self.means(event, "go"):
            self._going = event  # now: the second key may be here before the first one's action runs

    def is_going_to_draw(self, event: events.Key) -> bool:
        """Return whether the key will have the page drawn again: two drawings would be two frames, far apart."""
        return False

    def means(self, event: events.Key, *actions: str) -> bool:
        """Return whether the key is bound to one of these actions, here and by this user."""
        bound = self.active_bindings.get(event.key)
        return bool(bound and bound.binding.action in actions)

    def action_go(self) -> None:
        """Say what the second key of `g` may be, unless it has come already."""
        if not self._going:
            return
        self.tell(say("go to: {}", _places(first=True)))

    def action_page(self, step: int) -> None:
        """Scroll by a page."""
        self.top += step * max(self.page.size.height - 6, 1)
        self.draw()

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.picky.back()

    def action_undo(self) -> None:
        """Take back the last operation."""
        self.picky.undo()

    def action_redo(self) -> None:
        """Bring it back."""
        self.picky.redo()


def _places(*, first: bool) -> Shown:
    """Return where `g` leads, the first half of it or the second."""
    told = [say("{} {}", shown(key), shown(title.lower())) for key, (_, title) in GO.items()]
    half = len(told) // 2
    return join(told[:half] if first else told[half:])


def page_bindings(keys: tuple[Key, ...]) -> list[BindingType]:
    """Return a screen's own keys, and those that work everywhere."""
    mine = {name for key in keys for name in key.keys.split(",")}
    return [*bindings(keys), *bindings(key for key in EVERYWHERE if not mine & set(key.keys.split(",")))]


def _indented(spans: Line) -> Line:
    return (Span(Shown(" ")), *spans) if spans else spans


def _too_small(cells: int) -> list[Line]:
    sentence = say("picky needs a terminal of {} by {}.", NARROWEST, LOWEST)
    return [fit(line(sentence), cells), BLANK, fit(line(Shown("Make it larger; nothing is lost.")), cells)]
