"""Same or different: a merge is a row that points one person at another, so removing the row takes it apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations, product
from typing import NamedTuple

from ..errors import NotFoundError
from ..journal.record import Op, Operating, operation
from ..store import Decision, FieldChoice, Judgement, Merge, Pair
from ..store.query import Query, param, params
from ..verbs import Verb
from .card_state import update_states

QUEUE = "duplicates"


class _Merge(NamedTuple):
    """A row that stands for another one."""

    id: int
    person: int
    into: int


class _Judgement(NamedTuple):
    """Two rows that are different people."""

    id: int
    left: int
    right: int


_MERGES_OF = Query(
    _Merge, lambda: Merge.select(Merge.id, Merge.person, Merge.into).where(Merge.person.in_(params("people")))
)
_MERGES_INTO = Query(
    _Merge, lambda: Merge.select(Merge.id, Merge.person, Merge.into).where(Merge.into.in_(params("people")))
)
_JUDGEMENTS = Query(
    _Judgement,
    lambda: Judgement.select(Judgement.id, Judgement.left, Judgement.right).where(Judgement.left.in_(params("people"))),
)
_CHOICES = Query(int, lambda: FieldChoice.select(FieldChoice.id).where(FieldChoice.person.in_(params("people"))))
_CHOICE = Query(
    int,
    lambda: FieldChoice.select(FieldChoice.id).where(
        FieldChoice.person == param("person"), FieldChoice.field == param("field")
    ),
)
_PAIRS = Query(tuple[int, int], lambda: Pair.select(Pair.id, Pair.right).where(Pair.left.in_(params("people"))))
_CALLED_SAME = Query(
    tuple[int, int],
    lambda: Decision.select(Decision.id, Decision.subject).where(
        Decision.queue == QUEUE, Decision.verdict == Verb.SAME.value, Decision.subject.in_(params("pairs"))
    ),
)


def judge(op: Operating, people: Collection[int], verb: Verb, apart: Collection[int] = ()) -> None:
    """Write that these are one person, or different people; any other verdict takes back what was said before.

    Args:
        op: the operation to write into.
        people: everyone on the card.
        verb: what the user says.
        apart: those who are someone else while the rest are one. Whether they are one among themselves stays open.
    """
    members = sorted(people)
    merges = _take_back(op, members, _merges_around(members))
    kin = {member: _joined_with(member, merges) for member in members}
    if verb is Verb.SAME:
        together = [member for member in members if member not in apart]
        # Someone may have been merged elsewhere meanwhile: the heads are joined, lowest first, so no ring can form.
        first, *rest = sorted({_head(member, merges) for member in together})
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


def _take_back(op: Operating, members: Collection[int], merges: Collection[_Merge]) -> list[_Merge]:
    """Take back what was said about these members among themselves; return the merges that are left."""
    among = [merge for merge in merges if merge.person in members and merge.into in members]
    for merge in among:
        op.delete(Merge, merge.id)
    everyone = {*members, *(end for merge in merges for end in (merge.person, merge.into))}
    for judgement in _JUDGEMENTS.rows(people=everyone):
        if judgement.right in everyone:
            op.delete(Judgement, judgement.id)
    return [merge for merge in merges if merge not in among]


def _tell_apart(op: Operating, these: set[int], those: set[int]) -> None:
    """Write that everyone who was merged differs too: nothing is asked again when they are taken apart."""
    judged = {(judgement.left, judgement.right) for judgement in _JUDGEMENTS.rows(people=these | those)}
    for left, right in sorted({(min(pair), max(pair)) for pair in product(these, those)} - judged):
        op.insert(Judgement, left=left, right=right)


def _merges_around(people: Iterable[int]) -> list[_Merge]:
    """Return every merge that these people have to do with, over any number of merges."""
    seen, merges, fresh = set[int](), dict[int, _Merge](), set(people)
    while fresh:
        seen |= fresh
        touching = [*_MERGES_OF.rows(people=fresh), *_MERGES_INTO.rows(people=fresh)]
        merges |= {merge.id: merge for merge in touching}
        fresh = {end for merge in touching for end in (merge.person, merge.into)} - seen
    return list(merges.values())


def _joined_with(person: int, merges: Iterable[_Merge]) -> set[int]:
    """Return everyone who is one with this person by these merges, and the person."""
    links = [{merge.person, merge.into} for merge in merges]
    found, grown = set[int](), {person}
    while grown != found:
        found = grown
        grown = found.union(*(link for link in links if link & found))
    return found


def _head(person: int, merges: Iterable[_Merge]) -> int:
    """Return the one into whom this one was merged, at the end of the chain."""
    into = {merge.person: merge.into for merge in merges}
    while person in into:
        person = into[person]
    return person


def split(person: int, name: str) -> tuple[int, tuple[int, ...]]:
    """Take every merge of a person apart; return the operation, and everyone who stands alone again.

    What was said on their cards is taken back with it: they may be asked about again, and told apart then. Raises
    `NotFoundError` when nothing was merged.
    """
    merges = _merges_around([person])
    if not merges:
        raise NotFoundError(f"{name} was not merged with anybody.", "picky person NAME shows where values come from.")
    everyone = _joined_with(person, merges)
    with operation(Op.SPLIT, f"took {name} apart", person=person) as op:
        for merge in merges:
            op.delete(Merge, merge.id)
        for choice in _CHOICES.rows(people=everyone):
            op.delete(FieldChoice, choice)
        asked = [pair for pair, right in _PAIRS.rows(people=everyone) if right in everyone]
        decisions = _CALLED_SAME.rows(pairs=asked)
        for decision, _ in decisions:
            op.delete(Decision, decision)
        update_states([(QUEUE, subject) for _, subject in decisions], op.id)
    return op.id, tuple(sorted(everyone))


def choose_value(person: int, field: str, chosen: int, sentence: str) -> int:
    """Let this member's value stand for a field of the merged person; return the operation."""
    choice = _CHOICE.first(person=person, field=field)
    with operation(Op.CHOOSE, sentence, person=person) as op:
        if choice is None:
            op.insert(FieldChoice, person=person, field=field, chosen=chosen)
        else:
            op.update(FieldChoice, choice, chosen=chosen)
    return op.id
