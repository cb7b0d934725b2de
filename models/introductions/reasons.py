"""The signs in a request of what it is for, and what each is worth: learnt from labelled messages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from .evidence import SCALE, WORD, language_of
from .kinds import kinds_of
from .reading import Message, Sentence
from .topics import topics_of

_SPEAKERS = frozenset({"I", "MY", "HE", "YOUR", "SOMEBODY", "ROLE", "WANT"})
"""Who looks for whom: "we need an engineer" gives work, "they need an engineer" may want it."""
_APART = 4
_STEM = 6


def weigh_reasons(message: Message) -> dict[str, float]:
    """How much this message speaks for each purpose."""
    purposes, weights = _weights()
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
    words, topics = _heard(message, sentence, language)
    for word in words:
        yield f"{word}"
        if len(word) > _STEM:
            yield f"{word[:_STEM]}*"
    for place, some in enumerate(topics):
        for topic in some:
            yield f"#{topic}"
            yield from (f"#{topic}>{other}" for others in topics[place + 1 : place + 1 + _APART] for other in others)


def _heard(message: Message, sentence: Sentence, language: str) -> tuple[list[str], list[tuple[str, ...]]]:
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
def _weights() -> tuple[list[str], dict[str, tuple[float, ...]]]:
    """The purposes, and for each sign its weight for each of them, in hundredths in the file."""
    first, *lines = Path(__file__).with_name("reasons.tsv").read_text(encoding="utf-8").splitlines()
    table = (line.split("\t") for line in lines)
    return first.split("\t")[1:], {sign: tuple(int(weight) / 100 for weight in row) for sign, *row in table}
