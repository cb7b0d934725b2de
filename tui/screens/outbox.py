"""The outbox: what is left to do by hand, one line each, the one under the cursor spread out."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from models.errors import PickyError
from models.outbox.pending import PendingErrand
from models.outbox.templates import manner_of

from ..bindings import Key
from ..keys import OUTBOX, STAGED
from ..lines import BLANK, Line, Span, dim, line
from ..text import Shown, count, join, profile_link, say, shown, wrap
from .base import page_bindings
from .listing import ListingScreen


class OutboxScreen(ListingScreen):
    """Errands, grouped by kind."""

    HELP = """\
# Outbox
Each line is something to do on LinkedIn by hand. `y` copies the link, then the draft, and moves on.
`E` edits the draft: its text, its voice, its language; below it stands what it says and where that is known from.
Removals wait until you confirm them with `$`.
"""
    KEYS: ClassVar[tuple[Key, ...]] = OUTBOX
    BINDINGS: ClassVar[list[BindingType]] = page_bindings(OUTBOX)
    NAME = "outbox"

    def __init__(self) -> None:
        super().__init__()
        self.todos: list[PendingErrand] = []
        self._copied: int | None = None

    def on_mount(self) -> None:
        """Read, then draw."""
        self.reload()
        self.draw()

    def reload(self) -> None:
        """Read the errands again."""
        self.todos = self.workspace.outbox()

    def title_line(self) -> tuple[Line, Line]:
        """Return how many are left."""
        staged = sum(todo.state == "staged" for todo in self.todos)
        left = count(len(self.todos), "errand")
        told = say("{}, {} staged", left, staged) if staged else left
        return line(Span(Shown("Outbox"), "title")), line(dim(told))

    def length(self) -> int:
        """Return how many errands are shown."""
        return len(self.todos)

    def entry(self, index: int, cells: int) -> Line:
        """Kind and name, and for an introduction who asked; staged ones say so."""
        todo = self.todos[index]
        asker = todo.facts.get("asker")
        other = asker.value if asker and asker.value != todo.name else ""
        wish = dim(say(" · for {}", shown(other)) if other else Shown(""))
        staged = Span(Shown("  staged: $ confirms"), "look") if todo.state == "staged" else Span(Shown(""))
        return (dim(shown(f"{todo.title:<36}")), Span(shown(todo.name)), wish, staged)

    def spread(self, index: int, cells: int) -> list[Line]:
        """Link, steps and draft."""
        todo = self.todos[index]
        link = profile_link(todo.slug) if todo.slug else None
        lines = (
            [line(Span(say("     {}", link), "key"))]
            if link
            else [line(dim(Shown("     no profile link in the export")))]
        )
        if todo.reopened:
            lines += [line(Span(say("     {}", each), "look")) for each in wrap(shown(todo.reopened), cells - 6)]
        lines += [line(say("     {}  {}", number, shown(step))) for number, step in enumerate(todo.steps, 1)]
        if todo.draft:
            lines += _draft_of(todo, cells, self.page.size.height - len(lines) - _AROUND)
        return [*lines, BLANK]

    def when_empty(self) -> list[Line]:
        """Nothing to do is a good thing."""
        return [
            line(Span(Shown("  Nothing is left to do."), "title")),
            BLANK,
            line(Shown("  Verdicts that need LinkedIn leave their errands here.")),
        ]

    def action_done(self) -> None:
        """It was done by hand."""
        self._close("done")

    def action_not_found(self) -> None:
        """The person could not be found."""
        self._close("not_found")

    def action_cancel(self) -> None:
        """Changed my mind: the card comes back."""
        self._close("cancelled")

    def _close(self, state: str) -> None:
        if not self.todos:
            return
        try:
            _, sentence = self.workspace.close_errand(self.todos[self.cursor].id, state)
        except PickyError as error:
            self.complain(error)
            return
        self.reload()
        self.tell(say("{} · z takes it back", shown(sentence)))

    def action_copy(self) -> None:
        """First the link, then the draft; then on to the next errand."""
        if not self.todos:
            return
        todo = self.todos[self.cursor]
        if self._copied != todo.id and todo.slug:
            self._copied = todo.id
            self.picky.copy_link(todo.slug)
            if todo.draft:
                return
        elif todo.draft:
            self.picky.copy_text(todo.draft)
        self._copied = None
        self.cursor += 1
        self.draw()

    def action_edit(self) -> None:
        """Edit the draft under the cursor."""
        if not self.todos:
            return
        todo = self.todos[self.cursor]
        if todo.draft:
            self.picky.edit_draft(todo)
        else:
            self.tell(Shown("Nothing is written for this one: the steps are all there is to do."))

    def action_open(self) -> None:
        """The profile, in a browser on this machine."""
        if self.todos:
            self.picky.open_profile(self.todos[self.cursor].slug)

    def action_staged(self) -> None:
        """Review what is staged."""
        self.picky.open_screen("staged")


_AROUND = 8
"""Rows of the page that are not the errand under the cursor: title, notice, footer, and the errands beside it."""


def _draft_of(todo: PendingErrand, cells: int, rows: int) -> list[Line]:
    """Return how the draft is written, what is still to be filled in, and as much of its text as there is room for."""
    written = todo.written
    manner = join(
        (shown(manner_of(written.voice, written.language)), Shown("edited") if written.is_edited else Shown(""))
    )
    gaps = join([shown(gap) for gap in written.gaps], " ")
    left = Span(say("  to fill in: {}", gaps), "look") if gaps else Span(Shown(""))
    text = wrap(shown(todo.draft, multiline=True), cells - 8)
    more = [line(dim(Shown("     │ … E to read it all")))] if len(text) > max(rows, 3) else []
    return [
        line(dim(say("     {}", manner)), left),
        *(line(dim(say("     │ {}", each))) for each in text[: max(rows, 3) - len(more)]),
        *more,
    ]


class StagedScreen(ListingScreen):
    """Removals, before they count."""

    HELP = """\
# Staged
Removing a connection cannot be taken back on LinkedIn. Look at the names once more; Enter lets them all count.
"""
    KEYS: ClassVar[tuple[Key, ...]] = STAGED
    BINDINGS: ClassVar[list[BindingType]] = page_bindings(STAGED)
    NAME = "staged"

    def __init__(self) -> None:
        super().__init__()
        self._todos: list[PendingErrand] = []

    def on_mount(self) -> None:
        """Read, then draw."""
        self.reload()
        self.draw()

    def reload(self) -> None:
        """Read what is staged."""
        self._todos = [todo for todo in self.workspace.outbox() if todo.state == "staged"]

    def title_line(self) -> tuple[Line, Line]:
        """Return how many would count."""
        return line(Span(Shown("Staged"), "title")), line(dim(count(len(self._todos), "removal")))

    def above(self, cells: int) -> list[Line]:
        """Return what Enter will do."""
        told = say("  Enter lets {} count. Then they are yours to do on LinkedIn.", count(len(self._todos), "removal"))
        return [line(Span(told, "look")), BLANK]

    def length(self) -> int:
        """Return how many are staged."""
        return len(self._todos)

    def entry(self, index: int, cells: int) -> Line:
        """Return the name."""
        return line(shown(self._todos[index].name))

    def when_empty(self) -> list[Line]:
        """Nothing to confirm."""
        return [
            line(Span(Shown("  Nothing is staged."), "title")),
            BLANK,
            line(Shown("  Removals come here first. Esc: back")),
        ]

    def action_confirm(self) -> None:
        """Let all count."""
        if not self._todos:
            return
        _, sentence = self.workspace.confirm([todo.id for todo in self._todos])
        self.picky.back()
        self.picky.page_screen.reload()
        self.picky.page_screen.tell(say("{} · z takes it back", shown(sentence)))

    def action_drop(self) -> None:
        """Drop one: its card comes back."""
        if self._todos:
            _, sentence = self.workspace.close_errand(self._todos[self.cursor].id, "cancelled")
            self.reload()
            self.tell(say("{} · z takes it back", shown(sentence)))
