"""Undo a decision: check first what has already been carried out on LinkedIn, then ask the journal."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple, cast

from ..errors import ConflictError, NotFoundError
from ..ids import outcome_card_of_errand
from ..introductions.record import QUEUE as INTROS
from ..journal import undo as journal
from ..journal.undo import Reversal
from ..store import Card, Change, Decision, Errand, IntroRequest, Mark, Table, transaction
from ..store.query import Query, Statement, param, params
from .card_state import update_states, update_states_of_people
from .outcomes import QUEUE as OUTCOMES
from .silence import refuse_again


class _Change(NamedTuple):
    """What an operation did to a row; an image holds all columns of a row that came or went, else the changed ones."""

    row: int
    before: dict[str, object] | None
    after: dict[str, object] | None

    @property
    def image(self) -> dict[str, object]:
        """What is known of the row."""
        return {**(self.before or {}), **(self.after or {})}

    @property
    def is_new(self) -> bool:
        """Whether the operation wrote the row."""
        return self.before is None

    @property
    def is_done(self) -> bool:
        """Whether the operation marked the row, an errand, as done, or wrote it as done."""
        return self.after is not None and self.after.get("state") == "done"


_CHANGES = Query(
    _Change,
    lambda: Change.select(Change.row, Change.before, Change.after).where(
        Change.operation == param("operation"), Change.table_name == param("table")
    ),
)
_DECIDED = Query(
    int,
    lambda: Decision.select(Decision.id).where(
        Decision.queue == param("queue"), Decision.subject.in_(params("subjects"))
    ),
)
_ERRANDS_FOR = Query(
    int,
    lambda: Errand.select(Errand.id).where(Errand.queue == param("queue"), Errand.subject.in_(params("subjects"))),
)
_DONE = Query(int, lambda: Errand.select(Errand.id).where(Errand.id.in_(params("errands")), Errand.state == "done"))
_CARD = Query(
    int, lambda: Card.select(Card.subject).where(Card.queue == param("queue"), Card.subject == param("subject"))
)
_CARDS_OF = Query(
    tuple[str, int],
    lambda: Decision.select(Decision.queue, Decision.subject).where(Decision.id.in_(params("decisions"))),
)
_REQUESTS = Query(int, lambda: IntroRequest.select(IntroRequest.id).where(IntroRequest.id.in_(params("requests"))))
_DROP_CARDS = Statement(lambda: Card.delete().where(Card.queue == param("queue"), Card.subject.in_(params("subjects"))))


def undo(number: int | None = None) -> Reversal:
    """Take back an operation, or the newest that can be.

    Raises:
        ConflictError: its errand was already carried out on LinkedIn, something was decided on what it wrote, a row
            has changed since, or someone silent would be written to once more.
        NotFoundError: there is nothing to take back.
    """
    number = number if number is not None else journal.last_done()
    if number is None:
        raise NotFoundError("There is nothing to undo.", "picky history lists what was done.")
    with transaction():
        _refuse_when_carried_out(number)
        _refuse_when_requested(number)
        _refuse_when_answered(number)
        return _brought_up_to_date(journal.undo(number))


def redo(number: int | None = None) -> Reversal:
    """Bring back an undone operation, or the one that was undone last.

    Raises:
        ConflictError: a row has changed since, its card is gone, or someone silent would be written to once more.
        NotFoundError: there is nothing to bring back.
    """
    number = number if number is not None else journal.last_undone()
    if number is None:
        raise NotFoundError("There is nothing to redo.", "picky history lists what was undone.")
    with transaction():
        reversal = _brought_up_to_date(journal.redo(number))
        _refuse_without_card(reversal.cards)
        return reversal


def _refuse_when_carried_out(number: int) -> None:
    """What was done by hand on LinkedIn is not undone by a key here; marking it done is."""
    left = [change.row for change in _changes(number, Errand) if change.is_new and not change.is_done]
    if _DONE.rows(errands=left):
        raise ConflictError(
            "You have already done this on LinkedIn, so undoing it here would tell a lie.",
            "Undo it on LinkedIn by hand, take back “done” in history, then undo this.",
        )


def _refuse_when_requested(number: int) -> None:
    """A verdict was given on a request that this operation wrote down."""
    requests = [change.row for change in _changes(number, IntroRequest) if change.is_new]
    if any(query.rows(queue=INTROS, subjects=requests) for query in (_DECIDED, _ERRANDS_FOR)):
        raise ConflictError("You have decided on that request since.", "Undo that decision first.")


def _refuse_when_answered(number: int) -> None:
    """The user said what came of an errand that this operation marked as done."""
    done = [outcome_card_of_errand(change.row) for change in _changes(number, Errand) if change.is_done]
    if _DECIDED.rows(queue=OUTCOMES, subjects=done):
        raise ConflictError("You have said what came of that since.", "Undo that first.")


def _refuse_without_card(cards: Collection[tuple[str, int]]) -> None:
    """A verdict came back for a card that is itself taken back."""
    for queue, subject in cards:
        if _CARD.first(queue=queue, subject=subject) is None:
            what = "errand" if queue == OUTCOMES else "request"
            raise ConflictError(f"The {what} it was about is taken back.", f"Bring the {what} back first.")


def _brought_up_to_date(reversal: Reversal) -> Reversal:
    """Bring the cards that follow from the touched rows up to date, unless someone silent would be written to."""
    refuse_again(_touched(reversal, Errand))
    _drop_cards_of_gone_requests(reversal)
    cards = _cards_of(reversal)
    update_states(cards, reversal.id)
    people = {cast("int", change.image["person_id"]) for change in _changes(reversal.target, Mark)}
    update_states_of_people(people, reversal.id)
    return reversal._replace(cards=frozenset(cards))


def _drop_cards_of_gone_requests(reversal: Reversal) -> None:
    """A request that was taken back leaves no card."""
    touched = _touched(reversal, IntroRequest)
    gone = set(touched).difference(_REQUESTS.rows(requests=touched))
    _DROP_CARDS.run(queue=INTROS, subjects=gone)


def _cards_of(reversal: Reversal) -> set[tuple[str, int]]:
    """Return the cards whose decisions an operation touched."""
    found, unnamed = set[tuple[str, int]](), list[int]()
    for change in _changes(reversal.target, Decision):
        image = change.image
        if "queue" in image:
            found.add((cast("str", image["queue"]), cast("int", image["subject"])))
        else:
            unnamed.append(change.row)
    return found | set(_CARDS_OF.rows(decisions=unnamed))


def _touched(reversal: Reversal, table: type[Table]) -> list[int]:
    return [row for name, row in reversal.touched if name == table._meta.table_name]


def _changes(operation: int, table: type[Table]) -> list[_Change]:
    return _CHANGES.rows(operation=operation, table=table._meta.table_name)
