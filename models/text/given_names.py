"""Given names that are one: spellings in other scripts and languages, and short forms.

The table beside it holds a line per folded name with the numbers of its groups; two names that share a group are one
name. It is mapped into memory and searched, so that nothing is loaded before the first look-up.
"""

from __future__ import annotations

import mmap
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from .folding import fold_accents

_TABLE = Path(__file__).with_name("tables") / "given_names.tsv"
_MANY = 3_000
"""Names; from so many on, one pass over the whole table (some 50 ms) is cheaper than a search for each."""
_REMEMBERED = 1 << 16
"""Names; an archive says the same ones again and again, and a look-up takes some 15 microseconds."""


def same_given_name(one: str, other: str) -> bool:
    """Return whether two given names are the same, a spelling or a short form of one another: Gosia is Małgorzata."""
    left, right = fold_accents(one), fold_accents(other)
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


def groups_of_all(folded: Collection[str]) -> dict[str, frozenset[int]]:
    """Return the groups of those of the folded names that are known; for many names in one pass over the table."""
    if len(folded) < _MANY:
        return {name: groups for name in folded if (groups := groups_of(name))}
    wanted = {name.encode(): name for name in folded}
    lines = (line.partition(b"\t") for line in _open()[:].splitlines())
    return {wanted[key]: frozenset(map(int, groups.split())) for key, _, groups in lines if key in wanted}


def same_names(folded: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield each pair of positions whose names share a group, lower position first; a pair may come more than once.

    The names are folded, and each stands there once.
    """
    groups = groups_of_all(folded)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for position, name in enumerate(folded):
        for group in groups.get(name, ()):
            members[group].append(position)
    for positions in members.values():
        yield from ((low, high) for at, high in enumerate(positions) for low in positions[:at])


@cache
def _open() -> mmap.mmap:
    with _TABLE.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
