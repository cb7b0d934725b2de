"""`picky outcome`, and its verdicts from the shell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.commands.conftest import Picky
from tests.models.support import Export

pytestmark = pytest.mark.usefixtures("filled")


def test_one_line_keeps_an_outcome_with_everybody_who_had_a_part_in_it(picky: Picky) -> None:
    words = (
        "outcome",
        "customer",
        "Ann L",
        "--via",
        "Tara T",
        "--event",
        "PyCon",
        "--on",
        "2025-03",
        "--note",
        "two years",
    )
    told = picky(*words, "--json").json
    assert told["sentence"] == "a customer, thanks to Ann Lee"
    page = picky("person", "Ann Lee", "--json").json
    assert page["band"] == "vouched"
    [held] = page["outcomes"]
    assert [held[key] for key in ("kind", "on", "event", "note")] == ["customer", "2025-03", "PyCon", "two years"]
    assert "2025-03" in picky("person", "Ann Lee").out
    assert "introduced Ann Lee" in picky("person", "Tara Target").out
    assert picky("undo").code == 0
    assert picky("person", "Ann Lee", "--json").json["outcomes"] == []
    assert picky("redo").code == 0
    assert len(picky("person", "Ann Lee", "--json").json["outcomes"]) == 1


def test_what_is_no_kind_or_no_day_is_wrong_usage(picky: Picky) -> None:
    assert picky("outcome", "bogus", "Ann Lee").code == 2
    assert picky("outcome", "job", "Ann Lee", "--on", "March").code == 2
    assert picky("outcome", "job").code == 2
    assert picky("outcome", "nothing", "Ann Lee").code == 2


def test_a_name_of_several_exits_1_and_lists_them(picky: Picky) -> None:
    done = picky("outcome", "job", "Weber")
    assert done.code == 1
    assert "Thomas Weber" in done.err


def test_outcomes_are_a_queue_like_any_other(picky: Picky) -> None:
    assert {"name": "outcomes", "open": 0, "later": 0, "decided": 0} in picky("queue", "--json").json["queues"]
    assert picky("queue", "outcomes", "--json").json == {"items": []}
    assert picky("decide", "outcomes", "4", "customer").code == 1


def test_a_message_that_sounds_like_it_is_a_card_with_a_question(picky: Picky, tmp_path: Path) -> None:
    export = (
        Export(date(2026, 9, 16))
        .connect("Ann Lee", 901)
        .heard("Ann Lee", 2, "Thanks for referring me, I start in May!")
    )
    assert picky("import", export.zipped(tmp_path / "next")).code == 0
    told = picky("queue", "outcomes").out
    assert "They wrote on 14 Sep 2026" in told
    assert "Something seems to have come of it: a profile went to a hiring manager?" in told
    [item] = picky("queue", "outcomes", "--json").json["items"]
    assert (item["name"], item["what"], item["guess"], item["recommendation"]) == (
        "Ann Lee",
        "message",
        "referred",
        None,
    )
    done = picky("decide", "outcomes", item["id"], "job", "--json").json
    assert (done["verdict"], done["sentence"]) == ("job", "noted a job, thanks to Ann Lee")
    assert picky("queue", "outcomes", "--json").json["items"] == []
