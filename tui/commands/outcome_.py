"""`picky outcome`: what came of knowing somebody, in one line."""

from __future__ import annotations

import click

from models.queues.base import public_id
from models.reports.outcome_text import Outcome

from ..text import shown
from .output import answer, answer_json, with_store, words, workspace


@click.command("outcome")
@click.argument("kind", type=words)
@click.argument("people", type=words, metavar="PERSON...", nargs=-1, required=True)
@click.option("--note", type=words, default="", help="What it was, in your words.")
@click.option(
    "--via", type=words, multiple=True, metavar="PERSON", help="Who introduced you; more than once for several."
)
@click.option("--event", type=words, default="", help="Where it began; where you first met them, unless given.")
@click.option(
    "--on", "day", type=words, default="", metavar="DATE", help="2025-03-14, or 2025-03 or 2025; today, unless given."
)
@click.option("--own", is_flag=True, help="KIND is one of your own making.")
@click.option("--json", "as_json", is_flag=True)
@with_store
def command(
    kind: str, people: tuple[str, ...], note: str, via: tuple[str, ...], event: str, day: str, own: bool, as_json: bool
) -> None:
    """Note what came of knowing PERSON.

    KIND: job, recruiter, headhunted, referred, interview, relationship, meeting, partnership, customer, vendor,
    partner, investor, advice, standing, or one of your own with --own.
    """
    with workspace() as opened:
        captured = opened.outcome(Outcome(kind, people, via, note, event, day, own))
    if as_json:
        answer_json(
            {"operation": captured.operation, "person": public_id(captured.person), "sentence": captured.sentence}
        )
    else:
        answer(shown(captured.sentence))
