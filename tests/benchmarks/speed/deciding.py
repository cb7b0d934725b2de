"""From a decision key to the end of the repaint."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from .figures import Figure, ratio
from .stores import BARE, QUEUES, SIZES, Bench, say
from .terminal import Repaint, Terminal

SMALL, LARGE = SIZES
PAUSE = 0.120
"""Seconds of silence before a key: nobody decides faster."""
_RIGHT, _LEFT, _DOWN = "\x1b[C", "\x1b[D", "\x1b[B"
_KEYS = (_RIGHT, _LEFT, _RIGHT, _LEFT, _DOWN)
_SITTING = 20


@dataclass(slots=True)
class _Reviewer:
    """Somebody with a queue before them, and a store of their own."""

    terminal: Terminal
    store: Path
    queue: str
    repaints: list[Repaint] = field(default_factory=list)

    def decide(self) -> None:
        """Press a verdict; every twentieth ends a sitting, and the Enter that goes on is not measured."""
        self.terminal.settle(PAUSE)
        self.repaints.append(self.terminal.press(_KEYS[len(self.repaints) % len(_KEYS)]))
        if len(self.repaints) % _SITTING == 0:
            self.terminal.settle(PAUSE)
            self.terminal.press("\r")

    @property
    def seconds(self) -> list[float]:
        """How long each repaint took; the first key found everything cold, as in the bare app."""
        return [repaint.seconds for repaint in self.repaints[1:]]

    @property
    def sizes(self) -> list[int]:
        return [repaint.size for repaint in self.repaints[1:]]


def key_figures(bench: Bench, runs: int) -> Iterator[Figure]:
    """Key to repaint, next to a bare app's `Static.update()`, at both sizes; bytes per card."""
    floor: list[float] = []
    with ExitStack() as stack:
        bare = stack.enter_context(Terminal(bench.bare(), bench.environment))
        bare.first_paint((f"{BARE} 0.",))
        reviewers = {(queue, size): _sit_down(bench, queue, size, stack) for size in SIZES for queue in QUEUES}
        for run in range(runs + 1):
            say(f"deciding, {run} of {runs}")
            for reviewer in reviewers.values():
                bare.settle(PAUSE)
                floor.append(bare.press("u").seconds)
                reviewer.decide()
    for reviewer in reviewers.values():
        _check(bench, reviewer)
    yield from _figures(floor[len(reviewers) :], reviewers)


def _figures(floor: list[float], reviewers: dict[tuple[str, int], _Reviewer]) -> Iterator[Figure]:
    for queue in QUEUES:
        yield ratio(f"key, {queue} ÷ Static.update()", reviewers[queue, SMALL].seconds, floor, 1.2)
    for queue in QUEUES:
        sizes = reviewers[queue, SMALL].sizes
        yield Figure(f"bytes per decided card, {queue}", median(sizes), 2_000, " B", f"(most {max(sizes):,})")
    for queue in QUEUES:
        large, small = reviewers[queue, LARGE].seconds, reviewers[queue, SMALL].seconds
        yield ratio(f"key, {queue}, {LARGE:,} ÷ {SMALL:,}", large, small, 1.3)


def _sit_down(bench: Bench, queue: str, size: int, stack: ExitStack) -> _Reviewer:
    store = bench.copy(size)
    terminal = stack.enter_context(Terminal(bench.review(store, queue), bench.environment))
    terminal.first_paint((bench.first_name(size, queue), "←", "→"))
    return _Reviewer(terminal, store, queue)


def _check(bench: Bench, reviewer: _Reviewer) -> None:
    """Keys that decide nothing are quick, and worth nothing."""
    counted = bench.counts(reviewer.store)[reviewer.queue]
    decided = counted["decided"] + counted["later"]
    if decided != len(reviewer.repaints):
        raise RuntimeError(f"{len(reviewer.repaints)} keys decided {decided} cards of {reviewer.queue}")
