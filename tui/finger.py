"""One decision per painted card: which keys were pressed by someone who could see what they decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf

from .text import Shown, shown


class Refusal(StrEnum):
    """Why a key decided nothing."""

    PASTED = "Pasted text decides nothing."
    SEVERAL = "Several keys at once decide nothing."
    UNSEEN = "That key came before this card was on the screen."
    HELD = "A key held down decides once."

    @property
    def sentence(self) -> Shown:
        """The quiet notice for the person who pressed it."""
        return shown(self.value)


@dataclass(slots=True)
class Finger:
    """Remembers since when the present card is on the screen, and lets one key decide it."""

    settle: float = 0.030
    """Seconds a card must have been on the screen before a key can be about it."""
    repeat: float = 0.050
    """Keys closer together than this came from one held down: repeats come every 33 ms, taps every 100."""
    burst: int = 3
    """So many keys in one read were not typed."""
    _turn: int = field(default=0, init=False)
    _painted_at: float = field(default=inf, init=False)
    _decided_on: float = field(default=inf, init=False)
    _last_key: float = field(default=-inf, init=False)

    def turn(self) -> Callable[[float], None]:
        """Return a card comes: no key counts until what is returned here has been told when it was on the screen."""
        self._turn += 1
        self._painted_at = self._decided_on = inf
        mine = self._turn

        def painted(at: float) -> None:
            # A card that was left again must not vouch for the one after it.
            if mine == self._turn:
                self.painted(at)

        return painted

    def painted(self, at: float) -> None:
        """The present card is on the screen; painting it again does not make it younger."""
        self._painted_at = min(self._painted_at, at)

    def accepts(self, key_read_at: float, keys_in_read: int = 1, in_paste: bool = False) -> Refusal | None:
        """Return why this key may not decide; `None` accepts it, and with it spends the card."""
        is_held = key_read_at - self._last_key < self.repeat
        self._last_key = key_read_at
        if in_paste:
            return Refusal.PASTED
        if keys_in_read >= self.burst:
            return Refusal.SEVERAL
        if key_read_at < self._painted_at + self.settle:
            return Refusal.HELD if is_held and self._painted_at < inf else Refusal.UNSEEN
        if is_held:
            return Refusal.HELD
        self._decided_on, self._painted_at = self._painted_at, inf
        return None

    def put_back(self) -> None:
        """The decision was refused and nothing changed: the card is still the one that was seen."""
        self._painted_at = min(self._painted_at, self._decided_on)
