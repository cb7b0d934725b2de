"""`picky ask`: a request for an introduction that reached you outside of LinkedIn."""

from __future__ import annotations

import click

from models.queues.base import public_id

from ..text import shown
from .output import answer, answer_json, with_store, words, workspace

PURPOSES = ("job", "hiring", "pitch", "sales", "advice", "partnership", "press", "other")


@click.command("ask")
@click.argument("asker", type=words)
@click.argument("target", type=words)
@click.option("--purpose", type=click.Choice(PURPOSES), help="What for; guessed from --text unless given.")
@click.option("--text", type=words, default="", help="How they asked, in their words.")
@click.option("--json", "as_json", is_flag=True)
@with_store
def command(asker: str, target: str, purpose: str | None, text: str, as_json: bool) -> None:
    """Note that ASKER wants an introduction to TARGET. It becomes a card in the intros queue."""
    if not (asker.strip() and target.strip()):
        raise click.UsageError("Who asks, and for whom? A name is missing.")
    with workspace() as opened:
        captured = opened.ask(asker.strip(), target.strip(), text, purpose or "")
    if as_json:
        answer_json(
            {"operation": captured.operation, "person": public_id(captured.person), "sentence": captured.sentence}
        )
    else:
        answer(shown(captured.sentence))
