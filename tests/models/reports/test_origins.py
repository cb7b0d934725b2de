"""Which value of a person came from which file, and when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.workspace import Workspace
from tests.models.doubles import HEADER, filled, listed, lists, said


def origins(workspace: Workspace, who: str) -> list[tuple[str, str, str, bool]]:
    """Field, value, file and whether it stands."""
    return [(each.field, each.value, each.file, each.stands) for each in workspace.person(who).origins]


def test_a_merged_person_names_the_file_of_every_value_also_of_those_that_do_not_stand() -> None:
    with filled() as workspace:
        workspace.import_files([lists()["book"]])
        said(workspace, "Samuel Okafor", "same")
        found = origins(workspace, "sam-okafor")
    assert ("name", "Sam Okafor", "LinkedIn", True) in found
    assert ("name", "Samuel Okafor", "badges.csv", False) in found
    assert {row[1:3] for row in found if row[0] == "email"} == {
        ("samuel@hedgehog.example", "badges.csv"),
        ("sam@mail.example", "book.csv"),
    }
    assert ("phone", "+44 7700 900321", "book.csv", True) in found


def test_the_day_is_that_of_the_export_or_of_taking_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PICKY_NOW", "2026-10-03T10:00:00+00:00")
    with filled() as workspace:
        workspace.import_files([listed(tmp_path, "late.csv", HEADER + "Zora Quist,Acme,,zora@acme.example,,,\n")])
        days = {each.file: each.on for who in ("Zora Quist", "ruth-adeyemi") for each in workspace.person(who).origins}
    assert days == {"late.csv": date(2026, 10, 3), "LinkedIn": date(2026, 9, 15)}


def test_what_a_later_row_adds_to_the_same_person_is_not_said_of_the_first_file(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.import_files([listed(tmp_path, "one.csv", HEADER + "Bo Ek,Acme,,bo@acme.example,,,\n")])
    workspace.import_files([listed(tmp_path, "two.csv", HEADER + "Bo Ek,,,bo@acme.example,Oulu,,\n")])
    found = origins(workspace, "Bo Ek")
    assert ("company", "Acme", "one.csv", True) in found
    assert ("city", "Oulu", "two.csv", True) in found


def test_who_was_met_is_known_from_your_notes(workspace: Workspace) -> None:
    from models.decisions.capture import NewEncounter

    workspace.met(NewEncounter("Ana K", company="Acme"))
    assert ("company", "Acme", "your notes", True) in origins(workspace, "Ana K")
