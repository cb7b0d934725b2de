"""`picky history`, `picky undo`, `picky redo`, `picky split`: what was done, and taking it back."""

from __future__ import annotations

import click

from ..text import Shown, say, shown
from .output import NUMBER, answer, answer_json, with_store, workspace

_TEXT_LIMIT = 50


@click.command("history")
@click.option("--limit", type=click.IntRange(min=1), help="How many lines.")
@click.option("--json", "as_json", is_flag=True, help="As JSON: all, unless --limit says fewer.")
@with_store
def history(limit: int | None, as_json: bool) -> None:
    """What was done, newest first. `picky undo ID` takes a line back."""
    with workspace() as opened:
        lines = opened.history(limit=limit or (None if as_json else _TEXT_LIMIT))
    if as_json:
        operations = [
            {
                "id": line.id,
                "at": line.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "kind": line.kind,
                "sentence": line.sentence,
                "undone": line.undone,
            }
            for line in lines
        ]
        answer_json({"operations": operations})
        return
    for line in lines:
        undone = Shown("  (undone)") if line.undone else Shown("")
        when = line.at.astimezone().strftime("%Y-%m-%d %H:%M")
        answer(say("{}  {}  {}{}", shown(f"{line.id:>5}"), shown(when), shown(line.sentence), undone))


@click.command("undo")
@click.argument("operation", metavar="[ID]", type=NUMBER, required=False)
@with_store
def undo(operation: int | None) -> None:
    """Take back the last operation, or one that `picky history` lists."""
    with workspace() as opened:
        answer(say("undone: {}", shown(opened.undo(operation).sentence)))


@click.command("redo")
@click.argument("operation", metavar="[ID]", type=NUMBER, required=False)
@with_store
def redo(operation: int | None) -> None:
    """Bring back what was undone last, or one that `picky history` lists."""
    with workspace() as opened:
        answer(say("back again: {}", shown(opened.redo(operation).sentence)))


@click.command("split")
@click.argument("person")
@with_store
def split(person: str) -> None:
    """Take a merged person apart, exactly into the people who were merged."""
    with workspace() as opened:
        answer(shown(opened.split(person)))
