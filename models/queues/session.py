"""A sitting: twenty cards of one queue, where you are in it, and what you decided. Knows nothing of a screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from .. import clock
from ..decisions import snooze
from ..outcome_kinds import Verdict
from ..policy import Bars
from ..store import transaction
from ..store.queue_states import set_skipped, skipped_in
from ..verbs import Verb
from . import cards
from .base import Context, Queue, QueueCard
from .filters import NO_FILTER, Filter, condition

if TYPE_CHECKING:  # deciding is imported when a card is decided, which no first card waits for
    from ..decisions.decide import Done

SITTING = 20
_REMEMBERED = 500


class Summary(NamedTuple):
    """The end of a sitting."""

    cards: int
    seconds: int
    verdicts: dict[str, int]
    agreed: int
    judged: int
    """How many of the cards had a recommendation to agree with."""
    left: int


@dataclass(slots=True)
class _Tally:
    started: datetime = field(default_factory=clock.now)
    verdicts: Counter[str] = field(default_factory=Counter)
    agreed: int = 0
    judged: int = 0


class ReviewSession:
    """Walks one queue. Every card is read again, or checked to be unchanged, before it is handed out."""

    def __init__(
        self, queue: Queue, context: Callable[[], Context], wanted: Filter = NO_FILTER, *, read_only: bool = False
    ) -> None:
        self.queue = queue
        self.wanted = wanted
        self._only = condition(wanted)
        self._context = context
        self._read_only = read_only
        self._skipped = skipped_in(queue.name)
        self._path: list[int] = []
        self._at = 0
        self._furthest = 0
        self._ahead: QueueCard | None = None
        self.open: int | None = None
        """How many cards are open; `None` until someone counts, which no first card waits for."""
        self.begin()

    def begin(self) -> None:
        """Start a sitting with the cards that are open now."""
        self._tally = _Tally()
        self._path = self._next_cards(SITTING)
        self._at = self._furthest = 0
        self.open = None

    def recount(self) -> int:
        """Count the open cards again, no further than a screen needs."""
        self.open = cards.count_open(self.queue.name, clock.now(), self._bars, at_most=cards.MANY, only=self._only)
        return self.open

    @property
    def _bars(self) -> Bars:
        return self._context().policy.bars

    @property
    def position(self) -> int:
        """The number of the present card in this sitting, from 1."""
        return self._at + 1

    @property
    def length(self) -> int:
        """How many cards this sitting has."""
        return len(self._path)

    def present(self) -> QueueCard | None:
        """Return the present card; `None` at the end of the sitting or of the queue.

        Cards that closed meanwhile are passed; a decided one is shown only when it was gone back to.
        """
        while self._at < len(self._path):
            subject = self._path[self._at]
            card = self._read(subject)
            if card and cards.is_open(self.queue.name, subject, clock.now()):
                return card
            if card and card.decided and self._at < self._furthest:
                return card
            if card and card.decided:
                self._step()
            else:
                del self._path[self._at]
                self._furthest = max(self._at, self._furthest - 1)
        return None

    def look_ahead(self) -> None:
        """Read the card after the present one, and import what the first decision needs, while nobody waits."""
        from ..decisions import decide as _  # noqa: F401

        self.queue.warm_up()
        following = self._path[self._at + 1 : self._at + 2]
        self._ahead = next(iter(self.queue.cards(following, self._context())), None) if following else None

    def decide(
        self, card: QueueCard, verdict: Verdict, *, reason: str = "", length: str = "", in_bulk: bool = False
    ) -> Done:
        """Decide the card that was shown, and move on when it is the present one."""
        done = decide_card(card, verdict, reason=reason, length=length, in_bulk=in_bulk)
        if not card.decided:
            self.open = None if self.open is None else self.open - 1
        self._count(card, verdict)
        self._forget(card.subject)
        if self._at < len(self._path) and self._path[self._at] == card.subject:
            self._step()
        return done

    def skip(self) -> None:
        """Go on without deciding; the card waits at the end of the queue."""
        if self._at < len(self._path):
            subject = self._path[self._at]
            self._step()
            if subject not in self._skipped and self._is_undecided(subject):
                self._skipped.append(subject)
                self._remember()

    def back(self) -> bool:
        """Go back a card, decided or not; `False` at the first."""
        if self._at == 0:
            return False
        self._at -= 1
        self._forget(self._path[self._at])
        return True

    def go_to(self, subject: int) -> None:
        """Make this card the present one: it has just been reopened by an undo."""
        self._ahead = None
        if subject in self._path:
            self._at = self._path.index(subject)
        else:
            self._path.insert(self._at, subject)
        self.recount()

    def summary(self) -> Summary:
        """Return what this sitting came to."""
        tally = self._tally
        seconds = int((clock.now() - tally.started).total_seconds())
        done = sum(tally.verdicts.values())
        return Summary(done, seconds, dict(tally.verdicts), tally.agreed, tally.judged, self.recount())

    def _step(self) -> None:
        self._at += 1
        self._furthest = max(self._furthest, self._at)

    def _read(self, subject: int) -> QueueCard | None:
        """Return the card read ahead when it still holds, else a fresh one."""
        ahead, self._ahead = self._ahead, None
        if ahead and ahead.subject == subject and ahead.version == cards.version(self.queue.name, subject):
            return ahead
        return next(iter(self.queue.cards([subject], self._context())), None)

    def _next_cards(self, number: int) -> list[int]:
        skipped = set(self._skipped)
        found = cards.open_cards(self.queue.name, clock.now(), self._bars, number + len(skipped), only=self._only)
        fresh = [subject for subject in found if subject not in skipped]
        if not fresh and found:  # every open card was passed over once: start again from the first
            self._skipped.clear()
            self._remember()
            return found[:number]
        return fresh[:number]

    def _count(self, card: QueueCard, verdict: Verdict) -> None:
        self._tally.verdicts[verdict.value] += 1
        if card.recommendation.verdict:
            self._tally.judged += 1
            self._tally.agreed += card.recommendation.verdict == verdict

    def _is_undecided(self, subject: int) -> bool:
        return cards.is_open(self.queue.name, subject, clock.now())

    def _forget(self, subject: int) -> None:
        if subject in self._skipped:
            self._skipped.remove(subject)
            self._remember()

    def _remember(self) -> None:
        """Keep which cards were passed over, so that coming back lands on the same card."""
        if not self._read_only:
            set_skipped(self.queue.name, self._skipped[-_REMEMBERED:])


def later_until(card: QueueCard, length: str = "") -> datetime:
    """Return when the card would come back if it were put off now."""
    times = card.status.times + 1 if card.decided == Verb.LATER else 1
    return snooze.later_until(clock.now(), times, length)


def decide_card(
    card: QueueCard,
    verdict: Verdict,
    *,
    reason: str = "",
    length: str = "",
    in_bulk: bool = False,
    uid: str | None = None,
) -> Done:
    """Decide a card as it was shown, only if it is still that card, and bring up to date what follows from it."""
    from ..decisions.decide import decide
    from .consequences import Consequences

    with transaction():
        done = decide(card, verdict, uid=uid or uuid4().hex, reason=reason, length=length, in_bulk=in_bulk)
        consequences = Consequences()
        consequences.add(card, verdict)
        consequences.bring_about(done.operation)
    return done
