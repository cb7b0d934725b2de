"""`picky match`: who on this list do I know."""

from __future__ import annotations

from pathlib import Path

import click

from ..text import Shown, say, shown
from .import_ import meanings
from .output import answer, answer_json, with_store, workspace


@click.command("match")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--map", "told", multiple=True, metavar="COLUMN=FIELD", help="What a column means, when picky reads it wrong."
)
@click.option("--json", "as_json", is_flag=True)
@with_store
def command(file: Path, told: tuple[str, ...], as_json: bool) -> None:
    """Who on an attendee list do you know? The list is not taken in."""
    with workspace() as opened:
        rows = opened.match(file, meanings(told))
    if as_json:
        answer_json({"rows": [row.json() for row in rows]})
        return
    for row in rows:
        for match in row.matches:
            answer(say("{}  is  {}, {}", shown(row.name), shown(match.name), shown(match.band.replace("_", " "))))
    if not any(row.matches for row in rows):
        answer(Shown("You know nobody on this list."))
