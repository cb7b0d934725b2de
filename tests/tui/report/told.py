"""A network with outcomes, for the pictures of the report and the tests of its pages."""

from __future__ import annotations

from collections.abc import Sequence

from models.reports.outcome_text import Outcome
from models.workspace import Workspace

__all__ = ["TOLD", "tell"]

TOLD: Sequence[Outcome] = (
    Outcome("customer", ("Sam Okafor",), event="PyCon DE", on="2026-05"),
    Outcome("customer", ("Katrin Roth",), ("Sam Okafor",), on="2025-11"),
    Outcome("customer", ("Katja Lund",), on="2024"),
    Outcome("meeting", ("Katrin Roth", "Sam Okafor"), on="2026-02"),
    Outcome("meeting", ("Katja Lund",), ("Katrin Roth",), event="Expo 2010", on="2011"),
    Outcome("job", ("Katrin Roth",), on="2021-03"),
    Outcome("advice", ("Sam Okafor",), on="2023"),
)


def tell(workspace: Workspace) -> Workspace:
    """Keep all that came of it."""
    for outcome in TOLD:
        workspace.outcome(outcome)
    return workspace
