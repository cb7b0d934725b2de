"""An introduction from the request to what came of it: double opt-in, silence, and what the asker gets to read."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from models.errors import RefusedError
from models.ids import errand_id
from models.outbox.pending import PendingErrand
from models.store import Outcome
from models.workspace import Workspace
from tests.models.support import EXPORT, Export, open_ids

ASK = "Could you introduce me to Vera Haddad? We are looking for a head of data, and she knows everybody."
AT = date.fromisoformat


@pytest.fixture
def archive() -> Export:
    """Nils, whom you write with, asks you to introduce him to Vera, whom you know well."""
    made = Export().connect("Nils Ito", 900, company="Acme").connect("Vera Haddad", 2000, company="Fjord Robotics")
    made.heard("Nils Ito", 400).wrote("Nils Ito", 399).heard("Vera Haddad", 300).wrote("Vera Haddad", 299)
    return made.heard("Nils Ito", 20, ASK)


@pytest.fixture
def card(workspace: Workspace, archive: Export, tmp_path: Path) -> str:
    """The request's card."""
    workspace.import_files([archive.zipped(tmp_path)])
    (found,) = open_ids(workspace, "intros")
    return found


def _todo(workspace: Workspace) -> PendingErrand:
    (found,) = workspace.outbox()
    return found


def _ask_vera(workspace: Workspace, card: str) -> None:
    workspace.decide("intros", card, "introduce")
    workspace.close_errand(_todo(workspace).id, "done")


def _later(archive: Export, days: int) -> Export:
    """The same people, so many days later; what they wrote stays where it was."""
    gone = timedelta(days=days)
    return Export(archive.on + gone, list(archive.ties), list(archive.invites), list(archive.messages))


def _state(workspace: Workspace, card: str) -> str:
    return str(workspace.card("intros", card).json()["state"])


def test_yes_asks_the_target_first_and_the_card_is_away_until_they_answer(workspace: Workspace, card: str) -> None:
    workspace.decide("intros", card, "introduce")
    todo = _todo(workspace)
    assert (todo.kind, todo.name) == ("ask_target", "Vera Haddad")
    assert _state(workspace, card) == "to_ask"
    workspace.close_errand(todo.id, "done")
    assert _state(workspace, card) == "target_asked"
    assert open_ids(workspace, "intros") == []


def test_the_targets_answer_opens_the_card_and_only_you_can_tell_what_it_says(
    workspace: Workspace, card: str, archive: Export, tmp_path: Path
) -> None:
    _ask_vera(workspace, card)
    later = _later(archive, 20).heard("Vera Haddad", 5, "Sure, happy to hear from him.")
    workspace.import_files([later.zipped(tmp_path)])
    (item,) = workspace.items("intros")
    assert item.id == card
    assert item.question == "What did Vera say?"
    assert item.arrows == ("target_yes", "target_no")
    workspace.decide("intros", card, "target_yes")
    todo = _todo(workspace)
    assert (todo.kind, todo.name) == ("introduce", "Vera Haddad")
    workspace.close_errand(todo.id, "done")
    assert _state(workspace, card) == "introduced"
    assert open_ids(workspace, "intros") == []


def test_what_the_asker_writes_meanwhile_is_no_answer_of_the_targets(
    workspace: Workspace, card: str, archive: Export, tmp_path: Path
) -> None:
    _ask_vera(workspace, card)
    later = _later(archive, 20).heard("Nils Ito", 3, "Any news? Could you introduce me to Vera Haddad?")
    workspace.import_files([later.zipped(tmp_path)])
    assert open_ids(workspace, "intros") == []
    assert _state(workspace, card) == "target_asked"


def test_no_leaves_a_kind_no_that_does_not_tell_who_said_it(
    workspace: Workspace, card: str, archive: Export, tmp_path: Path
) -> None:
    _ask_vera(workspace, card)
    answer = "No thanks, that company is a mess and I am about to leave Fjord."
    workspace.import_files([_later(archive, 20).heard("Vera Haddad", 5, answer).zipped(tmp_path)])
    workspace.decide("intros", card, "target_no")
    todo = _todo(workspace)
    assert (todo.kind, todo.name) == ("no_from_target", "Nils Ito")
    assert not {"mess", "leave", "said", "answer"} & set(todo.draft.replace(",", "").replace(".", "").split())


def test_a_silent_target_closes_by_itself_and_the_asker_gets_a_kind_no(
    workspace: Workspace, card: str, archive: Export, tmp_path: Path
) -> None:
    _ask_vera(workspace, card)
    workspace.import_files([_later(archive, 20).zipped(tmp_path)])
    assert workspace.outbox() == []
    workspace.import_files([_later(archive, 60).zipped(tmp_path)])
    assert _state(workspace, card) == "target_silent"
    todo = _todo(workspace)
    assert (todo.kind, todo.name, errand_id(todo.id)) == ("no_from_target", "Nils Ito", f"s{card}")
    assert workspace.front().errands_open == 1
    workspace.close_errand(todo.id, "done")
    assert workspace.outbox() == []
    workspace.undo()
    assert _todo(workspace).id == todo.id


def test_the_words_of_no_and_of_silence_are_the_same(
    workspace: Workspace, card: str, archive: Export, tmp_path: Path
) -> None:
    _ask_vera(workspace, card)
    workspace.import_files([_later(archive, 60).zipped(tmp_path)])
    silent = _todo(workspace).draft
    workspace.decide("intros", card, "target_no")
    assert _todo(workspace).draft == silent


def test_a_silent_target_is_not_asked_again_and_the_app_says_why(
    workspace: Workspace, card: str, archive: Export, tmp_path: Path
) -> None:
    _ask_vera(workspace, card)
    workspace.import_files([_later(archive, 60).zipped(tmp_path)])
    for verdict in ("introduce", "introduce_unasked"):
        with pytest.raises(RefusedError) as told:
            workspace.decide("intros", card, verdict)
        assert "You asked Vera on" in told.value.sentence


def test_an_answer_that_comes_late_opens_the_card_all_the_same(
    workspace: Workspace, card: str, archive: Export, tmp_path: Path
) -> None:
    _ask_vera(workspace, card)
    workspace.import_files([_later(archive, 60).zipped(tmp_path)])
    workspace.import_files([_later(archive, 80).heard("Vera Haddad", 2, "Sorry for the wait: yes!").zipped(tmp_path)])
    assert open_ids(workspace, "intros") == [card]
    assert workspace.outbox() == []


def test_an_answer_by_word_of_mouth_says_that_the_question_was_asked(workspace: Workspace, card: str) -> None:
    workspace.decide("intros", card, "introduce")
    workspace.decide("intros", card, "target_yes")
    states = {todo.kind.value: todo.state for todo in workspace.outbox(everything=True)}
    assert states == {"ask_target": "done", "introduce": "open"}


def test_nobody_is_introduced_before_they_were_asked(workspace: Workspace, card: str) -> None:
    with pytest.raises(RefusedError) as told:
        workspace.decide("intros", card, "target_yes")
    assert told.value.sentence == "You have not asked Vera yet."


def test_introducing_without_asking_is_possible_on_purpose_and_stays_on_record(workspace: Workspace, card: str) -> None:
    workspace.decide("intros", card, "introduce_unasked")
    todo = _todo(workspace)
    assert todo.kind == "introduce_unasked"
    workspace.close_errand(todo.id, "done")
    assert _state(workspace, card) == "introduced"
    assert [done.kind.value for done in workspace.outbox(everything=True)] == ["introduce_unasked"]


def test_undo_goes_back_step_by_step(workspace: Workspace, card: str, archive: Export, tmp_path: Path) -> None:
    _ask_vera(workspace, card)
    workspace.import_files([_later(archive, 20).heard("Vera Haddad", 5, "Yes please.").zipped(tmp_path)])
    workspace.decide("intros", card, "target_yes")
    seen = []
    for _ in range(3):
        workspace.undo()
        seen.append((_state(workspace, card), open_ids(workspace, "intros")))
    assert seen == [("target_asked", [card]), ("to_ask", []), ("asked", [card])]
    for _ in range(3):
        workspace.redo()
    assert _state(workspace, card) == "target_yes"


def test_what_was_asked_of_a_target_and_how_they_took_it_stands_on_the_next_card(
    workspace: Workspace, card: str, archive: Export, tmp_path: Path
) -> None:
    _ask_vera(workspace, card)
    later = _later(archive, 20).heard("Vera Haddad", 5, "Yes please.").connect("Bea Lind", 100)
    later.heard("Bea Lind", 2, "Would you introduce me to Vera Haddad? I have a question about robots.")
    workspace.import_files([later.zipped(tmp_path)])
    workspace.decide("intros", card, "target_yes")
    (item,) = workspace.items("intros")
    assert item.name == "Bea Lind"
    assert item.json()["asks_of_target_12m"] == 1
    said = {reason.rule: reason.text for reason in item.recommendation.reasons}
    assert said["asked_target_often"] == "your second ask of Vera this year"
    assert said["target_said_yes"] == "Vera said yes the last time"


def test_what_came_of_the_last_introduction_speaks_for_the_asker(
    workspace: Workspace, card: str, archive: Export, tmp_path: Path
) -> None:
    workspace.decide("intros", card, "introduce_unasked")
    workspace.close_errand(_todo(workspace).id, "done")
    Outcome.insert(kind="job", queue="intros", subject=int(card), at=0).execute()
    later = _later(archive, 30).connect("Bo Berg", 3000)
    later.heard("Nils Ito", 1, "Could you also introduce me to Bo Berg? I would love his advice.")
    workspace.import_files([later.zipped(tmp_path)])
    (item,) = workspace.items("intros")
    said = {reason.rule: reason.text for reason in item.recommendation.reasons}
    assert said["earlier_intro_worked"] == "an earlier introduction for Nils led to something: job"


def test_marks_change_the_card_and_come_off_again(workspace: Workspace, card: str) -> None:
    (before,) = workspace.items("intros")
    workspace.mark(before.person, before.name, "knows_work")
    (marked,) = workspace.items("intros")
    assert "asker_work_known" in {reason.rule for reason in marked.recommendation.reasons}
    assert marked.version > before.version
    workspace.mark(before.person, before.name, "knows_work")
    (after,) = workspace.items("intros")
    assert after.recommendation == before.recommendation


def test_whom_a_request_means_is_chosen_and_can_be_taken_back(workspace: Workspace, tmp_path: Path) -> None:
    made = Export().connect("Nils Ito", 900).connect("Anna Holm", 800).connect("Anna Weiss", 700)
    made.heard("Nils Ito", 20, "Could you introduce me to Anna? I need advice on pricing.")
    workspace.import_files([made.zipped(tmp_path)])
    (item,) = workspace.items("intros")
    assert item.target is None
    holm, weiss = workspace.candidates(item)
    assert {holm.name, weiss.name} == {"Anna Holm", "Anna Weiss"}
    workspace.choose_target(item, weiss)
    (chosen,) = workspace.items("intros")
    assert chosen.id == item.id
    assert chosen.json()["target"]["name"] == weiss.name
    workspace.decide("intros", chosen.id, "introduce")
    assert _todo(workspace).name == weiss.name
    workspace.undo()
    workspace.undo()
    (again,) = workspace.items("intros")
    assert again.target is None
    workspace.import_files([made.zipped(tmp_path)])
    assert [one.id for one in workspace.items("intros")] == [item.id]


def test_the_export_day_decides_when_a_target_is_silent(workspace: Workspace, card: str) -> None:
    """However late it is by the machine's clock: nothing later than the export is known."""
    _ask_vera(workspace, card)
    assert workspace.export_date() == EXPORT
    assert _state(workspace, card) == "target_asked"


def test_json_names_where_it_stands(workspace: Workspace, card: str) -> None:
    (item,) = workspace.items("intros")
    assert json.loads(json.dumps(item.json()))["state"] == "asked"


@pytest.mark.parametrize("steps", [("introduce", "target_yes"), ("introduce_unasked",)])
def test_what_came_of_it_is_asked_once_however_they_were_introduced(
    workspace: Workspace,
    card: str,
    archive: Export,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    steps: tuple[str, ...],
) -> None:
    for step in steps:
        workspace.decide("intros", card, step)
    workspace.close_errand(_todo(workspace).id, "done")
    monkeypatch.setenv("PICKY_NOW", "2026-12-24T09:00:00+00:00")
    workspace.import_files([_later(archive, 100).zipped(tmp_path)])
    (asked,) = workspace.items("outcomes")
    assert asked.name == "Nils Ito"
    workspace.decide("outcomes", asked.id, "job")
    assert workspace.items("outcomes") == []
    assert _state(workspace, card) == "came_of_it"
    assert [entry.came_of for entry in workspace.ledger()] == ["job"]


def test_the_ledger_tells_what_you_answered_yourself(
    workspace: Workspace, card: str, archive: Export, tmp_path: Path
) -> None:
    workspace.import_files([_later(archive, 9).wrote("Nils Ito", 2, "Let us talk about it.").zipped(tmp_path)])
    (entry,) = workspace.ledger()
    assert (entry.state, entry.is_answered) == ("asked", True)
    assert workspace.items("intros") == []


def test_an_answer_marks_one_ask_as_done_whatever_became_of_the_ones_before(workspace: Workspace, card: str) -> None:
    workspace.decide("intros", card, "introduce")
    workspace.close_errand(_todo(workspace).id, "not_found")
    workspace.decide("intros", card, "introduce")
    workspace.decide("intros", card, "target_no")
    workspace.decide("intros", card, "target_yes")
    asks = [todo.state for todo in workspace.outbox(everything=True) if todo.kind == "ask_target"]
    assert sorted(asks) == ["done", "not_found"]
