"""`picky match`, `picky dedupe`: who you know on a list, and duplicates in any table."""

from __future__ import annotations

from pathlib import Path

import click

from ..text import Shown, count, say, shown
from .import_ import meanings
from .output import answer, answer_json, remark, with_store, workspace


@click.command("dedupe")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--clusters",
    required=True,
    type=click.Path(path_type=Path),
    help="Write a row number, or id, and a cluster for every row.",
)
@click.option("--pairs", type=click.Path(path_type=Path), help="Write every likely pair, and how likely it is.")
@click.option(
    "--map", "told", multiple=True, metavar="COLUMN=FIELD", help="What a column means, when picky reads it wrong."
)
@click.option("--json", "as_json", is_flag=True, help="What was read and found, as JSON.")
def dedupe(files: tuple[Path, ...], clusters: Path, pairs: Path | None, told: tuple[str, ...], as_json: bool) -> None:
    """Who is who in any table of people: columns are found by what they are called."""
    from models.matching.dedupe import dedupe, refuse_to_overwrite, write_clusters, write_pairs

    refuse_to_overwrite(files, clusters, pairs)
    result = dedupe(files, meanings(told))
    write_clusters(result, clusters)
    if pairs:
        write_pairs(result, pairs)
    if as_json:
        answer_json(result.summary())
        return
    answer(
        say(
            "{} are {}; {} written.",
            count(len(result.ids), "row"),
            count(result.people, "person", "people"),
            shown(str(clusters)),
        )
    )
    for file in result.files:
        if file.columns.unknown:
            unknown = ", ".join(file.columns.unknown)
            remark(say("  {}: not used: {}", shown(file.path.name), shown(unknown)))


@click.command("match")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--map", "told", multiple=True, metavar="COLUMN=FIELD", help="What a column means, when picky reads it wrong."
)
@click.option("--json", "as_json", is_flag=True)
@with_store
def match(file: Path, told: tuple[str, ...], as_json: bool) -> None:
    """Who on an attendee list do you know? The list is not taken in."""
    with workspace() as opened:
        rows = opened.match(file, meanings(told))
    if as_json:
        answer_json({"rows": [row.json() for row in rows]})
        return
    for row in rows:
        for match in row.matches:
            answer(say("{}  is  {}, {}", shown(row.name), shown(match.name), shown(match.band.replace("_", " "))))
    if not any(row.matches for row in rows):
        answer(Shown("You know nobody on this list."))
