"""How far picky agrees with its user, as numbers that open: queue by queue, and the rules that are overruled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ..policy.bars import QUEUES
from ..policy.replay import LEANS, Calibration, Past, calibrate
from .calibration import decided
from .power.numbers import Rows, Share


class Agreement(NamedTuple):
    """One queue: how often the user did what was recommended, and how often each rule was overruled."""

    calibration: Calibration
    agreed: Share
    """Its rows are those on whose card both agreed."""
    overruled: tuple[Share, ...]
    """A share for each rule that spoke, the worst first; its rows are those where the decision went the other way."""


def agreements() -> list[Agreement]:
    """Every queue with a policy in which something was decided."""
    found = (_agreement(queue, decided(queue, with_facts=False)) for queue in QUEUES)
    return [each for each in found if each.calibration.agreement.n]


def _agreement(queue: str, past: Sequence[Past]) -> Agreement:
    held = calibrate(queue, past)
    people = [one.person for one in past if one.recommended and one.recommended == one.decided]
    agreed = Share(queue, "of what was recommended you decided so", held.agreement, Rows("people", people))
    against = _against(past)
    words = "of the times it spoke you decided the other way"
    overruled = (
        Share(record.rule, words, record.overruled, Rows("people", against[record.rule])) for record in held.rules
    )
    return Agreement(held, agreed, tuple(overruled))


def _against(past: Sequence[Past]) -> defaultdict[str, list[int]]:
    """On whose cards each rule was overruled."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for one in past:
        lean = LEANS.get(one.verdict, 0)
        for rule, weight in one.reasons:
            if lean and weight and (weight > 0) is not (lean > 0):
                found[rule].append(one.person)
    return found
