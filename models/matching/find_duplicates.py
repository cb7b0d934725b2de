"""Find duplicates in a table of people: normalise, block, compare, score, cluster."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .background import BackgroundModel, WeighedPairs
from .blocking import Mask, candidate_pairs
from .clusters import cluster, components
from .compare import ComparedPairs, Comparer
from .frequencies import count_frequencies, identity_by_name
from .normalise_table import People, normalise
from .scoring import Scores, ScoringModel, learn, score, starting_model, to_probability
from .shared_values import (
    FEWER_SAMPLE_PAIRS,
    SAMPLE_PAIRS,
    DifferentWeight,
    SampledPairs,
    clearly_different,
    measure_shared_rates,
)
from .table import Codes, Table

LEARNING_ROUNDS = (12, 6)
"""Rounds of learning: first with names as a guess at who is who, then with what that gave."""
DROP_SCORE = -10.0
"""Log odds; pairs below are dropped after the first pass."""


@dataclass(frozen=True, slots=True)
class ScoredPairs:
    """The pairs of one table that were not hopeless."""

    evidence: WeighedPairs
    """The pairs with their levels."""
    scores: Scores
    """The log odds (natural logarithm) that each of these pairs is one person."""
    scorer: Scorer
    """What was learnt about this table."""


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What was found in one table."""

    clusters: Codes
    """For every row the lowest row of its person."""
    evidence: WeighedPairs
    """The pairs that were not hopeless, with their levels."""
    scores: Scores
    """The log odds (natural logarithm) that each of these pairs is one person."""
    model: ScoringModel
    """What was learnt about this table."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """Everything needed to score any two rows of one table."""

    comparer: Comparer
    chance: BackgroundModel
    model: ScoringModel

    def score(self, pairs: ComparedPairs) -> Scores:
        """Return the log odds of pairs that are compared already."""
        return score(self.chance.weigh(pairs), self.model)

    def score_rows(self, left: Codes, right: Codes) -> Scores:
        """Return the log odds of any pairs of rows."""
        return self.score(self.comparer.compare(left, right))

    def two_people(self, pairs: ComparedPairs) -> Scores:
        """Return how likely each pair is two people, from 0 to 1."""
        return 1 - to_probability(self.score(pairs))


def find_duplicates(table: Table, fresh: Mask | None = None) -> Duplicates:
    """Return who is who in a raw table; with `fresh` (a mask over rows), only pairs with a fresh row are looked at.

    Deterministic: the same rows in the same order give the same answer.
    """
    found = find_pairs(normalise(table), fresh)
    pairs = found.evidence.pairs
    clusters = cluster(table.rows, pairs.left, pairs.right, found.scores, found.scorer.score_rows)
    return Duplicates(clusters, found.evidence, found.scores, found.scorer.model)


def find_pairs(people: People, fresh: Mask | None = None) -> ScoredPairs:
    """Return the pairs of rows that may be one person, with their scores."""
    comparer = Comparer(people)
    pairs = comparer.compare(*candidate_pairs(people, fresh))
    possible = _possible_pairs(people.rows, fresh)
    samples = SampledPairs(comparer, SAMPLE_PAIRS if fresh is None else FEWER_SAMPLE_PAIRS)
    start = starting_model(people.rows)
    first = _learn_and_score(
        comparer, samples, pairs, identity_by_name(people), clearly_different, possible, start, LEARNING_ROUNDS[0]
    )
    pairs, scores = pairs.take(first.scores > DROP_SCORE), first.scores[first.scores > DROP_SCORE]
    people_so_far = components(people.rows, pairs.left[scores > 0], pairs.right[scores > 0])
    scorer, model = first.scorer, first.scorer.model
    del first  # what was weighed so far is the largest thing in memory
    return _learn_and_score(
        comparer, samples, pairs, people_so_far, scorer.two_people, possible, model, LEARNING_ROUNDS[1]
    )


def _learn_and_score(
    comparer: Comparer,
    samples: SampledPairs,
    pairs: ComparedPairs,
    identity: Codes,
    different: DifferentWeight,
    possible: float,
    start: ScoringModel,
    rounds: int,
) -> ScoredPairs:
    known = count_frequencies(comparer.people, identity)
    surname_repeats = float(np.square(known.by_field["family"][0], dtype=np.float64).sum())
    chance = BackgroundModel(comparer.people, known, measure_shared_rates(samples, different, surname_repeats))
    evidence = chance.weigh(pairs)
    model = learn(evidence, comparer.people.rows, possible, start, rounds)
    return ScoredPairs(evidence, score(evidence, model), Scorer(comparer, chance, model))


def _possible_pairs(rows: int, fresh: Mask | None) -> float:
    settled = 0 if fresh is None else rows - int(fresh.sum())
    return max((rows * (rows - 1) - settled * (settled - 1)) / 2, 1)
