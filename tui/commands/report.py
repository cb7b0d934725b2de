"""`picky report`: the power of your network, in plain numbers."""

from __future__ import annotations

from pathlib import Path

import click

from ..report_text import report_lines
from ..text import say, shown
from .output import answer, answer_json, with_store, words, workspace


@click.command("report")
@click.option("--rows", "name", type=words, help="Whom or what one number rests on, by the name --json gives it.")
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), help="Write the charts to a page for a browser."
)
@click.option("--json", "as_json", is_flag=True)
@with_store
def report(name: str | None, html: Path | None, as_json: bool) -> None:
    """What came of your network, who it is made of, and who is the weak link, if anybody is.

    Every share comes with the interval it is likely to lie in, and says so when there are too few to tell.
    """
    with workspace() as opened:
        report = opened.report()
        agreements = opened.agreements() if html else []
        if name is not None:
            rows = opened.report_rows(report.rows(name))
            if as_json:
                answer_json({"name": name, "rows": [row._asdict() for row in rows]})
                return
            for row in rows:
                answer(say("{}  {}  {}", shown(row.id), shown(row.name), shown(row.detail)))
            return
    if html:
        from ..report.html import write_page

        write_page(html, report, agreements)
        answer(say("{} written, readable by you alone.", shown(str(html))))
        return
    if as_json:
        answer_json(report.json())
        return
    for line in report_lines(report):
        answer(line)
