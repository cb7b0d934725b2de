"""Messages you owe an answer to: the last word is theirs, it is not a year old, and it asks something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from peewee import JOIN, fn

from ..decisions.silence import Go, refusals, unanswered
from ..outbox.draft_facts import day_in_words, known
from ..policy import recommend
from ..policy.facts import Meeting, ReplyFacts
from ..requests.questions import asks_something
from ..store import Card, Decision, IntroRequest, Invitation, Message, PersonSignals
from ..store.identity import Kin, Who, people
from ..store.query import Query, chunks, param, params, rows
from ..verbs import Verb
from . import card_facts
from .as_json import in_utc
from .base import CardStatus, Context, Json, Place, Queue, QueueCard

OWED_DAYS = 365
"""A question older than this before the export has answered itself."""

_LONGEST_QUOTE = 240


class _Letter(NamedTuple):
    """One message of a conversation."""

    id: int
    thread: int
    outgoing: bool
    at: datetime
    text: str = ""


class _StoredMessage(NamedTuple):
    """A message as the store has it; `at` is seconds since 1970."""

    person: int
    id: int
    thread: int
    outgoing: int
    at: int
    text: str


_TALK_SINCE = Query(
    _StoredMessage,
    lambda: Message.select(
        Message.person, Message.id, Message.thread, Message.outgoing, Message.at, Message.text
    ).where(Message.person.in_(params("people")), Message.sort == "talk", Message.at >= param("since")),
    raw=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyCard(QueueCard):
    """A message you owe an answer to."""

    queue = "replies"
    facts: ReplyFacts
    received_at: datetime
    your_last_at: datetime | None
    """When you wrote last before it."""

    @property
    def text(self) -> str:
        """What they wrote."""
        return self.facts.text

    def values(self) -> Json:
        """Return the message, and how long it has waited."""
        facts, yours = self.facts, self.your_last_at
        return {
            "name": self.name,
            "profile": self.slug,
            "company": self.company,
            "band": facts.band.value,
            "received_at": in_utc(self.received_at),
            "text": facts.text,
            "days_waiting": max(0, (facts.export_date - facts.asked_on).days),
            "texts": facts.texts,
            "your_last": {"at": in_utc(yours), "text": facts.your_last} if yours else None,
        }


class RepliesQueue(Queue):
    """Messages you owe an answer to."""

    title, card_type = "Replies", ReplyCard
    forgets = True

    def places(self, export_date: date, people: Collection[int] | None) -> Iterator[Place]:
        """Whose last word it is, if it asks something and no other queue asks about it; oldest first."""
        since = export_date - timedelta(days=OWED_DAYS)
        for some in chunks(_candidates(since, people)):
            kin = Kin.of(some)
            last = {person: letter for person, letter in _last(kin, since).items() if not letter.outgoing}
            inviting, carded = _inviting(kin), _on_a_request({letter.thread for letter in last.values()})
            for person, letter in last.items():
                if letter.at >= inviting.get(person, _NEVER) or letter.at <= carded.get(letter.thread, _EVER):
                    continue
                if asks_something(letter.text):
                    yield Place(letter.id, person, int(letter.at.timestamp()))

    def cards(self, subjects: Sequence[int], context: Context) -> list[QueueCard]:
        """Return the cards with the end of the conversation, and who waits."""
        askers = _askers(subjects)
        ids = list(askers.values())
        kin = Kin.of(ids)
        gathered = _Known(
            people=people(kin),
            signals=card_facts.signals(kin),
            meetings=card_facts.meetings(kin),
            marks=card_facts.marks(kin),
            connected=card_facts.connected_on(kin),
            letters=_letters(kin, askers),
            earlier=card_facts.earlier(kin, self.name, subjects),
            statuses=card_facts.statuses(self.name, subjects),
            unanswered=unanswered(kin),
        )
        return [gathered.card(number, askers[number], context) for number in subjects if number in askers]


_EVER = datetime(1, 1, 1, tzinfo=UTC)
_NEVER = datetime(9999, 12, 31, tzinfo=UTC)


def _candidates(since: date, people: Collection[int] | None) -> list[int]:
    """Who wrote last, on that day or later, as far as whole days tell: a few of all people."""
    held = PersonSignals
    is_theirs = held.last_sent.is_null() | (held.last_sent <= held.last_received)
    query = held.select(held.person).where(held.last_received >= since, is_theirs)
    if people is None:
        return [row[0] for row in rows(query)]
    return [row[0] for some in chunks(people) for row in rows(query.where(held.person.in_(some)))]


def _last(kin: Kin, since: date) -> dict[int, _Letter]:
    """The last one-to-one message with each of these people."""
    last: dict[int, _StoredMessage] = {}
    for message in _TALK_SINCE.rows(people=kin.rows, since=datetime(since.year, since.month, since.day, tzinfo=UTC)):
        for person in kin.asked[message.person]:
            if person not in last or (message.at, message.id) > (last[person].at, last[person].id):
                last[person] = message
    return {
        person: _Letter(
            message.id, message.thread, bool(message.outgoing), datetime.fromtimestamp(message.at, UTC), message.text
        )
        for person, message in last.items()
    }


def _inviting(kin: Kin) -> dict[int, datetime]:
    """Since when what these people write is about an invitation of theirs: it stands on that card.

    While the invitation waits, all they wrote does; afterwards, what they wrote since they sent it.
    """
    found: dict[int, datetime] = {}
    for some in chunks(kin.rows):
        query = Invitation.select(Invitation.person, Invitation.sent_at, Invitation.fate).where(
            Invitation.person.in_(some), ~Invitation.outgoing, Invitation.fate.in_(["pending", "expired", "gone"])
        )
        for row, sent, fate in rows(query):
            for person in kin.asked[row]:
                found[person] = min(found.get(person, _NEVER), _EVER if fate == "pending" else sent)
    return found


def _on_a_request(threads: Collection[int]) -> dict[int, datetime]:
    """Conversations with a request for an introduction that has a card of its own, and until when that card speaks.

    A request that waits speaks for the whole conversation; one that was decided, until the decision.
    """
    found: dict[int, datetime] = {}
    is_decided = (Decision.queue == Card.queue) & (Decision.subject == Card.subject)
    for some in chunks(threads):
        query = (
            IntroRequest.select(IntroRequest.thread_id, Card.member, Decision.verdict, Decision.at)
            .join(Card, on=((Card.queue == "intros") & (Card.subject == IntroRequest.id)))
            .join(Decision, JOIN.LEFT_OUTER, on=is_decided)
            .where(IntroRequest.thread_id.in_(some))
        )
        for thread, member, verdict, at in rows(query):
            until = _until(is_member=bool(member), verdict=verdict or "", at=at)
            found[thread] = max(found.get(thread, _EVER), until)
    return found


def _until(*, is_member: bool, verdict: str, at: datetime | None) -> datetime:
    if verdict in ("", Verb.LATER):
        return _NEVER if is_member else _EVER
    return _EVER if verdict == Verb.NOT_A_REQUEST or at is None else at


class _Known(NamedTuple):
    """All that was gathered for a page of messages."""

    people: dict[int, Who]
    signals: dict[int, card_facts.Signals]
    meetings: dict[int, tuple[Meeting, ...]]
    marks: dict[int, set[str]]
    connected: dict[int, date | None]
    letters: dict[int, list[_Letter]]
    earlier: dict[int, Any]
    statuses: dict[int, CardStatus]
    unanswered: dict[int, tuple[Go, ...]]

    def card(self, number: int, person: int, context: Context) -> ReplyCard:
        who, letters, queue = self.people[person], self.letters[number], ReplyCard.queue
        letter = next(each for each in letters if each.id == number)
        facts = self._facts(letter, letters, who, context.export_date)
        yours = _your_last(letter, letters)
        source, words = f"their message of {day_in_words(letter.at)}", _quoted(letter.text)
        goes = self.unanswered.get(who.id, ())
        return ReplyCard(
            subject=number,
            who=who,
            facts=facts,
            recommendation=recommend(queue, facts, context.policy),
            received_at=letter.at,
            your_last_at=yours.at if yours else None,
            draft_facts=known(source, first_name=who.first_name, name=who.name, words=words),
            refusals=_answered(who, letters) or refusals(queue, number, who.first_name, goes),
            status=self.statuses[number],
        )

    def _facts(self, letter: _Letter, letters: list[_Letter], who: Who, export_date: date) -> ReplyFacts:
        held = self.signals.get(who.id, card_facts.NO_SIGNALS)
        met, said = self.meetings.get(who.id, ()), self.marks.get(who.id, set())
        yours = _your_last(letter, letters)
        waiting = [each for each in letters if not each.outgoing and (yours is None or each.at > yours.at)]
        waiting = [each for each in waiting if each.at <= letter.at]
        return ReplyFacts(
            name=who.name,
            export_date=export_date,
            asked_on=letter.at.date(),
            text=letter.text,
            company=who.company,
            title=who.title,
            texts=len(waiting),
            first_asked_on=waiting[0].at.date() if waiting else None,
            your_last=yours.text if yours else "",
            your_last_on=yours.at.date() if yours else None,
            band=held.band,
            messages=held.talk.sent + held.talk.received,
            is_connected=who.id in self.connected,
            met=met[-1] if met else None,
            knows_well="knows_well" in said,
            knows_work="knows_work" in said,
            is_answered=letters[-1].outgoing,
            earlier=self.earlier.get(who.id, ()),
        )


def _answered(who: Who, letters: list[_Letter]) -> dict[Verb, str]:
    """The last word is yours by now: a reply would be a second one."""
    if not letters[-1].outgoing:
        return {}
    on = letters[-1].at
    return {Verb.REPLY: f"You wrote to {who.first_name} on {on.day} {on:%B %Y}, and they have not written since."}


def _your_last(letter: _Letter, letters: Iterable[_Letter]) -> _Letter | None:
    """What you wrote last before this message."""
    yours = [each for each in letters if each.outgoing and each.at <= letter.at]
    return yours[-1] if yours else None


def _quoted(text: str) -> str:
    """The words to repeat in a draft: a paragraph, and not more of it than one wants to read again."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_QUOTE else plain[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def _askers(subjects: Iterable[int]) -> dict[int, int]:
    """By message, the person who stands for whoever wrote it."""
    found: dict[int, int] = {}
    for some in chunks(subjects):
        card = (Card.queue == ReplyCard.queue) & (Card.subject == Message.id)
        query = Message.select(Message.id, fn.COALESCE(Card.person, Message.person)).join(
            Card, JOIN.LEFT_OUTER, on=card
        )
        found |= dict(rows(query.where(Message.id.in_(some), ~Message.outgoing, Message.sort == "talk")))
    return found


def _letters(kin: Kin, askers: dict[int, int]) -> dict[int, list[_Letter]]:
    """By card, all one-to-one messages with whoever wrote, oldest first; with the two texts that the card shows."""
    of_person: defaultdict[int, list[_Letter]] = defaultdict(list)
    columns = (Message.person, Message.id, Message.thread, Message.outgoing, Message.at)
    for some in chunks(kin.rows):
        query = Message.select(*columns).where(Message.person.in_(some), Message.sort == "talk")
        for row, *letter in rows(query.order_by(Message.at, Message.id)):
            for person in kin.asked[row]:
                of_person[person].append(_Letter(*letter))
    by_card = {number: of_person[person] for number, person in askers.items()}
    return _with_texts(by_card)


def _with_texts(by_card: dict[int, list[_Letter]]) -> dict[int, list[_Letter]]:
    """A long conversation is walked without its words; only those that are shown are read."""
    shown = set(by_card)
    for number, letters in by_card.items():
        asked = next(letter for letter in letters if letter.id == number)
        if yours := _your_last(asked, letters):
            shown.add(yours.id)
    texts: dict[int, str] = {}
    for some in chunks(shown):
        texts |= dict(rows(Message.select(Message.id, Message.text).where(Message.id.in_(some))))
    return {
        number: [letter._replace(text=texts.get(letter.id, "")) for letter in letters]
        for number, letters in by_card.items()
    }
