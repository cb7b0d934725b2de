"""Merges, splits, undo and re-imports: the totals of the report change only where they should."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors import PickyError
from models.ids import public_id
from models.outcome_kinds import NOTHING
from models.reports.outcome_text import OutcomeText
from models.store import Outcome as Kept
from models.store import Person
from models.store.query import rows
from models.workspace import Workspace
from tests.effort import examples
from tests.models.doubles import card, facts, filled, lists, said
from tests.models.support import Export, person

KINDS = ("customer", "job", "meeting", "advice")


_steps = st.lists(
    st.tuples(st.sampled_from(("tell", "tell", "same", "split", "undo", "redo", "import")), st.integers(0, 11), st.integers(0, 11)),
    min_size=3, max_size=14,
)  # fmt: skip


@settings(
    max_examples=examples(40, quick=16),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(steps=_steps)
def test_totals_are_what_was_told_however_people_are_merged_and_split(steps: list[tuple[str, int, int]]) -> None:
    with filled() as workspace:
        for step in steps:
            before = _told(workspace)
            _step(workspace, *step)
            if step[0] not in ("tell", "undo", "redo"):
                assert _told(workspace) == before, f"{step[0]} changed what came of it"
            _hold(workspace)


def _step(workspace: Workspace, what: str, one: int, other: int) -> None:
    people = [public_id(number) for (number,) in rows(Person.select(Person.id).order_by(Person.id))]
    try:
        match what:
            case "tell":
                whom = tuple({people[one % len(people)], people[other % len(people)]})
                via = (people[(one + other) % len(people)],) if other % 2 else ()
                workspace.outcome(
                    OutcomeText(KINDS[one % 4], whom, via, on=("2024", "2025-02", "2025-03-04")[other % 3])
                )
            case "same":
                cards = workspace.items("duplicates")
                if cards:
                    workspace.decide("duplicates", cards[one % len(cards)].id, "same")
            case "split":
                workspace.split(people[one % len(people)])
            case "undo":
                workspace.undo()
            case "redo":
                workspace.redo()
            case "import":
                workspace.import_files([lists()[("export", "book", "newer", "badges")[one % 4]]])
    except PickyError:
        pass  # nothing to take apart, to undo or to redo: then nothing may change


def _told(workspace: Workspace) -> dict[str, Any]:
    told = workspace.report().json()["outcomes"]
    return {name: told[name] for name in ("total", "by_kind", "by_year")}


def _hold(workspace: Workspace) -> None:
    """What must be true of any store."""
    report = workspace.report()
    told = report.json()["outcomes"]
    kept = len(rows(Kept.select(Kept.id).where(Kept.kind != NOTHING)))
    assert told["total"] == kept == sum(told["by_kind"].values()) == sum(told["by_year"].values())
    assert told["without_event"] + sum(told["by_event"].values()) == told["total"]
    for came in report.outcomes:
        assert came.by, "nobody did it any more"
        assert len(set(came.people)) == len(came.people)
    pairs = sum(len(came.by) for came in report.outcomes)
    assert sum(each["outcomes"] for each in told["by_person"]) == pairs
    bands = report.json()["bands"]
    assert sum(bands.values()) == report.json()["connections"]
    vouched = {person for came in report.outcomes for person in came.people} & set(report.connections.ids)
    assert bands["vouched"] == len(vouched)


def test_an_outcome_of_two_rows_that_turn_out_to_be_one_person_counts_once_for_them() -> None:
    with filled() as workspace:
        names = [(side.person, side.source) for side in facts(card(workspace, "Sam Okafor")).sides]
        workspace.outcome(OutcomeText("customer", (public_id(names[0][0]),), (public_id(names[1][0]),)))
        assert len(workspace.report().json()["outcomes"]["by_introducer"]) == 1
        said(workspace, "Sam Okafor", "same")
        told = workspace.report().json()["outcomes"]
        assert told["total"] == 1
        assert [each["outcomes"] for each in told["by_person"]] == [1]
        assert told["by_introducer"] == []
        workspace.split("sam-okafor")
        assert len(workspace.report().json()["outcomes"]["by_introducer"]) == 1


def test_renaming_a_link_keeps_what_came_of_them(workspace: Workspace, tmp_path: Path) -> None:
    first = Export(date(2026, 9, 1)).connect(person("Rhea Old", slug="rhea-old", company="Fjord"), 800)
    workspace.import_files([first.zipped(tmp_path / "a")])
    workspace.outcome(OutcomeText("investor", ("rhea-old",)))
    second = Export(date(2026, 9, 15)).connect(person("Rhea Old", slug="rhea-new", company="Fjord"), 814)
    workspace.import_files([second.zipped(tmp_path / "b")])
    told = workspace.report().json()
    assert [each["profile"] for each in told["outcomes"]["by_person"]] == ["rhea-new"]
    assert told["changes"]["unlinked_you"] == 0
