"""The queues of what waits for an answer: their keys, their arrows, their lists and filters."""

from __future__ import annotations

from models.workspace import Workspace
from tests.factories import cards, decision, verdicts
from tests.tui.playing import playing


async def test_right_withdraws_quietly_and_left_leaves_it(demo: Workspace) -> None:
    async with playing(demo, "g", "t") as play:
        assert "withdraw quietly" in play.text
        assert "leave it" in play.text
        first, second, third, *rest = cards(demo, "sent")
        await play.press("1", "right")
        assert play.notice == f"decided to withdraw the invitation to {first} · z takes it back"
        await play.press("left", "down")
        assert cards(demo, "sent") == rest
    assert verdicts("sent") == {first: "withdraw", second: "leave", third: "later"}
    assert decision("sent", first).reason == "they never answered"


async def test_no_key_on_a_sent_invitation_writes_anything(demo: Workspace) -> None:
    async with playing(demo, "g", "t", "a", "r", "n", "x", "number_sign") as play:
        assert "1 of 8" in play.text
        assert verdicts("sent") == {}
        assert "remind" not in play.text


async def test_right_drafts_the_reply_and_left_lets_it_go(demo: Workspace) -> None:
    async with playing(demo, "g", "y") as play:
        first, second, *_ = cards(demo, "replies")
        await play.press("right")
        assert play.notice == f"decided to reply to {first} · z takes it back"
        await play.press("left")
        assert play.notice == f"let it go: {second} · z takes it back"
        await play.press("z")
        assert second in play.text
        await play.press("g", "b")
        assert "Write the reply you owe" in play.text


async def test_one_verdict_for_many_in_the_list(demo: Workspace) -> None:
    async with playing(demo, "g", "t", "L", "asterisk", "semicolon", "1", "right", "enter") as play:
        assert "decided to withdraw the invitation to 8 people" in play.notice
    assert set(verdicts("sent").values()) == {"withdraw"}


async def test_a_filter_finds_words_of_the_person(demo: Workspace) -> None:
    async with playing(demo, "g", "y", "f") as play:
        await play.fill("noor")
        assert "Noor el-Sayed" in play.text
        assert "1 of 1" in play.text
