"""Pressing keys in the app, and reading what it shows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot
from textual.widgets import Input

from models.workspace import Workspace
from tui.app import PickyApp
from tui.screens.base import PageScreen

__all__ = ["Playing", "playing"]


class Playing:
    """The app under a finger."""

    def __init__(self, app: PickyApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and wait until all they began is done."""
        if keys:
            await self.pilot.press(*keys)
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def fill(self, *texts: str) -> None:
        """Put texts into the lines of the form on top, and keep it."""
        for field, text in zip(self.app.screen.query(Input), texts, strict=False):
            field.value = text
        await self.press("enter")

    @property
    def screen(self) -> PageScreen:
        """The uppermost page."""
        return self.app.page_screen

    @property
    def text(self) -> str:
        """The page as it reads."""
        return self.screen.page.text

    @property
    def notice(self) -> str:
        """The line above the footer."""
        return self.text.split("\n")[-2].strip()

    @property
    def clipboard(self) -> str:
        """What was sent to the terminal's clipboard last."""
        return self.app.clipboard


@asynccontextmanager
async def playing(
    workspace: Workspace, *keys: str, queue: str | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Playing]:
    """The app on this store, after these keys."""
    app = PickyApp(workspace, queue)
    async with app.run_test(size=size, notifications=True) as pilot:
        play = Playing(app, pilot)
        await play.press(*keys)
        yield play
