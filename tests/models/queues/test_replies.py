"""Messages you owe an answer to: who is in the queue, who has another card, and when a card closes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.workspace import Workspace
from tests.factories import cards
from tests.models.support import Export, open_ids

_Q = "Do you still have the slides?"
_PLEA = "Could you introduce me to Vera Haddad? I am looking for a job."


def _import(workspace: Workspace, export: Export, tmp_path: Path) -> None:
    workspace.import_files([export.zipped(tmp_path)])


def test_the_last_word_must_be_theirs_ask_something_and_be_a_year_old_at_most(
    workspace: Workspace, tmp_path: Path
) -> None:
    export = Export()
    for name in ("Ann Lee", "Bo Roe", "Cy Poe", "Di Fox", "Ed Gar", "Fi Hay"):
        export.connect(name, 900).wrote(name, 800)
    export.heard("Ann Lee", 30, _Q).heard("Bo Roe", 365, _Q).heard("Cy Poe", 366, _Q)
    export.heard("Di Fox", 20, "Thanks, see you!").heard("Ed Gar", 20, _Q).wrote("Ed Gar", 19)
    export.heard("Fi Hay", 40, _Q).heard("Fi Hay", 10, "Sag mir bitte Bescheid.")
    _import(workspace, export, tmp_path)
    assert cards(workspace, "replies") == ["Bo Roe", "Ann Lee", "Fi Hay"], "oldest first, one card for each person"


def test_a_later_thank_you_closes_the_question(workspace: Workspace, tmp_path: Path) -> None:
    _import(
        workspace, Export().connect("Ann Lee", 900).heard("Ann Lee", 30, _Q).heard("Ann Lee", 9, "Found it."), tmp_path
    )
    assert cards(workspace, "replies") == []


def test_a_request_for_an_introduction_stands_on_its_own_card_alone(workspace: Workspace, tmp_path: Path) -> None:
    export = Export().connect("Vera Haddad", 900).connect("Ask Asker", 900).wrote("Ask Asker", 400)
    export.heard("Ask Asker", 30, _PLEA).heard("Ask Asker", 20, "Any news?")
    _import(workspace, export, tmp_path)
    (item,) = workspace.items("intros")
    assert cards(workspace, "replies") == []
    workspace.decide("intros", item.id, "no_reply")
    assert cards(workspace, "replies") == [], "left without a reply there, and not asked about here"
    workspace.decide("intros", item.id, "not_a_request")
    assert cards(workspace, "replies") == ["Ask Asker"], "what was no request is a message that wants a reply"
    workspace.undo()
    assert cards(workspace, "replies") == []


def test_a_request_that_was_decided_does_not_come_here_when_it_grows_old(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Export().connect("Vera Haddad", 900).connect("Ask Asker", 900).heard("Ask Asker", 30, _PLEA)
    _import(workspace, first, tmp_path)
    workspace.decide("intros", open_ids(workspace, "intros")[0], "decline")
    monkeypatch.setenv("PICKY_NOW", "2027-03-20T09:00:00+00:00")
    later = Export(date(2027, 3, 15)).connect("Vera Haddad", 1081).connect("Ask Asker", 1081)
    later.heard("Ask Asker", 211, _PLEA)
    _import(workspace, later, tmp_path)
    assert cards(workspace, "replies") == []
    later.heard("Ask Asker", 0, "May I ask you about something else?")
    _import(workspace, later, tmp_path)
    assert cards(workspace, "replies") == ["Ask Asker"], "what they write after the decision is a new question"


def test_texts_about_an_invitation_belong_to_it(workspace: Workspace, tmp_path: Path) -> None:
    export = Export().invited("Ann Lee", 30, "Shall we connect?").heard("Ann Lee", 20, "Did you see it?")
    export.invited("Bo Roe", 200).heard("Bo Roe", 190, "Did you see it?").heard("Cy Poe", 9, _Q)
    _import(workspace, export, tmp_path)
    assert cards(workspace, "replies") == ["Cy Poe"]


def test_the_copy_of_an_accepted_note_is_no_message(workspace: Workspace, tmp_path: Path) -> None:
    export = Export().invited("Ann Lee", 30, "Shall we connect?").connect("Ann Lee", 29)
    export.heard("Ann Lee", 29, "Shall we connect?")
    _import(workspace, export, tmp_path)
    assert cards(workspace, "replies") == []


def test_a_card_shows_the_end_of_the_thread(workspace: Workspace, tmp_path: Path) -> None:
    export = Export().connect("Ann Lee", 900, company="Acme").heard("Ann Lee", 80, "Hello?").wrote("Ann Lee", 70, "Hi!")
    export.heard("Ann Lee", 60, "Are you there?").heard("Ann Lee", 30, _Q)
    _import(workspace, export, tmp_path)
    (item,) = workspace.items("replies")
    told = item.json()
    assert (told["name"], told["profile"], told["company"], told["text"]) == ("Ann Lee", "ann-lee", "Acme", _Q)
    assert (told["received_at"], told["days_waiting"], told["texts"]) == ("2026-08-16T12:00:00Z", 30, 2)
    assert told["your_last"] == {"at": "2026-07-07T12:00:00Z", "text": "Hi!"}
    assert told["recommendation"] == "reply"


def test_a_reply_is_drafted_with_their_words(workspace: Workspace, tmp_path: Path) -> None:
    _import(workspace, Export().connect("Ann Lee", 900).heard("Ann Lee", 30, _Q), tmp_path)
    workspace.decide("replies", open_ids(workspace, "replies")[0], "reply")
    (todo,) = workspace.outbox()
    assert (todo.kind, todo.name) == ("reply", "Ann Lee")
    assert _Q in todo.draft


@pytest.mark.parametrize("verdict", ["reply", "let_go", "later"])
def test_your_message_closes_the_card_and_their_next_is_a_new_one(
    verdict: str, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _import(workspace, Export().connect("Ann Lee", 900).heard("Ann Lee", 30, _Q), tmp_path)
    (first,) = open_ids(workspace, "replies")
    workspace.decide("replies", first, verdict)
    monkeypatch.setenv("PICKY_NOW", "2026-12-03T09:00:00+00:00")
    again = Export(date(2026, 12, 1)).connect("Ann Lee", 977).heard("Ann Lee", 107, _Q).wrote("Ann Lee", 70)
    _import(workspace, again, tmp_path)
    assert cards(workspace, "replies") == []
    again.heard("Ann Lee", 5, "And when are you in Kiel?")
    _import(workspace, again, tmp_path)
    (second,) = open_ids(workspace, "replies")
    assert second != first


def test_the_same_export_again_leaves_card_and_verdict_alone(workspace: Workspace, tmp_path: Path) -> None:
    export = Export().connect("Ann Lee", 900).heard("Ann Lee", 30, _Q).connect("Bo Roe", 9).heard("Bo Roe", 3, _Q)
    _import(workspace, export, tmp_path)
    before = open_ids(workspace, "replies")
    workspace.decide("replies", before[0], "let_go")
    _import(workspace, export, tmp_path)
    assert open_ids(workspace, "replies") == before[1:]
