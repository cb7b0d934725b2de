"""Three exports of one small network, a store that took in the first, and stores that only ever imported."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from unittest.mock import patch

from tests.models.support import Dump, Export, opened, out_of_log, person

START = datetime(2026, 7, 1, 9, tzinfo=UTC)
_PLEA = "Could you introduce me to Quinn Quiet? I am looking for a job at their firm."


@cache
def exports() -> dict[str, Path]:
    """An older, the first and a newer export of one small network; the newer one refutes, answers and renames."""
    folder = Path(tempfile.mkdtemp(prefix="picky-undo-"))
    old = Export(date(2025, 12, 1)).connect("Quinn Quiet", 900).connect("Otto Over", 700).invited("Una Unheard", 20)
    first = (
        Export(date(2026, 6, 30))
        .connect("Quinn Quiet", 1100, company="Quiet & Sons")
        .connect(person("Rhea Renamed", slug="rhea-old"), 800)
        .connect("Gil Gone", 600)
        .connect("Mona Talks", 500)
        .connect("Ask Asker", 300)
        .heard("Mona Talks", 450)
        .wrote("Ask Asker", 200)
        .heard("Ask Asker", 100, _PLEA)
        .invited("Vera Invites", 10, "We met at the harbour.")
        .invited("Una Unheard", 30)
        .invited("Iggy Ignored", 170)
    )
    new = (
        Export(date(2026, 9, 15))
        .connect("Quinn Quiet", 1177, company="Loud Ltd")
        .connect(person("Rhea Renamed", slug="rhea-new"), 877)
        .connect("Mona Talks", 577)
        .connect("Ask Asker", 377)
        .connect("Ulla Arrives", 300)
        .connect("Vera Invites", 40)
        .wrote("Ask Asker", 277)
        .heard("Ask Asker", 177, _PLEA)
        .heard("Ask Asker", 5, "Here are a few lines about me.")
        .heard("Una Unheard", 3, "We met in Kiel, remember?")
        .invited("Una Unheard", 107)
        .invited("Iggy Ignored", 2, "Once more.")
    )
    return {name: made.zipped(folder / name) for name, made in (("old", old), ("first", first), ("new", new))}


@cache
def template() -> Path:
    """A store that has taken in the first export."""
    folder = Path(tempfile.mkdtemp(prefix="picky-undo-"))
    with patch.dict(os.environ, PICKY_NOW=START.isoformat()):
        workspace = opened(folder)
        workspace.import_files([exports()["first"]])
        workspace.close()
    return folder / "network.db"


def only_imports(imports: list[tuple[datetime, str]]) -> Dump:
    """The store as if nothing but these imports had ever run."""
    with tempfile.TemporaryDirectory(prefix="picky-undo-") as folder, patch.dict(os.environ):
        shutil.copy(template(), Path(folder) / "network.db")
        workspace = opened(Path(folder))
        for when, name in imports:
            os.environ["PICKY_NOW"] = when.isoformat()
            workspace.import_files([exports()[name]])
        workspace.close()
        return out_of_log(Path(folder) / "network.db")
