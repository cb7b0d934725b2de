"""Finding a person, and the page that holds everything known."""

from __future__ import annotations

from models.workspace import Workspace
from tests.factories import sentences
from tests.tui.playing import playing


async def test_a_part_of_a_name_without_its_accents_finds_people(demo: Workspace) -> None:
    async with playing(demo, "slash") as play:
        await play.fill("zielinska")
        assert "Marta Zielińska" in play.text
        await play.press("enter")
        assert type(play.screen).__name__ == "PersonScreen"
        assert play.text.lstrip().startswith("Marta Zielińska")


async def test_nobody_found_names_the_next_step(demo: Workspace) -> None:
    async with playing(demo, "slash") as play:
        await play.fill("xyzzy")
        assert "Nobody here has such a name." in play.text
        await play.press("enter", "down", "escape")
        assert type(play.screen).__name__ == "HomeScreen"


async def test_an_empty_search_asks_for_nothing(demo: Workspace) -> None:
    async with playing(demo, "slash") as play:
        await play.fill("   ")
        assert type(play.screen).__name__ == "HomeScreen"


async def test_a_page_of_a_person_scrolls_takes_notes_and_copies(demo: Workspace) -> None:
    async with playing(demo, "slash") as play:
        await play.fill("sam-okafor")
        await play.press("enter")
        top = play.text
        assert "from messages" not in top
        await play.press("pagedown")
        assert play.text != top
        await play.press("pageup")
        assert play.text == top
        await play.press("y")
        assert play.clipboard == "https://www.linkedin.com/in/sam-okafor"
        await play.press("M")
        await play.fill("Sam Okafor", "Harbour Days")
        assert "met at Harbour Days" in play.text
    assert sentences(demo)[0] == "met Sam Okafor at Harbour Days"
