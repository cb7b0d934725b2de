"""Home, and the ways from anywhere to anywhere."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette
from textual.widgets import HelpPanel, Input

from models.workspace import Workspace
from tests.factories import cards
from tests.tui.playing import playing

PLACES = {
    "h": "HomeScreen", "i": "ReviewScreen", "r": "ReviewScreen", "s": "ReviewScreen", "t": "ReviewScreen",
    "y": "ReviewScreen", "b": "OutboxScreen",
}  # fmt: skip


async def test_home_leads_with_what_waits(demo: Workspace) -> None:
    async with playing(demo) as play:
        lines = play.text.split("\n")
        assert lines[0].split() == ["picky", "export", "of", "15", "Sep", "2026", "·", "2", "days", "old"]
        assert lines[2].strip() == "Waiting for you"
        assert lines[3].split()[:3] == ["▸", "Invites", "21"]
        assert "Since the export of 2 Jun 2026" in play.text


async def test_home_tells_what_you_owe_and_where_you_do_not_take_silence_for_an_answer(demo: Workspace) -> None:
    async with playing(demo) as play:
        owed = len(cards(demo, "replies"))
        assert f"You owe {owed} replies. You wrote three times to Nils Ito without an answer." in play.text
        await play.press("g", "y", "left", "escape")
        assert f"You owe {owed - 1} replies." in play.text


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_all_of_home_fits_without_scrolling(demo: Workspace, size: tuple[int, int]) -> None:
    async with playing(demo, size=size) as play:
        assert "PgDn" not in play.text
        assert "without an answer" in " ".join(play.text.split())


async def test_enter_opens_the_line_under_the_cursor(demo: Workspace) -> None:
    async with playing(demo, "down", "j", "enter") as play:
        assert play.text.lstrip().startswith("Gone quiet")
        await play.press("escape", "up", "up", "up", "enter")
        assert play.text.lstrip().startswith("Outbox"), "the cursor goes round"


@pytest.mark.parametrize(("key", "screen"), PLACES.items())
async def test_g_goes_there_from_home_and_from_a_card(demo: Workspace, key: str, screen: str) -> None:
    async with playing(demo, "g", key) as play:
        assert type(play.screen).__name__ == screen
        await play.press("g", "s", "e", "g", key)
        assert type(play.screen).__name__ == screen
        assert len(play.app.screen_stack) <= 2, "going somewhere leaves nothing but home behind"


async def test_g_and_another_key_goes_nowhere(demo: Workspace) -> None:
    async with playing(demo, "g", "right", queue="stale") as play:
        assert play.notice == "g goes nowhere with that key."
        assert "1 of 20" in play.text


async def test_counts_at_home_are_those_after_what_was_decided(demo: Workspace) -> None:
    async with playing(demo, "g", "s", "left", "left", "escape") as play:
        assert "499" in play.text
        assert "2 removals staged, not confirmed yet" in play.text


async def test_an_empty_store_says_what_to_do_and_enter_does_it(empty: Workspace) -> None:
    async with playing(empty) as play:
        assert "Get a copy of your data" in play.text
        assert "picky demo" in play.text
        await play.press("enter")
        assert type(play.screen).__name__ == "ImportScreen"
        await play.press("escape")
        assert type(play.screen).__name__ == "HomeScreen"


async def test_escape_always_leads_out(demo: Workspace) -> None:
    async with playing(demo, "g", "s", "e", "at", "dollar_sign", *["escape"] * 6) as play:
        assert type(play.screen).__name__ == "HomeScreen"


async def test_escape_leads_home_from_the_queue_one_started_in(demo: Workspace) -> None:
    async with playing(demo, "escape", queue="stale") as play:
        assert type(play.screen).__name__ == "HomeScreen"


@pytest.mark.parametrize("keys", [["q"], ["ctrl+c"], ["g", "s", "L", "q"], ["colon", "ctrl+c"]])
async def test_q_and_ctrl_c_quit_at_once(demo: Workspace, keys: list[str]) -> None:
    async with playing(demo) as play:
        await play.pilot.press(*keys)
    assert play.app._exit
    assert play.app.return_code in (0, None)


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+s", "ctrl+z", "f1", "alt+x"])
async def test_keys_that_terminals_want_for_themselves_mean_nothing(demo: Workspace, key: str) -> None:
    async with playing(demo, key, queue="stale") as play:
        assert not play.app._exit
        assert "1 of 20" in play.text


async def test_all_keys_stand_in_the_help(demo: Workspace) -> None:
    async with playing(demo, "question_mark", queue="stale") as play:
        assert play.app.screen.query(HelpPanel)
        await play.press("question_mark")
        assert not play.app.screen.query(HelpPanel)


async def test_the_palette_goes_where_it_says(demo: Workspace) -> None:
    async with playing(demo, "colon") as play:
        assert isinstance(play.app.screen, CommandPalette)
        play.app.screen.query_one(Input).value = "Gone quiet"
        await play.press("enter")
        await play.press("enter")
        assert cards(demo, "stale", 1)[0] in play.text


async def test_the_palette_offers_no_picture_of_private_data(demo: Workspace) -> None:
    async with playing(demo) as play:
        titles = {str(command.title) for command in play.app.get_system_commands(play.screen)}
        assert "Screenshot" not in titles
        assert {"Home", "Invites", "Undo", "Quit"} <= titles


async def test_a_meeting_can_be_written_down_at_home(demo: Workspace) -> None:
    async with playing(demo, "M") as play:
        await play.fill("Ana K, Acme, pricing talk", "PyCon DE")
        assert play.notice == "met Ana K at PyCon DE · z takes it back"
        await play.press("I")
        await play.fill("Ana K", "Vera Haddad", "could you put me in touch?")
        assert play.notice.startswith("Ana K asks for an introduction to Vera Haddad")
    assert "Ana K" in cards(demo, "intros")
