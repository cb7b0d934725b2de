"""The facts of a card as JSON, kept with the decision: a replay judges by what was known then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

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

FACTS_BY_QUEUE: dict[str, type[Facts]] = {
    "invites": InviteFacts,
    "intros": IntroFacts,
    "stale": StaleFacts,
    "sent": SentFacts,
    "replies": ReplyFacts,
}
_VALUES = (EarlierDecision, EarlierRequest, LookAlike, Meeting, Standing)
"""What facts are made of besides plain values."""


def facts_to_json(facts: tuple[object, ...]) -> dict[str, Any]:
    """Return the facts as JSON takes them; what has its default is left out."""
    values: dict[str, Any] = _to_json(facts)
    return values


def facts_from_json(queue: str, values: Mapping[str, Any]) -> Facts:
    """Return the facts that `facts_to_json` wrote; fields that a later picky no longer has are left out."""
    return _from_json(FACTS_BY_QUEUE[queue], values)  # type: ignore[no-any-return]


def _to_json(value: Any) -> Any:
    if hasattr(value, "_fields"):
        defaults = value._field_defaults
        return {
            name: _to_json(part)
            for name, part in value._asdict().items()
            if name not in defaults or part != defaults[name]
        }
    if isinstance(value, tuple):
        return [_to_json(part) for part in value]
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _from_json(kind: Any, values: Mapping[str, Any]) -> Any:
    types = _types_of(kind)
    return kind(**{name: _part(types[name], value) for name, value in values.items() if name in types})


def _part(kind: Any, value: Any) -> Any:
    """Return the value of a field of this type."""
    if value is None:
        return None
    if get_origin(kind) is tuple:
        return tuple(_part(get_args(kind)[0], part) for part in value)
    if kind in _VALUES:
        return _from_json(kind, value)
    if kind is date:
        return date.fromisoformat(value)
    return kind(value) if isinstance(kind, type) and issubclass(kind, Enum) else value


@cache
def _types_of(kind: Any) -> dict[str, Any]:
    """Return the type of each field, an optional one without its `None`."""
    hints = get_type_hints(kind, localns={"Band": Band})
    return {name: _without_none(hints[name]) for name in kind._fields}


def _without_none(kind: Any) -> Any:
    given = [part for part in get_args(kind) if part is not NoneType]
    return given[0] if NoneType in get_args(kind) and len(given) == 1 else kind
