"""Score: how much more likely a pair's likeness is between two records of one person than between two people.

Every field has two sides. How often records of two *different* people agree on a value is how common the value is
in this very file. How often records of *one* person agree is learned from the file too: start from what contact
data usually looks like, score, see how often fields really differ within the pairs that are surely one person, and
score again. Nothing is trained by the user and nothing is fixed for all files.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.matching.comparisons import Compared, Comparer
from models.matching.table import Codes

Floats = npt.NDArray[np.float64]

# How often the records of one person are at each level, both values being present: where learning starts from.
USUAL: dict[str, tuple[float, ...]] = {
    "first": (0.80, 0.05, 0.05, 0.065, 0.015, 0.02),
    "last": (0.88, 0.06, 0.02, 0.01, 0.03),
    "order": (0.98, 0.02),
    "middle": (0.94, 0.06),
    "generation": (0.9, 0.1),
    "work": (0.65, 0.07, 0.28),
    "title": (0.6, 0.1, 0.3),
    "email": (0.6, 0.05, 0.05, 0.3),
    "phone": (0.7, 0.05, 0.25),
    "place": (0.75, 0.05, 0.04, 0.06, 0.09, 0.01),
    "address": (0.7, 0.1, 0.05, 0.15),
    "dob": (0.85, 0.1, 0.03, 0.02),
    "link": (0.999, 0.001),
}
PRIOR_WEIGHT = 40.0


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned from one file."""

    same: dict[str, Floats]
    prior: float


class Chance:
    """How likely two different people are at a pair's levels: from how common the values are among the people."""

    def __init__(self, comparer: Comparer, identity: npt.NDArray[np.int64], seed: int = 1) -> None:
        self.comparer, self.people = comparer, comparer.people
        p = self.people
        size = len(p.names)
        self.call = _share(p.call, identity, size)
        self.given = _share(p.given, identity, size)
        self.family = _share(p.family, identity, size)
        letters = comparer._letters.astype(np.int64)
        self.initial = np.bincount(letters, weights=self.call, minlength=1)[letters]
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
        self.address = _share(self.address_codes.astype(np.int32), identity)
        self.street = _share(p.street.codes, identity)
        self.box = _share(p.box, identity)
        self.dob = _share(p.dob.codes, identity)
        self.link = _share(p.link, identity)
        self.middle = _share(p.middle, identity)
        self.generation = _share(p.generation, identity)
        self.people_count = len(np.unique(identity))
        rng = np.random.default_rng(seed)
        draws = rng.integers(0, p.rows, (2, 20_000), dtype=np.int32)
        draws = draws[:, draws[0] != draws[1]]
        self.random = _rates(comparer.compare(draws[0], draws[1]))
        self.kin, self.kin_place = self._sharing()

    def _sharing(self) -> tuple[dict[str, float], float]:
        """What sharing an address, a phone or a company says about surname and town, among people whose first names contradict."""
        p = self.people
        kin = {}
        for name, codes in (("address", self.address_codes), ("phone", p.phone.codes), ("work", p.company.codes), ("box", p.box)):
            i, j = _neighbours(codes)
            seen = self.comparer.compare(i, j)
            other = seen.levels["first"] == 6
            last = seen.levels["last"][other]
            present = last > 0
            kin[name] = float(((last == 1) & present).sum() + 0.02) / (present.sum() + 2)
            if name == "work":
                other &= seen.levels["last"] == 5
                place = seen.levels["place"][other]
                town = float((place == 1).sum() + 0.1) / ((place > 0).sum() + 1)
        return kin, town

    def log(self, pairs: Compared) -> npt.NDArray[np.float32]:
        """The logarithm of that likelihood for every pair."""
        total = np.zeros(len(pairs.left), np.float32)
        for field in pairs.levels:
            total += np.log(self.field(field, pairs))
        return total

    def field(self, field: str, pairs: Compared) -> npt.NDArray[np.float32]:
        """The likelihood of one field's levels between two people; 1 where it is missing."""
        level = pairs.levels[field]
        usual = np.concatenate([[1.0], self.random[field]])
        u = usual[level]
        by = getattr(self, f"_{field}", None)
        if by is not None:
            u = by(level, pairs.left, pairs.right, u, pairs)
        return np.clip(u, 1e-9, 1.0).astype(np.float32)

    def _first(self, level, i, j, u, pairs):
        p = self.people
        swapped = pairs.levels["order"] == 2
        cj = np.where(swapped, p.family[j], p.call[j])
        a, b = self.call[p.call[i]], np.maximum(self.call[cj], 0)
        ga = np.where(p.given[i] == p.given[j], self.given[p.given[i]], a)
        low, high = np.minimum(a, b), np.maximum(a, b)
        return np.select(
            [level == 1, level == 2, level == 3, level == 4, level == 5],
            [np.minimum(np.maximum(a, b), np.where(swapped, 1, ga)), a + b, self.initial[p.call[i]], np.clip(np.minimum(300 * low, 0.5) , high, 1), u],
            u,
        )

    def _last(self, level, i, j, u, pairs):
        p = self.people
        swapped = pairs.levels["order"] == 2
        cj = np.where(swapped, p.call[j], p.family[j])
        a, b = self.family[p.family[i]], self.family[cj]
        low, high = np.minimum(a, b), np.maximum(a, b)
        u = np.select(
            [level == 1, level == 2, level == 3],
            [high, np.clip(np.minimum(300 * low, 0.5), high, 1), np.maximum(u, high)],
            u,
        )
        kin = np.zeros(len(level))
        kin = np.where(pairs.levels["address"] == 1, self.kin["address"], kin)
        kin = np.where(pairs.levels["address"] == 2, self.kin["address"], kin)
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
        p = self.people
        return np.select([level == 1, level == 2], [self.email[p.email.codes[i]], np.maximum(self.user[p.user.codes[i]], 0.01)], u)

    def _phone(self, level, i, j, u, pairs):
        return np.where(level == 1, self.phone[self.people.phone.codes[i]], u)

    def _place(self, level, i, j, u, pairs):
        p = self.people
        city = np.where(p.city.codes[i] == p.city.codes[j], self.city[p.city.codes[i]], 1)
        code = np.where(p.postcode[i] == p.postcode[j], self.postcode[p.postcode[i]], 1)
        same = np.minimum(np.where(city > 0, city, 1), np.where(code > 0, code, 1))
        same = np.where(pairs.levels["work"] == 1, np.maximum(same, self.kin_place), same)
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


def _share(codes: Codes, identity: npt.NDArray[np.int64], size: int = 0) -> Floats:
    """For every value the share of people who have it; a person counts once, however many records say so."""
    top = max(int(codes.max(initial=0)) + 1, size)
    have = codes > 0
    seen = np.unique(codes[have].astype(np.int64) * (int(identity.max(initial=0)) + 1) + identity[have])
    counts = np.bincount(seen // (int(identity.max(initial=0)) + 1), minlength=top)
    return counts / max(len(seen), 1)


def _rates(pairs: Compared) -> dict[str, Floats]:
    """How often random pairs are at each level."""
    rates = {}
    for field, usual in USUAL.items():
        level = pairs.levels[field]
        counts = np.bincount(level, minlength=len(usual) + 1)[1:] + 0.2
        rates[field] = counts / counts.sum()
    rates["order"] = np.ones(2)
    return rates


def _neighbours(codes: Codes, most: int = 30_000) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Pairs of rows that share a value: each row with the next two of its value."""
    order = np.argsort(codes, kind="stable").astype(np.int32)
    order = order[int((codes == 0).sum()) :]
    left, right = [], []
    for step in (1, 2, 3):
        a, b = order[:-step], order[step:]
        same = codes[a] == codes[b]
        left.append(a[same]), right.append(b[same])
    i, j = np.concatenate(left), np.concatenate(right)
    keep = slice(None, None, max(1, len(i) // most))
    return i[keep], j[keep]


def learn(pairs: Compared, chance: Floats, rows: int, rounds: int = 12) -> Model:
    """How often the fields of one person differ in this file, by expectation and maximisation from the usual rates."""
    stride = max(1, len(pairs.left) // 400_000)
    sample = pairs.take(slice(None, None, stride))
    chance = chance[::stride]
    every_pair = rows * (rows - 1) / 2 / stride
    model = Model({f: np.array(u) for f, u in USUAL.items()}, 0.3 * rows / (rows * rows / 2))
    for _ in range(rounds):
        same = 1 / (1 + np.exp(-np.clip(score(sample, chance, model), -30, 30)))
        rates = {}
        for field, usual in USUAL.items():
            counts = np.bincount(sample.levels[field], weights=same, minlength=len(usual) + 1)[1:]
            weighted = counts + PRIOR_WEIGHT / stride * np.array(usual)
            rates[field] = weighted / weighted.sum()
        rates["link"] = np.array(USUAL["link"])
        model = Model(rates, (same.sum() + 1) / every_pair)
    return model


def score(pairs: Compared, chance: npt.NDArray[np.float32], model: Model) -> npt.NDArray[np.float32]:
    """Logarithm of the odds that the two records of each pair are one person."""
    total = np.float32(np.log(model.prior)) - chance
    for field, rates in model.same.items():
        total = total + np.concatenate([[0.0], np.log(rates)]).astype(np.float32)[pairs.levels[field]]
    return total
