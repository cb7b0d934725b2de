"""The report on a screen: at once, page by page, every number with its rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from models.workspace import Workspace
from tests.factories import hostile_archive
from tests.tui.hostile import HOSTILE
from tests.tui.playing import playing
from tests.tui.report.told import tell


def slowly(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> tuple[Event, Event, list[str]]:  # fmt: skip
    """The report is read only once it may go on."""
    begun, may_go_on, ended = Event(), Event(), list[str]()
    read = workspace.report

    def report(tell: Callable[[str], None]) -> object:
        tell("messages")
        begun.set()
        may_go_on.wait(10)
        try:
            found = read(tell)
        except Exception as error:
            ended.append(type(error).__name__)
            raise
        ended.append("read")
        return found

    monkeypatch.setattr(workspace, "report", report)
    return begun, may_go_on, ended


async def test_the_frame_is_there_before_the_numbers(demo: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, may_go_on, _ = slowly(demo, monkeypatch)
    async with playing(demo) as play:
        await play.pilot.press("g", "p")
        await play.pilot.pause()
        assert begun.wait(10)
        play.screen.draw()
        assert "reading messages …" in play.text
        assert "What is in the way" in play.text
        assert "q quit" in play.text
        may_go_on.set()
        await play.press()
        assert "reading" not in play.text
        assert "1 of 8 · export of 15 Sep 2026" in play.text


async def test_escape_leaves_while_it_is_still_read_and_the_reading_ends(
    demo: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_go_on, ended = slowly(demo, monkeypatch)
    async with playing(demo) as play:
        await play.pilot.press("g", "p")
        await play.pilot.pause()
        assert begun.wait(10)
        await play.pilot.press("escape")
        await play.pilot.pause()
        assert play.screen.NAME == "home"
        may_go_on.set()
        await play.press("g", "s")
        assert play.screen.NAME != "report"
    assert ended == ["CancelledError"]


async def test_other_keys_work_while_it_is_read(demo: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, may_go_on, _ = slowly(demo, monkeypatch)
    async with playing(demo) as play:
        await play.pilot.press("g", "p")
        await play.pilot.pause()
        assert begun.wait(10)
        await play.pilot.press("down", "enter", "pagedown", "g", "i")
        await play.pilot.pause()
        assert type(play.screen).__name__ == "ReviewScreen"
        may_go_on.set()


async def test_enter_opens_the_rows_behind_a_number_and_a_row_its_person(demo: Workspace) -> None:
    async with playing(tell(demo), "g", "p") as play:
        assert "▸ a customer" in play.text
        await play.press("enter")
        assert "a customer: 3 times" in play.text
        assert "3 rows" in play.text
        assert "Katja Lund   a customer · 2024" in play.text
        await play.press("down", "enter")
        assert play.text.split("\n")[0].split("  ")[0].strip() in ("Sam Okafor", "Katrin Roth")
        await play.press("escape", "escape")
        assert "▸ a customer" in play.text


async def test_a_share_opens_the_people_who_count(demo: Workspace) -> None:
    async with playing(tell(demo), "g", "p", *["pagedown"] * 9) as play:
        while "Business development" not in play.text:
            await play.press("pagedown")
        await play.press("down", "down", "enter")
        assert "of your connections led to a customer" in play.text
        assert "Katrin Roth" in play.text


async def test_a_number_with_nobody_behind_it_says_so(demo: Workspace) -> None:
    async with playing(demo, "g", "p", "enter") as play:
        rows = play.screen
        assert rows.NAME == "rows"
        await play.press("escape")
        play.screen._cursor = len(play.screen._laid.numbers) - 1
        await play.press("enter")
        assert play.notice == "Nobody and nothing stands behind this number."


async def test_pages_turn_forth_and_back_and_no_number_is_skipped(demo: Workspace) -> None:
    async with playing(tell(demo), "g", "p") as play:
        seen, pages = [], []
        for _ in range(60):
            before = (play.screen._page_at, play.screen.top)
            rows = range(play.screen.top, play.screen.top + 20)
            seen += [(play.screen._page_at, index) for index, at in enumerate(play.screen._laid.at) if at in rows]
            await play.press("pagedown")
            pages.append(play.screen._page_at)
            if (play.screen._page_at, play.screen.top) == before:
                break
        assert sorted(set(pages)) == list(range(1, 8))
        last = play.screen._page_at, play.screen._laid
        assert all((0, number) in seen for number in range(5))
        for page in range(1, 8):
            numbers = [number for at, number in sorted(set(seen)) if at == page]
            assert numbers == list(range(len(numbers))), page
        assert last[0] == 7
        await play.press(*["pageup"] * 60)
        assert play.screen._page_at == 0


async def test_what_is_undone_on_the_report_is_counted_anew(demo: Workspace) -> None:
    async with playing(tell(demo), "g", "p") as play:
        assert "7 outcomes" in play.text
        await play.press("z")
        assert "6 outcomes" in play.text


async def test_an_empty_store_says_what_to_do(empty: Workspace) -> None:
    async with playing(empty, "g", "p") as play:
        assert "There is no network here yet." in play.text
        assert "+ takes in an archive." in play.text


async def test_a_name_that_means_no_good_is_shown_as_what_it_is(empty: Workspace, tmp_path: Path) -> None:
    empty.import_files([hostile_archive(tmp_path / "export", HOSTILE["everything-at-once"])])
    async with playing(empty, "g", "p") as play:
        for _ in range(12):
            assert play.text.replace("\n", "").isprintable()
            await play.press("enter")
            assert play.text.replace("\n", "").isprintable()
            await play.press(*(["escape"] if play.screen.NAME == "rows" else []), "pagedown")
