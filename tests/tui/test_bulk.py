"""Many cards at once: mark, choose, confirm the count; one history line, one undo."""

from __future__ import annotations

from datetime import date

import pytest
from textual import events

from models.errors import CancelledError
from models.workspace import Workspace
from tests.factories import cards, decision, sentences, verdicts
from tests.tui.playing import playing

LIST = ("g", "s", "L")


async def test_marked_people_get_one_verdict_and_one_undo_takes_it_back(demo: Workspace) -> None:
    names = cards(demo, "stale", 4)
    async with playing(demo, *LIST, "space", "j", "space", "space", "semicolon", "left") as play:
        assert "remove 3 people (staged)?" in play.text
        assert verdicts("stale") == {}, "nothing is decided before Enter"
        await play.press("enter")
        assert play.notice == "decided to remove 3 people · z takes it back"
        assert verdicts("stale") == dict.fromkeys([names[0], names[2], names[3]], "remove")
        assert "list · 498 open" in play.text
        assert sentences(demo)[0] == "decided to remove 3 people"
        await play.press("z")
        assert verdicts("stale") == {}
        assert demo.outbox() == []
        await play.press("Z")
        assert len(demo.outbox()) == 3


async def test_a_range_is_marked_from_either_end(demo: Workspace) -> None:
    async with playing(demo, *LIST, "down", "down", "v", "up", "up", "v") as play:
        assert "3 people marked" in play.text
        assert play.text.count("✓") == 3
        await play.press("space")
        assert "2 people marked" in play.text


async def test_all_shown_are_marked_and_let_go(demo: Workspace) -> None:
    async with playing(demo, *LIST, "asterisk") as play:
        assert "501 people marked" in play.text
        await play.press("asterisk")
        assert "Nobody is marked." in play.text


async def test_only_those_whom_the_filter_lets_pass_are_all(demo: Workspace) -> None:
    async with playing(demo, *LIST, "f") as play:
        await play.fill("company:nordkai")
        names = {play.screen.listing.card(index).name for index in range(play.screen.length())}
        await play.press("asterisk", "semicolon", "l")
        assert f"keep {len(names)} people?" in play.text
        await play.press("enter")
        assert set(verdicts("stale")) == names
        await play.press("escape")
        assert "only" not in play.text.split("\n")[0]


async def test_changing_the_filter_lets_go_of_marks_that_are_out_of_sight(demo: Workspace) -> None:
    async with playing(demo, *LIST, "asterisk", "f") as play:
        await play.fill("company:nordkai")
        assert "Nobody is marked." in play.text


async def test_a_digit_gives_all_of_them_the_reason(demo: Workspace) -> None:
    first, second = cards(demo, "stale", 2)
    async with playing(demo, *LIST, "space", "space", "semicolon", "4", "left") as play:
        assert "remove 2 people (staged), because “never wrote”?" in play.text
        await play.press("enter")
    assert {decision("stale", name).reason for name in (first, second)} == {"never wrote"}


async def test_later_in_bulk_is_spread_around_its_day(demo: Workspace) -> None:
    names = cards(demo, "stale", 40)
    async with playing(demo, *LIST, "v", *["down"] * 3, "v", "semicolon", "4", "down") as play:
        assert "put off 4 people for about a year?" in play.text
        await play.press("escape", "escape", "escape", "escape", *["pagedown"] * 2)
        play.screen.marked = dict.fromkeys(play.screen.listing.subjects(0, 40))
        await play.press("semicolon", "4", "down", "enter")
    days = [(due - date(2026, 9, 17)).days for name in names if (due := decision("stale", name).due)]
    assert len(days) == 40
    assert 292 <= min(days) < 320
    assert 410 < max(days) <= 438
    assert len(set(days)) > 20


async def test_escape_steps_back_out_of_every_stage(demo: Workspace) -> None:
    async with playing(demo, *LIST, "f") as play:
        await play.fill("company:nordkai")
        await play.press("space", "semicolon", "4", "left")
        for shows in ("1 person, because", "1 person:", "1 person marked", "Nobody is marked.", "list · 501 open"):
            await play.press("escape")
            assert shows in play.text
        await play.press("escape")
        assert type(play.screen).__name__ == "ReviewScreen"
    assert verdicts("stale") == {}


async def test_who_refuses_the_verdict_is_left_out_and_told(demo: Workspace) -> None:
    async with playing(demo, *LIST, "asterisk", "semicolon", "r", "enter") as play:
        assert play.notice.startswith("decided to reconnect with 495 people · z takes it back · 6 left out: You")
    assert len(verdicts("stale")) == 495
    assert len(cards(demo, "stale")) == 6


async def test_when_all_refuse_nothing_is_written(demo: Workspace) -> None:
    before = sentences(demo)
    async with playing(demo, *LIST, "f") as play:
        await play.fill("band:one-way-out")
        await play.press("asterisk", "semicolon", "r", "enter")
        assert play.notice.startswith("You wrote and they never answered.")
    assert sentences(demo) == before


async def test_without_marks_there_is_nothing_to_decide(demo: Workspace) -> None:
    async with playing(demo, *LIST, "semicolon") as play:
        assert play.notice.startswith("Nobody is marked yet")
        await play.press("enter")
        assert play.notice.startswith("Mark people with space")
        await play.press("left", "h", "right")
    assert verdicts("stale") == {}


async def test_once_armed_no_other_key_means_what_it_meant(demo: Workspace) -> None:
    async with playing(demo, *LIST, "space", "semicolon", "n") as play:
        assert play.notice.startswith("That key gives no verdict here.")
        await play.press("g")
        assert play.notice.startswith("That key gives no verdict here.")
        await play.press("left", "right")
        assert play.notice == "Enter does it, Esc does not."
        play.app.post_message(events.Paste("\r\r"))
        await play.press()
    assert verdicts("stale") == {}


async def test_an_enter_read_too_soon_confirms_nothing(demo: Workspace) -> None:
    async with playing(demo, *LIST, "space", "semicolon") as play:
        play.screen._finger.settle = 60.0
        await play.press("left", "enter")
        assert play.notice == "That key came before this card was on the screen."
    assert verdicts("stale") == {}


async def test_the_last_card_of_a_long_list_is_one_page_away(demo: Workspace) -> None:
    last = cards(demo, "stale")[-1]
    async with playing(demo, *LIST) as play:
        play.screen.cursor = 10_000
        play.screen.draw()
        assert f"▸   {last}" in play.text
        assert len(play.screen.listing._cards) <= 150, "only pages that are looked at are read"


async def test_a_card_decided_elsewhere_is_not_decided_again(demo: Workspace) -> None:
    [first] = cards(demo, "stale", 1)
    async with playing(demo, *LIST, "space") as play:
        demo.decide("stale", demo.items("stale", 1)[0].id, "keep")
        await play.press("semicolon", "left", "enter")
        assert play.notice.startswith("None of these cards is open any more.")
    assert verdicts("stale") == {first: "keep"}


async def test_a_bulk_verdict_that_is_stopped_keeps_nothing(demo: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    async with playing(demo, *LIST, "asterisk", "semicolon", "left") as play:

        def stopped(what: str, count: int) -> None:
            raise CancelledError("Stopped. Nothing of it was kept.")

        monkeypatch.setattr("tui.screens.working.Work.tell", lambda self, what, count: stopped(what, count))
        await play.press("enter")
        assert play.notice == "Stopped. Nothing of it was kept."
    assert verdicts("stale") == {}


@pytest.mark.parametrize("queue", ["i", "r"])
async def test_every_queue_is_a_list_too(demo: Workspace, queue: str) -> None:
    demo.ask("Sam Okafor", "Vera Haddad", "Could you put me in touch?")
    async with playing(demo, "g", queue, "L", "space", "semicolon", "left", "enter") as play:
        assert "z takes it back" in play.notice
        await play.press("e")
        assert type(play.screen).__name__ in ("PersonScreen", "ListScreen")
