"""A known product's table: the columns that tell it, and what its header alone would not say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..columns import Field
from .contact_rows import NumberedRows, calm_rows
from .rows import Sheet, column_key

NOBODY = "it names nobody"


@dataclass(frozen=True, slots=True)
class Layout:
    """How one product writes people down."""

    name: str
    label: str
    """What it is, for the user."""
    tells: tuple[frozenset[str], ...]
    """Any of these sets of columns is enough to know it."""
    means: Mapping[str, str] = field(default_factory=dict)
    """Columns whose field is not what their name says; blank for columns to leave alone."""
    is_event: bool = False
    nobody: str = NOBODY
    utc: bool = False
    rows: Callable[[Sheet], NumberedRows] = calm_rows

    def fits(self, keys: frozenset[str]) -> bool:
        """Whether a header with these column keys is this product's."""
        return any(told <= keys for told in self.tells)

    def meant(self, header: tuple[str, ...]) -> dict[str, str]:
        """The columns of this header whose meaning the product fixes."""
        means = {column_key(column): meaning for column, meaning in self.means.items()}
        return {name: means[column_key(name)] for name in header if column_key(name) in means}


def columns(*headers: str) -> tuple[frozenset[str], ...]:
    """Header lines, shortened to what tells a product, as sets of column keys."""
    return tuple(frozenset(map(column_key, header.split(","))) for header in headers)


def nothing(*names: str) -> dict[str, str]:
    """Columns that are not about the person, whatever they are called."""
    return dict.fromkeys(names, "")


def meaning(**fields: str) -> dict[str, str]:
    """Columns by the field they mean: `meaning(courtesy="Title")`."""
    return {column: Field(name).value for name, column in fields.items()}
