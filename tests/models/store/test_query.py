"""Statements that are spelled once."""

from __future__ import annotations

from pathlib import Path

import pytest
from peewee import IntegrityError

from models.store import Fact
from models.store.database import open_store
from models.store.query import Ready, given

_ADD = Ready(lambda: Fact.insert(key=given("key"), value=given("value")))
_READ = Ready(lambda: Fact.select(Fact.value).where(Fact.key == given("key")))


def test_a_ready_statement_takes_other_values_each_time(tmp_path: Path) -> None:
    store = open_store(tmp_path / "one.db")
    first = _ADD.insert(key="owner", value="Ann Lee")
    second = _ADD.insert(key="slug", value="ann-lee'; DROP TABLE fact")
    assert second == first + 1
    assert _READ.one(key="owner") == ("Ann Lee",)
    assert _READ.value(key="slug") == "ann-lee'; DROP TABLE fact"
    assert _READ.one(key="nothing") is None
    assert _READ.value(key="nothing") is None
    store.close()


def test_a_ready_statement_follows_the_store_that_is_open(tmp_path: Path) -> None:
    for name in ("one", "two"):
        store = open_store(tmp_path / f"{name}.db")
        assert _READ.value(key="owner") is None
        _ADD.run(key="owner", value=name)
        assert _READ.value(key="owner") == name
        store.close()


def test_a_ready_statement_fails_as_any_other_and_misses_no_value(tmp_path: Path) -> None:
    store = open_store(tmp_path / "one.db")
    _ADD.run(key="owner", value="Ann Lee")
    with pytest.raises(IntegrityError):
        _ADD.run(key="owner", value="Bo Roe")
    with pytest.raises(KeyError):
        _ADD.run(key="slug")
    store.close()
