"""How far picky agrees with its user, as charts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..report_text import rate_words
from ..text import Shown, join, say, shown
from .parts import Part, rated

if TYPE_CHECKING:
    from models.reports.calibration import Agreement

_MOSTLY = 0.5
_MOST = 8


def agreed_parts(agreements: Sequence[Agreement]) -> tuple[Part, Part]:
    """Agreement queue by queue, and the rules that were overruled most surely."""
    return _agreed(agreements), _overruled(agreements)


def _agreed(agreements: Sequence[Agreement]) -> Part:
    numbers = tuple(
        rated(shown(each.calibration.queue), each.agreed, bar=each.calibration.baseline.value, is_one=True)
        for each in agreements
    )
    quiet = [_quiet(each) for each in agreements if each.calibration.is_no_better]
    proves = join([*quiet, Shown("╎ is where always saying the commonest verdict would be.")], " ")
    return Part(Shown("You decided as picky would have"), numbers, proves, Shown("Nothing is decided yet."))


def _quiet(each: Agreement) -> Shown:
    held = each.calibration
    constant = say("always saying “{}” would agree {}", shown(held.commonest), rate_words(held.baseline))
    return say("In {} it is no better, and quiet: {}.", shown(held.queue), constant)


def _overruled(agreements: Sequence[Agreement]) -> Part:
    every = [(each.calibration.queue, share) for each in agreements for share in each.overruled if share.rate.enough]
    worst = sorted(every, key=lambda each: -each[1].rate.low)[:_MOST]
    numbers = tuple(
        rated(
            say("{}: {}", shown(queue), shown(share.name.replace("_", " "))),
            share,
            bar=_MOSTLY,
            is_one=True,
            is_look=share.rate.low > _MOSTLY,
        )
        for queue, share in worst
    )
    many = sum(share.rate.low > _MOSTLY for _, share in every)
    mostly = (
        say("{} of {} rules mostly overruled: wholly right of ╎.", many, len(every))
        if many
        else Shown("No rule is mostly overruled.")
    )
    return Part(Shown("Rules you overruled"), numbers, mostly, Shown("Too few decisions to tell of any rule."))
