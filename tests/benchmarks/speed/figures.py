"""A figure, the bar it must not pass, and the line that tells both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report."""

    name: str
    value: float
    bar: float
    unit: str = ""
    detail: str = ""

    @property
    def holds(self) -> bool:
        return self.value <= self.bar

    def __str__(self) -> str:
        verdict = "ok" if self.holds else "over"
        value = f"{self.value:,.0f}" if self.value >= 100 else f"{self.value:.2f}"
        bar = f"bar {self.bar:,g}{self.unit}"
        return f"{verdict:<5}{self.name:<38}{value + self.unit:>9}  {bar:<13}{self.detail}".rstrip()


def ratio(name: str, taken: Sequence[float], floor: Sequence[float], bar: float) -> Figure:
    """How many times the floor something took: median to median, since both met the same weather."""
    detail = f"({_spread(taken)} ÷ {_spread(floor)})"
    return Figure(name, median(taken) / median(floor), bar, detail=detail)


def _spread(seconds: Sequence[float]) -> str:
    in_seconds = median(seconds) >= 1
    factor, unit = (1, "s") if in_seconds else (1000, "ms")
    return f"{median(seconds) * factor:.3g} {unit}, least {min(seconds) * factor:.3g}"
