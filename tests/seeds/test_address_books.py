from __future__ import annotations

import pytest

from models.importers.archive import members
from models.importers.contacts.recognise import readers
from models.importers.linkedin.members import export_files
from models.importers.records import ContactRecord, RowProblem
from seeds.make import HERE


def people(path: str) -> list[ContactRecord]:
    return [
        draft
        for reader in readers(members(HERE / path))
        for draft in reader.records()
        if isinstance(draft, ContactRecord)
    ]


def linkedin() -> set[tuple[str, str]]:
    """Name and company of every connection."""
    found = export_files(members(HERE / "linkedin-export" / "Connections.csv"))[0].records()
    return {
        (f"{draft.given} {draft.family}", draft.company)
        for draft in found
        if type(draft).__name__ == "ConnectionRecord"
    }  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("path", "count", "kinds"),
    [
        ("badges", 60, {"table"}),
        ("vcards", 8, {"vcard"}),
        ("address-books", 40, {"google_csv", "outlook_csv"}),
    ],
)
def test_every_row_of_the_seeds_comes_in(path: str, count: int, kinds: set[str]) -> None:
    found = readers(members(HERE / path))
    assert {reader.name for reader in found} == kinds
    assert len(people(path)) == count
    lost = [draft.why for reader in found for draft in reader.records() if isinstance(draft, RowProblem)]
    assert lost in ([], ["it is a group of contacts, not a person"])


def test_the_badge_list_says_which_event_and_who_came() -> None:
    [reader] = readers(members(HERE / "badges"))
    assert reader.is_event_list
    visits = people("badges")
    assert {(draft.event, draft.event_date) for draft in visits} == {("PyCon DE", "2026-05-14")}
    assert sum(1 for draft in visits if draft.checked_in) == 54


@pytest.mark.parametrize(
    ("badge", "on_linkedin"),
    [
        (("Samuel Okafor", "Hedgehog Software"), ("Sam Okafor", "Hedgehog Software")),
        (("Petra Svensson", "Quince Insurance"), ("Petra Svensson", "Heron Pharma")),
        (("Lindholm Oskar", "Birch & Bay Ventures"), ("Oskar Lindholm", "Birch & Bay Ventures")),
        (("Thomas Weber", "Alpenblick Klinik"), ("Thomas Weber", "Nordkai Logistics")),
        (("Vera Haddad", "Fjord Robotics"), ("Vera Haddad", "Fjord Robotics")),
    ],
)
def test_the_five_stories_are_on_both_sides(badge: tuple[str, str], on_linkedin: tuple[str, str]) -> None:
    assert badge in {(draft.name, draft.company) for draft in people("badges")}
    assert on_linkedin in linkedin()
