"""`picky calibrate`, `picky replay`: how far the policy agrees with you, and other weights tried on the past."""

from __future__ import annotations

from pathlib import Path

import click

from models.policy.edit import change
from models.policy.replay import Calibration, by_kind
from models.reports.calibration import Trial

from ..text import Shown, count, say, shown
from .output import answer, answer_json, with_store, words, workspace


@click.command("calibrate")
@click.option("--json", "as_json", is_flag=True)
@with_store
def calibrate(as_json: bool) -> None:
    """How often you agreed with the recommendation, queue by queue, and which rules you mostly overrule."""
    with workspace() as opened:
        found = opened.calibrations()
    if as_json:
        from models.reports.calibration import calibration_json

        answer_json({"queues": [calibration_json(each) for each in found]})
        return
    for each in found:
        _print_calibration(each)


def _print_calibration(found: Calibration) -> None:
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


@click.command("replay")
@click.option(
    "--set", "changes", multiple=True, type=words, metavar="QUEUE.RULE=WEIGHT", help="Another weight, or =false."
)
@click.option("--rules", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Another policy file.")
@click.option("--save", is_flag=True, help="Write the changes into your policy file.")
@click.option("--json", "as_json", is_flag=True)
@with_store
def replay(changes: tuple[str, ...], rules: Path | None, save: bool, as_json: bool) -> None:
    """What other weights would have said to every decision you made, from what was known at the time."""
    if save and (rules or not changes):
        raise click.UsageError("--save goes with --set: it writes those lines into your policy file.")
    wanted = dict(change(each) for each in changes)
    with workspace() as opened:
        trials = opened.trials(wanted, rules)
        lines = opened.policy_change(wanted, keep=save) if wanted else ""
    if as_json:
        answer_json({"trials": [trial.json() for trial in trials], "difference": lines, "saved": save})
        return
    for trial in trials:
        _print_trial(trial)
    for line in lines.splitlines():
        answer(shown(line))
    if wanted:
        answer(Shown("Saved.") if save else Shown("Nothing is saved; --save keeps it."))


def _print_trial(trial: Trial) -> None:
    held = trial.replay
    answer(say("{}: agreement {}, then {}", shown(held.queue), shown(str(held.before)), shown(str(held.after))))
    for (then, now), changed in by_kind(held.changed).items():
        answer(
            say(
                "  {} of “{}” would be “{}”",
                count(len(changed), "card"),
                shown(then or "no opinion"),
                shown(now or "no opinion"),
            )
        )
    if trial.refused:
        answer(
            say(
                "  {} you said yes to would have been refused; {} of those became two-way",
                len(trial.refused),
                trial.refused_two_way,
            )
        )
    if held.left_out:
        answer(say("  {} older decisions cannot be judged anew", held.left_out))
