"""Whom an operation was about: the people whose signals and cards follow from what it wrote, or took back."""

from __future__ import annotations

from typing import Any

from ..decisions.outcomes import ASKED_ABOUT, introduced
from ..store import Change, Decision, Errand, IntroRequest, Person
from ..store.query import chunks, rows


def twins() -> dict[int, int]:
    """Captured people, and whom in the files they turned out to be: an undo takes that knowledge away with them."""
    return dict(rows(Person.select(Person.id, Person.same_as).where(Person.same_as.is_null(False))))


_FOLLOWED = (
    "decision", "encounter", "person", "intro_request", "chosen_target", "errand", "remark", "mark", "merge",
    "judgement", "field_choice", "outcome_person",
)  # fmt: skip
"""Tables whose rows say something about people that their signals and cards follow from."""


def people_in(operation: int) -> set[int]:
    """The people about whom an operation said something that more follows from."""
    found, unnamed = set[int](), list[int]()
    changes = Change.select(Change.table_name, Change.row, Change.before, Change.after)
    for table, row, before, after in rows(
        changes.where(Change.operation == operation, Change.table_name.in_(_FOLLOWED))
    ):
        image: dict[str, Any] = {**(before or {}), **(after or {})}
        keys = ("person_id", "asker_id", "into_id", "left_id", "right_id", "chosen_id")
        found |= {image[key] for key in keys if image.get(key)}
        if table == "person":
            found.add(row)
        elif table == "decision" and "person_id" not in image:  # of a replaced verdict, only what changed is kept
            unnamed.append(row)
        if image.get("request_id"):
            found |= _askers(IntroRequest.id == image["request_id"])
        if table == "errand":
            found |= _askers(
                IntroRequest.id.in_(Errand.select(Errand.subject).where(Errand.id == row, Errand.queue == "intros"))
            )
    for some in chunks(unnamed):
        found |= {row[0] for row in rows(Decision.select(Decision.person).where(Decision.id.in_(some)))}
    return found | asked_about(operation)


def _askers(condition: Any) -> set[int]:
    return {row[0] for row in rows(IntroRequest.select(IntroRequest.asker).where(condition))}


def asked_about(operation: int) -> set[int]:
    """The people who are, or are no longer, asked about since an operation did an errand, or took that back."""
    changed = Change.select(Change.row).where(Change.operation == operation, Change.table_name == "errand")
    found: set[int] = set()
    for some in chunks([row[0] for row in rows(changed)]):
        query = Errand.select(Errand.person, Errand.queue, Errand.subject)
        for person, queue, subject in rows(query.where(Errand.id.in_(some), Errand.kind.in_(ASKED_ABOUT))):
            found |= {person, *(introduced(subject) if queue == "intros" else ())}
    return found
