"""An index of the owner's connections, so that a name in running text finds its people at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..text import folding
from ..text.companies import company_key
from ..text.folding import fold_accents
from ..text.given_names import groups_of, groups_of_all
from .lexicon import DETERMINERS, FILLERS, NEVER_NAMES, PARTICLES, PLACES, PRONOUNS, STOPS, TITLES, TOWARDS


class NamedConnection(NamedTuple):
    """One of the owner's connections, as far as a message may speak of them."""

    id: int
    name: str
    company: str = ""
    position: str = ""


_WORD = re.compile(r"[^\W_]+")
# Not more people than this are compared letter by letter; a name that common needs to be spelt right.
_COMPARED = 1000
_SHORTEST_FUZZY = 4
_REMEMBERED = 1 << 15
"""Pairs of words whose likeness is kept: the few that are asked for, beside the many in names."""
_SHORTEST_NAME = 3
"""Letters of a word that may be another form of a name; shorter ones mean something in too many languages."""
_SMALL_WORDS = frozenset().union(DETERMINERS, FILLERS, PARTICLES, PLACES, PRONOUNS, STOPS, TOWARDS, NEVER_NAMES)
"""Words that are hardly ever meant as a form of a name: "con" is one of John, and "with" in Spanish."""


def name_words(text: str) -> list[str]:
    """Return the words of a name, folded; apostrophes join (o'rourke is orourke), hyphens part."""
    return _WORD.findall(fold_accents(text).replace("'", ""))


class ConnectionNames:
    """An index of connections by the words of their names and by company; built once, asked often."""

    def __init__(
        self,
        rows: Iterable[tuple[int, str, str] | tuple[int, str, str, str]],
        owner: str = "",
        known: Mapping[int, int] | None = None,
    ) -> None:
        """`owner` is the reader of the messages: never a target, and their first name is no clue to anybody.

        `known` says how well the owner knows whom, the more the better.
        """
        self._owner = name_words(owner)
        self._known = known or {}
        self._people = {row[0]: NamedConnection(*row) for row in rows}
        self._words: dict[int, list[str]] = {}
        self._bearers: dict[str, frozenset[int]] = {}
        self._by_word, self._by_first = _by_word(self._people.values())
        self._same_name = _by_group(self._by_first)
        self._by_company, self._companies_from = _by_company(self._people.values())
        self._letters: dict[str, list[str]] = {}
        alike = self.called(self._owner)
        self._owners = frozenset(id for id in alike if self._words_of(id) == self._owner)

    @property
    def owner_words(self) -> frozenset[str]:
        """The words of the owner's name."""
        return frozenset(self._owner)

    def person(self, id: int) -> NamedConnection:
        """Return the connection with this id."""
        return self._people[id]

    def better_known_first(self, ids: Iterable[int]) -> list[int]:
        """Return the ids, whom the owner knows best first; among equals in their order."""
        return sorted(ids, key=lambda person: -self._known.get(person, 0))

    def bearers(self, word: str) -> frozenset[int]:
        """Return everyone who goes by this folded word: in their name, or in another form of it."""
        if word not in self._bearers:
            self._bearers[word] = frozenset(self._who_goes_by(word))
        return self._bearers[word]

    def _who_goes_by(self, word: str) -> set[int]:
        found = set(self._by_word.get(word, ()))
        if len(word) < _SHORTEST_NAME or word in _SMALL_WORDS:
            return found
        for group in groups_of(word):
            for other in self._same_name.get(group, ()):
                found.update(self._by_first[other])
        return found

    def called(self, words: Sequence[str]) -> frozenset[int]:
        """Return everyone who goes by all these words, spelt like this."""
        return _in_all([self.bearers(word) for word in words]) if words else frozenset()

    def named(self, words: Sequence[str]) -> list[int]:
        """Return who is called by all these words, those that are spelt like it first; a typo is forgiven if nobody is."""
        words = [word for word in words if word not in TITLES]
        if not words or set(words) <= set(self._owner[:1]):
            return []
        everybody = [self.bearers(word) for word in words]
        found = self._sorted(_in_all(everybody), words) or self._nearly(words, everybody)
        return [id for id in found if id not in self._owners]

    def at(self, company: str) -> Sequence[int]:
        """Return who works at the company with this key."""
        return self._by_company.get(company, ())

    def companies_in(self, words: Sequence[str], *, loosely: bool) -> list[str]:
        """Return the keys of the companies these folded words name; `loosely`, the first word of a company will do."""
        found: dict[str, None] = {}
        words = [word if word.isascii() else "".join(folding.words(word)) for word in words]
        for place, word in enumerate(words):
            keys = self._companies_from.get(word, ())
            exact = [key for key in keys if tuple(words[place : place + len(key.split())]) == _split(key)]
            if exact:
                found[max(exact, key=len)] = None
            elif loosely and len(word) >= _SHORTEST_FUZZY:
                found.update(dict.fromkeys(keys))
        return list(found)

    def _sorted(self, ids: Iterable[int], words: Sequence[str]) -> list[int]:
        """Return the ids, whoever is spelt exactly so first, then by id."""

        def strangeness(id: int) -> tuple[int, int]:
            own = self._words_of(id)
            return sum(word not in own for word in words), id

        return sorted(ids, key=strangeness)

    def _words_of(self, id: int) -> list[str]:
        if id not in self._words:
            self._words[id] = name_words(self._people[id].name)
        return self._words[id]

    def _nearly(self, words: Sequence[str], everybody: Sequence[frozenset[int]]) -> list[int]:
        """Return who has one of the words exactly and something like each other; failing that, something like all."""
        anchors = sorted((ids for ids in everybody if 0 < len(ids) <= _COMPARED), key=len)
        if len(words) > 1:
            for ids in anchors:
                if alike := [id for id in ids if self._is_like(id, words)]:
                    return self._sorted(alike, words)
        if any(everybody) and len(words) == 1:
            return []
        near = {id for spelt in self._near(max(words, key=len)) for id in self._by_word[spelt]}
        return self._sorted((id for id in near if self._is_like(id, words)), words)[:_COMPARED]

    def _is_like(self, id: int, words: Sequence[str]) -> bool:
        own = self._words_of(id)
        return all(any(_alike(word, other, len(words) > 1) for other in own) for word in words)

    def _near(self, word: str) -> Iterator[str]:
        """Words of names with the same first letter that differ by a typo."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if not self._letters:
            letters = defaultdict(list)
            for known in self._by_word:
                letters[known[0]].append(known)
            self._letters = dict(letters)
        if len(word) > _SHORTEST_FUZZY:
            for known, _, _ in process.extract(
                word, self._letters.get(word[0], []), scorer=OSA.distance, score_cutoff=_typos(word), limit=8
            ):
                yield known


def _in_all(sets: Sequence[frozenset[int]]) -> frozenset[int]:
    """Return the ids that are in all of these, the smallest set walked and the large ones only asked."""
    smallest, *others = sorted(sets, key=len)
    return smallest.intersection(*others) if others else smallest


def _typos(word: str) -> int:
    return 0 if len(word) < _SHORTEST_FUZZY else 1 if len(word) < 8 else 2


@lru_cache(_REMEMBERED)
def _alike(word: str, other: str, in_full_name: bool) -> bool:
    """Return whether one may be the other: the same, a nickname, an initial, a short form, or a typo away."""
    from rapidfuzz.distance import OSA

    if word == other or not groups_of(word).isdisjoint(groups_of(other)):
        return True
    if in_full_name and ((len(word) == 1 and other[0] == word) or (len(word) >= _SHORTEST_FUZZY and word in other)):
        return True
    return len(word) >= _SHORTEST_FUZZY and OSA.distance(word, other, score_cutoff=2) <= _typos(word)


def _by_word(people: Iterable[NamedConnection]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Return who has a word in their name, and whose name begins with it, titles aside."""
    anywhere: defaultdict[str, list[int]] = defaultdict(list)
    first: defaultdict[str, list[int]] = defaultdict(list)
    for person in people:
        words = _spellings(person.name)
        for word in words:
            anywhere[word].append(person.id)
        if begins := next((word for word in words if word not in TITLES), None):
            first[begins].append(person.id)
    return dict(anywhere), dict(first)


def _by_group(first_names: Collection[str]) -> dict[int, list[str]]:
    """Return the first names that are one: by the group of spellings and short forms they belong to."""
    together: defaultdict[int, list[str]] = defaultdict(list)
    for name, groups in groups_of_all(first_names).items():
        for group in groups:
            together[group].append(name)
    return dict(together)


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue", "ø": "oe", "å": "aa"})


def _spellings(name: str) -> list[str]:
    """Return the words of a name; with umlauts, also as people write them who have none on their keyboard."""
    if name.isascii():
        return _WORD.findall(name.lower().replace("'", ""))
    words = name_words(name)
    plainer = name.translate(_UMLAUTS)
    return words if plainer == name else list(dict.fromkeys([*words, *name_words(plainer)]))


def _by_company(people: Iterable[NamedConnection]) -> tuple[dict[str, list[int]], dict[str, list[str]]]:
    """Return who works where, by company key; and the keys by their first word."""
    keys: dict[str, str] = {}
    filed: defaultdict[str, list[int]] = defaultdict(list)
    for person in people:
        if person.company:
            if (key := keys.get(person.company)) is None:
                key = keys[person.company] = company_key(person.company)
            filed[key].append(person.id)
            if " and " in key:  # who writes "Birch & Bay" wrote two words
                filed[key.replace(" and ", " ")].append(person.id)
    filed.pop("", None)
    starts: defaultdict[str, list[str]] = defaultdict(list)
    for key in filed:
        starts[_split(key)[0]].append(key)
    return dict(filed), dict(starts)


def _split(key: str) -> tuple[str, ...]:
    return tuple(key.split())
