"""What people ask of you: to connect, or to introduce them."""

from __future__ import annotations

from typing import ClassVar

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from .base import DayField, MomentField, Table, ValuesField
from .people import Person


class Invitation(Table):
    """An invitation to connect. `fate` is computed: LinkedIn exports no status."""

    person = ForeignKeyField(Person, backref="invitations")
    outgoing = BooleanField()
    sent_at = MomentField()
    note = TextField(default="")
    seen_export = DayField()
    """The newest export whose list still held it."""
    has_link = BooleanField(default=True)
    fate = TextField(default="unknown", index=True)
    """`pending`, `accepted`, `removed` (accepted, no longer connected), `expired`, `gone`."""
    certainty = TextField(default="probable")

    class Meta:  # noqa: D106
        indexes = ((("person", "outgoing", "sent_at"), True),)


class IntroRequest(Table):
    """One text in which someone seems to ask for an introduction. A guess, unless the user wrote it down."""

    asker = ForeignKeyField(Person, backref="asked")
    target = ForeignKeyField(Person, null=True, backref="wanted")
    target_text = TextField(default="")
    candidates = ValuesField(default=list)
    purpose = TextField()
    received_at = MomentField()
    text = TextField()
    words = TextField(default="")
    says_why = BooleanField(default=False)
    forwardable = BooleanField(default=False)
    thread_id = IntegerField(null=True)
    answered = BooleanField(default=False)
    """A later message of yours stands in the same conversation."""
    by_hand = BooleanField(default=False)

    DERIVED: ClassVar[frozenset[str]] = frozenset({"answered"})


class ChosenTarget(Table):
    """Whom the user said a request means, where its words fit several people."""

    request = ForeignKeyField(IntroRequest, unique=True, backref="choices")
    person = ForeignKeyField(Person, backref="meant_by")
