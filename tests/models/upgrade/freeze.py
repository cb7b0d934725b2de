"""Writes the frozen store: `python -m tests.models.upgrade.freeze` at schema step 0003, on 30 November, once.

Kept as the record of what is in `store-0003.db`. It is not run again: a later version would write a later schema, and
the fixture is only worth something because the version of that day wrote it, and answered for it in the JSON beside it.
A later schema step may freeze a store of its own beside this one.
"""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from models.importers.contacts.attendance import ListEvent
from models.queues.filters import parse
from models.settings import Settings
from models.verbs import Verb
from models.workspace import Workspace
from tests.models.upgrade.answers import NOW, answers, cards, cards_of, picky

_HERE = Path(__file__).parent
_SEEDS = _HERE.parents[2] / "seeds"
_EVERY = 9
"""Of the hundreds without a story, every ninth is kept: enough for a queue of quiet people, and a small file."""
_LONGEST_TALK = 8
_GUESTS = """\
Name,Company,Title,Email
Samuel Okafor,Hedgehog Software,Platform Engineer,s.okafor@mail.example
Bela Unheard,Quarry Labs,Analyst,bela@quarry.example
"""


def main() -> None:
    """Fill a store over a summer, keep it, what is answered about it, and what is when everything is undone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.db"
        os.environ.update(PICKY_STORE=str(path), PICKY_CONFIG=folder, HOME=folder, TZ="UTC")
        _june(path, Path(folder))
        _summer(path)
        _september(path, Path(folder))
        os.environ["PICKY_NOW"] = NOW
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            database.execute("PRAGMA journal_mode=DELETE")
            database.execute("VACUUM")
        (_HERE / "store-0003.db").write_bytes(path.read_bytes())
        held: dict[str, object] = {"answers": answers()}
        held["undone"] = _undo_all()
        held["answers when all is undone"] = cards()
        (_HERE / "store-0003.json").write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _undo_all() -> list[int]:
    lines = json.loads(picky("history", "--json"))["operations"]
    numbers = []
    for line in lines:
        if not line["undone"] and line["kind"] not in ("import", "undo", "redo"):
            picky("undo", line["id"])
            numbers.append(line["id"])
    return numbers


# The three months


def _june(path: Path, folder: Path) -> None:
    _at("2026-06-03T08:00")
    with _opened(path) as workspace:
        workspace.import_files([_smaller("linkedin-export-june", folder)])
    _decide("invites", "Ludger Hohmann", "ask")
    _decide("invites", "Paolo Sanvito", "later", "--for", "1w")
    _decide("invites", "Rohit S", "ignore", "--reason", "sells followers")
    _decide("intros", "Pavel Novotný", "decline", "--reason", "a pitch")
    _decide("intros", "Mirjam Kessler", "introduce")
    _decide("sent", "Svea Nilsdotter", "leave")
    _decide("sent", "Ștefan Ionescu", "withdraw")
    _decide("outcomes", "Petra Svensson", "advice")
    _at("2026-06-05T18:30")
    for kind, name in (
        ("ask_where_we_met", "Ludger Hohmann"),
        ("ask_target", "Ruth Adeyemi"),
        ("withdraw_invitation", "Ștefan Ionescu"),
    ):
        _close("done", kind, name)
    with _opened(path) as workspace:  # many at once, and one with an answer of its own after it
        quiet = workspace.listing("stale")
        quiet.decide(quiet.subjects(0, 6), Verb.REMOVE, "never met", "", lambda *_: None)
        quiet.reload()
        quiet.decide(quiet.subjects(0, 5), Verb.LATER, "", "1m", lambda *_: None)
        quiet.reload()
        quiet.decide(quiet.subjects(2, 9), Verb.KEEP, "", "", lambda *_: None)
        known = workspace.listing("stale", parse("band:dormant"))
        known.decide(known.subjects(0, 3), Verb.RECONNECT, "", "", lambda *_: None)
    with _opened(path) as workspace:
        staged = [todo.id for todo in workspace.outbox() if todo.state == "staged"]
        workspace.confirm(staged[:3])
    _close("done", "remove_connection")
    _close("not-found", "remove_connection")
    _close("cancel", "remove_connection")
    _close("done", "reconnect")


def _summer(path: Path) -> None:
    _at("2026-07-14T19:00")
    picky("met", "Nora Newcomer, Tidewater Media, on the ferry", "--impression", "liked", "--keep-in-touch")
    picky("met", "Dario Petrov", "--event", "PyCon DE", "--date", "2026-05-14", "--note", "pricing")
    picky("met", "Torsten Kellermann", "--event", "Expo Autumn", "--date", "2025-10-09", "--impression", "neutral")
    picky("ask", "Reinhard Ostermann", "Vera Haddad", "--text", "Could you introduce me? I am looking for a job.")
    picky("ask", "Nora Newcomer", "Hanne Dahl", "--purpose", "press")
    picky("outcome", "job", "Sam Okafor", "--via", "Vera Haddad", "--on", "2025", "--note", "the platform team")
    picky("outcome", "boat trip", "Vera Haddad", "--own", "--on", "2026-06")
    picky("outcome", "customer", "Nora Newcomer", "Oskar Lindholm")
    with _opened(path) as workspace:
        for name, kind in (("Leila Navarro", "vouched"), ("Oskar Lindholm", "knows_well"), ("Arjun Mehta", "vouched")):
            hit = workspace.find(name)
            workspace.mark(hit.id, hit.name, kind)
        hit = workspace.find("Arjun Mehta")
        workspace.mark(hit.id, hit.name, "vouched")  # taken back by hand
        hit = workspace.find("Gregor Pfaff")
        workspace.remark(hit.id, hit.name, "note", "Asked for the same favour three times.")
        workspace.remark(hit.id, hit.name, "profile", "Gregor Pfaff\nCellist\nQuarry Labs")
    picky("decide", "intros", "c1", "introduce")
    picky("undo")
    picky("redo")
    picky("decide", "intros", "c2", "blurb")


def _september(path: Path, folder: Path) -> None:
    _at("2026-09-15T20:00")
    with _opened(path) as workspace:
        workspace.import_files([_smaller("linkedin-export", folder)])
        workspace.import_files([_SEEDS / "mail" / "inbox.mbox"])
        workspace.import_files(
            [_SEEDS / "badges" / "pycon-de-2026.csv"],
            occasion=ListEvent("PyCon DE", date(2026, 5, 14), "Darmstadt", met=True),
        )
        workspace.import_files([_SEEDS / "vcards" / "apple-3.0.vcf"])
        guests = folder / "guests.csv"
        guests.write_text(_GUESTS, encoding="utf-8")
        workspace.import_files([guests], occasion=ListEvent("Harbour dinner", date(2026, 8, 20)))
    _decide("duplicates", "Petra Svensson", "same")
    _decide("duplicates", "Oskar Lindholm", "same")
    _decide("duplicates", "Tomasz Wilk", "same")
    _decide("duplicates", "Vera Haddad", "different")
    _decide("duplicates", "Emilia Strand", "later", "--for", "3m")
    _without("Sam Okafor")
    picky("split", "Tomasz Wilk")
    with _opened(path) as workspace:
        _choose_values(workspace)
        _choose_target(workspace, "Jonas Pohl")
        _keep_draft(workspace)
    _decide("invites", "Dario Petrov", "accept", "--reason", "we met at the conference")
    _decide("invites", "Chip Sterling", "ignore")
    _decide("invites", "Lea Sommer", "pin")
    _decide("invites", "Birgit Stahlhut", "ask")
    _decide("invites", "Sunny", "no_reply")
    _decide("intros", "Leila Navarro", "introduce")
    _decide("intros", "Milo Brandt", "decline")
    _decide("intros", "Delphine Caron", "blurb")
    _decide("intros", "Colin Marsh", "mention")
    _decide("intros", "Tomasz Wilk", "not_a_request")
    _decide("intros", "Brad Tanner", "later")
    _decide("sent", "Conny Rehbein", "withdraw")
    _decide("sent", "Gwen ap Rhys", "pin")
    _decide("sent", "Olumide Bright", "later", "--for", "1w")
    _decide("replies", "Hugo Lemaire", "reply")
    _decide("replies", "Katarzyna Wójcik", "let_go", "--reason", "answered by phone")
    _decide("replies", "Noor el-Sayed", "later", "--for", "1w")
    for name, verdict in zip(_names("stale"), ("keep", "remove", "pin", "later", "reconnect"), strict=False):
        _decide("stale", name, verdict)
    for name in _names("outcomes")[:1]:
        _decide("outcomes", name, "nothing")
    _close("done", "accept_invitation", "Dario Petrov")
    _close("done", "ask_target", "Oskar Lindholm")
    _close("cancel", "reply", "Hugo Lemaire")
    _at("2026-09-16T07:15")
    history = json.loads(picky("history", "--json"))["operations"]
    undone = [line["id"] for line in history if "pinned" in line["sentence"]]
    picky("undo", undone[0])  # stays undone
    picky("undo", undone[1])
    picky("redo", undone[1])
    _decide("replies", "Hugo Lemaire", "reply", "--reason", "after all")


# One step each


def _at(moment: str) -> None:
    os.environ["PICKY_NOW"] = f"{moment}:00+00:00"


@contextmanager
def _opened(path: Path) -> Iterator[Workspace]:
    workspace = Workspace(Settings(path, path.parent / "policy.toml", folder=path.parent))
    yield workspace
    workspace.close()


def _names(queue: str) -> list[str]:
    return [str(card["name"]) for card in cards_of(queue)]


def _card(queue: str, name: str) -> dict[str, object]:
    return next(card for card in cards_of(queue) if name in json.dumps(card, ensure_ascii=False))


def _decide(queue: str, name: str, verdict: str, *more: str) -> None:
    picky("decide", queue, _card(queue, name)["id"], verdict, *more)


def _close(how: str, kind: str, name: str = "") -> None:
    todos = json.loads(picky("outbox", "--json"))["errands"]
    found = [todo for todo in todos if todo["kind"] == kind and todo["state"] == "open" and name in todo["name"]]
    assert found, (kind, name, [(todo["kind"], todo["state"], todo["name"]) for todo in todos])
    picky("outbox", how, found[0]["id"])


def _without(name: str) -> None:
    """Say of a card about three people that the last of them is somebody else."""
    card = _card("duplicates", name)
    picky("decide", "duplicates", card["id"], "same", "--without", card["others"][-1]["person"])  # type: ignore[index]


def _choose_values(workspace: Workspace) -> None:
    item = next(item for item in workspace.items("duplicates") if item.facts.choices)  # type: ignore[union-attr]
    other = next(choice for choice in item.facts.choices if not choice.stands)  # type: ignore[union-attr]
    workspace.choose_value(item, other)
    workspace.decide("duplicates", item.id, "same")


def _choose_target(workspace: Workspace, name: str) -> None:
    item = next(item for item in workspace.items("intros") if item.name == name)
    workspace.choose_target(item, workspace.candidates(item)[0])


def _keep_draft(workspace: Workspace) -> None:
    todo = next(todo for todo in workspace.outbox() if todo.draft)
    workspace.keep_draft(todo, f"{todo.draft}\n\nSee you in Bergen.", "warm", "en")


# A smaller archive


def _smaller(name: str, folder: Path) -> Path:
    """Copy an archive of the seeds without most of the people who have no story, and without most small talk."""
    made = folder / name
    made.mkdir()
    for path in (_SEEDS / name).glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        if path.name in ("Connections.csv", "Invitations.csv", "messages.csv"):
            text = _thinned(text, path.name)
        (made / path.name).write_text(text, encoding="utf-8")
    return made


def _thinned(text: str, name: str) -> str:
    rows = list(csv.reader(io.StringIO(text)))
    out = io.StringIO()
    talk: dict[str, int] = {}
    stories = set((_SEEDS / "invention" / "stories.txt").read_text(encoding="utf-8").replace("]", "[").split("["))
    kept, seen = [], 0
    for row in rows:
        slugs = {part.rsplit("/in/", 1)[1] for cell in row for part in cell.split(",") if "/in/" in part}
        slugs -= {"ines-falkner"}
        if slugs and not slugs & stories:
            seen += 1
            if name != "Connections.csv" or seen % _EVERY:
                continue
        if name == "messages.csv":
            talk[row[0]] = talk.get(row[0], 0) + 1
            if talk[row[0]] > _LONGEST_TALK:
                continue
        kept.append(row)
    csv.writer(out, lineterminator="\n").writerows(kept)
    return out.getvalue()


if __name__ == "__main__":
    main()
