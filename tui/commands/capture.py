"""`picky met`, `picky ask`, `picky outcome`: note in one line what happened outside LinkedIn."""

from __future__ import annotations

from datetime import date, datetime

import click

from models.decisions.capture import NewEncounter
from models.ids import public_id
from models.reports.outcome_text import OutcomeText

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
def ask(asker: str, target: str, purpose: str | None, text: str, as_json: bool) -> None:
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
def met(
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
) -> NewEncounter:
    """A meeting from one line: a name, or name, company and note with commas between."""
    name, *rest = (part.strip() for part in line.split(",", 2))
    company = company or (rest[0] if rest else "")
    note = note or (rest[1] if len(rest) > 1 else "")
    return NewEncounter(name, company, note, event, on, impression, keep_in_touch)


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
def outcome(
    kind: str, people: tuple[str, ...], note: str, via: tuple[str, ...], event: str, day: str, own: bool, as_json: bool
) -> None:
    """Note what came of knowing PERSON.

    KIND: job, recruiter, headhunted, referred, interview, relationship, meeting, partnership, customer, vendor,
    partner, investor, advice, standing, or one of your own with --own.
    """
    with workspace() as opened:
        captured = opened.outcome(OutcomeText(kind, people, via, note, event, day, own))
    if as_json:
        answer_json(
            {"operation": captured.operation, "person": public_id(captured.person), "sentence": captured.sentence}
        )
    else:
        answer(shown(captured.sentence))
