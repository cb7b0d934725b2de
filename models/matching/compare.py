"""Compare: for every pair of records and every field, the level of likeness that holds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .companies import acronym
from .compare_names import NameTables, name_levels
from .comparison_levels import Address, Born, Either, Email, Place, Text
from .normalise_table import People
from .similarity import Level, Spellings, either_levels, text_levels
from .table import Codes, Column

Pick = npt.NDArray[np.int64] | npt.NDArray[np.bool_] | slice


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs of rows with their level in each field, 0 where it is missing."""

    left: Codes
    right: Codes
    levels: dict[str, Level]

    def __len__(self) -> int:
        return len(self.left)

    def take(self, which: Pick) -> Compared:
        """Some of the pairs."""
        return Compared(
            self.left[which], self.right[which], {field: level[which] for field, level in self.levels.items()}
        )


class Comparer:
    """Compares records of one table; what is needed per distinct value is worked out once."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.tables = NameTables(people.names)
        self._companies = _acronym_codes(people.company)
        self._titles = _acronym_codes(people.title)
        columns = ("company", "title", "user", "email", "phone", "city", "street", "dob")
        self._spellings = {name: Spellings(getattr(people, name).values) for name in columns}

    def compare(self, left: Codes, right: Codes) -> Compared:
        """The levels of all these pairs."""
        p = self.people
        first, last, order = name_levels(p, self.tables, left, right)
        levels = {
            "first": first,
            "last": last,
            "order": order,
            "middle": either_levels(p.middle, left, right),
            "generation": either_levels(p.generation, left, right),
            "dob": _born_levels(p.dob, self._texts("dob", left, right, 0.87), left, right),
            "link": either_levels(p.link, left, right) * _comparable(p.link, p.site, left, right),
            "work": self._work(left, right),
            "title": self._title(left, right),
            "email": self._email(left, right),
            "phone": self._texts("phone", left, right, 0.88),
            "place": _place_levels(p, self._texts("city", left, right, 0.7), left, right),
            "address": _address_levels(p, self._texts("street", left, right, 0.8), left, right),
        }
        return Compared(left, right, levels)

    def _texts(self, name: str, left: Codes, right: Codes, close: float) -> Level:
        return text_levels(getattr(self.people, name), self._spellings[name], left, right, close)

    def _work(self, left: Codes, right: Codes) -> Level:
        """Company and e-mail domain are one piece of evidence: either may say that two work together."""
        p = self.people
        alike = self._texts("company", left, right, 0.75)
        level = _with_acronyms(alike, p.company, self._companies, left, right)
        domain = either_levels(p.domain.codes, left, right)
        level[domain == Text.SAME] = Text.SAME
        level[(level == 0) & (domain > 0)] = Text.DIFFERENT
        return level

    def _title(self, left: Codes, right: Codes) -> Level:
        alike = self._texts("title", left, right, 0.7)
        return _with_acronyms(alike, self.people.title, self._titles, left, right)

    def _email(self, left: Codes, right: Codes) -> Level:
        p, users, emails = self.people, self._spellings["user"], self._spellings["email"]
        a, b = p.email.codes[left], p.email.codes[right]
        user_a, user_b = p.user.codes[left], p.user.codes[right]
        level = either_levels(p.email.codes, left, right)
        level[level == Either.DIFFERENT] = Email.DIFFERENT
        differ = np.flatnonzero(level == Email.DIFFERENT)
        near = differ[users.alike(user_a[differ], user_b[differ], 0.75) >= 0.75]
        level[near] = Email.ALIKE_USER
        level[near[user_a[near] == user_b[near]]] = Email.SAME_USER
        level[near[emails.alike(a[near], b[near], 0.85) >= 0.85]] = Email.SLIP
        return level


def _acronym_codes(column: Column) -> Codes:
    """For every value the code of its acronym, where that is written as a value itself; else -1."""
    position = {value: at for at, value in enumerate(column.values)}
    known = (position.get(acronym(value) or "-", -1) for value in column.values)
    return np.fromiter(known, np.int32, len(column.values))


def _with_acronyms(level: Level, column: Column, acronyms: Codes, left: Codes, right: Codes) -> Level:
    a, b = column.codes[left], column.codes[right]
    level[(level == Text.DIFFERENT) & ((acronyms[a] == b) | (acronyms[b] == a))] = Text.CLOSE
    return level


def _comparable(link: Codes, site: Codes, left: Codes, right: Codes) -> Level:
    """1 where two links can be compared: equal ones always, unequal ones only within one site and source."""
    comparable: npt.NDArray[np.bool_] = (link[left] == link[right]) | (site[left] == site[right])
    return comparable.astype(np.uint8)


def _place_levels(p: People, city: Level, left: Codes, right: Codes) -> Level:
    code, region, country = (either_levels(c, left, right) for c in (p.postcode, p.region, p.country))
    rungs = [
        (city == Text.SAME) | (code == 1),
        city == Text.CLOSE,
        region == 1,
        (country == 1) & (city == 0),
        country == 2,
        (city == Text.DIFFERENT) | (region == 2) | (code == 2),
    ]
    order = [Place.SAME, Place.CLOSE, Place.REGION, Place.COUNTRY, Place.ABROAD, Place.DIFFERENT]
    return np.select(rungs, order, 0).astype(np.uint8)


def _address_levels(p: People, street: Level, left: Codes, right: Codes) -> Level:
    """Street and house number, or post-office box; a street against a box is a different address."""
    number, box = either_levels(p.number.codes, left, right), either_levels(p.box, left, right)
    known_left, known_right = (p.street.codes[r] + p.box[r] > 0 for r in (left, right))
    on_street = (street == Text.SAME) | (street == Text.CLOSE)
    rungs = [
        (box == 1) | ((street == Text.SAME) & (number == 1)),
        (street == Text.CLOSE) & (number == 1),
        (on_street & (number == 0)) | (street == Text.SAME),
        known_left & known_right,
    ]
    order = [Address.SAME, Address.SLIP, Address.STREET, Address.DIFFERENT]
    return np.select(rungs, order, 0).astype(np.uint8)


def _born_levels(column: Column, level: Level, left: Codes, right: Codes) -> Level:
    """A slip is one wrong digit, two digits swapped, or day and month swapped."""
    differ = np.flatnonzero(level == Text.DIFFERENT)
    if not len(differ):
        return level
    a, b = column.codes[left[differ]], column.codes[right[differ]]
    years = np.array([v[:4] for v in column.values])
    days = np.array([v[4:] for v in column.values])
    turned = np.array([v[6:] + v[4:6] for v in column.values])
    same_year, same_day = years[a] == years[b], days[a] == days[b]
    rungs = [same_year & (days[a] == turned[b]), same_year | same_day]
    level[differ] = np.select(rungs, [Born.SLIP, Born.HALF], Born.DIFFERENT)
    return level
