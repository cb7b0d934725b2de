"""Taking an operation back, and bringing it back again: each is an operation of its own."""

from __future__ import annotations

from typing import NamedTuple
from uuid import uuid4

from peewee import IntegrityError

from .. import clock
from ..errors import ConflictError, NotFoundError
from ..store import Change, Operation, transaction
from ..store.query import one, rows, value
from .record import LOG_ONLY, Op
from .row_images import apply, table_named


class Reversal(NamedTuple):
    """What an undo or redo did: its own number, that of the operation it concerned, and the rows it touched."""

    id: int
    target: int
    kind: str
    sentence: str
    person: int | None
    touched: frozenset[tuple[str, int]]
    cards: frozenset[tuple[str, int]] = frozenset()
    """The cards, as queue and subject, whose decisions came or went."""


def last_done() -> int | None:
    """Return the newest operation that can be taken back. Imports are stepped over."""
    query = Operation.select(Operation.id).where(
        Operation.undone_at.is_null(), Operation.kind.not_in([kind.value for kind in LOG_ONLY])
    )
    found = value(query.order_by(Operation.id.desc()))
    return None if found is None else int(found)


def last_undone() -> int | None:
    """Return the operation that was taken back last and still is."""
    undone = Operation.alias()
    query = (
        Operation.select(undone.id)
        .join(undone, on=(undone.id == Operation.target_id))
        .where(Operation.kind == Op.UNDO.value, undone.undone_at.is_null(False))
    )
    found = value(query.order_by(Operation.id.desc()))
    return None if found is None else int(found)


def undo(number: int) -> Reversal:
    """Take an operation back; raise `ConflictError`, and change nothing, when a row of it has changed since."""
    return _reverse(number, Op.UNDO)


def redo(number: int) -> Reversal:
    """Bring an undone operation back; raise `ConflictError`, and change nothing, when its place is taken."""
    return _reverse(number, Op.REDO)


def _reverse(number: int, direction: Op) -> Reversal:
    back = direction is Op.UNDO
    with transaction():
        columns = (Operation.kind, Operation.sentence, Operation.person, Operation.undone_at)
        target = one(Operation.select(*columns).where(Operation.id == number))
        if target is None:
            raise NotFoundError(f"There is no operation {number}.", "picky history lists them.")
        kind, sentence, person, undone_at = target
        _check(kind, is_undone=undone_at is not None, back=back)
        touched = _swap(number, back=back)
        moment = clock.now()
        Operation.update(undone_at=moment if back else None).where(Operation.id == number).execute()
        made = Operation.insert(
            uid=uuid4().hex,
            at=moment,
            kind=direction.value,
            sentence=sentence,
            person=person,
            target_id=number,
        ).execute()
    return Reversal(int(made), number, kind, sentence, person, touched)


def _check(kind: str, *, is_undone: bool, back: bool) -> None:
    if kind in [only.value for only in LOG_ONLY]:
        raise ConflictError("An import is not taken back.", "Import the other archive: picky keeps what each one said.")
    if back and is_undone:
        raise ConflictError("That is undone already.", "picky redo brings it back.")
    if not back and not is_undone:
        raise ConflictError("That is not undone.", "picky undo takes it back.")


def _swap(number: int, *, back: bool) -> frozenset[tuple[str, int]]:
    fields = (Change.table_name, Change.row, Change.before, Change.after)
    order = Change.id.desc() if back else Change.id.asc()
    touched = set()
    for name, row, before, after in rows(Change.select(*fields).where(Change.operation == number).order_by(order)):
        try:
            apply(table_named(name), row, *((after, before) if back else (before, after)))
        except IntegrityError as error:
            raise ConflictError("Something decided later hangs on that.", "Undo the later one first.") from error
        touched.add((name, row))
    return frozenset(touched)
