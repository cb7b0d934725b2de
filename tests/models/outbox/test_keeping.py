"""Keeping a draft: an operation like any other, that stands through imports and is taken back in its turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import ConflictError, NotFoundError
from models.outbox.pending import PendingErrand
from models.workspace import Workspace
from tests.models.support import Export, dump, open_ids, opened

EXPORT = Export().connect("Ann Lee", 3000).wrote("Ann Lee", 2000).heard("Ann Lee", 1999)


@pytest.fixture
def todo(workspace: Workspace, tmp_path: Path) -> PendingErrand:
    """A draft to Ann, whom the user writes again to."""
    workspace.import_files([EXPORT.zipped(tmp_path)])
    workspace.decide("stale", *open_ids(workspace, "stale"), "reconnect")
    return workspace.outbox()[0]


def _draft(workspace: Workspace) -> str:
    return workspace.outbox(everything=True)[0].draft


def test_a_kept_draft_stands_through_another_start_and_another_import(
    workspace: Workspace, todo: PendingErrand, tmp_path: Path
) -> None:
    workspace.keep_draft(todo, "Hello Ann!", "warm", "en")
    workspace.import_files([EXPORT.zipped(tmp_path)])
    workspace.close()
    again = opened(tmp_path)
    assert _draft(again) == "Hello Ann!"
    again.undo()
    assert _draft(again) == todo.draft
    again.close()


def test_history_tells_what_was_done_to_a_draft(workspace: Workspace, todo: PendingErrand) -> None:
    workspace.keep_draft(todo, "Hello Ann!", "warm", "en")
    workspace.keep_draft(workspace.outbox()[0], "", "formal", "de")
    told = [line.sentence for line in workspace.history(limit=2)]
    assert told == ["made the draft to Ann Lee anew in formal German", "edited the draft to Ann Lee"]
    assert workspace.outbox()[0].draft.startswith("Guten Tag Ann Lee,")


def test_a_verdict_is_not_taken_back_from_under_a_draft_that_was_edited_since(
    workspace: Workspace, todo: PendingErrand
) -> None:
    decided = workspace.history(limit=1)[0].id
    workspace.keep_draft(todo, "Hello Ann!", "warm", "en")
    before = dump(workspace.settings.store)
    with pytest.raises(ConflictError, match="has changed since"):
        workspace.undo(decided)
    assert dump(workspace.settings.store) == before
    workspace.undo()
    workspace.undo()
    assert workspace.outbox() == []


def test_an_edited_draft_goes_with_its_errand_when_the_verdict_is_replaced(
    workspace: Workspace, todo: PendingErrand
) -> None:
    workspace.keep_draft(todo, "Hello Ann!", "warm", "en")
    workspace.decide("stale", str(todo.subject), "keep")
    assert workspace.outbox() == []
    workspace.undo()
    assert _draft(workspace) == "Hello Ann!"


def test_the_draft_of_a_closed_errand_is_kept_no_more(workspace: Workspace, todo: PendingErrand) -> None:
    workspace.close_errand(todo.id, "done")
    with pytest.raises(ConflictError, match="This errand is done already"):
        workspace.keep_draft(todo, "Hello Ann!", "warm", "en")
    with pytest.raises(NotFoundError):
        workspace.keep_draft(todo._replace(id=99), "Hello Ann!", "warm", "en")


def test_only_what_the_draft_may_say_is_kept_with_the_errand(workspace: Workspace, todo: PendingErrand) -> None:
    assert set(todo.facts) == {"first_name", "name", "last_contact", "my_name"}
    assert todo.facts["last_contact"] == (EXPORT.ago(1999).date().isoformat(), todo.facts["last_contact"].source)
    assert todo.facts["last_contact"].source.startswith("your messages, the last of ")


def test_a_voice_that_nobody_chose_follows_the_settings(
    workspace: Workspace, todo: PendingErrand, tmp_path: Path
) -> None:
    workspace.keep_draft(todo, "", todo.written.voice.value, "de")
    workspace.close()
    workspace.settings = workspace.settings._replace(voice="brief")
    again = Workspace(workspace.settings)
    (found,) = again.outbox()
    assert (found.written.voice.value, found.written.language) == ("brief", "de")
    again.close()
