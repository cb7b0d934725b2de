"""What one person left unanswered: where the user does not take silence for an answer."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from ..decisions.silence import NOT_ACCEPTED, unanswered
from ..outbox.draft_facts import day_in_words
from ..policy.wording import first_name, times
from ..store import Invitation, Message
from ..store.identity import Kin
from ..store.query import fetch


class Unanswered(NamedTuple):
    """What the user wrote to one person without an answer, and what that person did not accept."""

    in_a_row: int = 0
    """Messages of the user's since they last wrote."""
    since: date | None = None
    """The day of the first of these."""
    invitations: int = 0
    """Invitations of the user's that they did not accept."""
    requests: tuple[str, ...] = ()
    """What the user asked for, to no answer, in sentences."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it, plainly said."""
        sentences = list(self.requests)
        if self.invitations:
            sentences.insert(0, f"You invited them {times(self.invitations)}, and they did not accept.")
        if self.in_a_row > 1 and self.since:
            often = times(self.in_a_row)
            sentences.insert(0, f"You wrote {often} in a row, since {day_in_words(self.since)}, to no answer.")
        elif self.since:
            sentences.insert(0, f"The last word is yours, of {day_in_words(self.since)}.")
        return tuple(sentences)

    def json(self) -> dict[str, Any]:
        """Return what `picky person --json` gives under `silence`."""
        return {
            "in_a_row": self.in_a_row,
            "since": self.since.isoformat() if self.since else None,
            "invitations_not_accepted": self.invitations,
            "sentences": list(self.sentences),
        }


NO_UNANSWERED = Unanswered()


class _Message(NamedTuple):
    outgoing: bool
    at: datetime


def unanswered_texts(person: int, name: str, kin: Kin) -> Unanswered:
    """Return what this person left unanswered, under all of their rows."""
    days = _days_of_last_words(kin)
    invited = Invitation.select(Invitation.id).where(
        Invitation.person.in_(kin.rows), Invitation.outgoing, Invitation.fate.in_(NOT_ACCEPTED)
    )
    requests = [request.sentence(first_name(name)) for request in unanswered(kin).get(person, ())]
    return Unanswered(len(days), days[-1] if days else None, len(fetch(int, invited)), tuple(requests))


def _days_of_last_words(kin: Kin) -> list[date]:
    """Return the days of the user's messages since they last wrote, newest first."""
    query = Message.select(Message.outgoing, Message.at).where(Message.person.in_(kin.rows), Message.sort == "talk")
    days: list[date] = []
    for message in fetch(_Message, query.order_by(Message.at.desc(), Message.id.desc())):
        if not message.outgoing:
            break
        days.append(message.at.date())
    return days
