"""Taking a mailbox in, next to Python's own walk through the same file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .figures import Figure, ratio
from .stores import Bench, say

MAILS = 20_000
CONNECTIONS = 2_000
_WALK = "import mailbox, sys\nfor mail in mailbox.mbox(sys.argv[1]): pass"
_WRITE = "import sys; from pathlib import Path; from tests.benchmarks.big_archive import write_big; "


class _Used(NamedTuple):
    seconds: float
    """Of the processor, the system's share included: others at work on the machine do not lengthen it."""
    peak: int
    """In bytes."""


def mail_figures(bench: Bench, runs: int, mails: int = MAILS) -> Iterator[Figure]:
    """The whole process of each. As many rounds as make sense for files of this size: one in ten of those asked for."""
    folder = bench.folder / "mails"
    archive, box = _written(folder, mails)
    taken: list[_Used] = []
    walked: list[_Used] = []
    for run in range(max(runs // 10, 1)):
        say(f"taking {mails:,} mails in, {run + 1} of {max(runs // 10, 1)}")
        store = bench.fresh()
        _used(bench, bench.importing(store, archive))
        taken.append(_used(bench, bench.importing(store, box)))
        walked.append(_used(bench, [sys.executable, "-c", _WALK, str(box)]))
    name = f"{mails:,} mails ÷ mailbox.mbox"
    yield ratio(name, [used.seconds for used in taken], [used.seconds for used in walked], 3)
    yield Figure("peak memory of taking mails in", max(used.peak for used in taken) / 1e6, 200, " MB")
    box.unlink()


def _written(folder: Path, mails: int) -> tuple[Path, Path]:
    """An archive and a mailbox, by processes of their own: a child's peak memory starts at what its parent holds."""
    folder.mkdir()
    subprocess.run(
        [sys.executable, "-c", f"{_WRITE}write_big(Path(sys.argv[1]), {CONNECTIONS}, 5_000, 500)", folder], check=True
    )
    archive, box = next(folder.glob("*.zip")), folder / "mail.mbox"
    say(f"writing {mails:,} mails …")
    subprocess.run([sys.executable, "-m", "tests.benchmarks.big_mailbox", box, archive, str(mails)], check=True)
    return archive, box


def _used(bench: Bench, command: list[str]) -> _Used:
    process = subprocess.Popen(command, env=bench.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return _Used(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)
