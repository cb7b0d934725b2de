"""`picky person`."""

from __future__ import annotations

import click

from models.reports.person import PersonPage

from ..origins import from_where
from ..text import Shown, count, join, say, shown
from .output import answer, answer_json, with_store, words, workspace


@click.command("person")
@click.argument("query", type=words)
@click.option("--json", "as_json", is_flag=True)
@with_store
def person(query: str, as_json: bool) -> None:
    """Everything known about a person: QUERY is an id, a profile link, a slug, a full name, or a part of one."""
    with workspace() as opened:
        page = opened.person(query)
        ledger = opened.ledger_of(page.id)
    if as_json:
        answer_json(page.json() | {"introductions": ledger.json()})
        return
    _print(page)


def _print(page: PersonPage) -> None:
    answer(say("{}{}", shown(page.name), say("  linkedin.com/in/{}", shown(page.slug)) if page.slug else Shown("")))
    if page.title or page.company:
        answer(say("  {}", join((shown(page.title), shown(page.company)))))
    written = say("{} from you, {} from them", count(page.sent, "message"), count(page.received, "message"))
    answer(say("  {} · {}", shown(page.band.replace("_", " ")), written))
    for sentence in page.silence.sentences:
        answer(say("  {}", shown(sentence)))
    if page.ambiguous_messages:
        answer(
            say(
                "  {} under this name fit a namesake too and count for neither",
                count(page.ambiguous_messages, "message"),
            )
        )
    for origin in page.origins:
        field = say("{}{}", Shown("" if origin.stands else "other "), shown(origin.field))
        answer(say("  {}: {} ({})", field, shown(origin.value), from_where(origin)))
    for note in page.notes:
        answer(say("  note: {}", shown(note)))
    for moment in page.timeline:
        answer(say("  {}  {}", shown(f"{moment.day:<10}"), shown(moment.text, limit=300)))
    for source in page.sources:
        answer(say("  from {}, line {}", shown(source["file"]), shown(str(source["row"]))))
