"""Where the people of a list were: what the user says about it, and what each row comes to."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..date_formats import maybe_day
from ..records import ContactRecord

_STAYED_AWAY = ("refunded", "cancelled", "declined", "not attending", "waitlist", "pending")


class ListEvent(NamedTuple):
    """What the user says about a list: where it comes from, and whether they met the people on it."""

    event: str = ""
    on: date | None = None
    place: str = ""
    met: bool = False

    def over(self, before: ListEvent) -> ListEvent:
        """Return what holds for a list told about before: what is said now, else what was said then.

        The same rows at another event say nothing about the first.
        """
        if self.event and before.event and self.event != before.event:
            return before
        return ListEvent(
            self.event or before.event, self.on or before.on, self.place or before.place, self.met or before.met
        )


class AttendedEvent(NamedTuple):
    """Where a person was, in the store's own values."""

    event: str
    on: str | None
    note: str
    kind: str
    """`met`, or `there` when they were there too."""


def attended_event(draft: ContactRecord, occasion: ListEvent) -> AttendedEvent | None:
    """Return where they were: a meeting only if the user says so, and they did not stay away."""
    event = occasion.event or draft.event
    stayed_away = draft.checked_in is False or draft.status in _STAYED_AWAY
    if not event or (stayed_away and not draft.checked_in):
        return None
    on = occasion.on or maybe_day(draft.event_date) or maybe_day(draft.scanned_at)
    return AttendedEvent(event, on.isoformat() if on else None, draft.note, "met" if occasion.met else "there")
