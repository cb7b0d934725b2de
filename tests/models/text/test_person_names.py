from __future__ import annotations

import pytest

from models.text.person_names import family_parts, generation, given_parts, split_full_name


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("Ana", ("ana", "ana", "", "")),
        ("ANA", ("ana", "ana", "", "")),
        ("Dr. Ana", ("ana", "ana", "", "")),
        ("Prof. Dr. Ana M.", ("ana", "ana", "", "m")),
        ("Jean-Pierre", ("jeanpierre", "jeanpierre", "", "")),
        ("Jean Pierre", ("jeanpierre", "jean", "pierre", "p")),
        ("J. Robert", ("robert", "robert", "", "j")),
        ("J.", ("j", "j", "", "")),
        ("J. R.", ("j", "j", "", "r")),
        ("Łukasz", ("lukasz", "lukasz", "", "")),
        ("Владимир", ("vladimir", "vladimir", "", "")),
        ("Robert (Bob)", ("robert", "robert", "", "")),
        ("D'Arcy", ("darcy", "darcy", "", "")),
        ("Yu-Yen", ("yuyen", "yuyen", "", "")),
        ("", ("", "", "", "")),
    ],
)
def test_given_names_keep_what_one_is_called_by(raw: str, parts: tuple[str, str, str, str]) -> None:
    assert given_parts(raw) == parts


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("Ruderman", ("ruderman", "ruderman", "ruderman")),
        ("Ruderman, PhD", ("ruderman", "ruderman", "ruderman")),
        ("Ruderman PMP", ("ruderman", "ruderman", "ruderman")),
        ("Ruderman Jr.", ("ruderman", "ruderman", "ruderman")),
        ("van der Berg", ("berg", "berg", "berg")),
        ("de la Cruz", ("cruz", "cruz", "cruz")),
        ("O’Brien", ("obrien", "obrien", "obrien")),
        ("García López", ("garcialopez", "garcia", "lopez")),
        ("García-López", ("garcialopez", "garcia", "lopez")),
        ("Mueller", ("muller", "muller", "muller")),
        ("Müller", ("muller", "muller", "muller")),
        ("Ruderman (born Kowalska)", ("ruderman", "ruderman", "kowalska")),
        ("Ruderman née Kowalska", ("ruderman", "ruderman", "kowalska")),
        ("Born", ("born", "born", "born")),
        ("De", ("de", "de", "de")),
        ("", ("", "", "")),
    ],
)
def test_surnames_lose_their_clothes_and_show_their_parts(raw: str, parts: tuple[str, str, str]) -> None:
    assert family_parts(raw) == parts


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("Ana Kovač", ("Ana", "Kovač")),
        ("Ana Maria Kovač", ("Ana Maria", "Kovač")),
        ("KOVAČ, Ana", ("Ana", "KOVAČ")),
        ("Ana de la Cruz", ("Ana", "de la Cruz")),
        ("Jan van den Berg", ("Jan", "van den Berg")),
        ("Dr. Ana Kovač, PhD", ("Ana", "Kovač")),
        ("Martin King Jr.", ("Martin", "King")),
        ("Björk", ("Björk", "")),
        ("王小明", ("小明", "王")),
        ("田中太郎", ("太郎", "田中")),
        ("김민준", ("민준", "김")),
        ("", ("", "")),
    ],
)
def test_a_name_in_one_piece_is_taken_apart(raw: str, parts: tuple[str, str]) -> None:
    assert split_full_name(raw) == parts


def test_junior_and_senior_are_generations() -> None:
    assert (generation("King Jr."), generation("King, Sr"), generation("King")) == ("jr", "sr", "")
