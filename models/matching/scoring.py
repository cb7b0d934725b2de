"""Score: the log odds that a pair is one person, from m-probabilities that are learnt from the table itself.

    score = ln(prior) + Σ ln m(level) − Σ ln u(level) − ln(namesakes)

`m` is how often the records of one person are at a level (here), `u` how often those of two people are (background).

The m-probabilities are learnt by expectation and maximisation: start from what contact data
usually looks like, score, see how often fields really differ within the pairs that are surely one person,
and score again. Nothing is trained by the user and nothing is fixed for all files.

People who moved on change employer, title, address and e-mail together; so there are two ways of being one
person, staying and moving, each with its own rates, and the share of movers is learnt with them. And there
are namesakes that no rarity explains: children named after someone, names that come in cultures. How many
there are is learnt as well.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .background import WeighedPairs
from .comparison_levels import (
    COMPARISONS,
    AddressLevel,
    BirthdayLevel,
    EmailLevel,
    ExactLevel,
    FirstNameLevel,
    PlaceLevel,
    SurnameLevel,
    TextLevel,
)
from .shared_values import Floats
from .similarity import Levels

Scores = npt.NDArray[np.float32]
M_RATES = {
    field: np.array(comparison.m_rates) for field, comparison in COMPARISONS.items() if not comparison.m_rates_moved
}
M_RATES_STAYED = {
    field: np.array(comparison.m_rates) for field, comparison in COMPARISONS.items() if comparison.m_rates_moved
}
M_RATES_MOVED = {
    field: np.array(comparison.m_rates_moved) for field, comparison in COMPARISONS.items() if comparison.m_rates_moved
}
PRIOR_PAIRS = 30.0
"""The m-probabilities that learning starts from weigh as much as so many pairs of one person."""
SHARE_MOVED, SHARE_MOVED_TRUST = 0.15, 0.7
"""The share of people who moved on, at first, and how many moved pairs (of those seen) that guess is worth."""
NAME_CORRELATION = 1.3
"""Two people share both names this many times as often as the two names alone suggest."""
# Namesakes per record that chance does not explain: at first, the weight of that guess, and at most.
NAMESAKES_PER_RECORD, NAMESAKES_TRUST, MOST_NAMESAKES_PER_RECORD = 0.01, 0.2, 0.03
UNCONFIRMED_WEIGHT = 0.01
"""How much a pair that no birthday or phone confirms counts for the share of people who moved."""
CONTRADICTED_SCORE = -1.5
"""The most that names which contradict each other can score; below every threshold."""
IDENTITY_SCORE, VETO_SCORE = np.float32(1e3), np.float32(-1e6)
"""The same profile link, and two links of one site."""
MOST_SAMPLED_PAIRS = 100_000
LEAST_SAMPLED_SCORE = -12.0


@dataclass(frozen=True, slots=True)
class ScoringModel:
    """What was learnt from one table. Rates are float64, one element per level, missing left out."""

    m: dict[str, Floats]
    """m-probabilities of the fields that moving on does not change."""
    m_stayed: dict[str, Floats]
    """m-probabilities of the other fields, for people who stayed …"""
    m_moved: dict[str, Floats]
    """… and for people who moved on."""
    share_moved: float
    """The share of pairs of one person in which that person moved on between the two records."""
    prior: float
    """How likely two records drawn at random are one person."""
    namesake_rate: float
    """How likely two people drawn at random share a name, however rare, for other reasons than chance."""


def starting_model(rows: int) -> ScoringModel:
    """Return what one expects of contact data before having seen any: three duplicates in ten records."""
    return ScoringModel(
        M_RATES, M_RATES_STAYED, M_RATES_MOVED, SHARE_MOVED, 0.6 / max(rows, 2), 2 * NAMESAKES_PER_RECORD / max(rows, 2)
    )


def score(evidence: WeighedPairs, model: ScoringModel) -> Scores:
    """Return ln(P(one person) / P(two people)) of each pair, as float32.

    The same profile link is the same person, and two links of one source are two people, whatever the rest
    says. And contradicting names need something personal that agrees, or at least a surname its company.
    """
    odds = _log_odds(evidence, model)[0]
    contradicted = _contradicted(evidence.pairs.levels)
    odds[contradicted] = np.minimum(odds[contradicted], CONTRADICTED_SCORE)
    link = evidence.pairs.levels["link"]
    known = [link == ExactLevel.SAME, link == ExactLevel.DIFFERENT]
    return np.select(known, [IDENTITY_SCORE, VETO_SCORE], odds).astype(np.float32)


def _contradicted(levels: dict[str, Levels]) -> npt.NDArray[np.bool_]:
    """Names that contradict, where nothing agrees that belongs to one person or household.

    People change their surname and stay where they work; nobody changes the given name for a namesake's.
    """
    personal = _agrees(levels["email"], EmailLevel.SLIP) | _agrees(levels["phone"], TextLevel.SAME)
    home, born = _agrees(levels["address"], AddressLevel.SLIP), _agrees(levels["dob"], BirthdayLevel.SLIP)
    beside = home | (born & _agrees(levels["place"], PlaceLevel.CLOSE))  # a birthday alone makes twins
    other_first = (levels["first"] == FirstNameLevel.DIFFERENT) & ~(beside & (levels["middle"] != ExactLevel.DIFFERENT))
    here = home | born | _agrees(levels["work"], TextLevel.CLOSE)
    other_last = (levels["last"] == SurnameLevel.DIFFERENT) & ~here
    contradicted: npt.NDArray[np.bool_] = ~personal & (other_first | other_last)
    return contradicted


def _agrees(level: Levels, least: int) -> npt.NDArray[np.bool_]:
    agrees: npt.NDArray[np.bool_] = (level > 0) & (level <= least)
    return agrees


def learn(evidence: WeighedPairs, rows: int, possible: float, start: ScoringModel, rounds: int) -> ScoringModel:
    """Return the model that explains these pairs best.

    Args:
        evidence: the candidate pairs with their u-probabilities.
        rows: records in the table.
        possible: pairs of rows in the table, most of which no blocking rule brought together.
        start: where expectation and maximisation begin.
        rounds: how often both are repeated.
    """
    at = np.flatnonzero(_log_odds(evidence, start)[0] > LEAST_SAMPLED_SCORE)
    stride = 1 + len(at) // MOST_SAMPLED_PAIRS
    at = at[::stride]
    sample = WeighedPairs(evidence.pairs.take(at), {}, evidence.total_log_u[at], evidence.name_rarity[at])
    model, open_to_doubt = start, ~_contradicted(sample.pairs.levels)
    for _ in range(rounds):
        odds, moving = _log_odds(sample, model)
        same = to_probability(odds) * open_to_doubt
        model = _maximise(sample, same, moving, model, rows, possible / stride)
    return model


def _log_odds(evidence: WeighedPairs, model: ScoringModel) -> tuple[Scores, Scores]:
    """Return the log odds of each pair before vetoes, and how likely its person moved if it is one."""
    stay = _sum_log_rates(evidence, model.m_stayed) + np.float32(np.log1p(-model.share_moved))
    move = _sum_log_rates(evidence, model.m_moved) + np.float32(np.log(model.share_moved))
    kindred: Scores = np.log(NAME_CORRELATION + model.namesake_rate * np.exp(evidence.name_rarity)) * (
        evidence.name_rarity > 0
    )
    one_person = np.float32(np.log(model.prior)) + _sum_log_rates(evidence, model.m) + np.logaddexp(stay, move)
    return (one_person - evidence.total_log_u - kindred).astype(np.float32), to_probability(move - stay)


def to_probability(odds: Scores) -> Scores:
    """Return log odds as a probability from 0 to 1."""
    certainty = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return certainty.astype(np.float32)


def _sum_log_rates(evidence: WeighedPairs, rates: dict[str, Floats]) -> Scores:
    total = np.zeros(len(evidence), np.float32)
    for field, rate in rates.items():
        level = evidence.pairs.levels[field]
        if level.any():
            total += np.concatenate([[0.0], np.log(rate)]).astype(np.float32)[level]
    return total


def _maximise(
    sample: WeighedPairs, same: Scores, moving: Scores, before: ScoringModel, rows: int, possible: float
) -> ScoringModel:
    levels = sample.pairs.levels
    sure = (
        (levels["phone"] == TextLevel.SAME)
        | (levels["dob"] == BirthdayLevel.SAME)
        | (levels["dob"] == BirthdayLevel.SLIP)
    )
    moved = same * moving
    say = np.where(sure, 1, UNCONFIRMED_WEIGHT).astype(np.float32)
    trust = PRIOR_PAIRS
    return ScoringModel(
        m=_m_rates(sample, same, M_RATES, trust) | {"link": M_RATES["link"]},
        m_stayed=_m_rates(sample, same - moved, M_RATES_STAYED, trust),
        m_moved=_m_rates(sample, moved, M_RATES_MOVED, max(trust, SHARE_MOVED_TRUST * float(moved.sum()))),
        share_moved=float(((say * moved).sum() + SHARE_MOVED * trust) / ((say * same).sum() + trust)),
        prior=float((same.sum() + 1) / possible),
        namesake_rate=_namesake_rate(sample, 1 - same, before, 2 * possible / max(rows, 1)) / possible,
    )


def _m_rates(sample: WeighedPairs, weights: Scores, usual: dict[str, Floats], trust: float) -> dict[str, Floats]:
    rates = {}
    for field, start in usual.items():
        counts = np.bincount(sample.pairs.levels[field], weights=weights, minlength=len(start) + 1)[1:]
        rates[field] = (counts + trust * start) / (counts.sum() + trust)
    return rates


def _namesake_rate(sample: WeighedPairs, different: Scores, before: ScoringModel, rows: float) -> float:
    """Return how many pairs of two people share a name although chance does not explain it."""
    levels = sample.pairs.levels
    exact = (levels["first"] == FirstNameLevel.SAME) & (levels["last"] == SurnameLevel.SAME)
    excess = before.namesake_rate * np.exp(sample.name_rarity[exact])
    seen = float((different[exact] * excess / (NAME_CORRELATION + excess)).sum())
    return min(
        (seen + NAMESAKES_PER_RECORD * NAMESAKES_TRUST * rows) / (1 + NAMESAKES_TRUST), MOST_NAMESAKES_PER_RECORD * rows
    )
