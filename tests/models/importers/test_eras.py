"""Archives of every era, in every container, against what is true in them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from models.importers.summary import ImportSummary
from models.workspace import Workspace
from tests.effort import IS_NIGHTLY
from tests.invented.eras import CONNECTIONS, CONTAINERS, ERAS, FILES, INVITATIONS, MESSAGES, archive
from tests.invented.forms import FORMS
from tests.invented.truth import Invented, Sent, Truth, plain
from tests.models.support import dump

_SUBSETS = ((CONNECTIONS,), (INVITATIONS, CONNECTIONS), (CONNECTIONS, MESSAGES), (INVITATIONS, MESSAGES), (MESSAGES,))


def _cases() -> Iterator[tuple[str, str, int]]:
    """Every era, every container and several seeds, each at least twice; all of them at night."""
    containers = tuple(CONTAINERS)
    for number, era in enumerate(ERAS):
        some = containers if IS_NIGHTLY else {"zip", containers[number % 12], containers[(5 * number + 3) % 12]}
        yield from ((era, container, 1 + number % 4) for container in sorted(some))


@pytest.mark.parametrize(("era", "container", "seed"), _cases())
def test_an_archive_of_any_era_in_any_container_says_what_is_true(
    era: str, container: str, seed: int, workspace: Workspace, tmp_path: Path
) -> None:
    made = archive(era, tmp_path, seed=seed, n_connections=130, container=container)
    summary = workspace.import_files([made.path])
    _check(made, summary, workspace.settings.store, links=not FORMS[era].named_connections)


@pytest.mark.parametrize("only", _SUBSETS, ids=" and ".join)
@pytest.mark.parametrize("era", ["2018", "2021", "2023-12", "2026"])
def test_files_that_are_missing_leave_the_rest_true(
    era: str, only: tuple[str, ...], workspace: Workspace, tmp_path: Path
) -> None:
    made = archive(era, tmp_path, only=only)
    _check(made, workspace.import_files([made.path]), workspace.settings.store, links=not FORMS[era].named_connections)


def _check(made: Invented, summary: ImportSummary, store: Path, *, links: bool) -> None:
    truth = made.truth
    told = [_told(row) for row in _query(store, _FATES)]
    assert summary.export_date == made.export_date
    assert not summary.problems
    assert _rows(summary) == {
        "connections": truth.connections + truth.hidden,
        "invitations": truth.invitations,
        "messages": truth.message_rows,
    }
    totals = summary.totals
    assert (totals.connections, totals.hidden_rows) == (truth.connections, truth.hidden)
    assert (totals.invitations, totals.messages) == (truth.invitations, truth.messages)
    assert _fates(told, outgoing=False) == {
        "pending": truth.pending, "cannot_tell": truth.cannot_tell, "accepted": truth.accepted, "expired": truth.expired
    }  # fmt: skip
    sent = _fates(told, outgoing=True)
    assert (sent["pending"], sent["cannot_tell"]) == (truth.sent_pending, truth.sent_cannot_tell)
    _check_sorts(truth, store)
    assert not _bands(truth, links=links) - _held_bands(store, links=links)
    assert _fact(store, "owner_slug") == truth.owner_profile


def _rows(summary: ImportSummary) -> dict[str, int]:
    found = Counter({"connections": 0, "invitations": 0, "messages": 0})
    for _, run in summary.runs:
        if run.kind in found:
            found[run.kind] += run.rows
    return dict(found)


_FATES = """
    SELECT i.outgoing, i.fate, i.certainty, p.name, i.sent_at FROM invitation i JOIN person p ON p.id = i.person_id
"""


def _told(row: tuple[bool, str, str, str, int]) -> tuple[bool, str, Sent]:
    outgoing, fate, certainty, name, sent_at = row
    word = {"removed": "accepted"}.get(fate, fate)
    word = "cannot_tell" if (word, certainty) == ("pending", "cannot_tell") else word
    return bool(outgoing), word, Sent(plain(name), datetime.fromtimestamp(sent_at, UTC))


def _fates(told: list[tuple[bool, str, Sent]], *, outgoing: bool) -> dict[str, frozenset[Sent]]:
    words = ("pending", "cannot_tell", "accepted", "expired")
    return {word: frozenset(sent for way, fate, sent in told if way is outgoing and fate == word) for word in words}


def _check_sorts(truth: Truth, store: Path) -> None:
    """Only talk is talk. Whose words are nobody's, and why, a file without links cannot always tell."""
    held = Counter(dict(_query(store, "SELECT sort, COUNT(*) FROM message GROUP BY sort")))
    repeated = truth.message_rows - truth.messages
    talks = truth.kinds.get("conversation", 0) - repeated
    strangers = truth.kinds.get("stranger", 0) + truth.kinds.get("inmail", 0)
    copies = truth.kinds.get("note", 0)
    assert (held["draft"], held["spam"]) == (truth.kinds.get("draft", 0), truth.kinds.get("spam", 0))
    if truth.invitations and truth.connections:
        assert held["note_copy"] == copies
        assert talks <= held["talk"] + held["ambiguous"] <= talks + strangers


def _bands(truth: Truth, *, links: bool) -> Counter[tuple[object, ...]]:
    return Counter(
        (who.name, who.profile if links else None, who.connected_on, band) for who, band in truth.bands.items()
    )


def _held_bands(store: Path, *, links: bool) -> Counter[tuple[object, ...]]:
    query = """
        SELECT p.name, p.slug, c.connected_on, COALESCE(s.band, 'never') FROM connection c
        JOIN person p ON p.id = c.person_id LEFT JOIN person_signals s ON s.person_id = p.id
        WHERE c.gone_export IS NULL
    """
    return Counter(
        (plain(name), slug if links else None, date.fromisoformat(day), band)
        for name, slug, day, band in _query(store, query)
    )


def _fact(store: Path, key: str) -> str | None:
    found = _query(store, f"SELECT value FROM fact WHERE key = '{key}'")
    return found[0][0] if found else None


def _query(store: Path, query: str) -> list[tuple]:
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as database:
        return database.execute(query).fetchall()


@pytest.mark.parametrize("era", ERAS)
def test_a_second_import_changes_nothing(era: str, workspace: Workspace, tmp_path: Path) -> None:
    made = archive(era, tmp_path, seed=5)
    workspace.import_files([made.path])
    before = dump(workspace.settings.store)
    summary = workspace.import_files([made.path])
    assert dump(workspace.settings.store) == before
    assert [(run.new, run.changed, run.gone) for _, run in summary.runs] == [(0, 0, 0)] * len(summary.runs)
    assert all(run.unchanged + run.hidden == run.rows for _, run in summary.runs if run.kind != "profile")


@pytest.mark.parametrize(
    ("then", "now"), [("2026", "excel-english"), ("excel-english", "2026"), ("2026", "rearranged"), ("2026", "numbers")]
)
def test_the_same_export_saved_again_by_a_spreadsheet_is_no_news(
    then: str, now: str, workspace: Workspace, tmp_path: Path
) -> None:
    first = archive(then, tmp_path)
    second = archive(now, tmp_path / "again" if (tmp_path / "again").mkdir() is None else tmp_path)
    before = workspace.import_files([first.path]).totals
    again = workspace.import_files([second.path])
    assert again.totals == before
    assert [(run.kind, run.new, run.gone) for _, run in again.runs if run.new or run.gone] == []
    assert _held_bands(workspace.settings.store, links=True) == _bands(first.truth, links=True)


@pytest.mark.parametrize("order", [FILES, FILES[::-1]], ids=["as listed", "messages first"])
def test_single_files_one_after_another_say_what_the_archive_says(
    order: tuple[str, ...], workspace: Workspace, tmp_path: Path
) -> None:
    made = archive("2026", tmp_path, container="folder")
    inside = {path.name.lower(): path for path in made.path.iterdir()}
    for name in ("profile.csv", *order, "recommendations_given.csv", "recommendations_received.csv"):
        summary = workspace.import_files([inside[name]])
    store = workspace.settings.store
    assert _fates([_told(row) for row in _query(store, _FATES)], outgoing=False)["pending"] == made.truth.pending
    assert _held_bands(store, links=True) == _bands(made.truth, links=True)
    assert summary.totals.connections == made.truth.connections
