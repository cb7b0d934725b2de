"""One line for each thing a test needs: a store, an archive on disk, somebody with a name that means no good."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from models.settings import Settings
from models.workspace import Workspace
from tests.models.support import Export, person

__all__ = ["Kept", "archive_of", "cards", "decision", "hostile_archive", "sentences", "verdicts", "workspace_at"]


def workspace_at(path: Path, **keys: str) -> Workspace:
    """The store at this path, open, with the user's own keys if any; close it."""
    folder = path.parent
    own = {name.replace("_", ".", 1): key for name, key in keys.items()}
    return Workspace(Settings(path, folder / "policy.toml", keys=own, folder=folder))


def archive_of(folder: Path, *names: str) -> Path:
    """An archive in which these people have been connected for ten years without a word."""
    export = Export()
    for name in names:
        export.connect(name, 3650)
    return export.zipped(folder)


def hostile_archive(folder: Path, name: str) -> Path:
    """An archive in which somebody of this name stands wherever a name or text can stand."""
    quiet = person(name, slug="quiet-one", company=name, position=name)
    talker = person(name, slug="talkative-one", company=name, position=name)
    stranger = person(name, slug="new-one")
    export = Export().connect(quiet, 3650).connect(talker, 2000).connect("Vera Haddad", 1000)
    export.heard(talker, 900, name).wrote(talker, 890, name)
    export.heard(talker, 3, f"Could you introduce me to Vera Haddad? {name}")
    export.invited(stranger, 5, name).heard(stranger, 4, f"Did you see it? {name}")
    return export.zipped(folder)


def verdicts(queue: str) -> dict[str, str]:
    """Who got which verdict in a queue, by name, whatever became of the cards since."""
    from models.store import Decision, Person
    from models.store.query import rows

    query = Decision.select(Person.name, Decision.verdict).join(Person).where(Decision.queue == queue)
    return dict(rows(query))


def cards(workspace: Workspace, queue: str, limit: int | None = None) -> list[str]:
    """The names on the open cards, in the order of the app."""
    return [item.name for item in workspace.items(queue, limit)]


def sentences(workspace: Workspace) -> list[str]:
    """What history says, newest first."""
    return [each.sentence for each in workspace.history()]


class Kept(NamedTuple):
    """A decision as the store holds it."""

    verdict: str
    reason: str
    due: date | None


def decision(queue: str, name: str) -> Kept:
    """The decision in force on the card of this person."""
    from models.store import Decision, Person
    from models.store.query import rows

    query = Decision.select(Decision.verdict, Decision.reason, Decision.due).join(Person)
    [[verdict, reason, due]] = rows(query.where(Decision.queue == queue, Person.name == name))
    return Kept(verdict, reason, due.date() if due else None)
