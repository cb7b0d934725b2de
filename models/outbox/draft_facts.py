"""What a draft may say: a fact for each slot, with where it is known from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from ..store.facts import FactKey, fact
from ..text.dates import month_names
from .errand_kinds import SLOTS, ErrandKind


class DraftFact(NamedTuple):
    """A value on record, and its source in words: "their message of 3 May 2026"."""

    value: str
    source: str


Facts: TypeAlias = Mapping[str, DraftFact]
"""Facts by slot. What is not known is not in it."""


def facts_from(source: str, **values: str) -> dict[str, DraftFact]:
    """Facts that one source tells, by slot; empty ones are none."""
    return {slot: DraftFact(value, source) for slot, value in values.items() if value}


def with_owner_name(facts: Facts) -> Facts:
    """Return the facts, and what the user is called, as far as their profile told."""
    owner = fact(FactKey.OWNER_NAME)
    return {**facts, **facts_from("your profile in LinkedIn", my_name=owner)} if owner else facts


def day_in_words(day: date) -> str:
    """Return a day as sources name it: 3 May 2026."""
    return f"{day.day} {month_names()[day.month - 1][:3]} {day.year}"


def facts_for_errand(kind: ErrandKind, facts: Facts) -> dict[str, list[str]]:
    """Return the facts that a draft of this kind may use, as the store keeps them."""
    return {slot: list(facts[slot]) for slot in SLOTS.get(kind, ()) if slot in facts}


def facts_from_store(stored: Mapping[str, Sequence[str]]) -> dict[str, DraftFact]:
    """Return what `kept` gave."""
    return {slot: DraftFact(value, source) for slot, (value, source) in stored.items()}


def slot_text(slot: str, value: str, language: str) -> str:
    """Return the value as a draft in this language says it: days as months, all else as it is."""
    if slot not in _DAYS:
        return value
    day = date.fromisoformat(value)
    months = month_names(language)
    if not months:
        return f"{day.month}/{day.year}"
    return f"{months[day.month - 1]} {'de ' if language == 'es' else ''}{day.year}"


_DAYS = frozenset({"last_contact"})
"""Slots whose values are days."""
