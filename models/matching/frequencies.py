"""Frequencies: how common every value is in this very table, counted in people rather than in records."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .normalise_table import People
from .similarity import first_letters
from .table import Codes, combine, distinct

Floats = npt.NDArray[np.float32]
SMOOTHED_UP_TO, SMOOTHING = 4, 3.0
"""Counts up to this are smoothed, with the weight of so many values."""
UNSEEN_PEOPLE, UNSEEN_NUMBER_OWNERS = 5, 300
"""People with other values who are thought of besides: there are always more phones than a short table knows."""


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Term frequencies: for every value of a field the share of people who have it (0 to 1).

    Each field has two rows: for two records that are taken for one person, and for two that are not yet. If
    those were one person too, the value would have one owner less, and that is how it is counted for them.
    """

    people: int
    by_field: dict[str, Floats]
    initial: Floats
    """For every name the share of people whose given name begins like it."""
    initial_only_rate: float
    """How often one of two records has no more than an initial."""
    identity: Codes

    def of(self, field: str, codes: Codes, left: Codes, right: Codes) -> Floats:
        """Return the share of people who have each value, as seen from its pair of rows (float32)."""
        apart = (self.identity[left] != self.identity[right]).view(np.uint8)
        found: Floats = self.by_field[field][apart, codes]
        return found


def count_frequencies(people: People, identity: Codes) -> Frequencies:
    """Return the frequencies when rows of equal identity are taken for one person.

    `identity` has a number for each row (int32).
    """
    names = len(people.names)
    name_columns = {"call": people.call, "given": people.given, "family": people.family}
    by_field = {field: value_frequencies(codes, identity, 0, names) for field, codes in name_columns.items()}
    by_field |= {field: value_frequencies(codes, identity, UNSEEN_PEOPLE) for field, codes in _columns(people).items()}
    by_field |= {
        field: value_frequencies(codes, identity, UNSEEN_NUMBER_OWNERS) for field, codes in _numbers(people).items()
    }
    letters, second = first_letters(people.names, 2).T
    is_initial = (letters > 0) & (second == 0)
    return Frequencies(
        people=len(distinct(identity.astype(np.int64))),
        by_field=by_field,
        initial=np.bincount(letters, weights=by_field["call"][0])[letters].astype(np.float32),
        initial_only_rate=2 * float(is_initial[people.call].sum()) / max(people.rows, 1) + 1e-3,
        identity=identity,
    )


def _columns(people: People) -> dict[str, Codes]:
    texts = {
        "company": people.company,
        "domain": people.domain,
        "title": people.title,
        "city": people.city,
        "street": people.street,
        "dob": people.dob,
    }
    coded = {"middle": people.middle, "region": people.region, "country": people.country, "postcode": people.postcode}
    keys = {"address": people.address, "box": people.box}
    return coded | keys | {field: column.codes for field, column in texts.items()}


def _numbers(people: People) -> dict[str, Codes]:
    return {"email": people.email.codes, "user": people.user.codes, "phone": people.phone.codes, "link": people.link}


def value_frequencies(codes: Codes, identity: Codes, unseen: int = 0, size: int = 0) -> Floats:
    """Return for every value the share of people who have it; a person counts once, however many records say so.

    Shape (2, values): row 0 as counted, row 1 with one owner less (for pairs not yet taken for one person).

    `unseen` people with other values are thought of besides, so that a value filled in twice is not common.
    """
    have = codes > 0
    persons = np.int64(identity.max(initial=0)) + 1
    seen = distinct(codes[have] * persons + identity[have])
    counts = np.bincount(seen // persons, minlength=max(int(codes.max(initial=0)) + 1, size))
    again = good_turing_counts(counts)
    one_less = np.maximum(counts - 1, np.minimum(counts, 1))
    return (np.stack([again[counts], again[one_less]]) / max(len(seen) + unseen, 1)).astype(np.float32)


def good_turing_counts(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return what each count from 0 to the highest is worth, by the Good-Turing estimate of how often values repeat.

    Where hardly any value has two owners, one owner weighs far less than one; where many have, a count is a
    count.
    """
    having = np.bincount(counts, minlength=SMOOTHED_UP_TO + 2).astype(float)
    low = np.arange(1, SMOOTHED_UP_TO + 1)
    again = ((low + 1) * having[2 : SMOOTHED_UP_TO + 2] + SMOOTHING * low) / (
        having[1 : SMOOTHED_UP_TO + 1] + SMOOTHING
    )
    table = np.arange(len(having), dtype=float)
    table[1 : SMOOTHED_UP_TO + 1] = np.clip(again, 0.02, low)
    return table


def identity_by_name(people: People) -> Codes:
    """Return a first guess at who is who: the same names in either order; incomplete names stand alone."""
    low, high = np.minimum(people.call, people.family), np.maximum(people.call, people.family)
    key = combine(low, high)
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    fresh = np.ones(people.rows, dtype=bool)
    fresh[1:] = (ordered[1:] != ordered[:-1]) | (ordered[1:] == 0)
    identity = np.empty(people.rows, np.int32)
    identity[order] = np.cumsum(fresh) - 1
    return identity
