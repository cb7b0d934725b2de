"""Intro requests as the queue reads them: who each one means by now, and what the asker wrote before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from peewee import JOIN, ModelSelect, Node, fn

from ..decisions.verdicts import VERDICTS, CardState
from ..introductions.record import ASK, QUEUE, introductions
from ..outbox.draft_facts import day_in_words
from ..store import ChosenTarget, Decision, Errand, IntroRequest
from ..store.identity import Kin
from ..store.query import PeopleQuery, Query, param, params
from ..text.folding import fold_accents
from ..verbs import Verb
from . import card_facts, card_status
from .base import Place

FRESH_DAYS = 180
"""Requests older than this before the export go to the ledger."""

_DAY = 86_400
_MOVING = (Verb.INTRODUCE, Verb.INTRODUCE_UNASKED, Verb.TARGET_YES, Verb.TARGET_NO)
"""Verdicts after which it is the target's turn, or was."""
_WAITING = [spec.verb.value for spec in VERDICTS[QUEUE] if spec.leaves is CardState.WAITING]
"""Verdicts after which someone was asked for something: the user's own question is no answer to the request."""

_TARGET = fn.COALESCE(ChosenTarget.person, IntroRequest.target).alias("target")
"""Whom it means: the user's word, else the guess."""


class Request(NamedTuple):
    """One text that asks for an introduction."""

    id: int
    asker: int
    target: int | None
    target_text: str
    candidates: list[int]
    purpose: str
    received_at: datetime
    text: str
    words: str
    says_why: bool
    forwardable: bool
    by_hand: bool
    thread_id: int | None

    @property
    def source(self) -> str:
        """Where it came from, in words."""
        day = day_in_words(self.received_at)
        if self.by_hand:
            return f"what you wrote down on {day}"
        return f"their {'message' if self.thread_id else 'invitation'} of {day}"

    @property
    def about(self) -> int | str:
        """What it is about: two texts of one asker about the same are one request."""
        return self.target or fold_accents(self.target_text)


class RequestText(NamedTuple):
    """A text of an asker's: about whom, and when."""

    asker: int
    id: int
    target: int | None
    target_text: str
    received_at: datetime

    @property
    def about(self) -> int | str:
        """What it is about."""
        return self.target or fold_accents(self.target_text)


class _Candidate(NamedTuple):
    """As much of a request as decides where its card stands."""

    id: int
    asker: int
    target: int | None
    target_text: str
    received_at: int
    """In seconds since 1970."""

    @property
    def about(self) -> tuple[int, int | str]:
        """Who asks for what."""
        return self.asker, self.target or fold_accents(self.target_text)


def _with_choices(*columns: Node) -> ModelSelect[IntroRequest]:
    return IntroRequest.select(*columns).join(
        ChosenTarget, JOIN.LEFT_OUTER, on=(ChosenTarget.request == IntroRequest.id)
    )


_REQUESTS = Query(
    Request,
    lambda: _with_choices(
        IntroRequest.id,
        IntroRequest.asker,
        _TARGET,
        IntroRequest.target_text,
        IntroRequest.candidates,
        IntroRequest.purpose,
        IntroRequest.received_at,
        IntroRequest.text,
        IntroRequest.words,
        IntroRequest.says_why,
        IntroRequest.forwardable,
        IntroRequest.by_hand,
        IntroRequest.thread_id,
    ).where(IntroRequest.id.in_(params("requests"))),
)
_TEXTS = Query(
    RequestText,
    lambda: (
        _with_choices(IntroRequest.asker, IntroRequest.id, _TARGET, IntroRequest.target_text, IntroRequest.received_at)
        .where(IntroRequest.asker.in_(params("askers")))
        .order_by(IntroRequest.received_at)
    ),
)
_CANDIDATES = PeopleQuery(
    _Candidate,
    lambda: _with_choices(
        IntroRequest.id, IntroRequest.asker, _TARGET, IntroRequest.target_text, IntroRequest.received_at
    ).where(
        ((IntroRequest.received_at >= param("oldest")) & ~IntroRequest.answered)
        | IntroRequest.by_hand
        | IntroRequest.id.in_(
            Decision.select(Decision.subject).where(Decision.queue == QUEUE, Decision.verdict.in_(_WAITING))
        )
        | IntroRequest.id.in_(
            Errand.select(Errand.subject).where(Errand.queue == QUEUE, Errand.kind == ASK, Errand.state == "done")
        )
    ),
    IntroRequest.asker,
    raw=True,
)
_ASKERS_BY_GUESS = Query(
    int, lambda: IntroRequest.select(IntroRequest.asker).where(IntroRequest.target.in_(params("targets")))
)
_ASKERS_BY_CHOICE = Query(
    int, lambda: _with_choices(IntroRequest.asker).where(ChosenTarget.person.in_(params("targets")))
)


def requests(subjects: Iterable[int]) -> dict[int, Request]:
    """Return these requests."""
    return {request.id: request for request in _REQUESTS.rows(requests=subjects)}


def texts_of(askers: Iterable[int]) -> dict[int, list[RequestText]]:
    """Return every request of these askers, oldest first."""
    found: defaultdict[int, list[RequestText]] = defaultdict(list)
    for text in _TEXTS.rows(askers=set(askers)):
        found[text.asker].append(text)
    return found


def places(export_date: date, people: Collection[int] | None) -> Iterator[Place]:
    """Yield recent and unanswered ones, oldest first, and those that wait for someone; by hand counts as recent."""
    oldest = datetime.combine(export_date, time(), UTC) - timedelta(days=FRESH_DAYS)
    candidates = _CANDIDATES.rows(people, oldest=oldest)
    answers = card_facts.last_received(Kin.of(request.asker for request in candidates))
    verdicts = card_status.verdicts(QUEUE, [request.id for request in candidates])
    moving = {request.id: request.target for request in candidates if verdicts.get(request.id) in _MOVING}
    known = introductions(moving)
    for request, first in _one_each(candidates, moving):
        answered_at = answers.get(request.asker)
        if introduction := known.get(request.id):
            answered_at = int(introduction.wrote_at.timestamp()) if introduction.wrote_at else None
        yield Place(request.id, request.asker, first, 0, answered_at)


def askers_for(targets: Collection[int]) -> set[int]:
    """Return who asks to meet these people."""
    return {*_ASKERS_BY_GUESS.rows(targets=targets), *_ASKERS_BY_CHOICE.rows(targets=targets)}


def _one_each(candidates: Iterable[_Candidate], moving: Collection[int]) -> Iterator[tuple[_Candidate, int]]:
    """One card for each asker and target, in the place of their first text: the last text about it.

    Where the target is already being asked, further texts are about that: they are no new card.
    """
    by_matter: defaultdict[tuple[int, int | str], list[_Candidate]] = defaultdict(list)
    for request in candidates:
        by_matter[request.about].append(request)
    for texts in by_matter.values():
        first, last = min(texts, key=_when), max(texts, key=_when)
        under_way = max((text for text in texts if text.id in moving), key=_when, default=last)
        is_same = last.received_at - under_way.received_at <= FRESH_DAYS * _DAY
        yield under_way if is_same else last, first.received_at


def _when(request: _Candidate) -> tuple[int, int]:
    return request.received_at, request.id
