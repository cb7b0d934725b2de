"""Compare names: slips, short forms, initials, double surnames, and given name and surname swapped."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ..text.given_names import same_names
from .comparison_levels import FirstNameLevel, OrderLevel, SurnameLevel
from .normalise_table import People
from .similarity import Levels, Similarity, first_letters
from .table import Codes

Mask = npt.NDArray[np.bool_]
SLIP_SIMILARITY, ALIKE_SIMILARITY = 0.74, 0.55
"""One edit in four letters is a slip of the pen; more than four in nine are another name."""
SWAP_COST = 1.5
"""Points by which swapped names must fit better than names in their order."""
_FIRST_NAME_POINTS = np.array([0, 3, 2.5, 1.5, 2, 0.5, -2])
_SURNAME_POINTS = np.array([0, 3, 2, 1.5, 0.5, -2])
_AS_SURNAME_LEVEL = np.array(
    [
        0,
        SurnameLevel.SAME,
        SurnameLevel.SLIP,
        SurnameLevel.PART,
        SurnameLevel.SLIP,
        SurnameLevel.ALIKE,
        SurnameLevel.DIFFERENT,
    ],
    np.uint8,
)


class NameIndex:
    """What is worth knowing about every distinct name, worked out once per table of people."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.similarity = Similarity(names)
        self.short = _short_form_pairs(names)
        self.letters, second = first_letters(names, 2).T
        self.is_initial = (self.letters > 0) & (second == 0)

    def initial_of(self, a: Codes, b: Codes) -> Mask:
        """Return where one name is only the initial of the other."""
        initial: Mask = (self.is_initial[a] | self.is_initial[b]) & (self.letters[a] == self.letters[b])
        return initial

    def short_for(self, a: Codes, b: Codes) -> Mask:
        """Return where one name is short for the other, or both for a third."""
        return _contains(self.short, np.minimum(a, b).astype(np.int64) * len(self.names) + np.maximum(a, b))


def name_levels(people: People, index: NameIndex, left: Codes, right: Codes) -> tuple[Levels, Levels, Levels]:
    """Return the levels of given name, surname and order of each pair of rows.

    Swapped names count where they fit clearly better.
    """
    first = first_name_levels(index, people.call[left], people.call[right], people.given[left], people.given[right])
    middle_name = _equal_codes(people.call, people.second, left, right) | _equal_codes(
        people.second, people.call, left, right
    )
    first[middle_name & (first > FirstNameLevel.SHORT)] = FirstNameLevel.SHORT
    last = _surname_levels(people, index, left, right)
    order = np.where((first == 0) & (last == 0), 0, OrderLevel.STRAIGHT).astype(np.uint8)
    doubt = (first == 0) | (first >= FirstNameLevel.ALIKE) | (last == 0) | (last >= SurnameLevel.ALIKE)
    doubtful = np.flatnonzero(
        doubt
        & (
            _equal_codes(people.call, people.family, left, right)
            | _equal_codes(people.family, people.call, left, right)
        )
    )
    a, b = left[doubtful], right[doubtful]
    crossed_first = first_name_levels(index, people.call[a], people.family[b], people.given[a], people.family[b])
    crossed_last = _AS_SURNAME_LEVEL[
        first_name_levels(index, people.family[a], people.call[b], people.family[a], people.given[b])
    ]
    gain = _FIRST_NAME_POINTS[crossed_first] + _SURNAME_POINTS[crossed_last]
    better = gain - SWAP_COST > _FIRST_NAME_POINTS[first[doubtful]] + _SURNAME_POINTS[last[doubtful]]
    swapped = doubtful[better]
    first[swapped], last[swapped], order[swapped] = crossed_first[better], crossed_last[better], OrderLevel.SWAPPED
    return first, last, order


def _equal_codes(one: Codes, other: Codes, left: Codes, right: Codes) -> Mask:
    crossed: Mask = (one[left] == other[right]) & (one[left] > 0)
    return crossed


def first_name_levels(index: NameIndex, a: Codes, b: Codes, full_a: Codes, full_b: Codes) -> Levels:
    """Return the levels of given names, by the part one is called by.

    Jean is Jean-Pierre, but Jean-Marie is not quite. All arguments are codes of names, one element per pair.
    """
    level = np.zeros(len(a), np.uint8)
    present = (a > 0) & (b > 0)
    level[present] = FirstNameLevel.DIFFERENT
    level[present & (a == b)] = FirstNameLevel.SHORT
    level[present & ((full_a == full_b) | ((a == b) & ((full_a == a) | (full_b == b))))] = FirstNameLevel.SAME
    unlike = np.flatnonzero(level == FirstNameLevel.DIFFERENT)
    a, b = a[unlike], b[unlike]
    alike = index.similarity.of(a, b, ALIKE_SIMILARITY)
    rungs = [index.initial_of(a, b), index.short_for(a, b), alike >= SLIP_SIMILARITY, alike >= ALIKE_SIMILARITY]
    level[unlike] = np.select(
        rungs,
        [FirstNameLevel.INITIAL, FirstNameLevel.SHORT, FirstNameLevel.SLIP, FirstNameLevel.ALIKE],
        FirstNameLevel.DIFFERENT,
    )
    return level


def _surname_levels(people: People, index: NameIndex, left: Codes, right: Codes) -> Levels:
    a, b = people.family[left], people.family[right]
    level = np.zeros(len(a), np.uint8)
    present = (a > 0) & (b > 0)
    level[present] = np.where(a == b, SurnameLevel.SAME, SurnameLevel.DIFFERENT)[present]
    unlike = np.flatnonzero(level == SurnameLevel.DIFFERENT)
    a, b, left, right = a[unlike], b[unlike], left[unlike], right[unlike]
    head_a, head_b = people.first_surname[left], people.first_surname[right]
    tail_a, tail_b = people.last_surname[left], people.last_surname[right]
    part = (head_a == head_b) | (tail_a == tail_b) | (head_a == tail_b) | (tail_a == head_b)
    alike = index.similarity.of(a, b, ALIKE_SIMILARITY)
    rungs = [part | index.initial_of(a, b), alike >= SLIP_SIMILARITY, alike >= ALIKE_SIMILARITY]
    level[unlike] = np.select(rungs, [SurnameLevel.PART, SurnameLevel.SLIP, SurnameLevel.ALIKE], SurnameLevel.DIFFERENT)
    return level


def _short_form_pairs(names: Sequence[str]) -> npt.NDArray[np.int64]:
    """Return each pair of names that are one, as the number `a * len(names) + b` with a < b, sorted."""
    numbers = {low * len(names) + high for low, high in same_names(names)}
    return np.array(sorted(numbers), dtype=np.int64)


def _contains(sorted_numbers: npt.NDArray[np.int64], wanted: npt.NDArray[np.int64]) -> Mask:
    if not len(sorted_numbers):
        return np.zeros(len(wanted), dtype=bool)
    at = np.minimum(np.searchsorted(sorted_numbers, wanted), len(sorted_numbers) - 1)
    is_there: Mask = sorted_numbers[at] == wanted
    return is_there
