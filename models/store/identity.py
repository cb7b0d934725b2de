"""Which row a person stands under, and which of their values is shown: the user's choice, else LinkedIn's, else the first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from peewee import Expression, fn

from ..ids import CAPTURED
from ..text.folding import name_key, plain_name
from .matches import FieldChoice
from .people import Person
from .query import Query, param, params

_HIGHEST_LETTER = "\U0010ffff"
"""After every name that begins with a key."""


class Kin(NamedTuple):
    """The rows of some people, and for which of the people asked about each of them counts."""

    asked: dict[int, tuple[int, ...]]
    """Every row of these people, to the numbers that were asked for."""

    @classmethod
    def of(cls, people: Iterable[int]) -> Kin:
        """Return the kin of these people, in two queries."""
        wanted = set(people)
        roots = {person: person for person in wanted}
        roots.update(_ROOTS.rows(people=wanted))
        by_root: defaultdict[int, list[int]] = defaultdict(list)
        for person, root in roots.items():
            by_root[root].append(person)
        asked = {root: tuple(sorted(numbers)) for root, numbers in by_root.items()}
        for alias, root in _ALIASES.rows(roots=list(asked)):
            asked[alias] = asked[root]
        return cls(asked)

    @property
    def rows(self) -> list[int]:
        """Every row that stands for one of them."""
        return list(self.asked)


class Namesake(NamedTuple):
    """A person whose name begins with the one looked for."""

    id: int
    name: str
    name_key: str
    company_key: str


def _namesakes(*among: Expression) -> Query[Namesake]:
    key = Person.name_key
    is_begun = (key >= param("first"), key < param("last"))  # LIKE would not use the index
    return Query(
        Namesake, lambda: Person.select(Person.id, Person.name, key, Person.company_key).where(*is_begun, *among)
    )


NAMESAKES = _namesakes(Person.same_as.is_null())
"""Everyone, once."""
IMPORTED_NAMESAKES = _namesakes(Person.id < CAPTURED, Person.source.is_null())
"""Those whom LinkedIn's own files name."""


def sole_namesake(name: str, company: str, among: Query[Namesake]) -> int | None:
    """Return the one person of this full name, credentials aside, whose company does not object.

    A name written in the same way goes before one that has other credentials.

    Args:
        name: As written; a part of a name is no name.
        company: The key of their company, or nothing.
        among: `NAMESAKES` or `IMPORTED_NAMESAKES`.
    """
    key = name_key(name)
    rows = among.rows(first=key, last=key + _HIGHEST_LETTER) if key else []
    namesakes = [row for row in rows if plain_name(row.name) == plain_name(name)]
    exact = [row for row in namesakes if row.name_key == key] or namesakes
    fitting = [row.id for row in exact if not (company and row.company_key) or row.company_key == company]
    return fitting[0] if len(fitting) == 1 else None


class Who(NamedTuple):
    """A person as cards and lists show them."""

    id: int
    name: str
    key: str
    slug: str | None
    link: str
    given: str
    company: str
    company_key: str
    title: str
    root: int = 0
    """The row that stands for them: another one once they were merged."""

    @property
    def first_name(self) -> str:
        """What to call them in a draft."""
        return self.given or self.name.split(" ")[0]


_ROOTS = Query(
    tuple[int, int],
    lambda: Person.select(Person.id, Person.same_as).where(
        Person.id.in_(params("people")), Person.same_as.is_null(False)
    ),
)
_ALIASES = Query(
    tuple[int, int], lambda: Person.select(Person.id, Person.same_as).where(Person.same_as.in_(params("roots")))
)
_WHO = Query(
    Who,
    lambda: Person.select(
        Person.id,
        Person.name,
        Person.name_key.alias("key"),
        Person.slug,
        Person.link,
        Person.given,
        Person.company,
        Person.company_key,
        Person.title,
        fn.COALESCE(Person.same_as, Person.id).alias("root"),
    ).where(Person.id.in_(params("people"))),
)
_CHOICES = Query(
    tuple[int, str, int],
    lambda: FieldChoice.select(FieldChoice.person, FieldChoice.field, FieldChoice.chosen).where(
        FieldChoice.person.in_(params("people"))
    ),
)
_TOGETHER = {"name": ("name", "key", "given"), "company": ("company", "company_key"), "title": ("title",)}
"""Which columns a chosen value brings along."""


def people(kin: Kin) -> dict[int, Who]:
    """Those who were asked for, with what stands for them: one query more when someone among them was merged."""
    found = raw_people(kin.rows)
    groups: defaultdict[tuple[int, ...], list[Who]] = defaultdict(list)
    for row, members in kin.asked.items():
        if row in found:
            groups[members].append(found[row])
    merged = {members: group for members, group in groups.items() if len(group) > 1}
    chosen = chosen_by(who.id for group in merged.values() for who in group) if merged else {}
    for members, group in merged.items():
        choices = choices_of(chosen, (who.id for who in group))
        ordered = sorted(group, key=lambda who: (who.slug is None, who.id))
        found |= {member: _standing(found[member], ordered, choices) for member in members}
    return {person: found[person] for asked in kin.asked.values() for person in asked if person in found}


def raw_people(ids: Iterable[int]) -> dict[int, Who]:
    """These rows as they are, whoever they were merged with."""
    return {who.id: who for who in _WHO.rows(people=set(ids))}


def chosen_by(ids: Iterable[int]) -> dict[int, dict[str, int]]:
    """Return whose value the user chose for which field of these people."""
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for person, field, chosen in _CHOICES.rows(people=set(ids)):
        found[person][field] = chosen
    return found


def choices_of(chosen: Mapping[int, Mapping[str, int]], members: Iterable[int]) -> dict[str, int]:
    """Return what was chosen for a person of several rows; what was said of the one that stands for all comes first."""
    found: dict[str, int] = {}
    for member in sorted(members, reverse=True):
        found |= chosen.get(member, {})
    return found


def _standing(own: Who, ordered: Sequence[Who], choices: Mapping[str, int]) -> Who:
    """One row, with what stands for the person; a profile link of its own is what a card about it needs."""
    values = {
        column: getattr(source, column)
        for field, columns in _TOGETHER.items()
        if (source := _source(field, ordered, choices.get(field)))
        for column in columns
    }
    linked = own if own.slug else next((who for who in ordered if who.slug), own)
    return own._replace(slug=linked.slug, link=linked.link, **values)


def _source(field: str, ordered: Sequence[Who], chosen: int | None) -> Who | None:
    """Return whose value of a field stands: the chosen one's, if there is any, else the first."""
    first = sorted(ordered, key=lambda who: who.id != chosen)
    return next((who for who in first if getattr(who, field)), None)
