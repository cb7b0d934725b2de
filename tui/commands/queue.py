"""`picky queue`, `picky decide`: what waits, and a verdict by name, for scripts."""

from __future__ import annotations

from typing import Any

import click

from models.decisions.card_state import LENGTHS
from models.queues.base import Item, public_id
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
        items = opened.items(queue, limit if limit or as_json else _TEXT_LIMIT)
        if as_json:
            answer_json({"items": [item.json() for item in items]})
            return
        for item in items:
            print_card(item)
        if not items:
            answer(Shown("Nothing waits here."))


def counts_line(name: str, opened: int, later: int, decided: int) -> Shown:
    """A queue in one line."""
    title = queue_named(name).title
    return say("{} {} open, {} later, {} decided", shown(f"{title:<16}"), opened, later, decided)


def print_card(item: Item) -> None:
    """A card as text."""
    values: dict[str, Any] = dict(item.values)
    target = values.get("target") or {}
    wants = (
        say(" asks for {}", shown(target.get("name") or values["target_text"]))
        if "target_text" in values
        else Shown("")
    )
    company = say(" · {}", shown(item.company)) if item.company else Shown("")
    answer(say("{}  {}{}{}", shown(item.id), shown(item.name), company, wants))
    note = values.get("note") or values.get("text") or ""
    if note:
        answer(say("    “{}”", shown(note, limit=300)))
    if item.queue == "outcomes":
        answer(say("    {}", _asked(item)))
        return
    if item.question:
        answer(say("    {}", shown(item.question)))
        return
    verdict = item.recommendation.verdict
    answer(say("    I would {}", shown(item.would)) if verdict else Shown("    no opinion"))
    for reason in item.recommendation.reasons[:4]:
        answer(say("    {} {}", Shown("+" if reason.weight > 0 else "−"), shown(reason.text)))


def _asked(item: Item) -> Shown:
    """What was done or written, and the question."""
    from models.queues.outcomes import OutcomeFacts

    from ..came import done, question

    assert isinstance(item.facts, OutcomeFacts)
    return join([done(item.facts), question(item.facts)])


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
