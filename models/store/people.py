"""People, how they can be reached, and when they were connected to you."""

from __future__ import annotations

from typing import ClassVar

from peewee import BooleanField, ForeignKeyField, TextField

from .base import DayField, Table

MAIL = "mail"
"""The source of people whom only their mails tell of."""


class Person(Table):
    """Someone seen in a file or captured by hand. A profile link is identity; a name is not."""

    name = TextField()
    name_key = TextField(index=True)
    slug = TextField(null=True, unique=True)
    link = TextField(default="")
    given = TextField(default="")
    company = TextField(default="")
    company_key = TextField(default="", index=True)
    title = TextField(default="")
    email = TextField(default="")
    source = TextField(null=True)
    """The address book or list that brought them; `None` for LinkedIn itself and for what was captured by hand."""
    same_as = ForeignKeyField("self", null=True, backref="aliases")
    """Who this is, when it is someone known under another row: found by name, or merged by the user."""

    DERIVED: ClassVar[frozenset[str]] = frozenset({"same_as_id"})


class Handle(Table):
    """A further thing a person is recognised by: an `email`, a `phone`, a `city` …, or a `former_link` renamed since."""

    person = ForeignKeyField(Person, backref="handles")
    kind = TextField()
    value = TextField()

    class Meta:  # noqa: D106
        indexes = ((("kind", "value"), False),)


class Connection(Table):
    """One spell of being connected. Someone unlinked and linked again has two."""

    person = ForeignKeyField(Person, backref="connections")
    connected_on = DayField(null=True)
    first_export = DayField()
    last_export = DayField()
    gone_export = DayField(null=True)
    """The export in which the person was first missing; `None` while connected."""


class Position(Table):
    """A job of the owner's own, or a school when `is_school`."""

    company = TextField()
    company_key = TextField(index=True)
    title = TextField(default="")
    started = TextField(default="")
    finished = TextField(default="")
    is_school = BooleanField(default=False)

    class Meta:  # noqa: D106
        indexes = ((("company", "title", "started", "is_school"), True),)


class Recommendation(Table):
    """A recommendation written for the owner, or by them when `given`."""

    person = ForeignKeyField(Person, backref="recommendations")
    given = BooleanField()
    text = TextField(default="")
    written_on = DayField(null=True)


class ImportedNote(Table):
    """The owner's private note about a connection, as LinkedIn keeps it."""

    person = ForeignKeyField(Person, backref="imported_notes")
    text = TextField()
    written_on = DayField(null=True)


class Fact(Table):
    """One thing known about the store as a whole: the owner's name and slug, the newest export's date."""

    key = TextField(unique=True)
    value = TextField()
