"""Recognise the columns of any table of people: by their headers in many languages, then by their cells."""

from .fields import Field
from .headers import field_of, fingerprint, known_headers
from .mapping import ColumnMap, map_columns

__all__ = ["ColumnMap", "Field", "field_of", "fingerprint", "known_headers", "map_columns"]
