"""What came of it: introductions and reconnections old enough to ask about, and messages that sound like an outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from ..decisions.outcomes import ASKED_ABOUT, QUEUE, answer, own_kinds
from ..errors import UsageError
from ..ids import outcome_card_of_errand, outcome_card_of_message, outcome_source
from ..introductions.record import QUEUE as INTROS
from ..journal.record import Operating
from ..outbox.draft_facts import day_in_words
from ..outbox.errand_kinds import INTRODUCTIONS, ErrandKind
from ..outcome_kinds import OutcomeVerdict, Verdict, all_kinds, outcome_words
from ..requests.scan import heard
from ..signals import Band
from ..store import ChosenTarget, Errand, IntroRequest, Message
from ..store.identity import Kin, Who, people
from ..store.query import PeopleQuery, Query, param, params
from ..verbs import Verb
from . import card_facts, card_status
from .base import Context, Json, Place, Queue, QueueCard
from .card_status import CardStatus

_WHAT = dict.fromkeys(ASKED_ABOUT, "introduction") | {ErrandKind.RECONNECT.value: "reconnection"}
"""What was done, by the kind of its errand."""


class _Reconnection(NamedTuple):
    """Someone whom the user wrote to again."""

    id: int
    person: int
    closed_at: int | None
    """In seconds since 1970."""


class _Introduction(NamedTuple):
    """An introduction that was made."""

    id: int
    request: int
    asker: int
    closed_at: int | None
    """In seconds since 1970."""


class _Heard(NamedTuple):
    """A message that sounds like an outcome."""

    id: int
    person: int
    at: int
    """In seconds since 1970."""


class _DoneErrand(NamedTuple):
    id: int
    kind: str
    queue: str
    subject: int
    person: int
    closed_at: datetime | None
    at: datetime


class _Request(NamedTuple):
    id: int
    asker: int
    target: int | None


class _Message(NamedTuple):
    id: int
    person: int
    at: datetime
    text: str
    outgoing: bool


class _Written(NamedTuple):
    """A message of the time since, without its words."""

    person: int
    at: int
    """In seconds since 1970."""
    outgoing: int


_RECONNECTIONS = PeopleQuery(
    _Reconnection,
    lambda: Errand.select(Errand.id, Errand.person, Errand.closed_at).where(
        Errand.state == "done", Errand.kind == ErrandKind.RECONNECT.value
    ),
    Errand.person,
    raw=True,
)
_INTRODUCTIONS = PeopleQuery(
    _Introduction,
    lambda: (
        Errand.select(Errand.id, IntroRequest.id.alias("request"), IntroRequest.asker, Errand.closed_at)
        .join(IntroRequest, on=(IntroRequest.id == Errand.subject))
        .where(Errand.state == "done", Errand.kind.in_(list(INTRODUCTIONS)), Errand.queue == INTROS)
        .order_by(Errand.id)
    ),
    IntroRequest.asker,
    raw=True,
)
_HEARD = Query(
    _Heard,
    lambda: Message.select(Message.id, Message.person, Message.at).where(
        Message.id.in_(params("messages")), Message.person.is_null(False)
    ),
    raw=True,
)
_ERRANDS = Query(
    _DoneErrand,
    lambda: Errand.select(
        Errand.id, Errand.kind, Errand.queue, Errand.subject, Errand.person, Errand.closed_at, Errand.at
    ).where(Errand.id.in_(params("errands")), Errand.kind.in_(list(_WHAT))),
)
_REQUESTS = Query(
    _Request,
    lambda: IntroRequest.select(IntroRequest.id, IntroRequest.asker, IntroRequest.target).where(
        IntroRequest.id.in_(params("requests"))
    ),
)
_CHOSEN = Query(
    tuple[int, int],
    lambda: ChosenTarget.select(ChosenTarget.request, ChosenTarget.person).where(
        ChosenTarget.request.in_(params("requests"))
    ),
)
_MESSAGES = Query(
    _Message,
    lambda: Message.select(Message.id, Message.person, Message.at, Message.text, Message.outgoing).where(
        Message.id.in_(params("messages")), Message.person.is_null(False)
    ),
)
_WRITTEN_SINCE = Query(
    _Written,
    lambda: Message.select(Message.person, Message.at, Message.outgoing).where(
        Message.person.in_(params("people")), Message.sort == "talk", Message.at > param("since")
    ),
    raw=True,
)


class OutcomeFacts(NamedTuple):
    """What stands on the card: what was done or written, and what followed."""

    what: str
    """`introduction`, `reconnection` or `message`."""
    on: date
    export_date: date
    band: Band = Band.NEVER
    other: str = ""
    """The person they were introduced to."""
    text: str = ""
    """A message's own words."""
    is_mine: bool = False
    """Whether the user wrote them."""
    guess: str = ""
    """The kind of outcome the words sound like."""
    sent: int = 0
    """Messages of the user's since then."""
    received: int = 0
    """Theirs."""
    last: date | None = None
    """The last of all these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeCard(QueueCard):
    """The question what came of something."""

    queue = QUEUE
    facts: OutcomeFacts
    other: Who | None
    """The person they were introduced to."""

    @property
    def text(self) -> str:
        """The message that sounds like an outcome."""
        return self.facts.text

    @property
    def what(self) -> str:
        """What it asks about, in a sentence."""
        day = day_in_words(self.facts.on)
        match self.facts.what:
            case "introduction":
                return f"You introduced them to {self.facts.other or 'somebody'} on {day}"
            case "reconnection":
                return f"You wrote to them again on {day}"
            case _:
                return f"{'You' if self.facts.is_mine else 'They'} wrote on {day}:"

    @property
    def question(self) -> str:
        """What is asked."""
        if self.facts.what != "message":
            return "What came of it?"
        guess = outcome_words(self.facts.guess) if self.facts.guess else "what"
        return f"Something seems to have come of it: {guess}?"

    def offers(self, verdict: Verdict) -> bool:
        """Return whether a key may give this verdict: any kind of outcome stands behind “yes”."""
        return isinstance(verdict, OutcomeVerdict) or QueueCard.offers(self, verdict)

    def carry_out(self, op: Operating, verdict: Verdict, now: datetime) -> None:
        """Write what came of it; what the replaced verdict said goes with it."""
        answer(op, self.subject, verdict, now)

    def affected_by(self, verdict: Verdict) -> tuple[int, ...]:
        """Return who did it, and who introduced them: with an outcome, a person becomes someone you vouch for."""
        if not {verdict, self.decided} - {"", Verb.LATER, Verb.PIN}:
            return ()
        return (self.person, self.other.id) if self.other else (self.person,)

    def values(self) -> Json:
        """Return what was done, and what followed."""
        facts, other = self.facts, self.other
        return {
            "name": self.name,
            "profile": self.slug,
            "company": self.company,
            "what": facts.what,
            "on": facts.on.isoformat(),
            "other": {"name": other.name, "profile": other.slug} if other else None,
            "text": facts.text,
            "mine": facts.is_mine,
            "guess": facts.guess or None,
            "band": facts.band.value,
            "since": {"sent": facts.sent, "received": facts.received},
        }


class OutcomesQueue(Queue):
    """Introductions and reconnections that may have led to something."""

    title, card_type = "What came of it", OutcomeCard
    forgets = True

    def places(self, export_date: date, people: Collection[int] | None) -> Iterator[Place]:
        """Yield what was done or written, the oldest first."""
        yield from _reconnections(people)
        yield from _introductions(people)
        yield from _messages(people)

    def verdict(self, name: str) -> Verdict:
        """Return a kind of outcome, `nothing`, `later` or `pin`; raises `UsageError` for any other name."""
        kinds = [kind.token for kind in all_kinds(own_kinds())]
        if name in kinds:
            return OutcomeVerdict(name)
        if name not in self.verbs[1:]:
            known = ", ".join([*kinds, *self.verbs[1:]])
            raise UsageError(f"{self.name} has no verdict “{name}”.", f"It takes: {known}.")
        return Verb(name)

    def cards(self, subjects: Sequence[int], context: Context) -> list[QueueCard]:
        """Return the cards with what was done, and what was written since."""
        matters = _matters(subjects)
        kin = Kin.of(person for matter in matters.values() for person in matter.people)
        page = _Page(
            people=people(kin),
            signals=card_facts.signals(kin),
            since=_written_since(kin, matters.values()),
            statuses=card_status.statuses(self.name, subjects),
        )
        return [page.card(subject, matters[subject], context) for subject in subjects if subject in matters]


def _reconnections(people: Collection[int] | None) -> Iterator[Place]:
    for done in _RECONNECTIONS.rows(people):
        yield Place(outcome_card_of_errand(done.id), done.person, done.closed_at or 0, done.closed_at or 0)


def _introductions(people: Collection[int] | None) -> Iterator[Place]:
    """One card for each request, however often it was done."""
    seen = set[int]()
    for done in _INTRODUCTIONS.rows(people):
        if done.request not in seen:
            seen.add(done.request)
            yield Place(outcome_card_of_errand(done.id), done.asker, done.closed_at or 0, done.closed_at or 0)


def _messages(people: Collection[int] | None) -> Iterator[Place]:
    """Asked at once: they say themselves that something has come of it."""
    for message in _HEARD.rows(messages=heard()):
        if people is None or message.person in people:
            yield Place(outcome_card_of_message(message.id), message.person, message.at)


class _Matter(NamedTuple):
    """What a card asks about."""

    what: str
    people: tuple[int, ...]
    on: datetime
    text: str = ""
    is_mine: bool = False


def _matters(subjects: Iterable[int]) -> dict[int, _Matter]:
    sources = [outcome_source(subject) for subject in subjects]
    errands = [source.number for source in sources if not source.is_message]
    messages = [source.number for source in sources if source.is_message]
    return {**_errands(errands), **_texts(messages)}


def _errands(numbers: Collection[int]) -> dict[int, _Matter]:
    errands = _ERRANDS.rows(errands=numbers)
    pairs = _introduced([errand.subject for errand in errands if errand.queue == INTROS])
    found = {}
    for errand in errands:
        people = pairs.get(errand.subject, (errand.person,)) if errand.queue == INTROS else (errand.person,)
        found[outcome_card_of_errand(errand.id)] = _Matter(_WHAT[errand.kind], people, errand.closed_at or errand.at)
    return found


def _introduced(requests: Collection[int]) -> dict[int, tuple[int, ...]]:
    """Return who was introduced to whom."""
    chosen = dict(_CHOSEN.rows(requests=requests))
    return {
        request.id: tuple(dict.fromkeys(filter(None, (request.asker, chosen.get(request.id, request.target)))))
        for request in _REQUESTS.rows(requests=requests)
    }


def _texts(numbers: Collection[int]) -> dict[int, _Matter]:
    return {
        outcome_card_of_message(message.id): _Matter(
            "message", (message.person,), message.at, message.text, message.outgoing
        )
        for message in _MESSAGES.rows(messages=numbers)
    }


def _written_since(kin: Kin, matters: Collection[_Matter]) -> dict[int, list[_Written]]:
    """Return what each of these people and the user wrote since the earliest of these days."""
    found: defaultdict[int, list[_Written]] = defaultdict(list)
    if matters:
        for message in _WRITTEN_SINCE.rows(people=kin.rows, since=min(matter.on for matter in matters)):
            for person in kin.asked[message.person]:
                found[person].append(message)
    return found


class _Page(NamedTuple):
    """What is on record about a page of cards."""

    people: dict[int, Who]
    signals: dict[int, card_facts.Signals]
    since: dict[int, list[_Written]]
    statuses: dict[int, CardStatus]

    def card(self, subject: int, matter: _Matter, context: Context) -> OutcomeCard:
        """Return the card that asks what came of it."""
        first, *others = (self.people[person] for person in matter.people)
        other = others[0] if others else None
        return OutcomeCard(
            subject=subject,
            who=first,
            facts=self._facts(first, other, matter, context.export_date),
            other=other,
            refusals={Verb.CAME: "Say on its card what came of it, or: picky decide outcomes ID KIND."},
            status=self.statuses[subject],
        )

    def _facts(self, first: Who, other: Who | None, matter: _Matter, export_date: date) -> OutcomeFacts:
        since = [message for message in self.since.get(first.id, ()) if message.at > matter.on.timestamp()]
        last = max((message.at for message in since), default=None)
        return OutcomeFacts(
            matter.what,
            matter.on.date(),
            export_date,
            self.signals.get(first.id, card_facts.NO_SIGNALS).band,
            other=other.name if other else "",
            text=matter.text,
            is_mine=matter.is_mine,
            guess=_guess(matter.text),
            sent=sum(message.outgoing for message in since),
            received=sum(not message.outgoing for message in since),
            last=datetime.fromtimestamp(last, matter.on.tzinfo).date() if last else None,
        )


def _guess(text: str) -> str:
    """Return the kind of outcome that the words sound like; empty for none."""
    if not text:
        return ""
    from ..requests.outcome_cues import find_outcome  # its patterns are prepared only when such a card is looked at

    found = find_outcome(text)
    return found.kind if found else ""
