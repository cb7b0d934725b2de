"""Given names that are one: short forms of over twenty languages, and spellings in other scripts."""

from __future__ import annotations

import pytest

from models.text.given_names import _MANY, groups_of, groups_of_all, same_given_name, same_names

SHORT_FORMS = """
Gosia Małgorzata, Kasia Katarzyna, Wojtek Wojciech, Ola Aleksandra, Bartek Bartłomiej, Katya Ekaterina, Sasha Alexander,
Vova Vladimir, Zhenya Evgenia, Slava Vyacheslav, Uli Ulrich, Sepp Josef, Kathi Katharina, Gerd Gerhard, Steffi Stefanie,
Henk Hendrik, Jaap Jacobus, Sander Alexander, Lasse Lars, Micke Mikael, Gitte Birgitte, Pepe José, Paco Francisco,
Nacho Ignacio, Chus Jesús, Zé José, Chico Francisco, Beppe Giuseppe, Gigi Luigi, Sandro Alessandro, Fred Frédéric,
Manu Emmanuel, Laci László, Zsuzsi Zsuzsanna, Honza Jan, Pepa Josef, Kuba Jakub, Saša Aleksandar, Kostas Konstantinos,
Yiannis Ioannis, Costel Constantin, Memo Mehmet, Kobi Yaakov, Hamoudi Mohammad, Raj Rajesh, Venkat Venkatesh, Bill William,
Peggy Margaret, Gwen Gwendolyn, Paddy Pádraig
"""
SCRIPTS = """
Ekaterina Екатерина, Alexander Александр, Dmitri Дмитрий, Olga Ольга, Volodymyr Володимир, Georgios Γεώργιος,
Maria Μαρία, Dimitra Δήμητρα, Mohammed محمد, Fatima فاطمة, Ali علی, David דוד, Sarah שרה, Moshe משה, Rahul राहुल,
Misaki 美咲, Kenta 健太, Daisuke 大輔, Giorgi გიორგი, Anna アンナ
"""
DIFFERENT = """
Maria Mario, Jan Jana, Anna Anton, Peter Petra, Martin Marta, Wei Wen, Min-ji Min-jun, Thomas Tobias, Daniel David,
Elena Helmut, Paul Paula, Carl Carla, Julia Juliette-Marie, Ahmed Mohammed, Ivan Igor, Kurt Karl, Robert Rupert,
Stefan Stephanie, Rita Ruth, Olga Olena
"""


def pairs(table: str) -> list[tuple[str, ...]]:
    return [tuple(pair.split()) for pair in table.replace("\n", " ").split(",")]


@pytest.mark.parametrize(("short", "name"), pairs(SHORT_FORMS))
def test_a_short_form_is_the_name(short: str, name: str) -> None:
    assert same_given_name(short, name)
    assert same_given_name(name.upper(), short)


@pytest.mark.parametrize(("latin", "other"), pairs(SCRIPTS))
def test_a_name_is_the_same_in_another_script(latin: str, other: str) -> None:
    assert same_given_name(latin, other)


@pytest.mark.parametrize(("one", "other"), pairs(DIFFERENT))
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert not same_given_name(one, other)


def test_two_names_with_one_short_form_stay_apart() -> None:
    assert same_given_name("Chris", "Christopher")
    assert same_given_name("Chris", "Christine")
    assert not same_given_name("Christopher", "Christine")


def test_a_name_nobody_knows_is_only_itself() -> None:
    assert same_given_name("Qwortz", "QWORTZ")
    assert not same_given_name("Qwortz", "Qwortzel")
    assert groups_of("") == frozenset()
    assert groups_of("\t") == frozenset()


def test_many_names_at_once_have_the_groups_they_have_alone() -> None:
    names = ["gosia", "bill", "william", "malgorzata", "qwortz", "екатерина"]
    many = [*names, *(f"nobody{number}" for number in range(_MANY))]
    assert groups_of_all(many) == groups_of_all(names) == {name: groups_of(name) for name in names if name != "qwortz"}


def test_same_names_are_found_in_a_list() -> None:
    assert set(same_names(["gosia", "bill", "zofia", "malgorzata", "william"])) == {(0, 3), (1, 4)}
