"""Saying who is who: a merge is a row that points one person at another, so taking the row away takes it apart."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations, product

from ..errors import NotFoundError
from ..journal.record import Op, Operating, operation
from ..store import Decision, FieldChoice, Judgement, Merge, Pair
from ..store.query import rows, value
from ..verbs import Verb
from .card_state import settle


def judge(op: Operating, people: Collection[int], verb: Verb, apart: Collection[int] = ()) -> None:
    """Write that these are one person, or different people; any other verdict takes back what was said before.

    Those who stand apart are somebody else while the rest are one; whether they are one among themselves stays open.
    """
    members = sorted(people)
    _take_back(op, members)
    kin = {member: _merged_with(member) for member in members}
    if verb is Verb.SAME:
        together = [member for member in members if member not in apart]
        # Somebody may have been merged elsewhere meanwhile: the heads are joined, lowest first, so no ring can form.
        first, *rest = sorted({_head(member) for member in together})
        for head in rest:
            op.insert(Merge, person=head, into=first)
        everyone = {person for member in together for person in kin[member]}
        for stranger in sorted(apart):
            if not kin[stranger] & everyone:
                _tell_apart(op, kin[stranger], everyone)
    elif verb is Verb.DIFFERENT:
        for left, right in combinations(members, 2):
            if left not in kin[right]:
                _tell_apart(op, kin[left], kin[right])


def _tell_apart(op: Operating, these: set[int], those: set[int]) -> None:
    """Everybody who was merged differs too, so that nothing is asked again when they are taken apart."""
    held = Judgement.select(Judgement.left, Judgement.right).where(Judgement.left.in_([*these, *those]))
    said = set(rows(held))
    for left, right in sorted({(min(pair), max(pair)) for pair in product(these, those)} - said):
        op.insert(Judgement, left=left, right=right)


def _take_back(op: Operating, members: Sequence[int]) -> None:
    held = Merge.select(Merge.id).where(Merge.person.in_(members), Merge.into.in_(members))
    for (number,) in rows(held):
        op.delete(Merge, number)
    everyone = [person for member in members for person in _merged_with(member)]
    said = Judgement.select(Judgement.id).where(Judgement.left.in_(everyone), Judgement.right.in_(everyone))
    for (number,) in rows(said):
        op.delete(Judgement, number)


def _head(person: int) -> int:
    """The one into whom this one was merged, at the end of the chain."""
    while (into := value(Merge.select(Merge.into).where(Merge.person == person))) is not None:
        person = int(into)
    return person


def _merged_with(person: int) -> set[int]:
    """Everyone who was merged with this one, over any number of merges, and the one."""
    found, fresh = set[int](), {_head(person)}
    while fresh:
        found |= fresh
        fresh = {row[0] for row in rows(Merge.select(Merge.person).where(Merge.into.in_(fresh)))}
    return found


def split(person: int, name: str) -> tuple[int, tuple[int, ...]]:
    """Take every merge of a person apart; returns the operation, and everyone who stands alone again.

    What was said on their cards is taken back with it: they may be asked about again, and told apart then. Raises
    `NotFoundError` when nothing was merged.
    """
    everyone = sorted(_merged_with(person))
    if len(everyone) < 2:
        raise NotFoundError(f"{name} was not merged with anybody.", "picky person NAME shows where values come from.")
    with operation(Op.SPLIT, f"took {name} apart", person=person) as op:
        for table in (Merge, FieldChoice):
            for (number,) in rows(table.select(table.id).where(table.person.in_(everyone))):
                op.delete(table, number)
        asked = Pair.select(Pair.id).where(Pair.left.in_(everyone), Pair.right.in_(everyone))
        said = Decision.select(Decision.id, Decision.subject).where(
            Decision.queue == "duplicates", Decision.verdict == Verb.SAME.value, Decision.subject.in_(asked)
        )
        cards = rows(said)
        for number, _ in cards:
            op.delete(Decision, number)
        settle([("duplicates", subject) for _, subject in cards], op.id)
    return op.id, tuple(everyone)


def choose_value(person: int, field: str, chosen: int, sentence: str) -> int:
    """Let this member's value stand for a field of the merged person; returns the operation."""
    held = rows(FieldChoice.select(FieldChoice.id).where(FieldChoice.person == person, FieldChoice.field == field))
    with operation(Op.CHOOSE, sentence, person=person) as op:
        if held:
            op.update(FieldChoice, held[0][0], chosen=chosen)
        else:
            op.insert(FieldChoice, person=person, field=field, chosen=chosen)
    return op.id
