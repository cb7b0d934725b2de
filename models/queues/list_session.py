"""A queue as a list: looked at a page at a time, decided many cards at once. Knows nothing of a screen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from uuid import uuid4

from .. import clock
from ..decisions.bulk import Many, Progress, decide_many
from ..policy import Bars
from ..store import Card
from ..store.database import own_connection
from ..store.query import chunks
from ..verbs import Verb
from . import cards
from .base import Context, Queue, QueueCard
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
        """Count anew, and read the pages again when they are looked at."""
        self.length = cards.count(self.queue.name, clock.now(), self._bars, only=self._only).open
        self._pages: dict[int, list[int]] = {}
        self._cards: dict[int, QueueCard] = {}

    def subject(self, index: int) -> int | None:
        """The card at this place; `None` when the queue grew shorter meanwhile."""
        page = self._page(index // PAGE)
        return page[index % PAGE] if index % PAGE < len(page) else None

    def subjects(self, start: int, stop: int) -> list[int]:
        """The cards from one place up to another."""
        return self._ids(max(stop - start, 0), start)

    def card(self, index: int) -> QueueCard | None:
        """Return the card at this place, if it is still open; its whole page is read with it."""
        subject = self.subject(index)
        if subject is not None and subject not in self._cards:
            cards = self.queue.cards(self._page(index // PAGE), self._context())
            self._cards |= {card.subject: card for card in cards}
        return self._cards.get(subject or 0)

    def decide(self, subjects: Collection[int], verb: Verb, reason: str, length: str, progress: Progress) -> Many:
        """Give these cards, as far as they are still open, one verdict: one operation, one undo.

        May be called in a thread of its own; `reload` afterwards.
        """
        still_open = self._still_open(subjects)
        with own_connection():
            return decide_many(still_open, verb, uid=uuid4().hex, reason=reason, length=length, progress=progress)

    def _still_open(self, subjects: Collection[int]) -> Iterator[QueueCard]:
        context = self._context()
        for some in chunks(subjects):
            still = cards.open_cards(self.queue.name, clock.now(), context.policy.bars, only=Card.subject.in_(some))
            yield from self.queue.cards(still, context)

    @property
    def _bars(self) -> Bars:
        return self._context().policy.bars

    def _page(self, number: int) -> list[int]:
        if number not in self._pages:
            self._pages[number] = self._ids(PAGE, number * PAGE)
        return self._pages[number]

    def _ids(self, limit: int | None, offset: int) -> list[int]:
        return cards.open_cards(self.queue.name, clock.now(), self._bars, limit, offset=offset, only=self._only)
