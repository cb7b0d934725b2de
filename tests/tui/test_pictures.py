"""One picture per screen and state worth seeing. `pytest tests/tui/test_pictures.py --snapshot-update` takes them anew."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from models.queues.filters import parse
from models.workspace import Workspace
from tests.factories import archive_of
from tests.invented.broken import with_broken_rows
from tests.invented.eras import archive
from tui.app import PickyApp

SEEDS = Path(__file__).parents[2] / "seeds"

Step = str | Callable[[Pilot[None]], Awaitable[None]]


class Picture(Protocol):
    """Compares the app after some steps with its picture."""

    def __call__(
        self, workspace: Workspace, *steps: Step, size: tuple[int, int] = (80, 24), theme: str = ""
    ) -> None: ...


@pytest.fixture
def picture(snap_compare: Callable[..., bool]) -> Picture:
    """The comparison; a step is a key, or something done to the app."""

    def compare(workspace: Workspace, *steps: Step, size: tuple[int, int] = (80, 24), theme: str = "") -> None:
        app = PickyApp(workspace)

        async def before(pilot: Pilot[None]) -> None:
            if theme:
                app.theme = theme
            for step in steps:
                await (pilot.press(step) if isinstance(step, str) else step(pilot))
            await app.workers.wait_for_complete()
            await pilot.pause()

        assert snap_compare(app, terminal_size=size, run_before=before)

    return compare


def only(text: str) -> Step:
    """Only the cards that fit."""

    async def step(pilot: Pilot[None]) -> None:
        pilot.app.screen._use(parse(text))
        await pilot.pause()

    return step


def typed(*texts: str) -> Step:
    """Put texts into a form, and keep it."""

    async def step(pilot: Pilot[None]) -> None:
        for field, text in zip(pilot.app.screen.query(Input), texts, strict=False):
            field.value = text
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()

    return step


# Home


def test_home(demo: Workspace, picture: Picture) -> None:
    picture(demo)


def test_home_after_some_decisions(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "i", "right", "a", "g", "s", "left", "left", "g", "h", "down")


def test_home_of_an_empty_store(empty: Workspace, picture: Picture) -> None:
    picture(empty)


def test_going_somewhere(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g")


# Cards


def test_an_invite_from_someone_met(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "i")


def test_an_invite_from_a_look_alike(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "i", only("vera-haddad-exec"))


def test_an_invite_that_may_be_accepted_already(empty: Workspace, picture: Picture, tmp_path: Path) -> None:
    empty.import_files([archive("2021", tmp_path).path])
    unclear = next(item for item in empty.items("invites") if item.json()["certainty"] == "cannot_tell")
    picture(empty, "g", "i", only(f'"{unclear.name}"'))


def test_an_invite_with_a_third_text(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "i", only("kellermann"))


def test_an_invite_from_someone_removed_before(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "i", only("pfaff"))


def test_a_request_for_someone_known(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "r", only("okafor"))


def test_a_request_that_is_a_pitch(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "r", only("brandt"))


def test_a_request_for_nobody_knows_whom(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "r", only("pohl"))


def test_someone_who_never_wrote(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s")


def test_someone_met_once(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", only("katja"))


def test_an_old_friend_gone_quiet(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", only("band:dormant"))


def test_an_invitation_nobody_answered(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "t", only("nakagawa"))


def test_a_reply_that_is_owed(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "y", only("noor"))


def test_two_people_side_by_side(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "d")


def test_a_decided_card_gone_back_to(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", "left", "up")


def test_a_digit_that_waits_for_its_verdict(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", "2")


def test_the_end_of_a_sitting(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", only("band:one_way_out"), "left", "right", "left", "down", "left", "left")


def test_nothing_waits(empty: Workspace, picture: Picture) -> None:
    picture(empty, "g", "s")


def test_nothing_fits_the_filter(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", only("company:xyzzy"))


# Lists


def test_a_list_with_marks_and_a_range(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", "L", "space", "space", "down", "v", "down", "down")


def test_a_list_that_waits_for_the_verdict(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", "L", only("company:nordkai"), "asterisk", "semicolon")


def test_a_list_that_asks_before_it_acts(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", "L", "asterisk", "semicolon", "4", "left")


def test_invites_as_a_list(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "i", "L")


def test_requests_as_a_list(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "r", "L")


def test_sent_invitations_as_a_list(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "t", "L", "asterisk", "semicolon", "left")


def test_replies_as_a_list(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "y", "L")


def test_duplicates_as_a_list(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "d", "L")


# Outbox, history, people


def test_the_outbox(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "i", "a", "right", "left", "g", "s", "left", "g", "b", "down", "down")


def test_a_draft_to_somebody_who_is_asked_first(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "r", only("okafor"), "right", "g", "b", "E")


def test_a_draft_in_another_voice_and_language_with_a_gap(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", "r", "g", "b", "E", "ctrl+t", "ctrl+t", "ctrl+l")


def test_an_edited_draft_that_is_about_to_be_made_anew(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "i", "a", "g", "b", "E", "O", "i", "!", "space", "ctrl+l", size=(60, 20))


def test_an_empty_outbox(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "b")


def test_what_is_staged(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", "left", "left", "left", "dollar_sign", "down")


def test_history(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", "left", "right", "z", "at", "down")


def test_a_person(demo: Workspace, picture: Picture) -> None:
    picture(demo, "slash", typed("sam-okafor"), "enter")


def test_a_search(demo: Workspace, picture: Picture) -> None:
    picture(demo, "slash", typed("nordkai"), "escape", "slash", typed("weber"))


def test_a_search_that_finds_nobody(demo: Workspace, picture: Picture) -> None:
    picture(demo, "slash", typed("xyzzy"))


# Taking in a file


def test_an_archive_is_offered(empty: Workspace, picture: Picture, tmp_path: Path) -> None:
    path = archive_of(tmp_path / "Downloads", "Nils Ito")
    os.utime(path, (1_789_500_000, 1_789_500_000))
    picture(empty, "plus")


def test_what_an_import_brought(empty: Workspace, picture: Picture, tmp_path: Path) -> None:
    picture(empty, "plus", "enter", typed(str(with_broken_rows(tmp_path).path)), "enter")


def test_what_a_list_of_badges_would_bring(empty: Workspace, picture: Picture) -> None:
    empty.import_files([SEEDS / "linkedin-export"])
    picture(empty, "plus", "enter", typed(str(SEEDS / "badges" / "pycon-de-2026.csv")))


def test_the_columns_of_a_list_being_corrected(empty: Workspace, picture: Picture) -> None:
    badges = str(SEEDS / "badges" / "pycon-de-2026.csv")
    picture(empty, "plus", "enter", typed(badges), "c", *["down"] * 10, "enter", *["down"] * 10)


def test_columns_that_name_nobody(empty: Workspace, picture: Picture, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Wer,Haus,Wo\nAna Abara,Kestrel Maps,Lagos\nBo Ek,Dune Oy,Oulu\n", encoding="utf-8")
    picture(empty, "plus", "enter", typed(str(path)))


def test_what_an_archive_would_bring(empty: Workspace, picture: Picture) -> None:
    empty.import_files([SEEDS / "linkedin-export-june"])
    picture(empty, "plus", "enter", typed(str(SEEDS / "linkedin-export")))


def test_an_archive_that_cannot_be_read(empty: Workspace, picture: Picture, tmp_path: Path) -> None:
    path = tmp_path / "Complete_LinkedInDataExport_09-15-2026.zip"
    path.write_bytes(b"PK\x03\x04 and then nothing")
    picture(empty, "plus", "enter", typed(str(path)))


# Above the page


def test_the_help_panel(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", "question_mark")


def test_the_palette(demo: Workspace, picture: Picture) -> None:
    async def still(pilot: Pilot[None]) -> None:
        pilot.app.screen.query_one(Input).cursor_blink = False

    picture(demo, "colon", still)


def test_a_form_for_a_meeting(demo: Workspace, picture: Picture) -> None:
    picture(demo, "M")


def test_a_form_for_a_note(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", "N", "h", "i")


def test_a_form_for_a_filter(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", "f")


# Sizes and colours


@pytest.mark.parametrize("size", [(60, 20), (79, 24), (120, 40), (200, 60)], ids=lambda size: "x".join(map(str, size)))
def test_an_invite_on_other_terminals(demo: Workspace, picture: Picture, size: tuple[int, int]) -> None:
    picture(demo, "g", "i", size=size)


@pytest.mark.parametrize("key", ["t", "y"])
def test_what_waits_for_an_answer_on_a_small_terminal(demo: Workspace, picture: Picture, key: str) -> None:
    picture(demo, "g", key, size=(60, 20))


def test_a_request_on_a_small_terminal(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "r", only("okafor"), size=(60, 20))


def test_home_on_a_small_terminal(demo: Workspace, picture: Picture) -> None:
    picture(demo, size=(60, 20))


def test_a_list_on_a_small_terminal(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "s", "L", "asterisk", "semicolon", "left", size=(60, 20))


def test_a_terminal_that_is_too_small(demo: Workspace, picture: Picture) -> None:
    picture(demo, "g", "i", size=(50, 15))


@pytest.mark.parametrize("theme", ["textual-light", "ansi-dark", "ansi-light"])
def test_an_invite_in_other_colours(demo: Workspace, picture: Picture, theme: str) -> None:
    picture(demo, "g", "i", only("kellermann"), theme=theme)
