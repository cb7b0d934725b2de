"""Running a command as a shell would: its words in, its exit code and both streams out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from models.workspace import Workspace
from tests.models.support import NOW, Export, opened


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
    """A small archive with something for every queue."""
    export = (
        Export()
        .connect("Ann Lee", 900, company="Acme & Söhne")
        .connect("Thomas Weber", 800, company="Nordkai")
        .connect("Ask Asker", 300).wrote("Ask Asker", 200).heard("Ask Asker", 9, "Long time no see.")
        .connect("Tara Target", 400).wrote("Tara Target", 700)
        .invited("Ina Inviter", 20, "We met at the harbour, in the rain.")
        .invited("Thomas Weber", 10)
    )  # fmt: skip
    export.invites[-1] = export.invites[-1].__class__(
        export.invites[-1].person.__class__("Thomas", "Weber", "thomas-weber-graz"), export.ago(10)
    )
    return export.zipped(tmp_path / "archives")


@pytest.fixture
def filled(picky: Picky, archive: Path, store: Path) -> Workspace:
    """The same store from the other side; closed again before each command."""
    assert picky("import", archive).code == 0
    assert picky("ask", "Ask Asker", "Tara Target", "--text", "I am looking for a job.", "--purpose", "job").code == 0
    assert (
        picky("met", "Ina Inviter", "--event", "Harbour Conf", "--date", "2026-08-01", "--impression", "liked").code
        == 0
    )
    return opened(store.parent)
