"""No key puts a closed item back or drafts a second nudge (issue 4, show 5)."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.workspace import Workspace
from tests.closed import CLOSED, close, closed_cards, nudges
from tests.tui.playing import Playing, playing
from tui import keys
from tui.bindings import Key
from tui.screens.review import ReviewScreen

_ONCE = {queue: name for queue, name, _ in reversed(CLOSED)}
_LEAVING = {"app.quit", "app.back"}


def _every_key(page: tuple[Key, ...]) -> list[str]:
    return [name for key in page if key.id not in _LEAVING for name in key.keys.split(",")]


async def _back_to(play: Playing, screen: ReviewScreen, subject: int) -> None:
    """The closed card, as if it had just been gone back to."""
    for _ in range(4):
        if play.app.screen is screen:
            break
        await play.press("escape")
    assert play.app.screen is screen
    screen._digit = 0
    screen.session._furthest = 99
    screen.session.go_to(subject)
    screen._turn()
    await play.press()


@pytest.mark.parametrize("queue", _ONCE)
async def test_no_key_on_a_closed_card_nudges(
    queue: str, empty: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(empty, tmp_path, monkeypatch)
    subject = next(number for of, number, name in closed_cards() if (of, name) == (queue, _ONCE[queue]))
    async with playing(empty, queue=queue) as play:
        screen = play.screen
        assert isinstance(screen, ReviewScreen)
        everywhere = _every_key(keys.EVERYWHERE) if queue == "invites" else []
        for key in (*_every_key(keys.REVIEW), *everywhere):
            await _back_to(play, screen, subject)
            assert screen.card
            assert screen.card.subject == subject
            await play.press(key)
            assert not nudges(), key


async def test_no_key_of_the_outbox_history_or_person_page_nudges(
    empty: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(empty, tmp_path, monkeypatch)
    pages = {("g", "b"): keys.OUTBOX, ("at",): keys.HISTORY, ("dollar_sign",): keys.STAGED}
    async with playing(empty) as play:
        for way, page in pages.items():
            for key in _every_key(page):
                await play.press("escape", "escape", "g", "h", *way)
                await play.press(*["down"] * 3, key)
                assert not nudges(), (way, key)
        empty_handed = empty.person("Old Tie").id
        for key in _every_key(keys.PERSON):
            play.app.open_screen("person", empty_handed)
            await play.press(key, "escape", "escape")
            assert not nudges(), key
