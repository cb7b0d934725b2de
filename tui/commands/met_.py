"""`picky met`: a meeting in one line, offline, resolved to a person now or by a later import."""

from __future__ import annotations

from datetime import date, datetime

import click

from models.decisions.capture import Met
from models.queues.base import public_id

from ..text import shown
from .output import answer, answer_json, with_store, words, workspace

_IMPRESSIONS = ("liked", "neutral", "not_again")


@click.command("met")
@click.argument("name", type=words)
@click.option("--company", type=words, default="")
@click.option("--note", type=words, default="", help="What they said, what you talked about.")
@click.option("--event", type=words, default="", help="Where: a conference, a dinner.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="When; today, unless given.")
@click.option("--impression", type=click.Choice(_IMPRESSIONS))
@click.option("--keep-in-touch", is_flag=True, help="You want to stay in touch.")
@click.option("--json", "as_json", is_flag=True)
@with_store
def command(
    name: str,
    company: str,
    note: str,
    event: str,
    day: datetime | None,
    impression: str | None,
    keep_in_touch: bool,
    as_json: bool,
) -> None:
    """Note that you met somebody: a NAME, or "NAME, COMPANY, NOTE"."""
    met = read_met(name, company, note, event, day.date() if day else None, impression or "", keep_in_touch)
    if not met.name:
        raise click.UsageError("Whom did you meet? A name is missing.")
    with workspace() as opened:
        captured = opened.met(met)
    if as_json:
        answer_json(
            {"operation": captured.operation, "person": public_id(captured.person), "sentence": captured.sentence}
        )
    else:
        answer(shown(captured.sentence))


def read_met(
    line: str, company: str, note: str, event: str, on: date | None, impression: str, keep_in_touch: bool
) -> Met:
    """A meeting from one line: a name, or name, company and note with commas between."""
    name, *rest = (part.strip() for part in line.split(",", 2))
    company = company or (rest[0] if rest else "")
    note = note or (rest[1] if len(rest) > 1 else "")
    return Met(name, company, note, event, on, impression, keep_in_touch)
