"""Numbers that say more than which row they are, and how people type them.

| number | is | typed as |
|---|---|---|
| a row below `CAPTURED` | a row that an import wrote | `17` |
| a row from `CAPTURED` on | a row that the user wrote by hand, counted from one | `c3` |
| an errand from `UNWRITTEN` on | no row: what silence leaves to do for a request, whose number is the rest | `s17` |
| a card of the outcomes queue, even | asks what came of an errand: twice its number | `34` |
| a card of the outcomes queue, odd | asks what a message means: twice its number and one | `35` |

An import numbers its rows from one, the user's from `CAPTURED`: so neither ever takes a number of the other, whatever is
imported, undone or brought back. Everything in this module is arithmetic; no other module knows these numbers' meaning.
"""

from __future__ import annotations

from typing import NamedTuple

CAPTURED = 1 << 40
"""Rows from here on were written by hand."""
UNWRITTEN = 1 << 42
"""Errands from here on are in no table: they follow from what was asked, and nobody answered."""

_LONGEST = 18
"""Digits: more than that is no row of any database."""


def public_id(row: int) -> str:
    """Return a row number as people type it: `17`, or `c3` for what the user captured."""
    return f"c{row - CAPTURED + 1}" if row >= CAPTURED else str(row)


def row_id(text: str) -> int | None:
    """Return the row number behind a typed id, or `None` when it is none."""
    digits = text.removeprefix("c")
    if not digits.isdecimal() or len(digits) > _LONGEST:
        return None
    return int(digits) if digits == text else CAPTURED + int(digits) - 1


def errand_of_silence(request: int) -> int:
    """Return the number of the errand that a target's silence leaves for a request."""
    return UNWRITTEN + request


def errand_id(errand: int) -> str:
    """Return an errand's number as people type it: `17`, or `s17` for what silence leaves."""
    return f"s{errand - UNWRITTEN}" if errand >= UNWRITTEN else str(errand)


def errand_number(text: str) -> int | None:
    """Return the number behind a typed id of an errand, or `None` when it is none."""
    digits = text.removeprefix("s")
    if not digits.isdecimal():
        return None
    return int(digits[:_LONGEST]) + (UNWRITTEN if digits != text else 0)


class OutcomeSource(NamedTuple):
    """What a card of the outcomes queue asks about."""

    is_message: bool
    """A message that sounds like an outcome; if not, an errand that was done."""
    number: int


def outcome_card_of_errand(errand: int) -> int:
    """Return the card that asks what came of an errand."""
    return 2 * errand


def outcome_card_of_message(message: int) -> int:
    """Return the card that asks what a message means."""
    return 2 * message + 1


def outcome_source(card: int) -> OutcomeSource:
    """Return what a card of the outcomes queue asks about."""
    number, odd = divmod(card, 2)
    return OutcomeSource(bool(odd), number)
