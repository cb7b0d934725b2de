"""`picky replies`: what drafts are made from, read and copied; and the user's own manner in the settings file."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.outbox.templates import SHIPPED
from tests.commands.conftest import Picky


def test_all_templates_are_listed_and_ones_own_are_marked(picky: Picky, tmp_path: Path) -> None:
    assert picky("replies", "decline_intro", "--language", "de", "--copy").code == 0
    told = picky("replies")
    assert "de/decline_intro.txt  yours\n" in told.out
    assert "en/decline_intro.txt\n" in told.out
    assert str(tmp_path / "config" / "replies") in told.err
    listed = picky("replies", "--json").json
    assert {"name": "de/decline_intro.txt", "yours": True} in listed["templates"]
    assert len(listed["templates"]) == len(list(SHIPPED.rglob("*.txt")))


def test_a_template_is_shown_ones_own_before_the_one_that_ships(picky: Picky, tmp_path: Path) -> None:
    assert picky("replies", "ask_target").out == (SHIPPED / "en" / "ask_target.txt").read_text() + "\n"
    copied = Path(picky("replies", "ask_target", "--copy").out.strip())
    assert copied == tmp_path / "config" / "replies" / "en" / "ask_target.txt"
    copied.write_text("mine", encoding="utf-8")
    assert picky("replies", "ask_target").out == "mine\n"


def test_a_copy_is_never_written_over(picky: Picky) -> None:
    path = Path(picky("replies", "reply", "--copy").out.strip())
    path.write_text("changed", encoding="utf-8")
    again = picky("replies", "reply", "--copy")
    assert again.code == 1
    assert "is there already" in again.err
    assert path.read_text() == "changed"


def test_unknown_kinds_and_languages_are_wrong_usage(picky: Picky) -> None:
    assert picky("replies", "decline").code == 2
    assert picky("replies", "decline_intro", "--language", "xx").code == 2
    assert picky("replies", "decline_intro", "--language", "xx", "--copy").code == 2


def test_a_mistake_in_a_template_is_told_with_its_line_and_nothing_is_done(picky: Picky) -> None:
    path = Path(picky("replies", "reply", "--copy").out.strip())
    path.write_text(path.read_text().replace("{words}", "{wrods}", 2), encoding="utf-8")
    told = picky("outbox")
    assert told.code == 1
    assert "replies/en/reply.txt, line 2: " not in told.err, "comments may say what they like"
    assert "replies/en/reply.txt, line 5: “{wrods}” is nothing picky can fill in here" in told.err
    assert "Did you mean words?" in told.err


def _settings(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "config"
    folder.mkdir(exist_ok=True)
    (folder / "settings.toml").write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("filled")
def test_the_settings_file_says_how_drafts_sound(picky: Picky, tmp_path: Path) -> None:
    picky("decide", "intros", "c1", "decline")
    _settings(tmp_path, '[drafts]\nvoice = "formal"\nlanguage = "fr"\n')
    (errand,) = picky("outbox", "--json").json["errands"]
    assert (errand["voice"], errand["language"], errand["edited"]) == ("formal", "en", False)
    assert {"slot", "value", "source"} == errand["facts"][0].keys()


def test_a_mistake_in_the_settings_of_drafts_is_told(picky: Picky, tmp_path: Path) -> None:
    for text, told in (
        ('[drafts]\nvoice = "wram"\n', "there is no voice “wram”"),
        ('[drafts]\nlanguage = "xx"\n', "nothing is written in the language “xx”"),
        ('[drafts]\nlanguages = "de"\n', "has no “languages”"),
        ("[drafts]\nvoice = 3\n", 'must be lines like voice = "warm"'),
        ("drafts = 3\n", 'must be lines like voice = "warm"'),
    ):
        _settings(tmp_path, text)
        ran = picky("queue")
        assert ran.code == 1
        assert told in ran.err
