"""The mirror: where you are the one who does not take silence for an answer."""

from __future__ import annotations

from pathlib import Path

from models.workspace import Workspace
from tests.models.support import Export


def _told(workspace: Workspace, name: str) -> dict[str, object]:
    told: dict[str, object] = workspace.person(name).json()["silence"]
    return told


def test_it_counts_how_often_in_a_row_you_wrote(workspace: Workspace, tmp_path: Path) -> None:
    export = Export().connect("Nils Ito", 900).heard("Nils Ito", 800)
    for days in (700, 500, 300):
        export.wrote("Nils Ito", days)
    workspace.import_files([export.zipped(tmp_path)])
    told = _told(workspace, "Nils Ito")
    assert (told["in_a_row"], told["since"]) == (3, "2024-10-15")
    assert told["sentences"] == ["You wrote 3 times in a row, since 15 Oct 2024, to no answer."]


def test_a_last_word_is_no_reproach(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files(
        [Export().connect("Ann Lee", 900).heard("Ann Lee", 80).wrote("Ann Lee", 70).zipped(tmp_path)]
    )
    assert _told(workspace, "Ann Lee")["sentences"] == ["The last word is yours, of 7 Jul 2026."]


def test_whoever_wrote_last_leaves_nothing_to_say(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files(
        [Export().connect("Ann Lee", 900).wrote("Ann Lee", 80).heard("Ann Lee", 70).zipped(tmp_path)]
    )
    assert _told(workspace, "Ann Lee") == {
        "in_a_row": 0, "since": None, "invitations_not_accepted": 0, "sentences": [],
    }  # fmt: skip


def test_it_names_invitations_that_were_not_accepted_and_asks_that_got_no_answer(
    workspace: Workspace, tmp_path: Path
) -> None:
    export = Export().invited("Ann Lee", 300, outgoing=True).invited("Ann Lee", 20, outgoing=True)
    workspace.import_files([export.invited("Ina Inviter", 9).zipped(tmp_path)])
    assert _told(workspace, "Ann Lee")["sentences"] == ["You invited them twice, and they did not accept."]
    (card,) = (item.id for item in workspace.items("invites"))
    errand = workspace.decide("invites", card, "ask").errand
    assert errand
    workspace.close_errand(errand, "done")
    assert _told(workspace, "Ina Inviter")["sentences"] == [
        "You asked Ina on 17 September 2026 where you met, and they never answered. Silence is an answer."
    ]
