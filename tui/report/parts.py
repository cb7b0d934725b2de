"""What a page of the report is made of: charts of numbers, each number with its words and rows, each chart with what it proves."""

from __future__ import annotations

from typing import NamedTuple

from models.reports.network.numbers import Rows, Share
from models.signals import TOO_FEW, Rate

from ..report_text import rate_words
from ..text import Shown, number, say, shown

LEAST_WIDTH = 5


class Number(NamedTuple):
    """A bar of a chart."""

    label: Shown
    words: Shown
    """The whole of it as a sentence: what, how much, out of how many."""
    rows: Rows
    """What it rests on."""
    many: int = 0
    rate: Rate | None = None
    """The share, when it is one; a chart has shares or counts, never both."""
    bar: float | None = None
    """Whoever lies wholly below this is in the way."""
    note: Shown = Shown("")
    """What stands behind how many."""
    link: Shown | None = None
    """The profile of whom it is about."""
    is_look: bool = False
    """Whether the eye should rest here."""

    @property
    def value(self) -> Shown:
        """As short as it can be said with its interval."""
        if self.rate is None:
            return say("{} {}", self.many, shown(f"{self.note:>4}")) if self.note else number(self.many)
        value, low, high, n, enough = self.rate
        if not enough:
            return say("{} ({})", shown(TOO_FEW), n)
        return say("{} {}", shown(f"{value:>4.0%}"), shown(f"{100 * low:.0f}–{100 * high:.0f}"))


class Part(NamedTuple):
    """A chart, and what it proves."""

    title: Shown
    numbers: tuple[Number, ...]
    proves: Shown
    when_empty: Shown = Shown("None yet.")

    @property
    def has_rates(self) -> bool:
        """Whether its numbers are shares, drawn with their intervals."""
        return any(each.rate for each in self.numbers)

    @property
    def most(self) -> int:
        """What a bar of the whole width stands for: a chart of ones is no wall of bars."""
        return max(LEAST_WIDTH, *(each.many for each in self.numbers))


class Sheet(NamedTuple):
    """A page."""

    title: Shown
    parts: tuple[Part, ...]


def told(share: Share) -> Shown:
    """Return a share in a sentence, without its full stop."""
    between = Shown("") if share.rate.enough else Shown("what share ")
    return say("{} {}{}", rate_words(share.rate), between, shown(share.words))


def rated(
    label: Shown, share: Share, *, bar: float | None = None, is_look: bool = False, is_one: bool = False
) -> Number:
    """Return a share as a number; `is_one` of several alike, it is told with its label."""
    words = say("{}: {}", label, told(share)) if is_one else told(share)
    return Number(label, words, share.rows, len(share.rows.ids), share.rate, bar, is_look=is_look)


def counted(label: Shown, words: Shown, rows: Rows, note: Shown | None = None, link: Shown | None = None) -> Number:
    """Return a count as a number."""
    return Number(label, words, rows, len(rows.ids), note=note or Shown(""), link=link)
