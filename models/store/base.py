"""What all tables share: the database they are bound to when a store is opened."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from peewee import AutoField, BigIntegerField, CharField, DatabaseProxy, Model, TextField

database = DatabaseProxy()


class Table(Model):
    """A table with a numbered row."""

    id = AutoField()

    DERIVED: ClassVar[frozenset[str]] = frozenset()
    """Columns computed from other rows; the journal neither keeps nor compares them."""

    class Meta:  # noqa: D106 — Peewee's own configuration class
        database = database
        legacy_table_names = False


class MomentField(BigIntegerField):
    """A moment in UTC, kept as whole seconds since 1970: one spelling, and cheap to compare."""

    def db_value(self, value: Any) -> int | None:
        """Whole seconds; a number is taken as it is."""
        if isinstance(value, datetime):
            return int(value.timestamp())
        return value if value is None else int(value)

    def python_value(self, value: Any) -> datetime | None:
        """Return the aware moment, in UTC."""
        return None if value is None else datetime.fromtimestamp(value, UTC)


class DayField(CharField):
    """A calendar day, kept as `YYYY-MM-DD`, which sorts as it should everywhere."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, max_length=10, **kwargs)

    def db_value(self, value: Any) -> str | None:
        """Return the ISO spelling; text is taken as it is."""
        return value.isoformat() if isinstance(value, date) else value

    def python_value(self, value: Any) -> date | None:
        """Return the day."""
        return None if value is None else date.fromisoformat(value)


class RoughDayField(CharField):
    """A day as far as it is known, and no further: the text `2025`, `2025-03` or `2025-03-14`, which sorts as it should."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, max_length=10, **kwargs)

    def db_value(self, value: Any) -> str | None:
        """Return the ISO spelling; text is taken as it is."""
        return value.isoformat() if isinstance(value, date) else value


class ValuesField(TextField):
    """Plain values (lists, dicts, text, numbers) as canonical JSON."""

    def db_value(self, value: Any) -> str | None:
        """JSON with sorted keys."""
        return None if value is None else canonical(value)

    def python_value(self, value: Any) -> Any:
        """Return what was put in."""
        return None if value is None else json.loads(value)


def canonical(value: Any) -> str:
    """Return the one JSON spelling of a plain value, so that two equal values are equal text."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
