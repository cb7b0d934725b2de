"""The mirror: where you are the one who does not take silence for an answer."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from ..decisions.silence import NOT_ACCEPTED, unanswered
from ..outbox.draft_facts import day_in_words
from ..policy.wording import first_name, times
from ..store import Invitation, Message
from ..store.identity import Kin
from ..store.query import rows


class Mirror(NamedTuple):
    """What you wrote to one person without an answer, and what they did not accept."""

    in_a_row: int = 0
    """Messages of yours since they last wrote."""
    since: date | None = None
    """The day of the first of these."""
    invitations: int = 0
    """Invitations of yours that they did not accept."""
    asked: tuple[str, ...] = ()
    """What you asked for, to no answer, in sentences."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it, plainly said."""
        said = list(self.asked)
        if self.invitations:
            said.insert(0, f"You invited them {times(self.invitations)}, and they did not accept.")
        if self.in_a_row > 1 and self.since:
            said.insert(
                0, f"You wrote {times(self.in_a_row)} in a row, since {day_in_words(self.since)}, to no answer."
            )
        elif self.since:
            said.insert(0, f"The last word is yours, of {day_in_words(self.since)}.")
        return tuple(said)

    def json(self) -> dict[str, Any]:
        """What `picky person --json` gives under `silence`."""
        return {
            "in_a_row": self.in_a_row,
            "since": self.since.isoformat() if self.since else None,
            "invitations_not_accepted": self.invitations,
            "sentences": list(self.sentences),
        }


NOTHING = Mirror()


def mirror(person: int, name: str, of: Kin) -> Mirror:
    """What this person left unanswered, under all of their rows."""
    kin = of.rows
    talk = Message.select(Message.outgoing, Message.at).where(Message.person.in_(kin), Message.sort == "talk")
    mine: list[date] = []
    for outgoing, at in talk.order_by(Message.at.desc(), Message.id.desc()).tuples().iterator():
        if not outgoing:
            break
        mine.append(at.date())
    invited = rows(
        Invitation.select(Invitation.id).where(
            Invitation.person.in_(kin), Invitation.outgoing, Invitation.fate.in_(NOT_ACCEPTED)
        )
    )
    asked = [go.sentence(first_name(name)) for go in unanswered(of).get(person, ())]
    return Mirror(len(mine), mine[-1] if mine else None, len(invited), tuple(asked))
