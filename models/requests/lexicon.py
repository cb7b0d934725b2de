"""Small words around a name, what words do in a request, and what they are about: the word lists of `languages/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from .language_rules import LANGUAGES
from .patterns import load


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, each once."""
    return frozenset(text.split())


_SMALL_WORDS = {name: word_set(words) for name, words in load("small_words").items()}
PLACES = _SMALL_WORDS["places"]
TOWARDS = _SMALL_WORDS["towards"]
PEOPLE = _SMALL_WORDS["people"]
ANYBODY = _SMALL_WORDS["anybody"]
ANY_ROLE = _SMALL_WORDS["any_role"]
POSTS = _SMALL_WORDS["posts"]
ARTICLES = _SMALL_WORDS["articles"]
NOT_ALONE = _SMALL_WORDS["not_alone"]
TITLES = _SMALL_WORDS["titles"]
DETERMINERS = _SMALL_WORDS["determiners"]
PRONOUNS = _SMALL_WORDS["pronouns"]
THIRD_PERSONS = _SMALL_WORDS["third_persons"]
STOPS = _SMALL_WORDS["stops"]
FILLERS = _SMALL_WORDS["fillers"]
THINGS = _SMALL_WORDS["things"]
NOT_PEOPLE = _SMALL_WORDS["not_people"]
PARTICLES = _SMALL_WORDS["particles"]
ALSO_WORDS = _SMALL_WORDS["also_words"]
NEVER_NAMES = _SMALL_WORDS["never_names"]

_JOINED = re.compile(r"['-]")
# presentarte, preguntandole, recomiendame, presentanosla: the object of a Spanish verb hangs at its end.
_ENCLITIC = re.compile(r"\w{2,}(?:[aei]r|ndo|\w[ae])(me|te|le|les|nos|os|se)?(l[oa]s?)?")
_NO_VERBS = frozenset(["fuerte", "suerte", "muerte", "parte", "menos", "buenos", "terrenos", "mientras", "ademas"])
_PRONOUN_KINDS = {
    "me": "ME",
    "nos": "ME",
    "te": "YOU",
    "os": "YOU",
    **dict.fromkeys(("le", "les", "se", "lo", "la", "los", "las"), "HE"),
}
_SHORTEST_STEM = 5
"""Letters that the beginning of a word needs before a longer word counts as a form of it."""
_LONGEST_ENDING = 4


class _Kinds(NamedTuple):
    """What the words of one language do."""

    whole: dict[str, str]
    stems: tuple[tuple[str, str], ...]
    """Beginnings of words, the longest first."""


def _kinds(table: Mapping[str, str]) -> _Kinds:
    whole, stems = dict.fromkeys(PEOPLE, "ROLE"), {}
    for kind, words in table.items():
        for word in words.split():
            if word.endswith("*"):
                stems[word[:-1]] = kind
            else:
                whole[word] = kind
    return _Kinds(whole, tuple(sorted(stems.items(), key=lambda stem: -len(stem[0]))))


_KINDS = {language.name: _kinds(language.kinds) for language in LANGUAGES}


@cache
def kinds_of(word: str, language: str) -> tuple[str, ...]:
    """Return what a small word does in this language, and the pronouns tied to it; `()` for no word of asking."""
    whole, stems = _KINDS[language]
    if word in whole:
        return (whole[word],)
    if language == "French" and (parts := _JOINED.split(word))[1:]:
        return tuple(kind for part in parts for kind in kinds_of(part, language))
    kind = next((kind for stem, kind in stems if word.startswith(stem)), "")
    tied = _ENCLITIC.fullmatch(word) if language == "Spanish" and word not in _NO_VERBS else None
    pronouns = [_PRONOUN_KINDS[pronoun] for pronoun in tied.groups() if pronoun] if tied else []
    return tuple(filter(None, (kind, *pronouns)))


def _topics() -> dict[str, tuple[str, ...]]:
    topics: dict[str, list[str]] = {}
    for topic, words in load("topics").items():
        for word in words.split():
            topics.setdefault(word, []).append(topic)
    return {word: tuple(dict.fromkeys(names)) for word, names in topics.items()}


_TOPICS = _topics()


@cache
def topics_of(word: str) -> tuple[str, ...]:
    """Return what this folded word is about; a longer form of a known word is about the same."""
    for end in range(len(word), max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING) - 1, -1):
        if word[:end] in _TOPICS:
            return _TOPICS[word[:end]]
    for start in range(1, len(word) - _SHORTEST_STEM):  # Filtersystem, Forschungsprojekt
        if word[start:] in _TOPICS:
            return _TOPICS[word[start:]]
    return _TOPICS.get(word, ())


def _roles() -> tuple[tuple[str, str], ...]:
    pairs = [(word.replace("_", " "), field) for field, words in load("roles").items() for word in words.split()]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


_ROLES = _roles()


@cache
def _roles_of(phrase: str) -> frozenset[str]:
    return frozenset(role for word, role in _ROLES if _is_form_of(phrase, word))


def _is_form_of(phrase: str, word: str) -> bool:
    if " " in word or " " in phrase:
        return phrase == word
    return phrase == word or (len(word) >= _SHORTEST_STEM and phrase.startswith(word))


def roles_in(words: Iterable[str]) -> frozenset[str]:
    """Return the fields and ranks these folded words speak of; two words that make one rank count as that alone.

    Whatever a message or a profile calls it: "the boss" and a Geschäftsführer are one.
    """
    sequence = list(words)
    roles: set[str] = set()
    place = 0
    while place < len(sequence):
        pair = _roles_of(" ".join(sequence[place : place + 2])) if place + 1 < len(sequence) else frozenset()
        roles |= pair or _roles_of(sequence[place])
        place += 2 if pair else 1
    return frozenset(roles)
