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
from models.matching.table import Codes, Vocabulary, combine, distinct

Keys = npt.NDArray[np.int64]
Pairs = tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]


def candidates(people: People) -> Pairs:
    """All pairs of rows that share a key, each once, lower row first."""
    found = np.zeros(0, dtype=np.int64)
    fresh: list[Keys] = []
    for key, share in blocking_keys(people):
        budget = int(people.rows * np.clip(share * 90_000 / max(people.rows, 1), share, 40))
        fresh.append(_pairs_of(key, budget))
        if sum(map(len, fresh)) > max(len(found), 2_000_000):
            found, fresh = distinct(np.concatenate([found, *fresh])), []
    found = distinct(np.concatenate([found, *fresh]))
    left = (found // people.rows).astype(np.int32)
    return left, (found - left * np.int64(people.rows)).astype(np.int32)


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


def blocking_keys(people: People) -> Iterator[tuple[Keys, float]]:
    """The keys, one number per row each, 0 where a record lacks what the key is made of; and a budget in pairs per row."""
    p = people
    call, family, company, city, title = p.call, p.family, p.company.codes, p.city.codes, p.title.codes
    call1, call3 = _prefixes(p, call, 1), _prefixes(p, call, 3)
    family2, family4, surname5 = _prefixes(p, family, 2), _prefixes(p, family, 4), _prefixes(p, p.last_surname, 5)
    skeletons = Vocabulary().encode(map(skeleton, p.names))
    whole = 2.0
    for codes in (p.email.codes, p.phone.codes, p.link, p.dob.codes, p.box):
        yield codes.astype(np.int64), whole
    yield p.user.codes.astype(np.int64), 0.3
    yield p.address.astype(np.int64), whole
    yield combine(np.minimum(call, family), np.maximum(call, family)), whole
    yield combine(family, company), whole
    yield combine(call, company), whole
    yield combine(company, family2, call1), whole
    yield combine(company, title, call1), 1.0
    yield combine(family, call1, city), whole
    yield combine(call, family2, city), whole
    yield combine(call3, family4), 0.7
    yield combine(family, title), 0.3
    yield combine(call, title, family2), 0.5
    street5 = Vocabulary().encode(name.replace(" ", "")[:5] for name in p.street.values)[p.street.codes]
    yield combine(call, street5), whole
    yield combine(family2, street5), whole
    yield combine(p.number.codes, street5), whole
    yield combine(p.number.codes, p.postcode), whole
    yield combine(family2, p.postcode), 1.0
    yield combine(call, p.postcode), whole
    yield combine(family, p.postcode), whole
    yield combine(skeletons[family], call1), 0.5
    yield combine(skeletons[family], skeletons[call]), 0.7
    yield combine(call, surname5), whole
    yield combine(family, call1), 0.5
    yield family.astype(np.int64), 0.2
    yield call.astype(np.int64), 0.1
    yield company.astype(np.int64), 0.3


def _prefixes(people: People, codes: Codes, length: int) -> Codes:
    cut = Vocabulary().encode(name[:length] for name in people.names)
    return cut[codes]


def skeleton(name: str) -> str:
    """A name's first letter and the consonants after it, doubled letters once."""
    kept = name[:1]
    for letter in name[1:]:
        if letter not in "aeiouyh" and letter != kept[-1]:
            kept += letter
    return kept
