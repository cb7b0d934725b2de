"""`picky report`: the fields of the contract, plain lines, and the rows behind a number."""

from __future__ import annotations

import pytest

from tests.commands.conftest import Picky

pytestmark = pytest.mark.usefixtures("filled")
RATE = {"name", "value", "low", "high", "n", "enough"}


def test_the_json_has_the_fields_of_the_contract(picky: Picky) -> None:
    picky("outcome", "customer", "Ann Lee", "--via", "Tara Target", "--on", "2025-03")
    told = picky("report", "--json").json
    assert told["outcomes"].keys() >= {"by_kind", "by_year", "by_event", "by_person"}
    assert told["outcomes"]["by_kind"] == {"customer": 1}
    assert told["outcomes"]["by_year"] == {"2025": 1}
    assert [each["name"] for each in told["outcomes"]["by_person"]] == ["Ann Lee"]
    assert [each["name"] for each in told["outcomes"]["by_introducer"]] == ["Tara Target"]
    assert told["bands"].keys() == {
        "never", "met", "one_way_in", "one_way_out", "active", "fading", "dormant", "vouched",
    }  # fmt: skip
    for each in told["rates"]:
        assert each.keys() >= RATE
        assert 0 <= each["low"] <= each["value"] <= each["high"] <= 1 or each["n"] == 0
        assert isinstance(each["enough"], bool)
    assert told["diagnosis"]["verdict"] == "too_few_to_tell"


def test_the_plain_report_counts_nothing_it_cannot_tell(picky: Picky) -> None:
    told = picky("report")
    assert told.code == 0
    assert "Nothing came of it so far, and too few to tell why." in told.out
    assert "too few to tell (1)" in told.out


def test_the_rows_behind_a_number_are_people_by_name(picky: Picky) -> None:
    picky("outcome", "customer", "Ann Lee")
    rows = picky("report", "--rows", "ever_produced", "--json").json["rows"]
    assert [row["name"] for row in rows] == ["Ann Lee"]
    assert "a customer" in picky("report", "--rows", "kind:customer").out
    asked = picky("report", "--rows", "bogus")
    assert asked.code == 1
    assert "ever_produced" in asked.err


def test_a_store_with_nothing_in_it_has_a_report(picky: Picky, tmp_path: object) -> None:
    told = picky("--store", f"{tmp_path}/empty.db", "report", "--json").json
    assert told["connections"] == 0
    assert told["diagnosis"]["verdict"] == "too_few_to_tell"
    assert picky("--store", f"{tmp_path}/empty.db", "report").code == 0
