"""What is measured: two stores built once in a temporary folder, and the two programs that are compared."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

SIZES = (30_000, 300_000)
QUEUES = ("stale", "invites")
BARE = "This is card number"
_HERE = Path(__file__).parent
_NOT_OURS = (
    "SSH_", "TEXTUAL", "PICKY_", "XDG_", "COLORTERM", "NO_COLOR", "LINES", "COLUMNS",
    "PYTHONDONTWRITEBYTECODE",  # an installed program has its bytecode; compiling it at every start is not what is asked
)  # fmt: skip
_WRITE = "import sys; from pathlib import Path; from tests.benchmarks.big_archive import write_big; "


@dataclass(frozen=True, slots=True)
class Bench:
    """A folder with an archive and a store of each size, and how to run things on them."""

    folder: Path
    archives: dict[int, Path]
    environment: dict[str, str]
    _copies: Iterator[int]

    def store(self, size: int) -> Path:
        """The store of that many connections: to look at, not to decide in."""
        return self.folder / f"{size}.db"

    def copy(self, size: int) -> Path:
        """One's own store of that many connections, to decide in."""
        made = Path(shutil.copy(self.store(size), self.fresh()))
        os.sync()  # else the first commits wait until the copy is on the disk
        return made

    def fresh(self) -> Path:
        """A path where no store is yet."""
        return self.folder / f"fresh-{next(self._copies)}.db"

    def bare(self) -> list[str]:
        """The command of the app everything is compared with."""
        return [sys.executable, str(_HERE / "bare_app.py")]

    def review(self, store: Path, queue: str) -> list[str]:
        """The command that shows a queue's first card."""
        return [_picky(), "--store", str(store), "review", queue]

    def taking_in(self, size: int, store: Path) -> list[str]:
        """The command that imports an archive."""
        return self.importing(store, self.archives[size])

    def importing(self, store: Path, path: Path) -> list[str]:
        """The command that imports any file."""
        return [_picky(), "--store", str(store), "import", str(path)]

    def raw(self, size: int, store: Path) -> list[str]:
        """The command that puts the same rows into a file, not understanding any."""
        return [sys.executable, str(_HERE / "raw_import.py"), str(self.archives[size]), str(store)]

    def matching(self, size: int, badges: Path) -> list[str]:
        """The command that asks who of a list is known."""
        return [_picky(), "--store", str(self.store(size)), "match", str(badges), "--json"]

    def raw_match(self, size: int, badges: Path) -> list[str]:
        """The command that compares their names with all names of the archive."""
        return [sys.executable, "-m", "tests.benchmarks.speed.raw_match", str(self.archives[size]), str(badges)]

    def dedupe(self, path: Path, target: Path) -> list[str]:
        """The command that finds the duplicates in a file."""
        return [_picky(), "dedupe", str(path), "--clusters", str(target)]

    def first_name(self, size: int, queue: str) -> str:
        """Whose card comes first."""
        return str(self._json(self.store(size), "queue", queue, "--limit", "1")["items"][0]["name"])

    def counts(self, store: Path) -> dict[str, dict[str, int]]:
        """How many cards of each queue are open, put off and decided."""
        return {held["name"]: held for held in self._json(store, "queue")["queues"]}

    def _json(self, store: Path, *words: str) -> dict[str, Any]:
        command = [_picky(), "--store", str(store), *words, "--json"]
        answer = subprocess.run(command, env=self.environment, check=True, capture_output=True)
        return dict(json.loads(answer.stdout))


@contextmanager
def bench() -> Iterator[Bench]:
    """Build both stores; everything is gone at the end."""
    with TemporaryDirectory(prefix="picky-bench-") as name:
        folder = Path(name)
        made = Bench(folder, {size: _archive(folder, size) for size in SIZES}, _environment(folder), count())
        for size in SIZES:
            say(f"building the store of {size:,} connections …")
            command = made.taking_in(size, made.store(size))
            subprocess.run(command, env=made.environment, check=True, stdout=subprocess.DEVNULL)
        _settle_disk(folder)
        yield made


def say(text: str) -> None:
    """Progress, beside the report."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201 — the report of a script


def _settle_disk(folder: Path) -> None:
    """Let what was built reach the disk, and tell what every commit here waits for at least."""
    os.sync()
    taken = []
    with (folder / "flushed").open("wb", buffering=0) as file:
        for _ in range(30):
            file.write(bytes(4_096))
            started = perf_counter()
            os.fdatasync(file.fileno())
            taken.append(perf_counter() - started)
    say(f"one flush to this disk takes {1000 * median(taken):.2f} ms, at least {1000 * min(taken):.2f}")


def _archive(folder: Path, size: int) -> Path:
    """Written by a process of its own: a child's peak memory starts at what its parent holds."""
    own = folder / str(size)
    own.mkdir()
    subprocess.run([sys.executable, "-c", f"{_WRITE}write_big(Path(sys.argv[1]), {size})", own], check=True)
    return next(own.glob("*.zip"))


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of the user's own: no settings, no terminal's special wishes."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_OURS)}
    return {**kept, "TERM": "xterm-256color", "HOME": str(folder), "PICKY_CONFIG": str(folder / "config")}


def _picky() -> str:
    return str(Path(sys.executable).with_name("picky"))
