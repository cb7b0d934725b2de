from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from models.matching.explain import explain, has_more_than_a_name
from models.matching.find_duplicates import Duplicates, find_duplicates
from models.matching.table import Table

ANA = {"first_name": "Ottilie", "last_name": "Quilgren", "company": "Comet Tools", "city": "Glenby"}
Same = Callable[..., bool]


@pytest.mark.parametrize(
    "other",
    [
        {"last_name": "Quilgern"},
        {"first_name": "QUILGREN", "last_name": "OTTILIE"},
        {"first_name": "O.", "city": ""},
        {"first_name": "Dr. Ottilie M.", "last_name": "Quilgren, PhD"},
        {"company": "Comet Tools GmbH", "city": ""},
        {"last_name": "Quilgren-Norby"},
        {"company": "", "city": ""},
    ],
)
def test_one_person_in_many_spellings(are_one: Same, other: dict[str, str]) -> None:
    assert are_one(ANA, ANA | other)


def test_a_rare_name_survives_a_change_of_job(are_one: Same) -> None:
    assert are_one(ANA, ANA | {"company": "Birch Rail", "city": ""})


@pytest.mark.parametrize(
    "other",
    [
        {"first_name": "Wilhelm"},
        {"first_name": "Wilhelm", "city": ""},
        {"last_name": "Zimridge"},
        {"first_name": "Wilhelm", "last_name": "Zimridge"},
    ],
)
def test_colleagues_are_two_people(are_one: Same, other: dict[str, str]) -> None:
    assert not are_one(ANA, ANA | other)


def test_no_town_company_or_title_outweighs_contradicting_first_names(are_one: Same) -> None:
    post = ANA | {"title": "Keeper of the Seals", "postcode": "99-123", "country": "PL"}
    assert not are_one(post, post | {"first_name": "Wilhelm"})


def test_a_phone_of_ones_own_does(are_one: Same) -> None:
    post = ANA | {"title": "Keeper of the Seals", "phone": "+99 123456789", "email": "o.q@comet.test"}
    assert are_one(post, post | {"first_name": "Tilli"})


def test_a_household_is_several_people(are_one: Same) -> None:
    home = {"street": "Mimosa Place", "street_number": "12", "city": "Glenby"}
    family = [home | {"first_name": name, "last_name": "Quilgren"} for name in ("Ottilie", "Wilhelm", "Tilda")]
    assert not are_one(*family)


def test_twins_are_two_people(are_one: Same) -> None:
    twin = {"last_name": "Quilgren", "dob": "1990-05-04", "middle_name": "A"}
    assert not are_one(twin | {"first_name": "Ottilie"}, twin | {"first_name": "Wilhelm", "middle_name": "B"})


def test_a_shared_first_name_and_town_are_no_reason_for_a_new_surname(are_one: Same) -> None:
    neighbour = {"first_name": "Ottilie", "middle_name": "X", "city": "Glenby"}
    assert not are_one(neighbour | {"last_name": "Quilgren"}, neighbour | {"last_name": "Zimridge"})


def test_a_new_surname_at_the_old_desk_is_the_same_person(are_one: Same) -> None:
    desk = ANA | {"title": "Keeper of the Seals", "phone": "+99 123456789"}
    assert are_one(desk, desk | {"last_name": "Zimridge"})


def test_the_same_profile_link_is_the_same_person(are_one: Same) -> None:
    link = {"link": "https://www.linkedin.com/in/ottilie"}
    assert are_one(ANA | link, {"first_name": "Rosa", "last_name": "Torvik"} | link)


def test_two_links_of_one_source_are_two_people_even_through_a_third_record(
    find: Callable[..., Duplicates],
) -> None:
    one, other = ANA | {"link": "linkedin.com/in/a"}, ANA | {"link": "linkedin.com/in/b"}
    clusters = find(one, ANA, other).clusters
    assert clusters[0] != clusters[2]


def test_free_mail_does_not_make_colleagues(are_one: Same) -> None:
    base = {"last_name": "Quilgren"}
    assert not are_one(
        base | {"first_name": "Ottilie", "email": "o1@gmail.com"},
        base | {"first_name": "Wilhelm", "email": "w2@gmail.com"},
    )


def test_missing_is_not_different(find: Callable[..., Duplicates]) -> None:
    full, bare, other = ANA, ANA | {"company": ""}, ANA | {"company": "Birch Rail"}
    found = find(full, bare, other)
    score = {
        (a, b): s
        for a, b, s in zip(
            found.evidence.pairs.left.tolist(), found.evidence.pairs.right.tolist(), found.scores, strict=True
        )
    }
    assert score[0, 1] > score[0, 2]


def test_a_shared_rare_name_weighs_more_than_a_common_one(find: Callable[..., Duplicates]) -> None:
    rare = [{"first_name": "Ottilie", "last_name": "Quilgren"}] * 2
    common = [{"first_name": "Anna", "last_name": "Barby"}] * 2
    crowded = [{"first_name": "Anna", "last_name": name} for name in ("Calby", "Dorby", "Fenby", "Garby")]
    found = find(*rare, *common, *crowded)
    pairs = found.evidence.pairs
    score = dict(zip(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True), found.scores.tolist(), strict=True))
    assert score[0, 1] > score[2, 3]


def test_nobody_twice_finds_nobody() -> None:
    records = [
        {"first_name": f"N{chr(97 + k % 26)}o{k}", "last_name": f"Fam{k}x", "city": "Glenby"} for k in range(300)
    ]
    assert len(set(find_duplicates(Table.of(records)).clusters.tolist())) == 300


@pytest.mark.parametrize("records", [[], [ANA], [ANA, ANA], [{"first_name": ""}] * 3])
def test_tiny_tables_are_no_trouble(records: list[dict[str, str]]) -> None:
    assert len(find_duplicates(Table.of(records)).clusters) == len(records)


def test_the_same_table_gives_the_same_answer(find: Callable[..., Duplicates]) -> None:
    first, second = find(ANA, ANA), find(ANA, ANA)
    assert np.array_equal(first.clusters, second.clusters)
    assert np.array_equal(first.scores, second.scores)


def test_only_fresh_rows_are_looked_at(find: Callable[..., Duplicates]) -> None:
    records = [ANA, ANA, ANA | {"first_name": "Wilhelm"}, ANA | {"first_name": "Wilhelm"}]
    found = find_duplicates(Table.of(records), np.array([True, False, False, False]))
    assert set(found.evidence.pairs.left.tolist()) == {0}


def test_a_pair_is_explained_in_words(find: Callable[..., Duplicates]) -> None:
    found = find(ANA, ANA | {"last_name": "Quilgern", "company": "Birch Rail"})
    pairs = found.evidence.pairs
    at = next(k for k in range(len(pairs)) if (pairs.left[k], pairs.right[k]) == (0, 1))
    said = {reason.field: reason for reason in explain(found.evidence, found.model, at)}
    assert said["last"].level == "a slip apart"
    assert said["work"].weight < 0 < said["first"].weight
    assert "email" not in said


def test_a_name_alone_is_told_from_a_name_and_more(find: Callable[..., Duplicates]) -> None:
    name = {"first_name": "Ottilie", "last_name": "Quilgren"}
    found = find(name, name, ANA, ANA)
    pairs = found.evidence.pairs
    more = dict(
        zip(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True), has_more_than_a_name(pairs), strict=True)
    )
    assert (more[0, 1], more[2, 3]) == (False, True)
