"""How you and a person write to each other: in which language, and how formally."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from ..store import Invitation, Message, Person
from ..store.query import Query, param
from ..text.language import language_of
from .templates import Voice

_LAST = 6
"""Messages of theirs that are looked at."""
_POLITE = {
    # "Sie" at the head of a sentence may be she or they; in the middle of one it is you.
    "de": r"(?<=[\w,;:] )(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)\b|(?i:\bsehr geehrte)",
    "es": r"(?i:\busted(?:es)?\b|\bestimad[oa])",
    "fr": r"(?i:\b(?:vous|votre|vos)\b)",
}
_CLOSE = {
    "de": r"(?i:\b(?:du|dir|dich|dein\w{0,2}|\w{3,}st du)\b)",
    "es": r"(?i:\b(?:tú|ti|contigo|tu|tus|te)\b)",
    "fr": r"(?i:\b(?:tu|toi|te|ton|ta|tes)\b|\bt')",
}
_LOOKED_AT = 1_000
"""Letters from the start of a text."""


class Manner(NamedTuple):
    """How a thread is written."""

    language: str = ""
    """`en`, `de`, `es` or `fr`; empty when nothing says clearly."""
    is_distant: bool = False
    """They say Sie, usted or vous: a draft that says du would be a blunder."""

    @property
    def voice(self) -> str:
        """The voice a draft must have; empty when the user's own will do."""
        return Voice.FORMAL.value if self.is_distant else ""


def manner_of_thread(person: int, words: str = "") -> Manner:
    """Return how they and the user write to each other, from their last messages, their invitation, what else is known to be
    their `words`, and what the user wrote to them; the first of these that says clearly."""
    for text in _texts(_rows_of(person), words):
        if language := language_of(text):
            return Manner(language, is_distant(text, language))
    return Manner()


def is_distant(text: str, language: str) -> bool:
    """Return whether the text says Sie, usted or vous to its reader, and never du, tú or tu."""
    if language not in _POLITE:
        return False
    some = text[:_LOOKED_AT].replace("’", "'")
    return bool(re.search(_POLITE[language], some)) and not re.search(_CLOSE[language], some)


def _texts(kin: list[int], words: str) -> Iterator[str]:
    yield _last(_MESSAGES, kin, outgoing=0)
    yield _last(_NOTES, kin)
    yield words
    yield _last(_MESSAGES, kin, outgoing=1)


_ROOT = Query(int, lambda: Person.select(Person.same_as).where(Person.id == param("person")))
_ALIASES = Query(int, lambda: Person.select(Person.id).where(Person.same_as == param("person")))
_MESSAGES = Query(
    tuple[datetime, str],
    lambda: (
        Message.select(Message.at, Message.text)
        .where(Message.person == param("person"), Message.sort == "talk", Message.outgoing == param("outgoing"))
        .order_by(Message.at.desc())
        .limit(_LAST)
    ),
)
_NOTES = Query(
    tuple[datetime, str],
    lambda: (
        Invitation.select(Invitation.sent_at, Invitation.note)
        .where(Invitation.person == param("person"), ~Invitation.outgoing, Invitation.note != "")
        .order_by(Invitation.sent_at.desc())
        .limit(_LAST)
    ),
)


def _rows_of(person: int) -> list[int]:
    """Return the rows that stand for this person: what `Kin` gives, for someone who waits for the next card."""
    root = _ROOT.first(person=person) or person
    return [root, *_ALIASES.rows(person=root)]


def _last(query: Query[tuple[datetime, str]], kin: list[int], **values: int) -> str:
    found = [row for person in kin for row in query.rows(person=person, **values)]
    return "\n".join(text for _, text in sorted(found, reverse=True)[:_LAST])
