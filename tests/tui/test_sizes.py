"""Any terminal from 60 by 20 up, in any colours: nothing broken, nothing told by colour alone."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from models.workspace import Workspace
from tests.factories import cards, verdicts
from tests.tui.playing import Playing, playing

SIZES = [(60, 20), (79, 24), (80, 24), (100, 30), (200, 60)]
PLACES = {
    "home": ("g", "h"),
    "invite": ("g", "i"),
    "request": ("g", "r"),
    "quiet": ("g", "s"),
    "list": ("g", "s", "L", "asterisk", "semicolon"),
    "outbox": ("g", "i", "a", "right", "g", "b"),
    "staged": ("g", "s", "left", "dollar_sign"),
    "history": ("at",),
    "person": ("g", "s", "e"),
    "import": ("plus",),
    "empty queue": ("g", "s", "f", "x", "y", "z", "z", "y", "enter"),
}


def fits(play: Playing, width: int, height: int) -> bool:
    """Whether every line is within the terminal, and the footer is its last."""
    lines = play.text.split("\n")
    assert len(lines) == height
    assert max(map(cell_len, lines)) <= width
    return lines[-1].strip() != ""


@pytest.mark.parametrize(("place", "keys"), PLACES.items(), ids=PLACES.keys())
async def test_a_screen_fits_any_size_and_comes_back_from_none(
    demo: Workspace, place: str, keys: tuple[str, ...]
) -> None:
    async with playing(demo, *keys) as play:
        before = play.text
        for width, height in SIZES:
            await play.pilot.resize_terminal(width, height)
            await play.press()
            assert fits(play, width, height), place
        for width, height in ((59, 24), (80, 19), (30, 5), (2, 1)):
            await play.pilot.resize_terminal(width, height)
            await play.press()
            if width > 20:
                assert play.text.strip().startswith("picky needs a terminal"), (width, height)
        await play.pilot.resize_terminal(80, 24)
        await play.press()
        assert play.text == before


async def test_the_frame_stands_in_the_same_rows_on_every_card(demo: Workspace) -> None:
    rows = set()
    async with playing(demo, "g", "s") as play:
        for _ in range(15):
            lines = play.text.split("\n")
            rows.add(tuple(y for y, line in enumerate(lines) if line[1:2] in ("╭", "╰") or "↓  later" in line))
            await play.press("tab")
    assert len(rows) == 1


async def test_a_key_decides_nothing_on_a_terminal_too_small_to_see_the_card(demo: Workspace) -> None:
    [first] = cards(demo, "stale", 1)
    async with playing(demo, "g", "s") as play:
        await play.pilot.resize_terminal(50, 15)
        await play.press("right", "left", "down")
        await play.pilot.resize_terminal(80, 24)
        await play.press()
        assert first in play.text
    assert verdicts("stale") == {}


@pytest.mark.parametrize("theme", ["textual-light", "ansi-dark", "ansi-light", "textual-dark"])
async def test_a_theme_changes_colours_and_no_letter(demo: Workspace, theme: str) -> None:
    async with playing(demo, "g", "i") as play:
        before, styles = play.text, set(play.screen.page._styles.values())
        play.app.theme = theme
        await play.press()
        assert play.text == before
        after = set(play.screen.page._styles.values())
        assert (after == styles) == (theme == "textual-dark")
        if theme.startswith("ansi"):
            colours = {colour for style in after for colour in (style.color, style.bgcolor) if colour}
            assert all(colour.is_default or colour.number < 16 for colour in colours)


async def test_dark_and_light_change_places_from_the_palette(demo: Workspace) -> None:
    async with playing(demo) as play:
        commands = {str(command.title): command.callback for command in play.app.get_system_commands(play.screen)}
        first = play.app.theme
        commands["Dark or light"]()
        assert play.app.theme != first
        commands["Dark or light"]()
        assert play.app.theme == first
