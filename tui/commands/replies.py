"""`picky replies`: the templates that drafts are made from, to be read, and copied to be changed."""

from __future__ import annotations

from pathlib import Path

import click

from models.errors import RefusedError, UsageError
from models.outbox.errand_kinds import TEMPLATES
from models.outbox.templates import LANGUAGES, SHIPPED
from models.settings import load_settings

from ..text import Shown, say, shown
from .output import answer, answer_json, remark


@click.command("replies")
@click.argument("kind", required=False)
@click.option("--language", default="en", help="Two letters: en, de, es, fr, or a folder of your own.")
@click.option("--copy", is_flag=True, help="Copy the one that ships to your settings folder, to be changed there.")
@click.option("--json", "as_json", is_flag=True)
def replies(kind: str | None, language: str, copy: bool, as_json: bool) -> None:
    """The templates of drafts: all of them, or one of a KIND to be read or copied."""
    own = load_settings().folder / "replies"
    if kind is None:
        _list(own, as_json=as_json)
        return
    if kind not in TEMPLATES:
        raise UsageError(f"There is no kind of draft “{kind}”.", f"It takes: {', '.join(TEMPLATES)}.")
    ships, mine = SHIPPED / language / f"{kind}.txt", own / language / f"{kind}.txt"
    if copy:
        _copy(ships, mine)
        answer(shown(str(mine)))
        return
    path = mine if mine.is_file() else ships
    if not path.is_file():
        raise UsageError(f"There is no template in “{language}”.", f"There is {', '.join(LANGUAGES)}.")
    remark(Shown("Yours.") if path == mine else Shown("The one that ships."))
    answer(shown(path.read_text(encoding="utf-8", errors="replace"), multiline=True))


def _list(own: Path, *, as_json: bool) -> None:
    paths = {path.relative_to(SHIPPED).as_posix(): False for path in SHIPPED.glob("*/*.txt")}
    paths |= {path.relative_to(own).as_posix(): True for path in own.glob("*/*.txt")}
    if as_json:
        answer_json({"folder": str(own), "templates": [{"name": name, "yours": paths[name]} for name in sorted(paths)]})
        return
    for name in sorted(paths):
        answer(say("{}  {}", shown(name), Shown("yours")) if paths[name] else shown(name))
    remark(say("Yours are in {}", shown(str(own))))


def _copy(ships: Path, mine: Path) -> None:
    if not ships.is_file():
        raise UsageError(f"No template ships as {ships.parent.name}/{ships.name}.", f"There is {', '.join(LANGUAGES)}.")
    if mine.exists():
        raise RefusedError(f"{mine} is there already.", "Change that one, or move it away first.")
    mine.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    mine.write_text(ships.read_text(encoding="utf-8"), encoding="utf-8")
