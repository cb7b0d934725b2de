"""What was done, taken back and brought back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..queues.refresh import refresh_people
from ..store import transaction

if TYPE_CHECKING:  # what only some screens need is imported by the method that gives it
    from ..journal.history import Line
    from ..journal.undo import Reversal

from .opened import OpenStore


class History(OpenStore):
    """Undo, redo and the log."""

    def undo(self, number: int | None = None) -> Reversal:
        """Take back an operation, or the newest."""
        from ..decisions.undo import undo

        return self._reverse(undo, number)

    def redo(self, number: int | None = None) -> Reversal:
        """Bring back an operation, or the one undone last."""
        from ..decisions.undo import redo

        return self._reverse(redo, number)

    def history(self, *, before: int | None = None, limit: int | None = None) -> list[Line]:
        """What was done, newest first."""
        from ..journal.history import history

        return history(before=before, limit=limit)

    def newest_operation(self) -> int:
        """A number that is another one once anything was done, undone or imported."""
        from ..journal.history import newest

        return newest()

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
