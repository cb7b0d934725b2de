"""Who may be one person: pairs that the matcher found, joined to groups in which nobody differs from anybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from ..store import Judgement, Pair, Person
from ..store.query import PeopleQuery, Query, params


class Group(NamedTuple):
    """People who may all be one."""

    pair: int
    """The surest pair: the group's number."""
    score: float
    """The natural logarithm of the odds that this pair is one person."""
    members: tuple[int, ...]
    """One row for each of them, lowest number first."""

    @property
    def main(self) -> int:
        """The row at which the others would be pointed. Whose values stand is another question."""
        return self.members[0]


class _Pair(NamedTuple):
    id: int
    left: int
    right: int
    score: float


class _Graph(NamedTuple):
    """Pairs, and what speaks against joining them. All people in it are named by the row that stands for them."""

    pairs: list[_Pair]
    """Surest first."""
    judged: set[frozenset[int]]
    """People of whom the user said that they differ."""
    sources: Mapping[int, set[str]]
    """The sources that give a person a profile link of their own: two links in one source are two people."""

    def differ(self, these: Iterable[int], those: Iterable[int]) -> bool:
        """Return whether someone among these is known not to be someone among those."""
        return any(
            frozenset((one, other)) in self.judged or bool(self.sources[one] & self.sources[other])
            for one in these
            for other in those
        )


_PAIRS = Query(_Pair, lambda: Pair.select(Pair.id, Pair.left, Pair.right, Pair.score))
_PAIRS_ON_THE_LEFT = Query(
    _Pair,
    lambda: Pair.select(Pair.id, Pair.left, Pair.right, Pair.score).where(Pair.left.in_(params("people"))),
)
_PAIRS_ON_THE_RIGHT = Query(
    _Pair,
    lambda: Pair.select(Pair.id, Pair.left, Pair.right, Pair.score).where(Pair.right.in_(params("people"))),
)
_JUDGEMENTS = PeopleQuery(tuple[int, int], lambda: Judgement.select(Judgement.left, Judgement.right), Judgement.left)
_LINKED = PeopleQuery(
    tuple[int, str | None],
    lambda: Person.select(Person.id, Person.source).where(Person.slug.is_null(False)),
    Person.id,
)
_ROOTS = PeopleQuery(
    tuple[int, int],
    lambda: Person.select(Person.id, Person.same_as).where(Person.same_as.is_null(False)),
    Person.id,
)
_ALIASES = Query(
    tuple[int, int], lambda: Person.select(Person.id, Person.same_as).where(Person.same_as.in_(params("roots")))
)


def groups(people: Collection[int] | None = None) -> list[Group]:
    """Return everyone who may be one with someone, surest groups first.

    Args:
        people: return only the groups around these people. The answer is the same as when all are computed, since
            nothing outside of what is connected with them by pairs bears on it.
    """
    return _joined(_whole_graph() if people is None else _graph_around(people))


def connected_rows(people: Collection[int]) -> set[int]:
    """Return all rows that are connected with these people by pairs, over any number of them, and their own."""
    return set(_surroundings(people)[0])


def _joined(graph: _Graph) -> list[Group]:
    """Join pairs, surest first, as long as nobody in one group differs from anybody in the other."""
    group_of: dict[int, Group] = {}
    for pair in graph.pairs:
        one, other = (group_of.get(end, Group(pair.id, pair.score, (end,))) for end in (pair.left, pair.right))
        if pair.left == pair.right or one is other or graph.differ(one.members, other.members):
            continue
        surest = max((group for group in (one, other) if len(group.members) > 1), key=_score, default=one)
        joined = surest._replace(members=tuple(sorted({*one.members, *other.members})))
        group_of |= dict.fromkeys(joined.members, joined)
    found = {group.members: group for group in group_of.values()}
    return sorted(found.values(), key=lambda group: (-group.score, group.pair))


def _score(group: Group) -> float:
    return group.score


def _whole_graph() -> _Graph:
    roots = dict(_ROOTS.rows(None))
    pairs = _PAIRS.rows()
    rows = {*roots, *(end for pair in pairs for end in (pair.left, pair.right))}
    return _graph(pairs, rows, roots, _JUDGEMENTS.rows(None))


def _graph_around(people: Collection[int]) -> _Graph:
    rows, pairs, roots = _surroundings(people)
    return _graph(pairs, rows, roots, _JUDGEMENTS.rows(rows))


def _graph(
    pairs: Iterable[_Pair], rows: Collection[int], roots: Mapping[int, int], judgements: Iterable[tuple[int, int]]
) -> _Graph:
    sources: defaultdict[int, set[str]] = defaultdict(set)
    for person, source in _LINKED.rows(rows):
        sources[roots.get(person, person)].add(source or "")
    return _Graph(
        sorted(
            (
                pair._replace(left=roots.get(pair.left, pair.left), right=roots.get(pair.right, pair.right))
                for pair in pairs
            ),
            key=lambda pair: (-pair.score, pair.id),
        ),
        {frozenset((roots.get(left, left), roots.get(right, right))) for left, right in judgements},
        sources,
    )


def _surroundings(people: Collection[int]) -> tuple[Collection[int], Collection[_Pair], Mapping[int, int]]:
    """Walk from these people along pairs and merges to the end; return the rows, the pairs, and who rows stand for."""
    rows, pairs, roots = set[int](), dict[int, _Pair](), dict[int, int]()
    fresh = set(people)
    while fresh:
        roots |= _ROOTS.rows(fresh)
        heads = {roots.get(row, row) for row in fresh}
        aliases = dict(_ALIASES.rows(roots=heads))
        roots |= aliases
        fresh |= heads | aliases.keys()
        rows |= fresh
        touching = [*_PAIRS_ON_THE_LEFT.rows(people=fresh), *_PAIRS_ON_THE_RIGHT.rows(people=fresh)]
        pairs |= {pair.id: pair for pair in touching}
        fresh = {end for pair in touching for end in (pair.left, pair.right)} - rows
    return rows, pairs.values(), roots
