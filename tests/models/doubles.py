"""A small network, lists that name some of its people again, and what the tests of merging ask of them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

from models.importers.contacts.attendance import ListEvent
from models.queues.duplicates import DuplicateCard, DuplicateFacts
from models.workspace import Workspace
from tests.models.support import Export, opened

__all__ = ["HEADER", "MAP_DAYS", "card", "facts", "filled", "listed", "lists", "names", "said"]

MAP_DAYS = ListEvent("Map Days", date(2026, 5, 14), met=True)
HEADER = "Name,Company,Title,Email,City,Phone,LinkedIn\n"
BADGES = (
    HEADER
    + """\
Samuel Okafor,Hedgehog Software,Platform Engineer,samuel@hedgehog.example,Leeds,,
Ruth Adeyemi,Tidewater Media,Editor,ruth@tidewater.example,Hull,,
Mei Lin Chen,Kestrel Maps,Cartographer,meilin@kestrel.example,Singapore,,
Noor Haddad,Somewhere Else,Baker,noor@bakery.example,,,
Ina Zubizarreta,Txoko Data,Data Chef,ina@txoko.example,Bilbao,,
"""
)
CARDS = HEADER + "Mei-Lin Chen,Kestrel Maps,Cartographer,,,,https://www.linkedin.com/in/mei-lin-chen\n"
BOOK = (
    HEADER
    + """\
Sam Okafor,Hedgehog Software,Platform Engineer,sam@mail.example,,+44 7700 900321,
Mei-Lin Chen,Kestrel Maps,Cartographer,mlc@mail.example,Singapore,,
Ina Zubizarreta,Txoko Data,Data Chef,iz@mail.example,Bilbao,,
"""
)


def export(on: date = date(2026, 9, 15)) -> Export:
    """A small network; three of its people are on the list of badges too, and one shares no more than a name."""
    later = on > date(2026, 9, 15)
    return (
        Export(on)
        .connect("Sam Okafor", 900, company="Hedgehog Software", position="Platform Engineer")
        .connect("Ruth Adeyemi", 800, company="Tidewater Media", position="Chief Editor" if later else "Editor")
        .connect("Noor Haddad", 700, company="Quarry Labs", position="Analyst")
        .invited("Mei-Lin Chen", 10, "Shall we talk maps?")
        .heard("Sam Okafor", 20)
        .wrote("Sam Okafor", 300)
    )


def listed(folder: Path, name: str, text: str) -> Path:
    """A list of people in this folder."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@cache
def lists() -> dict[str, Path]:
    """The files that a program brings in."""
    folder = Path(tempfile.mkdtemp(prefix="picky-merge-"))
    return {
        "export": export().zipped(folder),
        "badges": listed(folder, "badges.csv", BADGES),
        "cards": listed(folder, "cards.csv", CARDS),
        "book": listed(folder, "book.csv", BOOK),
        "newer": export(date(2026, 9, 16)).zipped(folder),
    }


@cache
def template() -> Path:
    """A store that took in the network and the badges."""
    folder = Path(tempfile.mkdtemp(prefix="picky-merge-"))
    workspace = opened(folder)
    workspace.import_files([lists()["export"], lists()["cards"]])
    workspace.import_files([lists()["badges"]], occasion=MAP_DAYS)
    workspace.close()
    return folder / "network.db"


@contextmanager
def filled() -> Iterator[Workspace]:
    """A copy of that store, open."""
    with tempfile.TemporaryDirectory(prefix="picky-merge-") as folder:
        source = template()
        shutil.copy(source, Path(folder) / "network.db")
        workspace = opened(Path(folder))
        try:
            yield workspace
        finally:
            workspace.close()


def facts(item: DuplicateCard) -> DuplicateFacts:
    """What stands on a card about several people."""
    assert isinstance(item.facts, DuplicateFacts)
    return item.facts


def card(workspace: Workspace, name: str) -> DuplicateCard:
    """The open card about somebody of this name."""
    return next(
        item for item in workspace.items("duplicates") if name in [side.values["name"] for side in facts(item).sides]
    )


def names(workspace: Workspace) -> set[str]:
    """Everybody who is asked about."""
    return {item.name for item in workspace.items("duplicates")}


def said(workspace: Workspace, name: str, verdict: str) -> None:
    """Give this verdict on the card of somebody."""
    workspace.decide("duplicates", card(workspace, name).id, verdict)
