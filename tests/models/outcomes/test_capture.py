"""Telling what came of knowing somebody, in one line, and taking it back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.decisions.capture import NewEncounter
from models.errors import NotFoundError, UsageError
from models.reports.outcome_text import OutcomeText
from models.workspace import Workspace
from tests.models.support import Export, open_ids, out_of_log


@pytest.fixture
def filled(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Two people without a word, one who wrote both ways long ago."""
    export = Export().connect("Ana Kovac", 3000).connect("Bea Lund", 2900).connect("Cy Old", 2800)
    workspace.import_files([export.wrote("Cy Old", 2500).heard("Cy Old", 2400).zipped(tmp_path)])
    return workspace


def test_an_outcome_makes_both_who_did_it_and_who_introduced_vouched(filled: Workspace) -> None:
    captured = filled.outcome(OutcomeText("customer", ("Ana K",), ("Bea Lund",), "two years", "PyCon", "2025-03"))
    assert captured.sentence == "a customer, thanks to Ana Kovac"
    assert [filled.person(name).band for name in ("Ana Kovac", "Bea Lund", "Cy Old")] == [
        "vouched",
        "vouched",
        "dormant",
    ]
    [held] = filled.person("Ana Kovac").json()["outcomes"]
    assert (held["kind"], held["on"], held["role"], held["event"]) == ("customer", "2025-03", "by", "PyCon")
    assert [(each["name"], each["role"]) for each in held["with"]] == [("Bea Lund", "via")]
    assert filled.person("Bea Lund").json()["outcomes"][0]["role"] == "via"


def test_whoever_is_vouched_for_leaves_the_quiet_ones_and_comes_back_with_an_undo(
    filled: Workspace, tmp_path: Path
) -> None:
    before, asked = out_of_log(tmp_path / "network.db"), open_ids(filled, "stale")
    filled.outcome(OutcomeText("meeting", ("Ana Kovac", "Bea Lund")))
    told = out_of_log(tmp_path / "network.db")
    assert len(open_ids(filled, "stale")) == len(asked) - 2
    filled.undo()
    assert out_of_log(tmp_path / "network.db") == before
    filled.redo()
    assert out_of_log(tmp_path / "network.db") == told


@pytest.mark.parametrize("day", ["2025", "2025-03", "2025-03-14"])
def test_a_day_is_kept_as_far_as_it_is_known(day: str, filled: Workspace) -> None:
    filled.outcome(OutcomeText("advice", ("Ana Kovac",), on=day))
    page = filled.person("Ana Kovac")
    assert page.json()["outcomes"][0]["on"] == day
    [moment] = [each for each in page.timeline if each.kind == "outcome"]
    assert moment.day == day
    assert moment.on == date.fromisoformat((day + "-01-01")[:10] if len(day) < 10 else day)


@pytest.mark.parametrize("day", ["2025-13", "yesterday", "25-03-14", "2025-3", "2025-02-30", "20250314", "2025-W01-1"])
def test_what_is_no_day_is_refused(day: str, filled: Workspace) -> None:
    with pytest.raises(UsageError):
        filled.outcome(OutcomeText("advice", ("Ana Kovac",), on=day))


def test_what_is_still_to_come_is_refused(filled: Workspace) -> None:
    with pytest.raises(UsageError, match="still to come"):
        filled.outcome(OutcomeText("job", ("Ana Kovac",), on="2027"))


def test_a_kind_of_ones_own_is_said_to_be_one_and_known_from_then_on(filled: Workspace) -> None:
    with pytest.raises(UsageError, match="There is no outcome"):
        filled.outcome(OutcomeText("Speaking slot", ("Ana Kovac",)))
    filled.outcome(OutcomeText("Speaking slot", ("Ana Kovac",), is_own_kind=True))
    filled.outcome(OutcomeText("speaking_slot", ("Bea Lund",)))
    assert [kind.token for kind in filled.kinds()][-1] == "speaking_slot"
    filled.undo()
    filled.undo()
    with pytest.raises(UsageError):
        filled.outcome(OutcomeText("speaking_slot", ("Bea Lund",)))


@pytest.mark.parametrize("kind", ["nothing", "later", "keep", "pin", "", "!!", "came"])
def test_no_verdict_becomes_a_kind_of_ones_own(kind: str, filled: Workspace) -> None:
    with pytest.raises(UsageError):
        filled.outcome(OutcomeText(kind, ("Ana Kovac",), is_own_kind=True))


def test_somebody_no_file_knows_is_kept_by_name_and_found_by_a_later_import(filled: Workspace, tmp_path: Path) -> None:
    filled.outcome(OutcomeText("investor", ("Dora Later",)))
    assert filled.person("Dora Later").band == "vouched"
    export = Export(date(2026, 9, 16)).connect("Ana Kovac", 3001).connect("Dora Later", 10)
    filled.import_files([export.zipped(tmp_path / "new")])
    page = filled.person("dora-later")
    assert page.is_connected
    assert [each["kind"] for each in page.json()["outcomes"]] == ["investor"]


def test_a_name_of_several_lists_them(filled: Workspace, tmp_path: Path) -> None:
    export = Export(date(2026, 9, 16)).connect("Ana Kovac", 3001).connect("Ana Kovacs", 10)
    filled.import_files([export.zipped(tmp_path / "new")])
    with pytest.raises(NotFoundError, match="fits 2 people"):
        filled.outcome(OutcomeText("job", ("Ana Kov",)))


def test_the_card_of_a_quiet_one_says_what_their_event_led_to(filled: Workspace) -> None:
    met = NewEncounter("Bea Lund", event="Expo", on=date(2015, 5, 1))
    filled.met(met)
    filled.met(met._replace(name="Ana Kovac"))
    assert facts(filled).event_outcomes is None
    filled.outcome(OutcomeText("customer", ("Ana Kovac",)))
    assert facts(filled).event_outcomes == 1
    filled.undo()
    filled.outcome(OutcomeText("customer", ("Cy Old",)))
    assert facts(filled).event_outcomes == 0


def facts(workspace: Workspace):
    """What is known on the card of Bea Lund."""
    return next(item.facts for item in workspace.items("stale") if item.name == "Bea Lund")
