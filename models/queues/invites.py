"""Received invitations that are probably pending: people you met first, then the newest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from peewee import JOIN, fn

from ..decisions.silence import Go, refusals, unanswered
from ..outbox.draft_facts import day_in_words, known
from ..policy import recommend
from ..policy.facts import InviteFacts, LookAlike, Meeting
from ..store import Connection, IntroRequest, Invitation, Message, Person, PersonSignals
from ..store.identity import Kin, Who, people
from ..store.query import chunks, rows
from ..text.companies import company_words
from ..text.folding import fold_accents, plain_name
from ..text.lookalikes import spellings
from ..text.scripts import hides, mixes_scripts
from . import card_facts
from .as_json import in_utc, meeting_json
from .base import CardStatus, Context, Json, Place, Queue, QueueCard


class _Connected(NamedTuple):
    """A connection that an invitation may be mistaken for."""

    person: int
    """The row that stands for them."""
    name: str
    slug: str | None
    company: str
    company_key: str


def look_alikes(senders: Collection[Who], words: Mapping[int, str]) -> dict[int, LookAlike]:
    """Connections that these people share a name with, or imitate with letters that only look the same."""
    keys = {who.id: spellings(who.name) for who in senders}
    connections = _connected({key for every in keys.values() for key in every})
    found = {}
    for who in senders:
        others = (other for key in keys[who.id] for other in connections.get(key, ()))
        other = next((other for other in others if other.person != who.root), None)
        if other:
            found[who.id] = _look_alike(who, other, words.get(who.id, ""))
    return found


def _connected(keys: Iterable[str]) -> dict[str, list[_Connected]]:
    """Whoever is connected under these keys."""
    found: defaultdict[str, list[_Connected]] = defaultdict(list)
    root = fn.COALESCE(Person.same_as, Person.id)
    columns = (root, Person.name, Person.slug, Person.company, Person.company_key)
    for some in chunks(keys):
        query = Person.select(Person.name_key, *columns).join(Connection)
        here = query.where(Person.name_key.in_(some), Connection.gone_export.is_null())
        for key, *connection in rows(here.order_by(Person.id)):
            found[key].append(_Connected(*connection))
    return found


def _look_alike(who: Who, other: _Connected, words: str) -> LookAlike:
    """Only its letters are alike, or it is a copy that claims the same company, or just somebody of that name."""
    from ..text.lookalikes import imitates, what_differs  # few are mistaken for anybody

    if imitates(who.name, other.name):
        return LookAlike("lookalike_letters", other.name, other.slug, what_differs(who.name, other.name))
    key = other.company_key
    if key and (key == who.company_key or key in " ".join(company_words(words))):
        return LookAlike("copy_of_connection", other.name, other.slug, other.company)
    return LookAlike("namesake", other.name, other.slug)


_LIKED_FIRST = {"liked": 0, "": 1, "neutral": 1, "not_again": 2}


class _Invite(NamedTuple):
    id: int
    person: int
    sent: datetime
    note: str
    certainty: str


class _Texts(NamedTuple):
    """What they wrote apart from the invitation itself."""

    texts: tuple[str, ...] = ()
    after: int = 0
    mails: int = 0
    """How many of those after it came by mail."""
    both_ways: int = 0

    @property
    def channel(self) -> str:
        """What most of those after it are."""
        return "mail" if 2 * self.mails > self.after else "message"


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
        """Whoever was met in person first, then the newest."""
        for some in [None] if people is None else chunks(people):
            query = (
                Invitation.select(
                    Invitation.id,
                    Invitation.person,
                    Invitation.sent_at.cast("integer"),
                    PersonSignals.has_met,
                )
                .join(PersonSignals, JOIN.LEFT_OUTER, on=(PersonSignals.person == Invitation.person))
                .where(Invitation.fate == "pending", ~Invitation.outgoing)
            )
            found = rows(query if some is None else query.where(Invitation.person.in_(some)))
            answers = card_facts.last_received(Kin.of(row[1] for row in found))
            for number, person, sent, met in found:
                yield Place(number, person, 0 if met else 1, -sent, answers.get(person))

    def cards(self, subjects: Sequence[int], context: Context) -> list[QueueCard]:
        """Return the cards with everything known about who sent them."""
        invites = _invites(subjects)
        ids = [invite.person for invite in invites.values()]
        kin = Kin.of(ids)
        senders, signals, profiles = people(kin), card_facts.signals(kin), card_facts.remarks(kin, "profile")
        words = {invite.person: f"{invite.note} {profiles.get(invite.person, '')}" for invite in invites.values()}
        known = _Known(
            people=senders,
            signals=signals,
            meetings=card_facts.meetings(kin),
            texts=_texts(invites.values(), kin),
            look_alikes=look_alikes(senders.values(), words),
            profiles=profiles,
            vouched=card_facts.vouched_words(),
            wishes=_wishes(ids),
            disconnected=card_facts.disconnected(kin),
            earlier=card_facts.earlier(kin, self.name, subjects),
            past=card_facts.own_past(),
            statuses=card_facts.statuses(self.name, subjects),
            unanswered=unanswered(kin),
        )
        return [known.card(invites[subject], context) for subject in subjects if subject in invites]


class _Known(NamedTuple):
    """All that was gathered for a page of invitations."""

    people: dict[int, Who]
    signals: dict[int, card_facts.Signals]
    meetings: dict[int, tuple[Meeting, ...]]
    texts: dict[int, _Texts]
    look_alikes: dict[int, LookAlike]
    profiles: dict[int, str]
    vouched: tuple[tuple[str, tuple[str, ...]], ...]
    wishes: dict[int, str]
    disconnected: dict[int, date]
    earlier: dict[int, Any]
    past: card_facts.OwnPast
    statuses: dict[int, CardStatus]
    unanswered: dict[int, tuple[Go, ...]]

    def card(self, invite: _Invite, context: Context) -> InviteCard:
        who, queue = self.people[invite.person], InviteCard.queue
        facts = self._facts(invite, who, context.export_date)
        source = f"their invitation of {day_in_words(invite.sent)}"
        return InviteCard(
            subject=invite.id,
            who=who,
            facts=facts,
            recommendation=recommend(queue, facts, context.policy),
            sent_at=invite.sent,
            certainty=invite.certainty,
            draft_facts=known(source, first_name=who.first_name, name=who.name),
            refusals=refusals(queue, invite.id, who.first_name, self.unanswered.get(who.id, ())),
            status=self.statuses[invite.id],
        )

    def _facts(self, invite: _Invite, who: Who, export_date: date) -> InviteFacts:
        texts, held = self.texts.get(invite.id, _Texts()), self.signals.get(who.id, card_facts.NO_SIGNALS)
        words = "\n".join((invite.note, *texts.texts))
        return InviteFacts(
            name=who.name,
            export_date=export_date,
            company=who.company,
            note=invite.note,
            sent_on=invite.sent.date(),
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
            band=held.band,
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
    """The meeting that says most: a liked one before any other, a later one before an earlier."""
    newest_first = sorted(meetings, key=lambda met: met.on or date.min, reverse=True)
    return min(newest_first, key=lambda met: _LIKED_FIRST.get(met.impression, 1), default=None)


def _invites(subjects: Iterable[int]) -> dict[int, _Invite]:
    columns = (Invitation.id, Invitation.person, Invitation.sent_at, Invitation.note, Invitation.certainty)
    return {
        row[0]: _Invite(*row)
        for some in chunks(subjects)
        for row in rows(Invitation.select(*columns).where(Invitation.id.in_(some)))
    }


def _texts(invites: Iterable[_Invite], kin: Kin) -> dict[int, _Texts]:
    """Their messages and mails around each invitation; those after it, and further invitations, are nudges."""
    by_person = {invite.person: invite for invite in invites}
    words: defaultdict[int, list[str]] = defaultdict(list)
    after, mails, both = Counter[int](), Counter[int](), Counter[int]()
    for some in chunks(kin.rows):
        query = Message.select(Message.person, Message.outgoing, Message.at, Message.text, Message.channel).where(
            Message.person.in_(some), Message.sort.in_(["talk", "sponsored"])
        )
        for row, outgoing, at, text, channel in rows(query.order_by(Message.at)):
            for invite in (by_person[person] for person in kin.asked[row]):
                both[invite.id] += 1
                if not outgoing:
                    words[invite.id].append(text)
                    after[invite.id] += at >= invite.sent
                    mails[invite.id] += at >= invite.sent and channel == "mail"
    return {number: _Texts(tuple(words[number]), after[number], mails[number], both[number]) for number in both}


def _wishes(ids: Iterable[int]) -> dict[int, str]:
    """Whom these people want to be introduced to."""
    target = Person.alias()
    found: dict[int, str] = {}
    for some in chunks(set(ids)):
        query = (
            IntroRequest.select(IntroRequest.asker, target.name, IntroRequest.target_text)
            .join(target, JOIN.LEFT_OUTER, on=(target.id == IntroRequest.target))
            .where(IntroRequest.asker.in_(some))
        )
        found |= {asker: name or text for asker, name, text in rows(query)}
    return found
