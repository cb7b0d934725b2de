"""`picky outbox`: what is left to do by hand."""

from __future__ import annotations

from pathlib import Path

import click

from models.ids import UNWRITTEN, errand_id, errand_number
from models.outbox.pending import PendingErrand

from ..text import Shown, profile_link, say, shown
from .output import answer, answer_json, with_store, words, workspace


@click.group("outbox", invoke_without_command=True)
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), help="Write links, steps and drafts to a page."
)
@click.option("--json", "as_json", is_flag=True)
@with_store
@click.pass_context
def outbox(ctx: click.Context, html: Path | None, as_json: bool) -> None:
    """What is left to do by hand on LinkedIn: links, steps and drafts."""
    if ctx.invoked_subcommand:
        return
    with workspace() as opened:
        todos = opened.outbox()
    if html:
        from ..outbox_page import write_page

        write_page(html, todos)
        answer(say("{} written, readable by you alone.", shown(str(html))))
    elif as_json:
        answer_json({"errands": [as_values(todo) for todo in todos]})
    else:
        for todo in todos:
            _print(todo)
        if not todos:
            answer(Shown("Nothing is left to do."))


def as_values(todo: PendingErrand) -> dict[str, object]:
    """An errand as `--json` gives it."""
    return {
        "id": todo.id if todo.id < UNWRITTEN else errand_id(todo.id),
        "kind": todo.kind.value,
        "state": todo.state,
        "name": todo.name,
        "link": profile_link(todo.slug) if todo.slug else None,
        "steps": list(todo.steps),
        "draft": todo.draft,
        "voice": todo.written.voice.value if todo.draft else None,
        "language": todo.written.language if todo.draft else None,
        "edited": todo.written.is_edited,
        "facts": [{"slot": slot, "value": fact.value, "source": fact.source} for slot, fact in todo.facts.items()],
        "reopened": todo.reopened or None,
    }


def _print(todo: PendingErrand) -> None:
    staged = Shown("  (staged: confirm it in the app with $)") if todo.state == "staged" else Shown("")
    answer(say("{}  {}: {}{}", shown(f"{errand_id(todo.id):>4}"), shown(todo.title), shown(todo.name), staged))
    link = profile_link(todo.slug) if todo.slug else None
    if link:
        answer(say("      {}", link))
    if todo.reopened:
        answer(say("      {}", shown(todo.reopened)))
    if todo.draft:
        answer(say("      “{}”", shown(todo.draft)))


def _closing(name: str, state: str, help_text: str) -> None:
    @outbox.command(name, help=help_text)
    @click.argument("errand", metavar="ID", type=words)
    @with_store
    def close(errand: str) -> None:
        number = errand_number(errand)
        if number is None:
            raise click.UsageError(f"“{errand}” is no number of an errand.")
        with workspace() as opened:
            answer(shown(opened.close_errand(number, state)[1]))


_closing("done", "done", "You did it by hand.")
_closing("not-found", "not_found", "The person could not be found on LinkedIn.")
_closing("cancel", "cancelled", "You changed your mind: the card comes back.")
