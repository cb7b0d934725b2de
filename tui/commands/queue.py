"""`picky queue`, `picky decide`: what waits, and a verdict by name, for scripts."""

from __future__ import annotations

import click

from models.decisions.snooze import LENGTHS
from models.ids import public_id
from models.queues.base import QueueCard
from models.queues.registry import queue_named
from models.verbs import Verb

from ..text import Shown, join, say, shown
from .output import answer, answer_json, with_store, words, workspace

_TEXT_LIMIT = 20


@click.command("queue")
@click.argument("queue", type=words, required=False)
@click.option("--limit", type=click.IntRange(min=1), help="How many cards.")
@click.option("--json", "as_json", is_flag=True, help="As JSON: all cards, unless --limit says fewer.")
@with_store
def queue(queue: str | None, limit: int | None, as_json: bool) -> None:
    """Counts of all queues, or the cards of one, with recommendation and reasons."""
    with workspace() as opened:
        if queue is None:
            counts = [held._asdict() for held in opened.counts()]
            if as_json:
                answer_json({"queues": counts})
            else:
                for held in opened.counts():
                    answer(counts_line(*held))
            return
        cards = opened.items(queue, limit if limit or as_json else _TEXT_LIMIT)
        if as_json:
            answer_json({"items": [card.json() for card in cards]})
            return
        for card in cards:
            print_card(card)
        if not cards:
            answer(Shown("Nothing waits here."))


def counts_line(name: str, opened: int, later: int, decided: int) -> Shown:
    """A queue in one line."""
    title = queue_named(name).title
    return say("{} {} open, {} later, {} decided", shown(f"{title:<16}"), opened, later, decided)


def print_card(card: QueueCard) -> None:
    """Print a card as text."""
    wants = say(" asks for {}", shown(card.wants)) if card.wants is not None else Shown("")
    company = say(" · {}", shown(card.company)) if card.company else Shown("")
    answer(say("{}  {}{}{}", shown(card.id), shown(card.name), company, wants))
    if card.text:
        answer(say("    “{}”", shown(card.text, limit=300)))
    if card.question:
        answer(say("    {}", join([shown(card.what), shown(card.question)])))
        return
    answer(say("    I would {}", shown(card.would)) if card.would else Shown("    no opinion"))
    for reason in card.recommendation.reasons[:4]:
        answer(say("    {} {}", Shown("+" if reason.weight > 0 else "−"), shown(reason.text)))


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
def decide(
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
