"""Conversations as LinkedIn exported them."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, ForeignKeyField, TextField

from .base import MomentField, Table
from .people import Person


class Thread(Table):
    """A conversation."""

    key = TextField(unique=True)
    title = TextField(default="")


class Message(Table):
    """One message. Only `sort` "talk" is evidence of contact; the others are kept apart."""

    thread = ForeignKeyField(Thread, backref="messages")
    person = ForeignKeyField(Person, null=True, backref="messages", index=False)
    """The one other person in the conversation, when that is certain."""
    name_key = TextField(default="")
    """The name it goes by when it fits several people."""
    outgoing = BooleanField()
    at = MomentField()
    sort = TextField()
    subject = TextField(default="")
    text = TextField(default="")
    digest = BigIntegerField()
    channel = TextField(default="linkedin")
    """Where it was written: `linkedin` or `mail`."""

    class Meta:  # noqa: D106
        indexes = ((("person", "sort", "at"), False),)
