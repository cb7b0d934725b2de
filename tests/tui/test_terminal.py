from __future__ import annotations

import asyncio
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from models.errors import PickyError, RefusedError
from tui import terminal
from tui.terminal import crash_report, has_terminal, leave_on_signals, open_link, over_ssh, require_terminal

Started = list[tuple[list[str], dict[str, object]]]
PROFILE = "https://www.linkedin.com/in/ann-lee"


class Stream:
    def __init__(self, is_terminal: bool = True, closed: bool = False) -> None:
        self.closed = closed
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """A local terminal on a desktop."""
    for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "ESCDELAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("__stdin__", "__stdout__", "__stderr__"):
        monkeypatch.setattr(sys, name, Stream())


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    """What would have been started, instead of starting it."""
    calls: Started = []

    class Recorder:
        def __init__(self, command: list[str], **options: object) -> None:
            calls.append((command, options))

        def wait(self) -> int:
            return 0

    monkeypatch.setattr(subprocess, "Popen", Recorder)
    monkeypatch.setattr(terminal, "_opener", lambda: "/usr/bin/xdg-open")
    return calls


def test_a_terminal_is_enough_to_start() -> None:
    require_terminal()


@pytest.mark.parametrize("name", ["__stdin__", "__stdout__", "__stderr__"])
@pytest.mark.parametrize("stream", [None, Stream(is_terminal=False), Stream(closed=True)])
def test_without_a_terminal_the_app_refuses_and_says_what_works(
    name: str, stream: Stream | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, name, stream)
    with pytest.raises(PickyError) as refusal:
        require_terminal()
    assert "picky queue" in refusal.value.hint
    assert refusal.value.exit_code == 1


def test_a_dumb_terminal_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert not has_terminal()


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"])
def test_ssh_is_known_by_any_of_its_traces(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not over_ssh()
    monkeypatch.setenv(name, "x")
    assert over_ssh()


@pytest.fixture
def umask() -> object:
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_files_are_private_and_escape_is_patient_over_ssh_unless_told_otherwise(
    umask: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal.resource, "setrlimit", lambda *_: None)
    terminal.prepare()
    assert "ESCDELAY" not in os.environ
    assert os.umask(0o077) == 0o077
    monkeypatch.setenv("SSH_TTY", "x")
    monkeypatch.setenv("ESCDELAY", "50")
    terminal.prepare()
    assert os.environ["ESCDELAY"] == "50"
    monkeypatch.delenv("ESCDELAY")
    terminal.prepare()
    assert os.environ.pop("ESCDELAY") == "500"


def test_preparing_imports_no_textual_so_that_the_delay_is_read_after_it() -> None:
    code = "import sys, tui.terminal; tui.terminal.prepare(); sys.exit('textual' in sys.modules)"
    root = Path(terminal.__file__).parents[1]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
async def test_a_signal_leaves_with_the_code_a_shell_expects(number: signal.Signals) -> None:
    loop = asyncio.get_running_loop()
    left: asyncio.Future[int] = loop.create_future()
    leave_on_signals(loop, left.set_result)
    try:
        os.kill(os.getpid(), number)
        assert await asyncio.wait_for(left, 5) == 128 + number
    finally:
        loop.remove_signal_handler(signal.SIGHUP)
        loop.remove_signal_handler(signal.SIGTERM)


def test_a_profile_opens_without_shell_terminal_or_chosen_browser(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", "w3m")
    open_link("http://de.linkedin.com/in/ann-lee?trk=mail")
    ((command, options),) = started
    assert command == ["/usr/bin/xdg-open", PROFILE]
    assert not options.get("shell")
    assert options["start_new_session"]
    assert options["stdin"] == options["stdout"] == options["stderr"] == subprocess.DEVNULL
    assert not {"BROWSER", "TERM"} & set(options["env"])  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://evil.example",
        "https://www.linkedin.com/feed",
        "",
    ],
)
def test_nothing_but_a_profile_opens(url: str, started: Started) -> None:
    with pytest.raises(RefusedError):
        open_link(url)
    assert started == []


def test_over_ssh_nothing_opens(started: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "x")
    with pytest.raises(RefusedError) as refusal:
        open_link(PROFILE)
    assert "copies" in refusal.value.hint
    assert started == []


def test_without_a_desktop_there_is_no_browser_to_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(RefusedError):
        open_link(PROFILE)


class FaultError(Exception):
    """Carries somebody's name, as real ones do."""


def fail(secret: str) -> None:
    person = {"name": secret}
    try:
        person[secret + " again"]
    except KeyError as error:
        raise FaultError(f"no {secret} in {person}") from error


def test_a_crash_report_says_where_and_nothing_about_whom(tmp_path: Path) -> None:
    with pytest.raises(FaultError) as caught:
        fail("Ann Lee")
    path = crash_report(caught.value, tmp_path / "reports")
    report = path.read_text()
    assert "Ann" not in report
    assert str(tmp_path) not in report
    assert "KeyError" in report
    assert report.index("KeyError") < report.index("FaultError")
    assert " fail\n" in report
    assert "Python 3" in report
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_crash_report_keeps_the_machines_own_words(tmp_path: Path) -> None:
    report = crash_report(OSError(28, "No space left", "/home/ann/Downloads/x.zip"), tmp_path).read_text()
    assert "OSError ENOSPC" in report
    assert "ann" not in report


def test_crash_reports_never_overwrite_each_other(tmp_path: Path) -> None:
    assert len({crash_report(ValueError(), tmp_path) for _ in range(3)}) == 3
