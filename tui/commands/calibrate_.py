"""`picky calibrate`: how far picky agrees with you, and which of its rules do not."""

from __future__ import annotations

import click

from models.policy.replay import Calibration

from ..text import Shown, say, shown
from .output import answer, answer_json, with_store, workspace


@click.command("calibrate")
@click.option("--json", "as_json", is_flag=True)
@with_store
def command(as_json: bool) -> None:
    """How often you agreed with the recommendation, queue by queue, and which rules you mostly overrule."""
    with workspace() as opened:
        found = opened.calibrations()
    if as_json:
        from models.reports.calibration import calibration_json

        answer_json({"queues": [calibration_json(each) for each in found]})
        return
    for each in found:
        _print(each)


def _print(found: Calibration) -> None:
    if not found.agreement.n:
        answer(say("{}: nothing decided yet", shown(found.queue)))
        return
    answer(say("{}: you agreed {}", shown(found.queue), shown(str(found.agreement))))
    if found.is_no_better:
        always = say("always saying “{}” would agree {}", shown(found.commonest), shown(str(found.baseline)))
        answer(say("  no better than a constant answer, so it is quiet there: {}", always))
    for record in found.rules:
        if record.is_mostly_overruled:
            answer(say("  mostly overruled: {}, {}", shown(record.rule), shown(str(record.overruled))))
    if not any(record.is_mostly_overruled for record in found.rules):
        answer(Shown("  no rule is mostly overruled"))
