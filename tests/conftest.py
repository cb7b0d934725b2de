"""What every test stands on: nobody's own settings, a clock that stands still, a store of its own, no network."""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import tests.effort  # noqa: F401 — sets what Hypothesis tries before the first test is read

if TYPE_CHECKING:
    from models.workspace import Workspace

# Textual reads its environment when it is imported, and nobody's own taste may show in a picture.
_TASTE = ("TEXTUAL", "PICKY_", "SSH_", "XDG_", "LC_")
_KNOBS = ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "LINES", "ESCDELAY", "TERM_PROGRAM", "LANGUAGE")
_NEEDED = "TEXTUAL_SNAPSHOT_TEMPDIR"  # how the workers of xdist find one another's pictures
for _name in [name for name in os.environ if (name.startswith(_TASTE) or name in _KNOBS) and name != _NEEDED]:
    del os.environ[_name]
os.environ.update(TERM="xterm-256color", TZ="UTC")
time.tzset()

_MEMORY = Path("/dev/shm")
_ENOUGH_MEMORY = 2 << 30
"""Bytes; a run of the whole suite needs about a tenth at any one time."""
_DAY = 24 * 60 * 60


def _keep_temporary_files_in_memory() -> None:
    """Let temporary files live in memory where the system has room there: a commit waits for no disk then.

    Workers and child processes follow by `TMPDIR`; a `TMPDIR` that is set already is left alone.
    """
    if "TMPDIR" in os.environ or not os.access(_MEMORY, os.W_OK) or shutil.disk_usage(_MEMORY).free < _ENOUGH_MEMORY:
        return
    for left in _MEMORY.glob("picky-tests-*"):  # by a run that was killed
        if time.time() - left.stat().st_mtime > _DAY:
            shutil.rmtree(left, ignore_errors=True)
    os.environ["TMPDIR"] = tempfile.tempdir = tempfile.mkdtemp(prefix="picky-tests-", dir=_MEMORY)
    atexit.register(shutil.rmtree, tempfile.tempdir, ignore_errors=True)


_keep_temporary_files_in_memory()

NOW = "2026-09-17T09:00:00+00:00"
"""Two days after the newer of the two invented exports."""

_called: list[str] = []


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    """Every way to the internet passes here, also from C: an audit hook cannot be gone around, or taken out."""
    is_internet = event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6)
    if is_internet or event in ("socket.getaddrinfo", "socket.gethostbyname"):
        _called.append(f"{event}{arguments[1:]}")
        raise OSError("picky opens no socket to anywhere")


sys.addaudithook(_listen)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """Start one worker more than there are cores: whoever has a test of the screen waits for a third of its time."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def no_network() -> Iterator[list[str]]:
    """The test fails if anything reached for the network, whoever swallowed the error."""
    _called.clear()
    yield _called
    assert not _called, f"somebody reached for the network: {_called}"


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PICKY_NOW", NOW)
    monkeypatch.setenv("PICKY_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("PICKY_STORE", str(tmp_path / "network.db"))


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of `picky demo`, filled once; tests take copies."""
    from tests.factories import workspace_at
    from tui.commands.demo import fill

    path = tmp_path_factory.mktemp("demo") / "network.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PICKY_NOW", NOW)
        workspace = workspace_at(path)
        fill(workspace)
        workspace.close()
    return path


@pytest.fixture
def demo(demo_store: Path, tmp_path: Path) -> Iterator[Workspace]:
    """An open copy of the invented network."""
    yield from _opened(shutil.copyfile(demo_store, tmp_path / "network.db"))


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with nothing in it, made once; tests take copies."""
    from tests.factories import workspace_at

    path = tmp_path_factory.mktemp("empty") / "network.db"
    workspace_at(path).close()
    return path


@pytest.fixture
def empty(empty_store: Path, tmp_path: Path) -> Iterator[Workspace]:
    """An open store with nothing in it."""
    yield from _opened(shutil.copy(empty_store, tmp_path / "network.db"))


def _opened(path: Path) -> Iterator[Workspace]:
    from tests.factories import workspace_at

    workspace = workspace_at(path)
    yield workspace
    workspace.close()
