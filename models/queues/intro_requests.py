"""Requests for an introduction as the queue reads them: whom each means by now, and what the asker wrote before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from peewee import JOIN, fn

from ..decisions.verdicts import VERDICTS, CardState
from ..introductions.record import ASK, QUEUE, introductions
from ..outbox.draft_facts import day_in_words
from ..store import ChosenTarget, Decision, Errand, IntroRequest
from ..store.identity import Kin
from ..store.query import chunks, rows
from ..text.folding import fold_accents
from ..verbs import Verb
from . import card_facts
from .base import Place

FRESH_DAYS = 180
"""Requests older than this before the export go to the ledger."""

_DAY = 86_400
_MOVING = (Verb.INTRODUCE, Verb.INTRODUCE_UNASKED, Verb.TARGET_YES, Verb.TARGET_NO)
"""Verdicts after which it is the target's turn, or was."""

_TARGET = fn.COALESCE(ChosenTarget.person, IntroRequest.target)
"""Whom it means: the user's word, else the guess."""


class Request(NamedTuple):
    """One text that asks for an introduction."""

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

    @property
    def about(self) -> int | str:
        """What it is about: two texts of one asker about the same are one request."""
        return self.target or fold_accents(self.target_text)


class _Seen(NamedTuple):
    """As much of a request as tells where its card stands."""

    id: int
    asker: int
    target: int | None
    target_text: str
    received: int


class Text(NamedTuple):
    """A text of an asker's: about whom, and when."""

    id: int
    target: int | None
    target_text: str
    received: datetime

    @property
    def about(self) -> int | str:
        """What it is about."""
        return self.target or fold_accents(self.target_text)


def requests(subjects: Iterable[int]) -> dict[int, Request]:
    """These requests."""
    columns = (
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
    )
    return {
        row[0]: Request(*row)
        for some in chunks(subjects)
        for row in rows(_with_choices(columns).where(IntroRequest.id.in_(some)))
    }


def texts_of(askers: Iterable[int]) -> dict[int, list[Text]]:
    """Every request of these askers, oldest first."""
    found: defaultdict[int, list[Text]] = defaultdict(list)
    columns = (IntroRequest.asker, IntroRequest.id, _TARGET, IntroRequest.target_text, IntroRequest.received_at)
    for some in chunks(set(askers)):
        query = _with_choices(columns).where(IntroRequest.asker.in_(some))
        for asker, *text in rows(query.order_by(IntroRequest.received_at)):
            found[asker].append(Text(*text))
    return found


def places(export_date: date, people: Collection[int] | None) -> Iterator[Place]:
    """Recent and unanswered ones, oldest first, and those that wait for somebody; by hand counts as recent."""
    oldest = datetime(export_date.year, export_date.month, export_date.day, tzinfo=UTC) - timedelta(days=FRESH_DAYS)
    fresh = (IntroRequest.received_at >= oldest) & ~IntroRequest.answered
    columns = (
        IntroRequest.id,
        IntroRequest.asker,
        _TARGET,
        IntroRequest.target_text,
        IntroRequest.received_at.cast("integer"),
    )
    wanted = fresh | IntroRequest.by_hand | IntroRequest.id.in_(_waited_for()) | IntroRequest.id.in_(_asked())
    for some in [None] if people is None else chunks(people):
        query = _with_choices(columns).where(wanted)
        found = [_Seen(*row) for row in rows(query if some is None else query.where(IntroRequest.asker.in_(some)))]
        answers = card_facts.last_received(Kin.of(seen.asker for seen in found))
        verdicts = card_facts.verdicts(QUEUE, [seen.id for seen in found])
        moving = {seen.id: seen.target for seen in found if verdicts.get(seen.id) in _MOVING}
        known = introductions(moving)
        for card, first in _one_each(found, moving):
            one = known.get(card.id)
            answered = int(one.wrote_at.timestamp()) if one and one.wrote_at else None
            yield Place(card.id, card.asker, first, 0, answered if one else answers.get(card.asker))


def askers_for(targets: Collection[int]) -> set[int]:
    """Who asks to meet these people."""
    found: set[int] = set()
    for some in chunks(targets):
        query = _with_choices((IntroRequest.asker,)).where(
            IntroRequest.target.in_(some) | ChosenTarget.person.in_(some)
        )
        found |= {row[0] for row in rows(query)}
    return found


def _with_choices(columns: tuple[Any, ...]) -> Any:
    return IntroRequest.select(*columns).join(
        ChosenTarget, JOIN.LEFT_OUTER, on=(ChosenTarget.request == IntroRequest.id)
    )


def _waited_for() -> Any:
    """Requests whose asker or target was asked for something: the user's own question there is no answer to them."""
    waiting = [spec.verb.value for spec in VERDICTS[QUEUE] if spec.leaves is CardState.WAITING]
    return Decision.select(Decision.subject).where(Decision.queue == QUEUE, Decision.verdict.in_(waiting))


def _asked() -> Any:
    """Requests whose target was asked by hand."""
    return Errand.select(Errand.subject).where(Errand.queue == QUEUE, Errand.kind == ASK, Errand.state == "done")


def _one_each(found: Iterable[_Seen], moving: Collection[int]) -> Iterator[tuple[_Seen, int]]:
    """One card for each asker and target, in the place of their first text: the last text about it.

    Where the target is already being asked, further texts are about that: they are no new card.
    """
    asked: defaultdict[tuple[int, int | str], list[_Seen]] = defaultdict(list)
    for seen in found:
        asked[seen.asker, seen.target or fold_accents(seen.target_text)].append(seen)
    for texts in asked.values():
        first, last = min(texts, key=_when), max(texts, key=_when)
        under_way = max((seen for seen in texts if seen.id in moving), key=_when, default=last)
        is_same = last.received - under_way.received <= FRESH_DAYS * _DAY
        yield under_way if is_same else last, first.received


def _when(seen: _Seen) -> tuple[int, int]:
    return seen.received, seen.id
