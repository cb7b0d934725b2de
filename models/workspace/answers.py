"""An open store, and what it answers: queues, cards, the outbox, people, the ledger, the report.

What only some screens need is imported by the method that gives it: the first card must not wait for the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from .. import clock
from ..errors import NotFoundError
from ..ids import row_id
from ..policy import Policy, load_policy
from ..queues import cards as queue_cards
from ..queues.base import Context, Count, QueueCard
from ..queues.filters import NO_FILTER, Filter
from ..queues.registry import QUEUES, queue_named
from ..queues.session import ReviewSession
from ..settings import Settings
from ..store import Store, open_store
from ..store.database import own_connection
from ..store.facts import export_date
from ..store.queue_states import quiet_queues

if TYPE_CHECKING:
    from ..journal.history import Line
    from ..outbox.drafts import Draft, DraftWriter
    from ..outbox.pending import PendingErrand
    from ..outcome_kinds import OutcomeKind
    from ..policy.edit import Changes
    from ..policy.replay import Calibration
    from ..queues.intros import IntroCard
    from ..queues.list_session import Listing
    from ..reports.calibration import Agreement, Trial
    from ..reports.home import HomePage
    from ..reports.ledger import Ledger, LedgerEntry
    from ..reports.match import MatchedRow
    from ..reports.network.drill_down import DrillDown
    from ..reports.network.numbers import Rows
    from ..reports.network.report import Report
    from ..reports.person import PersonPage
    from ..reports.request_page import RequestPage
    from ..reports.search import Hit


class Answers:
    """An open store with the user's settings, policy and templates; nothing here writes."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.policy: Policy = load_policy(settings.policy_file)
        self.store: Store = open_store(settings.store)
        self.policy = self.policy._replace(quiet=quiet_queues())
        if settings.voice or settings.language or self._own_replies.is_dir():
            _ = self.replies  # a mistake in what the user wrote is told at once

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def export_date(self) -> date | None:
        """Return the newest export's day, or `None` while nothing was imported."""
        return export_date()

    def context(self) -> Context:
        """Return what holds for all cards looked at now."""
        return Context(export_date() or clock.today(), self.policy)

    @cached_property
    def replies(self) -> DraftWriter:
        """The reply templates in force; raises `TemplateError` for a mistake in the user's own."""
        from ..outbox.drafts import DraftWriter

        return DraftWriter(self._own_replies, self.settings.voice, self.settings.language)

    @property
    def _own_replies(self) -> Path:
        return self.settings.folder / "replies"

    # Queues and cards

    def counts(self, *, at_most: int | None = None) -> list[Count]:
        """Return how many cards wait in each queue."""
        return [queue_cards.count(queue, clock.now(), self.policy.bars, at_most=at_most) for queue in QUEUES]

    def items(self, name: str, limit: int | None = None) -> list[QueueCard]:
        """Return the open cards of a queue, in the order of the app."""
        queue = queue_named(name)
        return queue.cards(queue_cards.open_cards(name, clock.now(), self.policy.bars, limit), self.context())

    def card(self, name: str, card: str) -> QueueCard:
        """One card by its public id, decided or not; raises `NotFoundError`."""
        subject = row_id(card)
        queue = queue_named(name)
        found = queue.cards([subject], self.context()) if subject is not None else []
        if not found or queue_cards.version(name, found[0].subject) is None:
            raise NotFoundError(f"There is no card {card} in {name}.", f"picky queue {name} lists them.")
        return found[0]

    def listing(self, name: str, wanted: Filter = NO_FILTER) -> Listing:
        """Return a queue as a list, to do many."""
        from ..queues.list_session import Listing

        return Listing(queue_named(name), self.context, wanted)

    def review(self, name: str, wanted: Filter = NO_FILTER) -> ReviewSession:
        """Return a sitting in a queue, with the cards that a filter lets pass."""
        return ReviewSession(queue_named(name), self.context, wanted, read_only=self.store.read_only)

    def front(self) -> HomePage:
        """Return the front page."""
        from ..queues.silent_targets import unwritten_errands
        from ..reports.home import home_page

        found = home_page(self.policy.bars)
        return found._replace(errands_open=found.errands_open + len(unwritten_errands(self.context(), self.replies)))

    # The outbox

    def outbox(self, *, everything: bool = False) -> list[PendingErrand]:
        """Errands left to do by hand, or all there ever were."""
        from ..outbox.pending import errands
        from ..queues.silent_targets import unwritten_errands

        return [*errands(self.replies, everything=everything), *unwritten_errands(self.context(), self.replies)]

    def outbox_counts(self) -> tuple[int, int]:
        """Return how many errands are open, and how many are staged."""
        from ..outbox.pending import counts
        from ..queues.silent_targets import unwritten_errands

        opened, staged = counts()
        return opened + len(unwritten_errands(self.context(), self.replies)), staged

    def redraft(self, todo: PendingErrand, voice: str, language: str) -> Draft:
        """Return what the draft of an errand would be in this voice and language; nothing is kept."""
        return self.replies.draft(todo.kind, todo.facts, voice, language)

    # History

    def history(self, *, before: int | None = None, limit: int | None = None) -> list[Line]:
        """Return what was done, newest first."""
        from ..journal.history import history

        return history(before=before, limit=limit)

    def newest_operation(self) -> int:
        """Return a number that is another one once anything was done, undone or imported."""
        from ..journal.history import newest

        return newest()

    # People

    def search(self, query: str, *, limit: int = 50) -> list[Hit]:
        """People that a query names."""
        from ..reports.search import search

        return search(query, limit=limit)

    def find(self, query: str) -> Hit:
        """Return the one person a query names; raises `NotFoundError`."""
        from ..reports.search import find

        return find(query)

    def person(self, query: str) -> PersonPage:
        """Return everything known about the one person a query names."""
        return self.person_page(self.find(query).id)

    def person_page(self, person: int) -> PersonPage:
        """Return everything known about this person."""
        from ..reports.person import person_page

        return person_page(person, self.context().export_date)

    def ledger(self) -> list[LedgerEntry]:
        """Return every introduction that was asked of the user, those under way first."""
        from ..reports.ledger import all_introductions

        return all_introductions(self.context())

    def ledger_of(self, person: int) -> Ledger:
        """Return what one person was asked for, asked for themselves, and gave back."""
        from ..reports.ledger import ledger_of

        return ledger_of(person, self.context())

    def sheet(self, card: IntroCard) -> RequestPage:
        """Return everything behind a request for an introduction: both sides, and the request itself."""
        from ..reports.request_page import request_page

        return request_page(card, self.context())

    def match(self, path: Path, told: Mapping[str, str] | None = None) -> list[MatchedRow]:
        """Return who on a list does the user know."""
        from ..reports.match import match_file

        return match_file(path, told)

    # What the user writes down

    def candidates(self, card: IntroCard) -> list[Hit]:
        """Return who may be meant by a request, the likeliest first."""
        from ..reports.search import candidates_of

        return candidates_of(card.subject)

    def kinds(self) -> tuple[OutcomeKind, ...]:
        """Return every kind of outcome there is for this user."""
        from ..decisions.outcomes import own_kinds
        from ..outcome_kinds import all_kinds

        return all_kinds(own_kinds())

    # The policy and the report

    def calibrations(self) -> list[Calibration]:
        """Return how far the policy agrees with what was decided, queue by queue, rule by rule."""
        from ..reports.calibration import calibrations

        return calibrations()

    def trials(self, changes: Changes, rules: Path | None = None) -> list[Trial]:
        """Other weights, or another policy file, on the decisions of the past; nothing is kept."""
        from ..policy.edit import changed_text, policy_of
        from ..policy.policy import JUDGED_QUEUES
        from ..reports.calibration import trial

        path = rules or self.settings.policy_file
        policy = policy_of(path, changed_text(path, changes)[1])
        touched = {section for section, _ in changes} & set(JUDGED_QUEUES) or set(JUDGED_QUEUES)
        return [trial(queue, policy) for queue in JUDGED_QUEUES if queue in touched]

    def report(self, tell: Callable[[str], None] = lambda _: None) -> Report:
        """Return the power of the network: what came of it, who it is made of, and who is in the way. Any thread may ask."""
        from ..reports.network.report import report

        with own_connection():
            return report(tell)

    def agreements(self) -> list[Agreement]:
        """Return how far the policy agrees with what was decided, as numbers that open. Any thread may ask."""
        from ..reports.calibration import agreements

        with own_connection():
            return agreements()

    def report_rows(self, rows: Rows) -> list[DrillDown]:
        """Return the rows behind a number of the report; any thread may ask."""
        from ..reports.network.drill_down import drill_down

        with own_connection():
            return drill_down(rows)
