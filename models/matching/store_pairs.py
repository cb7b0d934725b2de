"""The pairs of people in the store who may be one: those that a new file brings, without comparing the old ones again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from ..store import CAPTURED, MAIL, Change, Decision, Pair, Person
from ..store.base import canonical
from ..store.database import insert_rows
from ..store.query import Query, Statement, params

_FIELD_WORDS = {
    "work": "company",
    "order": "name",
    "dob": "birthday",
    "address": "street",
    "place": "city",
    "link": "profile",
}
"""What the store calls a field of the matcher, where they differ."""


class _Pair(NamedTuple):
    id: int
    left: int
    right: int


class _Images(NamedTuple):
    before: dict[str, object] | None
    after: dict[str, object] | None


_UNRESOLVED = Query(int, lambda: Person.select(Person.id).where(Person.id >= CAPTURED, Person.same_as.is_null()))
_NOT_FROM_LINKEDIN = Query(
    int, lambda: Person.select(Person.id).where(Person.source.is_null(False) | Person.slug.is_null()).limit(1)
)
_SENDERS = Query(int, lambda: Person.select(Person.id).where(Person.source == MAIL))
_PAIRS = Query(tuple[int, int], lambda: Pair.select(Pair.left, Pair.right), raw=True)
_PAIRS_OF_LEFT = Query(
    _Pair, lambda: Pair.select(Pair.id, Pair.left, Pair.right).where(Pair.left.in_(params("people")))
)
_PAIRS_OF_RIGHT = Query(
    _Pair, lambda: Pair.select(Pair.id, Pair.left, Pair.right).where(Pair.right.in_(params("people")))
)
_DROP = Statement(lambda: Pair.delete().where(Pair.id.in_(params("pairs"))))
_DECIDED = Query(int, lambda: Decision.select(Decision.subject).where(Decision.queue == "duplicates"))
_LOGGED = Query(
    _Images, lambda: Change.select(Change.before, Change.after).where(Change.table_name == Decision._meta.table_name)
)


def find_new_pairs(fresh: Collection[int]) -> int:
    """Keep the pairs between these people and everyone else in the store; return how many are new.

    LinkedIn tells its own members apart, so nothing is compared until a list or a note brings someone else. A name
    alone is never enough, but for the sender of a mail: there is hardly ever more, and mails are kept for a name's sake.
    """
    from .spelling_cache import update_cache  # numpy, only when something has been imported

    update_cache(fresh)
    fresh = {*fresh, *_UNRESOLVED.rows()}
    if not fresh or _NOT_FROM_LINKEDIN.first() is None:
        return 0
    kept = set(_PAIRS.rows())
    new = [pair for pair in _likely_pairs(fresh) if pair[:2] not in kept]
    insert_rows(Pair, ("left_id", "right_id", "score", "levels"), new)
    return len(new)


def forget_pairs(people: Collection[int], vanished: Collection[int]) -> None:
    """Let the pairs of these people be found again, unless one was decided; drop those of people who vanished."""
    decided, touched = _decided_pairs(), sorted({*people, *vanished})
    pairs = {*_PAIRS_OF_LEFT.rows(people=touched), *_PAIRS_OF_RIGHT.rows(people=touched)}
    gone = set(vanished)
    _DROP.run(pairs=[pair.id for pair in pairs if pair.id not in decided or {pair.left, pair.right} & gone])


def _decided_pairs() -> set[int]:
    """Return the pairs with a decision, also one that was undone and may be redone."""
    images = [image for change in _LOGGED.rows() for image in change if image]
    undone = {int(str(image["subject"])) for image in images if image.get("queue") == "duplicates"}
    return undone | set(_DECIDED.rows())


def _likely_pairs(fresh: Collection[int]) -> Iterator[tuple[int, int, float, str]]:
    """Rows for the table of pairs: both people, the score, and the weight of each level as JSON."""
    import numpy as np

    from .explain import explain, has_more_than_a_name
    from .find_duplicates import find_pairs
    from .normalise_table import concatenate, to_people
    from .spelling_cache import cached_people

    parts = cached_people()
    ids = np.concatenate([part.ids for part in parts])
    is_fresh = np.isin(ids, np.fromiter(fresh, dtype=np.int64))
    if not is_fresh.any():
        return
    scored = find_pairs(to_people(concatenate([part.table for part in parts])), is_fresh)
    pairs = scored.evidence.pairs
    is_sender = np.isin(ids, np.array(_SENDERS.rows(), np.int64))
    may_be_asked = has_more_than_a_name(pairs) | is_sender[pairs.left] | is_sender[pairs.right]
    for pair in np.flatnonzero((scored.scores > 0) & may_be_asked).tolist():
        left, right = sorted((int(ids[pairs.left[pair]]), int(ids[pairs.right[pair]])))
        levels = [
            [_FIELD_WORDS.get(level.field, level.field), level.level, level.weight]
            for level in explain(scored.evidence, scored.scorer.model, pair)
        ]
        yield left, right, float(scored.scores[pair]), canonical(levels)
