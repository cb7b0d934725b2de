"""How picky asks its store: statements spelled once, and rows with names.

Spelling a query costs Peewee ten times what answering it costs SQLite. So a query that is always the same stands at
the top of its module and is spelled when it first runs:

    class Alias(NamedTuple):
        id: int
        same_as: int

    _ALIASES = Query(Alias, lambda: Person.select(Person.id, Person.same_as).where(Person.same_as.in_(params("roots"))))
    _FORGET = Statement(lambda: Person.delete().where(Person.id == param("person")))

    for alias in _ALIASES.rows(roots=numbers): ...
    _FORGET.run(person=7)

- `Query(Row, …)` reads. `Row` is a `NamedTuple` whose fields have the names of the columns, in their order (`.alias()`
  names an expression); or `int`, `str` … for a single column; or `tuple[int, str]`. A column that stands in the wrong
  place is an error when the query is first spelled, and a test spells every query there is.
- `PeopleQuery(Row, …, column)` reads about some people, or about everyone.
- `Statement(…)` writes: an insert, an update or a delete.
- `param("name")` is the place of one value, `params("name")` that of any number of them behind `IN`. Values are given
  as Python has them (`datetime`, `date`, an enum …), by the name of their place.
- A query that is composed while picky runs (a filter, a page of a list) goes through `fetch(Row, query)`.

Whatever reads tens of thousands of rows says `raw=True`: its values stay as the database keeps them (a moment is its
seconds, a day its ISO text, a boolean 0 or 1), and nothing is called for each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, Generic, TypeVar, cast, get_origin

from peewee import BaseQuery, BooleanField, Field, Function, Node, Select, Value

from .base import DayField, MomentField, ValuesField, canonical, database

Row = TypeVar("Row")
Key = TypeVar("Key", int, str)

CHUNK = 512
"""How many ids go into one `IN (…)`: far below every database's limit on variables."""

_CONVERTED = (BooleanField, DayField, MomentField, ValuesField)
"""The fields whose values Python has otherwise than the database; it keeps numbers and text as they are."""


class Statement:
    """A statement that is spelled once and run often, with other values each time.

    Args:
        build: Gives the statement, with `param` and `params` where values will stand.
    """

    def __init__(self, build: Callable[[], BaseQuery]) -> None:
        self._build = build
        self._spelled_for: type | None = None
        self._parts: list[str] = []
        self._places: list[object] = []
        self._plural = ""
        self._by_size: dict[int, str] = {}

    def run(self, **values: object) -> None:
        """Carry the statement out; in pieces when the values of a `params` are many, not at all when there are none."""
        for _ in self._cursors(values):
            pass

    def insert(self, **values: object) -> int:
        """Carry out an insert and return the number of the new row."""
        return int(database.last_insert_id(next(self._cursors(values))))

    def _cursors(self, values: dict[str, object]) -> Iterator[Any]:
        """Execute with these values and yield a cursor for each piece."""
        if self._spelled_for is not type(database.obj):
            self._spell()
        if not self._plural:
            yield database.execute_sql(self._by_size[0], self._filled(values))
            return
        for some in chunks(cast("Iterable[int]", values[self._plural])):
            size = _padded_size(len(some))
            padded = some + some[-1:] * (size - len(some))
            yield database.execute_sql(self._sql_for(size), self._filled({**values, self._plural: padded}))

    def _filled(self, values: dict[str, object]) -> list[object]:
        """Return the values of all places, in their order, as the database takes them."""
        filled: list[object] = []
        for place in self._places:
            if not isinstance(place, _Place):
                filled.append(place)
            elif place.is_plural:
                filled += cast("Iterable[object]", values[place.name])
            else:
                filled.append(_stored(values[place.name]))
        return filled

    def _sql_for(self, size: int) -> str:
        """Return the SQL for so many values of the `params`; there are few sizes, so that SQLite knows them all by heart."""
        if size not in self._by_size:
            marker = database.param
            several = f"({', '.join([marker] * size)})"
            marks = [several if isinstance(place, _Place) and place.is_plural else marker for place in self._places]
            pairs = zip(self._parts, [*marks, ""], strict=True)
            self._by_size[size] = "".join(part + mark for part, mark in pairs)
        return self._by_size[size]

    def _spell(self) -> Any:
        """Spell the SQL of the database that is open; return the statement as Peewee has it."""
        statement = self._build()
        sql, self._places = statement.sql()
        self._parts = sql.split(database.param)
        plural = [place.name for place in self._places if isinstance(place, _Place) and place.is_plural]
        if len(plural) > 1:
            raise TypeError(f"a statement takes one params(), not {', '.join(plural)}")
        self._plural = plural[0] if plural else ""
        self._by_size = {} if plural else {0: sql}
        self._spelled_for = type(database.obj)
        return statement


class Query(Statement, Generic[Row]):
    """A query that is spelled once and asked often.

    Args:
        row: What each row becomes: a `NamedTuple` of the columns, `tuple[…]`, or the type of the only column.
        build: Gives the select, with `param` and `params` where values will stand.
        raw: Whether values stay as the database keeps them.
    """

    def __init__(self, row: type[Row], build: Callable[[], Select], *, raw: bool = False) -> None:
        super().__init__(build)
        self._row, self._raw = row, raw
        self._read: Callable[[Iterable[tuple[object, ...]]], list[Row]] = list  # type: ignore[assignment]

    def rows(self, **values: object) -> list[Row]:
        """Return all rows. Those of a long `params` come piece by piece: an order holds within each piece only."""
        found: list[Row] = []
        for cursor in self._cursors(values):
            found += self._read(cursor.fetchall())
        return found

    def stream(self, **values: object) -> Iterator[Row]:
        """Yield all rows, a few at a time, for texts that would fill the memory; read them to the end."""
        for cursor in self._cursors(values):
            while some := cursor.fetchmany(CHUNK):
                yield from self._read(some)

    def first(self, **values: object) -> Row | None:
        """Return the first of the few rows, or `None`."""
        found = self.rows(**values)  # all: a cursor left half read would hold on to the store
        return found[0] if found else None

    def _spell(self) -> Any:
        select = super()._spell()
        self._read = _reader(self._row, select.selected_columns, raw=self._raw)
        return select


class PeopleQuery(Generic[Row]):
    """A query about everyone or about some people, both spelled once.

    Args:
        row: What each row becomes (see `Query`).
        build: Gives the select about everyone.
        column: Where the person of a row stands.
        raw: Whether values stay as the database keeps them.
    """

    def __init__(self, row: type[Row], build: Callable[[], Select], column: Field, *, raw: bool = False) -> None:
        self.about_all = Query(row, build, raw=raw)
        self.about_some = Query(row, lambda: build().where(column.in_(params("people"))), raw=raw)

    def rows(self, people: Iterable[int] | None, **values: object) -> list[Row]:
        """Return the rows about these people, or about everyone when `people` is `None`."""
        if people is None:
            return self.about_all.rows(**values)
        return self.about_some.rows(people=people, **values)


def fetch(row: type[Row], query: Any, *, raw: bool = False) -> list[Row]:
    """Return the rows of a query that is composed at run time, each as `row` (see `Query`)."""
    read = _reader(row, query.selected_columns, raw=raw)
    return read(database.execute(query).fetchall())


def param(name: str) -> Value:
    """Return the place of the value that will be given under this name."""
    return Value(_Place(name, is_plural=False), converter=False)


def params(name: str) -> Value:
    """Return the place, behind `IN`, of the values that will be given under this name."""
    return Value(_Place(name, is_plural=True), converter=False)


class _Place:
    """Where a value will stand, or several."""

    def __init__(self, name: str, *, is_plural: bool) -> None:
        self.name, self.is_plural = name, is_plural


def _padded_size(count: int) -> int:
    """Return the next power of two, as Hibernate pads its `IN` lists: few spellings, each met again soon."""
    return 1 << (count - 1).bit_length()


def _stored(value: object) -> object:
    """Return a value as the database takes it."""
    match value:
        case datetime():
            return int(value.timestamp())
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case dict() | list():
            return canonical(value)
    return value


def _reader(
    row: type[Row], columns: Sequence[Node], *, raw: bool
) -> Callable[[Iterable[tuple[object, ...]]], list[Row]]:
    """Return what makes rows of a cursor's tuples; raise `TypeError` when the columns are not those of the row."""
    make = _maker(row, columns)
    converters = [None if raw else _converter(column) for column in columns]
    if not any(converters):
        return lambda found: list(map(make, found))

    def read(found: Iterable[tuple[object, ...]]) -> list[Row]:
        return [
            make([cell if convert is None else convert(cell) for convert, cell in zip(converters, cells, strict=True)])
            for cells in found
        ]

    return read


def _maker(row: type[Row], columns: Sequence[Node]) -> Callable[[Iterable[object]], Row]:
    """Return what makes a row of the cells of one tuple."""
    names = getattr(row, "_fields", None)
    if names is not None:
        selected = tuple(_name(column) for column in columns)
        if selected != names:
            raise TypeError(f"{row.__name__} has the fields {names}, the query the columns {selected}")
        make: Callable[[Iterable[object]], Row] = row._make  # type: ignore[attr-defined]
        return make
    if get_origin(row) is tuple:
        return tuple  # type: ignore[return-value]
    if len(columns) != 1:
        raise TypeError(f"{len(columns)} columns are no single {row.__name__}")
    return lambda cells: next(iter(cells))  # type: ignore[return-value]


def _name(column: Any) -> str:
    """Return the name of a selected column: its alias, else its field's."""
    if column.is_alias() or isinstance(column, Field):
        return str(column.name)
    return ""


def _converter(column: Any) -> Callable[[object], object] | None:
    """Return what turns the database's value of a column into Python's, where they differ."""
    node = column.unwrap()
    if isinstance(node, Function) and node.arguments and getattr(node, "_coerce", True):
        node = node.arguments[0]
    is_converted = isinstance(node, _CONVERTED) and column._coerce
    return node.python_value if is_converted else None


def rows(query: Any) -> list[tuple[Any, ...]]:
    """Return the query's rows as plain tuples."""
    return list(query.tuples())


def plain_rows(query: Any) -> list[tuple[Any, ...]]:
    """Return the query's rows as the database keeps them, for tens of thousands of texts and numbers at once."""
    found: list[tuple[Any, ...]] = database.execute(query).fetchall()
    return found


def one(query: Any) -> tuple[Any, ...] | None:
    """Return the first row as a tuple, or `None`."""
    found = list(query.tuples().limit(1))
    return found[0] if found else None


def value(query: Any, default: Any = None) -> Any:
    """Return the first column of the first row, or `default`."""
    found = one(query)
    return default if found is None or found[0] is None else found[0]


def chunks(ids: Iterable[Key]) -> Iterator[list[Key]]:
    """Yield the ids, in pieces small enough for one `IN (…)`."""
    batch = list(ids)
    for start in range(0, len(batch), CHUNK):
        yield batch[start : start + CHUNK]
