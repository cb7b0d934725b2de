"""`picky split`: take a merge apart."""

from __future__ import annotations

import click

from ..text import shown
from .output import answer, with_store, workspace


@click.command("split")
@click.argument("person")
@with_store
def command(person: str) -> None:
    """Take a merged person apart, exactly into the people who were merged."""
    with workspace() as opened:
        answer(shown(opened.split(person)))
