"""Received invitations that are probably pending: people you met first, then the newest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from peewee import JOIN

from ..decisions.silence import Attempt, refusals, unanswered
from ..outbox.draft_facts import day_in_words, facts_from
from ..policy import recommend
from ..policy.facts import EarlierDecision, InviteFacts, LookAlike, Meeting
from ..store import IntroRequest, Invitation, Message, Person, PersonSignals
from ..store.identity import Kin, Who, people
from ..store.query import PeopleQuery, Query, params
from ..text.folding import fold_accents, plain_name
from ..text.scripts import hides, mixes_scripts
from . import card_facts, card_status
from .base import Context, Json, Place, Queue, QueueCard, in_utc, meeting_json
from .card_status import CardStatus
from .look_alikes import look_alikes
from .own_past import OwnPast, own_past

_LIKED_FIRST = {"liked": 0, "": 1, "neutral": 1, "not_again": 2}
"""Which impression of several meetings says most."""


class _Pending(NamedTuple):
    """An invitation that is probably pending."""

    id: int
    person: int
    sent_at: int
    """In seconds since 1970."""
    has_met: int | None


class _Invite(NamedTuple):
    id: int
    person: int
    sent_at: datetime
    note: str
    certainty: str


class _Message(NamedTuple):
    person: int
    outgoing: bool
    at: datetime
    text: str
    channel: str


class _Wish(NamedTuple):
    """The person that someone wants to be introduced to."""

    asker: int
    target: str | None
    target_text: str


class _Texts(NamedTuple):
    """What they wrote apart from the invitation itself."""

    texts: tuple[str, ...] = ()
    after: int = 0
    """How many of their texts came after it."""
    mails: int = 0
    """How many of those came by mail."""
    both_ways: int = 0
    """How many messages there are in all, theirs and the user's."""

    @property
    def channel(self) -> str:
        """What most of those after it are."""
        return "mail" if 2 * self.mails > self.after else "message"

    def with_message(self, message: _Message, sent_at: datetime) -> _Texts:
        """Return them with one more message, when the invitation was sent at that time."""
        counted = self._replace(both_ways=self.both_ways + 1)
        if message.outgoing:
            return counted
        is_after = message.at >= sent_at
        return counted._replace(
            texts=(*self.texts, message.text),
            after=self.after + is_after,
            mails=self.mails + (is_after and message.channel == "mail"),
        )


_PENDING = PeopleQuery(
    _Pending,
    lambda: (
        Invitation.select(Invitation.id, Invitation.person, Invitation.sent_at, PersonSignals.has_met)
        .join(PersonSignals, JOIN.LEFT_OUTER, on=(PersonSignals.person == Invitation.person))
        .where(Invitation.fate == "pending", ~Invitation.outgoing)
    ),
    Invitation.person,
    raw=True,
)
_INVITES = Query(
    _Invite,
    lambda: Invitation.select(
        Invitation.id, Invitation.person, Invitation.sent_at, Invitation.note, Invitation.certainty
    ).where(Invitation.id.in_(params("invitations"))),
)
_MESSAGES = Query(
    _Message,
    lambda: (
        Message.select(Message.person, Message.outgoing, Message.at, Message.text, Message.channel)
        .where(Message.person.in_(params("people")), Message.sort.in_(["talk", "sponsored"]))
        .order_by(Message.at)
    ),
)
_TARGET = Person.alias()
_WISHES = Query(
    _Wish,
    lambda: (
        IntroRequest.select(IntroRequest.asker, _TARGET.name.alias("target"), IntroRequest.target_text)
        .join(_TARGET, JOIN.LEFT_OUTER, on=(_TARGET.id == IntroRequest.target))
        .where(IntroRequest.asker.in_(params("people")))
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteCard(QueueCard):
    """An invitation to connect that you received."""

    queue = "invites"
    facts: InviteFacts
    sent_at: datetime
    certainty: str
    """`probable`, or `cannot_tell` whether it is pending."""

    @property
    def text(self) -> str:
        """The note that came with it."""
        return self.facts.note

    def values(self) -> Json:
        """Return the invitation, and who sent it."""
        facts, like = self.facts, self.facts.look_alike
        return {
            "name": self.name,
            "profile": self.slug,
            "company": self.company,
            "note": facts.note,
            "sent_at": in_utc(self.sent_at),
            "certainty": self.certainty,
            "nudges": facts.nudges,
            "met": meeting_json(facts.met),
            "look_alike_of": like and {"name": like.name, "profile": like.slug, "kind": like.kind},
        }


class InvitesQueue(Queue):
    """Received invitations, probably pending."""

    title, card_type = "Invites", InviteCard

    def places(self, export_date: date, people: Collection[int] | None) -> Iterator[Place]:
        """Yield the people you met first, then the newest."""
        pending = _PENDING.rows(people)
        answers = card_facts.last_received(Kin.of(invite.person for invite in pending))
        for invite in pending:
            rank = 0 if invite.has_met else 1
            yield Place(invite.id, invite.person, rank, -invite.sent_at, answers.get(invite.person))

    def cards(self, subjects: Sequence[int], context: Context) -> list[QueueCard]:
        """Return the cards with everything known about who sent them."""
        invites = {invite.id: invite for invite in _INVITES.rows(invitations=subjects)}
        kin = Kin.of(invite.person for invite in invites.values())
        senders, profiles = people(kin), card_facts.remarks(kin, "profile")
        words = {invite.person: f"{invite.note} {profiles.get(invite.person, '')}" for invite in invites.values()}
        page = _Page(
            people=senders,
            signals=card_facts.signals(kin),
            meetings=card_facts.meetings(kin),
            texts=_texts(invites.values(), kin),
            look_alikes=look_alikes(senders.values(), words),
            profiles=profiles,
            vouched=card_facts.words_of_vouched(),
            wishes=_wishes(words),
            disconnected=card_facts.disconnected_on(kin),
            earlier=card_facts.earlier_decisions(kin, self.name, subjects),
            past=own_past(),
            statuses=card_status.statuses(self.name, subjects),
            unanswered=unanswered(kin),
        )
        return [page.card(invites[subject], context) for subject in subjects if subject in invites]


class _Page(NamedTuple):
    """What is on record about a page of invitations."""

    people: dict[int, Who]
    signals: dict[int, card_facts.Signals]
    meetings: dict[int, tuple[Meeting, ...]]
    texts: dict[int, _Texts]
    look_alikes: dict[int, LookAlike]
    profiles: dict[int, str]
    vouched: tuple[tuple[str, tuple[str, ...]], ...]
    wishes: dict[int, str]
    disconnected: dict[int, date]
    earlier: dict[int, tuple[EarlierDecision, ...]]
    past: OwnPast
    statuses: dict[int, CardStatus]
    unanswered: dict[int, tuple[Attempt, ...]]

    def card(self, invite: _Invite, context: Context) -> InviteCard:
        """Return the card of an invitation."""
        who, queue = self.people[invite.person], InviteCard.queue
        facts = self._facts(invite, who, context.export_date)
        source = f"their invitation of {day_in_words(invite.sent_at)}"
        return InviteCard(
            subject=invite.id,
            who=who,
            facts=facts,
            recommendation=recommend(queue, facts, context.policy),
            sent_at=invite.sent_at,
            certainty=invite.certainty,
            draft_facts=facts_from(source, first_name=who.first_name, name=who.name),
            refusals=refusals(queue, invite.id, who.first_name, self.unanswered.get(who.id, ())),
            status=self.statuses[invite.id],
        )

    def _facts(self, invite: _Invite, who: Who, export_date: date) -> InviteFacts:
        texts, signals = self.texts[invite.id], self.signals.get(who.id, card_facts.NO_SIGNALS)
        words = "\n".join((invite.note, *texts.texts))
        return InviteFacts(
            name=who.name,
            export_date=export_date,
            company=who.company,
            note=invite.note,
            sent_on=invite.sent_at.date(),
            met=_best(self.meetings.get(who.id, ())),
            shared_history=self.past.mentioned(words),
            shared_employer=self.past.employers.get(who.company_key, ""),
            nudges=texts.after,
            nudge_channel=texts.channel,
            texts=texts.texts,
            profile_text=self.profiles.get(who.id, ""),
            look_alike=self.look_alikes.get(who.id),
            has_hidden_characters=hides(who.name),
            mixes_alphabets=mixes_scripts(who.name),
            band=signals.band,
            messages=texts.both_ways,
            introduced_by=self._introducer(who),
            names_vouched=self._named_in(invite.note),
            wants_to_meet=self.wishes.get(who.id, ""),
            disconnected_on=self.disconnected.get(who.id),
            earlier=self.earlier.get(who.id, ()),
        )

    def _introducer(self, who: Who) -> str:
        """Someone the user vouches for who wrote about this person by full name."""
        name = plain_name(who.name)
        if " " not in name:
            return ""
        return next((other for other, texts in self.vouched if any(name in text for text in texts)), "")

    def _named_in(self, note: str) -> str:
        """Someone the user vouches for whom the note names."""
        return next((name for name, _ in self.vouched if plain_name(name) in fold_accents(note)), "") if note else ""


def _best(meetings: Iterable[Meeting]) -> Meeting | None:
    """Return the meeting that says most: a liked one before any other, a later one before an earlier."""
    newest_first = sorted(meetings, key=lambda met: met.on or date.min, reverse=True)
    return min(newest_first, key=lambda met: _LIKED_FIRST.get(met.impression, 1), default=None)


def _texts(invites: Iterable[_Invite], kin: Kin) -> dict[int, _Texts]:
    """Their messages and mails around each invitation; those after it, and further invitations, are nudges."""
    by_person = {invite.person: invite for invite in invites}
    found: defaultdict[int, _Texts] = defaultdict(_Texts)
    for message in _MESSAGES.rows(people=kin.rows):
        for invite in (by_person[person] for person in kin.asked[message.person]):
            found[invite.id] = found[invite.id].with_message(message, invite.sent_at)
    return found


def _wishes(people: Iterable[int]) -> dict[int, str]:
    """Return the names of those whom these people want to meet."""
    return {wish.asker: wish.target or wish.target_text for wish in _WISHES.rows(people=people)}
