"""Every line of history can be taken back, from its own screen and from any other."""

from __future__ import annotations

from models.workspace import Workspace
from tests.factories import cards, verdicts
from tests.tui.playing import playing


async def test_a_line_further_down_is_taken_back_and_brought_back(demo: Workspace) -> None:
    first, second = cards(demo, "stale", 2)
    async with playing(demo, "right", "left", "at", "down", "enter", queue="stale") as play:
        assert verdicts("stale") == {second: "remove"}
        assert f"kept {first}  (undone)" in play.text
        await play.press("enter")
        assert verdicts("stale") == {first: "keep", second: "remove"}


async def test_an_import_is_not_taken_back(demo: Workspace) -> None:
    async with playing(demo, "at", *["down"] * 8, "enter") as play:
        assert play.notice.startswith("An import is not taken back.")


async def test_undo_works_from_any_screen(demo: Workspace) -> None:
    [first] = cards(demo, "stale", 1)
    places = (["g", "h"], ["g", "b"], ["at"], ["dollar_sign"], ["L"], ["e"], ["plus"])
    async with playing(demo, "right", queue="stale") as play:
        for keys in places:
            await play.press(*keys, "z")
            assert verdicts("stale") == {}, keys
            await play.press("Z")
            assert verdicts("stale") == {first: "keep"}, keys
            await play.press("g", "s")


async def test_nothing_to_undo_says_so(empty: Workspace) -> None:
    async with playing(empty, "z") as play:
        assert play.notice == "There is nothing to undo. picky history lists what was done."
        await play.press("Z")
        assert play.notice.startswith("There is nothing to redo.")
        await play.press("at")
        assert "Nothing was done yet." in play.text
        await play.press("enter", "down", "up")


async def test_a_decision_carried_out_on_linkedin_is_not_undone_by_a_key(demo: Workspace) -> None:
    [first] = cards(demo, "invites", 1)
    async with playing(demo, "right", "g", "b", "right", "at", "down", "enter", queue="invites") as play:
        assert play.notice.startswith("You have already done this on LinkedIn")
    assert verdicts("invites") == {first: "accept"}
