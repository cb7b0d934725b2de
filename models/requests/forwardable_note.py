"""The note that can be forwarded: the asker's own sentences, cut from their request, never rewritten."""

from __future__ import annotations

from collections.abc import Iterator

from .purpose import has_purpose, has_reason
from .tokenize import ParsedMessage, greeting_end, read, signature_start

LONGEST = 700
"""Letters of a note; nobody reads more before saying yes or no."""
_LEFT_OUT = " … "


def forwardable_note(text: str, words: str) -> str:
    """Return the sentences that ask, and those that say why, as they stand in the text; `…` where others were left out.

    Greeting, signature, quoted history, questions to the reader and whatever else they wrote about stay where they are.
    """
    message = read(text)
    first = message.text.find(words) if words else -1
    if first < 0:
        return words.strip()
    body = list(_body(message))
    taken = {each for each in body if each.start < first + len(words) and first < each.stop}
    left = LONGEST - sum(len(each) for each in taken)
    for each in body:
        if each not in taken and len(each) <= left and _gives_a_reason(message, each):
            taken.add(each)
            left -= len(each)
    return _joined(message, [each for each in body if each in taken]) or words.strip()


def _body(message: ParsedMessage) -> Iterator[range]:
    """Yield where the sentences between greeting and signature stand, without the blanks around them."""
    first, last = greeting_end(message.text), signature_start(message.text)
    for sentence in message.sentences:
        start, end = max(sentence.start, first), min(sentence.end, last)
        if message.small[start:end].strip():
            whole = message.text[start:end]
            yield range(start + len(whole) - len(whole.lstrip()), end - len(whole) + len(whole.rstrip()))


def _gives_a_reason(message: ParsedMessage, where: range) -> bool:
    """Return whether a sentence says what it is about; a question is meant for the reader of the message alone."""
    small = message.small[where.start : where.stop]
    return not small.endswith("?") and (has_purpose(small) or has_reason(small))


def _joined(message: ParsedMessage, sentences: list[range]) -> str:
    """These sentences as they stand, with a mark wherever something between them was left out."""
    told = ""
    for before, here in zip([None, *sentences], sentences, strict=False):
        between = message.text[before.stop : here.start] if before else ""
        told += (_LEFT_OUT if between.strip() else between) + message.text[here.start : here.stop]
    return told
