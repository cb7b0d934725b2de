"""Find duplicates in a table of people: normalise, block, compare, score, cluster."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .background import Chance, Evidence
from .blocking import Mask, candidates
from .clusters import cluster, components
from .compare import Compared, Comparer
from .frequencies import by_name, shares
from .normalise_table import People, normalise
from .scoring import Model, Scores, learn, probability, score, starting_model
from .shared_values import DRAWS, FEW_DRAWS, Different, Samples, clearly_different, measure
from .table import Codes, Table

ROUNDS = (12, 6)  # of learning: first with names as a guess at who is who, then with what that gave
HOPELESS = -10.0


@dataclass(frozen=True, slots=True)
class Likely:
    """The pairs of one table that were not hopeless."""

    evidence: Evidence
    """The pairs with their levels."""
    scores: Scores
    """The natural logarithm of the odds that each of these pairs is one person."""
    scorer: Scorer
    """What was learned about this table."""


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What was found in one table."""

    clusters: Codes
    """For every row the lowest row of its person."""
    evidence: Evidence
    """The pairs that were not hopeless, with their levels."""
    scores: Scores
    """The natural logarithm of the odds that each of these pairs is one person."""
    model: Model
    """What was learned about this table."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """Everything needed to score any two rows of one table."""

    comparer: Comparer
    chance: Chance
    model: Model

    def score(self, pairs: Compared) -> Scores:
        """The scores of pairs that are compared already."""
        return score(self.chance.weigh(pairs), self.model)

    def score_rows(self, left: Codes, right: Codes) -> Scores:
        """The scores of any pairs of rows."""
        return self.score(self.comparer.compare(left, right))

    def two_people(self, pairs: Compared) -> Scores:
        """How likely each pair is two people."""
        return 1 - probability(self.score(pairs))


def find_duplicates(table: Table, fresh: Mask | None = None) -> Duplicates:
    """Who is who in the table; with `fresh`, only pairs with at least one fresh row are looked at.

    Deterministic: the same rows in the same order give the same answer.
    """
    found = find_pairs(normalise(table), fresh)
    pairs = found.evidence.pairs
    clusters = cluster(table.rows, pairs.left, pairs.right, found.scores, found.scorer.score_rows)
    return Duplicates(clusters, found.evidence, found.scores, found.scorer.model)


def find_pairs(people: People, fresh: Mask | None = None) -> Likely:
    """The pairs of rows that may be one person, before anybody is put together."""
    comparer = Comparer(people)
    pairs = comparer.compare(*candidates(people, fresh))
    possible = _possible_pairs(people.rows, fresh)
    samples = Samples(comparer, DRAWS if fresh is None else FEW_DRAWS)
    start = starting_model(people.rows)
    first = _learned(comparer, samples, pairs, by_name(people), clearly_different, possible, start, ROUNDS[0])
    pairs, scores = pairs.take(first.scores > HOPELESS), first.scores[first.scores > HOPELESS]
    people_so_far = components(people.rows, pairs.left[scores > 0], pairs.right[scores > 0])
    scorer, model = first.scorer, first.scorer.model
    del first  # what was weighed so far is the largest thing in memory
    return _learned(comparer, samples, pairs, people_so_far, scorer.two_people, possible, model, ROUNDS[1])


def _learned(
    comparer: Comparer,
    samples: Samples,
    pairs: Compared,
    identity: Codes,
    different: Different,
    possible: float,
    start: Model,
    rounds: int,
) -> Likely:
    known = shares(comparer.people, identity)
    surname_repeats = float(np.square(known.by_field["family"][0], dtype=np.float64).sum())
    chance = Chance(comparer.people, known, measure(samples, different, surname_repeats))
    evidence = chance.weigh(pairs)
    model = learn(evidence, comparer.people.rows, possible, start, rounds)
    return Likely(evidence, score(evidence, model), Scorer(comparer, chance, model))


def _possible_pairs(rows: int, fresh: Mask | None) -> float:
    settled = 0 if fresh is None else rows - int(fresh.sum())
    return max((rows * (rows - 1) - settled * (settled - 1)) / 2, 1)
