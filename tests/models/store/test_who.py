"""Whose values stand on cards and lists once people were merged: the user's choice, else LinkedIn's, else the first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from models.queues.base import QueueCard
from models.queues.filters import parse
from models.store.base import database
from models.workspace import Workspace
from tests.models.doubles import card, facts, filled, lists, names, said


@pytest.fixture
def known() -> Iterator[Workspace]:
    """The network and its badges."""
    with filled() as workspace:
        yield workspace


def choose(workspace: Workspace, name: str, field: str, value: str) -> None:
    """Let this value stand on the card of somebody."""
    item = card(workspace, name)
    [wanted] = [choice for choice in facts(item).choices if (choice.field, choice.value) == (field, value)]
    workspace.choose_value(item, wanted)


def of(workspace: Workspace, queue: str, slug: str) -> QueueCard:
    """The card of somebody, by the profile link."""
    [found] = [item for item in workspace.items(queue) if item.slug == slug]
    return found


def test_a_stale_card_shows_the_chosen_value_until_the_choice_is_taken_back(known: Workspace) -> None:
    known.import_files([lists()["newer"]])
    assert of(known, "stale", "ruth-adeyemi").title == "Chief Editor"
    choose(known, "Ruth Adeyemi", "title", "Editor")
    said(known, "Ruth Adeyemi", "same")
    assert of(known, "stale", "ruth-adeyemi").title == "Editor"
    known.undo()
    assert of(known, "stale", "ruth-adeyemi").title == "Chief Editor"


def test_an_invite_of_a_merged_person_shows_the_chosen_name_and_its_own_link(known: Workspace) -> None:
    [before] = known.items("invites")
    assert (before.name, before.json()["name"]) == ("Mei-Lin Chen", "Mei-Lin Chen")
    choose(known, "Mei-Lin Chen", "name", "Mei Lin Chen")
    said(known, "Mei-Lin Chen", "same")
    [after] = known.items("invites")
    assert (after.name, after.json()["name"], after.json()["profile"]) == (
        "Mei Lin Chen",
        "Mei Lin Chen",
        "mei-lin-chen",
    )
    assert (after.id, after.title) == (before.id, "Cartographer")
    known.undo()
    [again] = known.items("invites")
    assert again.json() == before.json()


def test_what_linkedin_does_not_say_is_filled_in(known: Workspace) -> None:
    said(known, "Mei-Lin Chen", "same")
    [item] = known.items("invites")
    assert (item.company, item.json()["company"]) == ("Kestrel Maps", "Kestrel Maps")


def test_the_outbox_and_the_list_name_people_as_chosen(known: Workspace) -> None:
    choose(known, "Mei-Lin Chen", "name", "Mei Lin Chen")
    said(known, "Mei-Lin Chen", "same")
    listing = known.listing("invites", parse(""))
    shown = listing.card(0)
    assert shown is not None
    assert shown.name == "Mei Lin Chen"
    known.decide("invites", shown.id, "accept")
    [todo] = known.outbox()
    assert (todo.name, todo.slug) == ("Mei Lin Chen", "mei-lin-chen")


def test_a_merged_person_is_found_by_every_name_and_once(known: Workspace) -> None:
    said(known, "Sam Okafor", "same")
    [before] = known.search("sam-okafor")
    for words in ("Samuel Okafor", "Sam Okafor", "okafor", "samuel"):
        assert [(hit.name, hit.slug) for hit in known.search(words)] == [("Sam Okafor", "sam-okafor")]
    known.undo()
    assert {hit.name for hit in known.search("okafor")} == {"Sam Okafor", "Samuel Okafor"}
    choose(known, "Sam Okafor", "name", "Samuel Okafor")
    said(known, "Sam Okafor", "same")
    assert [(hit.id, hit.name) for hit in known.search("Sam Okafor")] == [(before.id, "Samuel Okafor")]


def queries(monkeypatch: pytest.MonkeyPatch, do: Any) -> int:
    """How many queries this takes."""
    asked: list[str] = []
    execute = database.obj.execute_sql
    monkeypatch.setattr(database.obj, "execute_sql", lambda sql, *rest: (asked.append(sql), execute(sql, *rest))[1])
    do()
    monkeypatch.undo()
    return len(asked)


def test_a_merged_person_on_a_page_costs_one_query_more(known: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    known.items("invites")
    before = queries(monkeypatch, lambda: known.items("invites"))
    said(known, "Mei-Lin Chen", "same")
    known.items("invites")
    assert queries(monkeypatch, lambda: known.items("invites")) == before + 1


def test_a_merge_with_a_connection_is_no_look_alike_of_itself(known: Workspace) -> None:
    assert "Sam Okafor" in names(known)
    said(known, "Mei-Lin Chen", "same")
    [item] = known.items("invites")
    assert item.json()["look_alike_of"] is None
