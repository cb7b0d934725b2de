"""Compare names: slips, short forms, initials, double surnames, and given name and surname swapped."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .comparison_levels import First, Last, Order
from .nicknames import contains, nickname_pairs
from .normalise_table import People
from .similarity import Level, Spellings, first_letters
from .table import Codes

Mask = npt.NDArray[np.bool_]
# One edit in four letters is a slip of the pen; more than four in nine are another name.
SLIP, ALIKE = 0.74, 0.55
SWAP_COST = 1.5
_FIRST_WORTH = np.array([0, 3, 2.5, 1.5, 2, 0.5, -2])
_LAST_WORTH = np.array([0, 3, 2, 1.5, 0.5, -2])
_AS_LAST = np.array([0, Last.SAME, Last.SLIP, Last.PART, Last.SLIP, Last.ALIKE, Last.DIFFERENT], np.uint8)


class NameTables:
    """What is worth knowing about every distinct name, worked out once per table of people."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.spellings = Spellings(names)
        self.short = nickname_pairs(names)
        self.letters, second = first_letters(names, 2).T
        self.is_initial = (self.letters > 0) & (second == 0)

    def initial_of(self, a: Codes, b: Codes) -> Mask:
        """Whether one name is only the initial of the other."""
        initial: Mask = (self.is_initial[a] | self.is_initial[b]) & (self.letters[a] == self.letters[b])
        return initial

    def short_for(self, a: Codes, b: Codes) -> Mask:
        """Whether one name is short for the other, or both for a third."""
        return contains(self.short, np.minimum(a, b).astype(np.int64) * len(self.names) + np.maximum(a, b))


def name_levels(people: People, tables: NameTables, i: Codes, j: Codes) -> tuple[Level, Level, Level]:
    """The levels of given name, surname and order; swapped names count where they fit clearly better."""
    p = people
    first = given_levels(tables, p.call[i], p.call[j], p.given[i], p.given[j])
    middle_name = _crossed(p.call, p.second, i, j) | _crossed(p.second, p.call, i, j)
    first[middle_name & (first > First.SHORT)] = First.SHORT
    last = _family_levels(people, tables, i, j)
    order = np.where((first == 0) & (last == 0), 0, Order.STRAIGHT).astype(np.uint8)
    doubt = (first == 0) | (first >= First.ALIKE) | (last == 0) | (last >= Last.ALIKE)
    doubtful = np.flatnonzero(doubt & (_crossed(p.call, p.family, i, j) | _crossed(p.family, p.call, i, j)))
    a, b = i[doubtful], j[doubtful]
    crossed_first = given_levels(tables, p.call[a], p.family[b], p.given[a], p.family[b])
    crossed_last = _AS_LAST[given_levels(tables, p.family[a], p.call[b], p.family[a], p.given[b])]
    gain = _FIRST_WORTH[crossed_first] + _LAST_WORTH[crossed_last]
    better = gain - SWAP_COST > _FIRST_WORTH[first[doubtful]] + _LAST_WORTH[last[doubtful]]
    swapped = doubtful[better]
    first[swapped], last[swapped], order[swapped] = crossed_first[better], crossed_last[better], Order.SWAPPED
    return first, last, order


def _crossed(one: Codes, other: Codes, i: Codes, j: Codes) -> Mask:
    crossed: Mask = (one[i] == other[j]) & (one[i] > 0)
    return crossed


def given_levels(tables: NameTables, a: Codes, b: Codes, full_a: Codes, full_b: Codes) -> Level:
    """Given names by the part one is called by; Jean is Jean-Pierre, but Jean-Marie is not quite."""
    level = np.zeros(len(a), np.uint8)
    present = (a > 0) & (b > 0)
    level[present] = First.DIFFERENT
    level[present & (a == b)] = First.SHORT
    level[present & ((full_a == full_b) | ((a == b) & ((full_a == a) | (full_b == b))))] = First.SAME
    unlike = np.flatnonzero(level == First.DIFFERENT)
    a, b = a[unlike], b[unlike]
    alike = tables.spellings.alike(a, b, ALIKE)
    rungs = [tables.initial_of(a, b), tables.short_for(a, b), alike >= SLIP, alike >= ALIKE]
    level[unlike] = np.select(rungs, [First.INITIAL, First.SHORT, First.SLIP, First.ALIKE], First.DIFFERENT)
    return level


def _family_levels(people: People, tables: NameTables, i: Codes, j: Codes) -> Level:
    a, b = people.family[i], people.family[j]
    level = np.zeros(len(a), np.uint8)
    present = (a > 0) & (b > 0)
    level[present] = np.where(a == b, Last.SAME, Last.DIFFERENT)[present]
    unlike = np.flatnonzero(level == Last.DIFFERENT)
    a, b, i, j = a[unlike], b[unlike], i[unlike], j[unlike]
    head_a, head_b = people.first_surname[i], people.first_surname[j]
    tail_a, tail_b = people.last_surname[i], people.last_surname[j]
    part = (head_a == head_b) | (tail_a == tail_b) | (head_a == tail_b) | (tail_a == head_b)
    alike = tables.spellings.alike(a, b, ALIKE)
    rungs = [part | tables.initial_of(a, b), alike >= SLIP, alike >= ALIKE]
    level[unlike] = np.select(rungs, [Last.PART, Last.SLIP, Last.ALIKE], Last.DIFFERENT)
    return level
