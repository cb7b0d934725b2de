"""Who in the store may be the same person: the pairs that a new file brings, without looking at all the old ones again."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..store import CAPTURED, MAIL, Change, Decision, Pair, Person
from ..store.base import canonical
from ..store.database import insert_rows
from ..store.query import chunks, rows, value

_WORDS = {
    "work": "company",
    "order": "name",
    "dob": "birthday",
    "address": "street",
    "place": "city",
    "link": "profile",
}


def find_new_pairs(fresh: Collection[int]) -> int:
    """Keep the pairs between these people and everyone known; return how many are new.

    LinkedIn tells its own members apart, so nothing is looked for until a list or a note brings somebody else. A name
    alone is never enough, but for the sender of a mail: there is hardly ever more, and mails are kept for a name's sake.
    """
    from .spelling_cache import update_cache

    update_cache(fresh)
    waiting = rows(Person.select(Person.id).where(Person.id >= CAPTURED, Person.same_as.is_null()))
    others = value(Person.select(Person.id).where(Person.source.is_null(False) | Person.slug.is_null()))
    fresh = {*fresh, *(row[0] for row in waiting)}
    if others is None or not fresh:
        return 0
    held = set(rows(Pair.select(Pair.left, Pair.right)))
    new = [pair for pair in _likely_pairs(fresh) if pair[:2] not in held]
    insert_rows(Pair, ("left_id", "right_id", "score", "levels"), new)
    return len(new)


def forget_pairs(people: Collection[int], vanished: Collection[int]) -> None:
    """Let the pairs of these people be found anew, unless something was decided on them; drop those of the vanished."""
    decided = _decided_pairs()
    for some in chunks(sorted({*people, *vanished})):
        query = Pair.select(Pair.id, Pair.left, Pair.right).where(Pair.left.in_(some) | Pair.right.in_(some))
        stale = [number for number, *ends in rows(query) if number not in decided or not {*ends}.isdisjoint(vanished)]
        for few in chunks(stale):
            Pair.delete().where(Pair.id.in_(few)).execute()


def _decided_pairs() -> set[int]:
    """The pairs with a decision, also one that was taken back and may be brought back."""
    subjects = {row[0] for row in rows(Decision.select(Decision.subject).where(Decision.queue == "duplicates"))}
    log = Change.select(Change.before, Change.after).where(Change.table_name == Decision._meta.table_name)
    images = [image for pair in rows(log) for image in pair if image]
    return subjects | {image["subject"] for image in images if image.get("queue") == "duplicates"}


def _likely_pairs(fresh: Collection[int]) -> Iterator[tuple[int, int, float, str]]:
    """Both people of each pair, its score, and why."""
    import numpy as np

    from .explain import explain, has_more_than_a_name
    from .find_duplicates import find_pairs
    from .normalise_table import concatenate, to_people
    from .spelling_cache import cached_people

    known = cached_people()
    ids = np.concatenate([ids for ids, _ in known])
    is_fresh = np.isin(ids, np.fromiter(fresh, dtype=np.int64))
    if not is_fresh.any():
        return
    found = find_pairs(to_people(concatenate([table for _, table in known])), is_fresh)
    pairs = found.evidence.pairs
    senders = np.array([row[0] for row in rows(Person.select(Person.id).where(Person.source == MAIL))], np.int64)
    is_sender = np.isin(ids, senders)
    may_be_asked = has_more_than_a_name(pairs) | is_sender[pairs.left] | is_sender[pairs.right]
    likely = (found.scores > 0) & may_be_asked
    for at in np.flatnonzero(likely).tolist():
        left, right = sorted((int(ids[pairs.left[at]]), int(ids[pairs.right[at]])))
        reasons = explain(found.evidence, found.scorer.model, at)
        levels = [[_WORDS.get(reason.field, reason.field), reason.level, reason.weight] for reason in reasons]
        yield left, right, float(found.scores[at]), canonical(levels)
