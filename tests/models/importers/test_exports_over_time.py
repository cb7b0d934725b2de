"""A later export says who is new, gone, changed and renamed; an older one adds history only."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from models.errors import CancelledError, NotFoundError
from models.store import Position
from models.workspace import Workspace
from tests.invented.later import two_exports
from tests.models.support import Export, dump, open_ids, out_of_log, person

JUNE, SEPTEMBER = date(2026, 6, 17), date(2026, 9, 15)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_later_export_shows_who_is_new_gone_changed_and_renamed(
    seed: int, workspace: Workspace, tmp_path: Path
) -> None:
    then, now, changes = two_exports(tmp_path, seed)
    workspace.import_files([then.path])
    before = _connected(workspace)
    ids = {slug: number for number, slug in _people(workspace)}
    summary = workspace.import_files([now.path])
    (run,) = (run for _, run in summary.runs if run.kind == "connections")
    after = _connected(workspace)
    renamed_from = {old for old, _ in changes.renamed}
    assert after - before == changes.new | {new for _, new in changes.renamed}
    assert before - after == changes.gone | renamed_from
    assert (run.new, run.gone) == (len(changes.new), len(changes.gone))
    assert len(changes.changed) <= run.changed <= len(changes.changed) + len(changes.renamed)
    numbers = {slug: number for number, slug in _people(workspace)}
    assert all(numbers[new] == ids[old] for old, new in changes.renamed), "a renamed link made a second person"
    assert all(workspace.person(old).id == ids[old] for old in renamed_from), "the old link no longer finds them"


def test_an_older_archive_adds_history_only(workspace: Workspace, tmp_path: Path) -> None:
    then, now, changes = two_exports(tmp_path)
    workspace.import_files([now.path])
    connected, cards = _connected(workspace), {name: open_ids(workspace, name) for name in ("invites", "stale")}
    summary = workspace.import_files([then.path])
    assert _connected(workspace) == connected
    assert {name: open_ids(workspace, name) for name in cards} == cards
    assert summary.totals.connections == now.truth.connections
    assert workspace.export_date() == SEPTEMBER
    assert all(not workspace.person(slug).is_connected for slug in changes.gone)


def test_older_and_newer_together_are_taken_in_by_date(workspace: Workspace, tmp_path: Path) -> None:
    then, now, _ = two_exports(tmp_path)
    workspace.import_files([now.path, then.path])
    together = _connected(workspace)
    workspace.close()
    assert together == {who.profile for who in now.truth.bands}


def test_whoever_is_gone_leaves_the_queues_and_stays_findable(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export(JUNE).connect("Gil Gone", 900).connect("Sue Stays", 900).zipped(tmp_path)])
    assert len(open_ids(workspace, "stale")) == 2
    workspace.import_files([Export(SEPTEMBER).connect("Sue Stays", 990).zipped(tmp_path)])
    assert [item.name for item in workspace.items("stale")] == ["Sue Stays"]
    page = workspace.person("Gil Gone")
    assert not page.is_connected
    assert page.sources


def test_a_card_that_left_the_queue_is_not_decided_any_more(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export(JUNE).connect("Gil Gone", 900).connect("Sue Stays", 900).zipped(tmp_path)])
    cards = {item.name: item.id for item in workspace.items("stale")}
    workspace.import_files([Export(SEPTEMBER).connect("Sue Stays", 990).zipped(tmp_path)])
    with pytest.raises(NotFoundError):
        workspace.decide("stale", cards["Gil Gone"], "remove")
    assert workspace.outbox() == []


def test_an_archive_without_connections_removes_nobody(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export(JUNE).connect("Sue Stays", 900).zipped(tmp_path)])
    later = Export(SEPTEMBER).heard("Sue Stays", 3).wrote("Sue Stays", 2)
    workspace.import_files([later.zipped(tmp_path, but=["Connections.csv"])])
    assert workspace.person("Sue Stays").is_connected
    assert workspace.person("Sue Stays").received == 1
    assert workspace.export_date() == SEPTEMBER


def test_an_owner_who_only_ever_received_messages_is_known_by_the_name_they_were_addressed_by(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Profile.csv gives a name and no link: without a message of their own, the link stands beside it in TO."""
    export = Export().connect("Sue Stays", 900).heard("Sue Stays", 3).connect("Tim Talks", 800).heard("Tim Talks", 9)
    workspace.import_files([export.zipped(tmp_path)])
    assert [workspace.person(name).received for name in ("Sue Stays", "Tim Talks")] == [1, 1]


def test_a_newer_file_of_connections_alone_removes_whoever_is_missing(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export(JUNE).connect("Gil Gone", 900).connect("Sue Stays", 900).zipped(tmp_path)])
    alone = Export(SEPTEMBER).connect("Sue Stays", 990).connect("New Nick", 2)
    (tmp_path / "Connections.csv").write_text(alone.files()["Connections.csv"], encoding="utf-8")
    workspace.import_files([tmp_path / "Connections.csv"])
    assert not workspace.person("Gil Gone").is_connected
    assert workspace.person("New Nick").is_connected


def test_linked_again_is_a_new_spell_and_a_new_card(workspace: Workspace, tmp_path: Path) -> None:
    ann = person("Ann Again", slug="ann-again")
    workspace.import_files([Export(date(2024, 6, 1)).connect(ann, 1000).zipped(tmp_path)])
    (first,) = open_ids(workspace, "stale")
    workspace.decide("stale", first, "remove")
    workspace.import_files([Export(date(2025, 3, 1)).connect("Sue Stays", 1).zipped(tmp_path)])
    workspace.import_files([Export(SEPTEMBER).connect("Sue Stays", 563).connect(ann, 400).zipped(tmp_path)])
    (card,) = (item for item in workspace.items("stale") if item.name == "Ann Again")
    assert card.id != first
    assert any("remove" in reason.text for reason in card.recommendation.reasons), "it does not say when, and why"


def test_facts_that_change_do_not_lose_what_was_there(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export(JUNE).connect("Jo Jobs", 400, company="Before & Co").zipped(tmp_path)])
    workspace.import_files([Export(SEPTEMBER).connect("Jo Jobs", 490, company="After & Co").zipped(tmp_path)])
    page = workspace.person("Jo Jobs")
    assert page.company == "After & Co"
    assert len(page.sources) == 2, "the raw row of the earlier export is kept"


@pytest.mark.parametrize("at", [0, 1, 2, 3, 5, 8])
def test_stopping_in_the_middle_changes_nothing(at: int, workspace: Workspace, tmp_path: Path) -> None:
    then, now, _ = two_exports(tmp_path)
    workspace.import_files([then.path])
    before = dump(workspace.settings.store)
    calls = []

    def stop(file: str, rows: int) -> None:
        calls.append(file)
        if len(calls) > at:
            raise CancelledError("Stopped.")

    try:
        workspace.import_files([now.path], stop)
    except CancelledError:
        assert dump(workspace.settings.store) == before
        workspace.import_files([now.path])
    assert calls, "nobody was ever asked whether to go on"
    assert _connected(workspace) == {who.profile for who in now.truth.bands}


def test_the_order_of_imports_does_not_matter_for_who_is_who(workspace: Workspace, tmp_path: Path) -> None:
    """Two stores that took in the same two exports, in either order, agree on everybody who is connected."""
    then, now, _ = two_exports(tmp_path)
    workspace.import_files([then.path])
    workspace.import_files([now.path])
    forwards = _facts(workspace)
    workspace.close()
    from tests.models.support import opened

    other = opened(tmp_path, "other.db")
    other.import_files([now.path])
    other.import_files([then.path])
    backwards = _facts(other)
    other.close()
    assert forwards == backwards


def test_importing_everything_again_in_any_order_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    then, now, _ = two_exports(tmp_path)
    workspace.import_files([then.path])
    workspace.import_files([now.path])
    before = out_of_log(workspace.settings.store)
    for path in (then.path, now.path, then.path):
        workspace.import_files([path])
        assert out_of_log(workspace.settings.store) == before


def _connected(workspace: Workspace) -> set[str | None]:
    return {slug for _, slug in _people(workspace, "WHERE c.gone_export IS NULL")}


def _people(workspace: Workspace, where: str = "") -> list[tuple[int, str | None]]:
    query = f"SELECT p.id, p.slug FROM person p JOIN connection c ON c.person_id = p.id {where}"
    return _query(workspace, query)


def _facts(workspace: Workspace) -> list[tuple]:
    query = """
        SELECT p.name, p.slug, p.company, p.title, c.connected_on, COALESCE(s.band, 'never') FROM connection c
        JOIN person p ON p.id = c.person_id LEFT JOIN person_signals s ON s.person_id = p.id
        WHERE c.gone_export IS NULL ORDER BY p.slug
    """
    return _query(workspace, query)


def _query(workspace: Workspace, query: str) -> list[tuple]:
    with closing(sqlite3.connect(f"file:{workspace.settings.store}?mode=ro", uri=True)) as database:
        return database.execute(query).fetchall()


def test_a_job_that_ended_since_the_last_export_is_one_job(workspace: Workspace, tmp_path: Path) -> None:
    for month, ended in ((1, ""), (2, "Jan 2026")):
        path = tmp_path / f"Basic_LinkedInDataExport_0{month}-01-2026.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(
                "Positions.csv", f"Company Name,Title,Started On,Finished On\nHarbourlight,Engineer,Jan 2020,{ended}\n"
            )
        workspace.import_files([path])
    assert [(job.company, job.finished) for job in Position.select()] == [("Harbourlight", "Jan 2026")]
