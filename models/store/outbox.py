"""What is left to do by hand on LinkedIn."""

from __future__ import annotations

from peewee import BigIntegerField, ForeignKeyField, TextField

from .base import Table
from .fields import MomentField, ValuesField
from .people import Person


class Errand(Table):
    """One thing to do by hand. Destructive ones wait as `staged` until they are confirmed."""

    kind = TextField()
    queue = TextField()
    subject = BigIntegerField()
    person = ForeignKeyField(Person, backref="errands")
    state = TextField(index=True)
    """`staged`, `open`, `done`, `not_found` or `cancelled`."""
    draft = TextField(default="")
    at = MomentField()
    closed_at = MomentField(null=True)
    facts = ValuesField(default=dict)
    """What the draft says, slot by slot, each with where it is known from."""
    voice = TextField(default="")
    language = TextField(default="")

    class Meta:  # noqa: D106
        indexes = ((("queue", "subject"), False),)
