"""All that `tui` needs of a store, in one object: its answers, and every way to write.

What only some keys need is imported by the method that does it: the first card must not wait for the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import RefusedError
from ..ids import UNWRITTEN
from ..queues.refresh import refresh_people
from ..queues.registry import queue_named
from ..store import transaction
from ..store.database import own_connection
from ..store.queue_states import set_quiet

if TYPE_CHECKING:
    from ..decisions.capture import Captured, NewEncounter
    from ..decisions.decide import Done
    from ..importers.contacts.attendance import ListEvent
    from ..importers.contacts.column_overrides import ColumnOverrides
    from ..importers.dry_run import DryRun
    from ..importers.load import Progress
    from ..importers.summary import ImportSummary
    from ..journal.undo import Reversal
    from ..outbox.pending import PendingErrand
    from ..policy.edit import Changes
    from ..queues.duplicates import Choice, DuplicateCard
    from ..queues.intros import IntroCard
    from ..reports.outcome_text import OutcomeText
    from ..reports.search import Hit


from .answers import Answers


class Workspace(Answers):
    """An open store: answers as plain values, and decisions, notes, errands, imports and undo."""

    # Queues and cards

    def decide(
        self, name: str, card: str, verdict: str, *, reason: str = "", length: str = "", without: Sequence[str] = ()
    ) -> Done:
        """Return a verdict by name, as scripts give it; `without` names those on a card who are someone else.

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

    # The outbox

    def close_errand(self, number: int, state: str) -> tuple[int, str]:
        """Mark an errand `done`, `not_found` or `cancelled`."""
        from ..decisions.errands import close_errand, close_unwritten
        from ..queues.refresh import people_asked_about
        from ..queues.silent_targets import unwritten_errand

        self.store.require_writable()
        if number >= UNWRITTEN:
            return close_unwritten(unwritten_errand(number, self.context(), self.replies), state)
        with transaction():
            operation, sentence = close_errand(number, state)
            concerned = people_asked_about(operation)
            if concerned:
                refresh_people(concerned, operation)
        return operation, sentence

    def keep_draft(self, todo: PendingErrand, text: str, voice: str, language: str) -> Captured:
        """Keep the draft of an errand as it was edited; an empty text is what the template makes."""
        from ..decisions.errands import keep_draft, keep_unwritten_draft

        self.store.require_writable()
        if todo.id >= UNWRITTEN:
            return keep_unwritten_draft(todo, text, voice, language)
        manner = {"voice": voice} if voice != todo.written.voice else {}
        manner |= {"language": language} if language != todo.written.language else {}
        return keep_draft(todo.id, text, manner)

    def confirm(self, numbers: list[int]) -> tuple[int, str]:
        """Let staged errands count."""
        from ..decisions.errands import confirm_staged

        self.store.require_writable()
        return confirm_staged(numbers)

    # History

    def undo(self, number: int | None = None) -> Reversal:
        """Take back an operation, or the newest."""
        from ..decisions.undo import undo

        return self._reverse(undo, number)

    def redo(self, number: int | None = None) -> Reversal:
        """Bring back an operation, or the one undone last."""
        from ..decisions.undo import redo

        return self._reverse(redo, number)

    def _reverse(self, how: Callable[[int | None], Reversal], number: int | None) -> Reversal:
        from ..queues.identities import captured_roots
        from ..queues.refresh import people_touched_by

        self.store.require_writable()
        with transaction():
            roots = captured_roots()  # a row that the reversal takes away no longer says who it stood for
            reversal = how(number)
            people = people_touched_by(reversal.target)
            if people:
                refresh_people(people | {roots[person] for person in people & roots.keys()}, reversal.id)
        return reversal

    # People

    def split(self, query: str) -> str:
        """Take a merged person apart; returns what was done, in a sentence."""
        from ..decisions.merge import split

        self.store.require_writable()
        page = self.person(query)
        with transaction():
            operation, everyone = split(page.id, page.name)
            refresh_people(everyone, operation)
        return f"took {page.name} apart: {len(everyone)} people again"

    # What the user writes down

    def met(self, met: NewEncounter, person: int | None = None) -> Captured:
        """Keep a meeting; who it was is found by name when no person is given, now or when a later import brings them."""
        from ..decisions.capture import capture_encounter
        from ..reports.search import person_named

        known = person if person is not None else person_named(met.name, met.company)
        return self._captured(lambda: capture_encounter(met, known))

    def ask(self, asker: str, target: str, text: str = "", purpose: str = "") -> Captured:
        """Keep a request for an introduction heard elsewhere; its purpose is guessed from the text unless given."""
        from ..decisions.capture import NewRequest, capture_request
        from ..reports.search import person_meant
        from ..requests.purpose import wish_of
        from ..requests.tokenize import read

        wish = wish_of(read(text))
        asked = NewRequest(asker, target, purpose or wish.purpose.value, text, says_why=wish.says_why)
        return self._captured(lambda: capture_request(asked, person_meant(asker), person_meant(target)))

    def outcome(self, told: OutcomeText) -> Captured:
        """Keep what came of knowing someone. Raises `UsageError` for a kind, a day or a name that is none."""
        from ..decisions.outcomes import capture_outcome
        from ..reports.outcome_text import parse_outcome

        self.store.require_writable()
        with transaction():
            captured, everybody = capture_outcome(parse_outcome(told))
            refresh_people(everybody, captured.operation)
        return captured

    def remark(self, person: int, name: str, kind: str, text: str) -> Captured:
        """Keep a private `note`, or pasted `profile` text, on a person."""
        from ..decisions.capture import capture_remark

        return self._captured(lambda: capture_remark(person, name, kind, text))

    def mark(self, person: int, name: str, kind: str) -> Captured:
        """Say something about a person to hold until taken back (`knows_well`, `vouched` …), or take it back."""
        from ..decisions.capture import capture_mark

        return self._captured(lambda: capture_mark(person, name, kind))

    def _captured(self, write: Callable[[], Captured]) -> Captured:
        self.store.require_writable()
        with transaction():
            captured = write()
            refresh_people([captured.person], captured.operation)
        return captured

    def choose_target(self, card: IntroCard, target: Hit) -> Captured:
        """Say whom a request means. Raises `RefusedError` once someone was asked for it."""
        from ..decisions.capture import choose_target
        from ..introductions.states import SETTLED

        if card.facts.state in SETTLED:
            raise RefusedError("You have decided to ask somebody.", "z takes decisions back, the newest first.")
        if target.id == card.person:
            raise RefusedError(f"{target.name} is who asks.", "Choose whom they want to meet.")
        return self._captured(lambda: choose_target(card.subject, (card.person, card.name), (target.id, target.name)))

    def choose_value(self, card: DuplicateCard, choice: Choice) -> Captured:
        """Let this value stand for a field of the people on a duplicates card, once they are one."""
        from ..decisions.capture import Captured
        from ..decisions.merge import choose_value

        self.store.require_writable()
        sentence = f"chose {choice.value} as {choice.field} of {card.name}"
        with transaction():
            rest = {*card.members} - {*card.facts.apart}
            operation = choose_value(min(rest), choice.field, choice.person, sentence)
            refresh_people(card.members, operation)
        return Captured(operation, card.person, sentence)

    # The policy and the report

    def hush(self, queue: str) -> bool:
        """Have the policy be quiet in a queue, or speak again, by how it did there lately; gives whether it is quiet."""
        from ..reports.calibration import is_quiet

        quiet = is_quiet(queue)
        if not self.store.read_only:
            set_quiet(queue, is_quiet=quiet)
        self.policy = self.policy._replace(quiet=(self.policy.quiet - {queue}) | ({queue} if quiet else set()))
        return quiet

    def policy_change(self, changes: Changes, *, keep: bool) -> str:
        """Return what these changes would do to the user's policy file, line by line; with `keep`, they are made."""
        from ..policy.edit import changed_text, difference, policy_of, save

        path = self.settings.policy_file
        before, after = changed_text(path, changes)
        if keep:
            save(path, after)
            self.policy = policy_of(path, after)._replace(quiet=self.policy.quiet)
        return difference(path, before, after)

    # Files

    def import_files(
        self,
        paths: Iterable[Path],
        progress: Progress | None = None,
        occasion: ListEvent | None = None,
        told: Mapping[str, str] | None = None,
        corrections: ColumnOverrides | None = None,
    ) -> ImportSummary:
        """Take in archives, address books, lists of attendees; may be called in a thread of its own."""
        from ..intake import import_files, import_options

        self.store.require_writable()
        with own_connection():
            return import_files(paths, progress, import_options(occasion, told, corrections))

    def try_files(
        self, paths: Iterable[Path], progress: Progress, occasion: ListEvent, corrections: ColumnOverrides
    ) -> DryRun:
        """Return what taking them in would bring; nothing of it is kept. May be called in a thread of its own."""
        from ..intake import ImportOptions, try_files

        self.store.require_writable()
        with own_connection():
            return try_files(paths, progress, ImportOptions(occasion, None, corrections))
