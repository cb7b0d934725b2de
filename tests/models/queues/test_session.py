"""A sitting: twenty cards, read anew before they are painted, one decision for each card as it was shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from models.decisions.capture import NewEncounter
from models.errors import ConflictError, RefusedError
from models.queues.registry import queue_named
from models.queues.session import SITTING
from models.store import IntroRequest, transaction
from models.store.base import database
from models.verbs import Verb
from models.workspace import Workspace
from tests.models.support import Export, counted, open_ids, opened


@pytest.fixture
def crowd(tmp_path: Path) -> Iterator[Workspace]:
    """A store in which 45 people have gone quiet."""
    export = Export()
    for number in range(45):
        export.connect(f"Pat P{number:02}", 900 - number)
    made = opened(tmp_path)
    made.import_files([export.zipped(tmp_path)])
    yield made
    made.close()


def test_a_sitting_is_twenty_cards_and_then_a_card_that_sums_it_up(crowd: Workspace) -> None:
    session = crowd.review("stale")
    for number in range(SITTING):
        item = session.present()
        assert item
        assert session.position == number + 1
        session.decide(item, (Verb.KEEP, Verb.REMOVE)[number % 2])
    assert session.present() is None
    summary = session.summary()
    assert (summary.cards, summary.verdicts, summary.left) == (20, {"keep": 10, "remove": 10}, 25)
    session.begin()
    assert session.present()
    assert session.length == SITTING


def test_a_card_that_closed_meanwhile_is_passed_before_it_is_painted(crowd: Workspace) -> None:
    session = crowd.review("stale")
    first, second, third = open_ids(crowd, "stale")[:3]
    session.look_ahead()
    crowd.decide("stale", first, "keep")
    crowd.decide("stale", second, "remove")
    item = session.present()
    assert item
    assert item.id == third


def test_a_card_read_ahead_is_read_again_when_something_about_it_changed(crowd: Workspace) -> None:
    session = crowd.review("stale")
    session.look_ahead()
    second = open_ids(crowd, "stale")[1]
    name = crowd.card("stale", second).name
    crowd.met(NewEncounter(name, event="Harbour Conf"))
    item = session.present()
    assert item
    session.decide(item, Verb.KEEP)
    item = session.present()
    assert item
    assert (item.id, item.json()["band"]) == (second, "met"), "the card says what is known now"
    session.decide(item, Verb.KEEP)


def test_a_card_that_changed_since_it_was_painted_is_not_decided(crowd: Workspace) -> None:
    session = crowd.review("stale")
    item = session.present()
    assert item
    crowd.met(NewEncounter(item.name, event="Harbour Conf"))
    with pytest.raises(ConflictError) as told:
        session.decide(item, Verb.REMOVE)
    assert "changed" in told.value.sentence
    assert counted(crowd, "stale").decided == 0
    assert crowd.outbox() == []


def test_tab_goes_on_and_the_card_waits_at_the_end_also_after_a_restart(crowd: Workspace, tmp_path: Path) -> None:
    ids = open_ids(crowd, "stale")
    session = crowd.review("stale")
    session.skip()
    session.skip()
    item = session.present()
    assert item
    assert item.id == ids[2]
    crowd.close()
    again = opened(tmp_path)
    item = again.review("stale").present()
    assert item
    assert item.id == ids[2]
    assert open_ids(again, "stale") == ids, "what the queue says is not changed by looking"
    again.close()


def test_when_every_card_was_passed_over_the_queue_starts_again(tmp_path: Path, workspace: Workspace) -> None:
    workspace.import_files([Export().connect("Ann A", 900).connect("Bo B", 800).zipped(tmp_path)])
    session = workspace.review("stale")
    session.skip()
    session.skip()
    assert session.present() is None
    session.begin()
    item = session.present()
    assert item
    assert item.name == "Ann A"


def test_coming_back_lands_on_the_card_where_one_left(crowd: Workspace, tmp_path: Path) -> None:
    session = crowd.review("stale")
    for _ in range(7):
        item = session.present()
        assert item
        session.decide(item, Verb.KEEP)
    wanted = session.present()
    assert wanted
    crowd.close()
    again = opened(tmp_path)
    item = again.review("stale").present()
    assert item
    assert item.id == wanted.id
    again.close()


def test_going_back_shows_the_decided_card_and_a_verdict_replaces(crowd: Workspace) -> None:
    session = crowd.review("stale")
    item = session.present()
    assert item
    session.decide(item, Verb.REMOVE)
    assert session.back()
    again = session.present()
    assert again
    assert (again.id, again.decided) == (item.id, "remove")
    session.decide(again, Verb.KEEP)
    assert crowd.outbox() == []
    following = session.present()
    assert following
    assert following.id != item.id
    assert not session.back() or session.back() is False


def test_undo_brings_the_card_back_before_the_present_one(crowd: Workspace) -> None:
    session = crowd.review("stale")
    item = session.present()
    assert item
    session.decide(item, Verb.REMOVE)
    (queue, subject), *_ = crowd.undo().cards
    assert queue == "stale"
    session.go_to(subject)
    again = session.present()
    assert again
    assert (again.id, again.decided) == (item.id, "")


def test_the_same_key_twice_on_one_painted_card_is_one_decision(crowd: Workspace) -> None:
    session = crowd.review("stale")
    item = session.present()
    assert item
    session.decide(item, Verb.KEEP)
    with pytest.raises(ConflictError):
        session.decide(item, Verb.KEEP)
    assert len(crowd.history()) == 2


def test_reconnecting_is_refused_with_a_sentence_when_they_never_answered(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export().connect("Ann Lee", 900).wrote("Ann Lee", 700).zipped(tmp_path)])
    (card,) = open_ids(workspace, "stale")
    with pytest.raises(RefusedError) as told:
        workspace.decide("stale", card, "reconnect")
    assert "answer" in told.value.sentence
    assert workspace.history()[0].kind == "import"


def test_introducing_to_nobody_certain_is_refused_and_writes_nothing(workspace: Workspace) -> None:
    workspace.ask("Ask Asker", "Somebody Unknown")
    with pytest.raises(RefusedError):
        workspace.decide("intros", "c1", "introduce")
    assert [line.kind for line in workspace.history()] == ["ask"]
    assert workspace.outbox() == []


@contextmanager
def _counted() -> Iterator[list[str]]:
    """The statements that reach SQLite meanwhile."""
    statements: list[str] = []
    connection = database.connection()
    connection.set_trace_callback(statements.append)
    try:
        yield statements
    finally:
        connection.set_trace_callback(None)


def _large(workspace: Workspace, folder: Path) -> None:
    """Two hundred cards in each queue, each with something of its own to say."""
    export = Export(date(2026, 9, 15))
    for number in range(200):
        export.connect(f"Pat P{number:03}", 900 - number, company=f"Firm {number}")
        export.connect(f"Kim K{number:03}", 100, company=f"House {number}").wrote(f"Kim K{number:03}", 50)
        export.invited(f"Ina I{number:03}", 1 + number % 100, f"Hello from {number}.")
    workspace.import_files([export.zipped(folder)])
    with transaction():
        from models.queues.refresh import refresh_people

        askers = [workspace.find(f"Kim K{number:03}").id for number in range(200)]
        for asker in askers:
            IntroRequest.insert(
                asker=asker, target_text="T", purpose="job", received_at=export.ago(9), text="Intro?"
            ).execute()
        refresh_people(askers, 1)
    for number in range(0, 200, 4):
        workspace.met(NewEncounter(f"Pat P{number:03}", event=f"Event {number}"))


def test_a_page_of_two_hundred_cards_takes_as_many_queries_as_one_of_five(workspace: Workspace, tmp_path: Path) -> None:
    _large(workspace, tmp_path)
    told = {}
    for name in ("invites", "intros", "stale"):
        queue, ids = queue_named(name), [int(card) if card.isdecimal() else 0 for card in open_ids(workspace, name)]
        assert len(ids) == 200, name
        with _counted() as few:
            queue.cards(ids[:5], workspace.context())
        with _counted() as many:
            assert len(queue.cards(ids, workspace.context())) == 200
        told[name] = (len(few), len(many))
    assert all(many <= few + 3 for few, many in told.values()), told


def test_the_front_page_takes_no_query_for_each_card(workspace: Workspace, tmp_path: Path) -> None:
    with _counted() as empty:
        workspace.front()
    _large(workspace, tmp_path)
    with _counted() as full:
        workspace.front()
    assert len(full) <= len(empty) + 5
