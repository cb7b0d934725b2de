"""How likely two different people are to look as alike as this pair: from how common the values are in this file.

A person counts once, however many records say the same. What sharing an address, a phone or an employer says about
the rest (families share surnames, colleagues share towns) is measured among pairs that are clearly two people.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from models.matching.comparisons import Compared, Comparer
from models.matching.scoring import LEVELS, STEPS
from models.matching.table import Codes, distinct

Floats = npt.NDArray[np.float64]
COMMON, TRUST = 4, 5.0
Different = Callable[[Compared], Floats]


class Chance:
    """How likely two different people are at a pair's levels."""

    def __init__(self, comparer: Comparer, identity: npt.NDArray[np.int64], different: Different | None = None) -> None:
        self.comparer, self.people = comparer, comparer.people
        p = self.people
        size = len(p.names)
        self.persons = len(np.unique(identity))
        self.call = _share(p.call, identity, size)
        self.given = _share(p.given, identity, size)
        self.family = _share(p.family, identity, size)
        self.call_n = self.call * self.persons
        letters = comparer._letters.astype(np.int64)
        self.initial = np.bincount(letters, weights=self.call, minlength=1)[letters]
        self.initials_only = 2 * float(comparer._is_initial[p.call].mean()) + 1e-3
        self.company = _share(p.company.codes, identity)
        self.domain = _share(p.domain.codes, identity)
        self.title = _share(p.title.codes, identity)
        self.email = _share(p.email.codes, identity)
        self.user = _share(p.user.codes, identity)
        self.phone = _share(p.phone.codes, identity)
        self.city = _share(p.city.codes, identity)
        self.postcode = _share(p.postcode, identity)
        self.region = _share(p.region, identity)
        self.country = _share(p.country, identity)
        _, self.address_codes = np.unique(comparer.address, return_inverse=True)
        self.address_codes = self.address_codes.astype(np.int32)
        self.address = _share(self.address_codes, identity)
        self.street = _share(p.street.codes, identity)
        self.box = _share(p.box, identity)
        self.dob = _share(p.dob.codes, identity)
        self.link = _share(p.link, identity)
        self.middle = _share(p.middle, identity)
        rng = np.random.default_rng(1)
        draws = rng.integers(0, p.rows, (2, 20_000), dtype=np.int32)
        draws = draws[:, draws[0] != draws[1]]
        self.random = _rates(comparer.compare(draws[0], draws[1]))
        self._sharing(different or _clearly_different)

    def _sharing(self, different: Different) -> None:
        p = self.people
        self.kin = {
            "address": self._kin(self.address_codes, different),
            "box": self._kin(p.box, different),
            "phone": self._kin(p.phone.codes, different),
        }
        i, j = _neighbours(p.company.codes)
        seen = self.comparer.compare(i, j)
        weight = different(seen) * (seen.levels["first"] == 6)
        last, place = seen.levels["last"], seen.levels["place"]
        base = float((self.family**2).sum()) + 1e-9
        self.clan = float(np.clip((weight[last == 1].sum() + 3 * 5 * base) / (weight[last > 0].sum() + 5) / base, 1, 30))
        other = weight * (last == 5)
        self.town = float((other[place == 1].sum() + 0.2) / (other[place > 0].sum() + 2))
        self.alike = {}
        for name, codes in (("last", p.family), ("first", p.call)):
            i, j = _neighbours(codes)
            seen = self.comparer.compare(i, j)
            weight = different(seen) * (seen.levels["first" if name == "last" else "last"] >= 5)
            counts = np.bincount(seen.levels["email"], weights=weight, minlength=6)[1:] + np.array([0, 0.02, 0.02, 0.1, 1.86])
            self.alike[name] = counts / counts.sum()

    def _kin(self, codes: Codes, different: Different) -> float:
        """How often two different people who share this value share the surname too."""
        i, j = _neighbours(codes)
        seen = self.comparer.compare(i, j)
        last = seen.levels["last"]
        weight = different(seen) * (seen.levels["first"] == 6) * (last > 0)
        return float((weight[last == 1].sum() + 0.1) / (weight.sum() + 1))

    def log(self, pairs: Compared) -> tuple[Compared, npt.NDArray[np.float32]]:
        """The pairs with the rarity of their names, and the logarithm of that likelihood for each."""
        each = {field: np.log(self.field(field, pairs)) for field in pairs.levels}
        first, last = pairs.levels["first"], pairs.levels["last"]
        agree = (first >= 1) & (first <= 4) & (last >= 1) & (last <= 3)
        rarity = np.where(agree, np.clip(-(each["first"] + each["last"]), 1, STEPS - 1), 0).astype(np.uint8)
        return Compared(pairs.left, pairs.right, pairs.levels, rarity), sum(each.values())

    def namesakes(self) -> Floats:
        """How many pairs of rows would share a name by chance, if names did not come in cultures, per step of rarity."""
        steps = np.zeros((2, STEPS * 10))
        for at, share in enumerate((self.call, self.family)):
            some = share[share > 0]
            steps[at] = np.bincount(np.clip(-np.log(some) * 10, 0, STEPS * 10 - 1).astype(int), weights=some**2, minlength=STEPS * 10)
        both = np.convolve(steps[0], steps[1])
        step = np.clip((np.arange(len(both)) + 1) // 10, 1, STEPS - 1)
        return np.bincount(step, weights=both, minlength=STEPS) * self.people.rows * (self.people.rows - 1) / 2

    def field(self, field: str, pairs: Compared) -> npt.NDArray[np.float32]:
        """The likelihood of one field's levels between two people; 1 where it is missing."""
        level = pairs.levels[field]
        usual = np.concatenate([[1.0], self.random[field]])
        u = usual[level]
        by = getattr(self, f"_{field}", None)
        if by is not None:
            u = by(level, pairs.left, pairs.right, u, pairs)
        return np.clip(u, 1e-9, 1.0).astype(np.float32)

    def _slip(self, a: Floats, b: Floats) -> Floats:
        """Chance of two names one slip apart: small when one of them is nobody else's name."""
        low = (np.minimum(a, b) * self.persons - 1).clip(0.05) / self.persons
        return np.clip(np.minimum(200 * low, 0.04), np.maximum(a, b), 1)

    def _first(self, level, i, j, u, pairs):
        p = self.people
        swapped = pairs.levels["order"] == 2
        cj = np.where(swapped, p.family[j], p.call[j])
        a, b = self.call[p.call[i]], np.maximum(self.call[cj], 0)
        ga = np.where(p.given[i] == p.given[j], self.given[p.given[i]], a)
        high = np.maximum(a, b)
        return np.select(
            [level == 1, level == 2, level == 3, level == 4],
            [np.minimum(high, np.where(swapped, 1, ga)), a + b, self.initial[p.call[i]] * self.initials_only, self._slip(a, b)],
            u,
        )

    def _last(self, level, i, j, u, pairs):
        p = self.people
        swapped = pairs.levels["order"] == 2
        cj = np.where(swapped, p.call[j], p.family[j])
        a, b = self.family[p.family[i]], self.family[cj]
        high = np.maximum(a, b)
        u = np.select([level == 1, level == 2, level == 3], [high, self._slip(a, b), np.maximum(u, high)], u)
        u = np.where((pairs.levels["work"] == 1) & (level < 5), np.minimum(u * self.clan, np.maximum(u, 0.3)), u)
        at_home = (pairs.levels["address"] == 1) | (pairs.levels["address"] == 2)
        kin = np.where(at_home, max(self.kin["address"], self.kin["box"]), 0)
        kin = np.where(pairs.levels["phone"] == 1, np.maximum(self.kin["phone"], kin), kin)
        return np.where((level == 1) | (level == 2), u + (1 - u) * kin, u)

    def _middle(self, level, i, j, u, pairs):
        return np.where(level == 1, self.middle[self.people.middle[i]], u)

    def _work(self, level, i, j, u, pairs):
        p = self.people
        a, b = self.company[p.company.codes[i]], self.company[p.company.codes[j]]
        same = p.company.codes[i] == p.company.codes[j]
        value = np.where(same, a, self.domain[p.domain.codes[i]])
        return np.select([level == 1, level == 2], [value, np.maximum(a, b) + np.minimum(u, 0.002)], u)

    def _title(self, level, i, j, u, pairs):
        return np.where(level == 1, self.title[self.people.title.codes[i]], u)

    def _email(self, level, i, j, u, pairs):
        """Addresses are made of names: namesakes have like ones."""
        p = self.people
        first, last = pairs.levels["first"], pairs.levels["last"]
        u = np.select([level == 1, level == 2], [self.email[p.email.codes[i]], np.maximum(self.user[p.user.codes[i]], u)], u)
        by_last = np.concatenate([[1.0], self.alike["last"]])[level]
        by_first = np.concatenate([[1.0], self.alike["first"]])[level]
        slips = (level >= 2) & (level <= 4)
        u = np.where(slips & (last >= 1) & (last <= 3), np.maximum(u, by_last), u)
        u = np.where(slips & (first >= 1) & (first <= 4), np.maximum(u, by_first), u)
        namesakes = (first >= 1) & (first <= 4) & (last >= 1) & (last <= 3)
        rates = np.array([1, 0, 0.12, 0.02, 0.2, 0.6])[level]
        return np.where(namesakes & (level >= 2), np.maximum(rates, 0), u)

    def _phone(self, level, i, j, u, pairs):
        return np.where(level == 1, self.phone[self.people.phone.codes[i]], u)

    def _place(self, level, i, j, u, pairs):
        p = self.people
        city = np.where(p.city.codes[i] == p.city.codes[j], self.city[p.city.codes[i]], 1)
        code = np.where(p.postcode[i] == p.postcode[j], self.postcode[p.postcode[i]], 1)
        same = np.minimum(np.where(city > 0, city, 1), np.where(code > 0, code, 1))
        same = np.where(pairs.levels["work"] == 1, np.maximum(same, self.town), same)
        same = np.where(pairs.levels["address"] == 1, 1, same)
        near = np.maximum(self.city[p.city.codes[i]], self.city[p.city.codes[j]])
        return np.select(
            [level == 1, level == 2, level == 3, level == 4],
            [same, near * 1.5, self.region[p.region[i]], self.country[p.country[i]]],
            u,
        )

    def _address(self, level, i, j, u, pairs):
        p = self.people
        a, b = self.address[self.address_codes[i]], self.address[self.address_codes[j]]
        box = (p.box[i] > 0) & (p.box[i] == p.box[j])
        street = np.maximum(self.street[p.street.codes[i]], self.street[p.street.codes[j]])
        return np.select(
            [level == 1, level == 2, level == 3], [np.where(box, self.box[p.box[i]], a), np.maximum(a, b) * 1.5, street], u
        )

    def _dob(self, level, i, j, u, pairs):
        return np.where(level == 1, self.dob[self.people.dob.codes[i]], u)

    def _link(self, level, i, j, u, pairs):
        return np.where(level == 1, self.link[self.people.link[i]], u)


def _clearly_different(pairs: Compared) -> Floats:
    """Before anything is learned: one, unless a birthday, an e-mail or a phone says that the two are one person."""
    levels = pairs.levels
    one = (levels["dob"] == 1) | (levels["dob"] == 2) | (levels["email"] == 1)
    return np.where(one, 0.0, 1.0)


def _share(codes: Codes, identity: npt.NDArray[np.int64], size: int = 0) -> Floats:
    """For every value the share of people who have it; a person counts once, however many records say so."""
    top = max(int(codes.max(initial=0)) + 1, size)
    have = codes > 0
    seen = distinct(codes[have].astype(np.int64) * (int(identity.max(initial=0)) + 1) + identity[have])
    counts = np.bincount(seen // (int(identity.max(initial=0)) + 1), minlength=top)
    return _adjusted(counts) / max(len(seen), 1)


def _adjusted(counts: npt.NDArray[np.int64]) -> Floats:
    """Counts as Good and Turing would expect them to repeat: where hardly any value has two owners, one owner weighs
    far less than one; where shared values are common, a count is what it is."""
    having = np.bincount(counts, minlength=COMMON + 2).astype(float)
    low = np.arange(1, COMMON + 1)
    again = ((low + 1) * having[2 : COMMON + 2] + TRUST * low) / (having[1 : COMMON + 1] + TRUST)
    table = np.arange(len(having), dtype=float)
    table[1 : COMMON + 1] = np.clip(again, 0.02, low)
    return table[counts]


def _rates(pairs: Compared) -> dict[str, Floats]:
    """How often random pairs are at each level."""
    rates = {}
    for field, size in LEVELS.items():
        counts = np.bincount(pairs.levels[field], minlength=size + 1)[1:] + 0.2
        rates[field] = counts / counts.sum()
    rates["order"] = np.ones(2)
    return rates


def _neighbours(codes: Codes, most: int = 20_000) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Pairs of rows that share a value: each row with the next few of its value."""
    order = np.argsort(codes, kind="stable").astype(np.int32)
    order = order[int((codes == 0).sum()) :]
    left, right = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
    for step in (1, 2, 3):
        a, b = order[:-step], order[step:]
        same = codes[a] == codes[b]
        left.append(a[same]), right.append(b[same])
    i, j = np.concatenate(left), np.concatenate(right)
    keep = slice(None, None, max(1, len(i) // most))
    return i[keep], j[keep]
