"""Comparison levels: for every field, how alike two records can be, in words, most alike first.

Level 0 is "missing" in every comparison and says nothing. Beside the levels stand their m-probabilities in ordinary
contact data (how often two records of one person are at each), which is where learning starts. What changes when
people change employer or move house has two sets of them, for those who stayed and for those who moved.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

MISSING = 0


class FirstNameLevel(IntEnum):
    """How alike two given names are."""

    SAME, SHORT, INITIAL, SLIP, ALIKE, DIFFERENT = range(1, 7)


class SurnameLevel(IntEnum):
    """How alike two surnames are."""

    SAME, SLIP, PART, ALIKE, DIFFERENT = range(1, 6)


class OrderLevel(IntEnum):
    """Whether given name and surname stand in the same order in both records."""

    STRAIGHT, SWAPPED = range(1, 3)


class ExactLevel(IntEnum):
    """A field with nothing between same and different."""

    SAME, DIFFERENT = range(1, 3)


class TextLevel(IntEnum):
    """A field that is the same, nearly the same, or different."""

    SAME, CLOSE, DIFFERENT = range(1, 4)


class EmailLevel(IntEnum):
    """How alike two addresses are."""

    SAME, SAME_USER, SLIP, ALIKE_USER, DIFFERENT = range(1, 6)


class PlaceLevel(IntEnum):
    """How near two places are."""

    SAME, CLOSE, REGION, COUNTRY, DIFFERENT, ABROAD = range(1, 7)


class AddressLevel(IntEnum):
    """How near two addresses are."""

    SAME, SLIP, STREET, DIFFERENT = range(1, 5)


class BirthdayLevel(IntEnum):
    """How alike two dates are."""

    SAME, SLIP, HALF, DIFFERENT = range(1, 5)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One field's levels in words, and the m-probabilities at which learning starts; each set adds up to 1."""

    labels: tuple[str, ...]
    m_rates: tuple[float, ...]
    m_rates_moved: tuple[float, ...] = ()
    """Empty when moving on changes nothing about the field."""


COMPARISONS: dict[str, Comparison] = {
    "first": Comparison(
        ("same first name", "short form", "initial only", "a slip apart", "alike", "different first name"),
        (0.80, 0.05, 0.05, 0.065, 0.015, 0.02),
    ),
    "last": Comparison(
        ("same surname", "a slip apart", "one surname shared", "alike", "different surname"),
        (0.88, 0.06, 0.02, 0.01, 0.03),
    ),
    "order": Comparison(("same order", "names swapped"), (0.98, 0.02)),
    "middle": Comparison(("same middle initial", "different middle initial"), (0.94, 0.06)),
    "generation": Comparison(("same generation", "different generation"), (0.9, 0.1)),
    "dob": Comparison(
        ("same birthday", "a slip apart", "same year or day", "different birthday"),
        (0.85, 0.1, 0.03, 0.02),
    ),
    "link": Comparison(("same profile", "different profiles of one source"), (0.999, 0.001)),
    "work": Comparison(
        ("same company", "company alike", "different company"),
        (0.83, 0.12, 0.05),
        (0.03, 0.03, 0.94),
    ),
    "title": Comparison(
        ("same title", "title alike", "different title"),
        (0.7, 0.15, 0.15),
        (0.15, 0.15, 0.7),
    ),
    "email": Comparison(
        ("same e-mail", "same e-mail user", "e-mail a slip apart", "e-mail user alike", "different e-mail"),
        (0.7, 0.05, 0.04, 0.06, 0.15),
        (0.1, 0.1, 0.02, 0.1, 0.68),
    ),
    "phone": Comparison(
        ("same phone", "phone a digit apart", "different phone"),
        (0.85, 0.05, 0.1),
        (0.6, 0.05, 0.35),
    ),
    "place": Comparison(
        ("same place", "place alike", "same region", "same country", "different place", "different country"),
        (0.8, 0.06, 0.04, 0.05, 0.045, 0.005),
        (0.4, 0.05, 0.15, 0.1, 0.25, 0.05),
    ),
    "address": Comparison(
        ("same address", "address a slip apart", "same street", "different address"),
        (0.7, 0.15, 0.05, 0.1),
        (0.4, 0.05, 0.05, 0.5),
    ),
}
