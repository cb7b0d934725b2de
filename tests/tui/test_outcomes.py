"""What came of it, on the screen: the kinds open with an arrow, a letter chooses, an undo brings the question back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from models.workspace import Workspace
from tests.factories import verdicts, workspace_at
from tests.models.support import Export
from tests.tui.playing import playing
from tui.app import PickyApp
from tui.screens.kinds import KindForm


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Workspace]:
    """Two messages that sound like an outcome, and an old tie that was taken up again long ago."""
    workspace = workspace_at(tmp_path / "network.db")
    export = Export().connect("Ana Kovac", 900, company="Fjord", position="Editor")
    export.heard("Ana Kovac", 200, "Thanks for referring me, I start in May!").wrote(
        "Ana Kovac", 190, "Wonderful news."
    )
    export.connect("Bea Lund", 900).heard("Bea Lund", 150, "We signed the contract, thank you!")
    workspace.import_files([export.zipped(tmp_path)])
    yield workspace
    workspace.close()


async def test_a_letter_chooses_the_kind_and_z_brings_the_question_back(filled: Workspace) -> None:
    async with playing(filled, "g", "o") as play:
        assert "Thanks for referring me" in play.text
        await play.press("right")
        assert isinstance(play.app.screen, KindForm)
        await play.press("c")
        assert verdicts("outcomes") == {"Ana Kovac": "customer"}
        assert "noted a customer, thanks to Ana Kovac" in play.notice
        assert "Bea Lund" in play.text
        await play.press("z")
        assert verdicts("outcomes") == {}
        assert "Ana Kovac" in play.text


async def test_enter_takes_the_kind_the_words_sound_like_and_escape_none(filled: Workspace) -> None:
    async with playing(filled, queue="outcomes") as play:
        await play.press("right", "escape")
        assert verdicts("outcomes") == {}
        assert "Ana Kovac" in play.text
        await play.press("right", "enter", "left")
        assert verdicts("outcomes") == {"Ana Kovac": "referred", "Bea Lund": "nothing"}


async def test_the_same_again_repeats_a_kind(filled: Workspace) -> None:
    async with playing(filled, queue="outcomes") as play:
        await play.press("right", "m", ".")
        assert verdicts("outcomes") == {"Ana Kovac": "meeting", "Bea Lund": "meeting"}


async def test_too_early_puts_the_question_off(filled: Workspace) -> None:
    async with playing(filled, queue="outcomes") as play:
        assert "too early: 24 Sep" in play.text
        await play.press("down")
        assert verdicts("outcomes") == {"Ana Kovac": "later"}


async def test_no_letter_of_a_paste_chooses(filled: Workspace) -> None:
    async with playing(filled, queue="outcomes") as play:
        await play.press("right")
        play.app.screen.post_message(events.Paste("customer"))
        await play.press()
        assert verdicts("outcomes") == {}


def test_the_card_and_its_kinds(filled: Workspace, snap_compare: Callable[..., bool]) -> None:
    async def open_kinds(pilot: Pilot[None]) -> None:
        await pilot.pause()  # the card beneath counts what is open before the form covers it, or not at all
        await pilot.press("right")
        await pilot.pause()

    assert snap_compare(PickyApp(filled, "outcomes"), terminal_size=(80, 24), run_before=open_kinds)


def test_the_card_of_a_message(filled: Workspace, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(PickyApp(filled, "outcomes"), terminal_size=(80, 24))
