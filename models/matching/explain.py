"""Why a pair scores as it does: level by level, in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .background import Evidence
from .blocking import Mask
from .compare import Compared
from .comparison_levels import LADDERS, MISSING, Address, Born, Either, Email, Place, Text
from .scoring import Model

# A name alone is never a duplicate in the store: one of these has to say so too.
BEYOND_A_NAME: dict[str, int] = {
    "work": Text.CLOSE,
    "email": Email.SLIP,
    "phone": Text.CLOSE,
    "dob": Born.SLIP,
    "address": Address.SLIP,
    "link": Either.SAME,
    "place": Place.SAME,
    "title": Text.SAME,
}


@dataclass(frozen=True, slots=True)
class Reason:
    """What one field says about a pair: for one person when the weight is above zero, against when below."""

    field: str
    level: str
    weight: float
    """In natural logarithms of odds; weights of a pair and the prior add up to about its score."""


def explain(evidence: Evidence, model: Model, pair: int) -> tuple[Reason, ...]:
    """The reasons behind one pair's score, weightiest first; missing fields say nothing and are left out."""
    reasons = []
    for field, ladder in LADDERS.items():
        level = int(evidence.pairs.levels[field][pair])
        if level == MISSING or (field == "order" and level == Either.SAME):
            continue
        likely = np.log(_rate(model, field, level - 1))
        weight = round(float(likely - evidence.by_field[field][pair]), 2)
        reasons.append(Reason(field, ladder.labels[level - 1], weight))
    return tuple(sorted(reasons, key=lambda reason: -abs(reason.weight)))


def more_than_a_name(pairs: Compared) -> Mask:
    """Whether anything but the name speaks for each pair."""
    said = np.zeros(len(pairs), dtype=bool)
    for field, least in BEYOND_A_NAME.items():
        level = pairs.levels[field]
        said |= (level > MISSING) & (level <= least)
    return said


def _rate(model: Model, field: str, rung: int) -> float:
    if field in model.usual:
        return float(model.usual[field][rung])
    stayed, moved = model.stayed[field][rung], model.moved[field][rung]
    return float((1 - model.movers) * stayed + model.movers * moved)
