"""Long work in a thread of its own: it tells how far it is, can be stopped, and then keeps nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TypeVar

from textual import events
from textual.worker import Worker, WorkerState

from models.errors import CancelledError, PickyError

from ..text import Shown
from .base import PageScreen

Result = TypeVar("Result")
Told = Callable[[str, int], None]
"""How the work says what it is at, and how many of it are done."""

REDRAW_SECONDS = 0.1


class Work:
    """What a piece of work told so far. One thread writes, another reads."""

    def __init__(self) -> None:
        self.told: dict[str, int] = {}
        self._stop = Event()

    def tell(self, what: str, count: int) -> None:
        """Note how far it is; raises `CancelledError` once it is to stop."""
        if self._stop.is_set():
            raise CancelledError("Stopped. Nothing of it was kept.")
        self.told[what] = count

    def stop(self) -> None:
        """Have it stop the next time it tells something."""
        self._stop.set()


class WorkingScreen(PageScreen):
    """A page that can be busy. While it is, Escape stops the work, and other keys wait."""

    work: Work | None = None

    def finished(self, result: object) -> None:
        """The work is done: its result, or the error that ended it."""
        raise NotImplementedError

    def begin(self, job: Callable[[Told], object]) -> None:
        """Start the work."""
        self.work = Work()
        self._ticking = self.set_interval(REDRAW_SECONDS, self.draw)
        self.run_worker(partial(work_on, job, self.work), thread=True, exclusive=True, name="work")
        self.draw()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Hand over the result."""
        if event.worker.name == "work" and event.state is WorkerState.SUCCESS and self.work:
            self._ticking.stop()
            self.work = None
            self.finished(event.worker.result)

    def on_key(self, event: events.Key) -> None:
        """While the work goes on only leaving and quitting mean anything: the store is busy."""
        if self.work and not self.means(event, "leave", "app.quit"):
            event.stop()
            event.prevent_default()
            self.tell(Shown("At work. Esc stops it, and nothing of it is kept."))

    def action_leave(self) -> None:
        """Stop the work; else back."""
        if self.work:
            self.work.stop()
            self.tell(Shown("Stopping …"))
        else:
            super().action_leave()

    def on_unmount(self) -> None:
        """The app leaves: its end waits for the thread."""
        if self.work:
            self.work.stop()


def work_on(job: Callable[[Told], Result], work: Work) -> Result | PickyError:
    """In the thread: what a person can understand is a result; any other error is the app's own."""
    try:
        return job(work.tell)
    except PickyError as error:
        return error
