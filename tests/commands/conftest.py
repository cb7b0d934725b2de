"""Running a command as a shell would: its words in, its exit code and both streams out."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import pytest

from models.decisions.capture import NewEncounter
from tests.models.support import NOW, Export, opened, person


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its answer, which must be one JSON value of ASCII letters and nothing else."""
        assert self.code == 0, self.err
        assert self.out.isascii()
        assert "\x7f" not in self.out
        return json.loads(self.out)


Picky = Callable[..., Ran]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The store that commands use unless they say otherwise."""
    return tmp_path / "network.db"


@pytest.fixture
def picky(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], store: Path, tmp_path: Path) -> Picky:
    """Runs `picky` with these words."""
    monkeypatch.setenv("PICKY_NOW", NOW)
    monkeypatch.setenv("PICKY_STORE", str(store))
    monkeypatch.setenv("PICKY_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))

    def run(*words: object) -> Ran:
        from tui.cli import main

        monkeypatch.setattr(sys, "argv", ["picky", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        code = left.value.code
        return Ran(code if isinstance(code, int) else int(code is not None), *capsys.readouterr())

    return run


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The archive that the filled store has taken in."""
    return _archive(tmp_path / "archives")


def _archive(folder: Path) -> Path:
    export = (
        Export()
        .connect("Ann Lee", 900, company="Acme & Söhne")
        .connect("Thomas Weber", 800, company="Nordkai")
        .connect("Ask Asker", 300).wrote("Ask Asker", 200).heard("Ask Asker", 9, "Long time no see.")
        .connect("Tara Target", 400).wrote("Tara Target", 700)
        .connect(person("Maren Holt, Ph.D., CSM", slug="maren-holt"), 100)
        .invited("Ina Inviter", 20, "We met at the harbour, in the rain.")
        .invited(person("Thomas Weber", slug="thomas-weber-graz"), 10)
    )  # fmt: skip
    return export.zipped(folder)


@cache
def _template() -> Path:
    """A store that took in such an archive, in which a request and a meeting are written down."""
    folder = Path(tempfile.mkdtemp(prefix="picky-commands-"))
    with patch.dict(os.environ, PICKY_NOW=NOW):
        workspace = opened(folder)
        workspace.import_files([_archive(folder)])
        workspace.ask("Ask Asker", "Tara Target", "I am looking for a job.", "job")
        workspace.met(NewEncounter("Ina Inviter", event="Harbour Conf", on=date(2026, 8, 1), impression="liked"))
        workspace.close()
    return folder / "network.db"


@pytest.fixture
def filled(store: Path) -> None:
    """The store holds something for every queue."""
    shutil.copy(_template(), store)
