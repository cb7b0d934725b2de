"""What the tests of the domain share: a small export written line by line, an open store, and a dump to compare by."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Collection, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from models.queues.base import Count
from models.settings import Settings
from models.workspace import Workspace
from seeds.invention import linkedin
from seeds.invention.world import Invite, Message, Paper, Person, Tie

__all__ = ["EXPORT", "ME", "NOW", "Dump", "Export", "counted", "dump", "open_ids", "opened", "out_of_log", "person"]

NOW = "2026-09-17T09:00:00+00:00"
EXPORT = date(2026, 9, 15)
ME = Person("Robin", "Ash", "robin-ash", "Harbourlight", "Engineer")


def person(name: str, *, slug: str | None = None, company: str = "", position: str = "") -> Person:
    """Somebody with the link that their name suggests."""
    first, _, last = name.partition(" ")
    made = "-".join(name.lower().split()) if slug is None else slug
    return Person(first, last, made, company, position)


@dataclass
class Export:
    """An archive of 2026 as it is built: who is connected, who invited, who wrote. Days are counted back from `on`."""

    on: date = EXPORT
    ties: list[Tie] = field(default_factory=list)
    invites: list[Invite] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    praise: list[Paper] = field(default_factory=list)
    notes: list[Paper] = field(default_factory=list)

    def ago(self, days: float, at: time = time(12)) -> datetime:
        """So many days before the export, at noon (UTC) unless said otherwise."""
        return datetime.combine(self.on, at, UTC) - timedelta(days=days)

    def connect(self, who: str | Person, days: float, **profile: str) -> Export:
        """A connection of so many days."""
        self.ties.append(Tie(_whom(who, profile), self.ago(days)))
        return self

    def invited(self, who: str | Person, days: float, note: str = "", *, outgoing: bool = False) -> Export:
        """An invitation received (or sent) so many days ago, unanswered as far as this file tells."""
        self.invites.append(Invite(_whom(who, {}), self.ago(days), note, outgoing))
        return self

    def heard(self, who: str | Person, days: float, text: str = "Hello there.", **more: str) -> Export:
        """A message from them."""
        whom = _whom(who, {})
        self.messages.append(Message(whom.slug, whom, (ME,), self.ago(days), text, **more))
        return self

    def wrote(self, who: str | Person, days: float, text: str = "Good day to you.", **more: str) -> Export:
        """A message to them."""
        whom = _whom(who, {})
        self.messages.append(Message(whom.slug, ME, (whom,), self.ago(days), text, **more))
        return self

    def praised(self, who: str | Person, days: float, *, given: bool = False) -> Export:
        """A recommendation by them, or of them."""
        self.praise.append(Paper(_whom(who, {}), self.ago(days), "Steady hands.", given))
        return self

    def files(self) -> dict[str, str]:
        """Every file by its name."""
        papers = {
            f"Recommendations_{'Given' if given else 'Received'}.csv": linkedin.csv_text(
                linkedin.PAPER_COLUMNS,
                [
                    (p.person.first, p.person.last, p.person.company, "", p.text, f"{p.at:%m/%d/%y, %I:%M %p}", "")
                    for p in self.praise
                    if p.given is given
                ],
            )
            for given in (True, False)
        }
        return papers | {
            "Profile.csv": linkedin.csv_text(("First Name", "Last Name", "Headline"), [(ME.first, ME.last, "Bridges")]),
            "Connections.csv": linkedin.PREAMBLE
            + linkedin.csv_text(linkedin.CONNECTION_COLUMNS, linkedin.connection_rows(self.ties)).rstrip("\n"),
            "Invitations.csv": linkedin.csv_text(
                linkedin.INVITATION_COLUMNS, linkedin.invitation_rows(ME, self.invites)
            ),
            "messages.csv": linkedin.csv_text(
                linkedin.MESSAGE_COLUMNS, linkedin.message_rows(self.messages), quote_all=True
            ),
        }

    def zipped(self, folder: Path, *, but: Collection[str] = ()) -> Path:
        """The archive in this folder, under the name LinkedIn would give it."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"Complete_LinkedInDataExport_{self.on:%m-%d-%Y}.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in self.files().items():
                if name not in but:
                    archive.writestr(zipfile.ZipInfo(name, (2026, 9, 15, 0, 0, 0)), text)
        return path


def _whom(who: str | Person, profile: dict[str, str]) -> Person:
    return person(who, **profile) if isinstance(who, str) else who


def opened(folder: Path, name: str = "network.db") -> Workspace:
    """A store in this folder, open; whoever opens one closes it."""
    return Workspace(Settings(folder / name, folder / "policy.toml", folder=folder))


def open_ids(workspace: Workspace, queue: str) -> list[str]:
    """The open cards of a queue, as `picky queue` lists them."""
    return [item.id for item in workspace.items(queue)]


def counted(workspace: Workspace, queue: str) -> Count:
    """How many cards of this queue are open, put off and decided."""
    return next(held for held in workspace.counts() if held.name == queue)


Dump = dict[str, list[tuple[object, ...]]]


def dump(path: Path) -> Dump:
    """Everything in a store, table by table, row by row."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return {table: sorted(database.execute(f'SELECT * FROM "{table}"'), key=repr) for table in _tables(database)}


_LOG = frozenset({"operation", "change"})
_OF_THE_MOMENT = {
    "import_run": {"operation_id", "at"},
    "card": {"version"},
    "person_signals": {"id"},
}
"""Columns that say when something was done, or number rows that are made anew; they mean nothing by themselves."""


def out_of_log(path: Path) -> Dump:
    """Everything in a store but its log: what two stores must share when only their histories differ."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        found: Dump = {}
        for table in _tables(database):
            if table not in _LOG:
                columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")')]
                kept = [column for column in columns if column not in _OF_THE_MOMENT.get(table, ())]
                listed = ", ".join(f'"{column}"' for column in kept)
                found[table] = sorted(database.execute(f'SELECT {listed} FROM "{table}"'), key=repr)
        # Where a card stood that is in no queue any more says nothing, nor that it ever was in one when it was not decided:
        # who is vouched for from the start never had a place among the quiet ones that somebody vouched for later had.
        decided = set(database.execute("SELECT queue, subject FROM decision"))
        found["card"] = [row if row[3] else row[:4] for row in found["card"] if row[3] or (row[0], row[1]) in decided]
        return found


def _tables(database: sqlite3.Connection) -> Iterable[str]:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    return [row[0] for row in database.execute(query)]
