"""A store that schema step 0003 wrote: every card, decision, history line and undo is as the version of that day had it."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from tests.factories import workspace_at
from tests.models.upgrade.answers import NOW, Answers, answers, cards, differences

_HERE = Path(__file__).parent


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """A copy of the frozen store is the one that commands use; gives what was answered about it."""
    path = shutil.copyfile(_HERE / "store-0003.db", tmp_path / "network.db")
    monkeypatch.setenv("PICKY_STORE", str(path))
    monkeypatch.setenv("PICKY_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("PICKY_NOW", NOW)
    return dict(json.loads((_HERE / "store-0003.json").read_text(encoding="utf-8")))


def test_an_older_store_answers_as_it_did(frozen: dict[str, object]) -> None:
    assert differences(frozen["answers"], answers()) == []


def test_everything_decided_in_an_older_store_is_undone_and_redone(frozen: dict[str, object], tmp_path: Path) -> None:
    numbers = frozen["undone"]
    assert isinstance(numbers, list)
    with closing(workspace_at(tmp_path / "network.db")) as workspace:
        for number in numbers:
            workspace.undo(number)
    assert differences(frozen["answers when all is undone"], cards()) == []
    with closing(workspace_at(tmp_path / "network.db")) as workspace:
        for number in reversed(numbers):
            workspace.redo(number)
    before, after = frozen["answers"], answers()
    assert isinstance(before, dict)
    assert differences(_without_reversals(before), _without_reversals(after)) == []


def _without_reversals(held: Answers) -> Answers:
    """The answers without the lines of history that undo and redo write."""
    history = held["history"]
    assert isinstance(history, dict)
    lines = [line for line in history["operations"] if line["kind"] not in ("undo", "redo")]
    return held | {"history": lines}


def test_a_lost_field_is_a_difference_and_a_new_one_is_none() -> None:
    assert differences({"cards": [{"id": "1"}]}, {"cards": [{"id": "1", "age": 3}], "more": []}) == []
    assert differences({"cards": [{"id": "1", "age": 3}]}, {"cards": [{"id": "1"}]}) == ["/cards/0/age: lost"]
    assert differences([1, 2], [1]) == [": [1, 2] became [1]"]
