"""People who seem to ask you for an introduction: oldest first, one card for each asker and target."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from peewee import JOIN

from ..decisions.standing import WAITING
from ..normalise import fold
from ..outbox.facts import DraftFact, day_in_words, known
from ..policy import recommend
from ..policy.facts import EarlierRequest, IntroFacts, Standing
from ..signals import last_contact, strength
from ..store import Decision, Errand, IntroRequest
from ..store.kin import Kin
from ..store.query import chunks, rows
from ..verbs import Verb
from . import gather
from .base import Context, Item, Place, Queue

FRESH_DAYS = 180
"""Requests older than this before the export go to the ledger."""

_YEAR = timedelta(days=365)


class _Request(NamedTuple):
    id: int
    asker: int
    target: int | None
    target_text: str
    candidates: list[int]
    purpose: str
    received: datetime
    text: str
    words: str
    says_why: bool
    forwardable: bool
    by_hand: bool
    thread: int | None

    @property
    def source(self) -> str:
        """Where it came from, in words."""
        if self.by_hand:
            return f"what you wrote down on {day_in_words(self.received)}"
        return f"their {'message' if self.thread else 'invitation'} of {day_in_words(self.received)}"


_COLUMNS = (
    IntroRequest.id, IntroRequest.asker, IntroRequest.target, IntroRequest.target_text, IntroRequest.candidates,
    IntroRequest.purpose, IntroRequest.received_at, IntroRequest.text, IntroRequest.words, IntroRequest.says_why,
    IntroRequest.forwardable, IntroRequest.by_hand, IntroRequest.thread_id,
)  # fmt: skip


class IntrosQueue(Queue):
    """People asking you for an introduction."""

    name, title = "intros", "Intro requests"
    verbs = (
        Verb.INTRODUCE, Verb.DECLINE, Verb.LATER, Verb.MENTION, Verb.BLURB, Verb.NO_REPLY, Verb.NOT_A_REQUEST, Verb.PIN,
    )  # fmt: skip

    def places(self, export_date: date, people: Collection[int] | None) -> Iterator[Place]:
        """Recent and unanswered ones, oldest first; what the user wrote down counts as recent."""
        oldest = datetime(export_date.year, export_date.month, export_date.day, tzinfo=UTC) - timedelta(days=FRESH_DAYS)
        fresh = (IntroRequest.received_at >= oldest) & ~IntroRequest.answered
        for some in [None] if people is None else chunks(people):
            query = IntroRequest.select(
                IntroRequest.id, IntroRequest.asker, IntroRequest.target, IntroRequest.target_text,
                IntroRequest.received_at.cast("integer"),
            ).where(fresh | IntroRequest.by_hand | IntroRequest.id.in_(_waited_for()))  # fmt: skip
            found = rows(query if some is None else query.where(IntroRequest.asker.in_(some)))
            answers = gather.last_received(Kin.of(row[1] for row in found))
            for number, asker, first in _latest(found):
                yield Place(number, asker, first, 0, answers.get(asker))

    def warm_up(self) -> None:
        """The note that is cut from a request takes longer to import than a card may take to go."""
        from ..introductions import note as _  # noqa: F401

    def items(self, subjects: Sequence[int], context: Context) -> list[Item]:
        """The cards with both sides, the words, and what was asked of the target before."""
        requests = _requests(subjects)
        askers = [request.asker for request in requests.values()]
        targets = [request.target for request in requests.values() if request.target]
        candidates = [person for request in requests.values() for person in request.candidates]
        ids = [*askers, *targets]
        kin = Kin.of(ids)
        known = _Known(
            people=gather.people([*ids, *candidates]),
            signals=gather.signals(kin),
            meetings=gather.meetings(kin),
            marks=gather.marks(kin),
            connected_on=gather.connected_on(kin),
            asks=_asks(targets, context.export_date),
            texts=_texts_of(askers),
            places=gather.places_of(self.name, subjects),
            verdicts=gather.verdicts(self.name, subjects),
            connections_file=gather.connections_file(),
        )
        return [known.item(self.name, requests[subject], context) for subject in subjects if subject in requests]


class _Known(NamedTuple):
    """All that was gathered for a page of requests."""

    people: dict[int, gather.Who]
    signals: dict[int, gather.Signals]
    meetings: dict[int, Any]
    marks: dict[int, set[str]]
    connected_on: dict[int, date | None]
    asks: dict[int, list[date]]
    texts: dict[int, list[_Text]]
    places: dict[int, tuple[int, datetime | None]]
    verdicts: dict[int, tuple[str, int]]
    connections_file: str

    def item(self, queue: str, request: _Request, context: Context) -> Item:
        asker, target = self.people[request.asker], self.people.get(request.target or 0)
        facts = self._facts(request, context.export_date)
        version, due = self.places.get(request.id, (0, None))
        decided, times = self.verdicts.get(request.id, gather.NO_VERDICT)
        return Item(
            queue, request.id, asker.id, asker.name, asker.slug, asker.link, asker.company, asker.title, facts,
            recommend(queue, facts, context.policy), self._values(request, facts),
            target=target.id if target else None,
            refusals={} if target else {Verb.INTRODUCE: "It is not clear whom they mean, so nobody can be asked first."},
            draft_facts=self._draft_facts(request, asker, target),
            version=version, decided=decided, times=times, due=due,
        )  # fmt: skip

    def _facts(self, request: _Request, export_date: date) -> IntroFacts:
        asks = self.asks.get(request.target or 0, [])
        nudges, earlier = self._before(request)
        return IntroFacts(
            asker=self._standing(request.asker, export_date), export_date=export_date,
            target=self._standing(request.target, export_date) if request.target else None,
            candidates=tuple(self.people[person].name for person in request.candidates if person in self.people),
            target_text=request.target_text, purpose=request.purpose, text=request.text,
            says_why=request.says_why, forwardable=request.forwardable,
            asks_of_target_12m=len(asks), last_ask_of_target=max(asks, default=None),
            earlier=earlier, nudges=nudges,
        )  # fmt: skip

    def _before(self, request: _Request) -> tuple[int, tuple[EarlierRequest, ...]]:
        """How many texts about this same request came before it, and what else they wanted earlier."""
        about, nudges, earlier = request.target or fold(request.target_text), 0, []
        for text in self.texts.get(request.asker, ()):
            if text.received >= request.received:
                continue
            is_recent = request.received - text.received <= timedelta(days=FRESH_DAYS)
            if text.about == about and is_recent and not text.verdict:
                nudges += 1
            else:
                earlier.append(EarlierRequest(text.received.date(), text.verdict))
        return nudges, tuple(earlier)

    def _standing(self, person: int, export_date: date) -> Standing:
        who, held = self.people[person], self.signals.get(person, gather.NO_SIGNALS)
        met, said = self.meetings.get(person, ()), self.marks.get(person, set())
        return Standing(
            name=who.name, band=held.band, messages=held.talk.sent + held.talk.received,
            strength=strength(held.talk, [meeting.on for meeting in met if meeting.on], export_date),
            last_contact=last_contact(held.talk), connected_on=self.connected_on.get(person),
            title=who.title, company=who.company, met=met[-1] if met else None,
            knows_well="knows_well" in said, knows_work="knows_work" in said,
            would_vouch="vouched" in said, is_protected="protected" in said,
        )  # fmt: skip

    def _draft_facts(self, request: _Request, asker: gather.Who, target: gather.Who | None) -> dict[str, DraftFact]:
        """What drafts may say: the request and its words; the target's own row, or what the request calls them."""
        named = self._named_in(asker.id, request)
        facts = known(named, first_name=asker.first_name, name=asker.name, asker=asker.name)
        facts |= known(request.source, words=request.words, text=request.text)
        if target is None:
            return facts | known(request.source, target=request.target_text)
        named = self._named_in(target.id, request)
        return facts | known(named, target=target.name, target_first_name=target.first_name)

    def _named_in(self, person: int, request: _Request) -> str:
        return self.connections_file if person in self.connected_on else request.source

    def _values(self, request: _Request, facts: IntroFacts) -> dict[str, Any]:
        return {
            "asker": self._side(request.asker, facts.asker),
            "target": self._side(request.target, facts.target) if request.target and facts.target else None,
            "target_text": request.target_text,
            "candidates": list(facts.candidates),
            "purpose": request.purpose,
            "received_at": request.received.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "text": request.text,
            "words": request.words,
            "asks_of_target_12m": facts.asks_of_target_12m,
        }

    def _side(self, person: int, standing: Standing) -> dict[str, Any]:
        return {"name": standing.name, "profile": self.people[person].slug, "band": standing.band.value}


def _waited_for() -> Any:
    """Requests whose asker was asked for something: the user's own question there is no answer to the request."""
    return Decision.select(Decision.subject).where(
        Decision.queue == QUEUE.name, Decision.verdict.in_([verb.value for verb in WAITING])
    )


def _latest(found: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, int, int]]:
    """One card for each asker and target: their last text about it, in the place of the first."""
    asked: defaultdict[tuple[int, int | str], list[tuple[int, int]]] = defaultdict(list)
    for number, asker, target, text, received in found:
        asked[asker, target or fold(text)].append((received, number))
    for (asker, _), texts in asked.items():
        yield max(texts)[1], asker, min(texts)[0]


def _requests(subjects: Iterable[int]) -> dict[int, _Request]:
    return {
        row[0]: _Request(*row)
        for some in chunks(subjects)
        for row in rows(IntroRequest.select(*_COLUMNS).where(IntroRequest.id.in_(some)))
    }


def _asks(targets: Iterable[int], export_date: date) -> dict[int, list[date]]:
    """When the user asked each of these targets something for somebody, in the 12 months before the export and since."""
    found: defaultdict[int, list[date]] = defaultdict(list)
    since = datetime(export_date.year, export_date.month, export_date.day, tzinfo=UTC) - _YEAR
    for some in chunks(set(targets)):
        query = Errand.select(Errand.person, Errand.at).where(
            Errand.person.in_(some),
            Errand.kind == "ask_target",
            Errand.state != "cancelled",
            Errand.at >= since,
        )
        for person, at in rows(query):
            found[person].append(at.date())
    return found


class _Text(NamedTuple):
    """An earlier text of an asker's: about whom, when, and what was decided."""

    id: int
    about: int | str
    received: datetime
    verdict: str


def _texts_of(askers: Iterable[int]) -> dict[int, list[_Text]]:
    """Every request of these askers, oldest first, without those that the user said were none."""
    found: defaultdict[int, list[_Text]] = defaultdict(list)
    for some in chunks(set(askers)):
        query = (
            IntroRequest.select(
                IntroRequest.asker, IntroRequest.id, IntroRequest.target, IntroRequest.target_text,
                IntroRequest.received_at, Decision.verdict,
            )
            .join(Decision, JOIN.LEFT_OUTER, on=((Decision.queue == "intros") & (Decision.subject == IntroRequest.id)))
            .where(IntroRequest.asker.in_(some))
            .order_by(IntroRequest.received_at)
        )  # fmt: skip
        for asker, number, target, text, received, verdict in rows(query):
            if verdict != Verb.NOT_A_REQUEST:
                found[asker].append(_Text(number, target or fold(text), received, verdict or ""))
    return found


QUEUE = IntrosQueue()
