"""`picky decide`: the same door as the keys, for scripts."""

from __future__ import annotations

import click

from models.decisions.card_state import LENGTHS
from models.queues.base import public_id
from models.verbs import Verb

from ..text import shown
from .output import answer, answer_json, with_store, words, workspace


@click.command("decide")
@click.argument("queue", type=words)
@click.argument("card", type=words, metavar="ID")
@click.argument("verdict", type=words)
@click.option("--reason", type=words, default="", help="Why, in your words.")
@click.option("--for", "length", type=click.Choice(list(LENGTHS)), help="With later: how long.")
@click.option(
    "--without", type=words, multiple=True, metavar="PERSON", help="With same: who on the card is somebody else."
)
@click.option("--json", "as_json", is_flag=True, help="What was done, as JSON.")
@with_store
def command(
    queue: str, card: str, verdict: str, reason: str, length: str | None, without: tuple[str, ...], as_json: bool
) -> None:
    """Give a card its verdict; a verdict it already has is replaced. `picky queue QUEUE` shows the ids."""
    if length and verdict != Verb.LATER:
        raise click.UsageError("--for goes with later alone.")
    if without and verdict != Verb.SAME:
        raise click.UsageError("--without goes with same alone.")
    with workspace() as opened:
        done = opened.decide(queue, card, verdict, reason=reason, length=length or "", without=without)
    if as_json:
        answer_json(
            {
                "operation": done.operation,
                "queue": done.queue,
                "id": public_id(done.subject),
                "verdict": done.verdict,
                "sentence": done.sentence,
                "errand": done.errand,
            }
        )
    else:
        answer(shown(done.sentence))
