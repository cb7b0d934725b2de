"""Where you met people."""

from __future__ import annotations

from peewee import BooleanField, ForeignKeyField, TextField

from .base import DayField, Table
from .people import Person


class Event(Table):
    """A conference, a dinner: where people are met."""

    name = TextField(unique=True)
    held_on = DayField(null=True)
    place = TextField(default="")


class Encounter(Table):
    """You met this person, or they were there too: where, when, what they said, what you thought."""

    kind = TextField(default="met")
    """`met`, or `there` when a list says no more than that they came."""

    person = ForeignKeyField(Person, backref="encounters")
    event = TextField(default="")
    met_on = DayField(null=True)
    note = TextField(default="")
    impression = TextField(default="")
    keep_in_touch = BooleanField(default=False)


class JoinedEvent(Table):
    """A LinkedIn event the owner joined: a hint for where they met someone."""

    name = TextField()
    held_at = TextField(default="")
    status = TextField(default="")

    class Meta:  # noqa: D106
        indexes = ((("name", "held_at"), True),)
