"""Small talk between the owner and somebody, as long as wanted, never the same twice in a row."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from seeds.invention.words import FILLERS
from seeds.invention.world import Message, Person

__all__ = ["Chatter"]

_SLOT = re.compile(r"\{(\w+)\}")


class Chatter:
    """Deals exchanges from a shuffled pack, so that a conversation does not repeat itself."""

    def __init__(self, script: str, rng: random.Random) -> None:
        lines = (line for line in script.splitlines() if not line.startswith("#"))
        self.exchanges = [block.split("\n") for block in "\n".join(lines).strip().split("\n\n")]
        self.rng = rng
        self.pack: list[list[str]] = []

    def between(self, owner: Person, other: Person, count: int, start: datetime, end: datetime) -> Iterator[Message]:
        """About so many messages (whole exchanges), from the start to the end."""
        talks = self._talks(count)
        step = (end - start) / max(len(talks) - 1, 1)
        for n, talk in enumerate(talks):
            at = end if n == len(talks) - 1 else start + step * n
            yield from self._talk(owner, other, talk, at + timedelta(minutes=self.rng.randrange(400)))

    def _talks(self, count: int) -> list[list[str]]:
        talks: list[list[str]] = []
        while sum(map(len, talks)) < count:
            if not self.pack:
                self.pack = self.rng.sample(self.exchanges, len(self.exchanges))
            talks.append(self.pack.pop())
        return talks

    def _talk(self, owner: Person, other: Person, lines: list[str], last: datetime) -> Iterator[Message]:
        """Lines a few minutes to hours apart, ending at that moment."""
        fill = {name: self.rng.choice(values) for name, values in FILLERS.items()}
        moments = [last]
        for _ in lines[1:]:
            moments.insert(0, moments[0] - timedelta(seconds=self.rng.randrange(90, 30_000)))
        for line, at in zip(lines, moments, strict=True):
            ends = (owner, other) if line[0] == ">" else (other, owner)
            file = "https://www.linkedin.com/dms/invented/" + f"{at:%y%m%d%H%M}" if line[1:] == "file" else ""
            text = "" if file else _SLOT.sub(lambda slot: fill[slot[1]], line[2:])
            yield Message(other.slug, ends[0], (ends[1],), at, text, attachment=file)
