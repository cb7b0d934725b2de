"""Long reading in a thread of its own: the page is there at once and fills in, and every key works meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.worker import Worker, WorkerState

from models.errors import CancelledError

from .base import PageScreen
from .working import REDRAW_SECONDS, Work, work_on


class ReadingScreen(PageScreen):
    """A page whose values take a while to be read. Leaving it forgets them."""

    reading: Work | None = None

    def read(self, tell: Callable[[str], None]) -> object:
        """Read the values, in the thread; `tell` is told what is read next."""
        raise NotImplementedError

    def came(self, result: object) -> None:
        """They are there: the values, or the error that ended the reading."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Draw the frame; only when it stands the reading begins."""
        super().on_mount()
        self._ticking = self.set_interval(REDRAW_SECONDS, self.draw, pause=True)
        self.call_after_refresh(self.begin_reading)

    def begin_reading(self) -> None:
        """Read, or read again."""
        if self.reading:
            self.reading.stop()
        work = self.reading = Work()
        job = partial(work_on, lambda _: self.read(lambda what: work.tell(what, 0)), work)
        self._ticking.resume()
        self.run_worker(job, thread=True, exclusive=True, name="reading")
        self.draw()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Hand over the values."""
        result = event.worker.result
        if event.state is WorkerState.SUCCESS and not isinstance(result, CancelledError):
            self.reading = None
            self._ticking.pause()
            self.came(result)
            self.draw()

    def on_unmount(self) -> None:
        """Whoever leaves does not wait for the thread, and the thread stops at its next step."""
        if self.reading:
            self.reading.stop()
