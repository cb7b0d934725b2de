"""The queue that asks what came of it: once, later, and never of what was taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.errors import ConflictError, RefusedError, UsageError
from models.queues.outcomes import OutcomeFacts
from models.settings import Settings
from models.store import Decision, Errand, IntroRequest, Outcome
from models.store.query import rows
from models.workspace import Workspace
from tests.models.support import Export, counted, open_ids, out_of_log

LATER = "2026-11-20T09:00:00+00:00"


@pytest.fixture
def filled(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Two old ties, and a request for an introduction to somebody."""
    export = Export().connect("Cy Old", 2800).wrote("Cy Old", 2500).heard("Cy Old", 2400)
    export.connect("Tara Target", 2000).connect("Ask Asker", 900)
    export.connect("Di Old", 2700).wrote("Di Old", 2600).heard("Di Old", 2500)
    export.heard("Ask Asker", 20, "Could you introduce me to Tara Target? I am looking for a job at their firm.")
    workspace.import_files([export.zipped(tmp_path)])
    return workspace


def reconnected(workspace: Workspace, name: str) -> int:
    """Reconnect, and write by hand; gives the errand."""
    card = next(item for item in workspace.items("stale") if item.name == name)
    errand = workspace.decide("stale", card.id, "reconnect").errand
    assert errand is not None
    workspace.close_errand(errand, "done")
    return errand


def introduced(workspace: Workspace) -> None:
    """An introduction that was made by hand, as the outbox leaves it."""
    [(request, target)] = rows(IntroRequest.select(IntroRequest.id, IntroRequest.target))
    Errand.insert(
        id=900, kind="introduce", queue="intros", subject=request, person=target, state="open", at=workspace_now()
    ).execute()
    workspace.close_errand(900, "done")


def workspace_now() -> str:
    from models import clock

    return str(int(clock.now().timestamp()))


def told() -> list[tuple[str, str | None, str]]:
    """The outcomes that are kept: kind, day, queue."""
    return rows(Outcome.select(Outcome.kind, Outcome.happened_on, Outcome.queue).order_by(Outcome.id))


def test_nobody_is_asked_before_sixty_days_have_passed(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    reconnected(filled, "Cy Old")
    assert open_ids(filled, "outcomes") == []
    assert counted(filled, "outcomes")[1:] == (0, 0, 0)
    monkeypatch.setenv("PICKY_NOW", "2026-11-16T08:59:59+00:00")
    assert open_ids(filled, "outcomes") == []
    monkeypatch.setenv("PICKY_NOW", "2026-11-16T09:00:00+00:00")
    assert len(open_ids(filled, "outcomes")) == 1
    assert counted(filled, "outcomes").open == 1


def test_how_long_is_a_line_of_the_policy(tmp_path: Path, filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    reconnected(filled, "Cy Old")
    filled.close()
    (tmp_path / "policy.toml").write_text("[bars]\ndays_until_asked = 10\n")
    monkeypatch.setenv("PICKY_NOW", "2026-09-27T09:00:00+00:00")
    from tests.models.support import opened

    again = opened(tmp_path)
    assert len(open_ids(again, "outcomes")) == 1
    again.close()
    (tmp_path / "policy.toml").unlink()
    opened(tmp_path).close()


def test_two_open_workspaces_each_ask_by_their_own_policy(
    tmp_path: Path, filled: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    reconnected(filled, "Cy Old")
    monkeypatch.setenv("PICKY_NOW", "2026-09-27T09:00:00+00:00")
    (tmp_path / "impatient.toml").write_text("[bars]\ndays_until_asked = 10\n")
    impatient = Workspace(Settings(filled.settings.store, tmp_path / "impatient.toml", folder=tmp_path))
    patient = Workspace(filled.settings)
    assert len(open_ids(impatient, "outcomes")) == 1
    assert impatient.review("outcomes").recount() == 1
    assert impatient.listing("outcomes").length == 1
    assert open_ids(patient, "outcomes") == []
    assert (counted(impatient, "outcomes").open, counted(patient, "outcomes").open) == (1, 0)
    patient.close()


def test_the_oldest_is_asked_first_and_each_once(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    reconnected(filled, "Di Old")
    monkeypatch.setenv("PICKY_NOW", "2026-09-18T09:00:00+00:00")
    reconnected(filled, "Cy Old")
    monkeypatch.setenv("PICKY_NOW", LATER)
    items = filled.items("outcomes")
    assert [item.name for item in items] == ["Di Old", "Cy Old"]
    filled.decide("outcomes", items[0].id, "customer")
    filled.decide("outcomes", items[1].id, "nothing")
    assert open_ids(filled, "outcomes") == []
    assert told() == [("customer", "2026", "outcomes"), ("nothing", None, "outcomes")]
    assert filled.person("Di Old").band == "vouched"
    assert filled.person("Cy Old").band == "dormant"


def test_an_introduction_asks_about_both_and_answers_its_request(
    filled: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    introduced(filled)
    monkeypatch.setenv("PICKY_NOW", LATER)
    [item] = filled.items("outcomes")
    assert isinstance(item.facts, OutcomeFacts)
    assert (item.name, item.facts.what, item.facts.other) == ("Ask Asker", "introduction", "Tara Target")
    filled.decide("outcomes", item.id, "job")
    [(request,)] = rows(IntroRequest.select(IntroRequest.id))
    assert rows(Outcome.select(Outcome.queue, Outcome.subject)) == [("intros", request)]
    assert {filled.person(name).band for name in ("Ask Asker", "Tara Target")} == {"vouched"}


def test_another_verdict_replaces_the_outcome(
    filled: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reconnected(filled, "Cy Old")
    monkeypatch.setenv("PICKY_NOW", LATER)
    before = out_of_log(tmp_path / "network.db")
    [card] = open_ids(filled, "outcomes")
    filled.decide("outcomes", card, "customer")
    filled.decide("outcomes", card, "vendor")
    assert [kind for kind, _, _ in told()] == ["vendor"]
    filled.decide("outcomes", card, "later")
    assert told() == []
    assert filled.person("Cy Old").band == "dormant"
    for _ in range(3):
        filled.undo()
    assert out_of_log(tmp_path / "network.db") == before


def test_an_errand_that_was_not_done_after_all_leaves_no_question(
    filled: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = out_of_log(tmp_path / "network.db")
    reconnected(filled, "Cy Old")
    filled.undo()
    filled.undo()
    assert out_of_log(tmp_path / "network.db") == before
    reconnected(filled, "Cy Old")
    monkeypatch.setenv("PICKY_NOW", LATER)
    [card] = open_ids(filled, "outcomes")
    filled.decide("outcomes", card, "meeting")
    done = next(line.id for line in filled.history() if line.sentence.startswith("done on LinkedIn"))
    with pytest.raises(ConflictError, match="said what came of that"):
        filled.undo(done)


@pytest.mark.parametrize("verdict", ["bogus", "came", "keep", ""])
def test_an_unknown_verdict_is_wrong_usage(verdict: str, filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    reconnected(filled, "Cy Old")
    monkeypatch.setenv("PICKY_NOW", LATER)
    [card] = open_ids(filled, "outcomes")
    with pytest.raises(UsageError):
        filled.decide("outcomes", card, verdict)
    assert not rows(Decision.select(Decision.id).where(Decision.queue == "outcomes"))


def test_what_came_of_many_at_once_is_said_on_their_cards(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from models.verbs import Verb

    for name in ("Cy Old", "Di Old"):
        reconnected(filled, name)
    monkeypatch.setenv("PICKY_NOW", LATER)
    listing = filled.listing("outcomes")
    with pytest.raises(RefusedError, match="Say on its card"):
        listing.decide(listing.subjects(0, 2), Verb.CAME, "", "", lambda *_: None)
    listing.decide(listing.subjects(0, 2), Verb.NOTHING, "", "", lambda *_: None)
    assert [kind for kind, _, _ in told()] == ["nothing", "nothing"]


def test_a_message_that_sounds_like_an_outcome_asks_and_never_says(workspace: Workspace, tmp_path: Path) -> None:
    export = Export().connect("Ana Kovac", 900).heard("Ana Kovac", 200, "Thanks for referring me, I start in May!")
    export.heard("Ana Kovac", 190, "They hired me, can you believe it.").wrote("Ana Kovac", 180, "Wonderful.")
    export.connect("Bea Lund", 900).wrote("Bea Lund", 9, "We signed the contract, thank you!")
    export.heard("Bea Lund", 5, "We just signed the contract.")
    workspace.import_files([export.zipped(tmp_path)])
    items = workspace.items("outcomes")
    assert [(item.name, item.json()["guess"], item.json()["mine"]) for item in items] == [
        ("Ana Kovac", "referred", False), ("Bea Lund", "customer", True),
    ]  # fmt: skip
    assert told() == []
    assert [item.recommendation.verdict for item in items] == [None, None]
    workspace.decide("outcomes", items[0].id, "referred")
    assert told() == [("referred", "2026-02-27", "messages")]
    ids = open_ids(workspace, "outcomes")
    workspace.import_files([export.zipped(tmp_path)])
    later = Export(date(2026, 9, 16))
    later.ties, later.messages = export.ties, export.messages
    workspace.import_files([later.zipped(tmp_path / "later")])
    assert open_ids(workspace, "outcomes") == ids
