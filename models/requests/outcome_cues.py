"""Sentences that sound as if something came of knowing each other: "thanks for referring me", "we signed the contract".

A guess that is only ever asked about. What is wished for, planned, denied or asked is not heard.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .detect import request_in
from .lexicon import word_set
from .patterns import Pattern, Patterns, load
from .tokenize import ParsedMessage, Sentence, read

_REACH = 60
"""Letters before the words in which a wish, a plan or a denial takes them back."""

_TABLE = load("outcomes")
_PATTERNS = Patterns(_TABLE["patterns"])
_CUES = tuple((kind, _PATTERNS.whole(templates)) for kind, templates in _TABLE["cues"].items())
_SPOILED, _IN_ADVANCE = Pattern(_TABLE["whole"]["spoiled"]), Pattern(_TABLE["whole"]["in_advance"])
_FOR_WHAT, _DONE_WHAT = Pattern(_TABLE["screen"]["for_what"]), Pattern(_TABLE["screen"]["done_what"])
_THANKS = ("thank", "gracias", "merci", "dank", "thx")
_DOING = frozenset(word + mark for word in word_set(_TABLE["screen"]["doing"]) for mark in ("", ".", "!", ","))


class OutcomeCue(NamedTuple):
    """What a message sounds like, and the sentence that made it so."""

    words: str
    kind: str


def find_outcome(text: str) -> OutcomeCue | None:
    """Return what this message sounds like; `None` when it sounds like nothing, as most do."""
    if not _may_tell(text.lower()):
        return None
    message = read(text)
    cue = next(filter(None, (_cue(message, kind, pattern) for kind, pattern in _CUES)), None)
    if cue is None or _IN_ADVANCE.regex.search(message.small) or request_in(message):
        return None
    return cue


def _may_tell(small: str) -> bool:
    """Plain words first: looking for one takes a hundredth of what a pattern takes."""
    if any(word in small for word in _THANKS) and _FOR_WHAT.regex.search(small):
        return True
    return not _DOING.isdisjoint(small.split()) and _DONE_WHAT.regex.search(small) is not None


def _cue(message: ParsedMessage, kind: str, pattern: Pattern) -> OutcomeCue | None:
    for sentence in message.sentences:
        for match in pattern.regex.finditer(message.small, sentence.start, sentence.end):
            if not _is_spoiled(message, sentence, match):
                return OutcomeCue(message.text[sentence.start : sentence.end].strip(), kind)
    return None


def _is_spoiled(message: ParsedMessage, sentence: Sentence, match: re.Match[str]) -> bool:
    before = message.small[max(sentence.start, match.start() - _REACH) : match.start()]
    is_question = message.small[match.end() : sentence.end].rstrip().endswith("?")
    return is_question or _SPOILED.regex.search(before) is not None
