"""Before anything is kept: what a list would bring, what its columns are taken for, and where its people were."""

from __future__ import annotations

from pathlib import Path

from models.store import Encounter, Person
from models.store.query import rows
from models.workspace import Workspace
from tests.factories import sentences
from tests.models.support import dump
from tests.tui.playing import Playing, playing

SEEDS = Path(__file__).parents[2] / "seeds"
BADGES = SEEDS / "badges" / "pycon-de-2026.csv"
ODD = "Wer,Haus,Wo\nAna Abara,Kestrel Maps,Lagos\nBo Ek,Dune Oy,Oulu\n"


def listed(folder: Path, text: str, name: str = "list.csv") -> Path:
    """A list in this folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


async def look_at(play: Playing, path: Path) -> None:
    """Type a path, and wait until one sees what it would bring."""
    await play.press("plus", "enter")
    await play.fill(str(path))


async def choose(play: Playing, field: str) -> None:
    """Say what the column under the cursor means."""
    await play.press("enter")
    options = [name for name, _ in play.app.screen._options]
    await play.press(*["down"] * ((options.index(field) - play.app.screen._at) % len(options)), "enter")


def people() -> list[str]:
    """Everyone in the store."""
    return sorted(row[0] for row in rows(Person.select(Person.name)))


async def test_a_list_is_seen_before_it_is_kept(demo: Workspace, tmp_path: Path) -> None:
    text = "Name,Company,E-mail,Shoe size\nAna Abara,Kestrel Maps,ana@kestrel.example,38\n,,,40\n"
    before = dump(demo.store.path)
    async with playing(demo) as play:
        await look_at(play, listed(tmp_path, text))
        assert "1 new" in play.text
        assert "1 outside" in play.text
        assert "Name → name · Company → company · E-mail → email" in play.text
        assert "left alone: “Shoe size”" in play.text
        assert "list.csv line 3: it names nobody" in play.text
        await play.press("escape")
        assert play.notice == "Nothing of it was kept."
        assert "a file or folder …" in play.text
    assert dump(demo.store.path) == before


async def test_enter_takes_in_what_was_seen(empty: Workspace, tmp_path: Path) -> None:
    async with playing(empty) as play:
        await look_at(play, listed(tmp_path, "Name,Company\nAna Abara,Kestrel Maps\n"))
        await play.press("enter")
        assert "imported list.csv: 1 new person" in play.text
    assert people() == ["Ana Abara"]


async def test_who_is_probably_known_is_counted_as_the_matcher_does(empty: Workspace) -> None:
    empty.import_files([SEEDS / "linkedin-export"])
    async with playing(empty) as play:
        await look_at(play, BADGES)
        [told] = [line for line in play.text.split("\n") if "you probably know" in line]
        await play.press("enter")
    words = told.split()
    probable = int(words[words.index("of") - 1])
    assert probable > 0
    sides = [side for item in empty.items("duplicates") for side in item.facts.sides]
    assert len({side.person for side in sides if side.source == "PyCon DE"}) <= probable


async def test_a_column_is_corrected_and_that_is_remembered(empty: Workspace, tmp_path: Path) -> None:
    text = "Name,Company,Wo\nKestrel Maps,Ana Abara,Lagos\n"
    async with playing(empty) as play:
        await look_at(play, listed(tmp_path, text))
        await play.press("c")
        await choose(play, "company")
        await play.press("down")
        await choose(play, "full_name")
        await play.press("down")
        await choose(play, "city")
        assert "1 row names a person, 0 do not." in play.text
        await play.press("escape", "enter", "enter")
        assert people() == ["Ana Abara"]
        await look_at(play, listed(tmp_path, "Name,Company,Wo\nDune Oy,Bo Ek,Oulu\n", "later.csv"))
        assert "Name → company · Company → name · Wo → city" in play.text
        await play.press("enter")
    assert ("city", "Oulu", "later.csv") in empty.person("Bo Ek").values


async def test_a_list_taken_in_wrong_is_corrected_in_the_app(empty: Workspace, tmp_path: Path) -> None:
    path = listed(tmp_path, "Name,Company\nKestrel Maps,Ana Abara\n")
    empty.import_files([path])
    async with playing(empty) as play:
        await look_at(play, path)
        assert "1 unchanged" in play.text
        await play.press("c")
        await choose(play, "company")
        await play.press("down")
        await choose(play, "full_name")
        await play.press("c")
        assert "1 corrected" in play.text
        await play.press("enter")
    assert people() == ["Ana Abara"]


async def test_a_table_in_which_nobody_is_found_opens_with_its_columns(empty: Workspace, tmp_path: Path) -> None:
    async with playing(empty) as play:
        await look_at(play, listed(tmp_path, ODD))
        assert "Nobody is found in it. Say which column is the name" in play.text
        await play.press("escape", "enter")
        assert play.notice == "Nobody is found in it yet. c: say which column is the name."
        await play.press("c")
        await choose(play, "full_name")
        assert "2 rows name people, 0 do not." in play.text
        await play.press("escape", "enter")
    assert people() == ["Ana Abara", "Bo Ek"]


async def test_a_choice_can_be_left_to_picky_again(empty: Workspace, tmp_path: Path) -> None:
    async with playing(empty) as play:
        await look_at(play, listed(tmp_path, "Name,Company\nAna Abara,Kestrel Maps\n"))
        await play.press("c", "down")
        await choose(play, "title")
        assert "title ●" in play.text
        await choose(play, "?")
        assert "●" not in play.text
        assert "company " in play.text
        await play.press("enter", "escape", "escape", "enter")
    assert empty.person("Ana Abara").company == "Kestrel Maps"


async def test_the_event_is_told_before_the_list_is_taken_in(empty: Workspace, tmp_path: Path) -> None:
    async with playing(empty) as play:
        await look_at(play, listed(tmp_path, "Name,Company\nAna Abara,Kestrel Maps\n"))
        await play.press("M")
        assert play.notice == "At which event? e says so first."
        await play.press("e")
        await play.fill("Map Days", "some day in May")
        assert play.notice.startswith("“some day in May” is no day.")
        assert [field.value for field in play.app.screen.query("Input")] == ["Map Days", "some day in May", ""]
        await play.fill("Map Days", "2026-05-14", "Kiel")
        assert "Map Days, 14 May: they were there too" in play.text
        await play.press("M")
        assert "Map Days, 14 May: you met them" in play.text
        await play.press("enter")
    [(event, on, kind)] = rows(Encounter.select(Encounter.event, Encounter.met_on, Encounter.kind))
    assert (event, on.isoformat(), kind) == ("Map Days", "2026-05-14", "met")


async def test_what_the_file_says_of_the_event_is_shown(empty: Workspace) -> None:
    async with playing(empty) as play:
        await look_at(play, BADGES)
        assert "PyCon DE, 14 May: they were there too" in play.text
        await play.press("e")
        assert [field.value for field in play.app.screen.query("Input")][:2] == ["PyCon DE", "2026-05-14"]
        await play.press("escape")
    assert sentences(empty) == []


async def test_an_archive_has_no_columns_to_be_told(empty: Workspace) -> None:
    async with playing(empty) as play:
        await look_at(play, SEEDS / "linkedin-export")
        top = play.text
        assert "c columns" not in top
        await play.press("c", "e", "M")
        assert play.text == top
        await play.press("down", "up")
        assert play.text == top


async def test_cells_and_headers_reach_the_screen_through_the_door(empty: Workspace, tmp_path: Path) -> None:
    text = 'Name,"Ort\x1b[2J\u202e",Company\nAna [bold]\x1b]0;x\x07,[/]\x9b2J,"Kestrel\nMaps"\n'
    async with playing(empty) as play:
        await look_at(play, listed(tmp_path, text, "e\x1b[2Jx.csv"))
        for keys in ((), ("c",), ("down", "enter"), ("escape",)):
            await play.press(*keys)
            assert not {letter for letter in play.text if letter in "\x1b\x9b\x07\u202e"}
        assert "⟨ESC⟩" in play.text
        assert "[/]" in play.text
