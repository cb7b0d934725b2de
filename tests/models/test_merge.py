"""Merging: who is asked about, and what one person of several rows knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.store import Merge, Person
from models.store.query import rows
from models.workspace import Workspace
from tests.models.doubles import HEADER, MAP_DAYS, card, facts, filled, listed, lists, names, said
from tests.models.support import Export, out_of_log, person


@pytest.fixture
def known() -> Iterator[Workspace]:
    """The network and its badges."""
    with filled() as workspace:
        yield workspace


# Who is asked about


def test_a_name_alone_is_never_asked_about(known: Workspace) -> None:
    assert len(known.search("Noor Haddad")) == 2
    assert names(known) == {"Sam Okafor", "Ruth Adeyemi", "Mei-Lin Chen"}


def test_two_links_of_linkedin_are_never_one_card_not_even_through_a_third(
    workspace: Workspace, tmp_path: Path
) -> None:
    twins = Export()
    for slug in ("ann-lee", "ann-lee-2"):
        twins.connect(person("Ann Lee", slug=slug, company="Acme", position="Painter"), 100)
    workspace.import_files([twins.zipped(tmp_path)])
    workspace.import_files([listed(tmp_path, "list.csv", HEADER + "Ann Lee,Acme,Painter,ann@acme.example,,,\n")])
    [item] = workspace.items("duplicates")
    assert sorted(side.slug is None for side in facts(item).sides) == [False, True]
    workspace.decide("duplicates", item.id, "same")
    assert workspace.items("duplicates") == []


@pytest.mark.parametrize(
    "row",
    [
        "S. Okafor,,,,,,https://www.linkedin.com/in/sam-okafor\n",
        "Samuel Okafor,Somewhere New,,samuel@hedgehog.example,,,\n",
    ],
    ids=["link", "e-mail and name"],
)
def test_exact_identity_needs_no_key(known: Workspace, tmp_path: Path, row: str) -> None:
    before = Person.select().count()
    known.import_files([listed(tmp_path, "more.csv", HEADER + row)])
    assert Person.select().count() == before


def test_an_e_mail_alone_is_no_identity(known: Workspace, tmp_path: Path) -> None:
    before = Person.select().count()
    known.import_files([listed(tmp_path, "more.csv", HEADER + "Olga Petrova,,,samuel@hedgehog.example,,,\n")])
    assert Person.select().count() == before + 1


def test_the_same_list_again_changes_nothing(known: Workspace) -> None:
    path = known.settings.store
    for change in (lambda: None, lambda: said(known, "Sam Okafor", "same")):
        change()
        before = out_of_log(path)
        known.import_files([lists()["badges"]], occasion=MAP_DAYS)
        assert out_of_log(path) == before


# Groups


def test_three_rows_of_one_person_are_one_card(known: Workspace) -> None:
    known.import_files([lists()["book"]])
    item = card(known, "Samuel Okafor")
    assert [side.values["name"] for side in facts(item).sides].count("Sam Okafor") >= 1
    assert len(item.others) + 1 == len(facts(item).sides)
    said(known, "Mei-Lin Chen", "same")
    assert len([one for one in known.items("duplicates") if "Chen" in one.name]) == 0
    merged = Merge.select().join(Person, on=Merge.person).where(Person.name.contains("Chen")).count()
    assert merged == 2


def test_a_new_verdict_on_a_group_replaces_the_whole_of_the_old_one(known: Workspace) -> None:
    known.import_files([lists()["book"]])
    item = card(known, "Mei-Lin Chen")
    assert len(item.others) == 2
    known.decide("duplicates", item.id, "same")
    assert Merge.select().count() == 2
    known.decide("duplicates", item.id, "different")
    assert Merge.select().count() == 0
    known.decide("duplicates", item.id, "same")
    assert Merge.select().count() == 2
    assert not [one for one in known.items("duplicates") if "Chen" in one.name]


# Different


def test_different_is_never_asked_again_not_even_through_a_third(known: Workspace) -> None:
    said(known, "Mei-Lin Chen", "different")
    known.import_files([lists()["book"]])
    linkedin, badge = (
        person for (person,) in rows(Person.select(Person.id).where(Person.name.contains("Chen")).limit(2))
    )
    for _ in range(5):
        for item in known.items("duplicates"):
            assert not {linkedin, badge} <= {item.person, *item.others}
        chens = [item for item in known.items("duplicates") if "Chen" in item.name]
        if not chens:
            break
        known.decide("duplicates", chens[0].id, "same")
    roots = dict(rows(Person.select(Person.id, Person.same_as)))
    assert (roots[linkedin] or linkedin) != (roots[badge] or badge)


def test_what_a_merged_person_is_not_neither_of_them_is_after_a_split(known: Workspace) -> None:
    said(known, "Mei-Lin Chen", "same")
    known.import_files([lists()["book"]])
    said(known, "Mei-Lin Chen", "different")
    known.split("mei-lin-chen")
    [item] = [item for item in known.items("duplicates") if "Chen" in item.name]
    assert len(item.others) == 1, "the third was told apart from both"


# What one person knows


def test_met_under_one_row_invited_under_the_other(known: Workspace) -> None:
    [before] = known.items("invites")
    assert before.json()["met"] is None
    said(known, "Mei-Lin Chen", "same")
    [after] = known.items("invites")
    assert after.json()["met"]["event"] == "Map Days"
    known.undo()
    [again] = known.items("invites")
    assert again.json()["met"] is None


def test_an_invitation_hangs_on_the_card(known: Workspace) -> None:
    assert facts(card(known, "Mei-Lin Chen")).hangs_on == "an invitation"
    assert facts(card(known, "Sam Okafor")).hangs_on == ""


def test_messages_and_values_of_all_rows_are_one_persons(known: Workspace) -> None:
    said(known, "Sam Okafor", "same")
    page = known.person("sam-okafor")
    assert (page.sent, page.received) == (1, 1)
    assert ("city", "Leeds", "badges.csv") in page.values
    assert any("Map Days" in moment.text for moment in page.timeline)


def test_a_chosen_value_stands_until_it_is_taken_back(known: Workspace) -> None:
    item = card(known, "Sam Okafor")
    [wanted] = [choice for choice in facts(item).choices if choice.value == "Samuel Okafor"]
    known.choose_value(item, wanted)
    said(known, "Sam Okafor", "same")
    assert known.person("sam-okafor").name == "Samuel Okafor"
    known.undo()
    known.undo()
    assert known.person("sam-okafor").name == "Sam Okafor"


def test_linkedins_values_stand_even_when_its_export_came_last(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([lists()["badges"]])
    workspace.import_files([lists()["export"]])
    item = card(workspace, "Samuel Okafor")
    assert facts(item).together["name"][0] == "Sam Okafor"
