"""Find phrases in what people write, even behind odd letters, accents and spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

LONGEST_TEXT = 8_000
"""Characters read of any one text; a stranger may have sent a book."""

_HIDDEN = "[\u0300-\u036f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
"""Compiled by `re` when a text that is not ASCII is first listened to: that takes longer than judging a card."""
_WORD = re.compile(r"[^\W_]+")
_EAST = "\u2e80"
"""From here on scripts put no spaces between words, so a phrase need not stand by itself."""


class FoldedText(NamedTuple):
    """A text as it is listened to."""

    text: str
    """Folded, without hidden characters, one space between words."""
    words: frozenset[str]


@lru_cache(maxsize=64)
def fold_for_search(text: str) -> FoldedText:
    """Return the text in the one form in which phrases are found."""
    folded = folded_text(text[:LONGEST_TEXT])
    return FoldedText(folded, frozenset(_WORD.findall(" ".join(set(folded.split())))))


def folded_text(text: str) -> str:
    """Return the text without case, accents, hidden characters and fancy letters, one space between words."""
    if not text.isascii():
        # In three sweeps rather than letter by letter: a pasted profile is long, and the card is waiting.
        text = re.sub(_HIDDEN, "", unicodedata.normalize("NFKD", text)).replace("’", "'")
    return " ".join(text.casefold().split())


class _Phrase(NamedTuple):
    rank: int
    folded: str
    part: str
    """The longest stretch that any match contains letter by letter."""
    quote: str
    """What to show when it is found; empty to show what matched its `*`."""


class Phrases(NamedTuple):
    """A list of phrases from the policy file, to be listened for."""

    written: tuple[str, ...]
    """As the policy file has them."""

    def heard_in(self, *texts: str) -> tuple[str, ...]:
        """Return the phrases found in the texts, each once, as they may be quoted."""
        return tuple(dict.fromkeys(quote for text in texts if text for quote in self._found_in(fold_for_search(text))))

    def cut_from(self, text: str) -> str:
        """Return the text, folded, without these phrases."""
        heard = fold_for_search(text)
        rest = heard.text
        for phrase in self._possible(heard):
            rest = _pattern(phrase.folded).sub(" ", rest)
        return rest

    def _found_in(self, heard: FoldedText) -> Iterator[str]:
        for phrase in self._possible(heard):
            if found := _pattern(phrase.folded).search(heard.text):
                yield phrase.quote or found[0].strip(" .,;:!?")

    def _possible(self, heard: FoldedText) -> list[_Phrase]:
        by_word = _by_word(self.written)
        here = by_word.keys() & heard.words
        if "" in by_word:
            here.add("")
        return sorted(phrase for word in here for phrase in by_word[word] if phrase.part in heard.text)


@lru_cache(maxsize=2048)
def _by_word(written: tuple[str, ...]) -> Mapping[str, tuple[_Phrase, ...]]:
    """Phrases under a word that must be there, so that most texts cost one look at their words.

    Filed when first listened for and not when the file is read: most cards have no words on them.
    """
    filed: dict[str, list[_Phrase]] = {}
    for rank, phrase in enumerate(written):
        folded = folded_text(phrase)
        part = max(folded.split("*"), key=len)
        entry = _Phrase(rank, folded, part, "" if "*" in phrase else phrase)
        filed.setdefault(_word_to_file(folded), []).append(entry)
    return {word: tuple(phrases) for word, phrases in filed.items()}


@lru_cache(maxsize=512)
def _pattern(folded: str) -> re.Pattern[str]:
    """Return a phrase standing by itself, not inside longer words; `*` is any run of letters within one word."""
    # Bounded, so that a wall of symbols cannot make the search slow.
    inner = re.escape(folded).replace(r"\*", r"\S{0,30}")
    before = "" if folded[:1] >= _EAST else r"(?<!\w)"
    return re.compile(before + inner + ("" if folded[-1:] >= _EAST else r"(?!\w)"))


def _word_to_file(folded: str) -> str:
    """Return the longest whole word of a phrase; nothing when it has none that could be looked up."""
    whole = " ".join(part for part in folded.split() if "*" not in part) if "*" in folded else folded
    longest = max(_WORD.findall(whole), key=len, default="")
    return "" if longest[:1] >= _EAST else longest


_YEAR = re.compile(r"\s+(?:19|20)\d\d$")


def mentioned(texts: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """Return which of the owner's employers, schools and events the texts mention.

    A name of one word must be written as it is ("Box", not "a box"); longer names are found in any spelling,
    and an event also without its year.
    """
    texts = [text for text in texts if text]
    once = {folded_text(_YEAR.sub("", name)): name for name in names}
    return tuple(name for name in once.values() if any(_mentions(text, name) for text in texts))


def _mentions(text: str, name: str) -> bool:
    name = _YEAR.sub("", name.strip())
    if len(name) < 2:
        return False
    if " " in name:
        return bool(Phrases((name.replace("*", " "),)).heard_in(text))
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text[:LONGEST_TEXT]) is not None
