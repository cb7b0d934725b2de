"""Finding the messages that ask for an introduction: a guess, with the words that made it one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..text.language import possible_languages
from .language_rules import LANGUAGES, Cue, Language, Need
from .model import Evidence, weigh
from .patterns import Pattern
from .purpose import Purpose, has_purpose, wish_of
from .target_phrase import person_at, speaks_of_somebody, target_of
from .tokenize import ParsedMessage, Sentence, read

_CUE_WEIGHT = 0.8
"""What a cue adds to the evidence, and what it takes away when there is none."""
_NO_CUE = Cue(Pattern(""), 0.6, anywhere=True)
_NEAR = 90
"""How far before an act, in letters, the words of asking may begin."""


@dataclass(frozen=True, slots=True)
class RequestGuess:
    """Why we think that a message asks for an introduction."""

    words: str
    """The words that made it one, as the reader of the message sees them."""
    target_text: str
    """What the message calls the person asked for; may be empty."""
    purpose: Purpose
    says_why: bool
    """It gives a reason."""
    forwardable: bool
    """It could be passed on as it is."""
    confidence: float
    """From 0 to 1: below 0.9 someone else may be meant to act, below 0.8 it is only a wish, below 0.7 no act was heard."""
    message: ParsedMessage = field(repr=False, compare=False)
    """The text it was found in, as it was read."""


@dataclass(frozen=True, slots=True)
class _Ask:
    start: int
    end: int
    language: Language
    cue: Cue


def find_request(text: str) -> RequestGuess | None:
    """Return what makes this message to the owner a request for an introduction; `None` when nothing does."""
    languages = _languages(text.lower())
    return _request_in(read(text), languages) if languages else None


def request_in(message: ParsedMessage) -> RequestGuess | None:
    """Return the same for a message that has been read already."""
    languages = _languages(message.text.lower())
    return _request_in(message, languages) if languages else None


def _request_in(message: ParsedMessage, languages: Sequence[Language]) -> RequestGuess | None:
    if not message.sentences:
        return None
    evidence = weigh(message)
    if evidence.weight < -_CUE_WEIGHT:
        return None
    ask = max(_Listener(message).asks(languages), key=lambda ask: ask.cue.confidence, default=None)
    if evidence.weight + (_CUE_WEIGHT if ask else -_CUE_WEIGHT) < 0 or not (ask or evidence.of_somebody):
        return None
    return _guess(message, ask or _unspoken(evidence, languages[0]))


def _guess(message: ParsedMessage, ask: _Ask) -> RequestGuess:
    target, wish = target_of(message, ask.start, ask.end, ask.language, ask.cue), wish_of(message)
    return RequestGuess(
        words=message.text[ask.start : target.end].strip(" ,:-"),
        target_text=target.text,
        purpose=wish.purpose,
        says_why=wish.says_why,
        forwardable=wish.forwardable,
        confidence=ask.cue.confidence,
        message=message,
    )


def _unspoken(evidence: Evidence, language: Language) -> _Ask:
    """Return a request that is in no single act, but in the message as a whole: its words are the sentence that says most."""
    return _Ask(evidence.loudest.start, evidence.loudest.end, language, _NO_CUE)


def _languages(small: str) -> list[Language]:
    """Return the languages a request in this text may be in; mostly none, and that is found out fast."""
    possible = possible_languages(small)
    return [language for language in LANGUAGES if language.code in possible and _may_ask(language, small)]


def _may_ask(language: Language, small: str) -> bool:
    """Return whether words of asking are there at all, and words of meeting, or a question."""
    screen = language.screen
    return bool(screen.asking.regex.search(small) and ("?" in small or screen.meeting.regex.search(small)))


class _Listener:
    """One message being listened to; what is asked about the whole of it is answered once."""

    def __init__(self, message: ParsedMessage) -> None:
        self._message = message
        self._known: dict[tuple[Need, str], bool] = {}

    def asks(self, languages: Sequence[Language]) -> Iterator[_Ask]:
        """Yield the surest request of each sentence."""
        for sentence in self._message.sentences:
            for language in languages:
                if language.screen.asking.regex.search(self._message.small, sentence.start, sentence.end):
                    yield from self._asks_in(sentence, language)

    def _asks_in(self, sentence: Sentence, language: Language) -> Iterator[_Ask]:
        text = self._message.small[sentence.start : sentence.end]
        for cue in language.cues:
            for found in cue.words.regex.finditer(text):
                first = _asked_from(cue, text, found)
                if first is None:
                    continue
                ask = _Ask(sentence.start + first, sentence.start + found.end(), language, cue)
                if all(self._is_met(need, sentence, ask) for need in cue.needs):
                    if not language.decoys.regex.search(text):
                        yield ask
                    return

    def _is_met(self, need: Need, sentence: Sentence, ask: _Ask) -> bool:
        match need:
            case Need.PERSON_NEXT | Need.NAME_NEXT:
                return person_at(self._message, ask.end, sentence.end, named=need is Need.NAME_NEXT)
            case Need.PERSON:
                return speaks_of_somebody(self._message, sentence)
            case Need.ME:
                return bool(ask.language.me.regex.search(self._message.small, sentence.start, sentence.end))
            case _:
                key = need, ask.language.name
                if key not in self._known:
                    self._known[key] = _is_true_of(self._message.small, need, ask.language)
                return self._known[key]


def _is_true_of(small: str, need: Need, language: Language) -> bool:
    """Return whether the whole message meets the need."""
    match need:
        case Need.ASKING:
            return bool(language.asking.regex.search(small))
        case Need.LINK:
            return bool(language.links.regex.search(small) or language.help.regex.search(small))
        case _:
            return bool(language.links.regex.search(small)) or has_purpose(small)


def _asked_from(cue: Cue, text: str, found: re.Match[str]) -> int | None:
    """Return where the words of asking begin; `None` when nobody asks."""
    before = text[: found.start()]
    around = text if cue.anywhere else before
    asked = [first for after in cue.after if (first := after.regex.search(around, max(0, found.start() - _NEAR)))]
    if asked:
        return min(found.start(), *(first.start() for first in asked))
    free = not cue.after or (cue.unless and not cue.unless.regex.search(before))
    return found.start() if free else None
