"""What each verdict leaves to do by hand."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..errors import RefusedError
from ..journal.record import Operating
from ..outbox.drafts import draft
from ..outbox.kinds import MANUALS, Kind
from ..store import Errand
from ..verbs import Verb

if TYPE_CHECKING:
    from .decide import Subject

ERRANDS: dict[tuple[str, Verb], Kind] = {
    ("invites", Verb.ACCEPT): Kind.ACCEPT,
    ("invites", Verb.IGNORE): Kind.IGNORE,
    ("invites", Verb.ASK): Kind.ASK_WHERE,
    ("intros", Verb.INTRODUCE): Kind.ASK_TARGET,
    ("intros", Verb.DECLINE): Kind.DECLINE,
    ("intros", Verb.MENTION): Kind.MENTION,
    ("intros", Verb.BLURB): Kind.ASK_BLURB,
    ("stale", Verb.REMOVE): Kind.REMOVE,
    ("stale", Verb.RECONNECT): Kind.RECONNECT,
}
"""The errand of each verdict that needs one; the others leave nothing to do on LinkedIn."""


def errand_of(op: Operating, subject: Subject, verb: Verb, now: datetime) -> int | None:
    """Write down what this verdict leaves to do, and return its number; `None` when nothing is left."""
    kind = ERRANDS.get((subject.queue, verb))
    if kind is None:
        return None
    person = subject.person
    if kind is Kind.ASK_TARGET:
        if subject.target is None:
            raise RefusedError(
                "It is not clear whom they mean, so nobody can be asked.",
                "Ask for a blurb, or decline kindly.",
            )
        person = subject.target
    return op.insert(
        Errand, kind=kind.value, queue=subject.queue, subject=subject.id, person=person,
        state="staged" if MANUALS[kind].is_staged else "open", draft=draft(kind, subject.facts), at=now,
    )  # fmt: skip
