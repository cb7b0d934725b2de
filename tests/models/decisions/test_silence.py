"""Silence is an answer: one go, and no second one by whatever way, until they answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.decisions.capture import NewEncounter
from models.decisions.silence import unanswered
from models.errors import ConflictError, RefusedError
from models.store import CAPTURED
from models.store.identity import Kin
from models.verbs import Verb
from models.workspace import Workspace
from tests.factories import cards
from tests.models.support import Export, open_ids

_PLEA = "Could you introduce me to Tara Target? I am looking for a job."


def _network(on: date = date(2026, 9, 15)) -> Export:
    """An old tie, somebody who invites, somebody who asks for an introduction, somebody you invited."""
    export, days = Export(on), (on - date(2026, 9, 15)).days
    export.connect("Old Tie", 4000 + days).wrote("Old Tie", 3000 + days).heard("Old Tie", 2990 + days)
    export.connect("Tara Target", 900 + days).wrote("Tara Target", 300 + days).heard("Tara Target", 290 + days)
    export.connect("Ask Asker", 900 + days).heard("Ask Asker", 20 + days, _PLEA)
    export.invited("Ina Inviter", 20 + days, "Hello!").invited("Nils Ito", 40 + days, outgoing=True)
    return export.connect("Una Owed", 900 + days).heard("Una Owed", 9 + days, "Are you coming to Kiel?")


@pytest.fixture
def network(workspace: Workspace, tmp_path: Path) -> Workspace:
    workspace.import_files([_network().zipped(tmp_path)])
    return workspace


def _card(workspace: Workspace, queue: str, name: str) -> str:
    return next(item.id for item in workspace.items(queue) if item.name == name)


def _go(workspace: Workspace, queue: str, name: str, verdict: str) -> str:
    """One go at somebody, carried out by hand."""
    card = _card(workspace, queue, name)
    done = workspace.decide(queue, card, verdict)
    assert done.errand
    workspace.close_errand(done.errand, "done")
    return card


GOES = [
    ("stale", "Old Tie", "reconnect", "You wrote to Old on 17 September 2026, and they never answered."),
    ("invites", "Ina Inviter", "ask", "You asked Ina on 17 September 2026 where you met, and they never answered."),
    ("intros", "Ask Asker", "blurb", "You asked Ask for a blurb on 17 September 2026, and they never answered."),
    ("intros", "Ask Asker", "introduce", "You asked Tara on 17 September 2026 about this introduction"),
    ("replies", "Una Owed", "reply", "You wrote to Una on 17 September 2026, and they never answered."),
]


@pytest.mark.parametrize(("queue", "name", "verdict", "sentence"), GOES, ids=[case[2] for case in GOES])
def test_a_second_go_is_refused_with_a_sentence(
    queue: str, name: str, verdict: str, sentence: str, network: Workspace
) -> None:
    card = _go(network, queue, name, verdict)
    with pytest.raises(RefusedError) as refused:
        network.decide(queue, card, verdict)
    assert refused.value.sentence.startswith(sentence)
    assert refused.value.sentence.endswith("Silence is an answer.")
    assert network.outbox() == []


@pytest.mark.parametrize(("queue", "name", "verdict", "sentence"), GOES, ids=[case[2] for case in GOES])
def test_not_even_after_another_verdict_a_year_and_more_imports(
    queue: str, name: str, verdict: str, sentence: str, network: Workspace, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    card = _go(network, queue, name, verdict)
    network.decide(queue, card, "later")
    for day in (date(2026, 9, 25), date(2026, 12, 1)):
        monkeypatch.setenv("PICKY_NOW", f"{day}T09:00:00+00:00")
        network.import_files([_network(day).zipped(tmp_path)])
        with pytest.raises(RefusedError):
            network.decide(queue, card, verdict)
    assert network.outbox() == []


def test_their_answer_lifts_it(network: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    card = _go(network, "invites", "Ina Inviter", "ask")
    monkeypatch.setenv("PICKY_NOW", "2026-10-06T09:00:00+00:00")
    later = _network(date(2026, 10, 5)).heard("Ina Inviter", 2, "In Kiel!")
    network.import_files([later.zipped(tmp_path)])
    assert card in open_ids(network, "invites"), "who answered asks again"
    network.decide("invites", card, "ask")
    assert [todo.name for todo in network.outbox()] == ["Ina Inviter"]


def test_whoever_was_reconnected_with_and_answered_is_asked_about_when_they_fall_silent_again(
    network: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = _go(network, "stale", "Old Tie", "reconnect")
    monkeypatch.setenv("PICKY_NOW", "2026-10-06T09:00:00+00:00")
    later = _network(date(2026, 10, 5)).wrote("Old Tie", 15).heard("Old Tie", 9, "How nice of you!")
    network.import_files([later.zipped(tmp_path)])
    assert "Old Tie" not in cards(network, "stale"), "in touch"
    monkeypatch.setenv("PICKY_NOW", "2030-10-06T09:00:00+00:00")
    much_later = _network(date(2030, 10, 5)).wrote("Old Tie", 1476).heard("Old Tie", 1470, "How nice of you!")
    network.import_files([much_later.zipped(tmp_path)])
    assert card in open_ids(network, "stale")
    network.decide("stale", card, "reconnect")


def test_meeting_them_is_an_answer_too(network: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    card = _go(network, "stale", "Old Tie", "reconnect")
    monkeypatch.setenv("PICKY_NOW", "2026-10-06T09:00:00+00:00")
    network.met(NewEncounter("Old Tie", event="Harbour Conf", on=date(2026, 10, 1)))
    assert network.decide("stale", card, "reconnect").errand


def test_what_was_cancelled_or_never_found_was_no_go(network: Workspace) -> None:
    card = _card(network, "stale", "Old Tie")
    for state in ("cancelled", "not_found"):
        done = network.decide("stale", card, "reconnect")
        assert done.errand
        network.close_errand(done.errand, state)
    assert network.decide("stale", card, "reconnect").errand


def test_a_message_that_an_export_shows_is_a_go_even_when_nobody_marked_it_done(
    network: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = _card(network, "stale", "Old Tie")
    done = network.decide("stale", card, "reconnect")
    monkeypatch.setenv("PICKY_NOW", "2026-10-06T09:00:00+00:00")
    network.import_files([_network(date(2026, 10, 5)).wrote("Old Tie", 9, "It has been a while!").zipped(tmp_path)])
    with pytest.raises(RefusedError, match="17 September"):
        network.decide("stale", card, "reconnect")
    assert done.errand
    network.close_errand(done.errand, "done")
    with pytest.raises(ConflictError, match="Silence is an answer"):
        network.undo()


def test_a_decision_taken_back_is_not_brought_back_over_their_silence(
    network: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network.decide("stale", _card(network, "stale", "Old Tie"), "reconnect")
    network.undo()
    monkeypatch.setenv("PICKY_NOW", "2026-10-06T09:00:00+00:00")
    network.import_files([_network(date(2026, 10, 5)).wrote("Old Tie", 9, "It has been a while!").zipped(tmp_path)])
    with pytest.raises(ConflictError, match="Silence is an answer"):
        network.redo()
    assert network.outbox() == []


def test_the_same_target_is_asked_once_for_one_request_whatever_card_it_stands_on(
    network: Workspace, tmp_path: Path
) -> None:
    _go(network, "intros", "Ask Asker", "introduce")
    network.ask("Ask Asker", "Tara Target", "Once more: could you introduce us?")
    assert not [item for item in network.items("intros") if item.name == "Ask Asker"], "it is the same request"
    network.ask("Bo Other", "Tara Target", "Could you introduce us?")
    other = next(item for item in network.items("intros") if item.name == "Bo Other")
    assert network.decide("intros", other.id, "introduce").errand, "another request is another question"


def test_whoever_did_not_accept_your_invitation_is_not_asked_for_others_either(network: Workspace) -> None:
    network.ask("Ask Asker", "Nils Ito", "Could you introduce us?")
    request = next(item for item in network.items("intros") if item.subject >= CAPTURED)
    with pytest.raises(RefusedError, match="You invited Nils on 6 August 2026, and they did not accept"):
        network.decide("intros", request.id, "introduce")


def test_in_bulk_the_silent_are_left_out_and_counted(network: Workspace, tmp_path: Path) -> None:
    card = _go(network, "stale", "Old Tie", "reconnect")
    network.decide("stale", card, "later", length="1w")
    more = _network().connect("New Tie", 4000).wrote("New Tie", 3000).heard("New Tie", 2990)
    network.import_files([more.zipped(tmp_path)])
    from datetime import timedelta

    from models import clock
    from models.store import Card

    Card.update(due=clock.now() - timedelta(days=1)).where(Card.subject == int(card), Card.queue == "stale").execute()
    listing = network.listing("stale")
    done = listing.decide(listing.subjects(0, listing.length), Verb.RECONNECT, "", "", lambda *_: None)
    assert [todo.name for todo in network.outbox()] == ["New Tie"]
    assert list(done.refused.values()) == [1]
    assert "Silence is an answer" in next(iter(done.refused))


def test_picky_does_not_recommend_what_it_refuses(network: Workspace) -> None:
    assert network.items("stale")[0].recommendation.verdict == "reconnect"
    card = _go(network, "stale", "Old Tie", "reconnect")
    assert network.card("stale", card).recommendation.verdict != "reconnect"


def test_whoever_waits_for_you_is_not_silent(network: Workspace) -> None:
    assert unanswered(Kin.of([network.person("Una Owed").id])) == {}


def test_a_reply_is_not_drafted_after_your_own_later_message(
    network: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = _card(network, "replies", "Una Owed")
    network.decide("replies", card, "let_go")
    monkeypatch.setenv("PICKY_NOW", "2026-10-06T09:00:00+00:00")
    network.import_files([_network(date(2026, 10, 5)).wrote("Una Owed", 9, "Yes!").zipped(tmp_path)])
    with pytest.raises(RefusedError, match="You wrote to Una on 26 September 2026"):
        network.decide("replies", card, "reply")
