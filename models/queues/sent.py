"""Invitations you sent that nobody answered, oldest first: withdraw quietly or leave it, never remind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from ..policy import recommend
from ..policy.facts import EarlierDecision, Meeting, SentFacts
from ..store import Invitation, Message
from ..store.identity import Kin, Who, people
from ..store.query import PeopleQuery, Query, params
from . import card_facts, card_status
from .base import Context, Json, Place, Queue, QueueCard, in_utc, meeting_json
from .card_status import CardStatus


class _Waiting(NamedTuple):
    """An invitation that probably still waits."""

    id: int
    person: int
    sent_at: int
    """In seconds since 1970."""


class _Sent(NamedTuple):
    id: int
    person: int
    sent_at: datetime
    note: str
    certainty: str


class _Message(NamedTuple):
    person: int
    outgoing: bool
    at: datetime


class _Earlier(NamedTuple):
    """An earlier invitation that came to nothing."""

    person: int
    sent_at: datetime


class _Since(NamedTuple):
    """What was written after an invitation: how often by the owner, and when they wrote last."""

    yours: int = 0
    theirs: date | None = None


_WAITING = PeopleQuery(
    _Waiting,
    lambda: Invitation.select(Invitation.id, Invitation.person, Invitation.sent_at).where(
        Invitation.fate == "pending", Invitation.outgoing
    ),
    Invitation.person,
    raw=True,
)
_SENT = Query(
    _Sent,
    lambda: Invitation.select(
        Invitation.id, Invitation.person, Invitation.sent_at, Invitation.note, Invitation.certainty
    ).where(Invitation.id.in_(params("invitations")), Invitation.outgoing),
)
_MESSAGES = Query(
    _Message,
    lambda: (
        Message.select(Message.person, Message.outgoing, Message.at)
        .where(Message.person.in_(params("people")), Message.sort == "talk")
        .order_by(Message.at)
    ),
)
_IN_VAIN = Query(
    _Earlier,
    lambda: Invitation.select(Invitation.person, Invitation.sent_at).where(
        Invitation.person.in_(params("people")),
        Invitation.outgoing,
        Invitation.fate.not_in(["accepted", "removed"]),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentCard(QueueCard):
    """An invitation of yours that nobody answered."""

    queue = "sent"
    facts: SentFacts
    sent_at: datetime
    certainty: str
    """`probable`, or `cannot_tell` whether it was accepted."""

    @property
    def text(self) -> str:
        """The note that went with it."""
        return self.facts.note

    def values(self) -> Json:
        """Return the invitation, and what followed."""
        facts = self.facts
        return {
            "name": self.name,
            "profile": self.slug,
            "company": self.company,
            "sent_at": in_utc(self.sent_at),
            "note": facts.note,
            "days_silent": facts.days_silent,
            "certainty": self.certainty,
            "messages_since": facts.messages_since,
            "wrote_since": facts.wrote_since.isoformat() if facts.wrote_since else None,
            "invited_before": facts.invited_before,
            "met": meeting_json(facts.met),
        }


class SentQueue(Queue):
    """Invitations you sent, unanswered."""

    title, card_type = "Sent", SentCard

    def places(self, export_date: date, people: Collection[int] | None) -> Iterator[Place]:
        """Yield those that probably still wait, oldest first."""
        return (Place(sent.id, sent.person, sent.sent_at) for sent in _WAITING.rows(people))

    def cards(self, subjects: Sequence[int], context: Context) -> list[QueueCard]:
        """Return the cards with how long they wait, and whatever is known of the people you invited."""
        invitations = {sent.id: sent for sent in _SENT.rows(invitations=subjects)}
        kin = Kin.of(sent.person for sent in invitations.values())
        page = _Page(
            people=people(kin),
            signals=card_facts.signals(kin),
            meetings=card_facts.meetings(kin),
            since=_written_since(invitations.values(), kin),
            before=_invited_before(invitations.values(), kin),
            disconnected=card_facts.disconnected_on(kin),
            earlier=card_facts.earlier_decisions(kin, self.name, subjects),
            statuses=card_status.statuses(self.name, subjects),
        )
        return [page.card(invitations[subject], context) for subject in subjects if subject in invitations]


class _Page(NamedTuple):
    """What is on record about a page of invitations."""

    people: dict[int, Who]
    signals: dict[int, card_facts.Signals]
    meetings: dict[int, tuple[Meeting, ...]]
    since: dict[int, _Since]
    before: Counter[int]
    disconnected: dict[int, date]
    earlier: dict[int, tuple[EarlierDecision, ...]]
    statuses: dict[int, CardStatus]

    def card(self, sent: _Sent, context: Context) -> SentCard:
        who = self.people[sent.person]
        facts = self._facts(sent, who, context.export_date)
        return SentCard(
            subject=sent.id,
            who=who,
            facts=facts,
            recommendation=recommend(SentCard.queue, facts, context.policy),
            sent_at=sent.sent_at,
            certainty=sent.certainty,
            status=self.statuses[sent.id],
        )

    def _facts(self, sent: _Sent, who: Who, export_date: date) -> SentFacts:
        since, met = self.since.get(sent.id, _Since()), self.meetings.get(who.id, ())
        return SentFacts(
            name=who.name,
            export_date=export_date,
            sent_on=sent.sent_at.date(),
            company=who.company,
            note=sent.note,
            is_certain=sent.certainty == "probable",
            band=self.signals.get(who.id, card_facts.NO_SIGNALS).band,
            met=met[-1] if met else None,
            messages_since=since.yours,
            wrote_since=since.theirs,
            invited_before=self.before[sent.id],
            disconnected_on=self.disconnected.get(who.id),
            earlier=self.earlier.get(who.id, ()),
        )


def _written_since(invitations: Collection[_Sent], kin: Kin) -> dict[int, _Since]:
    """Messages either way after each invitation."""
    of_person = defaultdict(list)
    for sent in invitations:
        of_person[sent.person].append(sent)
    found: defaultdict[int, _Since] = defaultdict(_Since)
    for message in _MESSAGES.rows(people=kin.rows):
        for sent in (sent for person in kin.asked[message.person] for sent in of_person[person]):
            if message.at > sent.sent_at:
                since = found[sent.id]
                found[sent.id] = (
                    since._replace(yours=since.yours + 1)
                    if message.outgoing
                    else since._replace(theirs=message.at.date())
                )
    return found


def _invited_before(invitations: Collection[_Sent], kin: Kin) -> Counter[int]:
    """Return how many earlier invitations of yours to the same people came to nothing."""
    earlier = defaultdict(list)
    for invitation in _IN_VAIN.rows(people=kin.rows):
        for person in kin.asked[invitation.person]:
            earlier[person].append(invitation.sent_at)
    return Counter({sent.id: sum(at < sent.sent_at for at in earlier[sent.person]) for sent in invitations})
