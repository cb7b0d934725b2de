"""What became of each invitation. LinkedIn exports no status: it is worked out from everything else.

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
from ...store.facts import fact
from ...store.query import plain_rows, rows
from ...text.folding import squeeze
from ..load import day_of

LISTED_DAYS = 180


class _Sent(NamedTuple):
    id: int
    person: int
    key: str
    outgoing: bool
    sent: int
    note: str
    seen: date
    has_link: bool
    fate: str
    certainty: str

    @property
    def day(self) -> date:
        return day_of(self.sent)


@dataclass(slots=True)
class _Network:
    """Who is and was connected, by person and (for files without links) by name."""

    now: dict[int, date | None] = field(default_factory=dict)
    before: defaultdict[int, list[date | None]] = field(default_factory=lambda: defaultdict(list))
    linkless: defaultdict[str, list[date | None]] = field(default_factory=lambda: defaultdict(list))
    named: defaultdict[str, list[date | None]] = field(default_factory=lambda: defaultdict(list))
    is_known: bool = False


def judge(export_date: date) -> set[int]:
    """Settle every invitation anew; return the people for whom something changed."""
    invitations = _invitations()
    network = _network()
    copies = copied_notes()
    claims = _claims(invitations, network)
    newest_list = date.fromisoformat(fact("invitations_export") or export_date.isoformat())
    changed = []
    for invitation in invitations:
        fate, certainty = _fate(invitation, network, claims, invitation.id in copies, newest_list, export_date)
        if (fate, certainty) != (invitation.fate, invitation.certainty):
            changed.append((fate, certainty, invitation.id, invitation.person))
    update_rows(Invitation, ("fate", "certainty"), (row[:3] for row in changed))
    return {row[3] for row in changed}


def _fate(
    invitation: _Sent, network: _Network, claims: dict[int, str], copied: bool, newest_list: date, export_date: date
) -> tuple[str, str]:
    connected = network.now.get(invitation.person, False)
    by_name = claims.get(invitation.id, "")
    if by_name == "accepted" or (by_name == "" and connected is not False):
        return "accepted", "probable"
    if copied or any(day and day >= invitation.day for day in network.before.get(invitation.person, ())):
        return "removed", "probable"
    if invitation.day < export_date - timedelta(days=LISTED_DAYS):
        return "expired", "probable"
    if invitation.seen < newest_list:
        return "gone", "probable"
    return "pending", "cannot_tell" if by_name == "unclear" or not network.is_known else "probable"


def _claims(invitations: Iterable[_Sent], network: _Network) -> dict[int, str]:
    """For invitations that can only be joined by name: `accepted`, `open`, or `unclear` when the names collide.

    A connection can have accepted an invitation only on or after the UTC day it was sent, and only one. Accepted is
    what is paired in every fullest pairing of the name's invitations and connections; open, what is paired in none.
    """
    groups: defaultdict[str, list[_Sent]] = defaultdict(list)
    for invitation in invitations:
        if not invitation.has_link or network.linkless.get(invitation.key):
            groups[invitation.key].append(invitation)
    found = {}
    for key, group in groups.items():
        for invitation in group:
            if invitation.has_link and invitation.person in network.now:
                continue  # its own link settles it
            days = network.linkless[key] if invitation.has_link else network.named[key]
            found[invitation.id] = _claim(invitation, group, days)
    return found


def _claim(invitation: _Sent, group: list[_Sent], days: list[date | None]) -> str:
    dated = [day for day in days if day]
    if len(dated) < len(days):
        return "unclear"
    everyone = [other.day for other in group]
    others = [other.day for other in group if other is not invitation]
    fullest = _pairs(everyone, dated)
    if _pairs(others, dated) < fullest:
        return "accepted"
    could_be = any(
        day >= invitation.day and 1 + _pairs(others, [*dated[:at], *dated[at + 1 :]]) == fullest
        for at, day in enumerate(dated)
    )
    return "unclear" if could_be else "open"


def _pairs(sent: list[date], connected: list[date]) -> int:
    """The most invitations that these connections can have accepted, one each, none before it was sent."""
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


def copied_notes() -> set[int]:
    """Invitations whose note reappears as a message: LinkedIn copies it there when it is accepted.

    The copy is marked as one: it is not conversation.
    """
    query = (
        Message.select(Invitation.id, Invitation.note, Message.id, Message.text, Message.sort)
        .join(Invitation, on=((Invitation.person == Message.person) & (Invitation.outgoing == Message.outgoing)))
        .where(
            Invitation.note != "", Message.sort.in_(["talk", "note_copy", "sponsored"]), Message.channel == "linkedin"
        )
        .order_by(Message.at)
    )
    copies: dict[int, int] = {}
    fresh = []
    for invitation, note, message, text, sort in rows(query):
        if invitation not in copies and squeeze(note) == squeeze(text):
            copies[invitation] = message
            if sort != "note_copy":
                fresh.append(("note_copy", message))
    update_rows(Message, ("sort",), fresh)
    return set(copies)


def _invitations() -> list[_Sent]:
    query = Invitation.select(
        Invitation.id, Invitation.person, Person.name_key, Invitation.outgoing, Invitation.sent_at.cast("integer"),
        Invitation.note, Invitation.seen_export, Invitation.has_link, Invitation.fate, Invitation.certainty,
    ).join(Person)  # fmt: skip
    return [_Sent(*row) for row in rows(query)]


def _network() -> _Network:
    network = _Network(is_known=fact("connections_export") is not None)
    query = Connection.select(
        Connection.person, Person.name_key, Person.slug, Connection.connected_on, Connection.gone_export
    ).join(Person)
    for person, key, slug, day, gone in plain_rows(query):
        connected_on = day and date.fromisoformat(day)
        if gone is not None:
            network.before[person].append(connected_on)
            continue
        network.now[person] = connected_on
        network.named[key].append(connected_on)
        if slug is None:
            network.linkless[key].append(connected_on)
    return network
