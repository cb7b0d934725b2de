"""Text to the terminal in order, without ever keeping the app waiting, and word of what it has drawn when.

That a frame was taken does not mean that it was drawn: a kernel keeps 18 kB that nobody has seen, a network
more. So a terminal that answers questions is asked one after the frame, and answers once the frame is drawn.
"""

from __future__ import annotations

import os
import select
import threading
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from time import monotonic
from typing import Final

Painted = Callable[[float], None]
"""Told the moment, on the monotonic clock, at which something was on the screen."""

STATUS: Final = "\x1b[5n"
"""Asks a terminal whether it is well. Nearly every one answers, and none shows anything."""
MODE: Final = "\x1b[?2026$p"
"""What Textual asks at its start anyway; asked again only where nothing but this was ever answered."""
PATIENCE: Final = 1.0
"""Seconds to wait for an answer, or at the end for a terminal that stands still."""


class Writer(threading.Thread):
    """The thread that writes; its queue has no end, so a terminal that stands still stops nobody."""

    def __init__(self, fileno: int, encoding: str, gone: Callable[[], None]) -> None:
        super().__init__(daemon=True, name="picky-output")
        self._fileno = fileno
        self._encoding = encoding
        self._gone = gone
        self._queue: SimpleQueue[str | Painted | None] = SimpleQueue()
        self._question: str | None = None
        self._asked: deque[tuple[str, Painted | None, float]] = deque()
        self._is_trusted = False
        self._is_lost = False

    def put(self, item: str | Painted) -> None:
        """Text to write; or whom to tell once all before it is on the screen."""
        self._queue.put(item)

    def expect(self, question: str) -> None:
        """A question will be in the text: its answer shows that this terminal answers."""
        self._asked.append((question, None, monotonic()))

    def answered(self, question: str, at: float) -> None:
        """The terminal has drawn everything up to this question."""
        if question == STATUS or self._question is None:
            self._question = question
        while any(asked == question for asked, _, _ in self._asked):
            asked, painted, _ = self._asked.popleft()
            if painted:
                self._is_trusted = True
                painted(at)
            if asked == question:
                return

    def tick(self, at: float) -> None:
        """No answer in time: ask a terminal again that used to answer, and one that never did no more."""
        if not self._asked or at - self._asked[0][2] < PATIENCE:
            return
        if self._is_trusted and self._question:
            question, painted, _ = self._asked.popleft()
            self._asked.appendleft((question, painted, at))
            self.put(self._question)
        else:
            self._question = None
            self._release(at)

    def stop(self) -> None:
        """Write what is left, unless the terminal does not take it."""
        self._queue.put(None)
        if self.is_alive():
            self.join(PATIENCE)

    def run(self) -> None:
        """Write all that is waiting in one go, until stopped."""
        waiting: list[str] = []
        while True:
            item = self._queue.get()
            if isinstance(item, str):
                waiting.append(item)
                if not self._queue.empty():
                    continue
            self._write("".join(waiting))
            waiting.clear()
            if item is None:
                return
            if callable(item):
                self._ask(item)

    def _ask(self, painted: Painted) -> None:
        if self._question is None:
            painted(monotonic())
        else:
            self._asked.append((self._question, painted, monotonic()))
            self._write(self._question)

    def _release(self, at: float) -> None:
        while self._asked:
            painted = self._asked.popleft()[1]
            if painted:
                painted(at)

    def _write(self, text: str) -> None:
        # Not through sys.stderr: a thread stuck in its buffer holds a lock the interpreter needs to end.
        data = memoryview(text.encode(self._encoding, "backslashreplace"))
        try:
            while data and not self._is_lost:
                data = data[self._write_some(data) :]
        except OSError:
            self._is_lost = True
            self._gone()

    def _write_some(self, data: memoryview) -> int:
        try:
            return os.write(self._fileno, data)
        except BlockingIOError:
            select.select([], [self._fileno], [], PATIENCE)
            return 0
