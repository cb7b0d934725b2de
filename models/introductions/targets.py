"""Whom a request means: one connection, a few who could be meant, or somebody unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from .names import ConnectionNames, name_words
from .reading import POSSESSIVES, Word, greeting_end, readable, signature_start, words_of
from .vocabulary import ALSO_WORDS, DETERMINERS, PARTICLES, PEOPLE, PLACES, PRONOUNS, STOPS, TITLES

if TYPE_CHECKING:
    from .detect import RequestGuess

SHORTLIST = 5
"""How many people are offered at most when several could be meant."""

_NEVER_NAMES = DETERMINERS | PRONOUNS | STOPS | TITLES


@dataclass(frozen=True, slots=True)
class TargetGuess:
    """Who is asked for: one id when it is clear, several when it is not, none when nobody known fits."""

    person_ids: tuple[int, ...]
    text: str
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class _Mention:
    place: int
    ids: frozenset[int]
    is_full: bool


def resolve(text: str, guess: RequestGuess, connections: ConnectionNames, asker_id: int) -> TargetGuess:
    """The target of a request found in `text`, among the owner's connections; the asker is never it."""
    ids = _Search(readable(text), guess, connections, asker_id).candidates()
    return TargetGuess(tuple(ids[:SHORTLIST]), guess.target_text, ambiguous=len(ids) > 1)


class _Search:
    """The search for one target; what the whole text says is looked up only when the phrase alone leaves doubt."""

    def __init__(self, text: str, guess: RequestGuess, connections: ConnectionNames, asker: int) -> None:
        self._text, self._connections, self._asker = text, connections, asker
        self._phrase = words_of(guess.target_text)
        self._asked_at = max(text.find(guess.words), 0)
        self._asked_until = self._asked_at + len(guess.words)
        self._is_direct = guess.target_text in guess.words

    def candidates(self) -> Sequence[int]:
        """Who may be meant, the likeliest first: by the name given, by the company, by a name nearby."""
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
    def _employers(self) -> list[str]:
        """The companies that the message speaks of, or else those somebody is said to be "at"."""
        placed = [word for before, word in pairwise(self._words) if before.folded in PLACES and word.is_capital]
        return self._companies(self._words, loosely=False) or self._companies(placed, loosely=True)

    def _names_a_stranger(self) -> bool:
        """They named somebody, and nobody we know."""
        named = [word for word in self._phrase if word.is_capital and word.folded not in PEOPLE | _NEVER_NAMES]
        return len(named) > (0 if self._is_direct else 1)

    def _others(self, ids: Iterable[int]) -> list[int]:
        return [id for id in ids if id != self._asker]

    @cached_property
    def _words(self) -> list[Word]:
        return words_of(self._text, greeting_end(self._text), signature_start(self._text))

    def _companies(self, words: Sequence[Word], *, loosely: bool) -> list[str]:
        spoken = [part for word in words for part in name_words(word.text)]
        return self._connections.companies_in(spoken, loosely=loosely)

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
        """Who works there: those whose position is the one asked for, else everybody."""
        everybody = self._others(dict.fromkeys(id for key in companies for id in self._connections.at(key)))
        named = {id for mention in self._mentions for id in mention.ids if mention.is_full}
        if mentioned := [id for id in everybody if id in named]:
            return mentioned
        for words in (self._phrase, self._words):
            roles = {word.folded for word in words if word.folded in PEOPLE}
            if fitting := [id for id in everybody if roles & _positions(self._connections.person(id).position)]:
                return fitting
        return everybody

    def _nearby(self) -> list[int]:
        """The person mentioned last before the request, or first after it."""
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
    """What may be names in the phrase: each run of words written like one, whole, then cut before its small words."""
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
    for run in filter(None, runs):
        yield run
        if short := list(takewhile(lambda word: word not in PARTICLES, run)):
            yield short


def _positions(position: str) -> set[str]:
    """The words of a position, and its initials: a Chief Technology Officer is a cto."""
    words = name_words(position)
    return {*words, "".join(word[0] for word in words)}


def _mentions(words: Sequence[Word], connections: ConnectionNames) -> Iterator[_Mention]:
    place = 0
    while place < len(words):
        ids, length = _run(words, place, connections)
        word = words[place]
        if length > 1 or (
            ids and word.is_capital and word.folded not in ALSO_WORDS and word.folded not in connections.owner_words
        ):
            yield _Mention(word.start, frozenset(ids), length > 1)
        place += max(length, 1)


def _run(words: Sequence[Word], place: int, connections: ConnectionNames) -> tuple[set[int], int]:
    """Who is called by the word at this place and as many after it as fit, and how many words that is."""
    ids, length = connections.called(name_words(words[place].text)), 1
    while ids and place + length < len(words) and not words[place + length].after.strip(" ."):
        both = ids & connections.called(name_words(words[place + length].text))
        if not both:
            break
        ids, length = both, length + 1
    return ids, length
