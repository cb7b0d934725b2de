"""The rows behind a number, in words."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from ...ids import public_id
from ...outcome_kinds import outcome_words
from ...store import Invitation, Person
from ...store.identity import Kin
from ...store.identity import people as people_of
from ...store.query import chunks
from ...store.query import rows as read
from .network_data import read_network
from .numbers import Rows
from .outcome_counts import read_outcomes


class DrillDown(NamedTuple):
    """One row behind a number: whom or what, in words."""

    id: str
    name: str
    detail: str
    person: str | None = None
    """Whose page says more: the person, or the first of several."""


def drill_down(rows: Rows) -> list[DrillDown]:
    """Return the rows behind a number, each once, by name."""
    how = {"people": _people, "outcomes": _outcomes, "invitations": _invitations}
    return sorted(how[rows.kind](sorted(set(rows.ids))), key=lambda each: (each.name.casefold(), each.id))


def _people(ids: list[int]) -> list[DrillDown]:
    found = people_of(Kin.of(ids)).values()
    return [DrillDown(public_id(who.id), who.name, who.company, public_id(who.id)) for who in found]


def _outcomes(ids: list[int]) -> list[DrillDown]:
    network = read_network()
    found = [came for came in read_outcomes(network) if came.id in set(ids)]
    people = names_of({person for came in found for person in came.people})
    return [
        DrillDown(
            str(came.id),
            ", ".join(people[person][0] for person in came.by if person in people),
            " · ".join(filter(None, (outcome_words(came.kind), came.year, came.event))),
            public_id(came.people[0]) if came.people else None,
        )
        for came in found
    ]


def names_of(people: Collection[int]) -> dict[int, tuple[str, str | None]]:
    """Name and slug of these people."""
    return {number: (who.name, who.slug) for number, who in people_of(Kin.of(people)).items()}


def _invitations(ids: list[int]) -> list[DrillDown]:
    columns = (Invitation.id, Person.id, Person.name, Invitation.sent_at)
    return [
        DrillDown(str(number), name, f"sent {sent:%Y-%m-%d}", public_id(person))
        for some in chunks(ids)
        for number, person, name, sent in read(Invitation.select(*columns).join(Person).where(Invitation.id.in_(some)))
    ]
