"""`picky redo`."""

from __future__ import annotations

import click

from ..text import say, shown
from .output import NUMBER, answer, with_store, workspace


@click.command("redo")
@click.argument("operation", metavar="[ID]", type=NUMBER, required=False)
@with_store
def command(operation: int | None) -> None:
    """Bring back what was undone last, or one that `picky history` lists."""
    with workspace() as opened:
        answer(say("back again: {}", shown(opened.redo(operation).sentence)))
