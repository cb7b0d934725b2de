"""`sent`, `replies` and the mirror from the shell: the contract of their JSON, and their words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Picky
from tests.models.support import Export

_SENT = {"id": str, "name": str, "profile": str, "company": str, "sent_at": str, "note": str, "days_silent": int,
         "certainty": str, "reasons": list}  # fmt: skip
_REPLY = {"id": str, "name": str, "profile": str, "company": str, "received_at": str, "text": str, "days_waiting": int,
          "texts": int, "band": str, "reasons": list}  # fmt: skip


@pytest.fixture
def taken_in(picky: Picky, tmp_path: Path) -> Picky:
    export = Export().invited("Nils Ito", 90, "Nice talk.", outgoing=True).connect("Una Owed", 900)
    export.heard("Una Owed", 9, "Are you coming to Kiel?")
    assert picky("import", export.zipped(tmp_path)).code == 0
    return picky


@pytest.mark.parametrize(("queue", "fields"), [("sent", _SENT), ("replies", _REPLY)])
def test_the_items_have_their_fields(queue: str, fields: dict[str, type], taken_in: Picky) -> None:
    (item,) = taken_in("queue", queue, "--json").json["items"]
    assert {
        name: item.get(name, "missing") for name, kind in fields.items() if not isinstance(item.get(name), kind)
    } == {}
    assert item["recommendation"] in {"sent": ("withdraw",), "replies": ("reply", None)}[queue]


@pytest.mark.parametrize(("queue", "verdicts"), [("sent", ("withdraw", "leave")), ("replies", ("reply", "let_go"))])
def test_every_verdict_can_be_given_undone_and_redone(queue: str, verdicts: tuple[str, ...], taken_in: Picky) -> None:
    (item,) = taken_in("queue", queue, "--json").json["items"]
    for verdict in (*verdicts, "later", "pin"):
        assert taken_in("decide", queue, item["id"], verdict, "--json").json["verdict"] == verdict
        assert taken_in("queue", queue, "--json").json["items"] == []
        assert taken_in("undo").code == taken_in("redo").code == taken_in("undo").code == 0
        assert [each["id"] for each in taken_in("queue", queue, "--json").json["items"]] == [item["id"]]


def test_a_second_go_exits_with_a_sentence(taken_in: Picky) -> None:
    (item,) = taken_in("queue", "replies", "--json").json["items"]
    errand = taken_in("decide", "replies", item["id"], "reply", "--json").json["errand"]
    assert taken_in("outbox", "done", errand).code == 0
    again = taken_in("decide", "replies", item["id"], "reply")
    assert (again.code, again.out) == (1, "")
    assert "You wrote to Una on 17 September 2026, and they never answered. Silence is an answer." in again.err


def test_the_words_of_both_queues(taken_in: Picky) -> None:
    assert "I would withdraw it quietly" in taken_in("queue", "sent").out
    assert "Are you coming to Kiel?" in taken_in("queue", "replies").out
    counted = taken_in("queue").out
    assert "Sent             1 open" in counted
    assert "Replies          1 open" in counted


def test_a_person_tells_what_was_not_accepted(taken_in: Picky) -> None:
    assert taken_in("person", "Nils Ito", "--json").json["silence"]["invitations_not_accepted"] == 1
    assert "You invited them once, and they did not accept." in taken_in("person", "Nils Ito").out
