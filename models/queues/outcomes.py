"""What came of it: introductions and reconnections old enough to ask about, and messages that sound like an outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from ..decisions.outcomes import ASKED_ABOUT, answer, behind, card_of_errand, card_of_message, own_kinds
from ..decisions.outcomes import QUEUE as OUTCOMES
from ..errors import UsageError
from ..journal.record import Operating
from ..outbox.draft_facts import day_in_words
from ..outbox.errand_kinds import INTRODUCTIONS, Kind
from ..outcome_kinds import Came, Verdict, all_kinds, words_of
from ..requests.scan import heard
from ..signals import Band
from ..store import ChosenTarget, Errand, IntroRequest, Message
from ..store.identity import Kin, Who, people
from ..store.query import chunks, plain_rows, rows
from ..verbs import Verb
from . import card_facts
from .base import CardStatus, Context, Json, Place, Queue, QueueCard


class OutcomeFacts(NamedTuple):
    """What stands on the card: what was done or written, and what followed."""

    what: str
    """`introduction`, `reconnection` or `message`."""
    on: date
    export_date: date
    band: Band = Band.NEVER
    other: str = ""
    """Whom they were introduced to."""
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

    queue = OUTCOMES
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
        guess = words_of(self.facts.guess) if self.facts.guess else "what"
        return f"Something seems to have come of it: {guess}?"

    def offers(self, verdict: Verdict) -> bool:
        """Return whether a key may give this verdict: any kind of outcome stands behind “yes”."""
        return isinstance(verdict, Came) or QueueCard.offers(self, verdict)

    def carry_out(self, op: Operating, verdict: Verdict, now: datetime) -> None:
        """Write what came of it; what the replaced verdict said goes with it."""
        answer(op, self.subject, verdict, now)

    def affected_by(self, verdict: Verdict) -> tuple[int, ...]:
        """Return who did it, and who introduced them: with an outcome, a person becomes somebody you vouch for."""
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
        """By the moment it was done or written, oldest first."""
        for some in [None] if people is None else chunks(people):
            yield from _reconnections(some)
            yield from _introductions(some)
            yield from _messages(some)

    def verdict(self, name: str) -> Verdict:
        """A kind of outcome, `nothing`, `later` or `pin`."""
        kinds = [kind.token for kind in all_kinds(own_kinds())]
        if name in kinds:
            return Came(name)
        if name not in self.verbs[1:]:
            known = ", ".join([*kinds, *self.verbs[1:]])
            raise UsageError(f"{self.name} has no verdict “{name}”.", f"It takes: {known}.")
        return Verb(name)

    def cards(self, subjects: Sequence[int], context: Context) -> list[QueueCard]:
        """Return the cards with what was done, and what was written since."""
        asked = _asked(subjects)
        ids = {person for each in asked.values() for person in each.people}
        kin = Kin.of(ids)
        known = _Known(
            people=people(kin),
            signals=card_facts.signals(kin),
            since=_since(kin, asked.values()),
            statuses=card_facts.statuses(self.name, subjects),
        )
        return [known.card(subject, asked[subject], context) for subject in subjects if subject in asked]


def _reconnections(some: Sequence[int] | None) -> Iterator[Place]:
    query = Errand.select(Errand.id, Errand.person, Errand.closed_at.coerce(False)).where(
        Errand.state == "done", Errand.kind == Kind.RECONNECT.value
    )
    for errand, person, closed in rows(query if some is None else query.where(Errand.person.in_(some))):
        yield Place(card_of_errand(errand), person, closed or 0, closed or 0)


def _introductions(some: Sequence[int] | None) -> Iterator[Place]:
    """One card for each request, however often it was done."""
    query = (
        Errand.select(Errand.id, IntroRequest.id, IntroRequest.asker, Errand.closed_at.coerce(False))
        .join(IntroRequest, on=(IntroRequest.id == Errand.subject))
        .where(Errand.state == "done", Errand.kind.in_(list(INTRODUCTIONS)), Errand.queue == "intros")
        .order_by(Errand.id)
    )
    seen = set[int]()
    for errand, request, asker, closed in rows(query if some is None else query.where(IntroRequest.asker.in_(some))):
        if request not in seen:
            seen.add(request)
            yield Place(card_of_errand(errand), asker, closed or 0, closed or 0)


def _messages(some: Sequence[int] | None) -> Iterator[Place]:
    """Asked at once: they say themselves that something has come of it."""
    for numbers in chunks(heard()):
        query = Message.select(Message.id, Message.person, Message.at.coerce(False)).where(
            Message.id.in_(numbers), Message.person.is_null(False)
        )
        for number, person, at in rows(query if some is None else query.where(Message.person.in_(some))):
            yield Place(card_of_message(number), person, at)


class _Asked(NamedTuple):
    """What a card asks about."""

    what: str
    people: tuple[int, ...]
    on: datetime
    text: str = ""
    is_mine: bool = False


_WHAT = dict.fromkeys(ASKED_ABOUT, "introduction") | {Kind.RECONNECT.value: "reconnection"}


def _asked(subjects: Iterable[int]) -> dict[int, _Asked]:
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for subject in subjects:
        what, number = behind(subject)
        numbers[what].append(number)
    return {**_asked_errands(numbers["errand"]), **_asked_messages(numbers["message"])}


def _asked_errands(numbers: Sequence[int]) -> dict[int, _Asked]:
    found = {}
    for some in chunks(numbers):
        columns = (Errand.id, Errand.kind, Errand.queue, Errand.subject, Errand.person, Errand.closed_at, Errand.at)
        errands = rows(Errand.select(*columns).where(Errand.id.in_(some), Errand.kind.in_(list(_WHAT))))
        pairs = _pairs([subject for _, _, queue, subject, *_ in errands if queue == "intros"])
        for number, kind, queue, subject, person, closed, begun in errands:
            people = pairs.get(subject, (person,)) if queue == "intros" else (person,)
            found[card_of_errand(number)] = _Asked(_WHAT[kind], people, closed or begun)
    return found


def _pairs(requests: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Who was introduced to whom."""
    if not requests:
        return {}
    chosen = dict(
        rows(ChosenTarget.select(ChosenTarget.request, ChosenTarget.person).where(ChosenTarget.request.in_(requests)))
    )
    columns = (IntroRequest.id, IntroRequest.asker, IntroRequest.target)
    return {
        number: tuple(dict.fromkeys(filter(None, (asker, chosen.get(number, target)))))
        for number, asker, target in rows(IntroRequest.select(*columns).where(IntroRequest.id.in_(requests)))
    }


def _asked_messages(numbers: Sequence[int]) -> dict[int, _Asked]:
    columns = (Message.id, Message.person, Message.at, Message.text, Message.outgoing)
    return {
        card_of_message(number): _Asked("message", (person,), at, text, bool(outgoing))
        for some in chunks(numbers)
        for number, person, at, text, outgoing in rows(
            Message.select(*columns).where(Message.id.in_(some), Message.person.is_null(False))
        )
    }


def _since(kin: Kin, asked: Iterable[_Asked]) -> dict[int, list[tuple[int, bool]]]:
    """What each of these people and the user wrote since the earliest of these days: when, and by whom."""
    earliest = min((each.on for each in asked), default=None)
    found: defaultdict[int, list[tuple[int, bool]]] = defaultdict(list)
    if earliest is None:
        return found
    for some in chunks(kin.rows):
        query = Message.select(Message.person, Message.at, Message.outgoing).where(
            Message.person.in_(some), Message.sort == "talk", Message.at > earliest
        )
        for row, at, outgoing in plain_rows(query):
            for person in kin.asked[row]:
                found[person].append((at, bool(outgoing)))
    return found


class _Known(NamedTuple):
    """All that was gathered for a page of cards."""

    people: dict[int, Who]
    signals: dict[int, card_facts.Signals]
    since: dict[int, list[tuple[int, bool]]]
    statuses: dict[int, CardStatus]

    def card(self, subject: int, asked: _Asked, context: Context) -> OutcomeCard:
        first, *others = (self.people[person] for person in asked.people)
        other = others[0] if others else None
        facts = self._facts(first, other, asked, context.export_date)
        return OutcomeCard(
            subject=subject,
            who=first,
            facts=facts,
            other=other,
            refusals={Verb.CAME: "Say on its card what came of it, or: picky decide outcomes ID KIND."},
            status=self.statuses[subject],
        )

    def _facts(self, first: Who, other: Who | None, asked: _Asked, export_date: date) -> OutcomeFacts:
        since = [(at, mine) for at, mine in self.since.get(first.id, ()) if at > asked.on.timestamp()]
        last = max((at for at, _ in since), default=None)
        return OutcomeFacts(
            asked.what,
            asked.on.date(),
            export_date,
            self.signals.get(first.id, card_facts.NO_SIGNALS).band,
            other=other.name if other else "",
            text=asked.text,
            is_mine=asked.is_mine,
            guess=_guess(asked.text),
            sent=sum(mine for _, mine in since),
            received=sum(not mine for _, mine in since),
            last=datetime.fromtimestamp(last, asked.on.tzinfo).date() if last else None,
        )


def _guess(text: str) -> str:
    if not text:
        return ""
    from ..requests.outcome_cues import find_outcome  # its patterns are prepared only when such a card is looked at

    found = find_outcome(text)
    return found.kind if found else ""
