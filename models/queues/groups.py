"""Which of the likely pairs belong together: everyone who may be one with somebody, as one card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from ..store import Judgement, Pair, Person
from ..store.query import chunks, rows


class Group(NamedTuple):
    """People who may all be one."""

    pair: int
    """The surest pair: the group's number."""
    score: float
    members: tuple[int, ...]


def groups() -> list[Group]:
    """Everyone who may be one with somebody, surest groups first; no group holds two who differ."""
    roots = dict(rows(Person.select(Person.id, Person.same_as).where(Person.same_as.is_null(False))))
    pairs = rows(Pair.select(Pair.id, Pair.left, Pair.right, Pair.score).order_by(Pair.score.desc(), Pair.id))
    ends = [(number, roots.get(left, left), roots.get(right, right), score) for number, left, right, score in pairs]
    differ = _differing(roots, {person for pair in ends for person in pair[1:3]})
    members: dict[int, set[int]] = {}
    heads: dict[int, tuple[int, float]] = {}
    for number, a, b, score in ends:
        mine, theirs = members.get(a, {a}), members.get(b, {b})
        if a == b or mine is theirs or any(differ(x, y) for x in mine for y in theirs):
            continue
        both = mine | theirs
        first = min((heads[min(group)] for group in (mine, theirs) if min(group) in heads), default=(number, score),
                    key=lambda head: -head[1])  # fmt: skip
        for member in both:
            members[member] = both
        heads[min(both)] = first
    unique = {id(group): group for group in members.values()}
    found = [Group(*heads[min(group)], tuple(sorted(group))) for group in unique.values()]
    return sorted(found, key=lambda group: (-group.score, group.pair))


def _differing(roots: Mapping[int, int], people: Collection[int]) -> Callable[[int, int], bool]:
    """Whether two differ: the user said so, or one source gives each a profile link of their own."""
    said = {
        frozenset((roots.get(left, left), roots.get(right, right)))
        for left, right in rows(Judgement.select(Judgement.left, Judgement.right))
    }
    linked: defaultdict[int, set[str]] = defaultdict(set)
    for some in chunks({*people, *roots}):
        query = Person.select(Person.id, Person.source).where(Person.id.in_(some), Person.slug.is_null(False))
        for person, source in rows(query):
            linked[roots.get(person, person)].add(source or "")
    return lambda one, other: frozenset((one, other)) in said or bool(linked[one] & linked[other])


def main_of(members: Collection[int]) -> int:
    """Whose row the others are pointed at: the lowest number. Whose values stand is another question."""
    return min(members)
