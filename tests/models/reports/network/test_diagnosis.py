"""Powerless, apathetic, or the weak link: told apart where there is enough to tell by, and not told where there is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.reports.network.composition import decides
from models.reports.network.diagnosis import diagnose
from models.reports.network.numbers import Rows, Share
from models.reports.outcome_text import OutcomeText
from models.signals import rate
from models.workspace import Workspace
from tests.models.reports.network.networks import NETWORKS, archive


@pytest.mark.parametrize("name", NETWORKS)
def test_three_networks_are_told_apart(name: str, workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([archive(tmp_path, name, 60)])
    told = workspace.report().json()["diagnosis"]
    assert told["verdict"] == name
    assert {each["name"]: each["holds"] for each in told["findings"]}[name] is True
    assert [each["name"] for each in told["findings"] if each["holds"]] == [name], "and nothing else is said of it"


@pytest.mark.parametrize("name", NETWORKS)
def test_with_five_people_it_is_too_few_to_tell(name: str, workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([archive(tmp_path, name, 5)])
    told = workspace.report().json()
    assert told["diagnosis"]["verdict"] == "too_few_to_tell"
    assert "too few to tell" in told["diagnosis"]["sentence"]
    of_people = [each for each in told["rates"] if each["n"] <= 5]
    assert of_people
    assert not any(each["enough"] for each in of_people)


def test_an_empty_store_has_nothing_to_tell(workspace: Workspace) -> None:
    told = workspace.report().json()
    assert told["diagnosis"]["verdict"] == "too_few_to_tell"
    assert told["outcomes"]["total"] == told["connections"] == 0
    assert all(each["n"] == 0 and not each["enough"] for each in told["rates"])


def test_who_produced_something_is_not_powerless_whatever_their_titles(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([archive(tmp_path, "powerless", 60)])
    for number in range(12):
        workspace.outcome(OutcomeText("customer", (f"pia-painter{number}",)))
    told = workspace.report().json()["diagnosis"]
    assert told["verdict"] == "none"
    assert told["sentence"].startswith("12 outcomes so far")


def test_your_own_part_comes_first() -> None:
    bad = _shares(
        you_answered=(1, 60), started_by_you=(1, 60), ever_answered=(1, 60), deciders=(0, 60), ever_produced=(0, 90)
    )
    assert diagnose(bad, 0).verdict == "weak_link"
    assert all(finding.holds for finding in diagnose(bad, 0).findings)


def test_an_interval_that_straddles_its_bar_says_nothing() -> None:
    near = _shares(
        you_answered=(30, 60), started_by_you=(30, 60), ever_answered=(24, 60), deciders=(6, 60), ever_produced=(3, 60)
    )
    assert [finding.holds for finding in diagnose(near, 3).findings] == [None, None, None]


def _shares(**counts: tuple[int, int]) -> list[Share]:
    return [Share(name, "", rate(*held), Rows("people", range(held[0]))) for name, held in counts.items()]


@pytest.mark.parametrize("title", ["CEO", "Head of Sales", "Geschäftsführerin", "Directrice générale", "Co-Founder & CTO",
                                   "Engineering Manager", "Technical Recruiter", "Socia", "VP, Product"])  # fmt: skip
def test_titles_that_decide(title: str) -> None:
    assert decides(title)


@pytest.mark.parametrize("title", ["Engineer", "Assistant to the CEO", "Student", "Executive Assistant", "", "Painter",
                                   "Junior Manager", "Misleading"])  # fmt: skip
def test_titles_that_do_not(title: str) -> None:
    assert not decides(title)
