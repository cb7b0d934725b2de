"""Where the user worked and studied, and which events they joined."""

from __future__ import annotations

from typing import NamedTuple

from ..store import JoinedEvent, Position
from ..store.query import Query
from ..text.companies import company_words

_SHORTEST = 3
"""Letters of a name that a text may mention: shorter ones are words as well."""


class _Position(NamedTuple):
    company_key: str
    company: str
    is_school: bool


_POSITIONS = Query(_Position, lambda: Position.select(Position.company_key, Position.company, Position.is_school))
_EVENTS = Query(str, lambda: JoinedEvent.select(JoinedEvent.name).where(JoinedEvent.status != "RELINQUISHED"))


class OwnPast(NamedTuple):
    """The user's own history."""

    employers: dict[str, str]
    """Company key to the name as written."""
    schools: dict[str, str]
    events: tuple[str, ...]

    def mentioned(self, text: str) -> tuple[str, ...]:
        """Return the employers, schools and events of the user's that a text names."""
        words = f" {_spelled(text)} "
        named = {**self.employers, **self.schools, **{_spelled(event): event for event in self.events}}
        return tuple(name for key, name in named.items() if len(key) >= _SHORTEST and f" {key} " in words)


def own_past() -> OwnPast:
    """Return the user's own history, from Positions, Education and Events."""
    positions = [position for position in _POSITIONS.rows() if position.company_key]
    return OwnPast(
        {position.company_key: position.company for position in positions if not position.is_school},
        {position.company_key: position.company for position in positions if position.is_school},
        tuple(_EVENTS.rows()),
    )


def _spelled(text: str) -> str:
    """Return a text as the keys of companies are spelled."""
    return " ".join(company_words(text))
