"""A store in which everybody who was written to stays silent, and what must never follow from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.store import CAPTURED, Card, Errand, Person
from models.store.query import rows
from models.workspace import Workspace
from tests.models.support import Export

__all__ = ["CLOSED", "LATER", "NEXT", "close", "closed_cards", "exports", "nudges", "reopened"]

CLOSED = (
    ("sent", "Nils Ito", "leave"),
    ("sent", "Wanda Drawn", "withdraw"),
    ("stale", "Old Tie", "reconnect"),
    ("invites", "Ina Inviter", "ask"),
    ("intros", "Ask Asker", "introduce"),
    ("intros", "Di Blurb", "blurb"),
    ("replies", "Una Owed", "reply"),
)
"""One closed item of each kind: its queue, who is on the card, and the one go that was made."""

_SILENT = ("Nils Ito", "Wanda Drawn", "Old Tie", "Ina Inviter", "Tara Target", "Di Blurb", "Una Owed")
_NUDGING = ("reconnect", "ask_where_we_met", "ask_target", "ask_for_blurb", "reply")
LATER, NEXT = "2026-10-06T09:00:00+00:00", "2027-10-06T09:00:00+00:00"
_FIRST = date(2026, 9, 15)


def _export(on: date, *, seen: bool) -> Export:
    export, days = Export(on), (on - _FIRST).days
    export.connect("Old Tie", 4000 + days).wrote("Old Tie", 3000 + days).heard("Old Tie", 2990 + days)
    export.connect("Tara Target", 900 + days).wrote("Tara Target", 300 + days).heard("Tara Target", 290 + days)
    export.connect("Vera Haddad", 900 + days).heard("Vera Haddad", 90 + days, "See you.")
    for name, target in (("Ask Asker", "Tara Target"), ("Di Blurb", "Vera Haddad")):
        export.connect(name, 900 + days)
        export.heard(name, 20 + days, f"Could you introduce me to {target}? I am looking for a job.")
    export.connect("Una Owed", 900 + days).heard("Una Owed", 9 + days, "Are you coming to Kiel?")
    export.invited("Ina Inviter", 20 + days, "Hello!")
    for name in ("Nils Ito", "Wanda Drawn"):
        export.invited(name, 40 + days, outgoing=True)
    if seen:
        for name in ("Old Tie", "Tara Target", "Di Blurb", "Una Owed", "Ina Inviter"):
            export.wrote(name, days - 4, "What picky drafted.")
    return export


def exports(folder: Path) -> list[Path]:
    """An older archive, the two that were taken in, and newer ones in which they are still silent."""
    made = [(date(2026, 9, 1), False), (_FIRST, False), (date(2026, 10, 5), True), (date(2026, 11, 20), True),
            (date(2027, 10, 5), True)]  # fmt: skip
    return [_export(on, seen=seen).zipped(folder / str(on)) for on, seen in made]


def close(workspace: Workspace, folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Make the one go at each of them, carry it out, and take in an export that shows it and no answer."""
    _, first, second, *_ = exports(folder)
    workspace.import_files([first])
    for queue, name, verdict in CLOSED:
        card = next(item.id for item in workspace.items(queue) if item.name == name)
        errand = workspace.decide(queue, card, verdict).errand
        if errand:
            workspace.close_errand(errand, "done")
    patch.setenv("PICKY_NOW", LATER)
    workspace.import_files([second])
    assert not nudges()
    assert not reopened()


def closed_cards() -> list[tuple[str, int, str]]:
    """The closed cards: queue, number, name."""
    query = Card.select(Card.queue, Card.subject, Person.name).join(Person).where(Card.subject < CAPTURED)
    wanted = {(queue, name) for queue, name, _ in CLOSED}
    return [(queue, subject, name) for queue, subject, name in rows(query) if (queue, name) in wanted]


def nudges() -> list[tuple[str, str]]:
    """Open errands that would write to somebody silent once more."""
    query = Errand.select(Errand.kind, Person.name).join(Person)
    waiting = query.where(Errand.state.in_(["open", "staged"]), Errand.kind.in_(_NUDGING), Person.name.in_(_SILENT))
    return rows(waiting)


def reopened() -> list[tuple[str, str]]:
    """Closed cards that ask again."""
    from models import clock
    from models.queues.cards import is_open

    return [(queue, name) for queue, subject, name in closed_cards() if is_open(queue, subject, clock.now())]
