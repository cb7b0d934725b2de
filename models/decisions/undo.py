"""Taking decisions back: looks at what was already done by hand on LinkedIn before it asks the journal."""

from __future__ import annotations

from dataclasses import replace

from .. import journal
from ..errors import ConflictError, NotFoundError
from ..journal import Reversal
from ..store import Change, Decision, Errand, Mark, transaction
from ..store.query import rows
from .standing import settle, settle_people


def undo(number: int | None = None) -> Reversal:
    """Take back an operation, or the newest that can be.

    Raises `ConflictError` when its errand was already carried out on LinkedIn, or a row changed since;
    `NotFoundError` when there is nothing to take back.
    """
    number = number if number is not None else journal.last_done()
    if number is None:
        raise NotFoundError("There is nothing to undo.", "picky history lists what was done.")
    with transaction():
        _refuse_when_carried_out(number)
        return _settled(journal.undo(number))


def redo(number: int | None = None) -> Reversal:
    """Bring back an undone operation, or the one that was undone last."""
    number = number if number is not None else journal.last_undone()
    if number is None:
        raise NotFoundError("There is nothing to redo.", "picky history lists what was undone.")
    with transaction():
        return _settled(journal.redo(number))


def _refuse_when_carried_out(number: int) -> None:
    """What was done by hand on LinkedIn is not undone by a key here."""
    made = Change.select(Change.row).where(
        Change.operation == number, Change.table_name == "errand", Change.before.is_null()
    )
    errands = [row[0] for row in rows(made)]
    if errands and rows(Errand.select(Errand.id).where(Errand.id.in_(errands), Errand.state == "done").limit(1)):
        raise ConflictError(
            "You have already done this on LinkedIn, so undoing it here would tell a lie.",
            "Undo it on LinkedIn by hand, take back “done” in history, then undo this.",
        )


def _settled(reversal: Reversal) -> Reversal:
    """Bring the cards that follow from the touched rows up to date."""
    changes = Change.select(Change.table_name, Change.before, Change.after).where(Change.operation == reversal.target)
    cards: set[tuple[str, int]] = set()
    people: set[int] = set()
    for table, before, after in rows(changes):
        row = after if before is None else before
        if table == Mark._meta.table_name:
            people.add(row["person_id"])
        elif table == Decision._meta.table_name:
            cards |= _cards_of(reversal)
    settle(cards, reversal.id)
    settle_people(people, reversal.id)
    return replace(reversal, cards=frozenset(cards))


def _cards_of(reversal: Reversal) -> set[tuple[str, int]]:
    """The cards whose decisions an operation touched; a changed row's image holds its changed columns only."""
    found: set[tuple[str, int]] = set()
    changes = Change.select(Change.row, Change.before, Change.after).where(
        Change.operation == reversal.target, Change.table_name == "decision"
    )
    for row, before, after in rows(changes):
        whole = next((image for image in (before, after) if image and "queue" in image), None)
        if whole:
            found.add((whole["queue"], whole["subject"]))
        else:
            found |= {(queue, subject) for queue, subject in rows(
                Decision.select(Decision.queue, Decision.subject).where(Decision.id == row)
            )}  # fmt: skip
    return found
