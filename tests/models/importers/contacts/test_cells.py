from __future__ import annotations

import pytest

from models.importers.contacts import cell_values


@pytest.mark.parametrize(
    ("cell", "name", "addresses"),
    [
        ("Nea Nord <NEA@X.COM>", "Nea Nord", ("NEA@X.COM",)),
        ("Nea Nord<nea@x.example>", "Nea Nord", ("nea@x.example",)),
        ("nea@x.example", "", ("nea@x.example",)),
        ("mailto:nea@x.example, bo@x.example", "", ("nea@x.example", "bo@x.example")),
        ("  Nea   Nord ", "Nea Nord", ()),
        ("@nea", "@nea", ()),
        ("+49 30 555010", "", ()),
        ("王", "王", ()),
    ],
)
def test_a_name_and_an_address_in_one_cell_are_told_apart(cell: str, name: str, addresses: tuple[str, ...]) -> None:
    assert (cell_values.as_name(cell), cell_values.emails(cell)) == (name, addresses)


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        (" +54 9 261 555-1234, +5492615551234", ("+54 9 261 555-1234",)),
        ("+41 31 555 01 02 ::: 0041315550102", ("+41 31 555 01 02",)),
        ("p:+46 70 555 01 01", ("+46 70 555 01 01",)),
        ("Mobile: 070-555 01 01 / 08 555 01 02", ("070-555 01 01", "08 555 01 02")),
        ("tel:+1-418-555-9254;ext=102", ("+1-418-555-9254 x102",)),
        ("n/a", ()),
        ("12", ()),
    ],
)
def test_numbers_come_without_labels_and_once(cell: str, numbers: tuple[str, ...]) -> None:
    assert cell_values.phones(cell) == numbers


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (
            "https://nea.example ::: http\\://www.linkedin.com/in/nea",
            ("http://www.linkedin.com/in/nea", "https://nea.example"),
        ),
        ("linkedin.com/in/nea, LinkedIn.com/in/NEA/", ("linkedin.com/in/nea",)),
        ("/in/nea-nord/", ("https://www.linkedin.com/in/nea-nord",)),
        ("none", ()),
        ("I do not have one", ()),
        ("javascript:alert(1)", ()),
    ],
)
def test_profiles_on_linkedin_come_first(cell: str, found: tuple[str, ...]) -> None:
    assert cell_values.profiles_first(cell_values.links(cell)) == found


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("1986-02-03", "1986-02-03"), ("19860203", "1986-02-03"), ("1986-02-03T00:00:00Z", "1986-02-03"), (" --02-03", "--02-03"),
        ("--0203", "--02-03"), ("1604-02-29", "--02-29"), ("Mar 15", "--03-15"), ("Feb 28, 1990", "1990-02-28"),
        ("5/21/80", "1980-05-21"), ("5/21/45", "1945-05-21"), ("21.5.1979", "1979-05-21"), ("0/0/00", ""), ("--1399", ""), ("soon", ""),
    ],
)  # fmt: skip
def test_a_birthday_is_a_day_with_or_without_its_year(cell: str, day: str) -> None:
    assert cell_values.birthday(cell) == day


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("Checked In", "attending"), ("approved", "attending"), ("Not Attending", "not attending"), ("pending_approval", "pending"),
        ("REFUNDED", "refunded"), ("storniert", "cancelled"), ("waitlist", "waitlist"), ("Annulé", "cancelled"), ("VIP", "vip"),
    ],
)  # fmt: skip
def test_a_status_is_one_of_few_words_or_the_files_own(cell: str, status: str) -> None:
    assert cell_values.attendance(cell) == status


def test_tags_come_without_the_marks_and_groups_every_contact_has() -> None:
    assert cell_values.labels("* friends ::: * myContacts ::: Expo 2010") == ("friends", "Expo 2010")
    assert cell_values.labels("vip,speaker") == ("vip", "speaker")
    assert cell_values.labels("hot; pricing, later") == ("hot", "pricing, later")


@pytest.mark.parametrize(
    "read",
    [
        cell_values.emails,
        cell_values.phones,
        cell_values.links,
        cell_values.as_name,
        cell_values.birthday,
        cell_values.has_come,
        cell_values.moment,
        cell_values.labels,
    ],
)
@pytest.mark.parametrize(
    "cell",
    ["a" * 200_000 + "@", "@" * 200_000, "1" * 200_000, "a.b" * 70_000, "1/" * 100_000, "-" * 200_000, '"<' * 99_999],
)
def test_no_cell_takes_long(read: object, cell: str) -> None:
    assert callable(read)
    read(cell)
