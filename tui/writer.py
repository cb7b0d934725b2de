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

QUESTION: Final = "\x1b[5n"
"""Asks a terminal whether it is well. Nearly every one answers, and none shows anything."""
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
        self._asked: deque[tuple[Painted | None, float]] = deque()
        self._answers = False
        self._is_trusted = False
        self._is_lost = False

    def put(self, item: str | Painted) -> None:
        """Text to write; or whom to tell once all before it is on the screen."""
        self._queue.put(item)

    def introduce(self) -> None:
        """Ask for the first time, to learn whether this terminal answers at all."""
        self._asked.append((None, monotonic()))
        self.put(QUESTION)

    def answered(self, at: float) -> None:
        """The terminal has drawn everything up to the oldest open question."""
        self._answers = True
        if self._asked:
            painted, _ = self._asked.popleft()
            if painted:
                self._is_trusted = True
                painted(at)

    def tick(self, at: float) -> None:
        """No answer in time: ask a terminal again that used to answer, and one that never did no more."""
        if not self._asked or at - self._asked[0][1] < PATIENCE:
            return
        if self._is_trusted:
            self._asked.appendleft((self._asked.popleft()[0], at))
            self.put(QUESTION)
        else:
            self._answers = False
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
        if self._answers:
            self._asked.append((painted, monotonic()))
            self._write(QUESTION)
        else:
            painted(monotonic())

    def _release(self, at: float) -> None:
        while self._asked:
            painted, _ = self._asked.popleft()
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
