"""Saying who is who: a merge is a row that points one person at another, so taking the row away takes it apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ..errors import NotFoundError
from ..journal.record import Op, Operating, operation
from ..store import FieldChoice, Judgement, Merge
from ..store.query import rows
from ..verbs import Verb


def judge(op: Operating, main: int, others: Sequence[int], verb: Verb) -> None:
    """Write that these are one person, or different people; any other verdict takes back what was said before."""
    members = sorted({main, *others})
    _take_back(op, members)
    if verb is Verb.SAME:
        for other in others:
            op.insert(Merge, person=other, into=main)
    elif verb is Verb.DIFFERENT:
        for left, right in combinations(members, 2):
            op.insert(Judgement, left=left, right=right)


def _take_back(op: Operating, members: Sequence[int]) -> None:
    held = Merge.select(Merge.id).where(Merge.person.in_(members), Merge.into.in_(members))
    for (number,) in rows(held):
        op.delete(Merge, number)
    said = Judgement.select(Judgement.id).where(Judgement.left.in_(members), Judgement.right.in_(members))
    for (number,) in rows(said):
        op.delete(Judgement, number)


def split(person: int, name: str) -> tuple[int, tuple[int, ...]]:
    """Take every merge of a person apart; returns the operation, and everyone who stands alone again.

    Raises `NotFoundError` when nothing was merged.
    """
    merged = rows(Merge.select(Merge.id, Merge.person).where((Merge.into == person) | (Merge.person == person)))
    if not merged:
        raise NotFoundError(f"{name} was not merged with anybody.", "picky person NAME shows where values come from.")
    with operation(Op.SPLIT, f"took {name} apart", person=person) as op:
        for number, _ in merged:
            op.delete(Merge, number)
        for (number,) in rows(FieldChoice.select(FieldChoice.id).where(FieldChoice.person == person)):
            op.delete(FieldChoice, number)
    return op.id, (person, *(other for _, other in merged))


def choose_value(person: int, field: str, chosen: int, sentence: str) -> int:
    """Let this member's value stand for a field of the merged person; returns the operation."""
    held = rows(FieldChoice.select(FieldChoice.id).where(FieldChoice.person == person, FieldChoice.field == field))
    with operation(Op.CHOOSE, sentence, person=person) as op:
        if held:
            op.update(FieldChoice, held[0][0], chosen=chosen)
        else:
            op.insert(FieldChoice, person=person, field=field, chosen=chosen)
    return op.id
