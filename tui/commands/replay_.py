"""`picky replay`: other weights on the decisions of the past, before they are kept."""

from __future__ import annotations

from pathlib import Path

import click

from models.policy.edit import change
from models.policy.replay import by_kind
from models.reports.calibration import Trial

from ..text import Shown, count, say, shown
from .output import answer, answer_json, with_store, words, workspace


@click.command("replay")
@click.option(
    "--set", "changes", multiple=True, type=words, metavar="QUEUE.RULE=WEIGHT", help="Another weight, or =false."
)
@click.option("--rules", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Another policy file.")
@click.option("--save", is_flag=True, help="Write the changes into your policy file.")
@click.option("--json", "as_json", is_flag=True)
@with_store
def command(changes: tuple[str, ...], rules: Path | None, save: bool, as_json: bool) -> None:
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
        _print(trial)
    for line in lines.splitlines():
        answer(shown(line))
    if wanted:
        answer(Shown("Saved.") if save else Shown("Nothing is saved; --save keeps it."))


def _print(trial: Trial) -> None:
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
