"""Whom an operation was about: the people whose signals and cards follow from what it wrote, or took back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .. import clock
from ..decisions.outcomes import ASKED_ABOUT, introduced
from ..store import CAPTURED, Change, Decision, Errand, IntroRequest, Merge, Person
from ..store.facts import export_date
from ..store.identity import IMPORTED_NAMESAKES, Kin, sole_namesake
from ..store.query import chunks, rows
from .cards import refresh as refresh_cards
from .registry import every_queue, queue_named


def follow_people(people: Iterable[int], operation: int) -> None:
    """Bring signals and cards of a few people up to date, after the user wrote something down about them."""
    from ..signals.rebuild import refresh as refresh_signals  # only for who wrote something down

    some, today = {*people, *settle_identities()}, export_date() or clock.today()
    some |= set(Kin.of(some).rows)
    refresh_signals(some, today)
    for queue in every_queue():
        refresh_cards(queue, today, some, operation)


def follow_cards(people: Iterable[int], queues: Iterable[str], operation: int) -> None:
    """Bring the cards of a few people up to date in these queues, after a verdict that moves them."""
    some, today = set(Kin.of(people).rows), export_date() or clock.today()
    for name in sorted(queues):
        refresh_cards(queue_named(name), today, some, operation)


def settle_identities() -> set[int]:
    """Point every row at the one that stands for the same person: merged by the user, or written down by name.

    A name written down is the one imported person of that name, when no company objects. Returns everyone for whom
    something changed.
    """
    wanted = {**_named(), **dict(rows(Merge.select(Merge.person, Merge.into)))}
    held = dict(rows(Person.select(Person.id, Person.same_as).where(Person.same_as.is_null(False))))
    found: set[int] = set()
    for person in wanted.keys() | held.keys():
        root = _root(person, wanted)
        if held.get(person) != root:
            Person.update(same_as=root).where(Person.id == person).execute()
            found |= {number for number in (person, root, held.get(person)) if number}
    return found


def _root(person: int, wanted: dict[int, int]) -> int | None:
    """The last in a chain of merges."""
    seen = {person}
    at = wanted.get(person)
    while at in wanted and wanted[at] not in seen:
        seen.add(at)
        at = wanted[at]
    return at


def _named() -> dict[int, int]:
    """Names written down, each to the one imported person of that name, credentials aside."""
    captured = Person.select(Person.id, Person.name, Person.company_key).where(Person.id >= CAPTURED)
    found = {number: sole_namesake(name, company, IMPORTED_NAMESAKES) for number, name, company in rows(captured)}
    return {number: person for number, person in found.items() if person}


def twins() -> dict[int, int]:
    """Captured people, and whom in the files they turned out to be: an undo takes that knowledge away with them."""
    return dict(rows(Person.select(Person.id, Person.same_as).where(Person.same_as.is_null(False))))


_FOLLOWED = (
    "decision",
    "encounter",
    "person",
    "intro_request",
    "chosen_target",
    "errand",
    "remark",
    "mark",
    "merge",
    "judgement",
    "field_choice",
    "outcome_person",
)
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
