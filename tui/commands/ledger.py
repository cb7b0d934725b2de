"""`picky ledger`: every introduction asked of you, and where it stands."""

from __future__ import annotations

import click

from ..text import Shown, say, shown
from .output import answer, answer_json, with_store, workspace


@click.command("ledger")
@click.option("--json", "as_json", is_flag=True)
@with_store
def ledger(as_json: bool) -> None:
    """Every introduction asked of you, those under way first, and where each stands."""
    with workspace() as opened:
        entries = opened.ledger()
    if as_json:
        answer_json({"introductions": [entry.json() for entry in entries]})
        return
    for entry in entries:
        state = shown(entry.state.replace("_", " "))
        came_of = say(": {}", shown(entry.came_of)) if entry.came_of else Shown("")
        told = say("{} → {}", shown(entry.asker), shown(entry.target))
        answer(say("{}  {}  {}{}, {}", shown(f"{entry.id:>4}"), told, state, came_of, shown(entry.since.isoformat())))
    if not entries:
        answer(Shown("Nobody asked you for an introduction yet."))
