"""Find duplicates: normalise, block, compare, score, cluster."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from models.matching.blocking import candidates
from models.matching.chance import Chance, Evidence
from models.matching.clusters import cluster, components
from models.matching.comparisons import Compared, Comparer
from models.matching.culture import Culture
from models.matching.people import normalise
from models.matching.rarity import by_name, shares
from models.matching.scoring import Model, Scores, learn, score, starting_model, _probability
from models.matching.sharing import Samples, clearly_different, measure
from models.matching.table import Codes, Table


@dataclass(frozen=True, slots=True)
class Found:
    clusters: Codes
    evidence: Evidence
    scores: Scores
    model: Model
    chance: Chance


def find_duplicates(table: Table) -> Found:
    people = normalise(table)
    left, right = candidates(people)
    comparer = Comparer(people)
    pairs = comparer.compare(left, right)
    samples = Samples(comparer)
    culture = Culture(people)
    identity, different, model, rounds = by_name(people), clearly_different, starting_model(people.rows), 12
    for _ in range(2):
        known = shares(people, identity)
        chance = Chance(people, known, measure(samples, different, float((known.family.astype(float) ** 2).sum())), culture)
        evidence = chance.weigh(pairs)
        model = learn(evidence, people.rows, model, rounds)
        scores = score(evidence, model)
        good = scores > 0
        identity = components(people.rows, pairs.left[good], pairs.right[good])
        different = partial(_two_people, chance, model)
        rounds = 6
        last = pairs
        pairs = pairs.take(scores > -10)
    rescore = lambda a, b: score(chance.weigh(comparer.compare(a, b)), model)
    clusters = cluster(people.rows, last.left, last.right, scores, rescore)
    return Found(clusters, evidence, scores, model, chance)


def _two_people(chance: Chance, model: Model, pairs: Compared) -> Scores:
    return 1 - _probability(score(chance.weigh(pairs), model))
