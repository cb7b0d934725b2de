from __future__ import annotations

import numpy as np

from models.matching.blocking import block_pairs, consonant_skeleton
from models.matching.frequencies import good_turing_counts, identity_by_name, value_frequencies
from models.matching.normalise_table import normalise
from models.matching.table import Column, Table, combine


def test_a_person_counts_once_however_many_records_say_the_same() -> None:
    codes, identity = np.array([1, 1, 1, 2], np.int32), np.array([0, 0, 0, 1], np.int32)
    together, _ = value_frequencies(codes, identity)
    assert together[1] == together[2]


def test_two_records_not_yet_one_person_count_a_value_as_if_they_were() -> None:
    codes, identity = np.array([1, 1, 2], np.int32), np.array([0, 1, 2], np.int32)
    together, apart = value_frequencies(codes, identity)
    assert apart[1] == together[2] < together[1]


def test_values_that_nobody_shares_repeat_less_than_counts_say() -> None:
    alone, shared = np.ones(500, np.int64), np.full(500, 3, np.int64)
    assert good_turing_counts(alone)[1] < 0.1
    assert good_turing_counts(np.arange(1, 100))[99] == 99
    assert good_turing_counts(shared)[3] <= 3


def test_swapped_names_are_one_first_guess_and_incomplete_ones_none() -> None:
    records = [("Mei", "Norham"), ("Norham", "Mei"), ("Mei", ""), ("Mei", "")]
    people = normalise(Table.of([{"first_name": a, "last_name": b} for a, b in records]))
    identity = identity_by_name(people).tolist()
    assert identity[0] == identity[1]
    assert len(set(identity)) == 3


def test_small_blocks_are_compared_in_full_and_large_ones_nearby() -> None:
    rows = np.arange(103)
    key = np.array([1, 1, 1] + [2] * 100, np.int64)
    left, right = block_pairs(key, rows, budget=10, window=3)
    assert sum(left < 3) == 3
    assert max(right - left) == 2
    assert sum(left >= 3) == 99 + 98


def test_rows_without_a_key_meet_nobody() -> None:
    left, _ = block_pairs(np.zeros(5, np.int64), np.arange(5), budget=10, window=3)
    assert len(left) == 0


def test_a_skeleton_survives_most_misspellings() -> None:
    assert consonant_skeleton("philipps") == consonant_skeleton("philips") == consonant_skeleton("phillips")


def test_a_combination_with_a_missing_part_is_missing() -> None:
    assert combine(np.array([1, 1, 0]), np.array([2, 0, 2])).tolist()[1:] == [0, 0]


def test_values_cleaned_to_one_spelling_share_a_code() -> None:
    column = Column.of(["ANA", "ana", "", "Bob"]).map(str.lower)
    assert column.codes.tolist() == [1, 1, 0, 2]
