"""Cards that stay away and come back: later, keep, ask; and people who turn up again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from models.queues.refresh import refresh_people
from models.store import Card, Decision, IntroRequest, transaction
from models.workspace import Workspace
from tests.models.support import NOW, Export, counted, open_ids

_START = datetime.fromisoformat(NOW)
Clock = Callable[[datetime], None]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Moves the machine's clock."""
    return lambda when: monkeypatch.setenv("PICKY_NOW", when.isoformat())


def _due(queue: str, card: str) -> datetime:
    found = Card.get((Card.queue == queue) & (Card.subject == int(card))).due
    assert isinstance(found, datetime)
    return found


def _days(workspace: Workspace, at: Clock, verdict: str, times: int) -> list[int]:
    """How many days a card stays away each time it gets this verdict on the day it is back."""
    (card,) = open_ids(workspace, "stale")
    waits, now = [], _START
    for _ in range(times):
        workspace.decide("stale", card, verdict)
        due = _due("stale", card)
        at(due - timedelta(seconds=1))
        assert open_ids(workspace, "stale") == [], "back too early"
        at(due)
        assert open_ids(workspace, "stale") == [card], "not back on its day"
        waits.append((due - now).days)
        now = due
    return waits


def test_later_is_a_week_and_doubles_to_at_most_a_year(workspace: Workspace, at: Clock, tmp_path: Path) -> None:
    workspace.import_files([Export().connect("Ann Lee", 900).zipped(tmp_path)])
    assert _days(workspace, at, "later", 9) == [7, 14, 28, 56, 112, 224, 365, 365, 365]


def test_keep_asks_again_after_a_year_then_two_then_four(workspace: Workspace, at: Clock, tmp_path: Path) -> None:
    workspace.import_files([Export().connect("Ann Lee", 900).zipped(tmp_path)])
    assert _days(workspace, at, "keep", 4) == [365, 730, 1460, 1460]


def test_another_verdict_in_between_starts_the_doubling_anew(workspace: Workspace, at: Clock, tmp_path: Path) -> None:
    workspace.import_files([Export().connect("Ann Lee", 900).zipped(tmp_path)])
    assert _days(workspace, at, "later", 3) == [7, 14, 28]
    (card,) = open_ids(workspace, "stale")
    workspace.decide("stale", card, "reconnect")
    workspace.decide("stale", card, "later")
    assert Decision.get().times == 1


@pytest.mark.parametrize(("length", "days"), [("1w", 7), ("1m", 30), ("3m", 91), ("1y", 365)])
def test_a_length_chosen_by_hand_is_kept(
    length: str, days: int, workspace: Workspace, at: Clock, tmp_path: Path
) -> None:
    workspace.import_files([Export().connect("Ann Lee", 900).zipped(tmp_path)])
    (card,) = open_ids(workspace, "stale")
    done = workspace.decide("stale", card, "later", length=length)
    assert _due("stale", card) - _START == timedelta(days=days)
    assert f"{_START + timedelta(days=days):%Y-%m-%d}" in done.sentence


def test_in_bulk_cards_put_off_come_back_within_a_fifth_of_their_day(workspace: Workspace, tmp_path: Path) -> None:
    from models.queues.registry import queue_named
    from models.queues.session import decide_card
    from models.verbs import Verb

    export = Export()
    for number in range(60):
        export.connect(f"Pat P{number}", 900)
    workspace.import_files([export.zipped(tmp_path)])
    for item in queue_named("stale").cards([int(card) for card in open_ids(workspace, "stale")], workspace.context()):
        decide_card(item, Verb.LATER, length="3m", in_bulk=True)
    days = {(_due("stale", str(number)) - _START).days for number in range(1, 61)}
    assert min(days) >= 73
    assert max(days) <= 109
    assert len(days) > 10, "they should not all come back on one day"


def test_cards_that_came_back_stand_first_in_the_order_they_came(
    workspace: Workspace, at: Clock, tmp_path: Path
) -> None:
    export = Export()
    for number, name in enumerate(("Ann A", "Bo B", "Cy C", "Di D", "Ed E")):
        export.connect(name, 900 - number)
    workspace.import_files([export.zipped(tmp_path)])
    by_name = {item.name: item.id for item in workspace.items("stale")}
    workspace.decide("stale", by_name["Di D"], "later", length="3m")
    workspace.decide("stale", by_name["Cy C"], "later", length="1m")
    assert [item.name for item in workspace.items("stale")] == ["Ann A", "Bo B", "Ed E"]
    at(_START + timedelta(days=100))
    assert [item.name for item in workspace.items("stale")] == ["Cy C", "Di D", "Ann A", "Bo B", "Ed E"]
    count = counted(workspace, "stale")
    assert (count.open, count.later, count.decided) == (5, 0, 0)


def test_counts_tell_open_from_put_off_from_decided(workspace: Workspace, tmp_path: Path) -> None:
    export = Export()
    for name in ("Ann A", "Bo B", "Cy C", "Di D", "Ed E", "Fi F"):
        export.connect(name, 900)
    workspace.import_files([export.zipped(tmp_path)])
    for card, verdict in zip(
        open_ids(workspace, "stale"), ("keep", "remove", "reconnect", "later", "pin"), strict=False
    ):
        workspace.decide("stale", card, verdict)
    assert tuple(counted(workspace, "stale")) == ("stale", 1, 1, 4), "kept is decided; only “later” is later"


def test_an_ask_is_closed_until_their_answer_is_imported(workspace: Workspace, at: Clock, tmp_path: Path) -> None:
    workspace.import_files([Export().invited("Ann Lee", 20).invited("Bo Roe", 3).zipped(tmp_path)])
    by_name = {item.name: item.id for item in workspace.items("invites")}
    workspace.decide("invites", by_name["Ann Lee"], "ask")
    at(_START + timedelta(days=300))
    assert by_name["Ann Lee"] not in open_ids(workspace, "invites"), "time alone is no answer"
    silent = Export(date(2026, 9, 25)).invited("Ann Lee", 30).invited("Bo Roe", 13).heard("Ann Lee", 15, "Before that.")
    workspace.import_files([silent.zipped(tmp_path)])
    assert open_ids(workspace, "invites") == [by_name["Bo Roe"]], "what they wrote before the ask is no answer"
    answered = Export(date(2026, 10, 5)).invited("Ann Lee", 40).invited("Bo Roe", 23).heard("Ann Lee", 2, "In Kiel!")
    workspace.import_files([answered.zipped(tmp_path)])
    assert open_ids(workspace, "invites") == [by_name["Ann Lee"], by_name["Bo Roe"]]


def test_a_blurb_asked_for_reopens_the_request_when_it_comes(workspace: Workspace, at: Clock, tmp_path: Path) -> None:
    """The owner's own words asking for it are a later message in the same conversation, and no answer to the request."""
    first = Export().connect("Ask Asker", 300).heard("Ask Asker", 20, "An intro?").wrote("Ask Asker", 200)
    workspace.import_files([first.zipped(tmp_path)])
    who = workspace.person("Ask Asker").id
    with transaction():
        values = {
            "asker": who,
            "target_text": "Tara",
            "purpose": "job",
            "received_at": first.ago(20),
            "text": "An intro?",
        }
        number = IntroRequest.insert(**values).execute()
        refresh_people([who], 1)
    workspace.decide("intros", str(number), "blurb")
    assert open_ids(workspace, "intros") == []
    later = Export(date(2026, 10, 5)).connect("Ask Asker", 320).wrote("Ask Asker", 220)
    later.heard("Ask Asker", 40, "An intro?").wrote("Ask Asker", 17, "Could you send me a few lines I can forward?")
    later.heard("Ask Asker", 10, "Here they are: I build bridges, and Tara needs one.")
    workspace.import_files([later.zipped(tmp_path)])
    with transaction():  # what the scan of messages makes of it
        IntroRequest.update(answered=True).where(IntroRequest.id == number).execute()
        refresh_people([who], 2)
    assert open_ids(workspace, "intros") == [str(number)]


def test_someone_ignored_who_invites_again_is_a_new_card_that_says_when_and_why(
    workspace: Workspace, at: Clock, tmp_path: Path
) -> None:
    workspace.import_files([Export().invited("Ann Lee", 20, "Hi").zipped(tmp_path)])
    (first,) = open_ids(workspace, "invites")
    workspace.decide("invites", first, "ignore", reason="wants to sell")
    at(datetime(2027, 6, 1, tzinfo=UTC))
    workspace.import_files([Export(date(2027, 5, 30)).invited("Ann Lee", 5, "Hi again").zipped(tmp_path)])
    (item,) = workspace.items("invites")
    assert item.id != first
    told = [reason.text for reason in item.recommendation.reasons if "ignored" in reason.text]
    assert len(told) == 1
    assert "2026" in told[0]
    assert "wants to sell" in told[0]


def test_someone_removed_who_invites_again_is_a_new_card_that_says_when_and_why(
    workspace: Workspace, at: Clock, tmp_path: Path
) -> None:
    workspace.import_files([Export().connect("Ann Lee", 900).zipped(tmp_path)])
    (card,) = open_ids(workspace, "stale")
    workspace.decide("stale", card, "remove", reason="never wrote")
    at(datetime(2027, 6, 1, tzinfo=UTC))
    later = Export(date(2027, 5, 30)).connect("Bo Roe", 3).invited("Ann Lee", 5)
    workspace.import_files([later.zipped(tmp_path)])
    (item,) = workspace.items("invites")
    told = [reason.text for reason in item.recommendation.reasons if "removed" in reason.text]
    assert len(told) == 1
    assert "2026" in told[0]
    assert "never wrote" in told[0]


def test_an_invitation_ignored_stays_ignored_in_every_later_export_that_lists_it(
    workspace: Workspace, at: Clock, tmp_path: Path
) -> None:
    workspace.import_files([Export().invited("Ann Lee", 20).zipped(tmp_path)])
    workspace.decide("invites", open_ids(workspace, "invites")[0], "ignore")
    for day in (date(2026, 10, 1), date(2026, 11, 1), date(2027, 2, 1)):
        at(datetime(day.year, day.month, day.day, tzinfo=UTC))
        again = Export(day)
        again.invited("Ann Lee", (day - date(2026, 8, 26)).days)
        workspace.import_files([again.zipped(tmp_path)])
        assert open_ids(workspace, "invites") == []


def test_a_verdict_on_a_decided_card_replaces_it_with_its_errand(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export().invited("Ann Lee", 20).zipped(tmp_path)])
    (card,) = open_ids(workspace, "invites")
    workspace.decide("invites", card, "accept")
    workspace.decide("invites", card, "ignore")
    assert [todo.kind for todo in workspace.outbox()] == ["ignore_invitation"]
    assert [todo.state for todo in workspace.outbox(everything=True)] == ["cancelled", "open"]
    assert workspace.card("invites", card).decided == "ignore"
    assert Decision.select().count() == 1
    workspace.undo()
    assert [todo.kind for todo in workspace.outbox()] == ["accept_invitation"]
    assert workspace.card("invites", card).decided == "accept"


def test_a_decision_keeps_reason_time_and_the_evidence_as_it_was(
    workspace: Workspace, at: Clock, tmp_path: Path
) -> None:
    workspace.import_files([Export().connect("Ann Lee", 900).zipped(tmp_path)])
    (item,) = workspace.items("stale")
    workspace.decide("stale", item.id, "later", reason="I may need them")
    at(datetime(2027, 6, 1, tzinfo=UTC))
    later = Export(date(2027, 5, 30)).connect("Ann Lee", 1157).heard("Ann Lee", 1).wrote("Ann Lee", 2)
    workspace.import_files([later.zipped(tmp_path)])
    held = Decision.get()
    assert (held.verdict, held.reason, held.at) == ("later", "I may need them", _START)
    assert held.evidence["recommendation"] == item.recommendation.verdict
    assert [text for _, text, _ in held.evidence["reasons"]] == [reason.text for reason in item.recommendation.reasons]
