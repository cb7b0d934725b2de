"""The report as it looks: sizes, colours, no colours, and every page."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from models.workspace import Workspace
from tests.models.reports.network.networks import NETWORKS, archive
from tests.tui.report.told import tell
from tests.tui.test_pictures import Picture, Step, picture

__all__ = ["picture"]

SIZES = pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=lambda size: "x".join(map(str, size)))


def then(*keys: str) -> Step:
    """Wait until the numbers are there, and then press keys."""

    async def step(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.press(*keys)

    return step


def page(number: int) -> Step:
    """Turn to a page."""

    async def step(pilot: Pilot[None]) -> None:
        while pilot.app.screen._page_at + 1 < number:
            await pilot.press("pagedown")

    return step


@SIZES
@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
def test_the_report(demo: Workspace, picture: Picture, size: tuple[int, int], theme: str) -> None:
    picture(tell(demo), "g", "p", then("down"), size=size, theme=theme)


@SIZES
def test_the_report_without_colour(
    demo: Workspace, picture: Picture, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    picture(tell(demo), "g", "p", then("down"), size=size)


def test_the_report_on_a_small_terminal(demo: Workspace, picture: Picture) -> None:
    picture(tell(demo), "g", "p", then(), size=(60, 20))


@pytest.mark.parametrize("number", range(2, 9))
def test_further_pages(demo: Workspace, picture: Picture, number: int) -> None:
    picture(tell(demo), "g", "p", then(), page(number))


def test_a_report_of_which_nothing_came(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "p", then())


@pytest.mark.parametrize("name", NETWORKS)
def test_who_is_in_the_way(empty: Workspace, picture: Picture, tmp_path: Path, name: str) -> None:
    empty.import_files([archive(tmp_path / "export", name, 60)])
    picture(empty, "g", "p", then())


def test_too_few_to_tell(empty: Workspace, picture: Picture, tmp_path: Path) -> None:
    empty.import_files([archive(tmp_path / "export", "weak_link", 5)])
    picture(empty, "g", "p", then())


def test_a_report_of_an_empty_store(empty: Workspace, picture: Picture) -> None:
    picture(empty, "g", "p", then())


def test_the_rows_behind_a_number(demo: Workspace, picture: Picture) -> None:
    picture(tell(demo), "g", "p", then("enter"))
