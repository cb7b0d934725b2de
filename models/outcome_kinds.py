"""What can come of knowing somebody: every kind of outcome, its letter on a card and its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from .text.folding import fold_accents
from .verbs import Verb


class Kind(NamedTuple):
    """A kind of outcome."""

    token: str
    """As commands and JSON name it."""
    letter: str
    """What chooses it while the kinds are open; empty when there are more kinds than letters."""
    words: str
    """What came of it, in a few words."""


KINDS: tuple[Kind, ...] = (
    Kind("job", "j", "a job"),
    Kind("recruiter", "r", "a recruiter found you"),
    Kind("headhunted", "h", "you were headhunted"),
    Kind("referred", "f", "a profile went to a hiring manager"),
    Kind("interview", "i", "a second interview"),
    Kind("relationship", "l", "a good relationship"),
    Kind("meeting", "m", "a meeting"),
    Kind("partnership", "a", "a partnership"),
    Kind("customer", "c", "a customer"),
    Kind("vendor", "v", "a vendor"),
    Kind("partner", "p", "a partner"),
    Kind("investor", "n", "an investor"),
    Kind("advice", "d", "advice that mattered"),
    Kind("standing", "s", "respect because of whom you know"),
)
"""The kinds there are from the start, in the order they are shown; the user's own come after them."""

NOTHING = Verb.NOTHING.value
"""What stands in place of a kind when nothing came of it; counted nowhere as an outcome."""

_BUILT_IN = {kind.token: kind for kind in KINDS}
_FREE = "begkotuwxyz"  # no q: whoever presses it wants to leave
_OWN = re.compile(r"[^\W\d_]\w{0,39}")


class Came(str):
    """What came of it, as a verdict: a kind of outcome. It stands beside `Verb`, since users have kinds of their own."""

    __slots__ = ()

    @property
    def value(self) -> str:
        """The kind's token."""
        return str(self)


Verdict: TypeAlias = Verb | Came
"""What a card can get."""


def words_of(token: str) -> str:
    """A kind in a few words; one of the user's own is its own words."""
    kind = _BUILT_IN.get(token)
    return kind.words if kind else token.replace("_", " ")


def all_kinds(own: Iterable[str]) -> tuple[Kind, ...]:
    """Every kind there is for this user, each with a letter while there are letters."""
    free = iter(_FREE)
    mine = sorted({token for token in own if token not in _BUILT_IN and token != NOTHING})
    return (*KINDS, *(Kind(token, next(free, ""), words_of(token)) for token in mine))


def token_of(text: str) -> str | None:
    """How a kind is kept that the user names: "Speaking slot" is `speaking_slot`; `None` for what is no name."""
    token = "_".join(re.findall(r"\w+", fold_accents(text)))
    is_name = _OWN.fullmatch(token) and token not in {verb.value for verb in Verb}
    return token if is_name else None
