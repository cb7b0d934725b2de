"""Invitations you sent that nobody answered, oldest first: withdraw quietly or leave it, never remind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from ..policy import recommend
from ..policy.facts import Meeting, SentFacts
from ..store import Invitation, Message
from ..store.identity import Kin, Who, people
from ..store.query import chunks, rows
from . import card_facts
from .as_json import in_utc, meeting_json
from .base import CardStatus, Context, Json, Place, Queue, QueueCard


class _Sent(NamedTuple):
    id: int
    person: int
    sent: datetime
    note: str
    certainty: str


class _Since(NamedTuple):
    """What was written after an invitation: how often by the owner, and when they wrote last."""

    yours: int = 0
    theirs: date | None = None


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
        """Those that probably still wait, oldest first."""
        columns = (Invitation.id, Invitation.person, Invitation.sent_at.cast("integer"))
        query = Invitation.select(*columns).where(Invitation.fate == "pending", Invitation.outgoing)
        for some in [None] if people is None else chunks(people):
            for number, person, sent in rows(query if some is None else query.where(Invitation.person.in_(some))):
                yield Place(number, person, sent)

    def cards(self, subjects: Sequence[int], context: Context) -> list[QueueCard]:
        """Return the cards with how long they wait, and whatever is known of the people you invited."""
        invitations = _invitations(subjects)
        ids = [sent.person for sent in invitations.values()]
        kin = Kin.of(ids)
        known = _Known(
            people=people(kin),
            signals=card_facts.signals(kin),
            meetings=card_facts.meetings(kin),
            since=_written_since(invitations.values(), kin),
            before=_invited_before(invitations.values(), kin),
            disconnected=card_facts.disconnected(kin),
            earlier=card_facts.earlier(kin, self.name, subjects),
            statuses=card_facts.statuses(self.name, subjects),
        )
        return [known.card(invitations[subject], context) for subject in subjects if subject in invitations]


class _Known(NamedTuple):
    """All that was gathered for a page of invitations."""

    people: dict[int, Who]
    signals: dict[int, card_facts.Signals]
    meetings: dict[int, tuple[Meeting, ...]]
    since: dict[int, _Since]
    before: Counter[int]
    disconnected: dict[int, date]
    earlier: dict[int, Any]
    statuses: dict[int, CardStatus]

    def card(self, sent: _Sent, context: Context) -> SentCard:
        who = self.people[sent.person]
        facts = self._facts(sent, who, context.export_date)
        return SentCard(
            subject=sent.id,
            who=who,
            facts=facts,
            recommendation=recommend(SentCard.queue, facts, context.policy),
            sent_at=sent.sent,
            certainty=sent.certainty,
            status=self.statuses[sent.id],
        )

    def _facts(self, sent: _Sent, who: Who, export_date: date) -> SentFacts:
        since, met = self.since.get(sent.id, _Since()), self.meetings.get(who.id, ())
        return SentFacts(
            name=who.name,
            export_date=export_date,
            sent_on=sent.sent.date(),
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


def _invitations(subjects: Iterable[int]) -> dict[int, _Sent]:
    columns = (Invitation.id, Invitation.person, Invitation.sent_at, Invitation.note, Invitation.certainty)
    return {
        row[0]: _Sent(*row)
        for some in chunks(subjects)
        for row in rows(Invitation.select(*columns).where(Invitation.id.in_(some), Invitation.outgoing))
    }


def _written_since(invitations: Collection[_Sent], kin: Kin) -> dict[int, _Since]:
    """Messages either way after each invitation."""
    of_person = defaultdict(list)
    for sent in invitations:
        of_person[sent.person].append(sent)
    found: dict[int, _Since] = {}
    for some in chunks(kin.rows):
        query = Message.select(Message.person, Message.outgoing, Message.at).where(
            Message.person.in_(some), Message.sort == "talk"
        )
        for row, outgoing, at in rows(query.order_by(Message.at)):
            for sent in (each for person in kin.asked[row] for each in of_person[person] if at > each.sent):
                held = found.get(sent.id, _Since())
                found[sent.id] = held._replace(yours=held.yours + 1) if outgoing else held._replace(theirs=at.date())
    return found


def _invited_before(invitations: Collection[_Sent], kin: Kin) -> Counter[int]:
    """How many earlier invitations of yours to the same people came to nothing."""
    earlier = defaultdict(list)
    for some in chunks(kin.rows):
        query = Invitation.select(Invitation.person, Invitation.sent_at).where(
            Invitation.person.in_(some), Invitation.outgoing, Invitation.fate.not_in(["accepted", "removed"])
        )
        for row, at in rows(query):
            for person in kin.asked[row]:
                earlier[person].append(at)
    return Counter({sent.id: sum(at < sent.sent for at in earlier[sent.person]) for sent in invitations})
