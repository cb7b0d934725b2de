"""How the matcher spells people: derived, a block of them to a row, so that tens of thousands are read at once."""

from __future__ import annotations

from peewee import BlobField, IntegerField, TextField

from .base import Table


class SpelledBlock(Table):
    """People of neighbouring numbers in the matcher's spelling, as columns. Only the matcher reads and writes these."""

    block = IntegerField(unique=True)
    version = IntegerField()
    """Of the spelling. A block of another version is no longer read, and made anew with the next import."""
    people = BlobField()
    """Their numbers."""
    words = TextField()
    """The distinct values of each column."""
    codes = BlobField()
    """For every column and person the place of the value among these."""
