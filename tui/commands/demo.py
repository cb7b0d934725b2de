"""`picky demo`: the app on a throwaway store, filled with invented people."""

from __future__ import annotations

import sys
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

import click

from models.decisions.capture import NewEncounter
from models.settings import Settings
from models.workspace import Workspace

from ..terminal import has_terminal
from ..text import Shown
from .output import answer, remark
from .queue import counts_line, print_card


@click.command("demo")
def demo() -> None:
    """Look around with invented people. Nothing you do here is kept."""
    with tempfile.TemporaryDirectory(prefix="picky-demo-") as folder:
        workspace = Workspace(Settings(Path(folder) / "demo.db", Path(folder) / "policy.toml", folder=Path(folder)))
        try:
            remark(Shown("Filling a throwaway store with invented people …"))
            fill(workspace)
            if has_terminal():
                from .review import run

                sys.exit(run(workspace, None))
            _print(workspace)
        finally:
            workspace.close()


def fill(workspace: Workspace) -> None:
    """The two exports of one invented network, its owner's mailbox, and what they wrote down after two conferences."""
    import tomllib

    with as_file(files("seeds")) as seeds:
        workspace.import_files([seeds / "linkedin-export-june", seeds / "linkedin-export"])
        workspace.import_files([seeds / "mail" / "inbox.mbox"])
        workspace.import_files([seeds / "badges" / "pycon-de-2026.csv"])
        for met in tomllib.loads((seeds / "met.toml").read_text(encoding="utf-8"))["met"]:
            workspace.met(NewEncounter(**met))


def _print(workspace: Workspace) -> None:
    """Home, and the first card of each queue, for a pipe."""
    for held in workspace.counts():
        answer(counts_line(*held))
    for held in workspace.counts():
        for item in workspace.items(held.name, 1):
            answer(Shown(""))
            print_card(item)
