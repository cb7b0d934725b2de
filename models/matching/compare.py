"""Compare: for every pair of records and every field, the comparison level that holds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..text.companies import acronym
from .compare_names import NameIndex, name_levels
from .comparison_levels import AddressLevel, BirthdayLevel, EmailLevel, ExactLevel, PlaceLevel, TextLevel
from .normalise_table import People
from .similarity import Levels, Similarity, exact_levels, text_levels
from .table import Codes, Column

Selection = npt.NDArray[np.int64] | npt.NDArray[np.bool_] | slice


@dataclass(frozen=True, slots=True)
class ComparedPairs:
    """Pairs of rows with their level in each field. Every array has one element per pair."""

    left: Codes
    right: Codes
    levels: dict[str, Levels]

    def __len__(self) -> int:
        return len(self.left)

    def take(self, which: Selection) -> ComparedPairs:
        """Return some of the pairs, by index, mask or slice."""
        return ComparedPairs(
            self.left[which], self.right[which], {field: level[which] for field, level in self.levels.items()}
        )


class Comparer:
    """Compares records of one table; what is needed per distinct value is worked out once."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.name_index = NameIndex(people.names)
        self._companies = _acronym_codes(people.company)
        self._titles = _acronym_codes(people.title)
        columns = ("company", "title", "user", "email", "phone", "city", "street", "dob")
        self._similarity = {name: Similarity(getattr(people, name).values) for name in columns}

    def compare(self, left: Codes, right: Codes) -> ComparedPairs:
        """Return the levels of these pairs of rows."""
        people = self.people
        first, last, order = name_levels(people, self.name_index, left, right)
        levels = {
            "first": first,
            "last": last,
            "order": order,
            "middle": exact_levels(people.middle, left, right),
            "generation": exact_levels(people.generation, left, right),
            "dob": _birthday_levels(people.dob, self._texts("dob", left, right, 0.87), left, right),
            "link": exact_levels(people.link, left, right) * _comparable(people.link, people.site, left, right),
            "work": self._work(left, right),
            "title": self._title(left, right),
            "email": self._email(left, right),
            "phone": self._texts("phone", left, right, 0.88),
            "place": _place_levels(people, self._texts("city", left, right, 0.7), left, right),
            "address": _address_levels(people, self._texts("street", left, right, 0.8), left, right),
        }
        return ComparedPairs(left, right, levels)

    def _texts(self, name: str, left: Codes, right: Codes, close: float) -> Levels:
        return text_levels(getattr(self.people, name), self._similarity[name], left, right, close)

    def _work(self, left: Codes, right: Codes) -> Levels:
        """Company and e-mail domain are one piece of evidence: either may say that two work together."""
        people = self.people
        alike = self._texts("company", left, right, 0.75)
        level = _with_acronyms(alike, people.company, self._companies, left, right)
        domain = exact_levels(people.domain.codes, left, right)
        level[domain == TextLevel.SAME] = TextLevel.SAME
        level[(level == 0) & (domain > 0)] = TextLevel.DIFFERENT
        return level

    def _title(self, left: Codes, right: Codes) -> Levels:
        alike = self._texts("title", left, right, 0.7)
        return _with_acronyms(alike, self.people.title, self._titles, left, right)

    def _email(self, left: Codes, right: Codes) -> Levels:
        people, users, emails = self.people, self._similarity["user"], self._similarity["email"]
        a, b = people.email.codes[left], people.email.codes[right]
        user_a, user_b = people.user.codes[left], people.user.codes[right]
        level = exact_levels(people.email.codes, left, right)
        level[level == ExactLevel.DIFFERENT] = EmailLevel.DIFFERENT
        differ = np.flatnonzero(level == EmailLevel.DIFFERENT)
        near = differ[users.of(user_a[differ], user_b[differ], 0.75) >= 0.75]
        level[near] = EmailLevel.ALIKE_USER
        level[near[user_a[near] == user_b[near]]] = EmailLevel.SAME_USER
        level[near[emails.of(a[near], b[near], 0.85) >= 0.85]] = EmailLevel.SLIP
        return level


def _acronym_codes(column: Column) -> Codes:
    """For every value the code of its acronym, where that is written as a value itself; else -1."""
    position = {value: at for at, value in enumerate(column.values)}
    known = (position.get(acronym(value) or "-", -1) for value in column.values)
    return np.fromiter(known, np.int32, len(column.values))


def _with_acronyms(level: Levels, column: Column, acronyms: Codes, left: Codes, right: Codes) -> Levels:
    a, b = column.codes[left], column.codes[right]
    level[(level == TextLevel.DIFFERENT) & ((acronyms[a] == b) | (acronyms[b] == a))] = TextLevel.CLOSE
    return level


def _comparable(link: Codes, site: Codes, left: Codes, right: Codes) -> Levels:
    """1 where two links can be compared: equal ones always, unequal ones only within one site and source."""
    comparable: npt.NDArray[np.bool_] = (link[left] == link[right]) | (site[left] == site[right])
    return comparable.astype(np.uint8)


def _place_levels(people: People, city: Levels, left: Codes, right: Codes) -> Levels:
    code, region, country = (exact_levels(c, left, right) for c in (people.postcode, people.region, people.country))
    rungs = [
        (city == TextLevel.SAME) | (code == 1),
        city == TextLevel.CLOSE,
        region == 1,
        (country == 1) & (city == 0),
        country == 2,
        (city == TextLevel.DIFFERENT) | (region == 2) | (code == 2),
    ]
    order = [
        PlaceLevel.SAME,
        PlaceLevel.CLOSE,
        PlaceLevel.REGION,
        PlaceLevel.COUNTRY,
        PlaceLevel.ABROAD,
        PlaceLevel.DIFFERENT,
    ]
    return np.select(rungs, order, 0).astype(np.uint8)


def _address_levels(people: People, street: Levels, left: Codes, right: Codes) -> Levels:
    """Street and house number, or post-office box; a street against a box is a different address."""
    number, box = exact_levels(people.number.codes, left, right), exact_levels(people.box, left, right)
    known_left, known_right = (people.street.codes[r] + people.box[r] > 0 for r in (left, right))
    on_street = (street == TextLevel.SAME) | (street == TextLevel.CLOSE)
    rungs = [
        (box == 1) | ((street == TextLevel.SAME) & (number == 1)),
        (street == TextLevel.CLOSE) & (number == 1),
        (on_street & (number == 0)) | (street == TextLevel.SAME),
        known_left & known_right,
    ]
    order = [AddressLevel.SAME, AddressLevel.SLIP, AddressLevel.STREET, AddressLevel.DIFFERENT]
    return np.select(rungs, order, 0).astype(np.uint8)


def _birthday_levels(column: Column, level: Levels, left: Codes, right: Codes) -> Levels:
    """Return a slip is one wrong digit, two digits swapped, or day and month swapped."""
    differ = np.flatnonzero(level == TextLevel.DIFFERENT)
    if not len(differ):
        return level
    a, b = column.codes[left[differ]], column.codes[right[differ]]
    years = np.array([v[:4] for v in column.values])
    days = np.array([v[4:] for v in column.values])
    turned = np.array([v[6:] + v[4:6] for v in column.values])
    same_year, same_day = years[a] == years[b], days[a] == days[b]
    rungs = [same_year & (days[a] == turned[b]), same_year | same_day]
    level[differ] = np.select(rungs, [BirthdayLevel.SLIP, BirthdayLevel.HALF], BirthdayLevel.DIFFERENT)
    return level
