"""A network with outcomes, for the pictures of the report and the tests of its pages."""

from __future__ import annotations

from collections.abc import Sequence

from models.reports.outcome_text import OutcomeText
from models.workspace import Workspace

__all__ = ["TOLD", "tell"]

TOLD: Sequence[OutcomeText] = (
    OutcomeText("customer", ("Sam Okafor",), event="PyCon DE", on="2026-05"),
    OutcomeText("customer", ("Katrin Roth",), ("Sam Okafor",), on="2025-11"),
    OutcomeText("customer", ("Katja Lund",), on="2024"),
    OutcomeText("meeting", ("Katrin Roth", "Sam Okafor"), on="2026-02"),
    OutcomeText("meeting", ("Katja Lund",), ("Katrin Roth",), event="Expo 2010", on="2011"),
    OutcomeText("job", ("Katrin Roth",), on="2021-03"),
    OutcomeText("advice", ("Sam Okafor",), on="2023"),
)


def tell(workspace: Workspace) -> Workspace:
    """Keep all that came of it."""
    for outcome in TOLD:
        workspace.outcome(outcome)
    return workspace
