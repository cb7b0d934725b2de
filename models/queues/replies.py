"""Messages you owe an answer to: the last word is theirs, it is not a year old, and it asks something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from peewee import JOIN, fn

from ..decisions.silence import Attempt, refusals, unanswered
from ..introductions.record import QUEUE as INTROS
from ..outbox.draft_facts import day_in_words, facts_from
from ..policy import recommend
from ..policy.facts import EarlierDecision, Meeting, ReplyFacts
from ..requests.questions import asks_something
from ..store import Card, Decision, IntroRequest, Invitation, Message, PersonSignals
from ..store.identity import Kin, Who, people
from ..store.query import Query, param, params
from ..verbs import Verb
from . import card_facts, card_status
from .base import Context, Json, Place, Queue, QueueCard, in_utc
from .card_status import CardStatus

QUEUE = "replies"
OWED_DAYS = 365
"""A question older than this before the export has answered itself."""

_LONGEST_QUOTE = 240
"""Letters of their message that a draft repeats."""
_EVER = datetime.min.replace(tzinfo=UTC)
_NEVER = datetime(9999, 12, 31, tzinfo=UTC)


class _Writer(NamedTuple):
    """Someone who writes to the user, and the days of the last word on both sides."""

    person: int
    last_sent: date | None
    last_received: date | None

    def wrote_last(self, since: date) -> bool:
        """Return whether the last word is theirs, on that day or later, as far as whole days tell."""
        last = self.last_received
        return last is not None and last >= since and (self.last_sent is None or self.last_sent <= last)


class _Letter(NamedTuple):
    """One message of a conversation, as the store keeps it."""

    person: int
    id: int
    thread: int
    outgoing: int
    at: int
    """In seconds since 1970."""
    text: str

    @property
    def moment(self) -> datetime:
        """When it was sent."""
        return datetime.fromtimestamp(self.at, UTC)


class _LetterHead(NamedTuple):
    """A message without its words."""

    person: int
    id: int
    thread: int
    outgoing: bool
    at: datetime


class _Invitation(NamedTuple):
    person: int
    sent_at: datetime
    fate: str


class _RequestCard(NamedTuple):
    """A request for an introduction that has a card of its own, and what was decided on it."""

    thread_id: int
    member: bool
    verdict: str | None
    at: datetime | None

    @property
    def speaks_until(self) -> datetime:
        """The moment until which what they write in this conversation is about the request."""
        if self.verdict in (None, Verb.LATER):
            return _NEVER if self.member else _EVER
        return _EVER if self.verdict == Verb.NOT_A_REQUEST or self.at is None else self.at


_WRITERS = Query(
    _Writer,
    lambda: PersonSignals.select(PersonSignals.person, PersonSignals.last_sent, PersonSignals.last_received).where(
        PersonSignals.last_received >= param("since")
    ),
)
_WRITERS_AMONG = Query(
    _Writer,
    lambda: PersonSignals.select(PersonSignals.person, PersonSignals.last_sent, PersonSignals.last_received).where(
        PersonSignals.person.in_(params("people"))  # with a condition on the day, SQLite walks through all who wrote
    ),
)
_LETTERS_SINCE = Query(
    _Letter,
    lambda: Message.select(
        Message.person, Message.id, Message.thread, Message.outgoing, Message.at, Message.text
    ).where(Message.person.in_(params("people")), Message.sort == "talk", Message.at >= param("since")),
    raw=True,
)
_LETTERS = Query(
    _LetterHead,
    lambda: (
        Message.select(Message.person, Message.id, Message.thread, Message.outgoing, Message.at)
        .where(Message.person.in_(params("people")), Message.sort == "talk")
        .order_by(Message.at, Message.id)
    ),
)
_TEXTS = Query(
    tuple[int, str], lambda: Message.select(Message.id, Message.text).where(Message.id.in_(params("letters")))
)
_INVITATIONS = Query(
    _Invitation,
    lambda: Invitation.select(Invitation.person, Invitation.sent_at, Invitation.fate).where(
        Invitation.person.in_(params("people")),
        ~Invitation.outgoing,
        Invitation.fate.in_(["pending", "expired", "gone"]),
    ),
)
_REQUEST_CARDS = Query(
    _RequestCard,
    lambda: (
        IntroRequest.select(IntroRequest.thread_id, Card.member, Decision.verdict, Decision.at)
        .join(Card, on=((Card.queue == INTROS) & (Card.subject == IntroRequest.id)))
        .join(
            Decision,
            JOIN.LEFT_OUTER,
            on=((Decision.queue == Card.queue) & (Decision.subject == Card.subject)),
        )
        .where(IntroRequest.thread_id.in_(params("threads")))
    ),
)
_ASKERS = Query(
    tuple[int, int],
    lambda: (
        Message.select(Message.id, fn.COALESCE(Card.person, Message.person))
        .join(Card, JOIN.LEFT_OUTER, on=((Card.queue == QUEUE) & (Card.subject == Message.id)))
        .where(Message.id.in_(params("letters")), ~Message.outgoing, Message.sort == "talk")
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyCard(QueueCard):
    """A message you owe an answer to."""

    queue = QUEUE
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
        """Yield people whose last word asks something that no other queue asks about, the oldest first."""
        since = export_date - timedelta(days=OWED_DAYS)
        writers = _WRITERS.rows(since=since) if people is None else _WRITERS_AMONG.rows(people=people)
        kin = Kin.of(writer.person for writer in writers if writer.wrote_last(since))
        last = {person: letter for person, letter in _last_letters(kin, since).items() if not letter.outgoing}
        inviting, on_a_request = (
            _inviting_since(kin),
            _request_speaks_until({letter.thread for letter in last.values()}),
        )
        for person, letter in last.items():
            at = letter.moment
            if at >= inviting.get(person, _NEVER) or at <= on_a_request.get(letter.thread, _EVER):
                continue
            if asks_something(letter.text):
                yield Place(letter.id, person, letter.at)

    def cards(self, subjects: Sequence[int], context: Context) -> list[QueueCard]:
        """Return the cards with the end of the conversation, and who waits."""
        askers = dict(_ASKERS.rows(letters=subjects))
        kin = Kin.of(askers.values())
        page = _Page(
            people=people(kin),
            signals=card_facts.signals(kin),
            meetings=card_facts.meetings(kin),
            marks=card_facts.marks(kin),
            connected=card_facts.connected_on(kin),
            conversations=_conversations(kin, askers),
            earlier=card_facts.earlier_decisions(kin, self.name, subjects),
            statuses=card_status.statuses(self.name, subjects),
            unanswered=unanswered(kin),
        )
        return [page.card(number, askers[number], context) for number in subjects if number in askers]


def _last_letters(kin: Kin, since: date) -> dict[int, _Letter]:
    """Return the last one-to-one message with each of these people."""
    last: dict[int, _Letter] = {}
    for letter in _LETTERS_SINCE.rows(people=kin.rows, since=datetime.combine(since, time(), UTC)):
        for person in kin.asked[letter.person]:
            if person not in last or (letter.at, letter.id) > (last[person].at, last[person].id):
                last[person] = letter
    return last


def _inviting_since(kin: Kin) -> dict[int, datetime]:
    """Since when what these people write is about an invitation of theirs: it stands on that card.

    While the invitation waits, all they wrote does; afterwards, what they wrote since they sent it.
    """
    found: dict[int, datetime] = {}
    for invitation in _INVITATIONS.rows(people=kin.rows):
        since = _EVER if invitation.fate == "pending" else invitation.sent_at
        for person in kin.asked[invitation.person]:
            found[person] = min(found.get(person, _NEVER), since)
    return found


def _request_speaks_until(threads: Collection[int]) -> dict[int, datetime]:
    """Conversations with a request for an introduction that has a card of its own, and until when that card speaks.

    A request that waits speaks for the whole conversation; one that was decided, until the decision.
    """
    found: dict[int, datetime] = {}
    for request in _REQUEST_CARDS.rows(threads=threads):
        found[request.thread_id] = max(found.get(request.thread_id, _EVER), request.speaks_until)
    return found


class _Conversation(NamedTuple):
    """All one-to-one messages with someone, and those that the card is about."""

    letters: list[_LetterHead]
    """Oldest first."""
    question: _LetterHead
    """The message that waits for an answer."""
    text: str = ""
    your_text: str = ""

    @property
    def yours(self) -> _LetterHead | None:
        """What you wrote last before the question."""
        yours = [letter for letter in self.letters if letter.outgoing and letter.at <= self.question.at]
        return yours[-1] if yours else None

    @property
    def waiting(self) -> list[_LetterHead]:
        """What they wrote since then, up to the question."""
        since = self.yours.at if self.yours else _EVER
        return [letter for letter in self.letters if not letter.outgoing and since < letter.at <= self.question.at]

    @property
    def answered_at(self) -> datetime | None:
        """When you wrote, if the last word is yours by now."""
        last = self.letters[-1]
        return last.at if last.outgoing else None


class _Page(NamedTuple):
    """What is on record about a page of messages."""

    people: dict[int, Who]
    signals: dict[int, card_facts.Signals]
    meetings: dict[int, tuple[Meeting, ...]]
    marks: dict[int, set[str]]
    connected: dict[int, date | None]
    conversations: dict[int, _Conversation]
    earlier: dict[int, tuple[EarlierDecision, ...]]
    statuses: dict[int, CardStatus]
    unanswered: dict[int, tuple[Attempt, ...]]

    def card(self, number: int, person: int, context: Context) -> ReplyCard:
        """Return the card of a message."""
        who, talk = self.people[person], self.conversations[number]
        facts = self._facts(talk, who, context.export_date)
        source = f"their message of {day_in_words(talk.question.at)}"
        attempts = self.unanswered.get(who.id, ())
        return ReplyCard(
            subject=number,
            who=who,
            facts=facts,
            recommendation=recommend(QUEUE, facts, context.policy),
            received_at=talk.question.at,
            your_last_at=talk.yours.at if talk.yours else None,
            draft_facts=facts_from(source, first_name=who.first_name, name=who.name, words=_quoted(talk.text)),
            refusals=_answered(who, talk) or refusals(QUEUE, number, who.first_name, attempts),
            status=self.statuses[number],
        )

    def _facts(self, talk: _Conversation, who: Who, export_date: date) -> ReplyFacts:
        signals = self.signals.get(who.id, card_facts.NO_SIGNALS)
        met, marks = self.meetings.get(who.id, ()), self.marks.get(who.id, set())
        yours, waiting = talk.yours, talk.waiting
        return ReplyFacts(
            name=who.name,
            export_date=export_date,
            asked_on=talk.question.at.date(),
            text=talk.text,
            company=who.company,
            title=who.title,
            texts=len(waiting),
            first_asked_on=waiting[0].at.date() if waiting else None,
            your_last=talk.your_text,
            your_last_on=yours.at.date() if yours else None,
            band=signals.band,
            messages=signals.talk.sent + signals.talk.received,
            is_connected=who.id in self.connected,
            met=met[-1] if met else None,
            knows_well="knows_well" in marks,
            knows_work="knows_work" in marks,
            is_answered=talk.answered_at is not None,
            earlier=self.earlier.get(who.id, ()),
        )


def _answered(who: Who, talk: _Conversation) -> dict[Verb, str]:
    """Return the last word is yours by now: a reply would be a second one."""
    on = talk.answered_at
    if on is None:
        return {}
    return {Verb.REPLY: f"You wrote to {who.first_name} on {on.day} {on:%B %Y}, and they have not written since."}


def _quoted(text: str) -> str:
    """Return the words to repeat in a draft: a paragraph, and not more of it than one wants to read again."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_QUOTE else plain[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def _conversations(kin: Kin, askers: Mapping[int, int]) -> dict[int, _Conversation]:
    """By card, the conversation with whoever wrote; only the two texts are read that the card shows."""
    of_person: defaultdict[int, list[_LetterHead]] = defaultdict(list)
    for letter in _LETTERS.rows(people=kin.rows):
        for person in kin.asked[letter.person]:
            of_person[person].append(letter)
    found = {number: _conversation(number, of_person[person]) for number, person in askers.items()}
    shown = {letter.id for talk in found.values() for letter in (talk.question, talk.yours) if letter}
    texts = dict(_TEXTS.rows(letters=shown))
    return {
        number: talk._replace(text=texts.get(number, ""), your_text=texts.get(talk.yours.id, "") if talk.yours else "")
        for number, talk in found.items()
    }


def _conversation(number: int, letters: list[_LetterHead]) -> _Conversation:
    return _Conversation(letters, next(letter for letter in letters if letter.id == number))
