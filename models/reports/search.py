"""Finding people by what is typed: an id, a link, a name or a part of one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..errors import NotFoundError
from ..ids import public_id, row_id
from ..store import Handle, IntroRequest, Person
from ..store.identity import NAMESAKES, Kin, people, sole_namesake
from ..store.query import Query, param, params
from ..text.companies import company_key
from ..text.folding import fold_accents, name_key, slug_of


class Hit(NamedTuple):
    """A person that a search found."""

    id: int
    name: str
    slug: str | None
    company: str

    @property
    def public_id(self) -> str:
        """The id that commands take."""
        return public_id(self.id)


class _Name(NamedTuple):
    id: int
    same_as: int | None
    name: str


_NAMES = Query(_Name, lambda: Person.select(Person.id, Person.same_as, Person.name).order_by(Person.id), raw=True)
_OF_NAME = Query(
    _Name,
    lambda: (
        Person.select(Person.id, Person.same_as, Person.name).where(Person.name_key == param("key")).order_by(Person.id)
    ),
)
_BY_ID = Query(int, lambda: Person.select(Person.id).where(Person.id == param("person")))
_BY_SLUG = Query(int, lambda: Person.select(Person.id).where(Person.slug == param("slug")))
_BY_FORMER_LINK = Query(
    int, lambda: Handle.select(Handle.person).where(Handle.kind == "former_link", Handle.value == param("slug"))
)
_CANDIDATES = Query(list, lambda: IntroRequest.select(IntroRequest.candidates).where(IntroRequest.id == param("id")))
_HITS = Query(
    Hit, lambda: Person.select(Person.id, Person.name, Person.slug, Person.company).where(Person.id.in_(params("ids")))
)


def search(query: str, *, limit: int = 50) -> list[Hit]:
    """Return the people a query fits: an exact id, link, slug or full name wins; else an accent-folded part of a name."""
    exact = _exact(query)
    if exact:
        return exact
    folded = fold_accents(query)
    if not folded:
        return []
    found: dict[int, None] = {}
    for person in _NAMES.rows():
        if folded in fold_accents(person.name):
            found[person.same_as or person.id] = None
            if len(found) >= limit:
                break
    return _hits(found)


def find(query: str) -> Hit:
    """Return the one person a query fits; raises `NotFoundError` for none, and for several, whose ids it lists."""
    hits = search(query)
    if not hits:
        raise NotFoundError(f"Nobody here is called “{query}”.", "Try a part of the name, or a profile link.")
    if len(hits) > 1:
        ids = ", ".join(f"{hit.public_id} {hit.name}" for hit in hits[:10])
        raise NotFoundError(f"“{query}” fits {len(hits)} people: {ids}.", "Give one of these ids instead.")
    return hits[0]


def person_named(name: str, company: str = "") -> int | None:
    """Return the one person of this full name, credentials aside, when their company does not object.

    A part of the name does not count.
    """
    return sole_namesake(name, company_key(company), NAMESAKES)


def person_meant(words: str) -> int | None:
    """Return the person a few words mean: an exact id, link, slug or name; else the one whose name has all of them."""
    hits = _exact(words) or [hit for hit in search(words) if has_all_words(hit.name, words)]
    return hits[0].id if len(hits) == 1 else None


def has_all_words(name: str, words: str) -> bool:
    """Return whether a name has all of these words."""
    return set(fold_accents(words).split()) <= set(fold_accents(name).split())


def candidates_of(request: int) -> list[Hit]:
    """Return the people a request may mean, the likeliest first."""
    ids: list[int] = _CANDIDATES.first(id=request) or []
    hits = {hit.id: hit for hit in _HITS.rows(ids=ids)}
    return [hits[person] for person in ids if person in hits]


def _exact(query: str) -> list[Hit]:
    person, slug = row_id(query.strip()), slug_of(query) or query.strip().casefold()
    ids = _BY_ID.rows(person=person) if person is not None else []
    if ids := ids or _BY_SLUG.rows(slug=slug) or _BY_FORMER_LINK.rows(slug=slug):
        return _hits(ids)
    return _hits(dict.fromkeys(row.same_as or row.id for row in _OF_NAME.rows(key=name_key(query))))


def _hits(ids: Iterable[int]) -> list[Hit]:
    """People as a search shows them, in this order, with the values that stand for them."""
    numbers = list(ids)
    shown = people(Kin.of(numbers))
    return [Hit(who.id, who.name, who.slug, who.company) for number in numbers if (who := shown.get(number))]
