"""Which rows stand for one person: their own, those captured under their name, those the user merged with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from .people import Person
from .query import chunks, rows


class Kin(NamedTuple):
    """The rows of some people, and for which of the people asked about each of them counts."""

    asked: dict[int, tuple[int, ...]]
    """Every row of these people, to the numbers that were asked for."""

    @classmethod
    def of(cls, people: Iterable[int]) -> Kin:
        """The kin of these people, in two queries."""
        wanted = set(people)
        roots = {person: person for person in wanted}
        for some in chunks(wanted):
            found = Person.select(Person.id, Person.same_as).where(Person.id.in_(some), Person.same_as.is_null(False))
            roots.update(rows(found))
        by_root: defaultdict[int, list[int]] = defaultdict(list)
        for person, root in roots.items():
            by_root[root].append(person)
        asked = {root: tuple(sorted(numbers)) for root, numbers in by_root.items()}
        for some in chunks(list(asked)):
            for alias, root in rows(Person.select(Person.id, Person.same_as).where(Person.same_as.in_(some))):
                asked[alias] = asked[root]
        return cls(asked)

    @property
    def rows(self) -> list[int]:
        """Every row that stands for one of them."""
        return list(self.asked)
