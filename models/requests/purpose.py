"""What an introduction is wanted for, from the words of the request."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from .model import purpose_weights
from .patterns import Pattern, Patterns, load
from .tokenize import ParsedMessage, read


class Purpose(StrEnum):
    """What an introduction is wanted for."""

    JOB = "job"
    """The asker looks for work."""
    HIRING = "hiring"
    """The asker has work to give."""
    PITCH = "pitch"
    """The asker looks for money for a company."""
    SALES = "sales"
    """The asker has something to sell."""
    ADVICE = "advice"
    """The asker wants to learn something."""
    PARTNERSHIP = "partnership"
    """The asker wants to do something together."""
    PRESS = "press"
    """The asker wants to report, or looks for a guest or a speaker."""
    OTHER = "other"
    """No reason, or none of these."""


class _Words(NamedTuple):
    """The words of one purpose."""

    deciding: tuple[Pattern, ...]
    adding: Pattern


_DECIDES = 3
"""Points of a pattern that decides."""
_MOST_HINTS = 2
"""Points at most of words that only add up, one each."""
_WORD_WEIGHT, _ENOUGH = 0.3, 6
"""What each point of these words adds to the learnt weights, and how many points are enough."""
_FEWEST_WORDS = 25
"""A request shorter than this cannot be passed on as it is, unless it brings lines to forward."""

_TABLE = load("purposes")
_PATTERNS = Patterns(_TABLE["patterns"])


def _whole(template: str) -> Pattern:
    return Pattern(rf"\b{_PATTERNS.alternatives(template)}(?!\w)")


_WORDS: Mapping[Purpose, _Words] = {
    Purpose(name): _Words(tuple(map(_whole, templates)), _whole(_TABLE["adding"][name]))
    for name, templates in _TABLE["deciding"].items()
}
_REASON = _PATTERNS.whole(_TABLE["whole"]["reason"])
_PASS_ON = _PATTERNS.whole(_TABLE["whole"]["pass_on"])


class Wish(NamedTuple):
    """What a request wants, and how well it is put."""

    purpose: Purpose
    says_why: bool
    """It gives a reason, rather than only a name."""
    forwardable: bool
    """It can be passed on as it is: it brings or offers lines to forward, or says what for at some length."""


def wish_of(message: ParsedMessage) -> Wish:
    """Return what the writer of this request wants."""
    purpose, says_so = classify(message), has_reason(message.small)
    at_length = purpose is not Purpose.OTHER and says_so and len(message.text.split()) >= _FEWEST_WORDS
    return Wish(
        purpose,
        says_why=purpose is not Purpose.OTHER or says_so,
        forwardable=at_length or bool(_PASS_ON.regex.search(message.small)),
    )


def classify(message: ParsedMessage) -> Purpose:
    """Return what the writer of this request wants the introduction for."""
    if not message.sentences:
        return Purpose.OTHER
    learnt = purpose_weights(message)
    return max(Purpose, key=lambda purpose: learnt[purpose] + _WORD_WEIGHT * min(_points(message, purpose), _ENOUGH))


def words_for(purpose: str, text: str) -> tuple[str, ...]:
    """Return the words of the text that speak for this purpose, as they stand there; `()` for `other`."""
    words = _WORDS.get(Purpose(purpose))
    if words is None:
        return ()
    message = read(text)
    matches = [pattern.regex.search(message.small) for pattern in words.deciding]
    if not any(matches):
        matches = [words.adding.regex.search(message.small)]
    return tuple(dict.fromkeys(message.text[match.start() : match.end()] for match in matches if match))


def has_purpose(small: str) -> bool:
    """Return whether this text, in small letters without accents, leaves no doubt that something is wanted."""
    return any(pattern.regex.search(small) for words in _WORDS.values() for pattern in words.deciding)


def has_reason(small: str) -> bool:
    """Return whether this text, in small letters without accents, says why in so many words."""
    return bool(_REASON.regex.search(small))


def _points(message: ParsedMessage, purpose: Purpose) -> int:
    words = _WORDS.get(purpose)
    if words is None:
        return 0
    deciding = sum(_DECIDES for pattern in words.deciding if pattern.regex.search(message.small))
    return deciding + min(len(set(words.adding.regex.findall(message.small))), _MOST_HINTS)
