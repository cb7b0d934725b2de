"""Find the person a request means: one connection, a few candidates, or nobody known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from .connection_names import ConnectionNames, name_words
from .lexicon import (
    ALSO_WORDS,
    ANY_ROLE,
    ANYBODY,
    ARTICLES,
    DETERMINERS,
    PARTICLES,
    PEOPLE,
    PLACES,
    POSTS,
    PRONOUNS,
    STOPS,
    TITLES,
    roles_in,
)
from .tokenize import POSSESSIVES, Word, greeting_end, signature_start, words_of

if TYPE_CHECKING:
    from .detect import RequestGuess

SHORTLIST = 9
"""How many people are offered at most when several could be meant."""

_NEAR = 7
"""How many words around a company may say what someone does there."""
_FIELD = 2
"""What a shared field is worth, against a shared word."""
_SPOKEN = 0.7
"""Below this no act was heard that says who comes next."""
_NEVER_NAMES = DETERMINERS | PRONOUNS | STOPS | TITLES
_NO_MENTION = ALSO_WORDS | PARTICLES | _NEVER_NAMES
_ANY_ROLE = ANYBODY | ANY_ROLE
_POSTS = (PEOPLE - _ANY_ROLE) | POSTS


@dataclass(frozen=True, slots=True)
class TargetGuess:
    """Who is asked for: one id when it is clear, several when it is not, none when nobody known fits."""

    person_ids: tuple[int, ...]
    text: str
    ambiguous: bool
    is_certain: bool = False
    """The one person it gives was named, or is the only one the words can mean."""


@dataclass(frozen=True, slots=True)
class _Mention:
    place: int
    ids: frozenset[int]
    is_full: bool


def resolve(guess: RequestGuess, connections: ConnectionNames, asker_id: int) -> TargetGuess:
    """Return the target of a request among the owner's connections; the asker is never it."""
    search = _Search(guess, connections, asker_id)
    ids = search.candidates()
    certain = len(ids) == 1 and search.is_definite
    return TargetGuess(tuple(ids[:SHORTLIST]), guess.target_text, ambiguous=len(ids) > 1, is_certain=certain)


class _Search:
    """The search for one target; what the whole text says is looked up only when the phrase alone leaves doubt."""

    def __init__(self, guess: RequestGuess, connections: ConnectionNames, asker: int) -> None:
        self._text, self._connections, self._asker = guess.message.text, connections, asker
        self._phrase = words_of(guess.target_text)
        self._asked_at = max(self._text.find(guess.words), 0)
        self._asked_until = self._asked_at + len(guess.words)
        self._is_direct = guess.confidence >= _SPOKEN and guess.target_text in guess.words
        self._by_company: Sequence[str] = ()

    def candidates(self) -> Sequence[int]:
        """Return who may be meant, the likeliest first: by the name given, by the company, by a name nearby."""
        if whole := self._names_a_company():  # at Birch & Bay Ventures nobody need be called Birch
            return self._in_role(whole)
        for words in _names_in(self._phrase):
            if ids := self._others(self._connections.named(words)):
                return self._narrowed(ids)
        companies = self._companies(self._phrase, loosely=True)
        if companies and self._is_direct:
            return self._in_role(companies)
        if not companies and self._names_a_stranger():
            return ()
        return self._nearby() or self._in_role(companies or self._employers)

    @cached_property
    def is_definite(self) -> bool:
        """Whether one certain person is asked for, and not just anybody at a company."""
        if not self._by_company:
            return True
        near = [self._phrase, self._asking_words, self._near_company(self._by_company)]
        anybody = ANYBODY & {word.folded for word in self._asking_words}
        return not anybody or any(map(_names_a_post, near))

    @cached_property
    def _asking_words(self) -> list[Word]:
        """The words of the sentence that asks, and of the phrase for the person."""
        return [*self._phrase, *words_of(self._text, self._asked_at, self._asked_until)]

    @cached_property
    def _employers(self) -> list[str]:
        """The companies that the message speaks of, or else those someone is said to be "at"."""
        placed = [word for before, word in pairwise(self._words) if before.folded in PLACES and word.is_capital]
        return self._companies(self._words, loosely=False) or self._companies(placed, loosely=True)

    def _names_a_company(self) -> list[str]:
        """Return the company whose whole name is all that the phrase names."""
        found = self._companies(self._phrase, loosely=False)
        named = {part for word in self._phrase if word.is_capital for part in name_words(word.text)}
        return [key for key in found if len(key.split()) > 1 and named <= set(key.split())]

    def _names_a_stranger(self) -> bool:
        """They named someone, and nobody we know."""
        named = [
            word.is_capital and word.folded not in PEOPLE | _NEVER_NAMES and not roles_in([word.folded])
            for word in self._phrase
        ]
        return any(named) if self._is_direct else any(one and other for one, other in pairwise(named))

    def _others(self, ids: Iterable[int]) -> list[int]:
        return [id for id in ids if id != self._asker]

    @cached_property
    def _words(self) -> list[Word]:
        return words_of(self._text, greeting_end(self._text), signature_start(self._text))

    def _companies(self, words: Sequence[Word], *, loosely: bool) -> list[str]:
        return self._connections.companies_in(_spoken(words), loosely=loosely)

    def _narrowed(self, ids: list[int]) -> list[int]:
        """Those of the candidates that the message elsewhere calls by their full name, or whose company it names."""
        if len(ids) < 2:
            return ids
        full = {id for mention in self._mentions if mention.is_full for id in mention.ids}
        here = {id for key in self._companies_loosely for id in self._connections.at(key)}
        for hint in (full, here):
            if some := [id for id in ids if id in hint]:
                ids = some
        return ids

    @cached_property
    def _companies_loosely(self) -> list[str]:
        return self._companies([word for word in self._words if word.is_capital or self._text.islower()], loosely=True)

    def _in_role(self, companies: Sequence[str]) -> list[int]:
        """Return who works there: the one in the very role asked for; else everyone, who fits best and is known best first."""
        self._by_company = companies
        everybody = self._connections.better_known_first(
            self._others(dict.fromkeys(id for key in companies for id in self._connections.at(key)))
        )
        named = {id for mention in self._mentions for id in mention.ids if mention.is_full}
        if mentioned := [id for id in everybody if id in named]:
            return mentioned
        for words in (self._phrase, self._asking_words, self._near_company(companies), self._words):
            if fitting := self._fitting(everybody, words):
                return fitting
        return everybody

    def _fitting(self, everybody: Sequence[int], words: Sequence[Word]) -> list[int]:
        """Return whose position these words speak of, the best fit first; only the best when one person is asked for."""
        spoken = [word for word in _spoken(words) if word not in self._company_words(everybody)]
        fields, plain = roles_in(spoken), set(spoken) - ANYBODY - _NEVER_NAMES - PLACES
        fits = {}
        for id in everybody:
            position = self._connections.person(id).position
            shared = len(fields & roles_in(name_words(position)))
            literally = len(plain & _positions(position))
            fits[id] = _FIELD * shared + literally if shared or plain & PEOPLE & _positions(position) - _ANY_ROLE else 0
        fitting = sorted((id for id in everybody if fits[id]), key=lambda person: -fits[person])
        return [id for id in fitting if fits[id] == fits[fitting[0]]] if self.is_definite else fitting

    def _company_words(self, everybody: Sequence[int]) -> frozenset[str]:
        """Return the words of the names of the companies: Cobalt Health is no place of doctors only."""
        return frozenset(word for id in everybody for word in name_words(self._connections.person(id).company))

    def _near_company(self, companies: Sequence[str]) -> list[Word]:
        """Return the words around the first naming of one of the companies: "the head of data at Quarry"."""
        starts = {key.split()[0] for key in companies}
        for place, word in enumerate(self._words):
            if starts & set(_spoken([word])):
                return self._words[max(0, place - _NEAR) : place + _NEAR]
        return []

    def _nearby(self) -> list[int]:
        """Return the person mentioned last before the request, or first after it."""
        order = sorted(
            self._mentions, key=lambda mention: (mention.place > self._asked_until, abs(mention.place - self._asked_at))
        )
        for mention in order:
            if ids := self._others(sorted(mention.ids)):
                return self._narrowed(ids)
        return []

    @cached_property
    def _mentions(self) -> list[_Mention]:
        return list(_mentions(self._words, self._connections))


def _names_in(phrase: Sequence[Word]) -> Iterator[list[str]]:
    """Yield what may be names in the phrase: each run of words written like one, whole, then cut before its small words."""
    is_small = not any(word.is_capital or word.folded in PEOPLE for word in phrase)
    runs: list[list[str]] = [[]]
    for word in phrase:
        if word.folded in PLACES - PARTICLES:
            break
        if word.folded in PEOPLE and word.after.strip() in POSSESSIVES:
            runs[-1] = []  # "Vera's boss" is not Vera
        elif word.folded in PARTICLES or (word.folded not in PEOPLE | _NEVER_NAMES and (is_small or word.is_capital)):
            runs[-1].extend(name_words(word.text))
        else:
            runs.append([])
    for run in runs:
        if not set(run) - PARTICLES:
            continue
        yield run
        yield from (part for part in _parted(run) if len(part) > 1)
        if short := list(takewhile(lambda word: word not in PARTICLES, run)):
            yield short


def _names_a_post(words: Sequence[Word]) -> bool:
    """Return whether a post is spoken of that one person has: "their chief scientist"."""
    for place, word in enumerate(words):
        if word.folded in _POSTS and ARTICLES & {before.folded for before in words[max(0, place - _BEFORE) : place]}:
            return True
    return False


_BEFORE = 3
"""How many words may stand between an article and a post."""


def _parted(run: Sequence[str]) -> Iterator[list[str]]:
    """Return the pieces of a run between words that join two people, the last first."""
    pieces: list[list[str]] = [[]]
    for word in run:
        if word in _JOINING:
            pieces.append([])
        else:
            pieces[-1].append(word)
    return reversed(pieces) if len(pieces) > 1 else iter(())


_JOINING = ("y", "e", "und", "and", "et")


def _spoken(words: Iterable[Word]) -> list[str]:
    """Return the words folded, without the articles that French ties to them: "d'Atelier Nord"."""
    return [part for word in words for part in name_words(_TIED.sub("", word.text))]


_TIED = re.compile(r"^(?:[dl]|qu)['’](?=\w{3})", re.IGNORECASE)


def _positions(position: str) -> set[str]:
    """Return the words of a position, and its initials: a Chief Technology Officer is a cto."""
    words = name_words(position)
    return {*words, "".join(word[0] for word in words)}


def _mentions(words: Sequence[Word], connections: ConnectionNames) -> Iterator[_Mention]:
    place = 0
    while place < len(words):
        ids, length = _run(words, place, connections)
        word = words[place]
        if length > 1 or (
            ids and word.is_capital and word.folded not in _NO_MENTION and word.folded not in connections.owner_words
        ):
            yield _Mention(word.start, ids, length > 1)
        place += max(length, 1)


def _run(words: Sequence[Word], place: int, connections: ConnectionNames) -> tuple[frozenset[int], int]:
    """Return who is called by the word at this place and as many after it as fit, and how many words that is."""
    ids, length = connections.called(name_words(words[place].text)), 1
    while ids and place + length < len(words) and not words[place + length].after.strip(" ."):
        both = ids & connections.called(name_words(words[place + length].text))
        if not both:
            break
        ids, length = both, length + 1
    return ids, length
