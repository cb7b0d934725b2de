from __future__ import annotations

import numpy as np
import pytest

from models.matching.compare import Comparer
from models.matching.comparison_levels import (
    COMPARISONS,
    AddressLevel,
    BirthdayLevel,
    EmailLevel,
    FirstNameLevel,
    OrderLevel,
    PlaceLevel,
    SurnameLevel,
    TextLevel,
)
from models.matching.normalise_table import normalise
from models.matching.table import Table


def level(field: str, left: dict[str, str], right: dict[str, str]) -> int:
    comparer = Comparer(normalise(Table.of([left, right])))
    return int(comparer.compare(np.array([0], np.int32), np.array([1], np.int32)).levels[field][0])


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Robert", "ROBERT", FirstNameLevel.SAME),
        ("Robert", "Bob", FirstNameLevel.SHORT),
        ("Bill", "Will", FirstNameLevel.SHORT),
        ("Robert", "R.", FirstNameLevel.INITIAL),
        ("Robert James", "James", FirstNameLevel.SHORT),
        ("Robert", "J.", FirstNameLevel.DIFFERENT),
        ("Robert", "Robret", FirstNameLevel.SLIP),
        ("Zoë", "Zoe", FirstNameLevel.SAME),
        ("Jean-Pierre", "Jean Pierre", FirstNameLevel.SAME),
        ("Jean", "Jean Pierre", FirstNameLevel.SAME),
        ("Jean Marie", "Jean Pierre", FirstNameLevel.SHORT),
        ("Amelia", "Thomas", FirstNameLevel.DIFFERENT),
        ("", "Thomas", 0),
    ],
)
def test_given_names_are_at_their_level(left: str, right: str, expected: int) -> None:
    names = {"first_name": left, "last_name": "Quilby"}, {"first_name": right, "last_name": "Quilby"}
    assert level("first", *names) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("van der Berg", "Berg", SurnameLevel.SAME),
        ("García López", "García", SurnameLevel.PART),
        ("Quilby-Norham", "Norham", SurnameLevel.PART),
        ("Quilby (née Norham)", "Norham", SurnameLevel.PART),
        ("Quilby", "Qulby", SurnameLevel.SLIP),
        ("Quilby", "Norham", SurnameLevel.DIFFERENT),
        ("Quilby", "", 0),
    ],
)
def test_surnames_are_at_their_level(left: str, right: str, expected: int) -> None:
    names = {"first_name": "Ana", "last_name": left}, {"first_name": "Ana", "last_name": right}
    assert level("last", *names) == expected


def test_swapped_names_are_seen_through() -> None:
    left = {"first_name": "Mei", "last_name": "Norham"}
    right = {"first_name": "Norham", "last_name": "Mei"}
    assert level("order", left, right) == OrderLevel.SWAPPED
    assert level("first", left, right) == FirstNameLevel.SAME
    assert level("last", left, right) == SurnameLevel.SAME


CASES = [
    ("work", {"company": "Acme Tools Inc"}, {"company": "ACME Tools GmbH"}, TextLevel.SAME),
    ("work", {"company": "Acme Brass Tools"}, {"company": "ABT"}, 0 or TextLevel.CLOSE),
    ("work", {"email": "ana@acme.test"}, {"email": "bob@acme.test"}, TextLevel.SAME),
    ("work", {"email": "ana@gmail.com"}, {"email": "bob@gmail.com"}, 0),
    ("work", {"company": "Acme Tools"}, {"company": "Birch Foods"}, TextLevel.DIFFERENT),
    ("work", {"company": "Acme Tools"}, {"company": ""}, 0),
    ("email", {"email": "ana.k@acme.test"}, {"email": "ana.k+x@ACME.test"}, EmailLevel.SAME),
    ("email", {"email": "ana.norham@acme.test"}, {"email": "ananorham@birch.test"}, EmailLevel.SAME_USER),
    ("email", {"email": "ana.norham@acme.test"}, {"email": "ana.norhm@acme.test"}, EmailLevel.SLIP),
    ("email", {"email": "ana@acme.test"}, {"email": "office@birch.test"}, EmailLevel.DIFFERENT),
    ("dob", {"dob": "1990-05-04"}, {"dob": "1990-04-05"}, BirthdayLevel.SLIP),
    ("dob", {"dob": "1990-05-04"}, {"dob": "1991-05-04"}, BirthdayLevel.SLIP),
    ("dob", {"dob": "1990-05-04"}, {"dob": "1990-11-23"}, BirthdayLevel.HALF),
    ("dob", {"dob": "1990-05-04"}, {"dob": "1971-11-23"}, BirthdayLevel.DIFFERENT),
    ("place", {"city": "Łódź"}, {"city": "Lodz"}, PlaceLevel.SAME),
    ("place", {"country": "NL"}, {"country": "NL", "city": "Glenby"}, PlaceLevel.COUNTRY),
    ("place", {"city": "Glenby", "country": "NL"}, {"city": "Farrow", "country": "FR"}, PlaceLevel.ABROAD),
    ("address", {"street": "Mimosa Pl", "street_number": "4"}, {"address": "4 mimosa place"}, AddressLevel.SAME),
    ("address", {"street": "Mimosa Pl", "street_number": "4"}, {"po_box": "77"}, AddressLevel.DIFFERENT),
    ("address", {"street": "Mimosa Pl"}, {"street": "Mimosa Place", "street_number": "4"}, AddressLevel.STREET),
    ("phone", {"phone": "+44 20 7946 0958"}, {"phone": "02079460958"}, TextLevel.SAME),
    ("link", {"link": "linkedin.com/in/a"}, {"link": "https://www.linkedin.com/in/A/"}, 1),
    ("link", {"link": "linkedin.com/in/a"}, {"link": "linkedin.com/in/b"}, 2),
    ("link", {"link": "linkedin.com/in/a"}, {"link": "xing.com/profile/b"}, 0),
    ("link", {"link": "linkedin.com/in/a", "source": "x"}, {"link": "linkedin.com/in/b", "source": "y"}, 0),
]


@pytest.mark.parametrize(("field", "left", "right", "expected"), CASES)
def test_other_fields_are_at_their_level(
    field: str, left: dict[str, str], right: dict[str, str], expected: int
) -> None:
    assert level(field, left, right) == expected


def test_every_level_has_a_label_and_rates_that_add_up() -> None:
    for comparison in COMPARISONS.values():
        assert len(comparison.labels) == len(comparison.m_rates)
        assert sum(comparison.m_rates) == pytest.approx(1)
        assert not comparison.m_rates_moved or sum(comparison.m_rates_moved) == pytest.approx(1)
