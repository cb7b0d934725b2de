"""Requests in messages that the rules were not written from: the floors they must hold."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from models.requests.connection_names import ConnectionNames
from models.requests.detect import find_request
from models.requests.target import resolve

HERE = Path(__file__).parent
LABELLED = [json.loads(line) for line in (HERE / "labelled_messages.jsonl").read_text(encoding="utf-8").splitlines()]
FRESH = [json.loads(line) for line in (HERE / "fresh_messages.jsonl").read_text(encoding="utf-8").splitlines()]
"""Written after the rules, by another hand."""


@cache
def _people() -> list[dict[str, str]]:
    with (HERE / "connections.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _names() -> ConnectionNames:
    rows = ((int(row["id"]), row["name"], row["company"], row["position"]) for row in _people())
    return ConnectionNames(rows, owner="Jonas Wendt")


def _is_right_target(message: dict[str, Any]) -> bool:
    guess = find_request(message["text"])
    if guess is None:
        return False
    by_id = {int(row["id"]): row["name"] for row in _people()}
    meant = [by_id[person] for person in resolve(guess, _names(), asker_id=-1).person_ids]
    wanted = message["target"]
    return wanted in meant if wanted else len(meant) != 1


@pytest.mark.parametrize(
    ("messages", "precision", "recall", "target"),
    [
        ([message for message in LABELLED if message["split"] == "test"], 0.95, 0.90, 0.95),
        (FRESH, 0.90, 0.90, 0.90),
    ],
    ids=["held out", "fresh"],
)
def test_real_requests_are_found_with_their_target_and_others_are_not_shown(
    messages: list[dict[str, Any]], precision: float, recall: float, target: float
) -> None:
    asking = [message for message in messages if message["is_request"]]
    found = [message for message in messages if find_request(message["text"])]
    right = [message for message in found if message["is_request"]]
    assert len(right) >= precision * len(found), [message["text"] for message in found if not message["is_request"]]
    assert len(right) >= recall * len(asking), [message["text"] for message in asking if message not in found]
    aimed = [message for message in right if _is_right_target(message)]
    assert len(aimed) >= target * len(right), [message["text"] for message in right if message not in aimed]


def test_the_purpose_is_right_for_most_held_out_requests() -> None:
    asking = [message for message in LABELLED if message["split"] == "test" and message["is_request"]]
    guesses = [(find_request(message["text"]), message["purpose"]) for message in asking]
    right = sum(guess is not None and guess.purpose == purpose for guess, purpose in guesses)
    assert right >= 0.85 * len(asking)


@pytest.mark.parametrize(
    ("text", "is_forwardable"),
    [
        ("Could you introduce me to Vera Haddad? I wrote three lines you can forward.", True),
        ("Könntest du mich mit Vera Haddad bekannt machen? Zwei Zeilen zum Weiterleiten schicke ich dir.", True),
        ("could you intro me to vera haddad?", False),
    ],
)
def test_a_request_says_whether_it_can_be_passed_on(text: str, is_forwardable: bool) -> None:
    guess = find_request(text)
    assert guess is not None
    assert guess.forwardable == is_forwardable
