"""Who in the store may be the same person: the pairs that a new file brings, without looking at all the old ones again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from ..store import CAPTURED, Handle, Pair, Person
from ..store.database import insert_rows
from ..store.fields import canonical
from ..store.query import plain_rows, rows, value

if TYPE_CHECKING:
    from .table import Table

_DETAILS = {"email": "email", "phone": "phone", "city": "city", "region": "region", "country": "country",
            "street": "street", "postcode": "postcode", "birthday": "dob"}  # fmt: skip
_WORDS = {
    "work": "company",
    "order": "name",
    "dob": "birthday",
    "address": "street",
    "place": "city",
    "link": "profile",
}


def scan(fresh: Collection[int]) -> int:
    """Keep the pairs between these people and everyone known; return how many are new.

    LinkedIn tells its own members apart, so nothing is looked for until a list or a note brings somebody else. A name
    alone is never enough.
    """
    waiting = rows(Person.select(Person.id).where(Person.id >= CAPTURED, Person.same_as.is_null()))
    fresh = {*fresh, *(row[0] for row in waiting)}
    others = value(Person.select(Person.id).where(Person.source.is_null(False) | Person.slug.is_null()))
    if others is None or not fresh:
        return 0
    import numpy as np

    from .duplicates import find_duplicates
    from .explain import explain, more_than_a_name

    ids, cells = people_table()
    is_fresh = np.isin(np.array(ids), np.fromiter(fresh, dtype=np.int64))
    if not is_fresh.any():
        return 0
    found = find_duplicates(as_table(cells), is_fresh)
    pairs = found.evidence.pairs
    likely = (found.scores > 0) & more_than_a_name(pairs)
    held = set(rows(Pair.select(Pair.left, Pair.right)))
    new = []
    for at in np.flatnonzero(likely).tolist():
        left, right = sorted((ids[int(pairs.left[at])], ids[int(pairs.right[at])]))
        if (left, right) not in held:
            reasons = explain(found.evidence, found.model, at)
            levels = [[_WORDS.get(reason.field, reason.field), reason.level, reason.weight] for reason in reasons]
            new.append((left, right, float(found.scores[at]), canonical(levels)))
    insert_rows(Pair, ("left_id", "right_id", "score", "levels"), new)
    return len(new)


def people_table() -> tuple[list[int], dict[str, list[str]]]:
    """Everyone in the store, as ids and as columns in the same order."""
    columns = (
        Person.id,
        Person.name,
        Person.given,
        Person.company,
        Person.title,
        Person.email,
        Person.slug,
        Person.source,
    )
    held = plain_rows(Person.select(*columns).order_by(Person.id))
    ids = [row[0] for row in held]
    cells: dict[str, list[str]] = {
        "full_name": ["" if _starts(row[1], row[2]) else row[1] for row in held],
        "first_name": [row[2] if _starts(row[1], row[2]) else "" for row in held],
        "last_name": [row[1][len(row[2]) :].strip() if _starts(row[1], row[2]) else "" for row in held],
        "company": [row[3] for row in held],
        "title": [row[4] for row in held],
        "email": [row[5] for row in held],
        "link": [f"https://www.linkedin.com/in/{row[6]}" if row[6] else "" for row in held],
        "source": [row[7] or "linkedin" for row in held],
    }
    details = _details()
    for kind, field in _DETAILS.items():
        if kind in details:
            known, own = details[kind], cells.get(field, [""] * len(ids))
            cells[field] = [own[at] or known.get(person, "") for at, person in enumerate(ids)]
    return ids, cells


def as_table(cells: Mapping[str, Sequence[str]]) -> Table:
    """Columns as the matcher takes them."""
    from .table import Column, Table

    return Table({field: Column.of(column) for field, column in cells.items()}, len(cells["full_name"]))


def _starts(name: str, given: str) -> bool:
    return bool(given) and len(name) > len(given) and name.startswith(given)


def _details() -> dict[str, dict[int, str]]:
    found: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for person, kind, text in rows(Handle.select(Handle.person, Handle.kind, Handle.value).order_by(Handle.id)):
        found[kind].setdefault(person, text)
    return found
