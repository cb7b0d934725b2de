"""The phrase in which a message names the person its writer wants to meet: "Vera Haddad at Fjord"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from .language_rules import Cue, Language, Need
from .lexicon import (
    DETERMINERS,
    FILLERS,
    NOT_ALONE,
    NOT_PEOPLE,
    PARTICLES,
    PEOPLE,
    PLACES,
    PRONOUNS,
    STOPS,
    THINGS,
    THIRD_PERSONS,
    TITLES,
    TOWARDS,
)
from .patterns import Pattern
from .tokenize import POSSESSIVES, ParsedMessage, Sentence, Word, greeting_end, signature_start, words_of

_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Target:
    """What a request calls the person it is about, and where the words of the request end."""

    text: str
    end: int


def target_of(message: ParsedMessage, start: int, end: int, language: Language, cue: Cue) -> Target:
    """Return what the request at this place calls its target."""
    sentence = next(some for some in message.sentences if some.start <= start < some.end)
    if {Need.PERSON_NEXT, Need.NAME_NEXT} & set(cue.needs):
        words = words_of(message.text, end, sentence.end)
        if phrase := _phrase(words, all_small=False) or _small_name(words):
            return Target(_written(message, phrase), phrase[-1].end)
        end = words[0].end if words else end
    else:
        for first in (start,) if cue.anywhere else (end - 3, start):
            if phrase := _after_mark(message, language.before_target, first, sentence.end):
                return Target(_written(message, phrase), max(end, phrase[-1].end))
    return Target(_antecedent(message, sentence, end, language), end)


def _antecedent(message: ParsedMessage, sentence: Sentence, end: int, language: Language) -> str:
    """Return who "her" is, or who goes without saying: named before in this sentence, in one before it, or in one after it."""
    place = message.sentences.index(sentence)
    before = Sentence(sentence.start, end)
    for some in (
        before,
        *reversed(message.sentences[:place]),
        Sentence(end, sentence.end),
        *message.sentences[place + 1 :],
    ):
        if phrase := _capitals(message, some) or _linked(message, some, language):
            return _written(message, phrase)
    for some in (*reversed(message.sentences[:place]), *message.sentences[place + 1 :]):
        phrase = _after_mark(message, language.before_target, some.start, some.end)
        if any(word.folded in PEOPLE for word in phrase):
            return _written(message, phrase)
    return ""


def _linked(message: ParsedMessage, sentence: Sentence, language: Language) -> list[Word]:
    """Return the person the owner is said to know: "are you still in contact with Vera", "your friend at Acme"."""
    for link in language.links.regex.finditer(message.small, sentence.start, sentence.end):
        behind = words_of(message.text, link.end(), sentence.end)
        if behind and behind[0].folded in PLACES and behind[0].folded != "with":
            behind = words_of(message.text, link.start(), sentence.end)
        phrase = _phrase(
            behind[1:] if behind and behind[0].folded in PLACES else behind, all_small=message.text == message.small
        )
        if phrase and (any(word.is_capital for word in phrase) or message.text == message.small):
            return phrase
    return []


def person_at(message: ParsedMessage, start: int, end: int, *, named: bool = False) -> bool:
    """Return whether a third person is named, or meant, right here."""
    words = list(dropwhile(lambda word: word.folded in FILLERS - DETERMINERS, words_of(message.text, start, end)))
    if not words or words[0].folded in THIRD_PERSONS:
        return bool(words)
    return bool(_phrase(words, all_small=False) or (not named and _small_name(words)))


def _written(message: ParsedMessage, phrase: Sequence[Word]) -> str:
    return message.text[phrase[0].start : phrase[-1].end]


def _after_mark(message: ParsedMessage, marks: Pattern, start: int, end: int) -> list[Word]:
    """Return the first phrase after a mark that is written like a name or says what someone is."""
    for mark in marks.regex.finditer(message.small, max(0, start), end):
        if phrase := _phrase(words_of(message.text, mark.end(), end), all_small=message.text == message.small):
            return phrase
    return []


def speaks_of_somebody(message: ParsedMessage, sentence: Sentence) -> bool:
    """Return whether a third person is named or meant anywhere in the sentence."""
    words = words_of(message.text, max(sentence.start, greeting_end(message.text)), sentence.end)
    pronoun = any(word.folded in THIRD_PERSONS for word in words)
    named = any(word.is_capital and word.folded not in PRONOUNS | STOPS | NOT_PEOPLE for word in words[1:])
    return pronoun or named or message.text == message.small


_NO_SMALL_NAME = PRONOUNS | DETERMINERS | STOPS | THINGS | PLACES | FILLERS


def _small_name(words: Sequence[Word]) -> list[Word]:
    """Return a name that its writer did not bother to write with capitals."""
    name = list(takewhile(lambda word: word.folded not in _NO_SMALL_NAME, _until_it_ends(words)))
    return name[:_LONGEST_SMALL] if name and not any(word.is_capital for word in name) else []


def _phrase(words: Sequence[Word], *, all_small: bool) -> list[Word]:
    """Return the words from here on that speak of one person, with their company; none when they do not."""
    words = list(dropwhile(lambda word: word.folded in FILLERS - DETERMINERS, words[: _LONGEST + 2]))
    if not words or _is_pronoun(words) or words[0].folded in NOT_ALONE:
        return []
    phrase = list(_until_it_ends(words))
    while phrase and (phrase[-1].folded in PLACES | DETERMINERS | PARTICLES or not (all_small or _speaks(phrase[-1]))):
        phrase.pop()
    head = list(takewhile(lambda word: not _speaks(word), phrase))
    if any(word.folded in THINGS for word in phrase[: len(head) + 1]) or not _is_head(head):
        return []
    return phrase if len(head) < len(phrase) or (all_small and len(phrase) <= _LONGEST_SMALL) else []


def _is_pronoun(words: Sequence[Word]) -> bool:
    """Some pronouns are also said before a person: "ihr" is her, and "ihr Chef" her boss."""
    alone = words[0].folded not in DETERMINERS or not any(_speaks(word) for word in words[1:2])
    return words[0].folded in PRONOUNS and alone


def _is_head(head: Sequence[Word]) -> bool:
    """Return what may stand before a name or a word like friend: nothing, "your", "the hiring", "senior"."""
    longest = 3 if head and head[0].folded in DETERMINERS else 1
    return len(head) <= longest and not any(word.folded in PLACES | TOWARDS - DETERMINERS for word in head)


_LONGEST_SMALL = 4  # where nobody writes capitals, a longer phrase is no name


def _speaks(word: Word) -> bool:
    """Written like a name, or says what someone is."""
    return word.is_capital or word.folded in PEOPLE or word.text[0].isdigit()


def _until_it_ends(words: Sequence[Word]) -> Iterator[Word]:
    for place, word in enumerate(words[:_LONGEST]):
        if place and word.after.strip() and not _is_apposition(words[place - 1], word):
            return
        if word.folded in STOPS and not (word.is_capital and (place or _begins_name(words))):
            return
        yield word


def _begins_name(words: Sequence[Word]) -> bool:
    """Will Sanderson has a first name that is a small word elsewhere."""
    return len(words) > 1 and words[1].is_capital and not words[1].after.strip()


def _is_apposition(before: Word, word: Word) -> bool:
    """Marks inside a phrase: "the hiring manager, Vera Haddad", "Dr. Whitcombe", "V. Haddad", "Vera's boss"."""
    gap = word.after.strip()
    if gap in POSSESSIVES:
        return word.folded in PEOPLE - NOT_ALONE
    shortened = before.folded in TITLES or len(before.text) == 1
    return word.is_capital and ((gap == "," and before.folded in PEOPLE) or (gap == "." and shortened))


def _capitals(message: ParsedMessage, sentence: Sentence) -> list[Word]:
    """Return the first two or more words in a row that are written like a person's name, or one with a title before it."""
    run: list[Word] = []
    start, end = max(sentence.start, greeting_end(message.text)), min(sentence.end, signature_start(message.text))
    words = words_of(message.text, start, end) if start < end else []
    for place, word in enumerate(words):
        if run and not _joins(run[-1], word):
            if _is_name(run):
                return run
            run = []
        named = (
            word.is_capital
            and word.folded not in STOPS | PRONOUNS | DETERMINERS
            and not _CONTRACTED.search(word.folded)
        )
        if (named and not (not run and place and words[place - 1].folded in PLACES | TOWARDS)) or (
            run and word.folded in PARTICLES
        ):
            run.append(word)
        elif run:
            if _is_name(run):
                return run
            run = []
    return run if _is_name(run) else []


_CONTRACTED = re.compile(r"'(?:t|re|ve|ll|d|m|s)$")


def _joins(before: Word, word: Word) -> bool:
    gap = word.after.strip()
    return not gap or (gap == "." and before.folded in TITLES)


def _is_name(run: Sequence[Word]) -> bool:
    return sum(word.is_capital for word in run) > 1
