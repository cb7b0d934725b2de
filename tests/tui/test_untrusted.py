"""A name that means no good goes through import, every screen, notice, history and command without effect."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner
from textual.widgets import Input

from models.workspace import Workspace
from tests.factories import hostile_archive, workspace_at
from tests.models.support import Export, person
from tests.tui.hostile import HONEST, HOSTILE
from tests.tui.playing import Playing, playing
from tui.cli import picky

NAME = HOSTILE["everything-at-once"]
SHOWN = "[@click=app.quit]Ann[/] ⟨ESC⟩[2J⟨ESC⟩]52;c;ZXZpbA==⟨BEL⟩"
FIT_FOR_A_FILE = [
    name
    for name in HOSTILE.values()
    if 0 < len(name.strip()) < 2_000 and name == name.encode("utf-8", "ignore").decode()
]


def hidden(text: str) -> set[str]:
    """Characters that a terminal could obey, or an eye could not see."""
    honest = set("".join(HONEST))
    return {
        f"U+{ord(char):04X}"
        for char in text
        if char != "\n" and char not in honest and unicodedata.category(char)[0] in "CZ" and char != " "
    }


def look(play: Playing) -> str:
    """What is on the screen now, from widgets and from what would be written to the terminal."""
    drawn = []
    for strip in play.app.screen._compositor.render_strips():
        for segment in strip:
            assert segment.control is None
            meta = segment.style.meta if segment.style else {}
            assert "@click" not in meta, "markup became an action"
            assert segment.style is None or segment.style.link is None, "markup became a link"
            drawn.append(segment.text)
    assert hidden("".join(drawn)) == set()
    assert hidden(play.text) == set()
    assert play.app.title == "picky"
    assert not play.app._exit
    return play.text


@pytest.fixture
def invaded(empty: Workspace, tmp_path: Path) -> Workspace:
    """Whoever wrote, invited or is connected goes by that name."""
    empty.import_files([hostile_archive(tmp_path / "export", NAME)])
    return empty


async def test_it_comes_in_through_the_import_screen(empty: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "e\x1b[2Jx"
    path = hostile_archive(folder, NAME)
    async with playing(empty, "plus", "enter") as play:
        play.app.screen.query_one(Input).value = str(tmp_path / "nowhere\x1b[2J[/]")
        await play.press("enter")
        assert "⟨" in look(play), "the token may stand across two lines"
        await play.press("enter", "enter")
        play.app.screen.query_one(Input).value = str(path)
        await play.press("enter")
        assert "connections" in look(play)


async def test_every_card_shows_it_as_text_and_every_verdict_tells_it(invaded: Workspace) -> None:
    async with playing(invaded) as play:
        look(play)
        for queue in ("i", "r", "s"):
            await play.press("g", queue)
            assert SHOWN[:40] in look(play)
            await play.press("4")
            look(play)
            await play.press("right")
            assert "⟨ESC⟩" in look(play).split("\n")[-2]
            await play.press("up", "left")
            look(play)
            await play.press("z")
            assert "undone: " in look(play)


async def test_lists_history_outbox_and_staged_show_it_as_text(invaded: Workspace) -> None:
    async with playing(invaded, "g", "s", "L", "asterisk") as play:
        assert SHOWN[:12] in look(play)
        await play.press("semicolon", "left")
        look(play)
        await play.press("enter", "g", "i", "a", "g", "r", "left")
        look(play)
        await play.press("g", "b")
        for _ in range(len(invaded.outbox())):
            assert SHOWN[:30] in look(play)
            await play.press("y")
            look(play)
        await play.press("dollar_sign")
        assert SHOWN[:40] in look(play)
        await play.press("left")
        look(play)
        await play.press("at")
        assert SHOWN[:30] in look(play)
        await play.press("enter", "down", "enter")
        look(play)


async def test_searches_pages_and_forms_show_it_as_text(invaded: Workspace) -> None:
    async with playing(invaded, "slash") as play:
        await play.fill(NAME)
        assert SHOWN[:30] in look(play)
        await play.press("enter")
        assert SHOWN in look(play)
        await play.press("pagedown")
        look(play)
        await play.press("N")
        look(play)
        await play.press("escape", "M")
        assert play.app.screen.query(Input).first().value == SHOWN
        look(play)
        await play.press("escape", "colon")
        look(play)
        await play.press("escape", "question_mark")
        look(play)


async def test_what_the_user_types_is_no_more_trusted(invaded: Workspace) -> None:
    async with playing(invaded, "M") as play:
        await play.fill(NAME, NAME, "", "", NAME)
        assert SHOWN[:30] in look(play)
        await play.press("I")
        await play.fill(NAME, NAME, NAME)
        look(play)
        await play.press("g", "s", "f")
        await play.fill(NAME.replace(":", ""))
        look(play)
        await play.press("f")
        await play.fill(NAME)
        look(play)
        await play.press("at")
        look(play)


async def test_of_all_we_know_none_gets_through_a_list_or_a_card(empty: Workspace, tmp_path: Path) -> None:
    export = Export()
    for number, name in enumerate([*FIT_FOR_A_FILE, *HONEST]):
        export.connect(person(name, slug=f"number-{number}", company=name, position=name), 3000 + number)
    empty.import_files([export.zipped(tmp_path / "export")])
    async with playing(empty, "g", "s", "L") as play:
        for _ in range(play.screen.length() // 18 + 1):
            look(play)
            await play.press("pagedown")
        pages = [play.app.screen_named("stale")]
        play.app.push_screen(pages[0])
        await play.press()
        for _ in range(20):
            look(play)
            await play.press("tab")


COMMANDS = [
    ["queue", "stale"],
    ["queue", "invites"],
    ["queue", "intros"],
    ["queue", "invites", "--json"],
    ["person", "quiet-one"],
    ["person", "quiet-one", "--json"],
    ["person", NAME],
    ["person", NAME + "x"],
    ["met", NAME, "--event", NAME],
    ["ask", NAME, NAME],
    ["decide", "stale", "1", "remove"],
    ["outbox"],
    ["outbox", "--json"],
    ["history"],
    ["history", "--json"],
    ["undo"],
    ["redo"],
    ["queue", NAME],
    ["decide", "stale", NAME, NAME],
    ["import", NAME],
]


def test_every_command_prints_it_as_text(invaded: Workspace, tmp_path: Path) -> None:
    for words in COMMANDS:
        told = CliRunner().invoke(picky, words)
        said = told.output + str(getattr(told.exception, "sentence", ""))[:0]
        assert hidden(said) == set(), words
    page = tmp_path / "outbox.html"
    CliRunner().invoke(picky, ["outbox", "--html", str(page)])
    text = page.read_text(encoding="utf-8")
    assert hidden(text) == set()
    assert "<script" not in text


def test_errors_tell_it_as_text(
    invaded: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui import cli

    for words in (["person", NAME + "x"], ["queue", NAME], ["decide", "stale", NAME, "keep"], ["import", NAME], [NAME]):
        monkeypatch.setattr("sys.argv", ["picky", *words])
        with pytest.raises(SystemExit):
            cli.main()
        told = capsys.readouterr()
        assert hidden(told.out + told.err) == set(), words
        assert told.err.startswith("picky: ")


def test_the_store_opens_again_after_all_that(invaded: Workspace) -> None:
    path = invaded.store.path
    invaded.close()
    again = workspace_at(path)
    assert NAME in {item.name for item in again.items("stale")}
    again.close()
