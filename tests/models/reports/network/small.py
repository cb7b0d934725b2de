"""A network small enough to check by hand: two archives, a list of meetings and one of outcomes, all as plain CSV."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unittest.mock import patch

from models.decisions.capture import NewEncounter
from models.reports.outcome_text import OutcomeText
from models.workspace import Workspace
from tests.models.support import Export, person

__all__ = ["NEW", "OLD", "Files", "fill", "write"]

OLD, NEW = date(2025, 9, 15), date(2026, 9, 15)

# Name, company and position in the older archive, the same in the newer one (None: not connected then), connected on.
PEOPLE: tuple[tuple[str, tuple[str, str] | None, tuple[str, str] | None, str], ...] = (
    ("Ana Kovac", ("Fjord", "Head of Sales"), ("Fjord", "Head of Sales"), "2019-05-10"),
    ("Bea Lund", ("Fjord", "Clerk"), ("Nordkai", "Director"), "2018-03-01"),
    ("Cy Ortega", ("Acme", "Engineer"), ("Acme", "Engineer"), "2019-05-11"),
    ("Di Brandt", ("Acme", "Engineer"), ("Acme", "Engineer"), "2010-06-01"),
    ("Ed Moss", ("", ""), ("", ""), "2010-06-02"),
    ("Flo Nagy", ("Acme", "Founder"), ("Acme", "Founder"), "2020-01-15"),
    ("Gus Hall", ("Acme", "Painter"), None, "2012-02-02"),
    ("Hal Reed", ("Acme", "Painter"), None, "2012-02-03"),
    ("Ivo Sand", None, ("Acme", "Painter"), "2026-01-05"),
    ("Jo Teller", None, ("Quarry", "Assistant to the CEO"), "2026-02-05"),
    ("Kay Ulm", ("Quarry", "Engineer"), ("Quarry", "Engineer"), "2021-07-01"),
    ("Lea Voss", ("Quarry", "Engineer"), ("Quarry", "Engineer"), "2021-07-02"),
    ("Max Wirth", ("Quarry", "Engineer"), ("Quarry", "Engineer"), "2021-07-03"),
)
# Who, whether the user wrote it, when, what.
MESSAGES: tuple[tuple[str, bool, str, str], ...] = (
    ("Ana Kovac", True, "2019-06-01", "Good to meet you."), ("Ana Kovac", False, "2019-06-03", "Likewise."),
    ("Ana Kovac", False, "2026-08-01", "Would you have time next week?"),
    ("Bea Lund", False, "2020-02-01", "May I ask you something?"), ("Bea Lund", True, "2020-02-02", "Of course."),
    ("Bea Lund", False, "2026-07-01", "Long time no see."), ("Bea Lund", True, "2026-07-05", "It is."),
    ("Cy Ortega", True, "2024-01-01", "Hello."), ("Cy Ortega", True, "2024-03-01", "Hello again."),
    ("Cy Ortega", True, "2024-05-01", "Are you there?"),
    ("Di Brandt", False, "2011-01-01", "Happy new year."),
    ("Flo Nagy", True, "2022-01-01", "An old friend of yours says hello."), ("Flo Nagy", False, "2022-01-11", "Thank you."),
    ("Gus Hall", True, "2013-01-01", "Hello."), ("Gus Hall", False, "2013-01-02", "Hello."),
    ("Kay Ulm", True, "2023-05-05", "Hello."), ("Kay Ulm", False, "2023-09-30", "Sorry for being so late."),
    ("Lea Voss", False, "2023-05-05", "Hello."), ("Lea Voss", False, "2023-05-06", "Are you there?"),
    ("Lea Voss", True, "2023-05-07", "I am."),
)  # fmt: skip
# Who, whether the user sent it, when.
INVITATIONS: tuple[tuple[str, bool, str], ...] = (
    ("Nora Stone", True, "2026-01-10"), ("Otto Field", True, "2025-12-10"), ("Ivo Sand", True, "2026-01-01"),
    ("Pia Lake", True, "2026-09-01"), ("Jo Teller", False, "2026-02-01"), ("Quin Hill", False, "2026-09-02"),
    ("Hal Reed", False, "2026-08-20"),
)  # fmt: skip
MEETINGS = (
    ("name", "event", "on"),
    ("Ana Kovac", "PyCon", "2019-05-09"), ("Cy Ortega", "PyCon", "2019-05-09"), ("Di Brandt", "Expo", "2010-05-30"),
    ("Ed Moss", "Expo", "2010-05-30"), ("Ana Kovac", "Expo", "2021-05-30"), ("Una Known", "Dinner", "2024-01-01"),
)  # fmt: skip
OUTCOMES = (
    ("kind", "by", "via", "event", "on"),
    ("customer", "Ana Kovac", "Bea Lund", "", "2020-03"),
    ("meeting", "Ana Kovac+Cy Ortega+Flo Nagy", "", "", "2022-05-05"),
    ("job", "Flo Nagy", "Di Brandt", "", "2023"),
    ("advice", "Una Known", "", "Breakfast", "2025-11-02"),
    ("partnership", "Gus Hall", "", "", "2014-02-02"),
)


class Files:
    """Where everything lies."""

    def __init__(self, folder: Path) -> None:
        self.old, self.new = _archive(folder / "old", OLD), _archive(folder / "new", NEW)
        self.meetings = _table(folder / "meetings.csv", MEETINGS)
        self.outcomes = _table(folder / "outcomes.csv", OUTCOMES)


def write(folder: Path) -> Files:
    """Both archives and both lists."""
    return Files(folder)


def fill(workspace: Workspace, files: Files) -> None:
    """Import, write down, and remove two people between the archives."""
    with patch.dict(os.environ, PICKY_NOW="2025-09-16T09:00:00+00:00"):
        workspace.import_files([files.old])
        card = next(item for item in workspace.items("stale") if item.name == "Hal Reed")
        errand = workspace.decide("stale", card.id, "remove").errand
        assert errand is not None
        workspace.confirm([errand])
        workspace.close_errand(errand, "done")
    workspace.import_files([files.new])
    for row in _rows(files.meetings):
        workspace.met(NewEncounter(row["name"], event=row["event"], on=date.fromisoformat(row["on"])))
    for row in _rows(files.outcomes):
        via = (row["via"],) if row["via"] else ()
        workspace.outcome(OutcomeText(row["kind"], tuple(row["by"].split("+")), via, "", row["event"], row["on"]))


def _archive(folder: Path, on: date) -> Path:
    export = Export(on)

    def days(text: str) -> int:
        return (on - date.fromisoformat(text)).days

    for name, old, new, since in PEOPLE:
        job = old if on == OLD else new
        if job:
            export.connect(person(name, company=job[0], position=job[1]), days(since))
    for name, mine, when, text in MESSAGES:
        if days(when) >= 0:
            (export.wrote if mine else export.heard)(name, days(when), text)
    for name, mine, when in INVITATIONS:
        if days(when) >= 0:
            export.invited(name, days(when), outgoing=mine)
    return export.zipped(folder)


def _table(path: Path, rows: tuple[tuple[str, ...], ...]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)
