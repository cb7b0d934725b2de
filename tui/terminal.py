"""The terminal the app runs in: whether there is one, how it is left, and what may be started from it."""

from __future__ import annotations

import asyncio
import errno
import os
import platform
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from models import clock
from models.errors import PickyError, RefusedError

from .text import profile_link


def prepare() -> None:
    """Settle what a process must settle first: nobody else reads its files, and Escape survives a slow line.

    To be called before Textual is imported, which reads the delay of Escape only then.
    """
    os.umask(0o077)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if over_ssh():
        os.environ.setdefault("ESCDELAY", "500")


def over_ssh() -> bool:
    """Return whether the person sits at another machine than this one."""
    return any(os.environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))


def has_terminal() -> bool:
    """Return whether there is a terminal to draw on and to read keys from."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    return os.environ.get("TERM") != "dumb" and all(
        stream is not None and not stream.closed and stream.isatty() for stream in streams
    )


def require_terminal() -> None:
    """Refuse to start the app where nobody could see it or press a key."""
    if not has_terminal():
        raise PickyError("The app needs a terminal to draw on.", "picky queue prints what waits as text.")


def leave_on_signals(loop: asyncio.AbstractEventLoop, leave: Callable[[int], object]) -> None:
    """A hang-up or a request to end calls `leave` with the exit code a shell expects for it."""
    for number in (signal.SIGHUP, signal.SIGTERM):
        loop.add_signal_handler(number, leave, 128 + number)


def open_link(url: str) -> None:
    """Open a profile in the browser of this machine; nothing else, nowhere else."""
    link = profile_link(url)
    if link is None:
        raise RefusedError("This is no link to a LinkedIn profile, and picky opens nothing else.")
    if over_ssh():
        raise RefusedError("Over SSH the browser would open on the other machine.", "y copies the link.")
    opener = _opener()
    if opener is None:
        raise RefusedError("There is no browser here that picky could open.", "y copies the link.")
    # In a session of its own a text browser finds no terminal to draw over ours.
    started = subprocess.Popen(  # noqa: S603 — no shell, and the link was built anew from its slug
        [opener, link],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if name not in ("BROWSER", "TERM")},
        start_new_session=True,
    )
    threading.Thread(target=started.wait, name="picky-browser", daemon=True).start()


def crash_report(error: BaseException, folder: Path) -> Path:
    """Write where the app failed, for its user to send: types and places, no message and no value."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stamp = clock.now().strftime("%Y%m%d-%H%M%S")
    handle, path = tempfile.mkstemp(prefix=f"crash-{stamp}-", suffix=".txt", dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as report:
        report.writelines(f"{line}\n" for line in (*_versions(), "", *_story(error)))
    return Path(path)


def _opener() -> str | None:
    if sys.platform == "darwin":
        return "/usr/bin/open"
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return shutil.which("xdg-open")
    return None


def _versions() -> Iterator[str]:
    from importlib import metadata  # slow to import, and only wanted here

    for package in ("picky-network", "textual", "rich", "peewee"):
        with suppress(metadata.PackageNotFoundError):
            yield f"{package} {metadata.version(package)}"
    yield f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"


def _story(error: BaseException) -> Iterator[str]:
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    for failure in reversed(chain):
        yield f"{type(failure).__module__}.{type(failure).__qualname__}{_code(failure)}"
        for frame, line in list(traceback.walk_tb(failure.__traceback__))[-50:]:
            yield f"  {frame.f_globals.get('__name__')}:{line} {frame.f_code.co_qualname}"


def _code(failure: BaseException) -> str:
    """Return the machine's own word for a failure of the disk or the database, which names nobody."""
    number = failure.errno if isinstance(failure, OSError) else None
    word = errno.errorcode.get(number or 0) or getattr(failure, "sqlite_errorname", None)
    return f" {word}" if word else ""
