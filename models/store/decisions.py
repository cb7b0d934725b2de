"""What the user decided, and the cards it was decided on."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, CompositeKey, ForeignKeyField, IntegerField, Model, TextField

from .base import MomentField, Table, ValuesField, database
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


class Decision(Table):
    """The verdict in force on one card, with the evidence as it was."""

    queue = TextField()
    subject = BigIntegerField()
    person = ForeignKeyField(Person, backref="decisions")
    verdict = TextField()
    reason = TextField(default="")
    at = MomentField()
    due = MomentField(null=True)
    """When the card comes back, for a verdict that puts it off."""
    times = IntegerField(default=1)
    """How often in a row this card got this verdict: what doubles the wait."""
    evidence = ValuesField(default=dict)

    class Meta:  # noqa: D106
        indexes = ((("queue", "subject"), True),)


class QueueState(Table):
    """What is remembered about a queue as a whole."""

    queue = TextField(unique=True)
    is_quiet = BooleanField(default=False)
    """Whether the policy was found to be no better there than a constant answer, and says nothing."""
    skipped = ValuesField(default=list)
    """The cards that were passed over, so that coming back lands on the same card."""


class Mark(Table):
    """What the user said about a person, to hold until taken back: `pinned`, `vouched`, `protected` …"""

    person = ForeignKeyField(Person, backref="marks")
    kind = TextField()

    class Meta:  # noqa: D106
        indexes = ((("person", "kind"), True),)


class Remark(Table):
    """Text the user put on a person: a private `note`, or pasted `profile` text."""

    person = ForeignKeyField(Person, backref="remarks")
    kind = TextField()
    text = TextField()
    at = MomentField()


class Card(Model):
    """Who stands in which queue, and where: derived from imports and decisions, one index away from any screen.

    `member`, `rank1`, `rank2` and `answered_at` follow from imports; `state`, `due` and `since` from decisions.
    """

    queue = TextField()
    subject = BigIntegerField()
    person = ForeignKeyField(Person, backref="cards", deferrable="INITIALLY DEFERRED")
    member = BooleanField(default=True)
    rank1 = BigIntegerField(default=0)
    rank2 = BigIntegerField(default=0)
    answered_at = MomentField(null=True)
    state = TextField(default="open")
    """`open`, `later` or `kept` (until `due`), `waiting` (for an answer after `since`), `decided` or `pinned`."""
    due = MomentField(null=True)
    since = MomentField(null=True)
    version = IntegerField(default=0)
    """The number of the last operation that touched what the card shows."""

    class Meta:  # noqa: D106
        database = database
        legacy_table_names = False
        primary_key = CompositeKey("queue", "subject")
        indexes = ((("queue", "state", "member", "rank1", "rank2", "subject"), False),)
