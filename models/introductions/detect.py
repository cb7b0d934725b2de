"""Finding the messages that ask for an introduction: a guess, with the words that made it one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .english import ENGLISH
from .french import FRENCH
from .german import GERMAN
from .phrases import person_at, target_of
from .purpose import Purpose, classify, forwardable, says_why
from .spanish import SPANISH
from .wording import Cue, Language, Message, Sentence, read, starting

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
    person_follows: bool


def find_request(text: str) -> RequestGuess | None:
    """What makes this message to the owner a request for an introduction; `None` when nothing does."""
    if not _STEMS.search(text.lower()):
        return None
    message = read(text)
    ask = max(_asks(message), key=lambda found: found.confidence, default=None)
    if ask is None:
        return None
    target = target_of(message, ask.start, ask.end, ask.language, follows=ask.person_follows)
    return RequestGuess(
        words=message.text[ask.start : target.end].strip(" ,:-"),
        target_text=target.text,
        purpose=classify(text),
        says_why=says_why(text),
        forwardable=forwardable(text),
        confidence=ask.confidence,
    )


def _stems(*languages: Language) -> re.Pattern[str]:
    return starting(*(stem for language in languages for stem in language.stems))


_STEMS = _stems(*LANGUAGES)
_STEMS_OF = {language.name: _stems(language) for language in LANGUAGES}


def _asks(message: Message) -> Iterator[_Ask]:
    languages = _spoken(message.small)
    for sentence in message.sentences:
        for language in languages:
            if _STEMS_OF[language.name].search(message.small, sentence.start, sentence.end):
                yield from _asks_in(message, sentence, language)


def _asks_in(message: Message, sentence: Sentence, language: Language) -> Iterator[_Ask]:
    """The first cue that holds in this sentence."""
    text = message.small[sentence.start : sentence.end]
    for cue in language.cues:
        for start, end in _heard(cue, text):
            ask = _Ask(sentence.start + start, sentence.start + end, language, cue.confidence, cue.person_follows)
            if cue.person_follows and not person_at(message, ask.end, sentence.end):
                continue
            if cue.needs_link and not language.links.search(message.small):
                continue
            if not language.decoys.search(text):
                yield ask
            return


def _spoken(small: str) -> list[Language]:
    """The languages the text may be in; several, when it mixes them or is too short to tell."""
    present = set(_WORD.findall(small))
    common = [(len(language.everyday & present), language) for language in LANGUAGES]
    most = max(count for count, _ in common)
    return [language for count, language in common if 2 * count >= most]


_WORD = re.compile(r"[a-z]+")

_REACH = 90
"""How far before an act the words of asking may begin."""


def _heard(cue: Cue, text: str) -> Iterator[tuple[int, int]]:
    for found in cue.words.finditer(text):
        before = text[: found.start()]
        if cue.unless and cue.unless.search(before):
            continue
        if not cue.after:
            yield found.span()
        for after in cue.after:
            if asked := after.search(text if cue.anywhere else before, max(0, found.start() - _REACH)):
                yield min(asked.start(), found.start()), found.end()
                break
