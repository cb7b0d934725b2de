"""What decisions stand on: a request written down, an errand done. Neither is taken back from under what was decided on it."""

from __future__ import annotations

from ..errors import ConflictError
from ..journal.undo import Reversal
from ..store import Card, Change, Decision, Errand, IntroRequest
from ..store.query import rows
from . import outcomes

_QUEUE = "intros"
_REQUEST = IntroRequest._meta.table_name


def refuse_when_built_on(number: int) -> None:
    """Raise `ConflictError` when a verdict was given on what this operation wrote down or marked as done."""
    _refuse_when_requested(number)
    _refuse_when_answered(number)


def _refuse_when_requested(number: int) -> None:
    made = Change.select(Change.row).where(
        Change.operation == number, Change.table_name == _REQUEST, Change.before.is_null()
    )
    requests = [row[0] for row in rows(made)]
    for table in (Decision, Errand):
        if requests and rows(table.select(table.id).where(table.queue == _QUEUE, table.subject.in_(requests)).limit(1)):
            raise ConflictError("You have decided on that request since.", "Undo that decision first.")


def _refuse_when_answered(number: int) -> None:
    changed = Change.select(Change.row, Change.after).where(
        Change.operation == number, Change.table_name == Errand._meta.table_name
    )
    done = [outcomes.card_of_errand(row) for row, after in rows(changed) if after and after.get("state") == "done"]
    said = Decision.select(Decision.id).where(Decision.queue == outcomes.QUEUE, Decision.subject.in_(done))
    if done and rows(said.limit(1)):
        raise ConflictError("You have said what came of that since.", "Undo that first.")


def refuse_without_card(cards: set[tuple[str, int]]) -> None:
    """Raise `ConflictError` when a verdict came back for a card that is itself taken back."""
    for queue, subject in cards:
        if not rows(Card.select(Card.subject).where(Card.queue == queue, Card.subject == subject)):
            what = "errand" if queue == outcomes.QUEUE else "request"
            raise ConflictError(f"The {what} it was about is taken back.", f"Bring the {what} back first.")


def clear_away(reversal: Reversal) -> None:
    """A request that was taken back leaves no card."""
    touched = [row for table, row in reversal.touched if table == _REQUEST]
    kept = {row[0] for row in rows(IntroRequest.select(IntroRequest.id).where(IntroRequest.id.in_(touched)))}
    gone = [row for row in touched if row not in kept]
    if gone:
        Card.delete().where(Card.queue == _QUEUE, Card.subject.in_(gone)).execute()
