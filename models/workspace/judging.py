"""How the policy does, other weights tried on the past, and what came of the network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ..store.database import own_connection
from ..store.queue_states import set_quiet

if TYPE_CHECKING:  # what only some screens need is imported by the method that gives it
    from ..policy.edit import Changes
    from ..policy.replay import Calibration
    from ..reports.calibration import Agreement, Trial
    from ..reports.network.drill_down import DrillDown
    from ..reports.network.numbers import Rows
    from ..reports.network.report import Report

from .opened import OpenStore


class Judging(OpenStore):
    """The policy looked at from outside, and the report."""

    def hush(self, queue: str) -> bool:
        """Have the policy be quiet in a queue, or speak again, by how it did there lately; gives whether it is quiet."""
        from ..reports.calibration import is_quiet

        quiet = is_quiet(queue)
        if not self.store.read_only:
            set_quiet(queue, is_quiet=quiet)
        self.policy = self.policy._replace(quiet=(self.policy.quiet - {queue}) | ({queue} if quiet else set()))
        return quiet

    def calibrations(self) -> list[Calibration]:
        """How far the policy agrees with what was decided, queue by queue, rule by rule."""
        from ..reports.calibration import calibrations

        return calibrations()

    def trials(self, changes: Changes, rules: Path | None = None) -> list[Trial]:
        """Other weights, or another policy file, on the decisions of the past; nothing is kept."""
        from ..policy.edit import changed_text, policy_of
        from ..policy.policy import QUEUES as JUDGED
        from ..reports.calibration import trial

        path = rules or self.settings.policy_file
        policy = policy_of(path, changed_text(path, changes)[1])
        touched = {section for section, _ in changes} & set(JUDGED) or set(JUDGED)
        return [trial(queue, policy) for queue in JUDGED if queue in touched]

    def policy_change(self, changes: Changes, *, keep: bool) -> str:
        """What these changes would do to the user's policy file, line by line; with `keep`, they are made."""
        from ..policy.edit import changed_text, difference, policy_of, save

        path = self.settings.policy_file
        before, after = changed_text(path, changes)
        if keep:
            save(path, after)
            self.policy = policy_of(path, after)._replace(quiet=self.policy.quiet)
        return difference(path, before, after)

    def report(self, tell: Callable[[str], None] = lambda _: None) -> Report:
        """The power of the network: what came of it, who it is made of, and who is in the way. Any thread may ask."""
        from ..reports.network.report import report

        with own_connection():
            return report(tell)

    def agreements(self) -> list[Agreement]:
        """How far the policy agrees with what was decided, as numbers that open. Any thread may ask."""
        from ..reports.calibration import agreements

        with own_connection():
            return agreements()

    def report_rows(self, rows: Rows) -> list[DrillDown]:
        """The rows behind a number of the report; any thread may ask."""
        from ..reports.network.drill_down import drill_down

        with own_connection():
            return drill_down(rows)
