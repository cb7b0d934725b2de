"""Why a pair scores as it does: level by level, in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .background import WeighedPairs
from .blocking import Mask
from .compare import ComparedPairs
from .comparison_levels import (
    COMPARISONS,
    MISSING,
    AddressLevel,
    BirthdayLevel,
    EmailLevel,
    ExactLevel,
    PlaceLevel,
    TextLevel,
)
from .scoring import ScoringModel

# A name alone is never a duplicate in the store: one of these has to say so too.
BEYOND_A_NAME: dict[str, int] = {
    "work": TextLevel.CLOSE,
    "email": EmailLevel.SLIP,
    "phone": TextLevel.CLOSE,
    "dob": BirthdayLevel.SLIP,
    "address": AddressLevel.SLIP,
    "link": ExactLevel.SAME,
    "place": PlaceLevel.SAME,
    "title": TextLevel.SAME,
}


@dataclass(frozen=True, slots=True)
class LevelWeight:
    """What one field says about a pair: for one person when the weight is above zero, against when below."""

    field: str
    level: str
    weight: float
    """In natural logarithms of odds; weights of a pair and the prior add up to about its score."""


def explain(evidence: WeighedPairs, model: ScoringModel, pair: int) -> tuple[LevelWeight, ...]:
    """Return the weight of every level of one pair, weightiest first; missing fields say nothing and are left out."""
    weights = []
    for field, comparison in COMPARISONS.items():
        level = int(evidence.pairs.levels[field][pair])
        if level == MISSING or (field == "order" and level == ExactLevel.SAME):
            continue
        likely = np.log(_m_rate(model, field, level - 1))
        weight = round(float(likely - evidence.log_u[field][pair]), 2)
        weights.append(LevelWeight(field, comparison.labels[level - 1], weight))
    return tuple(sorted(weights, key=lambda level: -abs(level.weight)))


def has_more_than_a_name(pairs: ComparedPairs) -> Mask:
    """Return a mask: whether anything but the name speaks for each pair."""
    agrees = np.zeros(len(pairs), dtype=bool)
    for field, least in BEYOND_A_NAME.items():
        level = pairs.levels[field]
        agrees |= (level > MISSING) & (level <= least)
    return agrees


def _m_rate(model: ScoringModel, field: str, rung: int) -> float:
    if field in model.m:
        return float(model.m[field][rung])
    stayed, moved = model.m_stayed[field][rung], model.m_moved[field][rung]
    return float((1 - model.share_moved) * stayed + model.share_moved * moved)
