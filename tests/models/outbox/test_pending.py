"""What is left to do by hand: steps, drafts, staging, closing; and what a newer export says of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from models.decisions.verdicts import VERDICTS, errands_of
from models.errors import ConflictError, NotFoundError
from models.outbox.errand_kinds import MANUALS, ErrandKind
from models.workspace import Workspace
from tests.models.support import Export, dump, open_ids

_GAP = re.compile(r"\[[a-z ]+\]")


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Moves the machine's clock to the noon of a day."""
    return lambda day: monkeypatch.setenv(
        "PICKY_NOW", datetime(day.year, day.month, day.day, 12, tzinfo=UTC).isoformat()
    )


def _decided(workspace: Workspace, folder: Path, export: Export, queue: str, verdict: str) -> int:
    """The errand that a verdict on the only card of a queue leaves."""
    workspace.import_files([export.zipped(folder)])
    (card,) = open_ids(workspace, queue)
    errand = workspace.decide(queue, card, verdict).errand
    assert errand is not None
    return errand


def test_every_kind_of_errand_has_a_title_and_steps_and_only_removals_are_staged() -> None:
    assert set(MANUALS) == set(ErrandKind) >= {kind for queue in VERDICTS for kind in errands_of(queue).values()}
    assert all(manual.title and len(manual.steps) >= 2 for manual in MANUALS.values())
    assert [kind for kind, manual in MANUALS.items() if manual.is_staged] == [ErrandKind.REMOVE]


def test_verdicts_that_need_nothing_on_linkedin_leave_nothing(workspace: Workspace, tmp_path: Path) -> None:
    export = Export()
    for number, name in enumerate(("Ann A", "Bo B", "Cy C")):
        export.connect(name, 900 - number)
    workspace.import_files([export.zipped(tmp_path)])
    for card, verdict in zip(open_ids(workspace, "stale"), ("keep", "later", "pin"), strict=True):
        assert workspace.decide("stale", card, verdict).errand is None
    assert workspace.outbox() == []


def test_a_draft_says_only_what_is_on_record_and_shows_its_gaps(workspace: Workspace, tmp_path: Path) -> None:
    _decided(workspace, tmp_path, Export().connect("Ann Lee", 900), "stale", "reconnect")
    (todo,) = workspace.outbox()
    assert todo.draft.startswith("Hi Ann,")
    assert _GAP.findall(todo.draft) == ["[last contact]"], "nobody ever wrote: the draft must not say when"


def test_a_draft_names_the_month_of_the_last_contact_when_it_is_known(workspace: Workspace, tmp_path: Path) -> None:
    export = Export().connect("Ann Lee", 3000).wrote("Ann Lee", 2000).heard("Ann Lee", 1999)
    _decided(workspace, tmp_path, export, "stale", "reconnect")
    (todo,) = workspace.outbox()
    assert f"{export.ago(1999):%B %Y}" in todo.draft
    assert not _GAP.search(todo.draft)


@pytest.mark.parametrize(
    ("verdict", "goes_to"), [("decline", "Ask Asker"), ("mention", "Ask Asker"), ("blurb", "Ask Asker")]
)
def test_answers_to_a_request_go_to_the_asker_and_leak_nothing_of_the_target(
    verdict: str, goes_to: str, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.import_files([Export().connect("Ask Asker", 300).connect("Tara Target", 400).zipped(tmp_path)])
    workspace.ask("Ask Asker", "Tara Target", "I need a job.")
    workspace.decide("intros", "c1", verdict)
    (todo,) = workspace.outbox()
    assert todo.name == goes_to
    assert todo.draft.startswith("Hi Ask,")
    assert "Tara" not in todo.draft if verdict == "decline" else True
    assert not _GAP.search(todo.draft)


def test_introducing_asks_the_target_first_in_the_words_of_the_asker(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export().connect("Ask Asker", 300).connect("Tara Target", 400).zipped(tmp_path)])
    workspace.ask("Ask Asker", "Tara Target", "I build bridges {asker} {first_name} %s and seek work.")
    workspace.decide("intros", "c1", "introduce")
    (todo,) = workspace.outbox()
    assert (todo.name, todo.slug, todo.kind) == ("Tara Target", "tara-target", ErrandKind.ASK_TARGET)
    assert todo.draft.startswith("Hi Tara,")
    assert "“I build bridges {asker} {first_name} %s and seek work.”" in todo.draft, "their words are not a template"
    assert "Ask Asker" in todo.draft


def test_a_request_without_words_shows_the_gap(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export().connect("Ask Asker", 300).connect("Tara Target", 400).zipped(tmp_path)])
    workspace.ask("Ask Asker", "Tara Target")
    workspace.decide("intros", "c1", "introduce")
    assert _GAP.findall(workspace.outbox()[0].draft) == ["[words]"]


def test_a_removal_does_not_count_until_it_is_confirmed(workspace: Workspace, tmp_path: Path) -> None:
    errand = _decided(workspace, tmp_path, Export().connect("Ann Lee", 900), "stale", "remove")
    assert [todo.state for todo in workspace.outbox()] == ["staged"]
    assert workspace.outbox_counts() == (0, 1)
    before = dump(workspace.settings.store)
    with pytest.raises(ConflictError):
        workspace.close_errand(errand, "done")
    assert dump(workspace.settings.store) == before
    workspace.confirm([errand])
    assert [todo.state for todo in workspace.outbox()] == ["open"]
    with pytest.raises(NotFoundError):
        workspace.confirm([errand])
    workspace.undo()
    assert workspace.outbox_counts() == (0, 1)


def test_a_staged_removal_can_be_dropped_and_gives_its_card_back(workspace: Workspace, tmp_path: Path) -> None:
    errand = _decided(workspace, tmp_path, Export().connect("Ann Lee", 900), "stale", "remove")
    workspace.close_errand(errand, "cancelled")
    assert workspace.outbox() == []
    assert len(open_ids(workspace, "stale")) == 1
    workspace.undo()
    assert workspace.outbox_counts() == (0, 1)
    assert open_ids(workspace, "stale") == []


@pytest.mark.parametrize("state", ["done", "not_found"])
def test_a_closed_errand_leaves_the_list_and_its_card_stays_decided(
    state: str, workspace: Workspace, tmp_path: Path
) -> None:
    errand = _decided(workspace, tmp_path, Export().invited("Ann Lee", 9), "invites", "accept")
    workspace.close_errand(errand, state)
    assert workspace.outbox() == []
    assert open_ids(workspace, "invites") == []
    for again in ("done", "not_found", "cancelled"):
        with pytest.raises(ConflictError):
            workspace.close_errand(errand, again)


@pytest.mark.parametrize("number", [0, 1, -1, 999_999])
def test_an_unknown_errand_is_told(number: int, workspace: Workspace) -> None:
    with pytest.raises(NotFoundError):
        workspace.close_errand(number, "done")


def test_a_decision_carried_out_is_not_undone_until_done_is_taken_back(workspace: Workspace, tmp_path: Path) -> None:
    errand = _decided(workspace, tmp_path, Export().invited("Ann Lee", 9), "invites", "accept")
    decided = workspace.history()[0].id
    workspace.close_errand(errand, "done")
    before = dump(workspace.settings.store)
    with pytest.raises(ConflictError) as told:
        workspace.undo(decided)
    assert "LinkedIn" in told.value.sentence
    assert dump(workspace.settings.store) == before
    workspace.undo()
    workspace.undo()
    assert len(open_ids(workspace, "invites")) == 1


def test_changing_ones_mind_about_what_is_done_does_not_silently_undo_it(workspace: Workspace, tmp_path: Path) -> None:
    errand = _decided(workspace, tmp_path, Export().invited("Ann Lee", 9), "invites", "accept")
    workspace.close_errand(errand, "done")
    with pytest.raises(ConflictError):
        workspace.close_errand(errand, "cancelled")
    assert open_ids(workspace, "invites") == []


def test_a_removal_that_a_newer_export_refutes_is_open_again_and_says_so(
    workspace: Workspace, at: Callable[[date], None], tmp_path: Path
) -> None:
    errand = _decided(workspace, tmp_path, Export().connect("Ann Lee", 900), "stale", "remove")
    workspace.confirm([errand])
    workspace.close_errand(errand, "done")
    assert workspace.outbox() == []
    workspace.import_files([Export().connect("Ann Lee", 900).zipped(tmp_path)])
    assert workspace.outbox() == [], "the export is from before it was done"
    at(date(2026, 10, 12))
    workspace.import_files([Export(date(2026, 10, 10)).connect("Ann Lee", 925).zipped(tmp_path)])
    (todo,) = workspace.outbox()
    assert (todo.id, todo.state) == (errand, "open")
    assert "2026-10-10" in todo.reopened
    assert workspace.outbox_counts() == (1, 0)


@pytest.mark.parametrize("how", ["done", "not_found", "cancelled"])
def test_what_was_reopened_can_be_closed_again(
    how: str, workspace: Workspace, at: Callable[[date], None], tmp_path: Path
) -> None:
    errand = _decided(workspace, tmp_path, Export().connect("Ann Lee", 900), "stale", "remove")
    workspace.confirm([errand])
    workspace.close_errand(errand, "done")
    at(date(2026, 10, 12))
    workspace.import_files([Export(date(2026, 10, 10)).connect("Ann Lee", 925).zipped(tmp_path)])
    workspace.close_errand(errand, how)
    assert workspace.outbox() == []
    workspace.undo()
    assert [todo.id for todo in workspace.outbox()] == [errand]
    workspace.redo()
    at(date(2026, 11, 12))
    workspace.import_files([Export(date(2026, 11, 10)).connect("Ann Lee", 956).zipped(tmp_path)])
    assert len(workspace.outbox()) == (1 if how == "done" else 0), "done, and refuted once more"


def test_a_removal_that_the_next_export_confirms_stays_done(
    workspace: Workspace, at: Callable[[date], None], tmp_path: Path
) -> None:
    export = Export().connect("Ann Lee", 900).connect("Bo Roe", 10)
    workspace.import_files([export.zipped(tmp_path)])
    errand = workspace.decide("stale", open_ids(workspace, "stale")[0], "remove").errand
    assert errand
    workspace.confirm([errand])
    workspace.close_errand(errand, "done")
    at(date(2026, 10, 12))
    workspace.import_files([Export(date(2026, 10, 10)).connect("Bo Roe", 35).zipped(tmp_path)])
    assert workspace.outbox() == []


def test_an_acceptance_that_a_newer_export_refutes_is_open_again(
    workspace: Workspace, at: Callable[[date], None], tmp_path: Path
) -> None:
    export = Export().invited("Ann Lee", 9).connect("Bo Roe", 10)
    errand = _decided(workspace, tmp_path, export, "invites", "accept")
    workspace.close_errand(errand, "done")
    at(date(2026, 10, 12))
    later = Export(date(2026, 10, 10)).invited("Ann Lee", 34).connect("Bo Roe", 35)
    workspace.import_files([later.zipped(tmp_path)])
    (todo,) = workspace.outbox()
    assert "2026-10-10" in todo.reopened
    at(date(2026, 10, 20))
    workspace.close_errand(errand, "done")
    last = Export(date(2026, 10, 25)).invited("Ann Lee", 49).connect("Ann Lee", 4).connect("Bo Roe", 50)
    workspace.import_files([last.zipped(tmp_path)])
    assert workspace.outbox() == []


def test_an_acceptance_that_worked_and_ended_later_is_not_reopened(
    workspace: Workspace, at: Callable[[date], None], tmp_path: Path
) -> None:
    """Accepted, seen as connected, then unlinked a year later: the errand was done."""
    export = Export().invited("Ann Lee", 9).connect("Bo Roe", 10)
    workspace.close_errand(_decided(workspace, tmp_path, export, "invites", "accept"), "done")
    connected = Export(date(2026, 10, 10)).invited("Ann Lee", 34).connect("Ann Lee", 20).connect("Bo Roe", 35)
    workspace.import_files([connected.zipped(tmp_path)])
    assert workspace.outbox() == []
    at(date(2027, 10, 12))
    workspace.import_files([Export(date(2027, 10, 10)).connect("Bo Roe", 400).zipped(tmp_path)])
    assert workspace.outbox() == []


def test_an_archive_without_connections_refutes_nothing(
    workspace: Workspace, at: Callable[[date], None], tmp_path: Path
) -> None:
    errand = _decided(workspace, tmp_path, Export().connect("Ann Lee", 900), "stale", "remove")
    workspace.confirm([errand])
    workspace.close_errand(errand, "done")
    at(date(2026, 10, 12))
    later = Export(date(2026, 10, 10)).wrote("Bo Roe", 1)
    workspace.import_files([later.zipped(tmp_path, but=["Connections.csv"])])
    assert workspace.outbox() == []


def test_cancelling_what_was_reopened_leaves_a_newer_verdict_on_the_card_alone(
    workspace: Workspace, at: Callable[[date], None], tmp_path: Path
) -> None:
    errand = _decided(workspace, tmp_path, Export().connect("Ann Lee", 900), "stale", "remove")
    workspace.confirm([errand])
    workspace.close_errand(errand, "done")
    at(date(2026, 10, 12))
    workspace.import_files([Export(date(2026, 10, 10)).connect("Ann Lee", 925).zipped(tmp_path)])
    card = str(workspace.outbox()[0].subject)
    workspace.decide("stale", card, "reconnect")
    workspace.close_errand(errand, "cancelled")
    assert workspace.card("stale", card).decided == "reconnect"
    assert [todo.kind for todo in workspace.outbox()] == [ErrandKind.RECONNECT]


def test_errands_stand_grouped_by_kind_and_oldest_first(workspace: Workspace, tmp_path: Path) -> None:
    export = Export()
    for number in range(3):
        export.connect(f"Pat P{number}", 900 - number).invited(f"Ina I{number}", 5 + number)
    workspace.import_files([export.zipped(tmp_path)])
    for stale, invite in zip(open_ids(workspace, "stale"), open_ids(workspace, "invites"), strict=True):
        workspace.decide("stale", stale, "remove")
        workspace.decide("invites", invite, "accept")
    kinds = [todo.kind for todo in workspace.outbox()]
    assert kinds == [ErrandKind.ACCEPT] * 3 + [ErrandKind.REMOVE] * 3
    assert [todo.id for todo in workspace.outbox()] == [2, 4, 6, 1, 3, 5]


def test_somebody_removed_and_linked_anew_later_does_not_refute_the_removal(
    workspace: Workspace, at: Callable[[date], None], tmp_path: Path
) -> None:
    errand = _decided(workspace, tmp_path, Export().connect("Ann Lee", 900), "stale", "remove")
    workspace.confirm([errand])
    workspace.close_errand(errand, "done")
    at(date(2027, 10, 12))
    workspace.import_files([Export(date(2027, 10, 10)).connect("Ann Lee", 30).zipped(tmp_path)])
    assert workspace.outbox() == []
