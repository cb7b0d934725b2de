"""The language in which somebody and the user write to each other."""

from __future__ import annotations

from ..store import Invitation, Message
from ..store.kin import Kin
from ..store.query import rows
from .language import language_of

_LAST = 6
"""Messages of theirs that are looked at."""


def language_with(person: int, words: str = "") -> str:
    """`en`, `de`, `es` or `fr`, from their last messages, their invitation, what else is known to be their `words`, and
    what the user wrote to them; the first of these that says clearly. Empty when none does."""
    kin = Kin.of([person]).rows
    for text in (_messages(kin, outgoing=False), _notes(kin), words, _messages(kin, outgoing=True)):
        if text and (language := language_of(text)):
            return language
    return ""


def _messages(kin: list[int], *, outgoing: bool) -> str:
    query = Message.select(Message.text).where(
        Message.person.in_(kin), Message.sort == "talk", Message.outgoing == outgoing
    )
    return _joined(rows(query.order_by(Message.at.desc()).limit(_LAST)))


def _notes(kin: list[int]) -> str:
    query = Invitation.select(Invitation.note).where(
        Invitation.person.in_(kin), ~Invitation.outgoing, Invitation.note != ""
    )
    return _joined(rows(query.order_by(Invitation.sent_at.desc()).limit(_LAST)))


def _joined(texts: list[tuple[str]]) -> str:
    return "\n".join(text for (text,) in texts)
