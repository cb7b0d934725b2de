"""What came of it: the kinds, open above the card. A letter chooses one."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from models.outcome_kinds import OutcomeKind, OutcomeVerdict

from ..bindings import bindings
from ..keys import KINDS
from ..text import Shown, clip, join, say, shown
from .forms import Form

_ROWS = 15
"""Kinds that are seen at once on the smallest screen."""


class KindForm(Form[OutcomeVerdict]):
    """Asks what came of it; gives the kind, or `None`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(KINDS)]

    def __init__(self, title: Shown, kinds: tuple[OutcomeKind, ...], guess: str = "") -> None:
        super().__init__()
        self._title = title
        self._kinds = kinds
        self._at = next((at for at, kind in enumerate(kinds) if kind.token == guess), 0)

    def compose(self) -> ComposeResult:
        """Title, the kinds, hint."""
        with Vertical():
            yield Static(Content(self._title), classes="title")
            yield Static(Content(self._listed()), id="kinds")
            yield Static(Content(shown("a letter, or enter: choose · ↑ ↓: move · esc: leave")), classes="hint")

    def on_key(self, event: events.Key) -> None:
        """A letter chooses its kind."""
        chosen = next((kind for kind in self._kinds if kind.letter and kind.letter == event.key), None)
        if chosen:
            event.stop()
            event.prevent_default()
            self.dismiss(OutcomeVerdict(chosen.token))

    def action_move(self, by: int) -> None:
        """The line above or below."""
        self._at = min(max(self._at + by, 0), len(self._kinds) - 1)
        self.query_one("#kinds", Static).update(Content(self._listed()))

    def action_choose(self) -> None:
        """The kind under the cursor."""
        self.dismiss(OutcomeVerdict(self._kinds[self._at].token))

    def _listed(self) -> Shown:
        first = max(min(self._at - _ROWS // 2, len(self._kinds) - _ROWS), 0)
        lines = []
        for at, kind in enumerate(self._kinds[first : first + _ROWS], start=first):
            cursor = Shown("▸" if at == self._at else " ")
            lines.append(say("{} {}  {}", cursor, shown(kind.letter or " "), clip(shown(kind.words), 60)))
        return join(lines, "\n")
