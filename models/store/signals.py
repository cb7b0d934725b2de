"""What the messages of a person add up to; rebuilt by the intake, never edited."""

from __future__ import annotations

from peewee import BooleanField, FloatField, ForeignKeyField, IntegerField, TextField

from .base import DayField, Table
from .people import Person


class PersonSignals(Table):
    """One row per person who wrote, was written to, was met, or is vouched for; anyone else is `never`."""

    person = ForeignKeyField(Person, unique=True, backref="signals", deferrable="INITIALLY DEFERRED")
    sent = IntegerField(default=0)
    received = IntegerField(default=0)
    first = DayField(null=True)
    last_sent = DayField(null=True)
    last_received = DayField(null=True)
    contact_days = IntegerField(default=0)
    out_weight = FloatField(default=0.0)
    in_weight = FloatField(default=0.0)
    has_met = BooleanField(default=False)
    is_vouched = BooleanField(default=False)
    band = TextField(default="never", index=True)
