"""The five stories of the invented badge list, resolved by keys, taken back and brought back; and how they look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

import seeds
from models.queues.base import QueueCard
from models.queues.duplicates import DuplicateFacts
from models.workspace import Workspace
from tests.tui.playing import Playing, playing
from tui.app import PickyApp

SEEDS = Path(seeds.__file__).parent
BADGES = "pycon-de-2026.csv"


def card(workspace: Workspace, name: str) -> QueueCard:
    """The open card about this person."""
    return next(item for item in workspace.items("duplicates") if item.name == name)


async def go_to(play: Playing, name: str) -> None:
    """Pass cards, undecided, until this person's is there."""
    for _ in range(30):
        item = play.screen.card
        assert item is not None, f"no card of {name}"
        if item.name == name:
            return
        await play.press("tab")


def rows_of(workspace: Workspace, query: str) -> list[str]:
    """The files that one person's page says it comes from."""
    return sorted({source["file"] for source in workspace.person(query).sources})


def differing(workspace: Workspace) -> dict[str, str]:
    """What stands for a merged Petra, field by field."""
    return {field: text for field, text, _ in workspace.person("petra-svensson").values}


@pytest.mark.parametrize(
    ("slug", "name"),
    [("sam-okafor", "Sam Okafor"), ("petra-svensson", "Petra Svensson"), ("oskar-lindholm", "Oskar Lindholm")],
)
async def test_nickname_new_job_and_swapped_name_are_one_person_by_one_key(
    demo: Workspace, slug: str, name: str
) -> None:
    assert BADGES not in rows_of(demo, slug)
    async with playing(demo, queue="duplicates") as play:
        await go_to(play, name)
        await play.press("right")
        assert BADGES in rows_of(demo, slug)
        await play.press("z")
        assert BADGES not in rows_of(demo, slug)
        assert play.screen.card is not None
        assert play.screen.card.name == name
        await play.press("Z")
        assert BADGES in rows_of(demo, slug)


async def test_namesakes_stay_apart_and_nobody_is_asked(demo: Workspace) -> None:
    assert len(demo.search("Thomas Weber")) == 3
    assert not [item for item in demo.items("duplicates") if "Weber" in item.name]


async def test_an_invitation_in_look_alike_letters_is_marked_on_its_card(demo: Workspace) -> None:
    [marked] = [item for item in demo.items("invites") if item.slug == "vera-haddad-exec"]
    async with playing(demo, queue="invites") as play:
        await go_to(play, marked.name)
        assert "look-alike letters" in play.text
    assert not any(item.slug == "vera-haddad-exec" for item in demo.items("duplicates"))


async def test_different_people_are_never_asked_about_again(demo: Workspace) -> None:
    async with playing(demo, queue="duplicates") as play:
        await go_to(play, "Sam Okafor")
        await play.press("left")
        demo.import_files([SEEDS / "badges" / BADGES, SEEDS / "address-books"])
        assert not [item for item in demo.items("duplicates") if item.name == "Sam Okafor"]
        await play.press("z")
    assert card(demo, "Sam Okafor")


async def test_a_value_is_chosen_by_keys_and_taken_back(demo: Workspace) -> None:
    async with playing(demo, queue="duplicates") as play:
        await go_to(play, "Petra Svensson")
        assert "Together Petra Svensson, Heron Pharma" in play.text
        await play.press("c", "j", "enter")
        assert "Together Petra Svensson, Quince Insurance" in play.text
        await play.press("right")
        assert differing(demo)["company"] == "Quince Insurance"
        assert demo.person("petra-svensson").company == "Quince Insurance"
        await play.press("z", "z")
        assert demo.person("petra-svensson").company == "Heron Pharma"
        assert "Together Petra Svensson, Heron Pharma" in play.text


async def test_leaving_the_choice_changes_nothing(demo: Workspace) -> None:
    before = demo.history(limit=1)
    async with playing(demo, queue="duplicates") as play:
        await go_to(play, "Petra Svensson")
        await play.press("c", "j", "escape")
        assert "Together Petra Svensson, Heron Pharma" in play.text
    assert demo.history(limit=1) == before


async def test_other_queues_have_no_value_to_choose(demo: Workspace) -> None:
    async with playing(demo, "c", queue="stale") as play:
        assert play.app.screen is play.screen
        assert "choose" not in play.text


async def test_one_of_three_is_left_out_by_space_and_the_others_are_one(demo: Workspace) -> None:
    demo.import_files([SEEDS / "address-books"])
    item = card(demo, "Petra Svensson")
    assert isinstance(item.facts, DuplicateFacts)
    third = item.facts.sides[2].person
    async with playing(demo, queue="duplicates") as play:
        await go_to(play, "Petra Svensson")
        await play.press("space", "space", "space")
        assert "same: 2 of 3, not 3" in play.text
        assert "3 ✗ somebody else" in play.text
        await play.press("right")
        assert "Petra Svensson: 2 of 3" in play.notice
        assert len(demo.search("Petra Svensson")) == 2
        assert third in {hit.id for hit in demo.search("Petra Svensson")}
        demo.import_files([SEEDS / "badges" / BADGES, SEEDS / "address-books"])
        assert not [each for each in demo.items("duplicates") if each.name == "Petra Svensson"]
        await play.press("z")
        assert len(demo.search("Petra Svensson")) == 3
        assert play.screen.card is not None
        assert play.screen.card.name == "Petra Svensson"
        assert "same person" in play.text
        await play.press("Z")
        assert len(demo.search("Petra Svensson")) == 2


async def test_marking_goes_round_to_nobody_and_is_forgotten_with_the_card(demo: Workspace) -> None:
    demo.import_files([SEEDS / "address-books"])
    async with playing(demo, queue="duplicates") as play:
        await go_to(play, "Petra Svensson")
        await play.press("space")
        assert "not 1" in play.text
        await play.press("space", "space", "space")
        assert play.notice == "Nobody is left out."
        assert "same person" in play.text
        await play.press("space", "tab", "up")
        assert "somebody else" not in play.text


async def test_a_value_chosen_with_somebody_left_out_stands_for_the_others(demo: Workspace) -> None:
    demo.import_files([SEEDS / "address-books"])
    async with playing(demo, queue="duplicates") as play:
        await go_to(play, "Petra Svensson")
        await play.press("space", "space", "c", "j", "enter")
        assert "same: 2 of 3, not 2" in play.text, "the mark is kept"
        assert "Together Petra Svensson, Quince Insurance" in play.text
        await play.press("right")
        assert demo.person("petra-svensson").company == "Quince Insurance"


async def test_a_card_about_two_has_nobody_to_leave_out(demo: Workspace) -> None:
    async with playing(demo, queue="duplicates") as play:
        await go_to(play, "Petra Svensson")
        assert "not this one" not in play.text
        await play.press("space")
        assert "somebody else" not in play.text


Show = Callable[..., None]


@pytest.fixture
def shows(snap_compare: Callable[..., bool]) -> Show:
    """Compares the card of somebody, after some keys, with its picture."""

    def compare(workspace: Workspace, queue: str, name: str, *keys: str) -> None:
        app = PickyApp(workspace, queue)

        async def before(pilot: Pilot[None]) -> None:
            play = Playing(app, pilot)
            await play.press()
            await go_to(play, name)
            await play.press(*keys)

        assert snap_compare(app, terminal_size=(80, 24), run_before=before)

    return compare


@pytest.mark.parametrize("name", ["Sam Okafor", "Petra Svensson", "Oskar Lindholm"], ids=["nickname", "job", "swapped"])
def test_the_card_of(demo: Workspace, shows: Show, name: str) -> None:
    shows(demo, "duplicates", name)


def test_the_card_of_the_look_alike(demo: Workspace, shows: Show) -> None:
    [marked] = [item for item in demo.items("invites") if item.slug == "vera-haddad-exec"]
    shows(demo, "invites", marked.name)


def test_the_card_of_a_namesake(demo: Workspace, shows: Show) -> None:
    shows(demo, "invites", "Thomas Weber")


def test_the_card_of_three(demo: Workspace, shows: Show) -> None:
    demo.import_files([SEEDS / "address-books"])
    shows(demo, "duplicates", "Petra Svensson")


def test_the_card_of_three_with_one_left_out(demo: Workspace, shows: Show) -> None:
    demo.import_files([SEEDS / "address-books"])
    shows(demo, "duplicates", "Petra Svensson", "space", "space")


def test_choosing_a_value(demo: Workspace, shows: Show) -> None:
    shows(demo, "duplicates", "Petra Svensson", "c", "down")


def test_a_value_chosen(demo: Workspace, shows: Show) -> None:
    shows(demo, "duplicates", "Petra Svensson", "c", "down", "enter")
