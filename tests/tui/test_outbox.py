"""What is left to do by hand: one key each, and nothing destructive without a second look."""

from __future__ import annotations

import pytest

from models.workspace import Workspace
from tests.factories import cards, sentences, verdicts
from tests.tui.playing import playing


def states(workspace: Workspace) -> dict[str, str]:
    return {todo.name: todo.state for todo in workspace.outbox(everything=True)}


@pytest.mark.parametrize(("key", "state"), [("right", "done"), ("l", "done"), ("x", "not_found")])
async def test_a_key_closes_an_errand(demo: Workspace, key: str, state: str) -> None:
    [first] = cards(demo, "invites", 1)
    async with playing(demo, "right", "g", "b", key, queue="invites") as play:
        assert "Nothing is left to do." in play.text
        assert states(demo) == {first: state}
        await play.press("z")
        assert states(demo) == {first: "open"}
        assert first in play.text


async def test_changing_my_mind_gives_the_card_back(demo: Workspace) -> None:
    [first] = cards(demo, "invites", 1)
    async with playing(demo, "right", "g", "b", "left", queue="invites") as play:
        assert play.notice == f"changed my mind about {first} · z takes it back"
    assert verdicts("invites") == {}
    assert cards(demo, "invites", 1) == [first]


async def test_a_removal_is_not_done_before_it_is_confirmed(demo: Workspace) -> None:
    first, second = cards(demo, "stale", 2)
    async with playing(demo, "left", "left", "g", "b", queue="stale") as play:
        assert "2 errands, 2 staged" in play.text
        await play.press("right")
        assert play.notice.startswith("This one is staged")
        await play.press("dollar_sign", "down", "left")
        assert f"changed my mind about {second}" in play.notice
        await play.press("enter")
        assert play.notice.startswith("confirmed 1 removal")
    assert states(demo) == {first: "open", second: "cancelled"}
    assert cards(demo, "stale", 1) == [second]


async def test_confirming_is_one_undo(demo: Workspace) -> None:
    async with playing(demo, "left", "left", "dollar_sign", "enter", "z", queue="stale"):
        pass
    assert set(states(demo).values()) == {"staged"}


async def test_copying_gives_link_then_draft_then_moves_on(demo: Workspace) -> None:
    first, second = cards(demo, "invites", 2)
    async with playing(demo, "a", "right", "g", "b", queue="invites") as play:
        await play.press("down", "y")
        assert play.clipboard.startswith("https://www.linkedin.com/in/")
        assert "▸ Ask where you met" in play.text.replace("  ", " ")
        await play.press("y")
        assert first.split()[0] in play.clipboard, "the draft greets by first name"
    assert second != first


async def test_a_link_is_all_there_is_to_copy_where_nothing_is_drafted(demo: Workspace) -> None:
    async with playing(demo, "right", "right", "g", "b", "y", queue="invites") as play:
        chosen = play.screen.cursor
        assert chosen == 1, "copying moves on"


async def test_keys_on_an_empty_outbox_do_nothing(demo: Workspace) -> None:
    before = sentences(demo)
    async with playing(demo, "g", "b", "right", "x", "left", "y", "o", "dollar_sign", "enter", "left", "up") as play:
        assert "Nothing is staged." in play.text
    assert sentences(demo) == before
