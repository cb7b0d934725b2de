"""Finding the messages that ask for an introduction: a guess, with the words that made it one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.introductions.english import ENGLISH
from models.introductions.french import FRENCH
from models.introductions.german import GERMAN
from models.introductions.phrases import target_phrase
from models.introductions.purpose import Purpose, classify, says_why
from models.introductions.spanish import SPANISH
from models.introductions.wording import Language, Message, Sentence, read

LANGUAGES = (ENGLISH, GERMAN, SPANISH, FRENCH)
"""The languages we understand, the one with most messages first."""


@dataclass(frozen=True, slots=True)
class RequestGuess:
    """Why we think that a message asks for an introduction."""

    words: str
    target_text: str
    purpose: Purpose
    says_why: bool
    forwardable: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class _Ask:
    start: int
    end: int
    language: Language
    confidence: float


def find_request(text: str) -> RequestGuess | None:
    """What makes this message to the owner a request for an introduction; `None` when nothing does."""
    languages = _possible_languages(text)
    if not languages:
        return None
    message = read(text)
    ask = max(_asks(message, languages), key=lambda found: found.confidence, default=None)
    if ask is None:
        return None
    target, end = target_phrase(message, ask.start, ask.end, ask.language.before_target, ask.language.links)
    why = says_why(text)
    return RequestGuess(
        words=message.text[ask.start : max(ask.end, end)].strip(),
        target_text=target,
        purpose=classify(text),
        says_why=why,
        forwardable=False,
        confidence=ask.confidence,
    )


def _possible_languages(text: str) -> tuple[Language, ...]:
    if not _STEMS.search(small := text.lower()):
        return ()
    present = set(_WORD.findall(small))
    return tuple(language for language in LANGUAGES if not language.everyday or language.everyday & present)


_STEMS = re.compile(r"\b(?:" + "|".join(sorted({stem for language in LANGUAGES for stem in language.stems})) + ")")
_WORD = re.compile(r"\w+")


def _asks(message: Message, languages: tuple[Language, ...]) -> Iterator[_Ask]:
    for sentence in message.sentences:
        for language in languages:
            if (found := _ask_in(message.small, sentence, language)) and not language.decoys.search(
                message.small, sentence.start, sentence.end
            ):
                yield found


def _ask_in(small: str, sentence: Sentence, language: Language) -> _Ask | None:
    text = small[sentence.start : sentence.end]
    return (
        _served(text, sentence, language)
        or _requested(text, sentence, language)
        or _acted(text, sentence, language)
        or _wished(text, sentence, language, small)
    )


_REACH = 90  # how far before the act the words of asking may begin


def _served(text, sentence, language) -> _Ask | None:
    for pattern in (language.acts, language.services):
      for act in pattern.finditer(text):
        end = len(text) if language.verb_last else act.start()
        first = max(0, act.start() - _REACH)
        if asked := language.asked.search(text[:end], first):
            return _Ask(sentence.start + min(asked.start(), act.start()), sentence.start + act.end(), language, 0.9)
    return None


def _requested(text, sentence, language) -> _Ask | None:
    if found := language.requests.search(text):
        return _Ask(sentence.start + found.start(), sentence.start + found.end(), language, 0.9)
    return None


def _acted(text, sentence, language) -> _Ask | None:
    for found in language.acts.finditer(text):
        if not language.not_asked.search(text[: found.start()]):
            return _Ask(sentence.start + found.start(), sentence.start + found.end(), language, 0.8)
    return None


def _wished(text, sentence, language, small) -> _Ask | None:
    if (found := language.wishes.search(text)) and language.links.search(small):
        return _Ask(sentence.start + found.start(), sentence.start + found.end(), language, 0.7)
    return None
