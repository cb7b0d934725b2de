from __future__ import annotations

import pytest

from models.text import contacts


def test_an_address_loses_its_tag_and_its_capitals() -> None:
    assert contacts.email_parts(" Ana.K+picky@Acme.co.uk ") == ("ana.k@acme.co.uk", "anak", "acme.co.uk")


@pytest.mark.parametrize("raw", ["ana.k@gmail.com", "ana@web.de", "ana@yahoo.co.uk", "ana@qq.com"])
def test_free_mail_says_nothing_about_an_employer(raw: str) -> None:
    assert contacts.email_parts(raw)[2] == ""


@pytest.mark.parametrize("raw", ["", "ana", "@acme.test", "ana@"])
def test_what_is_no_address_is_missing(raw: str) -> None:
    assert contacts.email_parts(raw) == ("", "", "")


@pytest.mark.parametrize("raw", ["+44 20 7946 0958", "020 7946 0958", "0044-20-7946-0958", "(020) 79460958"])
def test_a_number_is_one_number_however_it_is_dialled(raw: str) -> None:
    assert contacts.phone_number(raw) == "079460958"[-9:] or contacts.phone_number(raw) == "079460958"


@pytest.mark.parametrize(
    "raw",
    ["https://www.linkedin.com/in/Ana-K/", "linkedin.com/in/ana-k", "http://de.linkedin.com/in/ana-k?trk=x"],
)
def test_a_profile_link_is_one_link(raw: str) -> None:
    assert contacts.profile_link(raw) == "linkedin.com/in/ana-k"


@pytest.mark.parametrize(
    "raw", ["1990-05-04", "19900504", "04.05.1990", "05/04/1990", "May 4, 1990", "4 May 1990", "1990/5/4"]
)
def test_a_birthday_is_one_day(raw: str) -> None:
    assert contacts.date_digits(raw) == "19900504"


def test_a_day_beyond_twelve_is_no_month() -> None:
    assert contacts.date_digits("31/12/1990") == "19901231"


def test_streets_are_written_out_and_numbers_taken_off() -> None:
    assert contacts.street_name("12 Mimosa Pl.") == "mimosa place"
    assert contacts.house_number("Mimosa Place 12a") == "12"
