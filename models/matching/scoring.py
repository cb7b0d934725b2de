"""Score: how much better one person explains a pair's likeness than two people do.

How often the records of one person agree is learned from the file itself: start from what contact data
usually looks like, score, see how often fields really differ within the pairs that are surely one person,
and score again. Nothing is trained by the user and nothing is fixed for all files.

People who moved on change employer, title, address and e-mail together; so there are two ways of being one
person, staying and moving, each with its own rates, and the share of movers is learned with them. And there
are namesakes that no rarity explains: children named after someone, names that come in cultures. How many
there are is learned as well.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .background import Evidence
from .comparison_levels import LADDERS, Address, Born, Either, Email, First, Last, Place, Text
from .shared_values import Floats
from .similarity import Level

Scores = npt.NDArray[np.float32]
USUAL = {field: np.array(ladder.stays) for field, ladder in LADDERS.items() if not ladder.moves}
STAYED = {field: np.array(ladder.stays) for field, ladder in LADDERS.items() if ladder.moves}
MOVED = {field: np.array(ladder.moves) for field, ladder in LADDERS.items() if ladder.moves}
PAIRS_TO_START_FROM = 30.0  # the usual rates weigh as much as so many pairs of one person
MOVERS, MOVERS_TRUST = 0.15, 0.7
KINDRED = 1.3  # two people share both names somewhat more often than the two names alone suggest
# Namesakes per record that chance does not explain: at first, and at most.
NAMESAKES, NAMESAKES_TRUST, MOST_NAMESAKES = 0.01, 0.2, 0.03
HEARSAY = 0.01  # how much pairs that no birthday or phone confirms have to say about moving
CONTRADICTED = -1.5  # below every bar
IDENTITY, VETO = np.float32(1e3), np.float32(-1e6)
MOST = 100_000
HOPELESS = -12.0


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned from one file."""

    usual: dict[str, Floats]
    stayed: dict[str, Floats]
    moved: dict[str, Floats]
    movers: float
    prior: float
    """How likely two records drawn at random are one person."""
    namesakes: float
    """How likely two people drawn at random share a name, however rare, for other reasons than chance."""


def starting_model(rows: int) -> Model:
    """What one expects of contact data before having seen any: three duplicates in ten records."""
    return Model(USUAL, STAYED, MOVED, MOVERS, 0.6 / max(rows, 2), 2 * NAMESAKES / max(rows, 2))


def score(evidence: Evidence, model: Model) -> Scores:
    """The natural logarithm of the odds that the two records of each pair are one person.

    The same profile link is the same person, and two links of one source are two people, whatever the rest
    says. And contradicting names need something personal that agrees, or at least a surname its company.
    """
    odds = _odds(evidence, model)[0]
    contradicted = _contradicted(evidence.pairs.levels)
    odds[contradicted] = np.minimum(odds[contradicted], CONTRADICTED)
    link = evidence.pairs.levels["link"]
    known = [link == Either.SAME, link == Either.DIFFERENT]
    return np.select(known, [IDENTITY, VETO], odds).astype(np.float32)


def _contradicted(levels: dict[str, Level]) -> npt.NDArray[np.bool_]:
    """Names that contradict, where nothing agrees that belongs to one person or household.

    People change their surname and stay where they work; nobody changes the given name for a namesake's.
    """
    personal = _at_most(levels["email"], Email.SLIP) | _at_most(levels["phone"], Text.SAME)
    home, born = _at_most(levels["address"], Address.SLIP), _at_most(levels["dob"], Born.SLIP)
    beside = home | (born & _at_most(levels["place"], Place.CLOSE))  # a birthday alone makes twins
    other_first = (levels["first"] == First.DIFFERENT) & ~(beside & (levels["middle"] != Either.DIFFERENT))
    here = home | born | _at_most(levels["work"], Text.CLOSE)
    other_last = (levels["last"] == Last.DIFFERENT) & ~here
    contradicted: npt.NDArray[np.bool_] = ~personal & (other_first | other_last)
    return contradicted


def _at_most(level: Level, least: int) -> npt.NDArray[np.bool_]:
    agrees: npt.NDArray[np.bool_] = (level > 0) & (level <= least)
    return agrees


def learn(evidence: Evidence, rows: int, possible: float, start: Model, rounds: int) -> Model:
    """The model that explains these pairs best, found by expectation and maximisation from where it starts.

    `possible` is how many pairs of rows there are to find duplicates in, most of which no block brought
    together.
    """
    at = np.flatnonzero(_odds(evidence, start)[0] > HOPELESS)
    stride = 1 + len(at) // MOST
    at = at[::stride]
    sample = Evidence(evidence.pairs.take(at), {}, evidence.total[at], evidence.rarity[at])
    model, open_to_doubt = start, ~_contradicted(sample.pairs.levels)
    for _ in range(rounds):
        odds, moving = _odds(sample, model)
        same = probability(odds) * open_to_doubt
        model = _learned(sample, same, moving, model, rows, possible / stride)
    return model


def _odds(evidence: Evidence, model: Model) -> tuple[Scores, Scores]:
    """The score of each pair, and how likely it is that its person moved if it is one."""
    stay = _sum(evidence, model.stayed) + np.float32(np.log1p(-model.movers))
    move = _sum(evidence, model.moved) + np.float32(np.log(model.movers))
    kindred: Scores = np.log(KINDRED + model.namesakes * np.exp(evidence.rarity)) * (evidence.rarity > 0)
    one_person = np.float32(np.log(model.prior)) + _sum(evidence, model.usual) + np.logaddexp(stay, move)
    return (one_person - evidence.total - kindred).astype(np.float32), probability(move - stay)


def probability(odds: Scores) -> Scores:
    """Odds as a probability."""
    certainty = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return certainty.astype(np.float32)


def _sum(evidence: Evidence, rates: dict[str, Floats]) -> Scores:
    total = np.zeros(len(evidence), np.float32)
    for field, rate in rates.items():
        level = evidence.pairs.levels[field]
        if level.any():
            total += np.concatenate([[0.0], np.log(rate)]).astype(np.float32)[level]
    return total


def _learned(sample: Evidence, same: Scores, moving: Scores, before: Model, rows: int, possible: float) -> Model:
    levels = sample.pairs.levels
    sure = (levels["phone"] == Text.SAME) | (levels["dob"] == Born.SAME) | (levels["dob"] == Born.SLIP)
    moved = same * moving
    say = np.where(sure, 1, HEARSAY).astype(np.float32)
    trust = PAIRS_TO_START_FROM
    return Model(
        usual=_rates(sample, same, USUAL, trust) | {"link": USUAL["link"]},
        stayed=_rates(sample, same - moved, STAYED, trust),
        moved=_rates(sample, moved, MOVED, max(trust, MOVERS_TRUST * float(moved.sum()))),
        movers=float(((say * moved).sum() + MOVERS * trust) / ((say * same).sum() + trust)),
        prior=float((same.sum() + 1) / possible),
        namesakes=_namesakes(sample, 1 - same, before, 2 * possible / max(rows, 1)) / possible,
    )


def _rates(sample: Evidence, weights: Scores, usual: dict[str, Floats], trust: float) -> dict[str, Floats]:
    rates = {}
    for field, start in usual.items():
        counts = np.bincount(sample.pairs.levels[field], weights=weights, minlength=len(start) + 1)[1:]
        rates[field] = (counts + trust * start) / (counts.sum() + trust)
    return rates


def _namesakes(sample: Evidence, different: Scores, before: Model, rows: float) -> float:
    """How many pairs of two people share a name although chance does not explain it."""
    levels = sample.pairs.levels
    exact = (levels["first"] == First.SAME) & (levels["last"] == Last.SAME)
    excess = before.namesakes * np.exp(sample.rarity[exact])
    seen = float((different[exact] * excess / (KINDRED + excess)).sum())
    return min((seen + NAMESAKES * NAMESAKES_TRUST * rows) / (1 + NAMESAKES_TRUST), MOST_NAMESAKES * rows)
