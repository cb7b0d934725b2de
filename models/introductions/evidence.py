"""How much a whole message sounds like asking for an introduction: many small signs, each with its learned weight.

Where the cues of a language hear one act being asked for, this listens to who is to do what for whom, in the order in
which it is said. The signs are the same in every language; only the words behind them differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .kinds import kinds_of
from .languages import LANGUAGES
from .reading import Message, Sentence
from .vocabulary import DETERMINERS, NOT_PEOPLE, PLACES, PRONOUNS, STOPS, THINGS

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
    lines = Path(__file__).with_name("asking.tsv").read_text(encoding="utf-8").splitlines()
    return {sign: int(weight) / 100 for sign, _, weight in (line.partition("\t") for line in lines)}
