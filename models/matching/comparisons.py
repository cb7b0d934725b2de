"""Compare: for every pair of records and every field, which level of likeness holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from models.matching.companies import acronym
from models.matching.nicknames import contains, nickname_pairs
from models.matching.people import People
from models.matching.table import Codes, Column, combine

Level = npt.NDArray[np.uint8]
Rows = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]

FIELDS = ("first", "last", "order", "middle", "generation", "work", "title", "email", "phone", "place", "address", "dob", "link")
MISSING = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs of rows with their level in each field (0 is missing)."""

    left: Rows
    right: Rows
    levels: dict[str, Level]
    rarity: Level = field(default_factory=lambda: np.zeros(0, np.uint8))
    """How rare the shared name is, in steps of one natural logarithm; 0 when the names do not agree."""

    def take(self, at: npt.NDArray[np.int64] | Mask) -> Compared:
        """Some of the pairs."""
        return Compared(self.left[at], self.right[at], {f: l[at] for f, l in self.levels.items()}, self.rarity[at])


class Comparer:
    """Compares pairs of one table's people; what is needed per distinct value is worked out once."""

    def __init__(self, people: People) -> None:
        self.people = people
        size = len(people.names)
        self._nicknames = nickname_pairs(people.names)
        self._letters = np.fromiter((ord(n[0]) if n else 0 for n in people.names), np.uint32, size)
        self._is_initial = np.fromiter((len(n) == 1 for n in people.names), bool, size)
        self._acronyms = _acronym_codes(people.company)
        self._title_acronyms = _acronym_codes(people.title)
        self.address = combine(people.street.codes, people.number.codes)

    def compare(self, left: Rows, right: Rows) -> Compared:
        """The levels of all these pairs."""
        p = self.people
        first, last, order = self._names(left, right)
        levels = {
            "first": first,
            "last": last,
            "order": order,
            "middle": _same_or_not(p.middle, left, right),
            "generation": _same_or_not(p.generation, left, right),
            "work": self._work(left, right),
            "title": self._title(left, right),
            "email": self._email(left, right),
            "phone": _ladder(p.phone, left, right, 0.88),
            "place": self._place(left, right),
            "address": self._address(left, right),
            "dob": _date(p.dob, left, right),
            "link": _same_or_not(p.link, left, right),
        }
        return Compared(left, right, levels)

    def _names(self, i: Rows, j: Rows) -> tuple[Level, Level, Level]:
        p = self.people
        first = self._given(p.call[i], p.call[j], p.given[i], p.given[j])
        last = self._family(p.family[i], p.family[j], p, i, j)
        order = np.ones(len(i), np.uint8)
        doubtful = np.flatnonzero((first == 0) | (first >= 5) | (last == 0) | (last >= 4))
        a, b = i[doubtful], j[doubtful]
        f2 = self._given(p.call[a], p.family[b], p.given[a], p.family[b])
        l2 = self._given(p.family[a], p.call[b], p.family[a], p.given[b])
        l2 = _AS_LAST[l2]
        better = _FIRST_RANK[f2] + _LAST_RANK[l2] - 1.5 > _FIRST_RANK[first[doubtful]] + _LAST_RANK[last[doubtful]]
        first[doubtful[better]], last[doubtful[better]], order[doubtful[better]] = f2[better], l2[better], 2
        order[(first == 0) & (last == 0)] = 0
        return first, last, order

    def _given(self, a: Codes, b: Codes, full_a: Codes, full_b: Codes) -> Level:
        level = np.zeros(len(a), np.uint8)
        present = (a > 0) & (b > 0)
        same = present & ((full_a == full_b) | ((a == b) & ((full_a == a) | (full_b == b))))
        level[same] = 1
        level[present & ~same & (a == b)] = 2
        open_ = np.flatnonzero(present & (level == 0))
        a, b = a[open_], b[open_]
        initial = (self._is_initial[a] | self._is_initial[b]) & (self._letters[a] == self._letters[b])
        nick = contains(self._nicknames, np.minimum(a, b).astype(np.int64) * len(self.people.names) + np.maximum(a, b))
        likeness = _likeness(self.people.names, a, b)
        found = np.select(
            [initial, nick, likeness >= _CLOSE, likeness >= _LOOSE], [3, 2, 4, 5], 6
        )
        level[open_] = found
        return level

    def _family(self, a: Codes, b: Codes, p: People, i: Rows, j: Rows) -> Level:
        level = np.zeros(len(a), np.uint8)
        present = (a > 0) & (b > 0)
        level[present & (a == b)] = 1
        open_ = np.flatnonzero(present & (a != b))
        i, j, a, b = i[open_], j[open_], a[open_], b[open_]
        fa, fb, la, lb = p.first_surname[i], p.first_surname[j], p.last_surname[i], p.last_surname[j]
        shares = (fa == fb) | (la == lb) | (fa == lb) | (la == fb)
        initial = (self._is_initial[a] | self._is_initial[b]) & (self._letters[a] == self._letters[b])
        likeness = _likeness(self.people.names, a, b)
        level[open_] = np.select([shares | initial, likeness >= _CLOSE, likeness >= _LOOSE], [3, 2, 4], 5)
        return level

    def _work(self, i: Rows, j: Rows) -> Level:
        p = self.people
        a, b = p.company.codes[i], p.company.codes[j]
        level = _ladder(p.company, i, j, 0.75)
        related = (self._acronyms[a] == b) | (self._acronyms[b] == a)
        level[(level == 3) & related] = 2
        da, db = p.domain.codes[i], p.domain.codes[j]
        level[(da > 0) & (da == db)] = 1
        level[(level == 0) & (da > 0) & (db > 0)] = 3
        return level

    def _title(self, i: Rows, j: Rows) -> Level:
        p = self.people
        level = _ladder(p.title, i, j, 0.7)
        a, b = p.title.codes[i], p.title.codes[j]
        related = (self._title_acronyms[a] == b) | (self._title_acronyms[b] == a)
        level[(level == 3) & related] = 2
        return level

    def _email(self, i: Rows, j: Rows) -> Level:
        p = self.people
        a, b = p.email.codes[i], p.email.codes[j]
        level = np.zeros(len(i), np.uint8)
        present = (a > 0) & (b > 0)
        level[present & (a == b)] = 1
        level[present & (a != b)] = 5
        open_ = np.flatnonzero(level == 5)
        near = _likeness(p.user.values, p.user.codes[i[open_]], p.user.codes[j[open_]]) >= 0.75
        level[open_[near]] = 4
        level[level == 5] = 5
        whole = open_[near]
        slip = _likeness(p.email.values, a[whole], b[whole]) >= 0.85
        level[whole[slip]] = 3
        level[present & (a != b) & (p.user.codes[i] == p.user.codes[j]) & (level != 3)] = 2
        return level

    def _place(self, i: Rows, j: Rows) -> Level:
        p = self.people
        city = _ladder(p.city, i, j, 0.7)
        same_code = (p.postcode[i] > 0) & (p.postcode[i] == p.postcode[j])
        same_region = (p.region[i] > 0) & (p.region[i] == p.region[j])
        ca, cb = p.country[i], p.country[j]
        same_country = (ca > 0) & (ca == cb)
        other_country = (ca > 0) & (cb > 0) & (ca != cb)
        other_region = (p.region[i] > 0) & (p.region[j] > 0)
        other_code = (p.postcode[i] > 0) & (p.postcode[j] > 0)
        return np.select(
            [(city == 1) | same_code, city == 2, same_region, same_country & (city == 0), other_country, (city == 3) | other_region | other_code],
            [1, 2, 3, 4, 6, 5],
            0,
        ).astype(np.uint8)

    def _address(self, i: Rows, j: Rows) -> Level:
        p = self.people
        street = _ladder(p.street, i, j, 0.8)
        na, nb = p.number.codes[i], p.number.codes[j]
        same_number = (na > 0) & (na == nb)
        no_number = (na == 0) | (nb == 0)
        ba, bb = p.box[i], p.box[j]
        same_box = (ba > 0) & (ba == bb)
        other = (street == 3) | ((ba > 0) & (bb > 0)) | ((street == 0) & ((ba > 0) | (p.street.codes[i] > 0)) & ((bb > 0) | (p.street.codes[j] > 0)))
        return np.select(
            [same_box | ((street == 1) & same_number), (street == 2) & same_number, ((street == 1) | (street == 2)) & no_number, street == 1, (street == 2) | other],
            [1, 2, 3, 3, 4],
            0,
        ).astype(np.uint8)


_CLOSE, _LOOSE = 0.74, 0.55
_FIRST_RANK = np.array([0, 3, 2.5, 1.5, 2, 0.5, -2])
_LAST_RANK = np.array([0, 3, 2, 1.5, 0.5, -2])
_AS_LAST = np.array([0, 1, 2, 3, 2, 4, 5], np.uint8)


def _likeness(values: Sequence[str], a: Codes, b: Codes) -> npt.NDArray[np.float32]:
    """How alike the two values of every pair are, from 0 to 1: one minus edits per letter."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cpdist

    if not len(a):
        return np.zeros(0, np.float32)
    return cpdist(
        [values[x] for x in a.tolist()], [values[x] for x in b.tolist()],
        scorer=OSA.normalized_similarity, dtype=np.float32, workers=-1,
    )


def _ladder(column: Column, i: Rows, j: Rows, close: float) -> Level:
    """1 same, 2 close, 3 different."""
    a, b = column.codes[i], column.codes[j]
    level = np.zeros(len(i), np.uint8)
    present = (a > 0) & (b > 0)
    level[present & (a == b)] = 1
    open_ = np.flatnonzero(present & (a != b))
    level[open_] = np.where(_likeness(column.values, a[open_], b[open_]) >= close, 2, 3)
    return level


def _same_or_not(codes: Codes, i: Rows, j: Rows) -> Level:
    a, b = codes[i], codes[j]
    return np.where((a > 0) & (b > 0), np.where(a == b, 1, 2), 0).astype(np.uint8)


def _date(column: Column, i: Rows, j: Rows) -> Level:
    """1 same, 2 one slip (a digit, two digits swapped, day and month swapped), 3 same year or same day, 4 different."""
    values = column.values
    a, b = column.codes[i], column.codes[j]
    level = np.zeros(len(i), np.uint8)
    present = (a > 0) & (b > 0)
    level[present & (a == b)] = 1
    open_ = np.flatnonzero(present & (a != b))
    near = _likeness(values, a[open_], b[open_]) >= 0.87
    years = np.array([v[:4] for v in values])
    days = np.array([v[4:] for v in values])
    turned = np.array([v[6:] + v[4:6] for v in values])
    ao, bo = a[open_], b[open_]
    near |= (years[ao] == years[bo]) & (days[ao] == turned[bo])
    half = (years[ao] == years[bo]) | (days[ao] == days[bo])
    level[open_] = np.select([near, half], [2, 3], 4)
    return level


def _acronym_codes(column: Column) -> Codes:
    """For every value the code of its acronym, where that is written as a value itself; else -1."""
    position = {value: at for at, value in enumerate(column.values)}
    return np.fromiter((position.get(acronym(v), -1) if v else -1 for v in column.values), np.int32, len(column.values))
