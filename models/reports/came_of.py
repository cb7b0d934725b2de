"""What came of knowing one person, with everybody else who had a part in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from ..outcome_kinds import NOTHING, words_of
from ..queues.base import public_id
from ..store import Outcome, OutcomePerson, Person
from ..store.query import chunks, rows


def outcomes_of(kin: Sequence[int]) -> tuple[dict[str, Any], ...]:
    """Their outcomes, newest first: kind, day as far as known, their part, and who else had one."""
    query = OutcomePerson.select(OutcomePerson.outcome, OutcomePerson.role).where(OutcomePerson.person.in_(kin))
    roles = dict(rows(query.order_by(OutcomePerson.role.desc())))  # who both introduced and did it, did it
    found = []
    for some in chunks(roles):
        columns = (Outcome.id, Outcome.kind, Outcome.happened_on, Outcome.note, Outcome.event)
        others = _others(some, set(kin))
        for number, kind, on, note, event in rows(
            Outcome.select(*columns).where(Outcome.id.in_(some), Outcome.kind != NOTHING)
        ):
            found.append(
                {
                    "id": str(number),
                    "kind": kind,
                    "words": words_of(kind),
                    "on": on,
                    "role": roles[number],
                    "note": note,
                    "event": event,
                    "with": others[number],
                }
            )
    return tuple(sorted(found, key=lambda each: (each["on"] or "", int(each["id"])), reverse=True))


def _others(outcomes: Sequence[int], kin: set[int]) -> defaultdict[int, list[dict[str, str]]]:
    found: defaultdict[int, list[dict[str, str]]] = defaultdict(list)
    query = OutcomePerson.select(OutcomePerson.outcome, OutcomePerson.person, Person.name, OutcomePerson.role)
    query = query.join(Person).where(OutcomePerson.outcome.in_(outcomes)).order_by(OutcomePerson.id)
    for number, person, name, role in rows(query):
        if person not in kin:
            found[number].append({"id": public_id(person), "name": name, "role": role})
    return found
