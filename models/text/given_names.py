"""Given names that are one: spellings in other scripts and languages, and short forms.

The table beside it holds a line per folded name with the numbers of its groups; two names that share a group are one
name. It is mapped into memory and searched, so that nothing is loaded before the first look-up.
"""

from __future__ import annotations

import mmap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from .folding import fold

_TABLE = Path(__file__).with_name("tables") / "given_names.tsv"
_REMEMBERED = 1 << 16
"""Names; an archive says the same ones again and again, and a look-up takes some 15 microseconds."""


def same_given_name(one: str, other: str) -> bool:
    """Return whether two given names are the same, a spelling or a short form of one another: Gosia is Małgorzata."""
    left, right = fold(one), fold(other)
    return left == right or not groups_of(left).isdisjoint(groups_of(right))


@lru_cache(_REMEMBERED)
def groups_of(folded: str) -> frozenset[int]:
    """Return the numbers of the groups that a folded name belongs to; empty for a name that is not known."""
    table = _open()
    key = folded.encode() + b"\t"
    low, high = 0, len(table)
    while low < high:
        middle = table.rfind(b"\n", 0, (low + high) // 2) + 1
        if middle < low:
            middle = low
        end = table.find(b"\n", middle)
        line = table[middle:end]
        if line.startswith(key):
            return frozenset(map(int, line[len(key) :].split()))
        if line < key:
            low = end + 1
        else:
            high = middle
    return frozenset()


def same_names(folded: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield each pair of positions whose names share a group, lower position first; a pair may come more than once.

    The names are folded, and each stands there once.
    """
    members: defaultdict[int, list[int]] = defaultdict(list)
    for position, name in enumerate(folded):
        for group in groups_of(name):
            members[group].append(position)
    for positions in members.values():
        yield from ((low, high) for at, high in enumerate(positions) for low in positions[:at])


@cache
def _open() -> mmap.mmap:
    with _TABLE.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
