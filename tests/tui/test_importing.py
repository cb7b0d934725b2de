"""Taking in a file: choose, see what it would bring, correct its columns, watch, stop, read what it brought."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import pytest

from models.workspace import Workspace
from tests.factories import archive_of, cards, sentences
from tests.invented.broken import with_broken_rows
from tests.models.support import Export
from tests.tui.playing import Playing, playing
from tui.screens.importing import path_of

SEEDS = Path(__file__).parents[2] / "seeds" / "linkedin-export"


async def look_at(play: Playing, path: Path) -> None:
    """Type a path where no archive was found, and wait until one sees what it would bring."""
    await play.press("plus", "enter")
    await play.fill(str(path))


async def take_in(play: Playing, path: Path) -> None:
    """Look at what it would bring, and take it in."""
    await look_at(play, path)
    await play.press("enter")


async def test_an_archive_fills_an_empty_store_and_home_shows_it(empty: Workspace, tmp_path: Path) -> None:
    path = archive_of(tmp_path / "export", "Nils Ito", "Vera Haddad")
    async with playing(empty, "enter") as play:
        assert "No LinkedIn archive lies in your download folders." in play.text
        await play.press("enter")
        await play.fill(str(path))
        assert "2 new connections" in play.text
        assert "Nothing is kept yet." in play.text
        assert cards(empty, "stale") == []
        await play.press("enter")
        assert "The store holds 2 connections and 0 messages." in play.text
        await play.press("enter")
        assert type(play.screen).__name__ == "HomeScreen"
        assert "Gone quiet           2" in play.text
    assert set(cards(empty, "stale")) == {"Nils Ito", "Vera Haddad"}


async def test_the_newest_archive_in_the_download_folders_is_offered(empty: Workspace, tmp_path: Path) -> None:
    downloads = tmp_path / "Downloads"
    newer, older = archive_of(downloads, "Nils Ito"), downloads / "Basic_LinkedInDataExport_06-02-2026.zip"
    older.write_bytes(b"")
    os.utime(older, (1_700_000_000, 1_700_000_000))
    os.utime(newer, (1_789_500_000, 1_789_500_000))
    async with playing(empty, "plus") as play:
        assert f"▸ ~/Downloads/{newer.name}   2 days ago" in play.text
        await play.press("down", "up", "enter")
        assert "1 new connection" in play.text
        await play.press("enter")
    assert cards(empty, "stale") == ["Nils Ito"]


async def test_the_same_archive_twice_brings_nothing_new(empty: Workspace, tmp_path: Path) -> None:
    path = archive_of(tmp_path / "export", "Nils Ito")
    async with playing(empty) as play:
        await take_in(play, path)
        await play.press("enter")
        before = sentences(empty)
        await take_in(play, path)
        assert play.notice == "There is nothing in it that picky does not know already."
    assert sentences(empty) == before


async def test_a_later_archive_says_who_is_new_and_who_is_gone(empty: Workspace, tmp_path: Path) -> None:
    from datetime import date

    earlier = Export(on=date(2026, 6, 2)).connect("Nils Ito", 3650).connect("Vera Haddad", 3000)
    later = Export().connect("Nils Ito", 3755, company="Acme").connect("Katja Lund", 400)
    async with playing(empty) as play:
        await take_in(play, earlier.zipped(tmp_path / "june"))
        await play.press("enter")
        await look_at(play, later.zipped(tmp_path / "september"))
        [line] = [line for line in play.text.split("\n") if line.lstrip().startswith("Connections.csv")]
        assert "1 new" in line
        assert "1 gone" in line
        assert "1 no longer connected" in play.text
        assert "Vera Haddad" in cards(empty, "stale")
        await play.press("enter")
    assert "Vera Haddad" not in cards(empty, "stale")


async def test_rows_that_cannot_be_read_are_listed_and_the_rest_comes_in(empty: Workspace, tmp_path: Path) -> None:
    invented = with_broken_rows(tmp_path)
    async with playing(empty) as play:
        await take_in(play, invented.path)
        lines = play.screen.body(78, 20)
        told = "\n".join("".join(span.text for span in line) for line in lines)
        assert "6 rows could not be read" in told
        assert "Connections.csv line " in told
        top = play.text
        await play.press("pagedown")
        assert play.text != top
    assert empty.counts()[0].open == len(invented.truth.pending)


async def test_a_broken_archive_changes_nothing_and_can_be_chosen_again(empty: Workspace, tmp_path: Path) -> None:
    broken = tmp_path / "Complete_LinkedInDataExport_09-15-2026.zip"
    broken.write_bytes(b"PK\x03\x04 and then nothing")
    async with playing(empty) as play:
        await look_at(play, broken)
        assert "The store is as it was." in play.text
        await play.press("enter", "enter")
        assert str(broken) in play.app.screen.query("Input").first().value
        await play.press("escape")
    assert sentences(empty) == []


async def test_a_path_that_is_none_says_so(empty: Workspace, tmp_path: Path) -> None:
    async with playing(empty) as play:
        await look_at(play, tmp_path / "nowhere.zip")
        assert "nowhere.zip" in play.text.replace("\n   ", ""), "a long path may stand on two lines"
        assert "enter: choose again" in play.text


async def test_the_first_of_two_mails_has_no_network_and_says_so(empty: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "Complete_LinkedInDataExport_09-15-2026.zip"
    with ZipFile(path, "w") as archive:
        for name in ("Profile.csv", "Positions.csv"):
            archive.write(SEEDS / name, name)
    async with playing(empty) as play:
        await take_in(play, path)
        assert "There is no network in this archive." in play.text


@pytest.mark.parametrize("method", ["try_files", "import_files"])
async def test_escape_stops_the_work_and_nothing_is_kept(
    empty: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    path = archive_of(tmp_path / "export", "Nils Ito")
    has_begun, may_go_on = Event(), Event()
    read = getattr(empty, method)

    def slowly(paths: list[Path], progress: object, *more: object, **said: object) -> object:
        progress("Connections.csv", 2000)
        has_begun.set()
        may_go_on.wait(10)
        return read(paths, progress, *more, **said)

    monkeypatch.setattr(empty, method, slowly)
    async with playing(empty, "plus", "enter") as play:
        play.app.screen.query("Input").first().value = str(path)
        await play.pilot.press("enter")
        if method == "import_files":
            await play.press()
            await play.pilot.press("enter")
        assert has_begun.wait(10)
        play.screen.draw()
        assert "Connections.csv" in play.text
        assert "2,000 rows" in play.text
        await play.pilot.press("z", "g", "left")
        assert play.notice == "At work. Esc stops it, and nothing of it is kept."
        await play.pilot.press("escape")
        assert play.notice == "Stopping …"
        may_go_on.set()
        await play.press()
        assert "Stopped. Nothing of it was kept." in play.text
    assert sentences(empty) == []
    assert cards(empty, "stale") == []


async def test_quitting_stops_an_import(empty: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    has_begun, was_stopped = Event(), Event()
    async with playing(empty, "plus", "enter") as play:

        def endlessly(paths: list[Path], progress: object, *_: object) -> None:
            has_begun.set()
            if play.screen.work._stop.wait(10):
                was_stopped.set()
            progress("Connections.csv", 2000)

        monkeypatch.setattr(empty, "try_files", endlessly)
        play.app.screen.query("Input").first().value = "x.zip"
        await play.pilot.press("enter")
        assert has_begun.wait(10)
        await play.pilot.press("q")
    assert was_stopped.wait(10)


@pytest.mark.parametrize(
    "typed",
    ["{}/My Archive.zip", "'{}/My Archive.zip'", '"{}/My Archive.zip"', "{}/My\\ Archive.zip", "~/My Archive.zip "],
)
def test_a_path_may_be_typed_dropped_or_pasted(typed: str, tmp_path: Path) -> None:
    path = tmp_path / "My Archive.zip"
    path.touch()
    assert path_of(typed.format(tmp_path)) == path
