"""`picky import`: files into the store."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.errors import PickyError, UsageError

from ..text import Shown, count, join, say, shown
from .output import answer, answer_json, remark, with_store, workspace

if TYPE_CHECKING:
    from models.importers.summary import ImportSummary

_SHOWN_PROBLEMS = 20


@click.command("import")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--event", default="", help="Where the people on this list were: a conference, a dinner.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="When that was.")
@click.option("--place", default="", help="Where that was.")
@click.option("--met", is_flag=True, help="You met those who came. Without it, they were there too.")
@click.option(
    "--map", "told", multiple=True, metavar="COLUMN=FIELD", help="What a column means, when picky reads it wrong."
)
@click.option("--json", "as_json", is_flag=True, help="The summary as JSON.")
@with_store
def import_(
    paths: tuple[Path, ...],
    event: str,
    day: datetime | None,
    place: str,
    met: bool,
    told: tuple[str, ...],
    as_json: bool,
) -> None:
    """Take in files, told by their content; the same one twice changes nothing.

    LinkedIn archives (the zip as it came, its folder, or a single CSV), vCards, Google and Outlook address books, lists
    of attendees, mails (.mbox, .eml, a Maildir). Without PATH, the newest LinkedIn archive in your download folders is
    offered.
    """
    from models.importers.contacts.attendance import ListEvent

    chosen = paths or (_offer(),)
    occasion = ListEvent(event, day.date() if day else None, place, met)
    with workspace() as opened:
        summary = opened.import_files(chosen, _progress, occasion, meanings(told))
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)
    if as_json:
        answer_json(summary.json())
        return
    _report(summary)


def meanings(told: tuple[str, ...]) -> dict[str, str]:
    """What `--map COLUMN=FIELD` says; raises `UsageError`."""
    pairs = [each.rpartition("=") for each in told]
    if not all(column and field for column, _, field in pairs):
        raise UsageError("--map takes COLUMN=FIELD.", 'For example: --map "Wo arbeiten Sie?=company"')
    return {column: field for column, _, field in pairs}


def _offer() -> Path:
    """The newest archive in the usual download folders, after asking."""
    from models.importers.archive import newest_archive

    found = newest_archive()
    if found is None:
        raise PickyError(
            "No LinkedIn archive was found in your download folders.",
            "On LinkedIn: Settings, Data privacy, Get a copy of your data. Then: picky import PATH",
        )
    if not sys.stdin.isatty():
        raise PickyError(f"The newest archive is {found}.", f"picky import '{found}' takes it in.")
    if not click.confirm(say("Import {}?", shown(str(found))), default=True, err=True):
        raise PickyError("Nothing was imported.", "Give the path: picky import PATH")
    return found


def _progress(file: str, rows: int) -> None:
    if sys.stderr.isatty():
        line = say("  {}: {} rows", shown(file, limit=40), rows) if rows else say("  {}", shown(file, limit=60))
        from models.importers.load import RowsRead  # loaded by now: it is what tells the progress

        if isinstance(rows, RowsRead):
            line = say("{}, {} %", line, round(100 * rows.part))
        click.echo(say("\r{}", line) + Shown("\033[K"), nl=False, err=True)


def _report(summary: ImportSummary) -> None:
    answer(shown(summary.sentence))
    for _, run in summary.runs:
        parts = [
            count(run.rows, "row"),
            say("{} new", run.new) if run.new else Shown(""),
            say("{} changed", run.changed) if run.changed else Shown(""),
            say("{} no longer there", run.gone) if run.gone else Shown(""),
            say("{} hidden", run.hidden) if run.hidden else Shown(""),
            say("{} forgotten", run.forgotten) if run.forgotten else Shown(""),
        ]
        answer(say("  {}: {}", shown(run.file), join(parts, ", ")))
    for problem in summary.problems[:_SHOWN_PROBLEMS]:
        remark(say("  {} line {}: {}", shown(problem.file), problem.row, shown(problem.why)))
    if len(summary.problems) > _SHOWN_PROBLEMS:
        remark(say("  and {} more problems (--json lists all)", len(summary.problems) - _SHOWN_PROBLEMS))
    if not summary.has_network:
        remark(Shown("This archive has no network in it: LinkedIn sends that in a second mail, about a day later."))
        remark(Shown("  Load the second one when it comes."))
    totals = summary.totals
    answer(
        say("The store holds {} and {}.", count(totals.connections, "connection"), count(totals.messages, "message"))
    )
