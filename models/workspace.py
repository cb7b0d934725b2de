"""Opens a store and hands out sessions, queues, errands and answers: all that `tui` needs, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from . import clock
from .errors import NotFoundError, RefusedError
from .policy import Policy, load_policy
from .queues import cards as queue_cards
from .queues.base import Context, Count, Item, row_id
from .queues.filters import NO_FILTER, Filter
from .queues.follow import export_date, follow_people
from .queues.registry import QUEUES, queue_named
from .queues.ripening import ripen_after
from .queues.session import ReviewSession
from .settings import Settings
from .store import Fact, Store, open_store, transaction
from .store.database import own_connection
from .store.facts import fact, set_fact
from .store.query import rows

if TYPE_CHECKING:  # what only some screens need is imported by the method that gives it
    from .decisions.capture import Captured, Met
    from .decisions.decide import Done
    from .importers.corrections import Corrections
    from .importers.dry_run import DryRun
    from .importers.load import Progress
    from .importers.summary import ImportSummary
    from .importers.visits import Occasion
    from .journal.history import Line
    from .journal.undo import Reversal
    from .outbox.drafts import Draft, Replies
    from .outbox.pending import Todo
    from .outcomes import Kind
    from .policy.edit import Changes
    from .policy.replay import Calibration
    from .queues.duplicates import Choice
    from .queues.listing import Listing
    from .reports.calibration import Trial
    from .reports.home import Front
    from .reports.ledger import Entry, Ledger
    from .reports.match import MatchedRow
    from .reports.people import Hit, PersonPage
    from .reports.power.numbers import Rows
    from .reports.power.opened import Opened
    from .reports.power.report import Report
    from .reports.sheet import Sheet
    from .reports.telling import Outcome


class Workspace:
    """An open store with the user's settings and policy."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.policy: Policy = load_policy(settings.policy_file)
        self.store: Store = open_store(settings.store)
        self.policy = self.policy._replace(quiet=_quiet())
        if settings.voice or settings.language or self._own_replies.is_dir():
            _ = self.replies  # a mistake in what the user wrote is told at once
        ripen_after("outcomes", self.policy.bars.days_until_asked)

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def export_date(self) -> date | None:
        """The newest export's day, or `None` while nothing was imported."""
        known = fact("export_date")
        return date.fromisoformat(known) if known else None

    # Queues and decisions

    def counts(self, *, at_most: int | None = None) -> list[Count]:
        """How many cards wait in each queue."""
        return [queue_cards.count(queue, clock.now(), at_most=at_most) for queue in QUEUES]

    def items(self, name: str, limit: int | None = None) -> list[Item]:
        """The open cards of a queue, in the order of the app."""
        queue = queue_named(name)
        return queue.items(queue_cards.open_cards(name, clock.now(), limit), self.context())

    def review(self, name: str, wanted: Filter = NO_FILTER) -> ReviewSession:
        """A sitting in a queue, with the cards that a filter lets pass."""
        return ReviewSession(queue_named(name), self.context, wanted, read_only=self.store.read_only)

    def listing(self, name: str, wanted: Filter = NO_FILTER) -> Listing:
        """A queue as a list, to do many."""
        from .queues.listing import Listing

        return Listing(queue_named(name), self.context, wanted)

    def front(self) -> Front:
        """The front page."""
        from .queues.closings import closings
        from .reports.home import front

        found = front()
        return found._replace(errands_open=found.errands_open + len(closings(self.context(), self.replies)))

    def context(self) -> Context:
        """What holds for all cards looked at now."""
        return Context(export_date(), self.policy)

    def hush(self, queue: str) -> bool:
        """Have the policy be quiet in a queue, or speak again, by how it did there lately; gives whether it is quiet."""
        from .reports.calibration import is_quiet

        quiet = is_quiet(queue)
        if not self.store.read_only:
            set_fact(f"quiet {queue}", "yes" if quiet else "")
        self.policy = self.policy._replace(quiet=(self.policy.quiet - {queue}) | ({queue} if quiet else set()))
        return quiet

    def calibrations(self) -> list[Calibration]:
        """How far the policy agrees with what was decided, queue by queue, rule by rule."""
        from .reports.calibration import calibrations

        return calibrations()

    def trials(self, changes: Changes, rules: Path | None = None) -> list[Trial]:
        """Other weights, or another policy file, on the decisions of the past; nothing is kept."""
        from .policy.bars import QUEUES as JUDGED
        from .policy.edit import changed_text, policy_of
        from .reports.calibration import trial

        path = rules or self.settings.policy_file
        policy = policy_of(path, changed_text(path, changes)[1])
        touched = {section for section, _ in changes} & set(JUDGED) or set(JUDGED)
        return [trial(queue, policy) for queue in JUDGED if queue in touched]

    def policy_change(self, changes: Changes, *, keep: bool) -> str:
        """What these changes would do to the user's policy file, line by line; with `keep`, they are made."""
        from .policy.edit import changed_text, difference, policy_of, save

        path = self.settings.policy_file
        before, after = changed_text(path, changes)
        if keep:
            save(path, after)
            self.policy = policy_of(path, after)._replace(quiet=self.policy.quiet)
        return difference(path, before, after)

    def card(self, name: str, card: str) -> Item:
        """One card by its public id, decided or not; raises `NotFoundError`."""
        subject = row_id(card)
        queue = queue_named(name)
        found = queue.items([subject], self.context()) if subject is not None else []
        if not found or queue_cards.version(name, found[0].subject) is None:
            raise NotFoundError(f"There is no card {card} in {name}.", f"picky queue {name} lists them.")
        return found[0]

    def decide(
        self, name: str, card: str, verdict: str, *, reason: str = "", length: str = "", without: Sequence[str] = ()
    ) -> Done:
        """A verdict by name, as scripts give it; `without` names those on a card who are somebody else.

        Raises `UsageError` for a verdict this queue does not have.
        """
        from .queues.session import decide_item

        self.store.require_writable()
        queue = queue_named(name)
        wanted = queue.verdict(verdict)
        item = self.card(name, card)
        if without:
            from .queues.apart import leaving_out, on_card

            item = leaving_out(item, [on_card(item, query, lambda words: self.person(words).id) for query in without])
        return decide_item(item, wanted, reason=reason, length=length)

    # History

    def undo(self, number: int | None = None) -> Reversal:
        """Take back an operation, or the newest."""
        from .decisions.undo import undo

        return self._reverse(undo, number)

    def redo(self, number: int | None = None) -> Reversal:
        """Bring back an operation, or the one undone last."""
        from .decisions.undo import redo

        return self._reverse(redo, number)

    def history(self, *, before: int | None = None, limit: int | None = None) -> list[Line]:
        """What was done, newest first."""
        from .journal.history import history

        return history(before=before, limit=limit)

    def _reverse(self, how: Callable[[int | None], Reversal], number: int | None) -> Reversal:
        from .queues.concerned import people_in, twins

        self.store.require_writable()
        with transaction():
            known = twins()
            reversal = how(number)
            some = people_in(reversal.target)
            if some:
                follow_people({*some, *(known[who] for who in some if who in known)}, reversal.id)
        return reversal

    # Outbox

    @cached_property
    def replies(self) -> Replies:
        """The reply templates in force; raises `TemplateError` for a mistake in the user's own."""
        from .outbox.drafts import Replies

        return Replies(self._own_replies, self.settings.voice, self.settings.language)

    @property
    def _own_replies(self) -> Path:
        return self.settings.folder / "replies"

    def outbox(self, *, everything: bool = False) -> list[Todo]:
        """Errands left to do by hand, or all there ever were."""
        from .outbox.pending import errands
        from .queues.closings import closings

        return [*errands(self.replies, everything=everything), *closings(self.context(), self.replies)]

    def outbox_counts(self) -> tuple[int, int]:
        """How many errands are open, and how many are staged."""
        from .outbox.pending import counts
        from .queues.closings import closings

        opened, staged = counts()
        return opened + len(closings(self.context(), self.replies)), staged

    def close_errand(self, number: int, state: str) -> tuple[int, str]:
        """Mark an errand `done`, `not_found` or `cancelled`."""
        from .decisions.errands import close_errand, close_unwritten
        from .queues.closings import SILENCE, closing
        from .queues.concerned import asked_about

        self.store.require_writable()
        if number >= SILENCE:
            return close_unwritten(closing(number, self.context(), self.replies), state)
        with transaction():
            operation, sentence = close_errand(number, state)
            concerned = asked_about(operation)
            if concerned:
                follow_people(concerned, operation)
        return operation, sentence

    def redraft(self, todo: Todo, voice: str, language: str) -> Draft:
        """What the draft of an errand would be in this voice and language; nothing is kept."""
        return self.replies.draft(todo.kind, todo.facts, voice, language)

    def keep_draft(self, todo: Todo, text: str, voice: str, language: str) -> Captured:
        """Keep the draft of an errand as it was edited; an empty text is what the template makes."""
        from .decisions.errands import keep_draft, keep_unwritten_draft
        from .queues.closings import SILENCE

        self.store.require_writable()
        if todo.id >= SILENCE:
            return keep_unwritten_draft(todo, text, voice, language)
        manner = {"voice": voice} if voice != todo.written.voice else {}
        manner |= {"language": language} if language != todo.written.language else {}
        return keep_draft(todo.id, text, manner)

    def confirm(self, numbers: list[int]) -> tuple[int, str]:
        """Let staged errands count."""
        from .decisions.errands import confirm_staged

        self.store.require_writable()
        return confirm_staged(numbers)

    # What the user writes down

    def met(self, met: Met, person: int | None = None) -> Captured:
        """Keep a meeting; who it was is found by name when no person is given, now or when a later import brings them."""
        from .decisions.capture import capture_met
        from .reports.people import named

        known = person if person is not None else named(met.name, met.company)
        return self._captured(lambda: capture_met(met, known))

    def ask(self, asker: str, target: str, text: str = "", purpose: str = "") -> Captured:
        """Keep a request for an introduction heard elsewhere; its purpose is guessed from the text unless given."""
        from .decisions.capture import Asked, capture_ask
        from .introductions.purpose import classify, says_why
        from .reports.people import meant

        guessed = purpose or (classify(text).value if text else "other")
        asked = Asked(asker, target, guessed, text, says_why=says_why(text))
        return self._captured(lambda: capture_ask(asked, meant(asker), meant(target)))

    def outcome(self, told: Outcome) -> Captured:
        """Keep what came of knowing somebody. Raises `UsageError` for a kind, a day or a name that is none."""
        from .decisions.outcomes import capture_outcome
        from .reports.telling import understood

        self.store.require_writable()
        with transaction():
            captured, everybody = capture_outcome(understood(told))
            follow_people(everybody, captured.operation)
        return captured

    def kinds(self) -> tuple[Kind, ...]:
        """Every kind of outcome there is for this user."""
        from .decisions.outcomes import own_kinds
        from .outcomes import all_kinds

        return all_kinds(own_kinds())

    def remark(self, person: int, name: str, kind: str, text: str) -> Captured:
        """Keep a private `note`, or pasted `profile` text, on a person."""
        from .decisions.capture import capture_remark

        return self._captured(lambda: capture_remark(person, name, kind, text))

    def _captured(self, write: Callable[[], Captured]) -> Captured:
        self.store.require_writable()
        with transaction():
            captured = write()
            follow_people([captured.person], captured.operation)
        return captured

    # People and files

    def search(self, query: str, *, limit: int = 50) -> list[Hit]:
        """People that a query names."""
        from .reports.people import search

        return search(query, limit=limit)

    def find(self, query: str) -> Hit:
        """The one person a query names; raises `NotFoundError`."""
        from .reports.people import find

        return find(query)

    def person(self, query: str) -> PersonPage:
        """Everything known about the one person a query names."""
        return self.person_page(self.find(query).id)

    def person_page(self, person: int) -> PersonPage:
        """Everything known about this person."""
        from .reports.people import page

        return page(person, export_date())

    def ledger(self) -> list[Entry]:
        """Every introduction that was asked of the user, those under way first."""
        from .reports.ledger import everything

        return everything(self.context())

    def ledger_of(self, person: int) -> Ledger:
        """What one person was asked for, asked for themselves, and gave back."""
        from .reports.ledger import ledger_of

        return ledger_of(person, self.context())

    def sheet(self, item: Item) -> Sheet:
        """Everything behind a request for an introduction: both sides, and the request itself."""
        from .reports.sheet import sheet

        return sheet(item, self.context())

    def report(self) -> Report:
        """The power of the network: what came of it, who it is made of, and who is in the way."""
        from .reports.power.report import report

        return report()

    def report_rows(self, rows: Rows) -> list[Opened]:
        """The rows behind a number of the report."""
        from .reports.power.opened import opened

        return opened(rows)

    def match(self, path: Path, told: Mapping[str, str] | None = None) -> list[MatchedRow]:
        """Who on a list does the user know."""
        from .reports.match import match_file

        return match_file(path, told)

    def split(self, query: str) -> str:
        """Take a merged person apart; returns what was done, in a sentence."""
        from .decisions.merge import split

        self.store.require_writable()
        page = self.person(query)
        with transaction():
            operation, everyone = split(page.id, page.name)
            follow_people(everyone, operation)
        return f"took {page.name} apart: {len(everyone)} people again"

    def choose_value(self, item: Item, choice: Choice) -> Captured:
        """Let this value stand for a field of the people on a duplicates card, once they are one."""
        from .decisions.capture import Captured
        from .decisions.merge import choose_value

        self.store.require_writable()
        sentence = f"chose {choice.value} as {choice.field} of {item.name}"
        with transaction():
            rest = {item.person, *item.others} - {*item.apart}
            operation = choose_value(min(rest), choice.field, choice.person, sentence)
            follow_people([item.person, *item.others], operation)
        return Captured(operation, item.person, sentence)

    def mark(self, person: int, name: str, kind: str) -> Captured:
        """Say something about a person to hold until taken back (`knows_well`, `vouched` …), or take it back."""
        from .decisions.capture import capture_mark

        return self._captured(lambda: capture_mark(person, name, kind))

    def candidates(self, item: Item) -> list[Hit]:
        """Who may be meant by a request, the likeliest first."""
        from .reports.people import meant_by

        return meant_by(item.subject)

    def choose_target(self, item: Item, target: Hit) -> Captured:
        """Say whom a request means. Raises `RefusedError` once somebody was asked for it."""
        from .decisions.capture import choose_target
        from .introductions.states import SETTLED

        if item.values["state"] in SETTLED:
            raise RefusedError("You have decided to ask somebody.", "z takes decisions back, the newest first.")
        if target.id == item.person:
            raise RefusedError(f"{target.name} is who asks.", "Choose whom they want to meet.")
        return self._captured(lambda: choose_target(item.subject, (item.person, item.name), (target.id, target.name)))

    def import_files(
        self,
        paths: Iterable[Path],
        progress: Progress | None = None,
        occasion: Occasion | None = None,
        told: Mapping[str, str] | None = None,
        corrections: Corrections | None = None,
    ) -> ImportSummary:
        """Take in archives, address books, lists of attendees; may be called in a thread of its own."""
        from .intake import import_files, say_of

        self.store.require_writable()
        with own_connection():
            return import_files(paths, progress, say_of(occasion, told, corrections))

    def try_files(
        self, paths: Iterable[Path], progress: Progress, occasion: Occasion, corrections: Corrections
    ) -> DryRun:
        """What taking them in would bring; nothing of it is kept. May be called in a thread of its own."""
        from .intake import Told, try_files

        self.store.require_writable()
        with own_connection():
            return try_files(paths, progress, Told(occasion, None, corrections))


def _quiet() -> frozenset[str]:
    """Queues in which the policy was found to be no better than a constant answer."""
    found = rows(Fact.select(Fact.key).where(Fact.key.startswith("quiet "), Fact.value != ""))
    return frozenset(key.removeprefix("quiet ") for (key,) in found)
