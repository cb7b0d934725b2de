"""The driver in a pseudo-terminal: a small app at one end, at the other one that draws, answers or stalls."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pyte
import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from tui.driver import finger_for, on_screen
from tui.keystream import batch_of

ROOT = Path(__file__).parents[2]
CARDS = """
import asyncio, os, signal, sys
from textual.app import App
from textual.content import Content
from textual.events import Key, Paste
from textual.widgets import Static
from tui.driver import PickyDriver, finger_for, on_screen
from tui.keystream import batch_of
from tui.terminal import leave_on_signals

def say(*words):
    os.write(int(os.environ["REPORT"]), (" ".join(map(str, words)) + "\\n").encode())

class Cards(App):
    BINDINGS = [("l", "decide"), ("n", "next"), ("q", "quit")]
    def get_driver_class(self):
        return PickyDriver
    def compose(self):
        yield Static()
    def on_mount(self):
        if "signals" in sys.argv:
            leave_on_signals(asyncio.get_running_loop(), lambda code: self.exit(return_code=code))
        self.finger, self.card = finger_for(self), 0
        self.action_next()
    async def on_event(self, event):
        if isinstance(event, Key):
            self.batch = batch_of(event)
        await super().on_event(event)
    def on_paste(self, event):
        say("pasted", ascii(event.text))
    def action_next(self):
        self.card += 1
        self.query_one(Static).update(Content(f"card {self.card}\\n" + chr(97 + self.card % 26) * 1500))
        painted = self.finger.turn()
        on_screen(self.query_one(Static), lambda at, card=self.card: (painted(at), say("seen", card)))
    def action_decide(self):
        refusal = self.finger.accepts(self.batch.read_at, self.batch.keys, self.batch.in_paste)
        say("decided", self.card) if refusal is None else say("refused", refusal.name)
        if refusal is None:
            self.action_next()

if "ignore" in sys.argv:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
app = Cards()
app.run(mouse=False)
sys.exit(app.return_code or 0)
"""
Answer = Callable[[bytes], bytes]


def answers(output: bytes) -> bytes:
    """As terminals do."""
    return b"\x1b[0n" * output.count(b"\x1b[5n") + b"\x1b[?2026;2$y" * output.count(b"\x1b[?2026$p")


def answers_nothing(output: bytes) -> bytes:
    """As a recording does."""
    return b""


class Terminal:
    """One end of a pseudo-terminal; it draws, and answers, only while it is being waited on."""

    def __init__(self, answer: Answer, *words: str) -> None:
        self.answer = answer
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        self.said: list[str] = []
        self.questioned: list[str] = []
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.reports, report = os.pipe()
        hidden = ("SSH_CONNECTION", "SSH_TTY", "NO_COLOR", "TERM_PROGRAM")
        inherited = {name: value for name, value in os.environ.items() if name not in hidden}
        self.app = subprocess.Popen(
            [sys.executable, "-c", CARDS, *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=ROOT,
            env=inherited | {"TERM": "xterm-256color", "REPORT": str(report), "PYTHONPATH": str(ROOT)},
            pass_fds=(report,),
            start_new_session=True,
        )
        os.close(slave)
        os.close(report)

    def types(self, data: str | bytes) -> None:
        os.write(self.master, data if isinstance(data, bytes) else data.encode())

    def waits(self, seconds: float, until: str = "", draws: bool = True) -> bool:
        """Go on until something was said, at most so long; drawing and answering, or standing still."""
        end = monotonic() + seconds
        ends = [self.reports, *([self.master] if draws else [])]
        while until not in self.said and (left := end - monotonic()) > 0:
            ready = select.select(ends, [], [], left)[0]
            if self.reports in ready and (words := os.read(self.reports, 65_536)):
                self.said += words.decode().splitlines()
            if self.master in ready:
                self._draws()
        return until in self.said

    def _draws(self) -> None:
        with suppress(OSError):
            output = os.read(self.master, 65_536)
            self._feed(output)
            if reply := self.answer(output):
                os.write(self.master, reply)

    def _feed(self, output: bytes) -> None:
        """Draw, and note which card stood there whenever a question came."""
        *asked, rest = output.split(b"\x1b[5n")
        for before in asked:
            self.stream.feed(before)
            self.questioned.append(self.screen.display[0].strip())
        self.stream.feed(rest)

    def decided(self) -> list[str]:
        return [words for words in self.said if words.startswith("decided")]

    def leaves(self, seconds: float = 5.0) -> int:
        return self.app.wait(seconds)

    def close(self) -> None:
        with suppress(ProcessLookupError):
            self.app.kill()
        self.app.wait()
        for end in (self.master, self.reports):
            with suppress(OSError):
                os.close(end)


@pytest.fixture
def open_terminal() -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def open_one(answer: Answer = answers, *words: str) -> Terminal:
        opened.append(Terminal(answer, *words))
        assert opened[-1].waits(10, "seen 1")
        return opened[-1]

    yield open_one
    for terminal in opened:
        terminal.close()


Opener = Callable[..., Terminal]


@pytest.mark.parametrize("answer", [answers, answers_nothing])
def test_taps_a_tenth_of_a_second_apart_all_count(open_terminal: Opener, answer: Answer) -> None:
    """Best of three: where the machine is busy with something else, a card can be late, and its tap rightly refused."""
    for _ in range(3):
        terminal = open_terminal(answer)
        for _ in range(12):
            terminal.waits(0.1)
            terminal.types("l")
        if terminal.waits(2, "decided 12"):
            break
    assert terminal.decided() == [f"decided {n}" for n in range(1, 13)]
    terminal.waits(1, "seen 13")
    assert terminal.screen.display[0].startswith("card 13 ")


def test_the_terminal_is_asked_about_a_card_when_its_frame_is_complete(open_terminal: Opener) -> None:
    terminal = open_terminal()
    for n in range(2, 12):
        terminal.types("n")
        assert terminal.waits(2, f"seen {n}")
    assert terminal.questioned[1:] == [f"card {n}" for n in range(1, 12)]


def test_a_terminal_that_answered_but_once_is_not_waited_for_for_ever(open_terminal: Opener) -> None:
    once = iter([b"\x1b[0n"])
    terminal = open_terminal(lambda output: next(once, b"") if b"\x1b[5n" in output else b"")
    for n in range(1, 4):
        assert terminal.waits(3, f"seen {n}")
        terminal.waits(0.1)
        terminal.types("l")
    assert terminal.waits(3, "decided 3")


def test_keys_typed_blind_into_a_terminal_that_stands_still_decide_nothing(open_terminal: Opener) -> None:
    terminal = open_terminal()
    terminal.waits(0.1)
    terminal.types("l")
    assert terminal.waits(2, "seen 2")
    for _ in range(15):
        terminal.waits(0.1, draws=False)
        terminal.types("l")
    terminal.waits(2, "decided 2")
    terminal.waits(0.3)
    # The first of them was about a card that had been seen.
    assert terminal.decided() == ["decided 1", "decided 2"]
    terminal.types("l")
    assert terminal.waits(2, "decided 3")


def test_keys_typed_before_the_app_was_there_decide_nothing(open_terminal: Opener) -> None:
    terminal = Terminal(answers)
    try:
        terminal.types("l")
        terminal.waits(10, "seen 1")
        terminal.waits(0.1)
        assert terminal.decided() == []
    finally:
        terminal.close()


NOT_TYPED = (
    b"lll",
    b"l" * 400,
    b"\x1b[200~l\x1b[201~",
    b"\x1b[200~he \x1b l l \x1b[C\x1b[201~",
    b"\x1b[200~bio\x1b[201~l",
    b"\x1b[?62;22c\x1b[>41;354;0c\x1bP>|lll(l) l\x1b\\\x1b]11;rgb:l/l/l\x07\x1b[0n",
    b"\xe9\xff\x80",
)


def test_what_no_finger_typed_decides_nothing_and_leaves_the_app_alive(open_terminal: Opener) -> None:
    terminal = open_terminal()
    for data in NOT_TYPED:
        terminal.waits(0.1)
        terminal.types(data)
        terminal.waits(0.1)
        assert terminal.decided() == [], data
    terminal.types("l")
    assert terminal.waits(2, "decided 1")


def test_two_keys_in_one_read_decide_one_card(open_terminal: Opener) -> None:
    terminal = open_terminal()
    terminal.waits(0.1)
    terminal.types("ll")
    terminal.waits(2, "decided 1")
    terminal.waits(0.2)
    assert terminal.decided() == ["decided 1"]


def test_a_paste_arrives_whole_and_harmless(open_terminal: Opener) -> None:
    terminal = open_terminal()
    terminal.types("\x1b[200~Zoë\r\x1b[2J\u202ebio\x1b[201~")
    assert terminal.waits(2, f"pasted {'Zoë' + chr(10) + '⟨ESC⟩[2J⟨RLO⟩bio'!a}")


def test_the_app_leaves_when_the_terminal_is_gone_and_the_hang_up_ignored(
    open_terminal: Opener,
) -> None:
    terminal = open_terminal(answers, "ignore")
    os.close(terminal.master)
    assert terminal.leaves() == 128 + signal.SIGHUP


def test_the_app_can_be_ended_while_the_terminal_stands_still(open_terminal: Opener) -> None:
    terminal = open_terminal(answers, "signals")
    for _ in range(60):
        terminal.types("n")
        terminal.waits(0.02, draws=False)
    terminal.app.send_signal(signal.SIGTERM)
    assert terminal.leaves() == 128 + signal.SIGTERM


def test_the_app_leaves_the_terminal_as_it_found_it(open_terminal: Opener) -> None:
    terminal = open_terminal()
    drawn = bytearray()
    terminal.answer = lambda output: drawn.extend(output) or answers(output)  # type: ignore[func-returns-value]
    terminal.types("q")
    while terminal.app.poll() is None:
        terminal.waits(0.05)
    assert terminal.app.returncode == 0
    for end in (b"\x1b[?1049l", b"\x1b[?2004l", b"\x1b[?25h"):
        assert end in drawn
    assert termios.tcgetattr(terminal.master)[3] & termios.ECHO


class Tiny(App[None]):
    """Under a test's driver there is no terminal to wait for."""

    BINDINGS = [("l", "decide")]

    def compose(self) -> ComposeResult:
        yield Static()

    def on_mount(self) -> None:
        self.finger = finger_for(self)
        self.decided = 0
        self._show()

    def _show(self) -> None:
        on_screen(self.query_one(Static), self.finger.turn())

    def on_key(self, event: object) -> None:
        self.batch = batch_of(event)  # type: ignore[arg-type]

    def action_decide(self) -> None:
        if self.finger.accepts(self.batch.read_at, self.batch.keys, self.batch.in_paste) is None:
            self.decided += 1
            self._show()


async def test_under_a_test_driver_every_press_counts() -> None:
    app = Tiny()
    async with app.run_test() as pilot:
        await pilot.press(*"llllllllll")
        await pilot.pause()
        assert app.decided == 10
