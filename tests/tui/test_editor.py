"""The user's own editor: started by a key alone, on a file nobody else can read, which is gone afterwards."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pyte
import pytest

from models.errors import RefusedError
from models.workspace import Workspace
from tests.factories import workspace_at
from tui.editor import command, edited

ROOT = Path(__file__).parents[2]


def script(folder: Path, body: str) -> list[str]:
    """An editor that does this to the file it is given."""
    path = folder / "editor.py"
    path.write_text(f"import sys, os\npath = sys.argv[1]\n{body}\n")
    return [sys.executable, str(path)]


def test_the_text_comes_back_as_the_editor_left_it(tmp_path: Path) -> None:
    words = script(tmp_path, "text = open(path).read()\nopen(path, 'w').write(text.replace('Zoë', 'Ann') + 'Bye\\n')")
    assert edited("Hi Zoë,\n\nhello.", tmp_path, words) == "Hi Ann,\n\nhello.\nBye"


def test_nobody_else_can_read_the_file_and_nothing_of_it_stays(tmp_path: Path) -> None:
    told = tmp_path / "told"
    words = script(
        tmp_path,
        f"open({str(told)!r}, 'w').write(f'{{os.stat(path).st_mode & 0o777:o}} {{os.stat(os.path.dirname(path)).st_mode & 0o777:o}}')\n"
        "open(path + '~', 'w').write('a copy')",
    )
    edited("Hi", tmp_path, words)
    assert told.read_text() == "600 700"
    assert {path.name for path in tmp_path.iterdir()} == {"editor.py", "told"}


@pytest.mark.parametrize("body", ["sys.exit(3)", "os.remove(path)", "open(path, 'wb').write(b'\\xff\\xfe\\xff')"])
def test_an_editor_that_fails_leaves_the_draft_as_it_was(body: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="the draft is as it was"):
        edited("Hi", tmp_path, script(tmp_path, body))
    assert {path.name for path in tmp_path.iterdir()} == {"editor.py"}


def test_visual_comes_before_editor_and_both_may_have_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.editor.has_terminal", lambda: True)
    monkeypatch.setenv("EDITOR", "false")
    assert command() == ["false"]
    monkeypatch.setenv("VISUAL", "true -w 'two words'")
    assert command() == ["true", "-w", "two words"]
    monkeypatch.setenv("VISUAL", "true 'unclosed")
    with pytest.raises(RefusedError, match="Neither VISUAL nor EDITOR"):
        command()


@pytest.fixture
def errand(demo: Workspace) -> Workspace:
    """A store with one draft in its outbox, closed for the app to open."""
    demo.decide("invites", demo.items("invites", 1)[0].id, "ask")
    demo.close()
    return demo


def test_in_a_terminal_the_editor_has_the_screen_and_gives_it_back(errand: Workspace, tmp_path: Path) -> None:
    words = script(tmp_path, "print('IN THE EDITOR', flush=True)\ninput()\nopen(path, 'a').write('See you soon.\\n')")
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    store = str(errand.settings.store)
    app = subprocess.Popen(
        [sys.executable, "-c", "from tui.cli import main; main()", "--store", store],
        stdin=slave, stdout=slave, stderr=slave, cwd=ROOT, start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color", "EDITOR": " ".join(words), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    os.close(slave)
    screen = pyte.Screen(80, 24)
    stream = pyte.ByteStream(screen)

    def until(text: str, *, typed: str = "") -> None:
        """Type, then draw until this stands on the screen."""
        os.write(master, typed.encode())
        end = monotonic() + 20
        while text not in "\n".join(screen.display):
            assert monotonic() < end, "\n".join(screen.display)
            if select.select([master], [], [], 0.2)[0]:
                output = os.read(master, 65_536)
                stream.feed(output)
                os.write(master, b"\x1b[0n" * output.count(b"\x1b[5n"))

    try:
        until("Waiting for you")
        until("Ask where you met", typed="gb")
        until("ctrl+d keep", typed="E")
        until("IN THE EDITOR", typed="\x05")
        until("See you soon.", typed="\n")
        until("edited the draft to", typed="\x04")
        os.write(master, b"q")
        assert app.wait(10) == 0
    finally:
        with suppress(ProcessLookupError):
            app.kill()
        app.wait()
        os.close(master)
    again = workspace_at(errand.settings.store)
    assert again.outbox()[0].draft.endswith("\nSee you soon.")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("draft-")]
    again.close()
