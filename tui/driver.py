"""Textual's Linux driver with a stricter input loop and a writer that knows what has been on the screen."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.widget import Widget

from .finger import Finger
from .keystream import KeyStream
from .writer import Painted, Writer


class PickyDriver(LinuxDriver):
    """The driver to run the app with in a terminal."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._writer = self._new_writer()
        self._unpainted: list[tuple[Widget, Painted]] = []

    def start_application_mode(self) -> None:
        """Take the terminal over, and find out whether it answers."""
        if self._writer.ident is not None:
            self._writer = self._new_writer()  # back from a suspension
        self._writer.start()
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual leaves it unannotated
        self._writer.introduce()

    def write(self, data: str) -> None:
        """Queue text for the terminal."""
        self._writer.put(data)

    def flush(self) -> None:
        """A frame is complete: whoever waits for a widget that is part of it can be told once it is drawn."""
        if self._unpainted:
            waiting, self._unpainted = self._unpainted, []
            for widget, painted in waiting:
                self.when_on_screen(widget, painted)

    def close(self) -> None:
        """Let the terminal have what is still queued, and go."""
        super().close()
        self._writer.stop()

    def when_on_screen(self, widget: Widget, painted: Painted) -> None:
        """Have the app's loop call `painted` once what the widget shows now is on the screen."""
        # Textual's own marks of a repaint that is still to come: with its public callbacks the question would
        # trail the frame by half a millisecond, an eighth of the way from key to picture.
        if not widget.size or widget._repaint_required or widget._repaint_regions:
            self._unpainted.append((widget, painted))
        else:
            self._writer.put(partial(self._in_the_loop, painted))

    def run_input_thread(self) -> None:
        """Read keys until the app leaves, or the terminal does."""
        stream = KeyStream(self._writer.answered)
        while not self.exit_event.is_set():
            ready = select.select([self.fileno], [], [], 0.02 if stream.is_waiting else 0.1)[0]
            data = self._read() if ready else b""
            if ready and not data:
                self._leave()
                return
            now = monotonic()
            for message in stream.feed(data, now) if data else stream.tick(now):
                self.process_message(message)
            self._writer.tick(now)

    def _new_writer(self) -> Writer:
        terminal = self._file
        assert terminal is not None
        return Writer(terminal.fileno(), terminal.encoding or "utf-8", self._leave)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4_096)
        except OSError:
            return b""  # how a pseudo-terminal says that its other end was closed

    def _leave(self) -> None:
        """The terminal is gone, as at a hang-up that someone made us ignore."""
        self._in_the_loop(partial(self._app.exit, None, 128 + signal.SIGHUP))

    def _in_the_loop(self, call: Callable[..., object], *arguments: object) -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody is left to be told
            self._loop.call_soon_threadsafe(call, *arguments)


def on_screen(widget: Widget, painted: Painted) -> None:
    """Call `painted` once what the widget shows from now on is on the screen; without a terminal, at once."""
    driver = widget.app._driver
    if isinstance(driver, PickyDriver):
        driver.when_on_screen(widget, painted)
    else:
        painted(monotonic())


def finger_for(app: App[Any]) -> Finger:
    """Return a finger that is patient at a terminal; under a test's driver any key may be about the present card."""
    return Finger(settle=-60.0, repeat=0.0) if app.is_headless else Finger()
