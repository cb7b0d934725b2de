"""Score: how much more likely a pair's likeness is between two records of one person than between two people.

Every field has two sides. How often records of two *different* people agree on a value is how common the value is
in this very file. How often records of *one* person agree is learned from the file too: start from what contact
data usually looks like, score, see how often fields really differ within the pairs that are surely one person, and
score again. Nothing is trained by the user and nothing is fixed for all files.

People who moved on change employer, title, address and e-mail together; so there are two ways of being one person,
staying and moving, each with its own rates, and a share of movers that is learned with them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.matching.comparisons import Compared

Floats = npt.NDArray[np.float64]

# How often the records of one person are at each level, both values being present: where learning starts from.
USUAL: dict[str, tuple[float, ...]] = {
    "first": (0.80, 0.05, 0.05, 0.065, 0.015, 0.02),
    "last": (0.88, 0.06, 0.02, 0.01, 0.03),
    "order": (0.98, 0.02),
    "middle": (0.94, 0.06),
    "generation": (0.9, 0.1),
    "dob": (0.85, 0.1, 0.03, 0.02),
    "link": (0.999, 0.001),
}
STAYED: dict[str, tuple[float, ...]] = {
    "work": (0.83, 0.12, 0.05),
    "title": (0.7, 0.15, 0.15),
    "email": (0.7, 0.05, 0.04, 0.06, 0.15),
    "phone": (0.85, 0.05, 0.1),
    "place": (0.8, 0.06, 0.04, 0.05, 0.045, 0.005),
    "address": (0.7, 0.15, 0.05, 0.1),
}
MOVED: dict[str, tuple[float, ...]] = {
    "work": (0.03, 0.03, 0.94),
    "title": (0.15, 0.15, 0.7),
    "email": (0.1, 0.1, 0.02, 0.1, 0.68),
    "phone": (0.6, 0.05, 0.35),
    "place": (0.4, 0.05, 0.15, 0.1, 0.25, 0.05),
    "address": (0.4, 0.05, 0.05, 0.5),
}
LEVELS = {field: len(rates) for field, rates in (USUAL | STAYED).items()}
PRIOR_WEIGHT = 40.0
MOVED_WEIGHT = 0.7
KINDRED, DOUBT, STEPS, RARE = 1.5, 0.02, 32, 12


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned from one file."""

    always: dict[str, Floats]
    stayed: dict[str, Floats]
    moved: dict[str, Floats]
    movers: float
    prior: float
    kindred: Floats
    """How much more often than by chance two people share a name, per step of rarity: names come in cultures."""


def _usual(rates: dict[str, tuple[float, ...]]) -> dict[str, Floats]:
    return {field: np.array(r) for field, r in rates.items()}


def learn(pairs: Compared, chance: npt.NDArray[np.float32], rows: int, expected: Floats, start: Model | None = None, rounds: int = 12, most: int = 100_000) -> Model:
    """How often the fields of one person differ in this file, by expectation and maximisation from the usual rates."""
    model = start or Model(_usual(USUAL), _usual(STAYED), _usual(MOVED), 0.15, 0.3 * rows / (rows * rows / 2), np.full(STEPS, KINDRED))
    possible = score(pairs, chance, model) > -12
    at = np.flatnonzero(possible)
    stride = max(1, len(at) // most)
    sample, chance = pairs.take(at[::stride]), chance[at[::stride]]
    every_pair = rows * (rows - 1) / 2 / stride
    weight = PRIOR_WEIGHT
    for _ in range(rounds):
        stay, move = _ways(sample, model)
        odds = np.float32(np.log(model.prior)) - chance + _always(sample, model) - _kindred(sample, model)
        same = 1 / (1 + np.exp(-np.clip(odds + np.logaddexp(stay, move), -30, 30)))
        moving = same / (1 + np.exp(np.clip(stay - move, -30, 30)))
        always = _learned(sample, same, USUAL, weight)
        always["link"] = np.array(USUAL["link"])
        model = Model(
            always,
            _learned(sample, same - moving, STAYED, weight),
            _learned(sample, moving, MOVED, max(weight, MOVED_WEIGHT * moving.sum())),
            float((moving.sum() + 0.15 * weight) / (same.sum() + weight)),
            float((same.sum() + 1) / every_pair),
            _namesakes(sample, 1 - same, expected / stride),
        )
    return model


def _namesakes(pairs: Compared, different: Floats, expected: Floats) -> Floats:
    exact = (pairs.levels["first"] == 1) & (pairs.levels["last"] == 1) & (pairs.rarity > 0)
    seen = np.bincount(pairs.rarity[exact], weights=different[exact], minlength=STEPS)
    doubt = 5 + DOUBT * np.bincount(pairs.rarity[exact], minlength=STEPS)
    learned = np.clip((seen + KINDRED * doubt) / (expected + doubt), 1.0, 100)
    return np.where(np.arange(STEPS) < RARE, KINDRED, learned)


def _kindred(pairs: Compared, model: Model) -> npt.NDArray[np.float32]:
    return np.log(model.kindred).astype(np.float32)[pairs.rarity]


def _learned(pairs: Compared, weights: Floats, usual: dict[str, tuple[float, ...]], weight: float) -> dict[str, Floats]:
    rates = {}
    for field, start in usual.items():
        counts = np.bincount(pairs.levels[field], weights=weights, minlength=len(start) + 1)[1:]
        weighted = counts + weight * np.array(start)
        rates[field] = weighted / weighted.sum()
    return rates


def _sum(pairs: Compared, rates: dict[str, Floats]) -> npt.NDArray[np.float32]:
    total = np.zeros(len(pairs.left), np.float32)
    for field, r in rates.items():
        total += np.concatenate([[0.0], np.log(r)]).astype(np.float32)[pairs.levels[field]]
    return total


def _always(pairs: Compared, model: Model) -> npt.NDArray[np.float32]:
    return _sum(pairs, model.always)


def _ways(pairs: Compared, model: Model) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    stay = _sum(pairs, model.stayed) + np.float32(np.log1p(-model.movers))
    move = _sum(pairs, model.moved) + np.float32(np.log(model.movers))
    return stay, move


def score(pairs: Compared, chance: npt.NDArray[np.float32], model: Model) -> npt.NDArray[np.float32]:
    """Logarithm of the odds that the two records of each pair are one person."""
    stay, move = _ways(pairs, model)
    return np.float32(np.log(model.prior)) - chance + _always(pairs, model) - _kindred(pairs, model) + np.logaddexp(stay, move)
