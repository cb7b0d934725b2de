"""`picky undo`."""

from __future__ import annotations

import click

from ..text import say, shown
from .output import NUMBER, answer, with_store, workspace


@click.command("undo")
@click.argument("operation", metavar="[ID]", type=NUMBER, required=False)
@with_store
def command(operation: int | None) -> None:
    """Take back the last operation, or one that `picky history` lists."""
    with workspace() as opened:
        answer(say("undone: {}", shown(opened.undo(operation).sentence)))
