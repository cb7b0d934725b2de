"""The signs in a request of what it is for, and what each is worth: learnt from labelled messages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .languages import LANGUAGES
from .lexicon import DETERMINERS, NOT_PEOPLE, PLACES, PRONOUNS, STOPS, THINGS, kinds_of
from .tokenize import Message, Sentence
from .topics import topics_of

WORD = re.compile(r"[a-z0-9]+(?:['-][a-z]+)*|[?!]")
_NAME = "NAME"
_NO_NAMES = STOPS | THINGS | NOT_PEOPLE | PLACES | DETERMINERS | PRONOUNS
_THIRD = frozenset({_NAME, "HE", "SOMEBODY", "ROLE", "WHO", "FRIEND"})
"""Signs of somebody who is neither the writer nor the reader."""
# In German a capital tells you from she: "Sie", "Ihnen".
_POLITE = {"sie": "YOU", "ihnen": "YOU", "ihr": "YOUR", "ihre": "YOUR", "ihren": "YOUR", "ihrem": "YOUR"}
_APART = 6
"""How many words that matter may stand between two that are heard as a pair."""
SCALE = 4.0


class Evidence(NamedTuple):
    """What a message sounds like: above zero rather like a request, below rather not."""

    weight: float
    loudest: Sentence
    """The sentence that says most for it."""
    of_somebody: bool
    """A third person is spoken of."""


def weigh(message: Message) -> Evidence:
    """How much this message sounds like a request."""
    language, known = language_of(message.small), _weights()
    heard: set[str] = set()
    total, most, loudest = 0.0, float("-inf"), message.sentences[0]
    for sentence in message.sentences:
        signs = set(signs_in(message, sentence, language))
        here = sum(known.get(sign, 0.0) for sign in signs)
        total += sum(known.get(sign, 0.0) for sign in signs - heard)
        heard |= signs
        if here > most:
            most, loudest = here, sentence
    of_somebody = bool(heard & _THIRD) or message.text.islower()  # who writes no capitals names nobody to us
    return Evidence(known["bias"] + SCALE * total / max(len(heard), 1) ** 0.5, loudest, of_somebody)


def language_of(small: str) -> str:
    """The name of the language that most small words of this text are of."""
    present = set(small.split())
    return max(LANGUAGES, key=lambda language: len(language.everyday & present)).name


def signs_in(message: Message, sentence: Sentence, language: str) -> Iterator[str]:
    """Everything in this sentence that a weight may hang on: words, and who does what in which order."""
    words, kinds = _heard(message, sentence, language)
    first = language[0]
    yield from (f"{first}:{word}" for word in words)
    yield from (f"{first}:{before} {word}" for before, word in zip(["<", *words], [*words, ">"], strict=True))
    for place, kind in enumerate(kinds):
        yield kind
        behind = kinds[place + 1 : place + 1 + _APART]
        yield from (f"{kind}>{other}" for other in behind)
        if len(behind) > 1:
            yield f"{kind}>{behind[0]}>{behind[1]}"
    if "?" in kinds:
        yield from (f"?{kind}" for kind in kinds)


def _heard(message: Message, sentence: Sentence, language: str) -> tuple[list[str], list[str]]:
    """The words of a sentence, a name as one, and what those do that matter."""
    words: list[str] = []
    kinds: list[str] = []
    for found in WORD.finditer(message.small, sentence.start, sentence.end):
        word = found[0]
        is_capital = message.text[found.start()].isupper()
        does: tuple[str, ...] = (word,) if word in "?!" else kinds_of(word, language)
        if is_capital and word in _POLITE and language == "German":
            does = (_POLITE[word],)
        if not does and is_capital and words and word not in _NO_NAMES:
            if words[-1] != _NAME:
                words.append(_NAME)
                kinds.append(_NAME)
            continue
        words.append("0" if word.isdigit() else word)
        kinds.extend(does)
    return words, kinds


def signs_of(message: Message) -> Sequence[str]:
    """Every sign in a message, each once."""
    language = language_of(message.small)
    return sorted({sign for sentence in message.sentences for sign in signs_in(message, sentence, language)})


@cache
def _weights() -> dict[str, float]:
    """The weight of each sign, in hundredths in the file."""
    lines = Path(__file__).with_name("request_weights.tsv").read_text(encoding="utf-8").splitlines()
    return {sign: int(weight) / 100 for sign, _, weight in (line.partition("\t") for line in lines)}


_SPEAKERS = frozenset({"I", "MY", "HE", "YOUR", "SOMEBODY", "ROLE", "WANT"})
"""Who looks for whom: "we need an engineer" gives work, "they need an engineer" may want it."""
_APART_REASONS = 4
_STEM = 6


def weigh_reasons(message: Message) -> dict[str, float]:
    """How much this message speaks for each purpose."""
    purposes, weights = _weights_reasons()
    signs = reasons_in(message)
    scale = SCALE / max(len(signs), 1) ** 0.5
    rows = [weights[sign] for sign in signs if sign in weights]
    return {
        purpose: weights["bias"][place] + scale * sum(row[place] for row in rows)
        for place, purpose in enumerate(purposes)
    }


def reasons_in(message: Message) -> Sequence[str]:
    """Every sign of a purpose in a message, each once."""
    language = language_of(message.small)
    return sorted({sign for sentence in message.sentences for sign in _signs(message, sentence, language)})


def _signs(message: Message, sentence: Sentence, language: str) -> Iterator[str]:
    words, topics = _heard_reasons(message, sentence, language)
    for word in words:
        yield f"{word}"
        if len(word) > _STEM:
            yield f"{word[:_STEM]}*"
    for place, some in enumerate(topics):
        for topic in some:
            yield f"#{topic}"
            yield from (
                f"#{topic}>{other}" for others in topics[place + 1 : place + 1 + _APART_REASONS] for other in others
            )


def _heard_reasons(message: Message, sentence: Sentence, language: str) -> tuple[list[str], list[tuple[str, ...]]]:
    """The words of a sentence without its names, and what they are about, with who looks for it."""
    words: list[str] = []
    topics: list[tuple[str, ...]] = []
    for found in WORD.finditer(message.small, sentence.start, sentence.end):
        word = found[0]
        about = topics_of(word)
        if words and not about and language != "German" and message.text[found.start()].isupper():
            about = ("NAME",)
        else:
            words.append(word)
            about = about or tuple(kind for kind in kinds_of(word, language) if kind in _SPEAKERS)
        if about:
            topics.append(about)
    return words, topics


@cache
def _weights_reasons() -> tuple[list[str], dict[str, tuple[float, ...]]]:
    """The purposes, and for each sign its weight for each of them, in hundredths in the file."""
    first, *lines = Path(__file__).with_name("purpose_weights.tsv").read_text(encoding="utf-8").splitlines()
    table = (line.split("\t") for line in lines)
    return first.split("\t")[1:], {sign: tuple(int(weight) / 100 for weight in row) for sign, *row in table}
