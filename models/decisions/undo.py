"""Taking decisions back: looks at what was already done by hand on LinkedIn before it asks the journal."""

from __future__ import annotations

from typing import Any

from ..errors import ConflictError, NotFoundError
from ..ids import outcome_card_of_errand
from ..journal import undo as journal
from ..journal.undo import Reversal
from ..store import Card, Change, Decision, Errand, IntroRequest, Mark, Table, transaction
from ..store.query import chunks, rows
from . import outcomes
from .card_state import settle, settle_people
from .silence import refuse_again

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
    done = [outcome_card_of_errand(row) for row, after in rows(changed) if after and after.get("state") == "done"]
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
        refuse_when_built_on(number)
        return _settled(_without_second_go(journal.undo(number)))


def redo(number: int | None = None) -> Reversal:
    """Bring back an undone operation, or the one that was undone last."""
    number = number if number is not None else journal.last_undone()
    if number is None:
        raise NotFoundError("There is nothing to redo.", "picky history lists what was undone.")
    with transaction():
        reversal = _settled(_without_second_go(journal.redo(number)))
        refuse_without_card(set(reversal.cards))
        return reversal


def _without_second_go(reversal: Reversal) -> Reversal:
    """Raise `ConflictError` when taking back, or bringing back, would open a draft to somebody who stays silent."""
    refuse_again([row for table, row in reversal.touched if table == Errand._meta.table_name])
    return reversal


def _refuse_when_carried_out(number: int) -> None:
    """What was done by hand on LinkedIn is not undone by a key here; marking it done is."""
    made = Change.select(Change.row, Change.after).where(
        Change.operation == number, Change.table_name == "errand", Change.before.is_null()
    )
    for some in chunks([row for row, after in rows(made) if after["state"] != "done"]):
        if rows(Errand.select(Errand.id).where(Errand.id.in_(some), Errand.state == "done").limit(1)):
            raise ConflictError(
                "You have already done this on LinkedIn, so undoing it here would tell a lie.",
                "Undo it on LinkedIn by hand, take back “done” in history, then undo this.",
            )


def _settled(reversal: Reversal) -> Reversal:
    """Bring the cards that follow from the touched rows up to date."""
    clear_away(reversal)
    cards = _cards_of(reversal)
    settle(cards, reversal.id)
    settle_people({image["person_id"] for _, image in _changed(reversal, Mark)}, reversal.id)
    return reversal._replace(cards=frozenset(cards))


def _cards_of(reversal: Reversal) -> set[tuple[str, int]]:
    """The cards whose decisions an operation touched; a changed row's image holds its changed columns only."""
    found, unnamed = set[tuple[str, int]](), list[int]()
    for row, image in _changed(reversal, Decision):
        if "queue" in image:
            found.add((image["queue"], image["subject"]))
        else:
            unnamed.append(row)
    for some in chunks(unnamed):
        query = Decision.select(Decision.queue, Decision.subject).where(Decision.id.in_(some))
        found |= {(queue, subject) for queue, subject in rows(query)}
    return found


def _changed(reversal: Reversal, table: type[Table]) -> list[tuple[int, dict[str, Any]]]:
    """The rows of a table that an operation touched, each with what is known of it."""
    query = Change.select(Change.row, Change.before, Change.after).where(
        Change.operation == reversal.target, Change.table_name == table._meta.table_name
    )
    return [(row, {**(before or {}), **(after or {})}) for row, before, after in rows(query)]
