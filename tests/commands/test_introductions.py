"""Introductions from the shell: each step, the ledger, what silence leaves, and the policy that judges them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Picky

pytestmark = pytest.mark.usefixtures("filled")


@pytest.fixture
def card(picky: Picky) -> str:
    """The request that is written down."""
    return str(picky("queue", "intros", "--json").json["items"][0]["id"])


def _ledger(picky: Picky) -> list[tuple[str, str, str]]:
    entries = picky("ledger", "--json").json["introductions"]
    return [(entry["asker"], entry["target"], entry["state"]) for entry in entries]


def test_an_introduction_goes_from_the_request_to_the_two_in_touch(picky: Picky, card: str) -> None:
    assert _ledger(picky) == [("Ask Asker", "Tara Target", "asked")]
    picky("decide", "intros", card, "introduce")
    [ask] = picky("outbox", "--json").json["errands"]
    assert (ask["kind"], ask["name"]) == ("ask_target", "Tara Target")
    picky("outbox", "done", ask["id"])
    assert _ledger(picky) == [("Ask Asker", "Tara Target", "target_asked")]
    assert picky("decide", "intros", card, "target_yes").code == 0
    [both] = picky("outbox", "--json").json["errands"]
    assert both["kind"] == "introduce"
    picky("outbox", "done", both["id"])
    assert _ledger(picky) == [("Ask Asker", "Tara Target", "introduced")]
    assert "introduced" in picky("ledger").out


def test_a_step_that_leads_nowhere_is_an_expected_failure_with_a_hint(picky: Picky, card: str) -> None:
    ran = picky("decide", "intros", card, "target_yes")
    assert (ran.code, ran.out) == (1, "")
    assert "You have not asked Tara yet." in ran.err


def test_a_persons_page_has_the_ledger(picky: Picky, card: str) -> None:
    picky("decide", "intros", card, "introduce")
    asked = picky("person", "Tara Target", "--json").json["introductions"]
    assert (asked["asks_in_12_months"], asked["last_ask"]) == (1, "2026-09-17")
    asker = picky("person", "Ask Asker", "--json").json["introductions"]
    assert (asker["asked_of_you"], asker["introduced"], asker["declined"]) == (1, 0, 0)
    assert [one["state"] for one in asker["requests"]] == ["to_ask"]


def test_an_errand_that_silence_did_not_leave_is_nobodys(picky: Picky) -> None:
    ran = picky("outbox", "done", "s1")
    assert ran.code == 1
    assert "There is no errand s1." in ran.err


def test_another_weight_in_the_policy_file_is_another_card(picky: Picky, tmp_path: Path) -> None:
    [before] = picky("queue", "intros", "--json").json["items"]
    folder = tmp_path / "config"
    folder.mkdir(exist_ok=True)
    (folder / "policy.toml").write_text("[intros]\nabout_work = 15.0\n", encoding="utf-8")
    [after] = picky("queue", "intros", "--json").json["items"]
    assert after["reasons"][0] == {"text": "it is about a job", "weight": 15.0}
    assert before["reasons"][0] != after["reasons"][0]
    assert (before["recommendation"], after["recommendation"]) == (None, "blurb")
