"""The facts of a card as plain values, to be kept with the decision: what a replay judges anew is what was known then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from ..signals import Band
from .facts import (
    EarlierDecision,
    EarlierRequest,
    IntroFacts,
    InviteFacts,
    LookAlike,
    Meeting,
    ReplyFacts,
    SentFacts,
    StaleFacts,
    Standing,
)
from .recommend import Facts

_KINDS: dict[str, type[Facts]] = {
    "invites": InviteFacts,
    "intros": IntroFacts,
    "stale": StaleFacts,
    "sent": SentFacts,
    "replies": ReplyFacts,
}
_PARTS: Mapping[str, type[NamedTuple]] = {
    "met": Meeting,
    "meetings": Meeting,
    "look_alike": LookAlike,
    "asker": Standing,
    "target": Standing,
}
_DAYS = frozenset(
    {
        "export_date",
        "on",
        "sent_on",
        "disconnected_on",
        "last_contact",
        "connected_on",
        "last_sent",
        "last_received",
        "last_ask_of_target",
        "asked_target_on",
        "target_wrote_on",
        "wrote_since",
        "asked_on",
        "first_asked_on",
        "your_last_on",
    }
)


def freeze(facts: Facts) -> dict[str, Any]:
    """The facts as JSON takes them; what has its default is left out."""
    kept: dict[str, Any] = _frozen(facts)
    return kept


def thaw(queue: str, kept: Mapping[str, Any]) -> Facts:
    """The facts that `freeze` gave; fields that a later picky no longer knows are left out."""
    return _thawed(_KINDS[queue], kept, queue)  # type: ignore[no-any-return]


def _frozen(value: Any) -> Any:
    if hasattr(value, "_fields"):
        defaults = value._field_defaults
        known = (
            (name, held)
            for name, held in zip(value._fields, value, strict=True)
            if name not in defaults or held != defaults[name]
        )
        return {name: _frozen(held) for name, held in known}
    if isinstance(value, tuple):
        return [_frozen(each) for each in value]
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _thawed(kind: Any, kept: Mapping[str, Any], queue: str) -> Any:
    known = {name: _part(name, value, queue) for name, value in kept.items() if name in kind._fields}
    return kind(**known)


def _part(name: str, value: Any, queue: str) -> Any:
    if name == "earlier":
        earlier: Any = EarlierRequest if queue == "intros" else EarlierDecision
        return tuple(_thawed(earlier, each, queue) for each in value)
    if name in _PARTS and value is not None:
        kind = _PARTS[name]
        return (
            tuple(_thawed(kind, each, queue) for each in value)
            if isinstance(value, list)
            else _thawed(kind, value, queue)
        )
    if name in _DAYS and value:
        return date.fromisoformat(value)
    if name == "band":
        return Band(value)
    return tuple(value) if isinstance(value, list) else value
