"""Detect which of picky's languages a text is in, from its small words and its letters."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .folding import fold_accents

_TABLE = Path(__file__).with_name("everyday_words.toml")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu)'(?=\w)")
"""Only French runs words together like this."""
_READ = 1_000
"""Letters from the start of a text."""
_CLEARLY = 1.2
_SHARE = 0.165
"""Of a text in one of our languages at least so much is everyday words (lowest seen: .17); Dutch, Italian and
Portuguese reach .16."""


class Scores(NamedTuple):
    """What a text says for each language."""

    by_language: dict[str, float]
    """Everyday words, one of two languages half for each, and letters; by `en`, `de`, `es`, `fr`."""
    everyday: float
    """Everyday words of the language that has most."""
    words: int

    @property
    def likeliest(self) -> str:
        """The language that most speaks for; English when nothing speaks for any."""
        return max(self.by_language, key=self.by_language.__getitem__)


def language_of(text: str) -> str:
    """Return `en`, `de`, `es` or `fr`; nothing when the text does not say clearly, or is in another language."""
    scores = language_scores(text)
    second, most = sorted(scores.by_language.values())[-2:]
    is_clear = most >= 1 and most >= _CLEARLY * second and scores.everyday >= _SHARE * scores.words
    return scores.likeliest if is_clear else ""


def possible_languages(text: str) -> list[str]:
    """Return the languages that a text may be in, fast: those with at least half as many small words as the likeliest."""
    present = set(text.split())
    common = {language: len(words & present) for language, words in _small_words().items()}
    most = max(common.values())
    return [language for language, count in common.items() if 2 * count >= most or most < 2]


def language_scores(text: str) -> Scores:
    """Return what a text says for each language; accents may be missing."""
    small = text[:_READ].lower().replace("’", "'")
    everyday, letters = _everyday_words(), _letters()
    words = _WORD.findall(small)
    scores = dict.fromkeys(letters, 0.0)
    for word in words:
        for language, weight in everyday.get(word, ()):
            scores[language] += weight
    most = max(scores.values())
    if not small.isascii():
        for language, own in letters.items():
            scores[language] += sum(map(small.count, own))
    if "'" in small:
        scores["fr"] += len(_ELIDED.findall(small))
    return Scores(scores, most, len(words))


@cache
def _everyday_words() -> dict[str, tuple[tuple[str, float], ...]]:
    """Return for each small word, also without its accents, the languages that have it and its weight for each."""
    languages_of: dict[str, list[str]] = {}
    for language, table in _table().items():
        listed = table["words"].split()
        for word in {*listed, *map(fold_accents, listed)}:
            languages_of.setdefault(word, []).append(language)
    return {
        word: tuple((language, 1 / len(languages)) for language in languages)
        for word, languages in languages_of.items()
    }


@cache
def _small_words() -> dict[str, frozenset[str]]:
    """Return the small words of each language without their accents."""
    return {language: frozenset(fold_accents(table["words"]).split()) for language, table in _table().items()}


@cache
def _letters() -> dict[str, str]:
    return {language: table["letters"] for language, table in _table().items()}


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(_TABLE.read_text("utf-8"))
