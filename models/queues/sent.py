"""Invitations you sent that nobody answered, oldest first: withdraw quietly or leave it, never remind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from ..policy import recommend
from ..policy.facts import Meeting, SentFacts
from ..store import Invitation, Message
from ..store.identity import Kin, Who, people
from ..store.query import chunks, rows
from . import card_facts
from .base import Context, Item, Place, Queue


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


class SentQueue(Queue):
    """Invitations you sent, unanswered."""

    name, title = "sent", "Sent"

    def places(self, export_date: date, people: Collection[int] | None) -> Iterator[Place]:
        """Those that probably still wait, oldest first."""
        columns = (Invitation.id, Invitation.person, Invitation.sent_at.cast("integer"))
        query = Invitation.select(*columns).where(Invitation.fate == "pending", Invitation.outgoing)
        for some in [None] if people is None else chunks(people):
            for number, person, sent in rows(query if some is None else query.where(Invitation.person.in_(some))):
                yield Place(number, person, sent)

    def items(self, subjects: Sequence[int], context: Context) -> list[Item]:
        """The cards with how long they wait, and whatever is known of whom you invited."""
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
            places=card_facts.places_of(self.name, subjects),
            verdicts=card_facts.verdicts(self.name, subjects),
        )
        return [known.item(self.name, invitations[subject], context) for subject in subjects if subject in invitations]


class _Known(NamedTuple):
    """All that was gathered for a page of invitations."""

    people: dict[int, Who]
    signals: dict[int, card_facts.Signals]
    meetings: dict[int, tuple[Meeting, ...]]
    since: dict[int, _Since]
    before: Counter[int]
    disconnected: dict[int, date]
    earlier: dict[int, Any]
    places: dict[int, tuple[int, datetime | None]]
    verdicts: dict[int, tuple[str, int]]

    def item(self, queue: str, sent: _Sent, context: Context) -> Item:
        who = self.people[sent.person]
        facts = self._facts(sent, who, context.export_date)
        version, due = self.places.get(sent.id, (0, None))
        decided, times = self.verdicts.get(sent.id, card_facts.NO_VERDICT)
        return Item(
            queue, sent.id, who.id, who.name, who.slug, who.link, who.company, who.title, facts,
            recommend(queue, facts, context.policy), _values(sent, who, facts),
            version=version, decided=decided, times=times, due=due,
        )  # fmt: skip

    def _facts(self, sent: _Sent, who: Who, export_date: date) -> SentFacts:
        since, met = self.since.get(sent.id, _Since()), self.meetings.get(who.id, ())
        return SentFacts(
            name=who.name, export_date=export_date, sent_on=sent.sent.date(), company=who.company, note=sent.note,
            is_certain=sent.certainty == "probable", band=self.signals.get(who.id, card_facts.NO_SIGNALS).band,
            met=met[-1] if met else None, messages_since=since.yours, wrote_since=since.theirs,
            invited_before=self.before[sent.id], disconnected_on=self.disconnected.get(who.id),
            earlier=self.earlier.get(who.id, ()),
        )  # fmt: skip


def _values(sent: _Sent, who: Who, facts: SentFacts) -> dict[str, Any]:
    met = facts.met
    return {
        "name": who.name,
        "profile": who.slug,
        "company": who.company,
        "sent_at": sent.sent.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "note": sent.note,
        "days_silent": facts.days_silent,
        "certainty": sent.certainty,
        "messages_since": facts.messages_since,
        "wrote_since": facts.wrote_since.isoformat() if facts.wrote_since else None,
        "invited_before": facts.invited_before,
        "met": met and {"event": met.event, "date": met.on.isoformat() if met.on else None,
                        "impression": met.impression or None},
    }  # fmt: skip


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
