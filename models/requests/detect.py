"""Finding the messages that ask for an introduction: a guess, with the words that made it one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .languages import LANGUAGES
from .model import Evidence, weigh
from .patterns import Cue, Language, Need
from .purpose import Purpose, classify, forwardable, has_purpose, says_why
from .target_phrase import person_at, speaks_of_somebody, target_of
from .tokenize import Message, Sentence, read


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
    """From 0 to 1: below 0.9 somebody else may be meant to act, below 0.8 it is only a wish, below 0.7 no act was heard."""


@dataclass(frozen=True, slots=True)
class _Ask:
    start: int
    end: int
    language: Language
    cue: Cue


def find_request(text: str) -> RequestGuess | None:
    """What makes this message to the owner a request for an introduction; `None` when nothing does."""
    languages = _languages(text.lower())
    if not languages:
        return None
    message = read(text)
    if not message.sentences:
        return None
    evidence = weigh(message)
    if evidence.weight < -_CUE_WEIGHS:
        return None
    ask = max(_Listener(message).asks(languages), key=lambda found: found.cue.confidence, default=None)
    if evidence.weight + (_CUE_WEIGHS if ask else -_CUE_WEIGHS) < 0 or not (ask or evidence.of_somebody):
        return None
    return _guess(text, message, ask or _unspoken(evidence, languages[0]))


def _guess(text: str, message: Message, ask: _Ask) -> RequestGuess:
    target = target_of(message, ask.start, ask.end, ask.language, ask.cue)
    return RequestGuess(
        words=message.text[ask.start : target.end].strip(" ,:-"),
        target_text=target.text,
        purpose=classify(text),
        says_why=says_why(text),
        forwardable=forwardable(text),
        confidence=ask.cue.confidence,
    )


_CUE_WEIGHS = 0.8
"""What a cue adds to the evidence, and what it takes away when there is none."""
_NO_CUE = Cue(re.compile(""), 0.6, anywhere=True)


def _unspoken(evidence: Evidence, language: Language) -> _Ask:
    """A request that is in no single act, but in the message as a whole: its words are the sentence that says most."""
    return _Ask(evidence.loudest.start, evidence.loudest.end, language, _NO_CUE)


def _languages(small: str) -> list[Language]:
    """The languages a request in this text may be in; mostly none, and that is found out fast."""
    present = set(small.split())
    common = [(len(language.everyday & present), language) for language in LANGUAGES]
    most = max(count for count, _ in common)
    return [language for count, language in common if (2 * count >= most or most < 2) and _may_ask(language, small)]


def _may_ask(language: Language, small: str) -> bool:
    """Whether words of asking are there at all, and words of meeting, or a question."""
    asking, meeting = language.screen
    return bool(asking.search(small) and ("?" in small or meeting.search(small)))


_NEAR = 90
"""How far from an act the words of asking may begin."""


class _Listener:
    """One message being listened to; what is asked about the whole of it is answered once."""

    def __init__(self, message: Message) -> None:
        self._message = message
        self._known: dict[tuple[Need, str], bool] = {}

    def asks(self, languages: Sequence[Language]) -> Iterator[_Ask]:
        """The surest request of each sentence."""
        for sentence in self._message.sentences:
            for language in languages:
                asking, _ = language.screen
                if asking.search(self._message.small, sentence.start, sentence.end):
                    yield from self._asks_in(sentence, language)

    def _asks_in(self, sentence: Sentence, language: Language) -> Iterator[_Ask]:
        text = self._message.small[sentence.start : sentence.end]
        for cue in language.cues:
            for found in cue.words.finditer(text):
                first = _asked_from(cue, text, found)
                if first is None:
                    continue
                ask = _Ask(sentence.start + first, sentence.start + found.end(), language, cue)
                if all(self._is_met(need, sentence, ask) for need in cue.needs):
                    if not language.decoys.search(text):
                        yield ask
                    return

    def _is_met(self, need: Need, sentence: Sentence, ask: _Ask) -> bool:
        match need:
            case Need.PERSON_NEXT | Need.NAME_NEXT:
                return person_at(self._message, ask.end, sentence.end, named=need is Need.NAME_NEXT)
            case Need.PERSON:
                return speaks_of_somebody(self._message, sentence)
            case Need.ME:
                return bool(ask.language.me.search(self._message.small, sentence.start, sentence.end))
            case _:
                key = need, ask.language.name
                if key not in self._known:
                    self._known[key] = _is_true_of(self._message.small, need, ask.language)
                return self._known[key]


def _is_true_of(small: str, need: Need, language: Language) -> bool:
    """Whether the whole message meets the need."""
    match need:
        case Need.ASKING:
            return bool(language.asking.search(small))
        case Need.LINK:
            return bool(language.links.search(small) or language.help.search(small))
        case _:
            return bool(language.links.search(small)) or has_purpose(small)


def _asked_from(cue: Cue, text: str, found: re.Match[str]) -> int | None:
    """Where the words of asking begin; `None` when nobody asks."""
    before = text[: found.start()]
    around = text if cue.anywhere else before
    asked = [first for after in cue.after if (first := after.search(around, max(0, found.start() - _NEAR)))]
    if asked:
        return min(found.start(), *(first.start() for first in asked))
    free = not cue.after or (cue.or_not and not cue.or_not.search(before))
    return found.start() if free else None
