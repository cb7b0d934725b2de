"""How many requests are found, how many of the found are some, and how often whom and what for is right."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from models.requests.connection_names import ConnectionNames
from models.requests.detect import RequestGuess, find_request
from models.requests.target import resolve

HERE = Path(__file__).parent
CONNECTIONS = HERE.parents[1] / "models" / "requests" / "connections.csv"
BATCHES = tuple(sorted(path.stem for path in HERE.glob("batch_*.jsonl")))
LabelledMessage = dict[str, Any]


class Quality(NamedTuple):
    """What was made of some messages, each as a share."""

    precision: float
    recall: float
    target: float
    """Of the requests found, those whose person, or list of persons, is the right one."""
    purpose: float
    """Of the requests found."""


def batch(name: str) -> list[LabelledMessage]:
    """The messages of one batch, with their labels."""
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def quality(messages: Iterable[LabelledMessage]) -> Quality:
    """How well the requests among these messages are found and understood."""
    guesses = [(message, find_request(message["text"])) for message in messages]
    found = [(message, guess) for message, guess in guesses if guess]
    right = [(message, guess) for message, guess in found if message["is_request"]]
    return Quality(
        _share(len(right), len(found)),
        _share(len(right), sum(message["is_request"] for message, _ in guesses)),
        _share(sum(is_right_target(message, guess) for message, guess in right), len(right)),
        _share(sum(guess.purpose == message["purpose"] for message, guess in right), len(right)),
    )


def floor(messages: Sequence[LabelledMessage]) -> tuple[float, float]:
    """Precision and recall of looking for the word alone."""
    found = [message for message in messages if _NAIVE.search(message["text"])]
    right = sum(message["is_request"] for message in found)
    return _share(right, len(found)), _share(right, sum(message["is_request"] for message in messages))


_NAIVE = re.compile("introduc", re.IGNORECASE)


def is_right_target(message: LabelledMessage, guess: RequestGuess) -> bool:
    """The one person who is meant, or none but people who fit."""
    found = list(resolve(guess, names(), asker_id=0).person_ids)
    if message["target"]:
        return found == [message["target"]]
    return bool(found) and set(found) <= set(message["among"])


@cache
def names() -> ConnectionNames:
    """The invented connections of the reader of all these messages."""
    with CONNECTIONS.open(encoding="utf-8", newline="") as file:
        rows = [(int(row["id"]), row["name"], row["company"], row["position"]) for row in csv.DictReader(file)]
    return ConnectionNames(rows, owner="Jonas Keller")


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 1.0
