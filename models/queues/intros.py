"""People who seem to ask you for an introduction: oldest first, one card for each asker and target."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from ..decisions import silence
from ..introductions.goodwill import Goodwill, asks_of, goodwill_of_asks, year_before
from ..introductions.record import NO_INTRODUCTION, QUEUE, Introduction, introductions
from ..introductions.states import State, refusals
from ..outbox.draft_facts import DraftFact, Facts, facts_from
from ..outbox.errand_kinds import INTRODUCTIONS, SLOTS, ErrandKind
from ..policy import recommend
from ..policy.facts import EarlierRequest, IntroFacts, Meeting, Standing
from ..signals import last_contact, strength
from ..store.identity import Kin, Who, people
from ..verbs import Verb
from . import card_facts, card_status, intro_requests
from .base import Choosing, Context, Json, Place, Queue, QueueCard, in_utc
from .card_status import CardStatus
from .intro_requests import FRESH_DAYS, Request, RequestText

_UNCLEAR = dict.fromkeys(
    (Verb.INTRODUCE, Verb.INTRODUCE_UNASKED), "It is not clear whom they mean, so nobody can be asked first."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroCard(QueueCard):
    """A request for an introduction: who asks, and whom they want to meet."""

    queue, choosing, has_marks, has_page = QUEUE, Choosing.TARGET, True, True
    facts: IntroFacts
    target: Who | None
    """Whom they want to meet, when that is certain."""
    received_at: datetime
    words: str
    """What makes the text a request."""
    asks_what_they_said: bool = False
    """Whether the target has written since they were asked: only the user can tell what that means."""

    @property
    def text(self) -> str:
        """What the asker wrote."""
        return self.facts.text

    @property
    def wants(self) -> str:
        """Whom they want to meet."""
        return (self.facts.target.name if self.facts.target else "") or self.facts.target_text

    @property
    def question(self) -> str:
        """What the target's words mean, once there are any."""
        return f"What did {self.target.first_name} say?" if self.asks_what_they_said and self.target else ""

    @property
    def arrows(self) -> tuple[Verb, Verb]:
        """Yes and no: of the user's or, once the target has written, of the target's."""
        return (Verb.TARGET_YES, Verb.TARGET_NO) if self.asks_what_they_said else (Verb.INTRODUCE, Verb.DECLINE)

    def marked(self, kind: str) -> tuple[int, str] | None:
        """Return who asks or, to protect them, whom they want to meet."""
        if kind != "protected":
            return self.person, self.name
        return (self.target.id, self.target.name) if self.target else None

    def recipient(self, kind: ErrandKind) -> int | None:
        """Return the target for what is written to them, else who asks."""
        if kind not in (ErrandKind.ASK_TARGET, *INTRODUCTIONS):
            return self.person
        return self.target.id if self.target else None

    def facts_for(self, kind: ErrandKind) -> Facts:
        """Return what is on record, the request cut to what can be forwarded."""
        facts = self.draft_facts
        if "words" not in facts or "text" not in facts or "words" not in SLOTS.get(kind, ()):
            return facts
        from ..requests.forwardable_note import forwardable_note  # warmed up while the card is looked at

        text, words = facts["text"], facts["words"]
        return {**facts, "words": DraftFact(forwardable_note(text.value, words.value), words.source)}

    def values(self) -> Json:
        """Return both sides, and the request."""
        facts = self.facts
        return {
            "asker": _side(self.who, facts.asker),
            "target": _side(self.target, facts.target) if self.target and facts.target else None,
            "target_text": facts.target_text,
            "candidates": list(facts.candidates),
            "purpose": facts.purpose,
            "received_at": in_utc(self.received_at),
            "text": facts.text,
            "words": self.words,
            "asks_of_target_12m": facts.asks_of_target_12m,
            "state": facts.state,
        }


def _side(who: Who, standing: Standing) -> Json:
    return {"name": standing.name, "profile": who.slug, "band": standing.band.value}


class IntrosQueue(Queue):
    """People asking you for an introduction."""

    title, card_type = "Intro requests", IntroCard

    def places(self, export_date: date, people: Collection[int] | None) -> Iterator[Place]:
        """Yield recent and unanswered ones, oldest first; what the user wrote down counts as recent."""
        return intro_requests.places(export_date, people)

    def concerned(self, people: Collection[int]) -> Collection[int]:
        """Return these people, and who asks to meet them: a target's answer opens the card of the asker."""
        return {*people, *intro_requests.askers_for(people)}

    def warm_up(self) -> None:
        """Import what cuts a note from a request: it takes longer than a card may take to go."""
        from ..requests import forwardable_note as _  # noqa: F401

    def cards(self, subjects: Sequence[int], context: Context) -> list[QueueCard]:
        """Return the cards with both sides, the words, and what was asked of the target before."""
        requests = intro_requests.requests(subjects)
        askers = [request.asker for request in requests.values()]
        targets = [request.target for request in requests.values() if request.target]
        candidates = [person for request in requests.values() for person in request.candidates]
        kin = Kin.of([*askers, *targets, *candidates])
        asks, texts = asks_of(targets), intro_requests.texts_of(askers)
        by_request: dict[int, int | None] = {request: target for target, made in asks.items() for _, request in made}
        by_request |= {text.id: text.target for written in texts.values() for text in written}
        page = _Page(
            people=people(kin),
            signals=card_facts.signals(kin),
            meetings=card_facts.meetings(kin),
            marks=card_facts.marks(kin),
            recommended=card_facts.recommendations(kin),
            unanswered=silence.unanswered(Kin.of(askers)),
            connected_on=card_facts.connected_on(kin),
            asks=asks,
            texts=texts,
            introductions=introductions(by_request),
            statuses=card_status.statuses(self.name, subjects),
            connections_file=card_facts.connections_file(),
        )
        return [page.card(requests[subject], context) for subject in subjects if subject in requests]


class _Page(NamedTuple):
    """What is on record about a page of requests."""

    people: dict[int, Who]
    signals: dict[int, card_facts.Signals]
    meetings: dict[int, tuple[Meeting, ...]]
    marks: dict[int, set[str]]
    connected_on: dict[int, date | None]
    recommended: dict[int, tuple[bool, bool]]
    unanswered: dict[int, tuple[silence.Attempt, ...]]
    asks: dict[int, list[tuple[datetime, int]]]
    texts: dict[int, list[RequestText]]
    introductions: dict[int, Introduction]
    statuses: dict[int, CardStatus]
    connections_file: str

    def card(self, request: Request, context: Context) -> IntroCard:
        """Return the card of a request."""
        asker, target = self.people[request.asker], self.people.get(request.target or 0)
        introduction = self.introductions.get(request.id, NO_INTRODUCTION)
        state = introduction.state(context.export_date, context.policy.bars.days_until_silent)
        facts = self._facts(request, introduction, state, context)
        status = self.statuses[request.id]
        is_answer = state in (State.TARGET_ASKED, State.TARGET_SILENT) and introduction.wrote_at is not None
        return IntroCard(
            subject=request.id,
            who=asker,
            facts=facts,
            recommendation=recommend(QUEUE, facts, context.policy),
            target=target,
            received_at=request.received_at,
            words=request.words,
            asks_what_they_said=is_answer,
            refusals=self._refusals(request, introduction, state, target.first_name if target else ""),
            draft_facts=self._draft_facts(request, asker, target),
            status=status._replace(decided="") if is_answer else status,
        )

    def _refusals(self, request: Request, introduction: Introduction, state: State, target: str) -> dict[Verb, str]:
        """Return what does not lead on from here, would write once more to a silent asker, or is about nobody known."""
        attempts = self.unanswered.get(request.asker, ())
        silent = silence.refusals(QUEUE, request.id, self.people[request.asker].first_name, attempts)
        return silent | refusals(introduction.record, state, target) | ({} if request.target else _UNCLEAR)

    def _facts(self, request: Request, introduction: Introduction, state: State, context: Context) -> IntroFacts:
        other_asks, export_date = self._other_asks(request, context), context.export_date
        nudges, earlier = self._before(request)
        return IntroFacts(
            asker=self._standing(request.asker, export_date),
            export_date=export_date,
            target=self._standing(request.target, export_date) if request.target else None,
            candidates=tuple(self.people[person].name for person in request.candidates if person in self.people),
            target_text=request.target_text,
            purpose=request.purpose,
            text=request.text,
            says_why=request.says_why,
            forwardable=request.forwardable,
            asks_of_target_12m=other_asks.asks_since(year_before(export_date)),
            last_ask_of_target=other_asks.last_ask,
            target_last_answer=other_asks.last_answer,
            target_said_yes=other_asks.said_yes,
            earlier=earlier,
            nudges=nudges,
            state=state.value,
            asked_target_on=introduction.record.asked_on,
            target_wrote_on=introduction.record.wrote_on,
            target_words=introduction.words,
        )

    def _other_asks(self, request: Request, context: Context) -> Goodwill:
        """Return what was asked of the target for other requests: this one is what the card is about."""
        target = request.target or 0
        besides = {target: [ask for ask in self.asks.get(target, ()) if ask[1] != request.id]}
        patience = context.policy.bars.days_until_silent
        return goodwill_of_asks(besides, self.introductions, context.export_date, patience)[target]

    def _before(self, request: Request) -> tuple[int, tuple[EarlierRequest, ...]]:
        """Return how many texts about this same request came before it, and what else they wanted earlier."""
        nudges, earlier = 0, []
        for text in self.texts.get(request.asker, ()):
            record = self.introductions[text.id].record
            if text.received_at >= request.received_at or record.verdict == Verb.NOT_A_REQUEST:
                continue
            is_recent = request.received_at - text.received_at <= timedelta(days=FRESH_DAYS)
            if text.about == request.about and is_recent and not record.verdict:
                nudges += 1
            else:
                earlier.append(EarlierRequest(text.received_at.date(), record.verdict, record.came_of))
        return nudges, tuple(earlier)

    def _standing(self, person: int, export_date: date) -> Standing:
        who, signals = self.people[person], self.signals.get(person, card_facts.NO_SIGNALS)
        met, marks = self.meetings.get(person, ()), self.marks.get(person, set())
        they, you = self.recommended.get(person, (False, False))
        return Standing(
            name=who.name,
            band=signals.band,
            messages=signals.talk.sent + signals.talk.received,
            sent=signals.talk.sent,
            received=signals.talk.received,
            recommended_you=they,
            you_recommended=you,
            strength=strength(signals.talk, [meeting.on for meeting in met if meeting.on], export_date),
            last_contact=last_contact(signals.talk),
            connected_on=self.connected_on.get(person),
            title=who.title,
            company=who.company,
            met=met[-1] if met else None,
            knows_well="knows_well" in marks,
            knows_work="knows_work" in marks,
            would_vouch="vouched" in marks,
            is_protected="protected" in marks,
        )

    def _draft_facts(self, request: Request, asker: Who, target: Who | None) -> dict[str, DraftFact]:
        """Return what drafts may say: the request and its words; the target's own row, or what the request calls them."""
        named = self._named_in(asker.id, request)
        facts = facts_from(named, first_name=asker.first_name, name=asker.name, asker=asker.name)
        facts |= facts_from(request.source, words=request.words, text=request.text)
        if target is None:
            return facts | facts_from(request.source, target=request.target_text)
        named = self._named_in(target.id, request)
        return facts | facts_from(named, target=target.name, target_first_name=target.first_name)

    def _named_in(self, person: int, request: Request) -> str:
        return self.connections_file if person in self.connected_on else request.source
