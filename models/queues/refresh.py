"""Bringing signals and cards up to date after the user did something: about whom it was, and what follows for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .. import clock
from ..decisions.outcomes import ASKED_ABOUT, introduced
from ..introductions.record import QUEUE as INTROS
from ..store import Change, Decision, Errand, IntroRequest
from ..store.facts import export_date
from ..store.identity import Kin
from ..store.query import Query, param, params
from .identities import settle_identities
from .places import refresh_places
from .registry import every_queue, queue_named

_TABLES_ABOUT_PEOPLE = (
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
_PEOPLE_COLUMNS = ("person_id", "asker_id", "into_id", "left_id", "right_id", "chosen_id")


class _Change(NamedTuple):
    """A row as an operation left it and found it."""

    table_name: str
    row: int
    before: Mapping[str, int] | None
    after: Mapping[str, int] | None

    @property
    def image(self) -> dict[str, int]:
        """What is known of the row; of a replaced one, only what changed is kept."""
        return {**(self.before or {}), **(self.after or {})}


class _AskedAbout(NamedTuple):
    """An errand that is asked about once it was done."""

    person: int
    queue: str
    subject: int


_CHANGES = Query(
    _Change,
    lambda: Change.select(Change.table_name, Change.row, Change.before, Change.after).where(
        Change.operation == param("operation"), Change.table_name.in_(_TABLES_ABOUT_PEOPLE)
    ),
)
_ERRANDS_CHANGED = Query(
    int,
    lambda: Change.select(Change.row).where(Change.operation == param("operation"), Change.table_name == "errand"),
)
_ASKED_ABOUT = Query(
    _AskedAbout,
    lambda: Errand.select(Errand.person, Errand.queue, Errand.subject).where(
        Errand.id.in_(params("errands")), Errand.kind.in_(ASKED_ABOUT)
    ),
)
_DECIDED_ON = Query(int, lambda: Decision.select(Decision.person).where(Decision.id.in_(params("decisions"))))
_ASKERS = Query(int, lambda: IntroRequest.select(IntroRequest.asker).where(IntroRequest.id.in_(params("requests"))))
_REQUESTS_BEHIND = Query(
    int, lambda: Errand.select(Errand.subject).where(Errand.id.in_(params("errands")), Errand.queue == INTROS)
)


def refresh_people(people: Iterable[int], operation: int) -> None:
    """Bring signals and cards of a few people up to date, after the user wrote something down about them."""
    from ..signals.rebuild import refresh as refresh_signals  # only for who wrote something down

    said_about = set(people)
    affected = set(Kin.of(said_about | settle_identities(said_about)).rows)
    today = export_date() or clock.today()
    refresh_signals(affected, today)
    for queue in every_queue():
        refresh_places(queue, today, affected, operation)


def refresh_queues(people: Iterable[int], queues: Iterable[str], operation: int) -> None:
    """Bring the cards of a few people up to date in these queues, after a verdict that moves them."""
    affected, today = set(Kin.of(people).rows), export_date() or clock.today()
    for name in sorted(queues):
        refresh_places(queue_named(name), today, affected, operation)


def people_touched_by(operation: int) -> set[int]:
    """Return the people about whom an operation said something that more follows from."""
    changes = _CHANGES.rows(operation=operation)
    found, decisions, requests, errands = set[int](), list[int](), set[int](), list[int]()
    for change in changes:
        image = change.image
        found |= {image[column] for column in _PEOPLE_COLUMNS if image.get(column)}
        if image.get("request_id"):
            requests.add(image["request_id"])
        match change.table_name:
            case "person":
                found.add(change.row)
            case "decision" if "person_id" not in image:
                decisions.append(change.row)
            case "errand":
                errands.append(change.row)
    requests |= set(_REQUESTS_BEHIND.rows(errands=errands))
    found |= {*_DECIDED_ON.rows(decisions=decisions), *_ASKERS.rows(requests=requests)}
    return found | people_asked_about(operation)


def people_asked_about(operation: int) -> set[int]:
    """Return the people who are, or are no longer, asked about since an operation did an errand, or took that back."""
    found: set[int] = set()
    for errand in _ASKED_ABOUT.rows(errands=_ERRANDS_CHANGED.rows(operation=operation)):
        found |= {errand.person, *(introduced(errand.subject) if errand.queue == INTROS else ())}
    return found
