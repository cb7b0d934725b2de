"""Learnt weights: how much a message sounds like a request, and for which purpose.

A message becomes *features*: words, pairs of words, and what small words do in which order. Each has a weight learnt
from labelled messages, in hundredths in `request_weights.tsv` and `purpose_weights.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..text.language import language_scores
from .language_rules import BY_CODE
from .lexicon import DETERMINERS, NOT_PEOPLE, PLACES, PRONOUNS, STOPS, THINGS, kinds_of, topics_of
from .tokenize import ParsedMessage, Sentence

SCALE = 4.0
"""The sum of the weights is multiplied by this and divided by the root of the number of features."""

_WORD = re.compile(r"[a-z0-9]+(?:['-][a-z]+)*|[?!]")
_NAME = "NAME"
_NO_NAMES = STOPS | THINGS | NOT_PEOPLE | PLACES | DETERMINERS | PRONOUNS
_THIRD_PERSONS = frozenset({_NAME, "HE", "SOMEBODY", "ROLE", "WHO", "FRIEND"})
"""Features of someone who is neither the writer nor the reader."""
# In German a capital tells you from she: "Sie", "Ihnen".
_POLITE = {"sie": "YOU", "ihnen": "YOU", "ihr": "YOUR", "ihre": "YOUR", "ihren": "YOUR", "ihrem": "YOUR"}
_KINDS_APART = 6
"""How many kinds of words may stand between two that make a pair."""
_SPEAKERS = frozenset({"I", "MY", "HE", "YOUR", "SOMEBODY", "ROLE", "WANT"})
"""Who looks for whom: "we need an engineer" gives work, "they need an engineer" may want it."""
_TOPICS_APART = 4
_STEM = 6
"""Letters of the stem of a longer word, which is a feature of its own."""


class Evidence(NamedTuple):
    """What a message sounds like."""

    weight: float
    """Log odds: above zero rather a request, below rather not."""
    loudest: Sentence
    """The sentence that says most for it."""
    of_somebody: bool
    """A third person is spoken of."""


def weigh(message: ParsedMessage) -> Evidence:
    """Return how much this message sounds like a request; it must have a sentence."""
    language, weights = _language_of(message), _request_weights()
    features: set[str] = set()
    total, most, loudest = 0.0, float("-inf"), message.sentences[0]
    for sentence in message.sentences:
        of_sentence = set(_request_features(message, sentence, language))
        here = sum(weights.get(feature, 0.0) for feature in of_sentence)
        total += sum(weights.get(feature, 0.0) for feature in of_sentence - features)
        features |= of_sentence
        if here > most:
            most, loudest = here, sentence
    of_somebody = bool(features & _THIRD_PERSONS) or message.text.islower()  # without capitals no name shows
    return Evidence(weights["bias"] + SCALE * total / max(len(features), 1) ** 0.5, loudest, of_somebody)


def purpose_weights(message: ParsedMessage) -> dict[str, float]:
    """Return how much this message speaks for each purpose, as log odds up to a constant."""
    purposes, weights = _purpose_weights()
    features = purpose_features(message)
    scale = SCALE / max(len(features), 1) ** 0.5
    rows = [weights[feature] for feature in features if feature in weights]
    return {
        purpose: weights["bias"][column] + scale * sum(row[column] for row in rows)
        for column, purpose in enumerate(purposes)
    }


def request_features(message: ParsedMessage) -> Sequence[str]:
    """Return every feature of a request in a message, each once."""
    language = _language_of(message)
    return sorted(
        {feature for sentence in message.sentences for feature in _request_features(message, sentence, language)}
    )


def purpose_features(message: ParsedMessage) -> Sequence[str]:
    """Return every feature of a purpose in a message, each once."""
    language = _language_of(message)
    return sorted(
        {feature for sentence in message.sentences for feature in _purpose_features(message, sentence, language)}
    )


def _language_of(message: ParsedMessage) -> str:
    """Return the name of the language that a message is most likely in."""
    return BY_CODE[language_scores(message.small).likeliest].name


def _request_features(message: ParsedMessage, sentence: Sentence, language: str) -> Iterator[str]:
    """Words, pairs of words, and who does what in which order."""
    words, kinds = _words_and_kinds(message, sentence, language)
    first = language[0]
    yield from (f"{first}:{word}" for word in words)
    yield from (f"{first}:{before} {word}" for before, word in zip(["<", *words], [*words, ">"], strict=True))
    for place, kind in enumerate(kinds):
        yield kind
        behind = kinds[place + 1 : place + 1 + _KINDS_APART]
        yield from (f"{kind}>{other}" for other in behind)
        if len(behind) > 1:
            yield f"{kind}>{behind[0]}>{behind[1]}"
    if "?" in kinds:
        yield from (f"?{kind}" for kind in kinds)


def _words_and_kinds(message: ParsedMessage, sentence: Sentence, language: str) -> tuple[list[str], list[str]]:
    """Return the words of a sentence, a name as one, and the kinds of those that matter."""
    words: list[str] = []
    kinds: list[str] = []
    for match in _WORD.finditer(message.small, sentence.start, sentence.end):
        word = match[0]
        is_capital = message.text[match.start()].isupper()
        of_word: tuple[str, ...] = (word,) if word in "?!" else kinds_of(word, language)
        if is_capital and word in _POLITE and language == "German":
            of_word = (_POLITE[word],)
        if not of_word and is_capital and words and word not in _NO_NAMES:
            if words[-1] != _NAME:
                words.append(_NAME)
                kinds.append(_NAME)
            continue
        words.append("0" if word.isdigit() else word)
        kinds.extend(of_word)
    return words, kinds


def _purpose_features(message: ParsedMessage, sentence: Sentence, language: str) -> Iterator[str]:
    """Words, stems of long words, and topics with those that follow soon."""
    words, topics = _words_and_topics(message, sentence, language)
    for word in words:
        yield f"{word}"
        if len(word) > _STEM:
            yield f"{word[:_STEM]}*"
    for place, of_word in enumerate(topics):
        behind = topics[place + 1 : place + 1 + _TOPICS_APART]
        for topic in of_word:
            yield f"#{topic}"
            yield from (f"#{topic}>{other}" for others in behind for other in others)


def _words_and_topics(
    message: ParsedMessage, sentence: Sentence, language: str
) -> tuple[list[str], list[tuple[str, ...]]]:
    """Return the words of a sentence without its names, and what they are about, with who looks for it."""
    words: list[str] = []
    topics: list[tuple[str, ...]] = []
    for match in _WORD.finditer(message.small, sentence.start, sentence.end):
        word = match[0]
        about = topics_of(word)
        if words and not about and language != "German" and message.text[match.start()].isupper():
            about = ("NAME",)
        else:
            words.append(word)
            about = about or tuple(kind for kind in kinds_of(word, language) if kind in _SPEAKERS)
        if about:
            topics.append(about)
    return words, topics


@cache
def _request_weights() -> dict[str, float]:
    lines = Path(__file__).with_name("request_weights.tsv").read_text(encoding="utf-8").splitlines()
    return {feature: int(weight) / 100 for feature, _, weight in (line.partition("\t") for line in lines)}


@cache
def _purpose_weights() -> tuple[list[str], dict[str, tuple[float, ...]]]:
    """Return the purposes, and for each feature its weight for each of them."""
    head, *lines = Path(__file__).with_name("purpose_weights.tsv").read_text(encoding="utf-8").splitlines()
    table = (line.split("\t") for line in lines)
    return head.split("\t")[1:], {feature: tuple(int(weight) / 100 for weight in row) for feature, *row in table}
