"""The report as one page for a browser: no network, no script; every chart with its text and the table behind it."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from ..private import write_private
from ..text import Shown, day, say, shown
from .colours import DARK, LIGHT, variables
from .pages import sheets
from .parts import Number, Part, Sheet
from .svg import picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.reports.calibration import Agreement
    from models.reports.network.report import Report

_STYLE = f"""
:root {{ color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; {variables(LIGHT)} }}
@media (prefers-color-scheme: dark) {{ :root {{ {variables(DARK)} }} }}
body {{ max-width: 44rem; margin: 2rem auto; padding: 0 1rem; background: var(--ground); color: var(--text); }}
h1 {{ font-size: 1.6rem; }} h2 {{ font-size: 1.3rem; border-top: 1px solid var(--edge); padding-top: 1rem; margin-top: 2.5rem; }}
h3 {{ font-size: 1.05rem; margin: 1.5rem 0 .3rem; }}
figure {{ margin: 0; }} figcaption {{ margin: .3rem 0; }}
svg {{ width: 100%; max-width: 36rem; height: auto; display: block; font-size: 13px; }}
svg text {{ fill: var(--text); }} svg .dim {{ fill: var(--dim); }} svg .look {{ font-weight: bold; }}
.bar {{ fill: var(--bar); }} .value {{ fill: var(--whisker); }} .whisker {{ stroke: var(--whisker); stroke-width: 1.5; }}
.limit {{ stroke: var(--limit); stroke-width: 2; stroke-dasharray: 4 3; }} .edge {{ stroke: var(--edge); }}
.dim {{ color: var(--dim); }} a {{ color: var(--link); }}
table {{ border-collapse: collapse; width: 100%; font-size: .9rem; overflow-wrap: anywhere; }}
th, td {{ text-align: left; vertical-align: top; border-bottom: 1px solid var(--edge); padding: .2rem .5rem .2rem 0; }}
caption {{ text-align: left; color: var(--dim); }} th {{ font-weight: 600; }} summary {{ cursor: pointer; color: var(--dim); }}
@media print {{ details::details-content {{ content-visibility: visible; height: auto; }} }}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_RATES = ("what", "share", "likely from", "likely to", "of how many", "in words")
_COUNTS = ("what", "how many", "in words")


def write_page(path: Path, report: Report, agreements: Sequence[Agreement]) -> None:
    """Write the page, 0600; raises `PickyError` when it cannot be written, and leaves nothing half-written."""
    write_private(path, page(report, agreements))


def page(report: Report, agreements: Sequence[Agreement]) -> str:
    """Return the page as text."""
    sections = "\n".join(_section(sheet, number) for number, sheet in enumerate(sheets(report, agreements), start=1))
    of = say("From the export of {}. Made on this machine; nothing was sent anywhere.", day(report.on))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>picky: the power of your network</title>'
        f'<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><style>{_STYLE}</style></head>\n<body>'
        f'<header><h1>The power of your network</h1><p>{escape(of)}</p><p class="dim">{escape(_how_to_read())}</p></header>\n'
        f"<main>\n{sections}\n</main></body></html>\n"
    )


def _how_to_read() -> str:
    return (
        "A bar ends at the share that was counted; the line across it reaches from where to where the true one is likely to lie "
        "(Wilson, 95 %). Where that is too wide to say anything, there is no bar. A dashed line is where something would be in the way."
    )


def _section(sheet: Sheet, number: int) -> str:
    parts = "\n".join(_part(part, f"c{number}-{at}") for at, part in enumerate(sheet.parts, start=1))
    return f'<section aria-labelledby="s{number}"><h2 id="s{number}">{escape(sheet.title)}</h2>\n{parts}</section>'


def _part(part: Part, name: str) -> str:
    heading = f'<h3 id="{name}">{escape(part.title)}</h3>'
    if not part.numbers:
        return f"{heading}<p>{escape(part.when_empty)}</p>"
    return (
        f'{heading}<figure aria-labelledby="{name}">{picture(part, name)}<figcaption>{escape(part.proves)}</figcaption></figure>'
        f"<details><summary>The numbers: {escape(part.title)}</summary>{_table(part)}</details>"
    )


def _table(part: Part) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in (_RATES if part.has_rates else _COUNTS))
    rows = "".join(f"<tr>{_cells(each)}</tr>" for each in part.numbers)
    return f"<table><caption>{escape(part.title)}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(number: Number) -> str:
    named = escape(number.label)
    if number.link:
        named = f'<a href="{escape(number.link)}" rel="noopener noreferrer">{named}</a>'
    told = "".join(f"<td>{escape(each)}</td>" for each in (*_values(number), number.words))
    return f'<th scope="row">{named}</th>{told}'


def _values(number: Number) -> tuple[Shown, ...]:
    if number.rate is None:
        return (say("{} ({})", number.many, number.note) if number.note else number.value,)
    value, low, high, n, enough = number.rate
    if not enough:
        return Shown("too few to tell"), Shown("–"), Shown("–"), shown(f"{n:,}")
    return shown(f"{value:.1%}"), shown(f"{low:.1%}"), shown(f"{high:.1%}"), shown(f"{n:,}")
