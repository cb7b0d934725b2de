"""Read an outcome typed in one line: its kind, the people it names, and how exactly its day is known."""

from __future__ import annotations

from typing import NamedTuple

from .. import clock
from ..decisions.outcomes import NewOutcome, Participant, own_kinds
from ..errors import NotFoundError, UsageError
from ..ids import public_id, row_id
from ..outcome_kinds import all_kinds, outcome_token
from ..text.dates import first_day, rough_day
from ..text.folding import fold_accents, squeeze
from .search import search


class OutcomeText(NamedTuple):
    """An outcome in the user's words."""

    kind: str
    people: tuple[str, ...]
    via: tuple[str, ...] = ()
    note: str = ""
    event: str = ""
    on: str = ""
    is_own_kind: bool = False
    """The kind is one of the user's own, new or not."""


def parse_outcome(told: OutcomeText) -> NewOutcome:
    """Return what to keep. Raises `UsageError` for a kind or day that is none, `NotFoundError` for a name of several people."""
    kind = _kind(told.kind, is_own=told.is_own_kind)
    on = rough_day(told.on) if told.on else ""
    if on and first_day(on) > clock.today():
        raise UsageError(f"{on} is still to come.", "Note it when it has happened.")
    by, via = ([_participant(name) for name in names] for names in (told.people, told.via))
    return NewOutcome(kind, tuple(by), tuple(via), told.note.strip(), squeeze(told.event), on)


def _kind(text: str, *, is_own: bool) -> str:
    token = outcome_token(text)
    known = [kind.token for kind in all_kinds(own_kinds())]
    if token is None or not (token in known or is_own):
        raise UsageError(
            f"There is no outcome “{text}”.", f"There are: {', '.join(known)}. A kind of your own takes --own."
        )
    return token


def _participant(words: str) -> Participant:
    """Return whom a few words mean; a name that nobody here has is kept as it is, and a later import finds them."""
    name = squeeze(words)
    if not name:
        raise UsageError("Thanks to whom? A name is missing.", "picky outcome customer “Ana K”.")
    found = search(name)
    if len(found) > 1:
        found = [
            hit for hit in found if set(fold_accents(name).split()) <= set(fold_accents(hit.name).split())
        ] or found
    if len(found) > 1:
        listed = ", ".join(f"{public_id(hit.id)} {hit.name}" for hit in found[:10])
        raise NotFoundError(f"“{name}” fits {len(found)} people: {listed}.", "Give one of these ids instead.")
    if found:
        return Participant(found[0].id, found[0].name)
    if row_id(name) is not None or "/" in name:
        raise NotFoundError(f"Nobody here is “{name}”.", "Try a name, or a part of one.")
    return Participant(None, name)
