"""A queue as a list: looked at a page at a time, decided many cards at once. Knows nothing of a screen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from uuid import uuid4

from .. import clock
from ..decisions.bulk import Many, Progress, decide_many
from ..policy import Bars
from ..store import Card, transaction
from ..store.database import own_connection
from ..store.query import chunks
from ..verbs import Verb
from . import cards
from .base import Context, Queue, QueueCard
from .consequences import Consequences
from .filters import NO_FILTER, Filter, condition

PAGE = 50
"""Cards read at once: more than a screen shows, so that most steps of the cursor read nothing."""


class Listing:
    """The open cards of one queue that a filter lets pass, in the queue's order."""

    def __init__(self, queue: Queue, context: Callable[[], Context], wanted: Filter = NO_FILTER) -> None:
        self.queue = queue
        self.wanted = wanted
        self._only = condition(wanted)
        self._context = context
        self.reload()

    def reload(self) -> None:
        """Count again, and read the pages again when they are looked at."""
        self.length = cards.count(self.queue.name, clock.now(), self._bars, only=self._only).open
        self._pages: dict[int, list[int]] = {}
        self._cards: dict[int, QueueCard] = {}

    def subject(self, index: int) -> int | None:
        """Return the card at this place; `None` when the queue grew shorter meanwhile."""
        page = self._page(index // PAGE)
        return page[index % PAGE] if index % PAGE < len(page) else None

    def subjects(self, start: int, stop: int) -> list[int]:
        """Return the cards from one place up to another."""
        return self._ids(max(stop - start, 0), start)

    def card(self, index: int) -> QueueCard | None:
        """Return the card at this place, if it is still open; its whole page is read with it."""
        subject = self.subject(index)
        if subject is not None and subject not in self._cards:
            page = self.queue.cards(self._page(index // PAGE), self._context())
            self._cards |= {card.subject: card for card in page}
        return self._cards.get(subject or 0)

    def decide(self, subjects: Collection[int], verb: Verb, reason: str, length: str, progress: Progress) -> Many:
        """Give these cards, as far as they are still open, one verdict: one operation, one undo.

        May be called in a thread of its own; `reload` afterwards.
        """
        consequences = Consequences()
        with own_connection(), transaction():
            chosen = self._still_open(subjects, verb, consequences)
            done = decide_many(chosen, verb, uid=uuid4().hex, reason=reason, length=length, progress=progress)
            consequences.bring_about(done.operation)
        return done

    def _still_open(self, subjects: Collection[int], verb: Verb, consequences: Consequences) -> Iterator[QueueCard]:
        """Yield those of these cards that are still open, and note what a verdict on each leads to."""
        context = self._context()
        for page in chunks(subjects):
            still = cards.open_cards(self.queue.name, clock.now(), context.policy.bars, only=Card.subject.in_(page))
            for card in self.queue.cards(still, context):
                consequences.add(card, verb)
                yield card

    @property
    def _bars(self) -> Bars:
        return self._context().policy.bars

    def _page(self, number: int) -> list[int]:
        if number not in self._pages:
            self._pages[number] = self._ids(PAGE, number * PAGE)
        return self._pages[number]

    def _ids(self, limit: int | None, offset: int) -> list[int]:
        return cards.open_cards(self.queue.name, clock.now(), self._bars, limit, offset=offset, only=self._only)
