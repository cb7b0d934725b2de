"""The JSON of every command, field by field, and what its words mean."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tests.commands.conftest import Picky
from tests.models.support import Export

pytestmark = pytest.mark.usefixtures("filled")

_INVITE = {
    "id": str, "name": str, "profile": (str, type(None)), "company": str, "note": str, "sent_at": str, "certainty": str,
    "nudges": int, "met": (dict, type(None)), "look_alike_of": (dict, type(None)),
    "recommendation": (str, type(None)), "reasons": list,
}  # fmt: skip
_INTRO = {
    "id": str, "asker": dict, "target": (dict, type(None)), "target_text": str, "purpose": str, "received_at": str,
    "text": str, "asks_of_target_12m": int, "recommendation": (str, type(None)), "reasons": list,
}  # fmt: skip
_STALE = {
    "id": str, "name": str, "profile": (str, type(None)), "company": str, "band": str,
    "connected_on": (str, type(None)), "last_contact": (str, type(None)), "strength": float,
    "recommendation": (str, type(None)), "reasons": list,
}  # fmt: skip
_VERBS = {
    "invites": {"accept", "ignore", "ask", "later"},
    "intros": {"introduce", "decline", "mention", "blurb", "no_reply", "not_a_request", "later"},
    "stale": {"keep", "remove", "reconnect", "later"},
}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def test_queue_without_a_name_counts_every_queue(picky: Picky) -> None:
    queues = {held["name"]: held for held in picky("queue", "--json").json["queues"]}
    assert {"invites", "intros", "stale"} <= queues.keys()
    assert all(held.keys() >= {"name", "open", "later", "decided"} for held in queues.values())
    assert [queues[name]["open"] for name in ("invites", "intros", "stale")] == [2, 1, 3]


@pytest.mark.parametrize(("queue", "fields"), [("invites", _INVITE), ("intros", _INTRO), ("stale", _STALE)])
def test_the_items_of_a_queue_have_the_fields_of_the_contract(
    queue: str, fields: dict[str, type], picky: Picky
) -> None:
    items = picky("queue", queue, "--json").json["items"]
    assert items
    for item in items:
        wrong = {
            name: item.get(name, "missing") for name, kind in fields.items() if not isinstance(item.get(name), kind)
        }
        assert not wrong
        assert item["recommendation"] in _VERBS[queue] | {None}
        assert all(reason.keys() == {"text", "weight"} for reason in item["reasons"])
        weights = [abs(reason["weight"]) for reason in item["reasons"]]
        assert weights == sorted(weights, reverse=True), "strongest first"
    assert len({item["id"] for item in items}) == len(items)


def test_an_invite_says_what_is_known_of_it(picky: Picky) -> None:
    ina, thomas = picky("queue", "invites", "--json").json["items"]
    assert (ina["name"], ina["profile"], ina["certainty"]) == ("Ina Inviter", "ina-inviter", "probable")
    assert ina["sent_at"] == "2026-08-26T12:00:00Z"
    assert ina["met"] == {"event": "Harbour Conf", "date": "2026-08-01", "impression": "liked"}
    assert ina["note"] == "We met at the harbour, in the rain."
    assert thomas["look_alike_of"] == {"name": "Thomas Weber", "profile": "thomas-weber", "kind": "namesake"}
    assert thomas["met"] is None


def test_a_request_names_both_sides_with_their_bands(picky: Picky) -> None:
    (item,) = picky("queue", "intros", "--json").json["items"]
    assert item["asker"] == {"name": "Ask Asker", "profile": "ask-asker", "band": "active"}
    assert item["target"] == {"name": "Tara Target", "profile": "tara-target", "band": "one_way_out"}
    assert (item["purpose"], item["text"], item["asks_of_target_12m"]) == ("job", "I am looking for a job.", 0)
    assert _MOMENT.fullmatch(item["received_at"])


def test_json_gives_all_and_text_twenty(picky: Picky, tmp_path: Path) -> None:
    export = Export()
    for number in range(30):
        export.connect(f"Pat P{number:02}", 900)
    picky("import", export.zipped(tmp_path))
    assert len(picky("queue", "stale", "--json").json["items"]) == 30
    assert len(picky("queue", "stale", "--json", "--limit", 7).json["items"]) == 7
    assert picky("queue", "stale").out.count("Pat P") == 20
    assert picky("queue", "stale", "--limit", 25).out.count("Pat P") == 25


def test_import_json_names_every_member_read_and_the_totals_afterwards(picky: Picky, tmp_path: Path) -> None:
    other = Export().connect("New Nick", 3).zipped(tmp_path)
    told = picky("--store", tmp_path / "other.db", "import", other, "--json").json
    assert told.keys() >= {"runs", "export_date", "totals"}
    assert told["export_date"] == "2026-09-15"
    assert told["totals"] == {"people": 1, "connections": 1, "hidden_rows": 0, "invitations": 0, "messages": 0}
    kinds = {run["kind"]: run for run in told["runs"]}
    assert {"connections", "invitations", "messages", "profile"} <= kinds.keys()
    for run in told["runs"]:
        assert run.keys() >= {"path", "kind", "rows", "new", "changed", "unchanged", "gone", "problems"}
    assert (kinds["connections"]["rows"], kinds["connections"]["new"]) == (1, 1)
    again = picky("--store", tmp_path / "other.db", "import", other, "--json").json
    assert again["totals"] == told["totals"]
    (run,) = (run for run in again["runs"] if run["kind"] == "connections")
    assert (run["new"], run["changed"], run["unchanged"], run["gone"]) == (0, 0, 1, 0)


def test_import_json_lists_problems_with_file_row_and_why(picky: Picky, tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text(
        "First Name,Last Name,URL,Company,Position,Connected On\nBo,Roe,,A,B,31 Foo 2026,too,many\nCy,Poe,,,,01 Jan 2020\n"
    )
    told = picky("import", path, "--json").json
    (problem,) = told["runs"][0]["problems"]
    assert problem.keys() == {"file", "row", "why"}
    assert (problem["file"], problem["row"]) == ("Connections.csv", 2)


def test_decide_json_says_what_was_done(picky: Picky) -> None:
    card = picky("queue", "invites", "--json").json["items"][0]["id"]
    told = picky("decide", "invites", card, "accept", "--reason", "we met", "--json").json
    assert told.keys() >= {"operation", "queue", "id", "verdict", "sentence", "errand"}
    assert (told["queue"], told["id"], told["verdict"]) == ("invites", card, "accept")
    (errand,) = picky("outbox", "--json").json["errands"]
    assert errand["id"] == told["errand"]
    card = picky("queue", "stale", "--json").json["items"][0]["id"]
    assert picky("decide", "stale", card, "keep", "--json").json["errand"] is None


def test_outbox_json_has_link_steps_and_draft(picky: Picky) -> None:
    picky("decide", "intros", "c1", "introduce")
    (errand,) = picky("outbox", "--json").json["errands"]
    assert errand.keys() >= {"id", "kind", "state", "name", "link", "steps", "draft"}
    assert errand["kind"] == "ask_target"
    assert errand["state"] == "open"
    assert errand["link"] == "https://www.linkedin.com/in/tara-target"
    assert errand["draft"].startswith("Hi Tara,")
    assert isinstance(errand["steps"], list)


def test_person_json_tells_everything_with_its_sources(picky: Picky) -> None:
    told = picky("person", "Ask Asker", "--json").json
    assert told.keys() >= {"id", "name", "profile", "band", "strength", "last_contact", "sources"}
    assert (told["name"], told["profile"], told["band"]) == ("Ask Asker", "ask-asker", "active")
    assert told["last_contact"] == "2026-09-06"
    assert {source["file"] for source in told["sources"]} >= {"Connections.csv"}
    assert isinstance(told["id"], str)


def test_history_json_is_newest_first_and_says_what_is_undone(picky: Picky) -> None:
    card = picky("queue", "stale", "--json").json["items"][0]["id"]
    operation = picky("decide", "stale", card, "keep", "--json").json["operation"]
    picky("undo")
    newest, *_ = told = picky("history", "--json").json["operations"]
    assert all(line.keys() >= {"id", "at", "kind", "sentence", "undone"} for line in told)
    assert (newest["id"], newest["kind"], newest["undone"]) == (operation, "decide", True)
    assert _MOMENT.fullmatch(newest["at"])
    assert [line["kind"] for line in told] == ["decide", "met", "ask", "import"]


def test_ids_stay_what_they_are_through_imports_and_undo(picky: Picky, archive: Path) -> None:
    def ids() -> dict[str, list[str]]:
        return {name: [i["id"] for i in picky("queue", name, "--json").json["items"]] for name in _VERBS}

    before = ids()
    for name, cards in before.items():
        picky("decide", name, cards[0], "later")
    picky("import", archive)
    for _ in before:
        picky("undo")
    assert ids() == before
    picky("import", archive)
    assert ids() == before


def test_several_people_of_a_name_are_listed_with_their_ids_and_each_id_finds_one(picky: Picky) -> None:
    ran = picky("person", "Thomas Weber")
    assert (ran.code, ran.out) == (1, "")
    ids = re.findall(r"\b(\d+) Thomas Weber", ran.err)
    assert len(ids) == 2
    profiles = {picky("person", number, "--json").json["profile"] for number in ids}
    assert profiles == {"thomas-weber", "thomas-weber-graz"}


@pytest.mark.parametrize(
    "query",
    ["Ann Lee", "ann lee", "ANN LEE", "ann-lee", "https://www.linkedin.com/in/ann-lee/", "linkedin.com/in/ann-lee?x=1",
     "nn le", "Änn Lée"],
)  # fmt: skip
def test_a_person_is_found_by_name_slug_link_and_part_of_a_name(query: str, picky: Picky) -> None:
    assert picky("person", query, "--json").json["name"] == "Ann Lee"


def test_an_exact_name_wins_over_a_part_of_another(picky: Picky, tmp_path: Path) -> None:
    export = Export().connect("Ann Lee", 900).connect("Ann Leeson", 900).connect("Joann Lee", 900)
    picky("import", export.zipped(tmp_path))
    assert picky("person", "ann lee", "--json").json["profile"] == "ann-lee"
    assert picky("person", "ann le").code == 1


@pytest.mark.parametrize(
    "words",
    [("queue", "--json"), ("history", "--json"), ("outbox", "--json"), ("person", "Ann Lee"), ("queue", "stale"),
     ("undo",), ("met", "Ann Lee"), ("ask", "Ann Lee", "Bo"), ("decide", "invites", "1", "ignore")],
    ids=" ".join,
)  # fmt: skip
def test_the_store_may_be_named_before_or_after_the_command(
    words: tuple[str, ...], picky: Picky, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    copies = [tmp_path / "before.db", tmp_path / "after.db"]
    for copy in copies:
        shutil.copy(store, copy)
    monkeypatch.setenv("PICKY_STORE", str(tmp_path / "other.db"))
    before = picky("--store", copies[0], *words)
    after = picky(*words, "--store", copies[1])
    assert before == after
    assert before.code == 0, before.err
    assert not (tmp_path / "other.db").exists()


def test_the_store_may_be_named_within_a_group(picky: Picky, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picky("decide", "intros", "c1", "decline")
    monkeypatch.setenv("PICKY_STORE", "/dev/null/none.db")
    assert picky("outbox", "--store", store, "done", "1").code == 0
    assert picky("undo", "--store", store).code == 0
    assert picky("outbox", "done", "1", "--store", store).code == 0


def test_deciding_a_decided_card_replaces_its_verdict(picky: Picky) -> None:
    card = picky("queue", "invites", "--json").json["items"][0]["id"]
    picky("decide", "invites", card, "accept")
    assert picky("decide", "invites", card, "ignore", "--json").json["verdict"] == "ignore"
    assert [errand["kind"] for errand in picky("outbox", "--json").json["errands"]] == ["ignore_invitation"]
    assert card not in [item["id"] for item in picky("queue", "invites", "--json").json["items"]]


@pytest.mark.parametrize("queue", list(_VERBS))
def test_every_verdict_of_a_queue_can_be_given_undone_and_redone(queue: str, picky: Picky, store: Path) -> None:
    for verdict in (*sorted(_VERBS[queue]), "pin"):
        (card, *_) = [item["id"] for item in picky("queue", queue, "--json").json["items"]]
        assert picky("decide", queue, card, verdict, "--json").json["verdict"] == verdict
        assert card not in [item["id"] for item in picky("queue", queue, "--json").json["items"]]
        assert picky("undo").code == 0
        assert picky("redo").code == 0
        assert picky("undo").code == 0
        assert card in [item["id"] for item in picky("queue", queue, "--json").json["items"]]


def test_met_in_one_line_takes_name_company_and_note(picky: Picky) -> None:
    assert picky("met", "Nora New, Acme, plays the cello, well").code == 0
    told = picky("person", "Nora New", "--json").json
    assert told["company"] == "Acme"
    assert any("plays the cello, well" in moment["text"] for moment in told["timeline"])


def test_meeting_someone_whose_name_is_only_part_of_a_connections_makes_nobody_else_met(picky: Picky) -> None:
    """“Ann” is not Ann Lee, and “Thomas Webe” not Thomas Weber."""
    for name in ("Ann", "Ann Le", "nn Lee"):
        assert picky("met", name).code == 0
    assert picky("person", "Ann Lee", "--json").json["band"] == "never"


def test_meeting_someone_without_their_credentials_is_meeting_them(picky: Picky) -> None:
    assert picky("met", "Maren Holt").code == 0
    assert picky("person", "maren-holt", "--json").json["band"] == "met"


def test_meeting_a_namesake_from_another_company_is_not_the_connection(picky: Picky) -> None:
    assert picky("met", "Ann Lee, Zenith").code == 0
    assert picky("person", "ann-lee", "--json").json["band"] == "never"


def test_what_is_done_by_hand_is_closed_by_its_number(picky: Picky) -> None:
    card = picky("queue", "stale", "--json").json["items"][0]["id"]
    errand = picky("decide", "stale", card, "remove", "--json").json["errand"]
    ran = picky("outbox", "done", errand)
    assert (ran.code, ran.out) == (1, "")
    assert "staged" in ran.err
    assert picky("outbox", "cancel", errand).code == 0
    assert card in [item["id"] for item in picky("queue", "stale", "--json").json["items"]]


def test_an_archive_without_network_says_to_wait_for_the_second_one(picky: Picky, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "Basic_LinkedInDataExport_09-15-2026.zip", "w") as archive:
        archive.writestr("Profile.csv", "First Name,Last Name,Headline\nRobin,Ash,Bridges\n")
    ran = picky("import", tmp_path / "Basic_LinkedInDataExport_09-15-2026.zip")
    assert ran.code == 0
    assert "second" in ran.err


def test_import_without_a_path_and_without_a_terminal_names_the_newest_archive(picky: Picky, tmp_path: Path) -> None:
    folder = tmp_path / "home" / "Downloads"
    folder.mkdir(parents=True)
    path = Export().zipped(folder)
    ran = picky("import")
    assert (ran.code, ran.out) == (1, "")
    assert path.name in ran.err
