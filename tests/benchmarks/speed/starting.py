"""From the command to the first card."""

from __future__ import annotations

from collections.abc import Iterator

from .figures import Figure, ratio
from .stores import BARE, QUEUES, SIZES, Bench, say
from .terminal import Terminal

SMALL, LARGE = SIZES


def start_figures(bench: Bench, runs: int) -> Iterator[Figure]:
    """Start to first card, next to a bare app's, and with ten times the connections."""
    wanted = {("bare", 0): (bench.bare(), (f"{BARE} 0.",))}
    for size in SIZES:
        for queue in QUEUES:
            shown = (bench.first_name(size, queue), "←", "→")
            wanted[queue, size] = (bench.review(bench.store(size), queue), shown)
    taken: dict[tuple[str, int], list[float]] = {name: [] for name in wanted}
    for run in range(-1, runs):  # the first round only warms the caches
        say(f"starting, {run + 1} of {runs}")
        for name, (command, texts) in wanted.items():
            with Terminal(command, bench.environment) as terminal:
                seconds = terminal.first_paint(texts)
            if run >= 0:
                taken[name].append(seconds)
    for queue in QUEUES:
        yield ratio(f"start, {queue} ÷ bare app", taken[queue, SMALL], taken["bare", 0], 1.35)
    for queue in QUEUES:
        yield ratio(f"start, {queue}, {LARGE:,} ÷ {SMALL:,}", taken[queue, LARGE], taken[queue, SMALL], 1.3)
