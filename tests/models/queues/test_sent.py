"""Invitations you sent, unanswered: who is in the queue, what its cards say, and what a verdict leaves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.decisions.capture import NewEncounter
from models.errors import UsageError
from models.workspace import Workspace
from tests.factories import cards
from tests.models.support import Export, counted, open_ids


def _sent(workspace: Workspace, tmp_path: Path) -> None:
    export = Export().invited("Ann Lee", 100, outgoing=True).invited("Bo Roe", 3, "Nice talk.", outgoing=True)
    export.invited("Cy Poe", 40, outgoing=True).invited("Di Received", 20).invited("Ed Old", 300, outgoing=True)
    export.invited("Fi Friend", 50, outgoing=True).connect("Fi Friend", 45)
    workspace.import_files([export.zipped(tmp_path)])


def test_only_what_you_sent_and_nobody_answered_is_there_oldest_first(workspace: Workspace, tmp_path: Path) -> None:
    _sent(workspace, tmp_path)
    assert cards(workspace, "sent") == ["Ann Lee", "Cy Poe", "Bo Roe"]


def test_a_card_says_how_long_and_what_you_wrote(workspace: Workspace, tmp_path: Path) -> None:
    _sent(workspace, tmp_path)
    workspace.met(NewEncounter("Bo Roe", event="Harbour Conf", on=date(2026, 9, 1), impression="liked"))
    values = next(item for item in workspace.items("sent") if item.name == "Bo Roe").json()
    assert values["id"] == open_ids(workspace, "sent")[2]
    assert (values["name"], values["profile"], values["note"]) == ("Bo Roe", "bo-roe", "Nice talk.")
    assert (values["sent_at"], values["days_silent"], values["certainty"]) == ("2026-09-12T12:00:00Z", 3, "probable")
    assert values["met"] == {"event": "Harbour Conf", "date": "2026-09-01", "impression": "liked"}
    assert values["recommendation"] == "leave"
    assert workspace.items("sent")[0].recommendation.verdict == "withdraw"


def test_withdrawing_leaves_the_steps_and_no_text(workspace: Workspace, tmp_path: Path) -> None:
    _sent(workspace, tmp_path)
    done = workspace.decide("sent", open_ids(workspace, "sent")[0], "withdraw")
    assert done.sentence == "decided to withdraw the invitation to Ann Lee"
    (todo,) = workspace.outbox()
    assert (todo.kind, todo.state, todo.name, todo.draft) == ("withdraw_invitation", "open", "Ann Lee", "")
    assert "Withdraw" in " ".join(todo.steps)
    assert workspace.close_errand(todo.id, "done")[1] == "done on LinkedIn: withdrew the invitation to Ann Lee"


def test_leaving_it_leaves_nothing_to_do(workspace: Workspace, tmp_path: Path) -> None:
    _sent(workspace, tmp_path)
    workspace.decide("sent", open_ids(workspace, "sent")[0], "leave")
    assert workspace.outbox() == []


@pytest.mark.parametrize("verdict", ["withdraw", "leave"])
def test_a_closed_card_is_not_brought_back_by_any_import(
    verdict: str, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _sent(workspace, tmp_path)
    workspace.decide("sent", open_ids(workspace, "sent")[0], verdict)
    for day in (date(2026, 9, 20), date(2026, 11, 1), date(2027, 5, 1)):
        monkeypatch.setenv("PICKY_NOW", f"{day}T09:00:00+00:00")
        again = Export(day).invited("Ann Lee", (day - date(2026, 6, 7)).days, outgoing=True)
        workspace.import_files([again.zipped(tmp_path)])
        assert "Ann Lee" not in cards(workspace, "sent")
    workspace.import_files([Export(date(2026, 7, 1)).invited("Ann Lee", 24, outgoing=True).zipped(tmp_path)])
    assert "Ann Lee" not in cards(workspace, "sent")


def test_a_card_put_off_comes_back_and_leaves_when_they_accept(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _sent(workspace, tmp_path)
    workspace.decide("sent", open_ids(workspace, "sent")[0], "later")
    assert counted(workspace, "sent").later == 1
    monkeypatch.setenv("PICKY_NOW", "2026-09-25T09:00:00+00:00")
    assert cards(workspace, "sent")[0] == "Ann Lee"
    accepted = Export(date(2026, 9, 24)).connect("Ann Lee", 1).invited("Ann Lee", 109, outgoing=True)
    workspace.import_files([accepted.zipped(tmp_path)])
    assert "Ann Lee" not in cards(workspace, "sent")


def test_nobody_can_be_reminded(workspace: Workspace, tmp_path: Path) -> None:
    _sent(workspace, tmp_path)
    for verdict in ("remind", "ask", "reconnect", "reply"):
        with pytest.raises(UsageError):
            workspace.decide("sent", open_ids(workspace, "sent")[0], verdict)


def test_who_wrote_since_is_not_silent(workspace: Workspace, tmp_path: Path) -> None:
    export = Export().invited("Ann Lee", 100, outgoing=True).heard("Ann Lee", 20, "I was away, sorry.")
    export.invited("Bo Roe", 100, outgoing=True).wrote("Bo Roe", 30).wrote("Bo Roe", 20)
    workspace.import_files([export.zipped(tmp_path)])
    by_name = {item.name: item for item in workspace.items("sent")}
    assert by_name["Ann Lee"].json()["wrote_since"] == "2026-08-26"
    assert by_name["Ann Lee"].recommendation.verdict != "withdraw"
    assert by_name["Bo Roe"].json()["messages_since"] == 2
    assert any("to no answer" in reason.text for reason in by_name["Bo Roe"].recommendation.reasons)
