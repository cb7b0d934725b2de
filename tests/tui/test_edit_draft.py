"""Editing a draft: text, voice and language, what it says and where from; kept, left, undone, copied."""

from __future__ import annotations

import pytest
from textual.widgets import Static, TextArea

from models.workspace import Workspace
from tests.factories import hostile_archive, sentences
from tests.tui.hostile import HOSTILE
from tests.tui.playing import Playing, playing


def area(play: Playing) -> TextArea:
    return play.app.screen.query_one(TextArea)


def says(play: Playing, name: str) -> str:
    """What a line of the form reads."""
    return str(play.app.screen.query_one(f"#{name}", Static).content)


def draft(workspace: Workspace) -> str:
    return workspace.outbox()[0].draft


async def test_the_form_shows_the_draft_and_where_each_fact_is_known_from(demo: Workspace) -> None:
    async with playing(demo, "left", "g", "b", "E", queue="intros") as play:
        assert area(play).text == draft(demo)
        assert says(play, "manner") == "warm English"
        assert "first name        " in says(play, "facts")
        assert "(Connections.csv of 15 Sep 2026)" in says(play, "facts")


async def test_what_is_kept_is_shown_copied_and_undone(demo: Workspace) -> None:
    async with playing(demo, "a", "g", "b", queue="invites") as play:
        before = draft(demo)
        await play.press("E", *"Oi! ", "ctrl+d")
        assert play.notice.startswith("edited the draft to ")
        assert draft(demo) == f"Oi! {before}"
        assert "warm English · edited" in play.text
        assert "│ Oi! Hi " in play.text
        await play.press("y", "y")
        assert play.clipboard == f"Oi! {before}"
        await play.press("z")
        assert draft(demo) == before
        await play.press("Z")
        assert draft(demo) == f"Oi! {before}"


@pytest.mark.parametrize("keys", [("escape",), ("x", "escape"), ("ctrl+d",), ("x", "backspace", "ctrl+d")])
async def test_leaving_or_changing_nothing_keeps_nothing(demo: Workspace, keys: tuple[str, ...]) -> None:
    async with playing(demo, "a", "g", "b", queue="invites") as play:
        before, done = draft(demo), sentences(demo)
        await play.press("E", *keys)
        assert draft(demo) == before
        assert sentences(demo) == done


async def test_a_voice_and_a_language_make_the_draft_anew(demo: Workspace) -> None:
    async with playing(demo, "a", "g", "b", "E", queue="invites") as play:
        await play.press("ctrl+t")
        assert says(play, "manner") == "brief English"
        assert area(play).text.endswith("Where did we meet?")
        await play.press("ctrl+l")
        assert says(play, "manner") == "brief German"
        await play.press("ctrl+d")
        assert "in brief German" in play.notice
        assert "danke für die Einladung" in draft(demo)
        [todo] = demo.outbox()
        assert (todo.written.voice, todo.written.language, todo.written.is_edited) == ("brief", "de", False)
        await play.press("z")
        assert "thank you for the invitation" in draft(demo)


async def test_voices_and_languages_go_round(demo: Workspace) -> None:
    async with playing(demo, "a", "g", "b", "E", queue="invites") as play:
        before = area(play).text
        await play.press("ctrl+t", "ctrl+t", "ctrl+t", "ctrl+l", "ctrl+l", "ctrl+l", "ctrl+l")
        assert area(play).text == before


async def test_edited_text_is_not_lost_to_another_voice_without_asking(demo: Workspace) -> None:
    async with playing(demo, "a", "g", "b", "E", "x", "ctrl+t", queue="invites") as play:
        assert area(play).text.startswith("xHi ")
        assert says(play, "keys").startswith("You changed the text.")
        await play.press("y", "ctrl+t")
        assert area(play).text.startswith("xyHi "), "it asks about this text anew"
        await play.press("ctrl+l")
        assert area(play).text.startswith("xyHi "), "and each key for itself"
        await play.press("ctrl+t", "ctrl+t")
        assert says(play, "manner") == "brief English"
        assert area(play).text.startswith("Hi ")


async def test_an_edited_draft_can_go_back_to_its_template(demo: Workspace) -> None:
    async with playing(demo, "a", "g", "b", queue="invites") as play:
        before = draft(demo)
        await play.press("E", "x", "ctrl+d", "E")
        assert says(play, "manner") == "warm English · edited"
        await play.press("ctrl+t", "ctrl+t", "ctrl+t", "ctrl+t", "ctrl+d")
        assert draft(demo) == before
        assert not demo.outbox()[0].written.is_edited


async def test_what_is_still_to_be_filled_in_is_said_as_one_types(demo: Workspace) -> None:
    async with playing(demo, "r", "g", "b", queue="stale") as play:
        assert "to fill in: [last contact]" in play.text
        await play.press("E")
        assert says(play, "manner") == "warm English · to fill in: [last contact]"
        area(play).text = area(play).text.replace("[last contact]", "May")
        await play.press("ctrl+d")
        assert "to fill in" not in play.text


async def test_an_errand_without_a_draft_has_nothing_to_edit(demo: Workspace) -> None:
    async with playing(demo, "right", "g", "b", "E", queue="invites") as play:
        assert play.notice.startswith("Nothing is written for this one")
    async with playing(demo, "g", "b", "z", "E") as play:
        assert "Nothing is left to do." in play.text


async def test_without_a_terminal_or_an_editor_the_text_stays_in_the_form(
    demo: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(demo, "a", "g", "b", "E", queue="invites") as play:
        before = area(play).text
        await play.press("ctrl+e")
        assert says(play, "keys").startswith("There is no terminal here")
        monkeypatch.setattr("tui.editor.has_terminal", lambda: True)
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.delenv("EDITOR", raising=False)
        await play.press("ctrl+e")
        assert says(play, "keys").startswith("Neither VISUAL nor EDITOR")
        monkeypatch.setenv("EDITOR", "no-such-editor-anywhere -w")
        await play.press("ctrl+e")
        assert says(play, "keys").startswith("There is no editor “no-such-editor-anywhere” here.")
        assert area(play).text == before


async def test_a_long_draft_is_shown_in_part_and_edited_whole(demo: Workspace) -> None:
    async with playing(demo, "a", "g", "b", "E", queue="invites") as play:
        text = "\n".join(f"line {number}" for number in range(60))
        area(play).text = text
        await play.press("ctrl+d")
        assert draft(demo) == text
        assert "… E to read it all" in play.text
        await play.press("E")
        assert area(play).text == text


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_text_facts_and_keys_fit_every_terminal(demo: Workspace, size: tuple[int, int]) -> None:
    async with playing(demo, "left", "g", "b", "E", queue="intros", size=size) as play:
        regions = {name: play.app.screen.query_one(f"#{name}", Static).region for name in ("manner", "facts", "keys")}
        assert all(region.height for region in regions.values())
        assert regions["keys"].bottom < size[1]
        assert area(play).region.height >= 4


async def test_hostile_words_stand_in_the_form_as_text(empty: Workspace, tmp_path: object) -> None:
    name = HOSTILE["everything-at-once"]
    empty.import_files([hostile_archive(tmp_path / "export", name)])  # type: ignore[operator]
    async with playing(empty, "right", "g", "b", "E", queue="intros") as play:
        assert "\x1b" not in area(play).text
        assert "⟨ESC⟩" in area(play).text
        done = sentences(empty)
        await play.press("ctrl+d")
        assert sentences(empty) == done, "what the door shows in their place is no change of the user's"
