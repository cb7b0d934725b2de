"""Who is in which queue, and in what order: exactly as the product says, to the day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from models.decisions.capture import NewEncounter
from models.queues.refresh import refresh_people
from models.store import CAPTURED, IntroRequest, Person, transaction
from models.workspace import Workspace
from tests.models.support import EXPORT, Export, open_ids, person


def _names(workspace: Workspace, queue: str) -> list[str]:
    return [item.name for item in workspace.items(queue)]


# invites


def test_invites_are_those_met_in_person_first_then_the_newest(workspace: Workspace, tmp_path: Path) -> None:
    export = Export()
    for name, days in (("Old Ola", 90), ("New Nils", 2), ("Met Maja", 60), ("Mid Mia", 30), ("Met Moritz", 40)):
        export.invited(name, days)
    workspace.import_files([export.zipped(tmp_path)])
    workspace.met(NewEncounter("Met Maja", event="Harbour Conf"))
    workspace.met(NewEncounter("Met Moritz"))
    assert _names(workspace, "invites") == ["Met Moritz", "Met Maja", "New Nils", "Mid Mia", "Old Ola"]


def test_somebody_met_before_any_file_knew_them_comes_first_when_the_file_comes(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.met(NewEncounter("Met Maja", event="Harbour Conf"))
    workspace.import_files([Export().invited("New Nils", 2).invited("Met Maja", 60).zipped(tmp_path)])
    assert _names(workspace, "invites") == ["Met Maja", "New Nils"]
    assert workspace.items("invites")[0].json()["met"]["event"] == "Harbour Conf"


@pytest.mark.parametrize(("days", "is_in"), [(0, True), (179, True), (180, True), (181, False), (330, False)])
def test_an_invitation_is_pending_for_180_days_before_the_export(
    days: int, is_in: bool, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.import_files([Export().invited("Ann Lee", days).zipped(tmp_path)])
    assert bool(open_ids(workspace, "invites")) is is_in


def test_invites_leave_out_connections_and_what_the_owner_sent(workspace: Workspace, tmp_path: Path) -> None:
    export = Export().invited("Ann Lee", 20).connect("Ann Lee", 10).invited("Bo Roe", 20, outgoing=True)
    workspace.import_files([export.zipped(tmp_path)])
    assert _names(workspace, "invites") == []


def test_an_accepted_note_tells_that_they_were_connected_and_are_not_pending(
    workspace: Workspace, tmp_path: Path
) -> None:
    note = "We met at the harbour, in the rain."
    export = Export().invited("Ann Lee", 20, note).heard("Ann Lee", 18, note)
    workspace.import_files([export.zipped(tmp_path)])
    assert _names(workspace, "invites") == []
    assert workspace.person("Ann Lee").received == 0


def test_invites_without_a_connections_file_cannot_tell(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export().invited("Ann Lee", 20).zipped(tmp_path, but=["Connections.csv"])])
    (item,) = workspace.items("invites")
    assert item.json()["certainty"] == "cannot_tell"


# intros


def _request(workspace: Workspace, asker: str, received: datetime, **more: object) -> int:
    """A request as the scan of messages would keep it."""
    who = workspace.person(asker).id
    with transaction():
        values: dict[str, object] = {
            "asker": who, "target_text": "Tara Target", "purpose": "job", "received_at": received, "text": "Intro?",
        }  # fmt: skip
        number = int(IntroRequest.insert(**{**values, **more}).execute())
        refresh_people([who], 1)
    return number


def _midnight(days: int) -> datetime:
    return datetime(EXPORT.year, EXPORT.month, EXPORT.day, tzinfo=UTC) - timedelta(days=days)


@pytest.mark.parametrize(
    ("received", "is_in"),
    [(_midnight(0), True), (_midnight(180) + timedelta(hours=3), True), (_midnight(180), True),
     (_midnight(180) - timedelta(seconds=1), False), (_midnight(900), False)],
)  # fmt: skip
def test_a_request_waits_for_180_days_before_the_export(
    received: datetime, is_in: bool, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.import_files([Export().connect("Ask Asker", 300).zipped(tmp_path)])
    _request(workspace, "Ask Asker", received)
    assert bool(open_ids(workspace, "intros")) is is_in


def test_requests_come_oldest_first_and_answered_ones_not_at_all(workspace: Workspace, tmp_path: Path) -> None:
    export = Export()
    for name in ("Ann Lee", "Bo Roe", "Cy Poe", "Di Foe"):
        export.connect(name, 300)
    workspace.import_files([export.zipped(tmp_path)])
    for name, days in (("Ann Lee", 5), ("Bo Roe", 90), ("Cy Poe", 30)):
        _request(workspace, name, _midnight(days))
    _request(workspace, "Di Foe", _midnight(50), answered=True)
    assert _names(workspace, "intros") == ["Bo Roe", "Cy Poe", "Ann Lee"]


def test_there_is_one_card_for_each_asker_and_target(workspace: Workspace, tmp_path: Path) -> None:
    export = Export().connect("Ask Asker", 300).connect("Tara Target", 400).connect("Other Otto", 400)
    workspace.import_files([export.zipped(tmp_path)])
    target, other = workspace.person("Tara Target").id, workspace.person("Other Otto").id
    for days, wanted in ((90, target), (60, other), (30, target)):
        _request(workspace, "Ask Asker", _midnight(days), target=wanted, target_text="")
    assert [item.target.id for item in workspace.items("intros")] == [target, other]


def test_a_request_captured_by_hand_waits_however_old_the_export_is(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export(date(2020, 1, 1)).connect("Ask Asker", 300).zipped(tmp_path)])
    workspace.ask("Ask Asker", "Tara Target", "could you introduce me?", "job")
    (item,) = workspace.items("intros")
    assert (item.name, item.id) == ("Ask Asker", "c1")
    assert item.json()["purpose"] == "job"


# stale


@pytest.mark.parametrize(("days", "is_in"), [(179, False), (180, True), (181, True)])
def test_nobody_is_stale_before_180_days(days: int, is_in: bool, workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export().connect("Ann Lee", days).zipped(tmp_path)])
    assert bool(open_ids(workspace, "stale")) is is_in


_BANDS = {
    "never": (Export().connect("Ann Lee", 900), True, "never"),
    "in, 365 days ago": (Export().connect("Ann Lee", 900).heard("Ann Lee", 365), False, "one_way_in"),
    "in, 366 days ago": (Export().connect("Ann Lee", 900).heard("Ann Lee", 366), True, "one_way_in"),
    "out, 365 days ago": (Export().connect("Ann Lee", 900).wrote("Ann Lee", 365), False, "one_way_out"),
    "out, 366 days ago": (Export().connect("Ann Lee", 900).wrote("Ann Lee", 366), True, "one_way_out"),
    "both, 365 days ago": (Export().connect("Ann Lee", 900).wrote("Ann Lee", 800).heard("Ann Lee", 365), False, "active"),
    "both, 366 days ago": (Export().connect("Ann Lee", 900).wrote("Ann Lee", 800).heard("Ann Lee", 366), False, "fading"),
    "both, 3 years ago": (Export().connect("Ann Lee", 2000).wrote("Ann Lee", 1900).heard("Ann Lee", 1095), False, "fading"),
    "both, longer ago": (Export().connect("Ann Lee", 2000).wrote("Ann Lee", 1900).heard("Ann Lee", 1096), True, "dormant"),
    "vouched": (Export().connect("Ann Lee", 900).praised("Ann Lee", 700), False, "vouched"),
    "vouched by the owner": (Export().connect("Ann Lee", 900).praised("Ann Lee", 700, given=True), False, "vouched"),
}  # fmt: skip


@pytest.mark.parametrize(("export", "is_in", "band"), _BANDS.values(), ids=_BANDS)
def test_stale_is_who_never_wrote_or_fell_silent(
    export: Export, is_in: bool, band: str, workspace: Workspace, tmp_path: Path
) -> None:
    export.wrote("Other Otto", 5)  # by which the owner's link is known
    workspace.import_files([export.zipped(tmp_path)])
    assert workspace.person("Ann Lee").band == band
    assert bool(open_ids(workspace, "stale")) is is_in


def test_stale_is_ordered_by_band_then_oldest_connection_then_number(workspace: Workspace, tmp_path: Path) -> None:
    export = (
        Export()
        .connect("Dora Dormant", 3000).wrote("Dora Dormant", 2000).heard("Dora Dormant", 1999)
        .connect("Olga Out", 2900).wrote("Olga Out", 800)
        .connect("Ina In", 2800).heard("Ina In", 800)
        .connect("Mats Met", 2700)
        .connect("Nora Never", 900).connect("Nils Never", 1000).connect("Nina Never", 900)
    )  # fmt: skip
    workspace.import_files([export.zipped(tmp_path)])
    workspace.met(NewEncounter("Mats Met", on=date(2015, 5, 5)))
    assert _names(workspace, "stale") == [
        "Nils Never", "Nora Never", "Nina Never", "Mats Met", "Ina In", "Olga Out", "Dora Dormant"
    ]  # fmt: skip
    ids = [int(card) for card in open_ids(workspace, "stale")]
    assert ids[1] < ids[2]


def test_a_newer_export_ages_people_whom_it_does_not_mention_otherwise(workspace: Workspace, tmp_path: Path) -> None:
    then = Export(date(2025, 9, 15)).connect("Ann Lee", 2000).wrote("Ann Lee", 1900).heard("Ann Lee", 900)
    workspace.import_files([then.zipped(tmp_path)])
    assert open_ids(workspace, "stale") == []
    workspace.import_files([Export(EXPORT).connect("Ann Lee", 2365).zipped(tmp_path)])
    assert workspace.person("Ann Lee").band == "dormant"
    assert _names(workspace, "stale") == ["Ann Lee"]


def test_a_pinned_person_is_in_no_queue_and_stays_out_through_imports(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export().connect("Ann Lee", 900).zipped(tmp_path)])
    workspace.decide("stale", open_ids(workspace, "stale")[0], "pin")
    assert workspace.person("Ann Lee").is_pinned
    later = Export(date(2026, 10, 1)).connect("New Nick", 900).invited("Ann Lee", 1)
    workspace.import_files([later.zipped(tmp_path)])
    assert _names(workspace, "invites") == []
    assert _names(workspace, "stale") == ["New Nick"]


def test_a_pin_from_one_queue_holds_back_what_was_put_off_in_another(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.import_files([Export().connect("Ann Lee", 900).zipped(tmp_path)])
    workspace.ask("Ann Lee", "Tara Target")
    workspace.decide("intros", "c1", "later")
    (card,) = open_ids(workspace, "stale")
    workspace.decide("stale", card, "pin")
    monkeypatch.setenv("PICKY_NOW", "2026-11-30T09:00:00+00:00")
    assert _names(workspace, "intros") == []
    workspace.undo()
    assert _names(workspace, "intros") == ["Ann Lee"]


def test_deciding_another_card_of_a_pinned_person_leaves_the_pin(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files([Export().connect("Ann Lee", 900).zipped(tmp_path)])
    workspace.ask("Ann Lee", "Tara Target")
    (card,) = open_ids(workspace, "stale")
    workspace.decide("stale", card, "pin")
    workspace.decide("intros", "c1", "decline")
    assert workspace.person("Ann Lee").is_pinned
    workspace.decide("stale", card, "keep")
    assert not workspace.person("Ann Lee").is_pinned


def test_hidden_accounts_and_linkedin_members_are_in_no_queue(workspace: Workspace, tmp_path: Path) -> None:
    from seeds.invention.world import Message, Tie
    from tests.models.support import ME

    export = Export()
    export.ties += [Tie(None, export.ago(900)), Tie(None, export.ago(900))]
    export.messages.append(Message("closed", None, (ME,), export.ago(800), "Could you introduce me to Ann Lee?"))
    workspace.import_files([export.zipped(tmp_path)])
    assert {held.open for held in workspace.counts()} == {0}


def test_two_namesakes_with_links_are_two_people_on_two_cards(workspace: Workspace, tmp_path: Path) -> None:
    export = (
        Export().connect(person("Thomas Weber", slug="tw-1"), 900).connect(person("Thomas Weber", slug="tw-2"), 800)
    )
    workspace.import_files([export.zipped(tmp_path)])
    assert [item.slug for item in workspace.items("stale")] == ["tw-1", "tw-2"]


def test_captured_people_and_imported_ones_never_share_a_number(workspace: Workspace, tmp_path: Path) -> None:
    workspace.met(NewEncounter("Nobody Known"))
    workspace.import_files([Export().connect("Ann Lee", 900).zipped(tmp_path)])
    assert Person.get(Person.name == "Nobody Known").id >= CAPTURED
    assert workspace.person("Ann Lee").id == 1
