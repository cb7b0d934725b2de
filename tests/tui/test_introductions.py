"""Introductions on the screen: the four questions, whom they mean, the target's answer, the sheet, the ledger."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from models.store import Mark
from models.workspace import Workspace
from tests.factories import verdicts
from tests.models.support import EXPORT, Export, person
from tests.tui.playing import playing
from tests.tui.test_pictures import Picture, picture

__all__ = ["picture"]

ASK = "Could you introduce me to Vera Haddad? We are looking for a head of data, and she knows everybody."


def _network(days: int = 0) -> Export:
    made = Export(EXPORT + timedelta(days=days))
    made.connect("Nils Ito", 900 + days, company="Acme").connect("Vera Haddad", 2000 + days, company="Fjord Robotics")
    made.heard("Nils Ito", 400 + days).wrote("Nils Ito", 399 + days)
    made.heard("Vera Haddad", 300 + days).wrote("Vera Haddad", 299 + days, "Thank you for the dinner.")
    return made.heard("Nils Ito", 20 + days, ASK)


@pytest.fixture
def asked(empty: Workspace, tmp_path: Path) -> Workspace:
    """Nils, whom you write with, asks for Vera, whom you know."""
    empty.import_files([_network().zipped(tmp_path / "first")])
    return empty


@pytest.fixture
def answered(asked: Workspace, tmp_path: Path) -> Workspace:
    """You asked Vera, and she wrote."""
    (item,) = asked.items("intros")
    asked.decide("intros", item.id, "introduce")
    asked.close_errand(asked.outbox()[0].id, "done")
    later = _network(20).heard("Vera Haddad", 5, "Sure, happy to hear from him. Next week is best.")
    asked.import_files([later.zipped(tmp_path / "later")])
    return asked


MARKS = [
    ("K", "Nils Ito", "knows_well", "you know them well"),
    ("W", "Nils Ito", "knows_work", "you know their work"),
    ("V", "Nils Ito", "vouched", "you vouch"),
    ("P", "Vera Haddad", "protected", "protected"),
]


@pytest.mark.parametrize(("key", "name", "kind", "words"), MARKS)
async def test_a_question_is_answered_by_one_key_and_taken_back_by_the_same(
    asked: Workspace, key: str, name: str, kind: str, words: str
) -> None:
    async with playing(asked, key, queue="intros") as play:
        assert words in play.text
        assert [(mark.person.name, mark.kind) for mark in Mark.select()] == [(name, kind)]
        await play.press(key)
        assert not Mark.select().exists()
        await play.press("z")
        assert [mark.kind for mark in Mark.select()] == [kind]


async def test_the_answer_to_a_question_changes_what_picky_would_do(asked: Workspace) -> None:
    async with playing(asked, queue="intros") as play:
        before = play.text
        await play.press("W")
        assert "you know Nils's work" in play.text
        assert "you know Nils's work" not in before


async def test_all_three_answers_about_the_asker_fit_their_side_of_the_card(asked: Workspace) -> None:
    async with playing(asked, queue="intros") as play:
        assert "K know them · W their work · V vouch" in play.text
        await play.press("K", "W", "V")
        assert "you vouch, know them and their work" in play.text
        assert "K know them" not in play.text
        assert "marked Nils Ito as somebody you vouch for" in play.notice


@pytest.mark.parametrize(("opened", "person"), [(("e",), "Nils Ito"), (("e", "t"), "Vera Haddad")])
async def test_the_questions_have_the_same_keys_on_the_sheet_and_on_a_person(
    asked: Workspace, opened: tuple[str, ...], person: str
) -> None:
    async with playing(asked, *opened, "W", queue="intros") as play:
        assert "you know their work" in play.text
        assert [(mark.person.name, mark.kind) for mark in Mark.select()] == [(person, "knows_work")]
        await play.press("W")
        assert not Mark.select().exists()


async def test_what_was_done_after_the_export_is_dated_by_the_clock(asked: Workspace) -> None:
    async with playing(asked, "right", "g", "b", queue="intros") as play:
        assert "Vera Haddad · for Nils Ito" in play.text
        await play.press("right", "g", "l")
        assert "you asked them, no answer yet · today" in play.text
        assert asked.history()[0].sentence == "done on LinkedIn: asked Vera Haddad"
        await play.press("enter")
        assert "you decided in intros: ask the other one first" in play.text


async def test_the_questions_are_asked_on_requests_only(demo: Workspace) -> None:
    async with playing(demo, "K", "W", "V", "P", queue="stale"):
        assert not Mark.select().exists()


async def test_an_answered_card_asks_what_the_target_said_and_the_arrows_say_it(answered: Workspace) -> None:
    async with playing(answered, queue="intros") as play:
        assert "What did Vera say?" in play.text
        assert "Sure, happy to hear from him." in play.text
        await play.press("right")
        assert "heard a yes" in play.notice
    assert list(verdicts("intros").values()) == ["target_yes"]
    assert [todo.kind.value for todo in answered.outbox()] == ["introduce"]


async def test_the_ledger_and_the_sheet_do_not_say_silent_of_a_target_who_wrote(answered: Workspace) -> None:
    async with playing(answered, "e", queue="intros") as play:
        assert "they wrote: was it a yes?" in play.text
        await play.press("g", "l")
        assert "they wrote: was it a yes?" in play.text


async def test_a_card_gone_back_to_does_not_count_its_own_ask(asked: Workspace) -> None:
    async with playing(asked, queue="intros") as play:
        assert "not asked in 12 months" in play.text
        await play.press("right", "up")
        assert "You decided: introduce" in play.text
        assert "not asked in 12 months" in play.text


async def test_a_long_hostile_name_leaves_room_for_whom_they_want_and_is_made_visible_once(
    empty: Workspace, tmp_path: Path
) -> None:
    name = "Nils\u202e Ito " + "W" * 60
    who = person(name, slug="nils")
    made = Export().connect(who, 900).connect("Vera Haddad", 800).heard(who, 300).wrote(who, 299)
    made.heard(who, 20, "Could you introduce me to Vera Haddad? " + "\u202ea job " * 60)
    empty.import_files([made.zipped(tmp_path / "export")])
    async with playing(empty, queue="intros") as play:
        assert "Vera Haddad" in play.text
        assert "⟨RLO⟩" in play.text
        assert "U+27E8" not in play.text
        await play.press("e")
        assert "→ Vera Haddad" in play.text.split("\n")[0]
        await play.press("g", "l")
        assert "→ Vera" in play.text


async def test_no_leaves_a_kind_no_for_the_asker(answered: Workspace) -> None:
    async with playing(answered, "left", queue="intros"):
        assert [(todo.kind.value, todo.name) for todo in answered.outbox()] == [("no_from_target", "Nils Ito")]


async def test_whom_they_mean_is_chosen_among_who_fits(empty: Workspace, tmp_path: Path) -> None:
    made = Export().connect("Nils Ito", 900).connect("Anna Holm", 800).connect("Anna Weiss", 700)
    made.heard("Nils Ito", 20, "Could you introduce me to Anna? I need advice on pricing.")
    empty.import_files([made.zipped(tmp_path / "export")])
    async with playing(empty, "c", "down", "enter", queue="intros") as play:
        assert "means Anna" in play.notice
        (item,) = empty.items("intros")
        assert item.target is not None
        await play.press("z")
        assert empty.items("intros")[0].target is None


async def test_somebody_else_can_be_named(empty: Workspace, tmp_path: Path) -> None:
    made = Export().connect("Nils Ito", 900).connect("Vera Haddad", 800)
    made.heard("Nils Ito", 20, "Could you introduce me to your robot friend? I need advice on grippers.")
    empty.import_files([made.zipped(tmp_path / "export")])
    async with playing(empty, "c", queue="intros") as play:
        await play.fill("Vera Haddad")
        assert "Nils Ito means Vera Haddad" in play.notice
    (item,) = empty.items("intros")
    assert item.json()["target"]["name"] == "Vera Haddad"


async def test_nobody_is_asked_for_themselves(asked: Workspace) -> None:
    async with playing(asked, "c", queue="intros") as play:
        await play.fill("Nils Ito")
        assert "Nils Ito is who asks" in play.notice


async def test_an_answer_heard_elsewhere_is_noted_in_the_ledger(asked: Workspace) -> None:
    (item,) = asked.items("intros")
    asked.decide("intros", item.id, "introduce")
    async with playing(asked, "g", "l") as play:
        assert "1 under way" in play.text
        assert "Nils Ito → Vera Haddad" in play.text
        await play.press("right")
        assert "they said yes" in play.text
        await play.press("z")
        assert "you are going to ask them" in play.text


async def test_the_ledger_refuses_an_answer_to_what_was_never_asked(asked: Workspace) -> None:
    async with playing(asked, "g", "l", "right") as play:
        assert "You have not asked Vera yet." in play.notice


async def test_single_opt_in_takes_a_key_of_its_own(asked: Workspace) -> None:
    async with playing(asked, "S", queue="intros"):
        assert list(verdicts("intros").values()) == ["introduce_unasked"]


def test_a_request_that_was_answered(picture: Picture, answered: Workspace) -> None:
    picture(answered, "g", "r")


def test_the_decision_sheet(picture: Picture, asked: Workspace) -> None:
    asked.mark(asked.find("Vera Haddad").id, "Vera Haddad", "protected")
    picture(asked, "g", "r", "e")


def test_the_ledger(picture: Picture, answered: Workspace) -> None:
    picture(answered, "g", "l")
