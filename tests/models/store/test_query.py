"""Statements that are spelled once, and rows with names."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from types import NoneType, UnionType
from typing import NamedTuple, get_args, get_origin, get_type_hints

import pytest
from peewee import (
    BigIntegerField,
    BlobField,
    BooleanField,
    CharField,
    Field,
    FloatField,
    ForeignKeyField,
    IntegerField,
    IntegrityError,
    TextField,
    fn,
)

import models
from models.store import Connection, Fact, ImportRun, Message, Person, Thread
from models.store.base import DayField, MomentField, RoughDayField, ValuesField
from models.store.database import open_store
from models.store.query import CHUNK, PeopleQuery, Query, Statement, fetch, param, params


class _Pair(NamedTuple):
    key: str
    value: str


class _Run(NamedTuple):
    at: datetime
    header: list[str]
    export_date: date | None


_ADD = Statement(lambda: Fact.insert(key=param("key"), value=param("value")))
_READ = Query(str, lambda: Fact.select(Fact.value).where(Fact.key == param("key")))
_PAIRS = Query(_Pair, lambda: Fact.select(Fact.key, Fact.value).where(Fact.key.in_(params("keys"))).order_by(Fact.key))
_FORGET = Statement(lambda: Fact.delete().where(Fact.key.in_(params("keys")), Fact.value != param("but")))


@pytest.fixture(autouse=True)
def store(tmp_path: Path) -> Iterator[None]:
    opened = open_store(tmp_path / "one.db")
    yield
    opened.close()


def test_a_statement_takes_other_values_each_time() -> None:
    first = _ADD.insert(key="owner", value="Ann Lee")
    second = _ADD.insert(key="slug", value="ann-lee'; DROP TABLE fact")
    assert second == first + 1
    assert _READ.rows(key="owner") == ["Ann Lee"]
    assert _READ.first(key="slug") == "ann-lee'; DROP TABLE fact"
    assert _READ.rows(key="nothing") == []
    assert _READ.first(key="nothing") is None


def test_a_statement_follows_the_store_that_is_open(tmp_path: Path) -> None:
    for name in ("two", "three"):
        other = open_store(tmp_path / f"{name}.db")
        assert _READ.first(key="owner") is None
        _ADD.run(key="owner", value=name)
        assert _READ.first(key="owner") == name
        other.close()


def test_a_statement_fails_as_any_other_and_misses_no_value() -> None:
    _ADD.run(key="owner", value="Ann Lee")
    with pytest.raises(IntegrityError):
        _ADD.run(key="owner", value="Bo Roe")
    with pytest.raises(KeyError):
        _ADD.run(key="slug")


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 5])
def test_any_number_of_values_stands_behind_in(count: int) -> None:
    keys = [f"{number:05}" for number in range(count)]
    for key in [*keys, "other"]:
        _ADD.run(key=key, value=key)
    assert _PAIRS.rows(keys=keys) == [_Pair(key, key) for key in keys]
    assert _PAIRS.rows(keys=iter(keys)) == _PAIRS.rows(keys=set(keys)) or count > CHUNK
    _FORGET.run(keys=keys, but="00001")
    assert fetch(str, Fact.select(Fact.key).order_by(Fact.key)) == [*(key for key in keys if key == "00001"), "other"]


def test_rows_have_the_values_that_python_has() -> None:
    moment, day = datetime(2026, 9, 15, 12, tzinfo=UTC), date(2026, 9, 14)
    run = ImportRun.insert(operation_id=1, at=moment, file="a", kind="b", header=["x", "y"], export_date=day)
    run.execute()
    select = ImportRun.select(ImportRun.at, ImportRun.header, ImportRun.export_date)
    by_moment = Query(_Run, lambda: select.where(ImportRun.at == param("at")))
    assert by_moment.rows(at=moment) == fetch(_Run, select) == [_Run(moment, ["x", "y"], day)]
    raw = Query(_Run, lambda: select.where(ImportRun.export_date == param("day")), raw=True)
    assert raw.rows(day=day) == [(int(moment.timestamp()), '["x","y"]', "2026-09-14")]
    newest = Query(datetime, lambda: ImportRun.select(fn.MAX(ImportRun.at)))
    assert newest.first() == moment
    assert fetch(tuple[int, str], ImportRun.select(ImportRun.id, ImportRun.file)) == [(1, "a")]


def test_a_query_about_people_is_about_all_or_some() -> None:
    people = [Person.insert(name=name, name_key=name).execute() for name in ("ann lee", "bo roe", "cy fox")]
    names = PeopleQuery(str, lambda: Person.select(Person.name).where(Person.name != param("but")), Person.id)
    assert names.rows(None, but="bo roe") == ["ann lee", "cy fox"]
    assert names.rows(people[:2], but="bo roe") == ["ann lee"]
    assert names.rows([], but="bo roe") == []


def test_a_column_in_the_wrong_place_is_an_error() -> None:
    swapped = Query(_Pair, lambda: Fact.select(Fact.value, Fact.key))
    with pytest.raises(TypeError, match="key"):
        swapped.rows()
    with pytest.raises(TypeError, match="2 columns"):
        fetch(str, Fact.select(Fact.value, Fact.key))
    both = Query(int, lambda: Person.select(Person.id).where(Person.id.in_(params("a")) | Person.name.in_(params("b"))))
    with pytest.raises(TypeError, match="one params"):
        both.rows(a=[1], b=["x"])


_TYPES = {
    BooleanField: bool, FloatField: float, BlobField: bytes, MomentField: datetime, DayField: date, RoughDayField: str,
    BigIntegerField: int, IntegerField: int, ForeignKeyField: int, CharField: str, TextField: str,
}  # fmt: skip
_RAW = {MomentField: int, DayField: str, BooleanField: int}


@pytest.mark.parametrize("name", sorted(module.name for module in pkgutil.walk_packages(models.__path__, "models.")))
def test_every_query_of_a_module_gives_what_its_row_says(name: str) -> None:
    if name.rpartition(".")[2][0].isdigit():
        return  # a migration
    for known, statement in vars(import_module(name)).items():
        statements = [statement.about_all, statement.about_some] if isinstance(statement, PeopleQuery) else [statement]
        for each in statements:
            if isinstance(each, Statement):
                select = each._spell()
                if isinstance(each, Query):
                    _check(f"{name}.{known}", each, select.selected_columns)


def _check(name: str, query: Query[object], columns: tuple[object, ...]) -> None:
    hints = list(get_type_hints(query._row).values()) if hasattr(query._row, "_fields") else None
    promised = hints or (get_args(query._row) if get_origin(query._row) is tuple else [query._row])
    assert len(promised) == len(columns), name
    for hint, column in zip(promised, columns, strict=True):
        field = column.unwrap()  # type: ignore[attr-defined]
        if isinstance(field, Field) and not isinstance(field, ValuesField):
            types = {**_TYPES, **_RAW} if query._raw else _TYPES
            kept = next(python for kind, python in types.items() if isinstance(field, kind))
            said = set(get_args(hint)) - {NoneType} if isinstance(hint, UnionType) else {hint}
            assert said == {kept}, f"{name}: {field.name} is {kept}, not {hint}"


def test_a_check_sees_a_wrong_type() -> None:
    wrong = Query(tuple[int, str], lambda: Connection.select(Connection.person, Connection.connected_on))
    with pytest.raises(AssertionError, match="connected_on"):
        _check("here", wrong, wrong._spell().selected_columns)
    right = Query(tuple[int, datetime], lambda: Message.select(Message.thread, Message.at).join(Thread))
    _check("here", right, right._spell().selected_columns)
