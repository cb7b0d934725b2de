"""What every test of the domain stands on: a frozen clock, no settings of the developer's own, a store to write in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.workspace import Workspace
from tests.models.support import NOW, opened


@pytest.fixture(autouse=True)
def _still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PICKY_NOW", NOW)
    monkeypatch.delenv("PICKY_STORE", raising=False)
    monkeypatch.delenv("PICKY_CONFIG", raising=False)


@pytest.fixture
def workspace(empty_store: Path, tmp_path: Path) -> Iterator[Workspace]:
    """An open, empty store."""
    shutil.copy(empty_store, tmp_path / "network.db")
    made = opened(tmp_path)
    yield made
    made.close()
