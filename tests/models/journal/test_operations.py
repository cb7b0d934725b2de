"""One door for writes: an operation is one transaction, one history line, one undo, and nothing is ever overwritten."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from models.errors import ConflictError, NotFoundError
from models.journal.history import history
from models.journal.record import Op, operation
from models.queues.session import decide_card
from models.store import Change, Decision, Operation, Remark
from models.store.base import database
from models.verbs import Verb
from models.workspace import Workspace
from tests.models.support import Export, dump, open_ids


@pytest.fixture
def quiet(workspace: Workspace, tmp_path: Path) -> Workspace:
    """A store in which five people have gone quiet."""
    export = Export()
    for number, name in enumerate(("Ann A", "Bo B", "Cy C", "Di D", "Ed E")):
        export.connect(name, 900 - number)
    workspace.import_files([export.zipped(tmp_path)])
    return workspace


def test_nothing_of_an_operation_stays_when_it_fails_half_way(quiet: Workspace) -> None:
    before = dump(quiet.settings.store)
    with suppress(NotFoundError), operation(Op.NOTE, "a note") as op:
        op.insert(Remark, person=1, kind="note", text="x", at=0)
        op.update(Remark, 1, text="y")
        raise NotFoundError("Something is missing.")
    assert dump(quiet.settings.store) == before
    assert not database.in_transaction()


def test_what_does_not_change_leaves_no_trace_in_the_log(quiet: Workspace) -> None:
    quiet.remark(1, "Ann A", "note", "x")
    with operation(Op.NOTE, "the same again") as op:
        op.update(Remark, 1, text="x")
    assert op.touched == set()
    assert Change.select().where(Change.operation == op.id).count() == 0


def test_the_same_decision_sent_twice_is_one(quiet: Workspace) -> None:
    """A commit that was reported as failed may have been kept: whoever tries again gives the same number."""
    (item, *_) = quiet.items("stale")
    first = decide_card(item, Verb.REMOVE, uid="a-key-press")
    again = decide_card(item, Verb.REMOVE, uid="a-key-press")
    assert again.operation == first.operation
    assert again.sentence == first.sentence
    assert Decision.get().times == 1
    assert len(quiet.outbox()) == 1


def test_history_is_newest_first_in_pages_and_has_no_line_for_the_undoing_itself(quiet: Workspace) -> None:
    for card in open_ids(quiet, "stale"):
        quiet.decide("stale", card, "keep")
    quiet.undo()
    lines = history()
    assert [line.kind for line in lines] == ["decide"] * 5 + ["import"]
    assert [line.undone for line in lines] == [True] + [False] * 5
    assert history(limit=2) == lines[:2]
    assert history(before=lines[1].id, limit=3) == lines[2:5]
    ed = quiet.person("Ed E").id
    assert history(person=ed) == [line for line in lines if "Ed E" in line.sentence]


def test_any_line_can_be_taken_back_in_any_order_that_does_not_conflict(quiet: Workspace) -> None:
    cards = open_ids(quiet, "stale")
    operations = [quiet.decide("stale", card, "remove").operation for card in cards]
    for number in (operations[2], operations[0], operations[4]):
        quiet.undo(number)
    assert open_ids(quiet, "stale") == [cards[0], cards[2], cards[4]]
    quiet.redo(operations[0])
    assert open_ids(quiet, "stale") == [cards[2], cards[4]]
    assert len(quiet.outbox()) == 3


def test_redo_brings_back_what_was_undone_last(quiet: Workspace) -> None:
    first, second, *_ = open_ids(quiet, "stale")
    one, two = (quiet.decide("stale", card, "keep").operation for card in (first, second))
    quiet.undo(one)
    quiet.undo(two)
    assert quiet.redo().target == two
    assert quiet.redo().target == one
    with pytest.raises(NotFoundError):
        quiet.redo()


def test_a_decision_that_was_replaced_cannot_be_taken_back_before_the_newer_one(quiet: Workspace) -> None:
    (card, *_) = open_ids(quiet, "stale")
    older = quiet.decide("stale", card, "keep").operation
    newer = quiet.decide("stale", card, "remove").operation
    before = dump(quiet.settings.store)
    with pytest.raises(ConflictError) as told:
        quiet.undo(older)
    assert told.value.hint
    assert dump(quiet.settings.store) == before
    quiet.undo(newer)
    quiet.undo(older)
    assert card in open_ids(quiet, "stale")


def test_a_redo_never_takes_the_place_of_a_newer_decision(quiet: Workspace) -> None:
    (card, *_) = open_ids(quiet, "stale")
    undone = quiet.decide("stale", card, "keep").operation
    quiet.undo()
    quiet.decide("stale", card, "remove")
    before = dump(quiet.settings.store)
    with pytest.raises(ConflictError):
        quiet.redo(undone)
    assert dump(quiet.settings.store) == before
    assert quiet.card("stale", card).decided == "remove"


def test_numbers_of_rows_are_never_used_twice(quiet: Workspace) -> None:
    first, second, *_ = open_ids(quiet, "stale")
    undone = quiet.decide("stale", first, "remove")
    quiet.undo()
    other = quiet.decide("stale", second, "remove")
    assert other.errand != undone.errand
    quiet.redo(undone.operation)
    assert {todo.id for todo in quiet.outbox()} == {undone.errand, other.errand}


@pytest.mark.parametrize("how", ["undo", "redo"])
def test_an_import_is_stepped_over_and_refused_by_number(how: str, quiet: Workspace, tmp_path: Path) -> None:
    (card, *_) = open_ids(quiet, "stale")
    decided = quiet.decide("stale", card, "keep").operation
    quiet.import_files([Export(date(2026, 10, 1)).connect("New Nick", 3).zipped(tmp_path)])
    newest = quiet.history()[0]
    assert newest.kind == "import"
    with pytest.raises(ConflictError):
        getattr(quiet, how)(newest.id)
    assert quiet.undo().target == decided
    with pytest.raises(NotFoundError):
        quiet.undo()


def test_what_is_undone_is_not_undone_twice_nor_what_stands_redone(quiet: Workspace) -> None:
    (card, *_) = open_ids(quiet, "stale")
    number = quiet.decide("stale", card, "keep").operation
    with pytest.raises(ConflictError):
        quiet.redo(number)
    quiet.undo(number)
    with pytest.raises(ConflictError):
        quiet.undo(number)
    undoing = Operation.select().order_by(Operation.id.desc()).get()
    with pytest.raises(ConflictError):
        quiet.undo(undoing.id)


def test_an_undo_of_an_undone_ask_leaves_the_store_as_it_was_before_anybody_asked(workspace: Workspace) -> None:
    before = {
        table: rows for table, rows in dump(workspace.settings.store).items() if table not in ("operation", "change")
    }
    workspace.ask("Nina New", "Tara Target", "please")
    workspace.decide("intros", "c1", "decline")
    asked = workspace.history()[-1].id
    with pytest.raises(ConflictError):
        workspace.undo(asked)
    workspace.undo()
    workspace.undo()
    after = {
        table: rows for table, rows in dump(workspace.settings.store).items() if table not in ("operation", "change")
    }
    assert after == before
    workspace.redo()
    workspace.redo()
    assert workspace.card("intros", "c1").decided == "decline"
    assert [todo.name for todo in workspace.outbox()] == ["Nina New"]


def test_undone_and_redone_across_restarts_and_imports(workspace: Workspace, tmp_path: Path) -> None:
    from tests.models.support import opened

    workspace.import_files([Export(date(2026, 6, 1)).connect("Ann A", 900).connect("Bo B", 800).zipped(tmp_path)])
    ids = open_ids(workspace, "stale")
    operations = [
        workspace.decide("stale", card, verdict).operation for card, verdict in zip(ids, ("remove", "pin"), strict=True)
    ]
    workspace.close()
    again = opened(tmp_path)
    again.import_files([Export(date(2026, 9, 15)).connect("Bo B", 906).zipped(tmp_path)])
    again.close()
    last = opened(tmp_path)
    for number in operations:
        last.undo(number)
    assert last.outbox() == []
    assert [item.name for item in last.items("stale")] == ["Bo B"], "Ann A is gone by now"
    for number in reversed(operations):
        last.redo(number)
    assert open_ids(last, "stale") == []
    assert last.person("Bo B").is_pinned
    last.close()
