"""The status of each invitation. LinkedIn exports none, so it is worked out from everything else.

The file lists invitations whose state changed in the 180 days before the export, accepted ones included. One is
probably pending when it is young enough, still listed, and the person is not connected (format reference, 1.4).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from ...store import Connection, Invitation, Message, Person
from ...store.database import update_rows
from ...store.facts import FactKey, fact
from ...store.query import Query
from ...text.folding import squeeze
from ..load import day_of

LISTED_DAYS = 180
"""For so long after its last change the export lists an invitation (format reference, 1.4)."""


class _Invitation(NamedTuple):
    """An invitation as the store has it."""

    id: int
    person: int
    key: str
    """The `name_key` of the person."""
    outgoing: int
    sent_at: int
    """In seconds since 1970."""
    seen_export: str
    """The newest export that lists it, as an ISO day."""
    has_link: int
    fate: str
    certainty: str

    @property
    def sent_on(self) -> date:
        """The UTC day it was sent."""
        return day_of(self.sent_at)


class _Status(NamedTuple):
    """What became of an invitation, and how sure that is."""

    fate: str
    certainty: str = "probable"


class _ConnectionRow(NamedTuple):
    person: int
    name_key: str
    slug: str | None
    connected_on: str | None
    gone_export: str | None


class _NoteAndMessage(NamedTuple):
    """A note of an invitation beside a message of the same two people."""

    invitation: int
    note: str
    message: int
    text: str
    sort: str


_INVITATIONS = Query(
    _Invitation,
    lambda: Invitation.select(
        Invitation.id,
        Invitation.person,
        Person.name_key.alias("key"),
        Invitation.outgoing,
        Invitation.sent_at,
        Invitation.seen_export,
        Invitation.has_link,
        Invitation.fate,
        Invitation.certainty,
    ).join(Person),
    raw=True,
)
_CONNECTIONS = Query(
    _ConnectionRow,
    lambda: Connection.select(
        Connection.person, Person.name_key, Person.slug, Connection.connected_on, Connection.gone_export
    ).join(Person),
    raw=True,
)
_NOTES_AND_MESSAGES = Query(
    _NoteAndMessage,
    lambda: (
        Message.select(
            Invitation.id.alias("invitation"), Invitation.note, Message.id.alias("message"), Message.text, Message.sort
        )
        .join(Invitation, on=((Invitation.person == Message.person) & (Invitation.outgoing == Message.outgoing)))
        .where(
            Invitation.note != "", Message.sort.in_(["talk", "note_copy", "sponsored"]), Message.channel == "linkedin"
        )
        .order_by(Message.at)
    ),
)


@dataclass(slots=True)
class _Network:
    """Who is and was connected since when, by person and (for files without links) by name."""

    now: dict[int, date | None] = field(default_factory=dict)
    before: defaultdict[int, list[date | None]] = field(default_factory=lambda: defaultdict(list))
    linkless: defaultdict[str, list[date | None]] = field(default_factory=lambda: defaultdict(list))
    named: defaultdict[str, list[date | None]] = field(default_factory=lambda: defaultdict(list))
    is_known: bool = False
    """Whether a list of connections was ever read."""

    @classmethod
    def load(cls) -> _Network:
        """Return the network as the store has it."""
        network = cls(is_known=fact(FactKey.CONNECTIONS_EXPORT) is not None)
        for row in _CONNECTIONS.rows():
            connected_on = date.fromisoformat(row.connected_on) if row.connected_on else None
            if row.gone_export is not None:
                network.before[row.person].append(connected_on)
                continue
            network.now[row.person] = connected_on
            network.named[row.name_key].append(connected_on)
            if row.slug is None:
                network.linkless[row.name_key].append(connected_on)
        return network

    def was_connected_since(self, person: int, day: date) -> bool:
        """Say whether they were connected on this day or later, and are no more."""
        return any(connected_on and connected_on >= day for connected_on in self.before.get(person, ()))


def settle(export_date: date) -> set[int]:
    """Work out again what became of every invitation; return the people for whom something changed."""
    invitations, network, copies = _INVITATIONS.rows(), _Network.load(), mark_copied_notes()
    claims = _claims(invitations, network)
    newest_list = fact(FactKey.INVITATIONS_EXPORT) or export_date.isoformat()
    oldest_listed = export_date - timedelta(days=LISTED_DAYS)

    def status(invitation: _Invitation) -> _Status:
        claim, is_connected = claims.get(invitation.id, ""), invitation.person in network.now
        if claim == "accepted" or (not claim and is_connected):
            return _Status("accepted")
        if invitation.id in copies or network.was_connected_since(invitation.person, invitation.sent_on):
            return _Status("removed")
        if invitation.sent_on < oldest_listed:
            return _Status("expired")
        if invitation.seen_export < newest_list:
            return _Status("gone")
        is_clear = claim != "unclear" and network.is_known
        return _Status("pending", "probable" if is_clear else "cannot_tell")

    changed = [
        (*now, invitation.id, invitation.person)
        for invitation in invitations
        if (now := status(invitation)) != (invitation.fate, invitation.certainty)
    ]
    update_rows(Invitation, ("fate", "certainty"), (row[:3] for row in changed))
    return {row[3] for row in changed}


def _claims(invitations: Iterable[_Invitation], network: _Network) -> dict[int, str]:
    """For invitations that can only be joined by name: `accepted`, `open`, or `unclear` when the names collide.

    A connection can have accepted an invitation only on or after the UTC day it was sent, and only one. Accepted is
    what is paired in every fullest pairing of the name's invitations and connections; open, what is paired in none.
    """
    groups: defaultdict[str, list[_Invitation]] = defaultdict(list)
    for invitation in invitations:
        if not invitation.has_link or network.linkless.get(invitation.key):
            groups[invitation.key].append(invitation)
    claims = {}
    for key, group in groups.items():
        for invitation in group:
            if invitation.has_link and invitation.person in network.now:
                continue  # its own link settles it
            days = network.linkless[key] if invitation.has_link else network.named[key]
            claims[invitation.id] = _claim(invitation, group, days)
    return claims


def _claim(invitation: _Invitation, group: list[_Invitation], days: list[date | None]) -> str:
    """Return the claim of one invitation among those of its name, given the days of the name's connections."""
    dated = [day for day in days if day]
    if len(dated) < len(days):
        return "unclear"
    others = [other.sent_on for other in group if other is not invitation]
    fullest = _pairs([invitation.sent_on, *others], dated)
    if _pairs(others, dated) < fullest:
        return "accepted"
    could_be = any(
        day >= invitation.sent_on and 1 + _pairs(others, [*dated[:at], *dated[at + 1 :]]) == fullest
        for at, day in enumerate(dated)
    )
    return "unclear" if could_be else "open"


def _pairs(sent: list[date], connected: list[date]) -> int:
    """Return the most invitations that these connections can have accepted, one each, none before it was sent."""
    waiting = sorted(sent, reverse=True)
    open_now = pairs = 0
    for day in sorted(connected):
        while waiting and waiting[-1] <= day:
            waiting.pop()
            open_now += 1
        if open_now:
            open_now -= 1
            pairs += 1
    return pairs


def mark_copied_notes() -> set[int]:
    """Return the invitations whose note reappears as a message: LinkedIn copies it there when it is accepted.

    The copy is marked as one: it is not conversation.
    """
    copies: dict[int, int] = {}
    unmarked = []
    for pair in _NOTES_AND_MESSAGES.stream():
        if pair.invitation not in copies and squeeze(pair.note) == squeeze(pair.text):
            copies[pair.invitation] = pair.message
            if pair.sort != "note_copy":
                unmarked.append(("note_copy", pair.message))
    update_rows(Message, ("sort",), unmarked)
    return set(copies)
