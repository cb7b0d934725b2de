"""Every number of the report is what an independent count of the raw files gives."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from models.reports.network.report import Report
from models.store.base import database
from models.workspace import Workspace
from tests.models.reports.network.small import fill, write
from tests.models.support import opened

_HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Report, dict[str, Any]]]:
    """The store, its report, and the same counted from the files."""
    folder = tmp_path_factory.mktemp("small")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PICKY_NOW", "2026-09-17T09:00:00+00:00")
        files = write(folder)
        workspace = opened(folder)
        fill(workspace, files)
        yield workspace, workspace.report(), _recount()(files.old, files.new, files.meetings, files.outcomes)
        workspace.close()


def _recount() -> Any:
    """The script, loaded as a file of its own: it must run without anything of picky's."""
    spec = spec_from_file_location("recount", _HERE / "recount.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.recount


Small = tuple[Workspace, Report, dict[str, Any]]


def test_the_script_that_counts_again_knows_nothing_of_picky() -> None:
    text = (_HERE / "recount.py").read_text(encoding="utf-8")
    assert "models" not in text
    assert "tests." not in text


def test_what_came_of_it_by_kind_year_event_person_and_introducer(small: Small) -> None:
    _, report, counted = small
    told, wanted = report.json()["outcomes"], counted["outcomes"]
    for name in ("total", "by_kind", "by_year", "by_event", "without_event"):
        assert told[name] == wanted[name], name
    for name in ("by_person", "by_introducer"):
        assert {each["name"]: each["outcomes"] for each in told[name]} == wanted[name]
    assert sum(told["by_kind"].values()) == sum(told["by_year"].values()) == told["total"]
    assert sum(told["by_event"].values()) + told["without_event"] == told["total"]


def test_every_rate_and_its_interval(small: Small) -> None:
    _, report, counted = small
    told = {each["name"]: each for each in report.json()["rates"]}
    assert counted["rates"].keys() <= told.keys()
    assert told.keys() - counted["rates"].keys() == {"asked", "gives"}
    assert told["asked"]["count"] == told["gives"]["n"] == 0
    for name, (value, low, high, n, enough) in counted["rates"].items():
        got = told[name]
        assert (got["n"], got["enough"]) == (n, enough), name
        assert [got[key] for key in ("value", "low", "high")] == pytest.approx([value, low, high], abs=1e-6), name


def test_bands_now_and_on_the_day_of_each_archive(small: Small) -> None:
    _, report, counted = small
    told = report.json()
    assert told["connections"] == counted["connections"] == sum(told["bands"].values())
    assert _without_zeros(told["bands"]) == counted["bands"]
    assert [(each["on"], each["connections"], _without_zeros(each["bands"])) for each in told["snapshots"]] == counted[
        "snapshots"
    ]


def test_what_events_and_years_yielded(small: Small) -> None:
    _, report, counted = small
    for name in ("events", "years"):
        told = report.json()[name]
        assert {each["name"] for each in told} == counted[name].keys()
        for each in told:
            people, outcomes, (value, low, high, n, enough) = counted[name][each["name"]]
            assert (each["people"], each["outcomes"], each["produced"]["n"]) == (people, outcomes, n), each["name"]
            assert each["produced"]["enough"] == enough
            got = [each["produced"][key] for key in ("value", "low", "high")]
            assert got == pytest.approx([value, low, high], abs=1e-6)


def test_how_long_it_took_and_how_fast_you_answer(small: Small) -> None:
    _, report, counted = small
    assert report.days_to_outcome.middle == counted["days_to_outcome"]
    assert report.mirror.reply_hours.middle == counted["reply_hours"]


def test_who_left_whom_you_removed_who_came_back_and_who_changed_jobs(small: Small) -> None:
    workspace, report, counted = small
    for name in ("unlinked_you", "removed", "came_back", "changed_jobs"):
        assert [row.name for row in workspace.report_rows(report.rows(name))] == counted[name], name


def test_the_replies_you_owe_are_the_cards_of_their_queue(small: Small) -> None:
    workspace, report, counted = small
    assert [row.name for row in workspace.report_rows(report.rows("replies_owed"))] == counted["owed"]


def test_every_number_opens_its_rows(small: Small) -> None:
    workspace, report, _ = small
    for share in report.shares:
        rows = report.rows(share.name)
        assert len(rows.ids) == round(share.rate.value * share.rate.n), share.name
        assert len(workspace.report_rows(rows)) == len(set(rows.ids)), share.name
    by_kind = report.json()["outcomes"]["by_kind"]
    assert {kind: len(workspace.report_rows(report.rows(f"kind:{kind}"))) for kind in by_kind} == by_kind
    assert [row.name for row in workspace.report_rows(report.rows("people:PyCon"))] == ["Ana Kovac", "Cy Ortega"]


def test_the_known_answers_of_this_network(small: Small) -> None:
    """A few by hand, in case both ways of counting are wrong alike."""
    _, report, _ = small
    told = report.json()
    assert told["outcomes"]["by_event"] == {"PyCon": 2, "Expo": 1, "Breakfast": 1}
    assert {each["name"]: each["outcomes"] for each in told["outcomes"]["by_person"]} == {
        "Ana Kovac": 2, "Flo Nagy": 2, "Cy Ortega": 1, "Gus Hall": 1, "Una Known": 1,
    }  # fmt: skip
    assert told["changes"] == {"unlinked_you": 1, "removed": 1, "came_back": 1, "changed_jobs": 1}
    assert told["connections"] == 11
    rates = {each["name"]: each for each in told["rates"]}
    assert (rates["never_accepted"]["count"], rates["never_accepted"]["n"]) == (2, 3)
    assert (rates["wrote_thrice"]["count"], rates["ever_answered"]["count"]) == (1, 3)


def _without_zeros(counts: dict[str, int]) -> dict[str, int]:
    return {name: many for name, many in counts.items() if many}


def test_six_hundred_people_take_no_more_than_two_dozen_questions_to_the_store(
    demo: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    ask = database.obj.execute_sql
    monkeypatch.setattr(database.obj, "execute_sql", lambda sql, *rest: (asked.append(sql), ask(sql, *rest))[1])
    demo.report()
    assert len(asked) <= 25
