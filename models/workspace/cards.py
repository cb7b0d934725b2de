"""Queues and their cards: how many wait, what stands on them, a verdict by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import clock
from ..errors import NotFoundError
from ..ids import row_id
from ..queues import cards as queue_cards
from ..queues.base import Count, QueueCard
from ..queues.filters import NO_FILTER, Filter
from ..queues.registry import QUEUES, queue_named
from ..queues.session import ReviewSession

if TYPE_CHECKING:  # what only some screens need is imported by the method that gives it
    from ..decisions.decide import Done
    from ..queues.list_session import Listing
    from ..reports.home import HomePage

from .opened import OpenStore


class Cards(OpenStore):
    """Queues, sittings, lists and verdicts."""

    def counts(self, *, at_most: int | None = None) -> list[Count]:
        """How many cards wait in each queue."""
        return [queue_cards.count(queue, clock.now(), self.policy.bars, at_most=at_most) for queue in QUEUES]

    def items(self, name: str, limit: int | None = None) -> list[QueueCard]:
        """The open cards of a queue, in the order of the app."""
        queue = queue_named(name)
        return queue.cards(queue_cards.open_cards(name, clock.now(), self.policy.bars, limit), self.context())

    def review(self, name: str, wanted: Filter = NO_FILTER) -> ReviewSession:
        """A sitting in a queue, with the cards that a filter lets pass."""
        return ReviewSession(queue_named(name), self.context, wanted, read_only=self.store.read_only)

    def listing(self, name: str, wanted: Filter = NO_FILTER) -> Listing:
        """A queue as a list, to do many."""
        from ..queues.list_session import Listing

        return Listing(queue_named(name), self.context, wanted)

    def front(self) -> HomePage:
        """The front page."""
        from ..queues.silent_targets import closings
        from ..reports.home import home_page

        found = home_page(self.policy.bars)
        return found._replace(errands_open=found.errands_open + len(closings(self.context(), self.replies)))

    def card(self, name: str, card: str) -> QueueCard:
        """One card by its public id, decided or not; raises `NotFoundError`."""
        subject = row_id(card)
        queue = queue_named(name)
        found = queue.cards([subject], self.context()) if subject is not None else []
        if not found or queue_cards.version(name, found[0].subject) is None:
            raise NotFoundError(f"There is no card {card} in {name}.", f"picky queue {name} lists them.")
        return found[0]

    def decide(
        self, name: str, card: str, verdict: str, *, reason: str = "", length: str = "", without: Sequence[str] = ()
    ) -> Done:
        """A verdict by name, as scripts give it; `without` names those on a card who are somebody else.

        Raises `UsageError` for a verdict this queue does not have.
        """
        from ..queues.session import decide_card

        self.store.require_writable()
        queue = queue_named(name)
        wanted = queue.verdict(verdict)
        shown = self.card(name, card)
        if without:
            from ..queues.duplicates import DuplicateCard, leaving_out, on_card
            from ..reports.search import find

            assert isinstance(shown, DuplicateCard), "no other queue has the verdict that goes with it"
            shown = leaving_out(shown, [on_card(shown, query, lambda words: find(words).id) for query in without])
        return decide_card(shown, wanted, reason=reason, length=length)
