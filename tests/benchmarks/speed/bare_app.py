"""What every Textual app costs: one Static, one Footer, and a key that updates the Static."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Static


class Bare(App[None]):
    """The smallest app that has a footer."""

    BINDINGS: ClassVar[list[BindingType]] = [("u", "next", "Next")]

    def __init__(self) -> None:
        super().__init__()
        self._number = 0

    def compose(self) -> ComposeResult:
        yield Static("This is card number 0.")
        yield Footer()

    def action_next(self) -> None:
        """Show other words, as a card does."""
        self._number += 1
        self.query_one(Static).update(f"This is card number {self._number}.")


if __name__ == "__main__":
    Bare().run()
