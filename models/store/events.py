"""Where you met people."""

from __future__ import annotations

from peewee import BooleanField, ForeignKeyField, TextField

from .base import Table
from .fields import DayField
from .people import Person


class Encounter(Table):
    """You met this person: where, when, what they said, what you thought."""

    person = ForeignKeyField(Person, backref="encounters")
    event = TextField(default="")
    met_on = DayField(null=True)
    note = TextField(default="")
    impression = TextField(default="")
    keep_in_touch = BooleanField(default=False)


class JoinedEvent(Table):
    """A LinkedIn event the owner joined: a hint for where they met somebody."""

    name = TextField()
    held_at = TextField(default="")
    status = TextField(default="")

    class Meta:  # noqa: D106
        indexes = ((("name", "held_at"), True),)
