"""A pseudo-terminal that answers like a real one and keeps when each byte came."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import subprocess
import termios
import threading
from collections.abc import Sequence
from time import perf_counter, sleep
from typing import Final, NamedTuple, Self

import pyte

COLUMNS, ROWS = 80, 24
QUIET: Final = 0.025
"""So long without a byte, and a repaint has ended."""
PATIENCE: Final = 20.0
"""Seconds after which an app that shows nothing has failed."""
_ANSWERS: Final = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[5n": b"\x1b[0n"}
_LONGEST: Final = max(map(len, _ANSWERS))


class Chunk(NamedTuple):
    """What one read brought, and when it returned."""

    at: float
    data: bytes


class Repaint(NamedTuple):
    """What one key led to."""

    seconds: float
    """From before the key was written to the last byte it brought."""
    size: int


class Terminal:
    """A program in a pseudo-terminal of 80 by 24. The reader only notes and answers, so as never to be slow."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self.chunks: list[Chunk] = []
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.started = perf_counter()
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Hang up politely, so that the program closes its store; then for good."""
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._master)

    def first_paint(self, wanted: Sequence[str]) -> float:
        """Seconds from the start until all these texts stood on the screen."""
        screen = pyte.Screen(COLUMNS, ROWS)
        stream = pyte.ByteStream(screen)
        drawn = 0
        while perf_counter() - self.started < PATIENCE:
            sleep(QUIET)
            self.settle(4 * QUIET)  # drawing in pyte is slow, so not while the program is at work
            while drawn < len(self.chunks):
                stream.feed(self.chunks[drawn].data)
                drawn += 1
                shown = _squeezed("".join(screen.display))
                if all(_squeezed(text) in shown for text in wanted):
                    return self.chunks[drawn - 1].at - self.started
        raise TimeoutError(f"{wanted} never came up:\n" + "\n".join(screen.display))

    def press(self, key: str) -> Repaint:
        """Press a key and wait for the end of the repaint."""
        self.settle(QUIET)
        before, pressed = len(self.chunks), perf_counter()
        os.write(self._master, key.encode())
        while len(self.chunks) == before:
            if perf_counter() - pressed > PATIENCE:
                raise TimeoutError(f"{key!r} changed nothing")
            sleep(0.002)
        self.settle(QUIET)
        fresh = self.chunks[before:]
        return Repaint(fresh[-1].at - pressed, sum(len(chunk.data) for chunk in fresh))

    def settle(self, silence: float) -> None:
        """Wait until nothing has come for so long."""
        while True:
            last = self.chunks[-1].at if self.chunks else self.started
            left = last + silence - perf_counter()
            if left <= 0:
                return
            sleep(left)

    def _read(self) -> None:
        tail = b""
        while True:
            try:
                data = os.read(self._master, 65_536)
            except OSError:  # how a pseudo-terminal says that nobody is there any more
                return
            self.chunks.append(Chunk(perf_counter(), data))
            tail = self._answer(tail, data)

    def _answer(self, tail: bytes, data: bytes) -> bytes:
        """Answer the questions in what came, also those that two reads cut; return what may be half of one."""
        text = tail + data
        for question, answer in _ANSWERS.items():
            for _ in range(text.count(question) - tail.count(question)):
                os.write(self._master, answer)
        return text[-_LONGEST + 1 :]


def _squeezed(text: str) -> str:
    return "".join(text.split())
