"""How common every value is in this very file, counted in people rather than in records."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.matching.people import People
from models.matching.table import Codes, combine, distinct

Floats = npt.NDArray[np.float32]
COMMON, TRUST = 4, 3.0


@dataclass(frozen=True, slots=True)
class Shares:
    """For every value of a field the share of people who have it."""

    people: int
    call: Floats
    given: Floats
    family: Floats
    initial: Floats
    initials_only: float
    """How often one of two records has no more than an initial."""
    middle: Floats
    company: Floats
    domain: Floats
    title: Floats
    email: Floats
    user: Floats
    phone: Floats
    city: Floats
    region: Floats
    country: Floats
    postcode: Floats
    street: Floats
    address: Floats
    box: Floats
    dob: Floats
    link: Floats


def shares(people: People, identity: Codes) -> Shares:
    """The shares, when rows of equal identity are taken for one person."""
    p, names = people, len(people.names)
    call = share(p.call, identity, names)
    letters = np.fromiter((ord(n[0]) if n else 0 for n in p.names), np.int64, names)
    return Shares(
        people=len(distinct(identity.astype(np.int64))),
        call=call,
        given=share(p.given, identity, names),
        family=share(p.family, identity, names),
        initial=np.bincount(letters, weights=call)[letters].astype(np.float32),
        initials_only=2 * _only_initials(people) + 1e-3,
        **{name: share(codes, identity) for name, codes in _plain_columns(people).items()},
    )


def _only_initials(p: People) -> float:
    is_initial = np.fromiter(map(len, p.names), np.int64, len(p.names)) == 1
    return float(is_initial[p.call].sum()) / max(p.rows, 1)


def _plain_columns(p: People) -> dict[str, Codes]:
    columns = (p.company, p.domain, p.title, p.email, p.user, p.phone, p.city, p.street, p.dob)
    names = ("company", "domain", "title", "email", "user", "phone", "city", "street", "dob")
    coded = {"middle": p.middle, "region": p.region, "country": p.country, "postcode": p.postcode}
    columns_coded = {name: column.codes for name, column in zip(names, columns, strict=True)}
    return coded | columns_coded | {"address": p.address, "box": p.box, "link": p.link}


def share(codes: Codes, identity: Codes, size: int = 0) -> Floats:
    """For every value the share of people who have it; a person counts once, however many records say so."""
    have = codes > 0
    persons = np.int64(identity.max(initial=0)) + 1
    seen = distinct(codes[have] * persons + identity[have])
    counts = np.bincount(seen // persons, minlength=max(int(codes.max(initial=0)) + 1, size))
    return (expected_again(counts) / max(len(seen), 1)).astype(np.float32)


def expected_again(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Counts as Good and Turing would expect them to repeat.

    Where hardly any value has two owners, one owner weighs far less than one; where many have, a count is a
    count.
    """
    having = np.bincount(counts, minlength=COMMON + 2).astype(float)
    low = np.arange(1, COMMON + 1)
    again = ((low + 1) * having[2 : COMMON + 2] + TRUST * low) / (having[1 : COMMON + 1] + TRUST)
    table = np.arange(len(having), dtype=float)
    table[1 : COMMON + 1] = np.clip(again, 0.02, low)
    return table[counts]


def by_name(people: People) -> Codes:
    """A first guess at who is who: the same names in either order; incomplete names stand alone."""
    low, high = np.minimum(people.call, people.family), np.maximum(people.call, people.family)
    key = combine(low, high)
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    fresh = np.ones(people.rows, dtype=bool)
    fresh[1:] = (ordered[1:] != ordered[:-1]) | (ordered[1:] == 0)
    identity = np.empty(people.rows, np.int32)
    identity[order] = np.cumsum(fresh) - 1
    return identity
