"""Which column of a stranger's file means which field: by what people call it in many languages, then by its cells."""

from .fields import Field
from .headers import field_of, fingerprint, known_headers
from .mapping import ColumnMap, map_columns

__all__ = ["ColumnMap", "Field", "field_of", "fingerprint", "known_headers", "map_columns"]
