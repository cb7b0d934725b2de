"""What came of knowing people: a job, a meeting, a customer, and who had a part in it."""

from __future__ import annotations

from peewee import BigIntegerField, ForeignKeyField, TextField

from .base import MomentField, RoughDayField, Table
from .messages import Message
from .people import Person


class Outcome(Table):
    """Something that came of the network, or `nothing` when an introduction or a message led nowhere."""

    kind = TextField()
    happened_on = RoughDayField(null=True)
    """As far as the day is known; `None` when not even the year is."""
    note = TextField(default="")
    event = TextField(default="")
    """Where it began, by the event's name."""
    queue = TextField(default="")
    subject = BigIntegerField(null=True)
    """With `queue`: the card whose decision led to it; an intro request is a card of `intros`."""
    at = MomentField()

    class Meta:  # noqa: D106
        indexes = ((("queue", "subject"), False),)


class OutcomeMessage(Table):
    """A message that sounds as if something came of knowing each other: the user is asked."""

    message = ForeignKeyField(Message, unique=True, backref="outcome_messages")


class OutcomePerson(Table):
    """One person's part in an outcome."""

    outcome = ForeignKeyField(Outcome, backref="people", index=False)
    person = ForeignKeyField(Person, backref="outcomes")
    role = TextField()
    """`by` who did it, `via` who introduced."""

    class Meta:  # noqa: D106
        indexes = ((("outcome", "person", "role"), True),)
