"""Blocking: which pairs of records are worth comparing, without looking at all of them.

A blocking rule gives every record a key that two records of one person are likely to share. Records with an equal key
form a block, and all pairs of a block become candidates, smallest blocks first, until the rule has used up its budget:
a block of three Rudermans says something, a block of nine hundred Smiths does not, and where the line lies depends on
the table. In the larger blocks every record still meets the few next to it, in the order of company and town.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .normalise_table import People
from .similarity import first_letters
from .table import Codes, Vocabulary, combine, distinct

Keys = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Pairs = tuple[Codes, Codes]
FULL_BUDGET_ROWS, MOST_PAIRS_PER_ROW = 90_000, 40
"""A table of fewer rows may spend more pairs on each row, up to so many."""
PAIRS_PER_ROW, NEIGHBOURS = 2.0, 3
"""The usual budget of a rule, and how many neighbours a record meets in larger blocks."""
MERGE_AT = 2_000_000
"""Pairs that are collected before duplicates among them are dropped."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_LETTER_NUMBERS = np.zeros(128, np.int32)
_LETTER_NUMBERS[[ord(letter) for letter in _LETTERS]] = np.arange(1, len(_LETTERS) + 1)


class BlockingRule(NamedTuple):
    """A key for every record, and how much may be spent on its blocks."""

    key: Keys
    """int64, one per row; 0 where a record lacks what the key is made of."""
    pairs_per_row: float = PAIRS_PER_ROW
    neighbours: int = 0
    """How many neighbours a record meets in blocks beyond the budget."""


def candidate_pairs(people: People, fresh: Mask | None = None) -> Pairs:
    """Return the pairs of rows that share a key, each once and lower row first, as two int32 arrays.

    With `fresh`, a mask over rows, only pairs with at least one fresh row.
    """
    rows = np.int64(people.rows)
    order = np.lexsort((people.city.codes, people.company.codes))
    merged, recent = np.zeros(0, np.int64), [np.zeros(0, np.int64)]  # a pair as one number: left * rows + right
    for rule in blocking_rules(people):
        spent = max(rule.pairs_per_row * FULL_BUDGET_ROWS / max(people.rows, 1), rule.pairs_per_row)
        budget = int(min(spent, MOST_PAIRS_PER_ROW) * people.rows)
        left, right = block_pairs(rule.key[order], order, budget, rule.neighbours, fresh)
        recent.append(np.minimum(left, right) * rows + np.maximum(left, right))
        if sum(map(len, recent)) > max(len(merged), MERGE_AT):
            merged, recent = distinct(np.concatenate([merged, *recent])), []
    merged = distinct(np.concatenate([merged, *recent]))
    first = merged // max(rows, np.int64(1))
    return first.astype(np.int32), (merged - first * rows).astype(np.int32)


def block_pairs(key: Keys, rows: Keys, budget: int, window: int, fresh: Mask | None = None) -> tuple[Keys, Keys]:
    """Return the pairs of members of one block: all of them in small blocks, in large ones each with the next few.

    Args:
        key: the key of each row, 0 for none.
        rows: the row numbers, in the order in which neighbours are met.
        budget: pairs that may be spent on whole blocks, smallest first.
        window: neighbours that a member meets in a larger block.
        fresh: a mask over row numbers; only pairs with a fresh member are wanted.
    """
    keyed = np.flatnonzero(key)
    order = np.argsort(key[keyed], kind="stable")
    members, ordered = rows[keyed[order]], key[keyed[order]]
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
    """Return each member with those less than its block's reach behind it."""
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
    """Return the size of the largest block that the budget still pays for whole; at least 2."""
    counts = np.bincount(sizes)
    size = np.arange(len(counts), dtype=np.int64)
    spent = np.cumsum(counts * size * (size - 1) // 2)
    return max(2, int(np.searchsorted(spent, budget, side="right")) - 1)


def blocking_rules(people: People) -> Iterator[BlockingRule]:
    """Yield the rules: those on one identifying field first, then combinations, the least telling last."""
    call, family, company = people.call, people.family, people.company.codes
    city, title, number, postcode = people.city.codes, people.title.codes, people.number.codes, people.postcode
    prefixes = _prefixes(people.names, 5)
    call1, call3, family2, family4 = prefixes[1][call], prefixes[3][call], prefixes[2][family], prefixes[4][family]
    surname5 = prefixes[5][people.last_surname]
    skeletons = Vocabulary().encode(map(consonant_skeleton, people.names))
    street5 = Vocabulary().encode(name.replace(" ", "")[:5] for name in people.street.values)[people.street.codes]
    name = combine(np.minimum(call, family), np.maximum(call, family))
    identifying = (
        people.email.codes,
        people.phone.codes,
        people.link,
        people.dob.codes,
        people.box,
        people.address,
        name,
    )
    for key in identifying:
        yield BlockingRule(key.astype(np.int64), neighbours=NEIGHBOURS)
    for keys, pairs_per_row in (
        ((family, company), PAIRS_PER_ROW),
        ((call, company), PAIRS_PER_ROW),
        ((company, family2, call1), PAIRS_PER_ROW),
        ((family, call1, city), PAIRS_PER_ROW),
        ((call, family2, city), PAIRS_PER_ROW),
        ((call, surname5), PAIRS_PER_ROW),
        ((call, street5), PAIRS_PER_ROW),
        ((family2, street5), PAIRS_PER_ROW),
        ((number, street5), PAIRS_PER_ROW),
        ((number, postcode), PAIRS_PER_ROW),
        ((call, postcode), PAIRS_PER_ROW),
        ((family, postcode), PAIRS_PER_ROW),
        ((family2, postcode), 1.0),
        ((company, title, call1), 1.0),
        ((call3, family4), 0.7),
        ((skeletons[family], skeletons[call]), 0.7),
        ((skeletons[family], call1), 0.5),
        ((family, call1), 0.5),
        ((call, title, family2), 0.5),
        ((family, title), 0.3),
        ((people.user.codes,), 0.3),
        ((company,), 0.3),
        ((family,), 0.2),
        ((call,), 0.1),
    ):
        if all(codes.any() for codes in keys):
            yield BlockingRule(combine(*keys), pairs_per_row)


def _prefixes(names: Sequence[str], longest: int) -> list[Codes]:
    """For every length up to the longest, a number for the beginning of each name, 0 for no name."""
    prefixes = [np.zeros(len(names), np.int32)]
    for letters in first_letters(names, longest).T:
        prefixes.append(prefixes[-1] * np.int32(len(_LETTERS) + 1) + _LETTER_NUMBERS[np.minimum(letters, 127)])
    return prefixes


def consonant_skeleton(name: str) -> str:
    """Return a name's first letter and the consonants after it, doubled letters once: `peterson` gives `ptrsn`."""
    kept = name[:1]
    for letter in name[1:]:
        if letter not in "aeiouyh" and letter != kept[-1]:
            kept += letter
    return kept
