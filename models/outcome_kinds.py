"""What can come of knowing someone: every kind of outcome, its letter on a card and its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from .text.folding import fold_accents
from .verbs import Verb


class OutcomeKind(NamedTuple):
    """A kind of outcome."""

    token: str
    """As commands and JSON name it."""
    letter: str
    """What chooses it while the kinds are open; empty when there are more kinds than letters."""
    words: str
    """What came of it, in a few words."""


OUTCOME_KINDS: tuple[OutcomeKind, ...] = (
    OutcomeKind("job", "j", "a job"),
    OutcomeKind("recruiter", "r", "a recruiter found you"),
    OutcomeKind("headhunted", "h", "you were headhunted"),
    OutcomeKind("referred", "f", "a profile went to a hiring manager"),
    OutcomeKind("interview", "i", "a second interview"),
    OutcomeKind("relationship", "l", "a good relationship"),
    OutcomeKind("meeting", "m", "a meeting"),
    OutcomeKind("partnership", "a", "a partnership"),
    OutcomeKind("customer", "c", "a customer"),
    OutcomeKind("vendor", "v", "a vendor"),
    OutcomeKind("partner", "p", "a partner"),
    OutcomeKind("investor", "n", "an investor"),
    OutcomeKind("advice", "d", "advice that mattered"),
    OutcomeKind("standing", "s", "respect because of whom you know"),
)
"""The kinds there are from the start, in the order they are shown; the user's own come after them."""

NOTHING = Verb.NOTHING.value
"""What stands in place of a kind when nothing came of it; counted nowhere as an outcome."""

_BUILT_IN = {kind.token: kind for kind in OUTCOME_KINDS}
_FREE = "begkotuwxyz"  # no q: whoever presses it wants to leave
_OWN = re.compile(r"[^\W\d_]\w{0,39}")


class OutcomeVerdict(str):
    """A kind of outcome as a verdict. It stands beside `Verb`, since users have kinds of their own."""

    __slots__ = ()

    @property
    def value(self) -> str:
        """The kind's token."""
        return str(self)


Verdict: TypeAlias = Verb | OutcomeVerdict
"""What a card can get."""


def outcome_words(token: str) -> str:
    """Return a kind in a few words; one of the user's own is its own words."""
    kind = _BUILT_IN.get(token)
    return kind.words if kind else token.replace("_", " ")


def all_kinds(own: Iterable[str]) -> tuple[OutcomeKind, ...]:
    """Return every kind there is for this user, each with a letter while there are letters."""
    free = iter(_FREE)
    mine = sorted({token for token in own if token not in _BUILT_IN and token != NOTHING})
    return (*OUTCOME_KINDS, *(OutcomeKind(token, next(free, ""), outcome_words(token)) for token in mine))


def outcome_token(text: str) -> str | None:
    """Return how a kind is kept that the user names: "Speaking slot" is `speaking_slot`; `None` for what is no name."""
    token = "_".join(re.findall(r"\w+", fold_accents(text)))
    is_name = _OWN.fullmatch(token) and token not in {verb.value for verb in Verb}
    return token if is_name else None
