from __future__ import annotations

import pytest

from models.text.contacts import date_digits
from models.text.dates import month_names, month_number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("March", 3),
        ("märz", 3),
        ("MRZ", 3),
        ("marzo", 3),
        ("mars", 3),
        ("março", 3),
        ("Sept", 9),
        ("août", 8),
        ("dez", 12),
    ],
)
def test_a_month_is_known_in_full_or_short_in_any_language(word: str, number: int) -> None:
    assert month_number(word) == number


def test_another_word_is_no_month() -> None:
    assert month_number("moon") is None


def test_a_language_without_months_has_no_names() -> None:
    assert month_names("de")[2] == "März"
    assert month_names("nl") == ()


@pytest.mark.parametrize(
    "written",
    [
        "1990-03-04",
        "4 March 1990",
        "4. März 1990",
        "4 mars 1990",
        "Mar 4, 1990",
        "03/04/1990",
        "4.3.1990",
        "4 Marchy 1990",
    ],
)
def test_a_date_has_one_spelling(written: str) -> None:
    assert date_digits(written) == "19900304"
