"""Who may be the same person, and what the user said about it."""

from __future__ import annotations

from peewee import BlobField, FloatField, ForeignKeyField, IntegerField, TextField

from .base import Table, ValuesField
from .people import Person


class SpelledBlock(Table):
    """People of neighbouring numbers in the matcher's spelling, as columns. Only the matcher reads and writes these."""

    block = IntegerField(unique=True)
    version = IntegerField()
    """Of the spelling. A block of another version is no longer read, and made again with the next import."""
    people = BlobField()
    """Their numbers."""
    words = TextField()
    """The distinct values of each column."""
    codes = BlobField()
    """For every column and person the place of the value among these."""


class Pair(Table):
    """Two people who may be one, as the matcher sees them. `left` has the lower number."""

    left = ForeignKeyField(Person, backref="pairs_left", deferrable="INITIALLY DEFERRED")
    right = ForeignKeyField(Person, backref="pairs_right", deferrable="INITIALLY DEFERRED")
    score = FloatField()
    """The natural logarithm of the odds that they are one."""
    levels = ValuesField(default=list)
    """Field, level in words, and weight, strongest first."""

    class Meta:  # noqa: D106
        indexes = ((("left", "right"), True),)


class Judgement(Table):
    """The user said that these two are different people: never asked again."""

    left = ForeignKeyField(Person, backref="judged_left")
    right = ForeignKeyField(Person, backref="judged_right")

    class Meta:  # noqa: D106
        indexes = ((("left", "right"), True),)


class Merge(Table):
    """The user said that this person is that one. Nothing is moved: taking the row away takes the merge apart."""

    person = ForeignKeyField(Person, unique=True, backref="merged")
    into = ForeignKeyField(Person, backref="merged_from")


class FieldChoice(Table):
    """Whose value the user chose for a field of a merged person."""

    person = ForeignKeyField(Person, backref="choices")
    field = TextField()
    chosen = ForeignKeyField(Person, backref="chosen_for")

    class Meta:  # noqa: D106
        indexes = ((("person", "field"), True),)
