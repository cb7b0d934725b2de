"""Whether a message asks something: what makes the difference between a last word and a reply that is owed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ..text.folding import fold_accents
from .patterns import load

LONGEST_TEXT = 8_000
"""Characters read of any one message; a stranger may have sent a book."""

_LINK = re.compile(r"<?(?:https?://|www\.)\S+|(?<![^\s<(])[^\s@]{1,64}@[^\s@]{1,80}", re.IGNORECASE)
_QUOTED = re.compile(r"“[^“”]*”|„[^“”„]*[“”]|«[^«»]*»|»[^«»]*«|‹[^‹›]*›|\"[^\"\n]*\"")
_HISTORY = re.compile(
    r"^(?:>.*|-{3,}.*(?:message|nachricht|mensaje).*"
    r"|(?:on|am|le|el)\b.{0,120}\b(?:wrote|schrieb|a écrit|escribió)\b.{0,80}:)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
"""Where what was written before begins: that asks nothing."""
_MARK = re.compile(r"¿|[?？؟⁇⁈](?!\w)")
_TAG = re.compile(
    r",\s*(?:right|ok(?:ay)?|eh|huh|no|oder|gell|ne|nicht wahr|verdad|n'est-ce pas|hein|isn't it|wasn't it|don't you"
    r"|aren't you|didn't (?:we|you)|doesn't it)\s*\?+",
    re.IGNORECASE,
)
"""“…, right?” wants no answer."""
_SENTENCE = re.compile(r"[.!?\n…]+")


def asks_something(text: str) -> bool:
    """Return whether the message wants an answer: a question, or a request without its mark, in four languages.

    Links, quotations, the mail it answers and mere offers (“let me know if you need anything”) do not count.
    """
    words = _LINK.sub(" ", _own_words(text[:LONGEST_TEXT]))
    words = _TAG.sub(".", _QUOTED.sub(" ", words.replace("’", "'")))
    return _MARK.search(words) is not None or any(_asks(sentence) for sentence in _sentences(words))


def _own_words(text: str) -> str:
    """Return the text down to where it repeats what it answers."""
    return _HISTORY.split(text, maxsplit=1)[0]


def _sentences(text: str) -> Iterable[str]:
    """Folded, one by one, without what a sentence is opened with."""
    for part in _SENTENCE.split(text):
        folded = fold_accents(part).lstrip("-–—•*,;: ")
        if folded:
            yield folded


def _asks(sentence: str) -> bool:
    asking, offering = _patterns()
    return asking.search(sentence) is not None and offering.search(sentence) is None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what asks, and what only offers: compiled when the first message is read, which no card waits for."""
    table = load("questions")
    asking = [pattern for patterns in table["asking"].values() for pattern in patterns]
    return _beginning(asking), _beginning(table["offering"]["offers"])


def _beginning(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})")
