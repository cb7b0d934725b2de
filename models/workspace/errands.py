"""What is left to do by hand, and its drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ids import UNWRITTEN
from ..queues.refresh import refresh_people
from ..store import transaction

if TYPE_CHECKING:  # what only some screens need is imported by the method that gives it
    from ..decisions.capture import Captured
    from ..outbox.drafts import Draft
    from ..outbox.pending import PendingErrand

from .opened import OpenStore


class Errands(OpenStore):
    """The outbox."""

    def outbox(self, *, everything: bool = False) -> list[PendingErrand]:
        """Errands left to do by hand, or all there ever were."""
        from ..outbox.pending import errands
        from ..queues.silent_targets import closings

        return [*errands(self.replies, everything=everything), *closings(self.context(), self.replies)]

    def outbox_counts(self) -> tuple[int, int]:
        """How many errands are open, and how many are staged."""
        from ..outbox.pending import counts
        from ..queues.silent_targets import closings

        opened, staged = counts()
        return opened + len(closings(self.context(), self.replies)), staged

    def close_errand(self, number: int, state: str) -> tuple[int, str]:
        """Mark an errand `done`, `not_found` or `cancelled`."""
        from ..decisions.errands import close_errand, close_unwritten
        from ..queues.refresh import people_asked_about
        from ..queues.silent_targets import closing

        self.store.require_writable()
        if number >= UNWRITTEN:
            return close_unwritten(closing(number, self.context(), self.replies), state)
        with transaction():
            operation, sentence = close_errand(number, state)
            concerned = people_asked_about(operation)
            if concerned:
                refresh_people(concerned, operation)
        return operation, sentence

    def redraft(self, todo: PendingErrand, voice: str, language: str) -> Draft:
        """What the draft of an errand would be in this voice and language; nothing is kept."""
        return self.replies.draft(todo.kind, todo.facts, voice, language)

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
