"""What stands on the pages of the report, and what draws it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from models.workspace import Workspace
from tests.models.support import Export, person
from tests.tui.report.told import tell
from tui.lines import width_of
from tui.report.layout import column, square
from tui.report.pages import sheets
from tui.report.parts import Part, Sheet, rated
from tui.text import Shown

NAMES = {"Power", "What came of it", "People and introducers", "Who it is made of", "Over time", "The mirror"}


def pages(workspace: Workspace) -> tuple[Sheet, ...]:
    return sheets(workspace.report(), workspace.agreements())


def text(lines: list[object]) -> str:
    return "\n".join("".join(span.text for span in line) for line in lines)


def test_the_first_page_is_four_charts_each_with_a_sentence(demo: Workspace) -> None:
    first, *others = pages(tell(demo))
    assert len(first.parts) == 4
    assert all(part.proves.endswith(".") and part.proves[0] != " " for part in first.parts)
    assert {sheet.title for sheet in (first, *others)} >= NAMES


def test_every_number_of_the_report_says_itself_in_words_and_has_its_rows(demo: Workspace) -> None:
    for sheet in pages(tell(demo)):
        for part in sheet.parts:
            assert part.proves
            for number in part.numbers:
                assert number.words
                assert number.many == len(number.rows.ids) or number.rate is not None
                assert len(demo.report_rows(number.rows)) == len(set(number.rows.ids))


def test_a_chart_has_shares_or_counts_never_both(demo: Workspace) -> None:
    for sheet in pages(tell(demo)):
        for part in sheet.parts:
            assert len({number.rate is None for number in part.numbers}) <= 1, part.title


def test_a_share_is_drawn_with_its_interval_and_a_wide_one_says_too_few(empty: Workspace, tmp_path: Path) -> None:
    export = Export()
    for number in range(5):
        who = person(f"Nils Ito{'abcde'[number]}", slug=f"nils-{number}")
        export.connect(who, 1000).wrote(who, 900, "Hello")
    empty.import_files([export.zipped(tmp_path / "export")])
    [sheet, *_] = pages(empty)
    way = sheet.parts[3]
    drawn = text(column(Sheet(way.title, (way,)), 78, 0).lines)
    assert "you answer   too few to tell (0)" in drawn
    assert "led anywhere too few to tell (5)" in drawn
    assert "Nothing came of it so far" in drawn


def test_bars_end_at_the_share_and_whiskers_at_the_interval(demo: Workspace) -> None:
    report = demo.report()
    [share] = [each for each in report.shares if each.name == "you_answered"]
    part = Part(Shown("x"), (rated(Shown("you answer"), share),), Shown("y."))
    row = text(column(Sheet(part.title, (part,)), 131, 0).lines).split("\n")[1]
    chart = row[len("▸ you answer ") : -len("  73% 65–80")]
    cells = len(chart.rstrip()) / share.rate.high
    assert abs(chart.index("●") / cells - share.rate.value) < 0.02
    assert abs(chart.index("├") / cells - share.rate.low) < 0.02
    assert set(chart[: chart.index("├")]) == {"█"}


def test_everything_drawn_is_printable_and_fits_whatever_the_width(demo: Workspace) -> None:
    for cells in (58, 75, 76, 78, 98, 118, 158):
        for number, sheet in enumerate(pages(tell(demo))):
            laid = column(sheet, cells, 0) if number else square(sheet, cells, 20, 0)
            assert text(laid.lines).replace("\n", "").isprintable()
            assert max(map(width_of, laid.lines)) <= cells
            assert all(laid.lines[at] for at in laid.at)


def test_four_charts_fit_the_smallest_usual_terminal_whatever_there_is_to_show(demo: Workspace) -> None:
    [first, *_] = pages(tell(demo))
    assert len(square(first, 78, 20, 0).lines) <= 20
    many = first._replace(parts=(first.parts[2], first.parts[2], *first.parts[2:]))
    assert len(square(many, 78, 20, 0).lines) <= 20


def test_the_plotting_library_is_loaded_by_nothing_but_the_charts() -> None:
    script = (
        "import sys, tui.app, tui.report.html, tui.screens.report, tui.screens.home\n"
        "print([name for name in sys.modules if 'plotext' in name]); import tui.report.charts\n"
        "print('plotext' in sys.modules)"
    )
    root = Path(__file__).parents[3]
    told = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert told.stdout.split("\n")[:2] == ["[]", "True"]
