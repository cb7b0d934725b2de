"""Row images: the one spelling in which the log keeps a row, compares it and puts it back."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, cast

from ..errors import ConflictError
from ..store import TABLES, Table

Image = dict[str, Any]

_BY_NAME: dict[str, type[Table]] = {table._meta.table_name: table for table in cast("tuple[type[Table], ...]", TABLES)}


def table_named(name: str) -> type[Table]:
    """Return the table a change belongs to."""
    return _BY_NAME[name]


def image(row: Table, columns: Collection[str] | None = None) -> Image:
    """Return the row's columns as the database keeps them, without those that are computed from other rows."""
    fields = row._meta.sorted_fields
    return {
        field.column_name: field.db_value(getattr(row, field.object_id_name if _is_link(field) else field.name))
        for field in fields
        if (columns is None and field.column_name not in row.DERIVED) or (columns and field.column_name in columns)
    }


def apply(table: type[Table], row: int, expected: Image | None, wanted: Image | None) -> None:
    """Bring a row from one image to another; raise `ConflictError` when it is not as expected."""
    found = table.get_or_none(table.id == row)
    present = None if found is None else image(found, expected.keys() if expected else None)
    if present != expected:
        raise ConflictError(
            "That has changed since, and was left as it is.",
            "Look at it in history, and undo the later change first.",
        )
    if wanted is None:
        table.delete().where(table.id == row).execute()
    elif expected is None:
        table.insert(_fields(table, wanted)).execute()
    else:
        table.update(_fields(table, wanted)).where(table.id == row).execute()


def _fields(table: type[Table], values: Image) -> dict[Any, Any]:
    columns = table._meta.columns
    return {columns[name]: columns[name].python_value(held) for name, held in values.items()}


def _is_link(field: Any) -> bool:
    return hasattr(field, "rel_model")
