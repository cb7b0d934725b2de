"""The states of an introduction: asked, the target asked first, their answer, introduced, what came of it.

Where an introduction stands is computed from what is on record, never stored: the verdict in force, what was done by
hand, what the target wrote since. So an undo, an import or a correction can never leave it between two states.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from ..verbs import Verb


class State(StrEnum):
    """Where an introduction stands."""

    ASKED = "asked"
    """Someone asks; you have not decided."""
    DECLINED = "declined"
    MENTIONED = "mentioned"
    BLURB_ASKED = "blurb_asked"
    NO_REPLY = "no_reply"
    NOT_A_REQUEST = "not_a_request"
    TO_ASK = "to_ask"
    """You decided to ask the target first, and have not done it yet."""
    TARGET_ASKED = "target_asked"
    TARGET_YES = "target_yes"
    TARGET_NO = "target_no"
    TARGET_SILENT = "target_silent"
    """The target did not answer in time: closed by itself, and for good unless they do answer."""
    UNASKED = "unasked"
    """You decided, deliberately, to introduce without asking the target: a single opt-in."""
    INTRODUCED = "introduced"
    CAME_OF_IT = "came_of_it"
    """You said what came of it."""


class Record(NamedTuple):
    """What is on record about one request."""

    verdict: str = ""
    """The verdict in force on its card, as `picky decide` names it."""
    asked_on: date | None = None
    """The day the target was asked by hand; it stays, whatever is decided later."""
    wrote_on: date | None = None
    """The last day the target wrote since."""
    introduced_on: date | None = None
    came_of: str = ""
    """The kind of outcome, `nothing`, or empty while nobody said."""


_DECIDED = {
    Verb.DECLINE: State.DECLINED,
    Verb.MENTION: State.MENTIONED,
    Verb.BLURB: State.BLURB_ASKED,
    Verb.NO_REPLY: State.NO_REPLY,
    Verb.NOT_A_REQUEST: State.NOT_A_REQUEST,
    Verb.TARGET_YES: State.TARGET_YES,
    Verb.TARGET_NO: State.TARGET_NO,
    Verb.INTRODUCE_UNASKED: State.UNASKED,
}

_OPEN_VERDICTS = frozenset(
    {
        Verb.INTRODUCE,
        Verb.INTRODUCE_UNASKED,
        Verb.DECLINE,
        Verb.MENTION,
        Verb.BLURB,
        Verb.NO_REPLY,
        Verb.NOT_A_REQUEST,
        Verb.LATER,
        Verb.PIN,
    }
)
_ANSWERS = frozenset({Verb.TARGET_YES, Verb.TARGET_NO})
_AFTER_ASKING = _ANSWERS | {Verb.DECLINE, Verb.NO_REPLY, Verb.LATER, Verb.PIN}

MOVES: Mapping[State, frozenset[Verb]] = {
    State.ASKED: _OPEN_VERDICTS,
    State.DECLINED: _OPEN_VERDICTS,
    State.MENTIONED: _OPEN_VERDICTS,
    State.BLURB_ASKED: _OPEN_VERDICTS,
    State.NO_REPLY: _OPEN_VERDICTS,
    State.NOT_A_REQUEST: _OPEN_VERDICTS,
    State.UNASKED: _OPEN_VERDICTS,
    State.TO_ASK: _OPEN_VERDICTS | _ANSWERS,
    State.TARGET_ASKED: _AFTER_ASKING,
    State.TARGET_SILENT: _AFTER_ASKING,
    State.TARGET_YES: _AFTER_ASKING,
    State.TARGET_NO: _AFTER_ASKING,
    State.INTRODUCED: frozenset(),
    State.CAME_OF_IT: frozenset(),
}
"""From each state, the verdicts that lead on. From `asked` no path leads to `introduced` but through the target's yes
or the deliberate single opt-in; and once a target was asked, nothing asks them again."""

UNDER_WAY = (State.TO_ASK, State.TARGET_ASKED, State.TARGET_YES, State.UNASKED)
"""States in which someone waits for something of yours or of the target's."""

SETTLED = frozenset({*UNDER_WAY, State.TARGET_NO, State.TARGET_SILENT, State.INTRODUCED, State.CAME_OF_IT})
"""States in which whom the request means is no question any more."""


def state_of(record: Record, known_until: date, patience: int) -> State:
    """Return where it stands as of the newest export; a target is silent after `patience` days without a word."""
    if record.came_of:
        return State.CAME_OF_IT
    if record.introduced_on:
        return State.INTRODUCED
    decided = _DECIDED.get(Verb(record.verdict)) if record.verdict else None
    if decided:
        return decided
    if record.asked_on is None:
        return State.TO_ASK if record.verdict == Verb.INTRODUCE else State.ASKED
    is_late = known_until - record.asked_on > timedelta(days=patience)
    return State.TARGET_SILENT if is_late and record.wrote_on is None else State.TARGET_ASKED


def refusals(record: Record, state: State, target: str) -> dict[Verb, str]:
    """Return the verdicts that do not lead on from here, each with the sentence that says why. `target` is their first name."""
    allowed = MOVES[state]
    if record.asked_on:  # whatever was decided since: nobody is asked twice, and who was asked is not passed over
        allowed &= _AFTER_ASKING
    return {verb: _why(verb, record, state, target or "them") for verb in (_OPEN_VERDICTS | _ANSWERS) - allowed}


def _why(verb: Verb, record: Record, state: State, target: str) -> str:
    if state in (State.INTRODUCED, State.CAME_OF_IT):
        return "You have introduced them already. What came of it is asked later."
    if verb in _ANSWERS:
        return f"You have not asked {target} yet."
    on = f" on {record.asked_on.day} {record.asked_on:%B %Y}" if record.asked_on else ""
    asked = f"You asked {target}{on} about this introduction"
    if verb is Verb.INTRODUCE_UNASKED:
        return f"{asked}: now their answer counts."
    if verb is Verb.INTRODUCE:
        silent = state is State.TARGET_SILENT
        return f"{asked}{', and they did not answer' if silent else ''}. Nobody is asked twice. Silence is an answer."
    return f"{asked}: wait for their answer, or decline kindly."
