"""Block: which pairs of records are worth comparing, without looking at all of them.

A key is something two records of one person are likely to share. Records with an equal key form a block, and all
pairs of a block become candidates, smallest blocks first, until the key has used up its budget: a block of three
Rudermans says something, a block of nine hundred Smiths does not, and where the line lies depends on the file.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from models.matching.people import People
from models.matching.table import Codes, Column, Vocabulary, combine

Keys = npt.NDArray[np.int64]
Pairs = tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]


def candidates(people: People) -> Pairs:
    """All pairs of rows that share a key, each once, lower row first."""
    budget = int(people.rows * np.clip(120_000 / max(people.rows, 1), 2, 40))
    found = np.zeros(0, dtype=np.int64)
    fresh: list[Keys] = []
    for key in blocking_keys(people):
        fresh.append(_pairs_of(key, budget))
        if sum(map(len, fresh)) > max(len(found), 1_000_000):
            found, fresh = np.unique(np.concatenate([found, *fresh])), []
    found = np.unique(np.concatenate([found, *fresh]))
    return (found // people.rows).astype(np.int32), (found % people.rows).astype(np.int32)


def _pairs_of(key: Keys, budget: int) -> Keys:
    rows = len(key)
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    start = int(np.searchsorted(ordered, 1))
    order, ordered = order[start:], ordered[start:]
    if len(order) < 2:
        return np.zeros(0, dtype=np.int64)
    bounds = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1], True])
    sizes = np.diff(bounds)
    limit = _largest_block(sizes, budget)
    remaining = np.repeat(bounds[1:], sizes) - np.arange(len(order))  # members from here to the block's end
    usable = np.repeat(sizes, sizes) <= limit
    at = np.flatnonzero(usable & (remaining > 1))
    pieces = []
    step = 1
    while len(at):
        a, b = order[at], order[at + step]
        pieces.append(np.minimum(a, b) * rows + np.maximum(a, b))
        step += 1
        at = at[remaining[at] > step]
    return np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.int64)


def _largest_block(sizes: npt.NDArray[np.int64], budget: int) -> int:
    counts = np.bincount(sizes)
    size = np.arange(len(counts), dtype=np.int64)
    spent = np.cumsum(counts * size * (size - 1) // 2)
    return max(2, int(np.searchsorted(spent, budget, side="right")) - 1)


def blocking_keys(people: People) -> Iterator[Keys]:
    """The keys, one number per row each, 0 where a record lacks what the key is made of."""
    p = people
    call3, family4, family2, initial = (_prefixes(p, c, n) for c, n in ((p.call, 3), (p.family, 4), (p.family, 2), (p.call, 1)))
    low, high = np.minimum(p.call, p.family), np.maximum(p.call, p.family)
    address = combine(p.street.codes, p.number.codes)
    yield p.email.codes.astype(np.int64)
    yield p.phone.codes.astype(np.int64)
    yield p.link.astype(np.int64)
    yield p.dob.codes.astype(np.int64)
    yield address
    yield p.box.astype(np.int64)
    yield combine(low, high)
    yield p.user.codes.astype(np.int64)
    yield combine(p.family, p.company.codes)
    yield combine(p.call, p.company.codes)
    yield combine(p.family, initial, p.city.codes)
    yield combine(call3, family4)
    yield combine(p.call, family2, p.city.codes)
    yield combine(p.family, p.title.codes)
    yield combine(p.call, p.title.codes, family2)
    yield combine(p.call, p.street.codes)
    yield combine(p.call, p.postcode)
    yield combine(p.family, p.postcode)
    yield combine(initial, _skeletons(p, p.family))
    yield combine(p.call, _prefixes(p, p.last_surname, 5))
    yield combine(p.family, initial)
    yield p.family.astype(np.int64)
    yield p.call.astype(np.int64)
    yield p.company.codes.astype(np.int64)


def _prefixes(people: People, codes: Codes, length: int) -> Codes:
    cut = Vocabulary().encode(name[:length] for name in people.names)
    return cut[codes]


def _skeletons(people: People, codes: Codes) -> Codes:
    """The surname's first letter and its consonants, doubled ones once: what most misspellings leave alone."""
    return Vocabulary().encode(map(skeleton, people.names))[codes]


def skeleton(name: str) -> str:
    """A name's first letter and the consonants after it, doubled letters once."""
    kept = name[:1]
    for letter in name[1:]:
        if letter not in "aeiouyh" and letter != kept[-1]:
            kept += letter
    return kept


__all__ = ["Column", "candidates", "skeleton"]
