"""Block: which pairs of records are worth comparing, without looking at all of them.

A key is something two records of one person are likely to share. Records with an equal key form a block, and
all pairs of a block become candidates, smallest blocks first, until the key has used up its budget: a block
of three Rudermans says something, a block of nine hundred Smiths does not, and where the line lies depends
on the file. In the blocks beyond it every record still meets the few that stand next to it when the block is
ordered by company and town.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from .normalise_table import People
from .similarity import first_letters
from .table import Codes, Vocabulary, combine, distinct

Keys = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Pairs = tuple[Codes, Codes]
FULL_BUDGET_ROWS, MOST_PAIRS_PER_ROW = 90_000, 40  # a file of fewer rows may spend more pairs on each, up to so many
PAIRS_PER_ROW, NEIGHBOURS = 2.0, 3
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_LETTER_NUMBERS = np.zeros(128, np.int32)
_LETTER_NUMBERS[[ord(letter) for letter in _LETTERS]] = np.arange(1, len(_LETTERS) + 1)


def candidate_pairs(people: People, fresh: Mask | None = None) -> Pairs:
    """Pairs of rows that share a key, each once, lower row first; with `fresh`, those with a fresh row."""
    rows = np.int64(people.rows)
    beside = np.lexsort((people.city.codes, people.company.codes))
    found, recent = np.zeros(0, np.int64), [np.zeros(0, np.int64)]
    for key, share, window in blocking_rules(people):
        budget = int(min(max(share * FULL_BUDGET_ROWS / max(people.rows, 1), share), MOST_PAIRS_PER_ROW) * people.rows)
        left, right = block_pairs(key[beside], beside, budget, window, fresh)
        recent.append(np.minimum(left, right) * rows + np.maximum(left, right))
        if sum(map(len, recent)) > max(len(found), 2_000_000):
            found, recent = distinct(np.concatenate([found, *recent])), []
    found = distinct(np.concatenate([found, *recent]))
    first = found // max(rows, np.int64(1))
    return first.astype(np.int32), (found - first * rows).astype(np.int32)


def block_pairs(key: Keys, rows: Keys, budget: int, window: int, fresh: Mask | None = None) -> tuple[Keys, Keys]:
    """Pairs of members of one block: all of them in small blocks, in large ones each with the next few.

    With `fresh`, only pairs with a fresh member.
    """
    some = np.flatnonzero(key)
    order = np.argsort(key[some], kind="stable")
    members, ordered = rows[some[order]], key[some[order]]
    bounds = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1], True])
    sizes = np.diff(bounds)
    reach = np.where(sizes <= _largest_block(sizes, budget), sizes, window)
    if fresh is not None and len(members):
        reach[~np.logical_or.reduceat(fresh[members], bounds[:-1])] = 0
    left, right = _neighbour_pairs(members, bounds, sizes, reach)
    if fresh is None:
        return left, right
    wanted = fresh[left] | fresh[right]
    return left[wanted], right[wanted]


def _neighbour_pairs(members: Keys, bounds: Keys, sizes: Keys, reach: Keys) -> tuple[Keys, Keys]:
    """Each member with those less than its block's reach behind it."""
    left_in_block = np.repeat(bounds[1:], sizes) - np.arange(len(members))
    reach = np.minimum(np.repeat(reach, sizes), left_in_block)
    left, right = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    at, step = np.flatnonzero(reach > 1), 1
    while len(at):
        left.append(members[at])
        right.append(members[at + step])
        step += 1
        at = at[reach[at] > step]
    return np.concatenate(left), np.concatenate(right)


def _largest_block(sizes: npt.NDArray[np.int64], budget: int) -> int:
    counts = np.bincount(sizes)
    size = np.arange(len(counts), dtype=np.int64)
    spent = np.cumsum(counts * size * (size - 1) // 2)
    return max(2, int(np.searchsorted(spent, budget, side="right")) - 1)


def blocking_rules(people: People) -> Iterator[tuple[Keys, float, int]]:
    """The keys, one number per row each, 0 where a record lacks what the key is made of.

    Beside each key its budget in pairs per row, and how many neighbours a record meets in larger blocks.
    """
    p = people
    call, family, company, city, title = p.call, p.family, p.company.codes, p.city.codes, p.title.codes
    prefixes = _prefixes(p.names, 5)
    call1, call3, family2, family4 = prefixes[1][call], prefixes[3][call], prefixes[2][family], prefixes[4][family]
    surname5 = prefixes[5][p.last_surname]
    skeletons = Vocabulary().encode(map(consonant_skeleton, p.names))
    street5 = Vocabulary().encode(name.replace(" ", "")[:5] for name in p.street.values)[p.street.codes]
    name = combine(np.minimum(call, family), np.maximum(call, family))
    for key in (p.email.codes, p.phone.codes, p.link, p.dob.codes, p.box, p.address, name):
        yield key.astype(np.int64), PAIRS_PER_ROW, NEIGHBOURS
    for keys, share in (
        ((family, company), PAIRS_PER_ROW),
        ((call, company), PAIRS_PER_ROW),
        ((company, family2, call1), PAIRS_PER_ROW),
        ((family, call1, city), PAIRS_PER_ROW),
        ((call, family2, city), PAIRS_PER_ROW),
        ((call, surname5), PAIRS_PER_ROW),
        ((call, street5), PAIRS_PER_ROW),
        ((family2, street5), PAIRS_PER_ROW),
        ((p.number.codes, street5), PAIRS_PER_ROW),
        ((p.number.codes, p.postcode), PAIRS_PER_ROW),
        ((call, p.postcode), PAIRS_PER_ROW),
        ((family, p.postcode), PAIRS_PER_ROW),
        ((family2, p.postcode), 1.0),
        ((company, title, call1), 1.0),
        ((call3, family4), 0.7),
        ((skeletons[family], skeletons[call]), 0.7),
        ((skeletons[family], call1), 0.5),
        ((family, call1), 0.5),
        ((call, title, family2), 0.5),
        ((family, title), 0.3),
        ((p.user.codes,), 0.3),
        ((company,), 0.3),
        ((family,), 0.2),
        ((call,), 0.1),
    ):
        if all(codes.any() for codes in keys):
            yield combine(*keys), share, 0


def _prefixes(names: Sequence[str], longest: int) -> list[Codes]:
    """For every length up to the longest the number of each name's beginning, 0 for no name."""
    found = [np.zeros(len(names), np.int32)]
    for letters in first_letters(names, longest).T:
        found.append(found[-1] * np.int32(len(_LETTERS) + 1) + _LETTER_NUMBERS[np.minimum(letters, 127)])
    return found


def consonant_skeleton(name: str) -> str:
    """A name's first letter and the consonants after it, doubled letters once."""
    kept = name[:1]
    for letter in name[1:]:
        if letter not in "aeiouyh" and letter != kept[-1]:
            kept += letter
    return kept
