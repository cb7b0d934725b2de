"""What sharing one thing says about the rest, measured in this very table among pairs that are two people.

Families share an address and then a surname, colleagues a company and then a town, namesakes have e-mail
addresses alike. How much so differs from file to file: a payroll is full of households, a conference has
none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .compare import ComparedPairs, Comparer
from .comparison_levels import COMPARISONS, BirthdayLevel, EmailLevel, FirstNameLevel, PlaceLevel, SurnameLevel
from .table import Codes

Floats = npt.NDArray[np.float64]
DifferentWeight = Callable[[ComparedPairs], npt.NDArray[np.float32]]
SAMPLE_PAIRS, FEWER_SAMPLE_PAIRS = 15_000, 5_000
"""Pairs drawn of each kind; fewer where a list is only compared with the people of the store."""


class SampledPairs:
    """Pairs of rows drawn once: at random, and next to each other among those that share something."""

    def __init__(self, comparer: Comparer, draws: int = SAMPLE_PAIRS) -> None:
        people = comparer.people
        left, right = np.random.default_rng(1).integers(0, max(people.rows, 1), (2, draws), dtype=np.int32)
        self.random = comparer.compare(left[left != right], right[left != right])
        columns = {
            "home": people.address,
            "box": people.box,
            "phone": people.phone.codes,
            "city": people.city.codes,
            "company": people.company.codes,
            "family": people.family,
            "call": people.call,
        }
        self.sharing = {name: comparer.compare(*_neighbours(codes, draws)) for name, codes in columns.items()}


@dataclass(frozen=True, slots=True)
class SharedRates:
    """Rates among pairs of different people, from 0 to 1 unless said otherwise."""

    random: dict[str, Floats]
    """How often any two records are at each level of each field."""
    same_surname_at_address: float
    """How often two people at one address share the surname."""
    same_surname_on_phone: float
    """How often two people with one phone share the surname."""
    surname_lift_at_company: float
    """How many times more often than by chance two people of one company share the surname."""
    surname_lift_in_town: float
    """The same for two people of one town."""
    same_town_at_company: float
    """How often two people of one company are in one town."""
    emails_of_same_surname: npt.NDArray[np.float32]
    """How alike the e-mail addresses of two people with one surname are."""
    emails_of_same_first_name: npt.NDArray[np.float32]
    """How alike the e-mail addresses of two people with one given name are."""


def measure_shared_rates(samples: SampledPairs, different: DifferentWeight, surname_repeats: float) -> SharedRates:
    """Return the rates.

    Args:
        samples: pairs that share something.
        different: gives how surely each pair is two people, from 0 to 1.
        surname_repeats: how likely two people drawn at random share the surname.
    """
    weights = {name: different(pairs) for name, pairs in samples.sharing.items()}
    homes = max(_same_surname_rate(samples.sharing[name], weights[name]) for name in ("home", "box"))
    colleagues, weight = samples.sharing["company"], weights["company"]
    weight = weight * (colleagues.levels["first"] == FirstNameLevel.DIFFERENT)
    last, place = colleagues.levels["last"], colleagues.levels["place"]
    apart = weight * (last == SurnameLevel.DIFFERENT)
    return SharedRates(
        random=_random_level_rates(samples.random),
        same_surname_at_address=homes,
        same_surname_on_phone=_same_surname_rate(samples.sharing["phone"], weights["phone"]),
        surname_lift_at_company=_surname_lift(colleagues, weights["company"], surname_repeats),
        surname_lift_in_town=_surname_lift(samples.sharing["city"], weights["city"], surname_repeats),
        same_town_at_company=float((apart[place == PlaceLevel.SAME].sum() + 0.2) / (apart[place > 0].sum() + 2)),
        emails_of_same_surname=_email_level_rates(samples.sharing["family"], weights["family"], "first"),
        emails_of_same_first_name=_email_level_rates(samples.sharing["call"], weights["call"], "last"),
    )


def clearly_different(pairs: ComparedPairs) -> npt.NDArray[np.float32]:
    """Return 1 for pairs that are two people before anything is learnt: no birthday or e-mail says they are one."""
    born, email = pairs.levels["dob"], pairs.levels["email"]
    two = ((born == 0) | (born > BirthdayLevel.SLIP)) & (email != EmailLevel.SAME)
    surely: npt.NDArray[np.float32] = two.astype(np.float32)
    return surely


def _same_surname_rate(pairs: ComparedPairs, weight: npt.NDArray[np.float32]) -> float:
    last = pairs.levels["last"]
    weight = weight * (pairs.levels["first"] == FirstNameLevel.DIFFERENT) * (last > 0)
    return float((weight[last == SurnameLevel.SAME].sum() + 0.1) / (weight.sum() + 1))


def _surname_lift(pairs: ComparedPairs, weight: npt.NDArray[np.float32], surname_repeats: float) -> float:
    base, last = surname_repeats + 1e-9, pairs.levels["last"]
    weight = weight * (pairs.levels["first"] == FirstNameLevel.DIFFERENT)
    often = (weight[last == SurnameLevel.SAME].sum() + 15 * base) / (weight[last > 0].sum() + 5)
    return float(np.clip(often / base, 1, 30))


def _email_level_rates(pairs: ComparedPairs, weight: npt.NDArray[np.float32], other: str) -> npt.NDArray[np.float32]:
    unlike = pairs.levels[other] >= (FirstNameLevel.ALIKE if other == "first" else SurnameLevel.DIFFERENT)
    counts = np.bincount(pairs.levels["email"], weights=weight * unlike, minlength=6).astype(float)
    counts[1:] += (0, 0.02, 0.02, 0.1, 1.86)
    counts[0] = 0
    rates: npt.NDArray[np.float32] = (counts / counts.sum()).astype(np.float32)
    return rates


def _random_level_rates(pairs: ComparedPairs) -> dict[str, Floats]:
    rates = {}
    for field, comparison in COMPARISONS.items():
        counts = np.bincount(pairs.levels[field], minlength=len(comparison.labels) + 1) + 0.2
        rates[field] = counts / counts[1:].sum()
        rates[field][0] = 1.0
    rates["order"][:] = 1.0  # two strangers have no right order
    return rates


def _neighbours(codes: Codes, draws: int) -> tuple[Codes, Codes]:
    """Pairs of rows that share a value: each row with the next three of its value, thinned to a sample."""
    order = np.argsort(codes, kind="stable").astype(np.int32)[int((codes == 0).sum()) :]
    left, right = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
    for step in (1, 2, 3):
        a, b = order[:-step], order[step:]
        same = codes[a] == codes[b]
        left.append(a[same])
        right.append(b[same])
    thin = slice(None, None, 1 + sum(map(len, left)) // draws)
    return np.concatenate(left)[thin], np.concatenate(right)[thin]
