"""One card, one key, next card."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual import events

from models.workspace import Workspace
from tests.factories import archive_of, cards, decision, sentences, verdicts
from tests.tui.playing import playing


async def test_twenty_cards_get_twenty_verdicts_and_then_a_summary(demo: Workspace) -> None:
    expected = cards(demo, "stale", 20)
    async with playing(demo, *["right", "left"] * 10, queue="stale") as play:
        assert "20 cards in" in play.text
        assert "keep 10 · remove 10" in play.text
        assert "enter: 20 more" in play.text
        await play.press("enter")
        assert "1 of 20 in this sitting, 481 open" in play.text
    assert verdicts("stale") == dict(zip(expected, ["keep", "remove"] * 10, strict=True))


VERDICTS = [
    ("invites", "right", "accept"),
    ("invites", "l", "accept"),
    ("invites", "left", "ignore"),
    ("invites", "h", "ignore"),
    ("invites", "down", "later"),
    ("invites", "j", "later"),
    ("invites", "a", "ask"),
    ("invites", "x", "no_reply"),
    ("invites", "p", "pin"),
    ("stale", "right", "keep"),
    ("stale", "left", "remove"),
    ("stale", "r", "reconnect"),
    ("stale", "p", "pin"),
]
INTROS = [
    ("right", "introduce"),
    ("left", "decline"),
    ("n", "mention"),
    ("a", "blurb"),
    ("x", "no_reply"),
    ("number_sign", "not_a_request"),
    ("down", "later"),
]


@pytest.fixture
def asked(empty: Workspace, tmp_path: Path) -> Workspace:
    """Nils Ito asks to be introduced to Vera Haddad; both are connections."""
    empty.import_files([archive_of(tmp_path / "export", "Nils Ito", "Vera Haddad")])
    empty.ask("Nils Ito", "Vera Haddad", "Could you put me in touch?")
    return empty


@pytest.mark.parametrize(("queue", "key", "verdict"), VERDICTS)
async def test_a_key_gives_its_verdict(demo: Workspace, queue: str, key: str, verdict: str) -> None:
    [first] = cards(demo, queue, 1)
    async with playing(demo, key, queue=queue) as play:
        assert "z takes it back" in play.notice
    assert verdicts(queue) == {first: verdict}


@pytest.mark.parametrize(("key", "verdict"), INTROS)
async def test_a_key_gives_its_verdict_on_a_request(asked: Workspace, key: str, verdict: str) -> None:
    async with playing(asked, key, queue="intros"):
        pass
    assert verdicts("intros") == {"Nils Ito": verdict}


async def test_keys_of_other_queues_do_nothing(demo: Workspace) -> None:
    async with playing(demo, "r", "n", "S", "number_sign", queue="invites"):
        pass
    assert verdicts("invites") == {}


async def test_a_digit_before_later_says_how_long(demo: Workspace) -> None:
    names = cards(demo, "stale", 5)
    async with playing(demo, queue="stale") as play:
        assert "later: 24 Sep" in play.text
        await play.press("2")
        assert "later: 17 Oct" in play.text
        await play.press("down", "down", "1", "j", "3", "down", "4", "down")
    due = [decision("stale", name).due for name in names]
    assert due == [
        date(2026, 10, 17), date(2026, 9, 24), date(2026, 9, 24), date(2026, 12, 17), date(2027, 9, 17),
    ]  # fmt: skip


async def test_a_digit_before_a_verdict_gives_the_reason(demo: Workspace) -> None:
    [first] = cards(demo, "stale", 1)
    async with playing(demo, "4", "left", queue="stale"):
        pass
    assert decision("stale", first) == ("remove", "never wrote", None)


async def test_escape_clears_a_digit_and_stays_on_the_card(demo: Workspace) -> None:
    [first] = cards(demo, "stale", 1)
    async with playing(demo, "4", "escape", queue="stale") as play:
        assert first in play.text
        await play.press("left")
    assert decision("stale", first).reason == ""


async def test_a_verdict_on_a_decided_card_replaces_it(demo: Workspace) -> None:
    first, second = cards(demo, "stale", 2)
    async with playing(demo, "left", "k", queue="stale") as play:
        assert first in play.text
        assert "You decided: remove. A new verdict replaces it." in play.text
        await play.press("right")
        assert second in play.text
    assert decision("stale", first).verdict == "keep"
    assert demo.outbox() == [], "the removal that is no longer wanted left the outbox"


async def test_there_is_nothing_before_the_first_card(demo: Workspace) -> None:
    async with playing(demo, "shift+tab", queue="stale") as play:
        assert play.notice == "This is the first card of the sitting."


async def test_coming_back_after_a_restart_lands_on_the_same_card(demo: Workspace) -> None:
    names = cards(demo, "stale", 4)
    async with playing(demo, "tab", "right", "tab", queue="stale") as play:
        assert names[3] in play.text
    async with playing(demo, queue="stale") as play:
        assert names[3] in play.text
    assert verdicts("stale") == {names[1]: "keep"}


async def test_who_is_pinned_is_never_asked_about_again(demo: Workspace) -> None:
    [first] = cards(demo, "stale", 1)
    async with playing(demo, "p", queue="stale") as play:
        assert play.notice == f"pinned {first} · z takes it back"
    assert first not in cards(demo, "stale")


async def test_nobody_is_asked_first_when_it_is_not_clear_whom_they_mean(asked: Workspace) -> None:
    asked.ask("Vera Haddad", "somebody at Acme")
    async with playing(asked, "tab", queue="intros") as play:
        assert "not clear whom" in play.text
        await play.press("right")
        assert play.notice.startswith("It is not clear whom they mean")
        assert "2 of 2" in play.text
    assert verdicts("intros") == {}


async def test_whoever_never_answered_gets_no_second_go(demo: Workspace) -> None:
    async with playing(demo, "f", queue="stale") as play:
        await play.fill("Nils Ito")
        await play.press("r")
        assert play.notice.startswith("You wrote and they never answered.")
    assert verdicts("stale") == {}


async def test_a_full_stop_repeats_the_last_verdict_with_its_reason(demo: Workspace) -> None:
    first, second = cards(demo, "stale", 2)
    async with playing(demo, "full_stop", queue="stale") as play:
        assert play.notice == "There is no last verdict yet."
        await play.press("5", "left", "full_stop")
    assert decision("stale", second) == decision("stale", first)
    assert decision("stale", second).reason == "I do not remember them"


async def test_pasted_text_decides_nothing_anywhere(demo: Workspace) -> None:
    async with playing(demo, queue="invites") as play:
        play.app.post_message(events.Paste("lllhhh\n\n"))
        await play.press("i")
        play.app.post_message(events.Paste("lhjp\rHelps founders scale, never turns down a request."))
        await play.press()
        assert verdicts("invites") == {}
        await play.press("ctrl+d")
        assert "Helps founders scale" in play.text or "never turns" in play.text
    assert verdicts("invites") == {}
    assert sentences(demo)[0] == f"pasted profile text of {cards(demo, 'invites', 1)[0]}"


async def test_a_meeting_written_down_shows_on_the_card(demo: Workspace) -> None:
    [first] = cards(demo, "stale", 1)
    async with playing(demo, "M", queue="stale") as play:
        await play.fill(first, "Harbour Days", "2026-09-01", "liked", "boats")
        assert play.notice == f"met {first} at Harbour Days · z takes it back"
        await play.press("e")
        assert "met at Harbour Days · liked · boats" in play.text


async def test_a_day_that_is_none_is_told_and_nothing_is_kept(demo: Workspace) -> None:
    before = sentences(demo)
    async with playing(demo, "M", queue="stale") as play:
        await play.fill("Ann Lee", "Harbour Days", "yesterday")
        assert "“yesterday” is no day." in play.notice
    assert sentences(demo) == before


async def test_a_request_written_down_becomes_a_card(demo: Workspace) -> None:
    [first] = cards(demo, "stale", 1)
    async with playing(demo, "I", queue="stale") as play:
        await play.fill(first, "Vera Haddad", "We are hiring, could you put us in touch?")
        await play.press("g", "r")
    assert first in cards(demo, "intros")


async def test_a_private_note_stays_with_the_person(demo: Workspace) -> None:
    async with playing(demo, "N", queue="stale") as play:
        play.app.post_message(events.Paste("owes me a book"))
        await play.press("ctrl+d", "e")
        assert "note: owes me a book" in play.text


async def test_a_form_that_is_left_keeps_nothing(demo: Workspace) -> None:
    before = sentences(demo)
    async with playing(demo, "N", "x", "escape", "M", "x", "escape", "I", "escape", queue="stale"):
        pass
    assert sentences(demo) == before


async def test_the_link_goes_to_the_clipboard_of_the_terminal(demo: Workspace) -> None:
    async with playing(demo, "f", queue="stale") as play:
        await play.fill("Katja Lund")
        await play.press("y")
        assert play.clipboard == "https://www.linkedin.com/in/katja-lund"
        assert play.notice.startswith("sent to the terminal's clipboard")


async def test_no_link_is_opened_where_there_is_no_browser(demo: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    async with playing(demo, "o", queue="stale") as play:
        assert play.notice == "There is no browser here that picky could open. y copies the link."


async def test_undo_brings_the_card_back_and_redo_the_verdict(demo: Workspace) -> None:
    first, second = cards(demo, "invites", 2)
    async with playing(demo, "right", "z", queue="invites") as play:
        assert first in play.text
        assert play.notice == f"undone: accepted {first}"
        assert verdicts("invites") == {}
        await play.press("Z")
        assert verdicts("invites") == {first: "accept"}
        await play.press("z", "z")
        assert play.notice.startswith("undone: met "), "what was done before the app began can be undone too"
        assert second not in play.text


async def test_a_key_refused_for_its_haste_says_so(demo: Workspace) -> None:
    async with playing(demo, queue="stale") as play:
        play.screen._finger.settle = 60.0
        await play.press("right")
        assert play.notice == "That key came before this card was on the screen."
    assert verdicts("stale") == {}


async def test_only_some_cards_wait_behind_a_filter(demo: Workspace) -> None:
    async with playing(demo, "f", queue="stale") as play:
        await play.fill("company:tidewater met:2010")
        assert "only company:tidewater met:2010" in play.text
        assert "Katja Lund" in play.text
        assert "1 of 1 in this sitting, 1 open" in play.text
        await play.press("right")
        assert "1 card in" in play.text
        await play.press("escape")
        assert "only" not in play.text.split("\n")[0]
        assert "500 open" in play.text


async def test_a_filter_that_is_none_says_so_in_a_sentence(demo: Workspace) -> None:
    async with playing(demo, "f", queue="stale") as play:
        await play.fill("colour:blue")
        assert play.notice.startswith("There is no filter “colour:”.")
        await play.press("f")
        await play.fill("xyzzy")
        assert "Nothing that waits here fits xyzzy." in play.text


async def test_cards_decided_in_the_list_are_passed_over(demo: Workspace) -> None:
    names = cards(demo, "stale", 3)
    async with playing(demo, "L", "space", "space", "semicolon", "left", "enter", "L", queue="stale") as play:
        assert names[2] in play.text
        assert "You decided" not in play.text


async def test_an_empty_queue_names_the_next_step(empty: Workspace) -> None:
    async with playing(empty, queue="stale") as play:
        assert "Nothing waits here." in play.text
        await play.press("right", "left", "e", "y", "M", "N", "i", "o", "4", "full_stop")
        assert "Nothing waits here." in play.text
