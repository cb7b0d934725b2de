"""No command, and no import, puts a closed item back or drafts a second nudge (issue 4, show 5)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from models.errors import PickyError
from models.ids import public_id
from models.queues.registry import QUEUES, queue_named
from models.verbs import Verb
from tests.closed import CLOSED, LATER, NEXT, close, closed_cards, exports, nudges, reopened
from tests.commands.conftest import Picky
from tests.factories import workspace_at
from tui.cli import picky as group

Words = list[list[object]]


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which everybody stays silent."""
    folder = tmp_path_factory.mktemp("closed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PICKY_NOW", "2026-09-17T09:00:00+00:00")
        workspace = workspace_at(folder / "network.db")
        close(workspace, folder, patch)
        workspace.close()
    return folder / "network.db"


@pytest.fixture
def silent(closed: Path, store: Path, picky: Picky, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Runs commands, one after the other, on a fresh copy, and looks at what they left."""

    def run(*commands: list[object], may_reopen: bool = False) -> None:
        shutil.copy(closed, store)
        monkeypatch.setenv("PICKY_NOW", LATER)
        for words in commands:
            picky(*words)
        workspace = workspace_at(store)
        try:
            assert not nudges(), commands
            assert may_reopen or not reopened(), commands
        finally:
            workspace.close()

    return run


def _names() -> Iterator[str]:
    yield from (*(name for _, name, _ in CLOSED), "Tara Target")


def _cards(closed: Path) -> list[tuple[str, str]]:
    workspace = workspace_at(closed)
    try:
        return [(queue, public_id(number)) for queue, number, _ in closed_cards()]
    finally:
        workspace.close()


def _counts(closed: Path) -> tuple[int, int]:
    """How many errands and how many operations there are."""
    workspace = workspace_at(closed)
    try:
        return len(workspace.outbox(everything=True)), max(line.id for line in workspace.history())
    finally:
        workspace.close()


def _import(closed: Path, folder: Path) -> Words:
    return [["import", path] for path in exports(folder)]


def _decide(closed: Path, folder: Path) -> Words:
    return [
        ["decide", queue, card, verb, "--reason", "once more"]
        for queue, card in _cards(closed)
        for verb in (*queue_named(queue).verbs, "remind")
    ]


def _outbox(closed: Path, folder: Path) -> Words:
    errands, _ = _counts(closed)
    changes = [["outbox", how, number] for how in ("done", "not-found", "cancel") for number in range(1, errands + 1)]
    return [["outbox"], ["outbox", "--json"], *changes]


def _table(folder: Path) -> Path:
    path = folder / "table.csv"
    path.write_text("Name,Company\n" + "".join(f"{name},Acme\n" for name in _names()), encoding="utf-8")
    return path


COMMANDS: dict[str, Callable[[Path, Path], Words]] = {
    "demo": lambda closed, folder: [],
    "review": lambda closed, folder: [],
    "import": _import,
    "queue": lambda closed, folder: [["queue"], *(["queue", queue, "--json"] for queue in QUEUES)],
    "decide": _decide,
    "met": lambda closed, folder: [["met", name] for name in _names()],
    "ask": lambda closed, folder: [
        ["ask", *pair] for name in _names() for pair in ([name, "Vera Haddad"], ["Vera Haddad", name])
    ],
    "outcome": lambda closed, folder: [["outcome", "customer", name] for name in _names()],
    "report": lambda closed, folder: [["report"], ["report", "--rows", "wrote_thrice"]],
    "match": lambda closed, folder: [["match", _table(folder)]],
    "dedupe": lambda closed, folder: [["dedupe", _table(folder), "--clusters", folder / "out.csv"]],
    "person": lambda closed, folder: [["person", name, "--json"] for name in _names()],
    "split": lambda closed, folder: [["split", name] for name in _names()],
    "outbox": _outbox,
    "replies": lambda closed, folder: [["replies"], ["replies", "--json"]],
    "ledger": lambda closed, folder: [["ledger"], ["ledger", "--json"]],
    "calibrate": lambda closed, folder: [["calibrate"]],
    "replay": lambda closed, folder: [["replay", "--set", "stale.noted=1"]],
    "history": lambda closed, folder: [["history"]],
    "redo": lambda closed, folder: [["redo"]],
}
"""Every way to call every command about a closed item."""


def test_no_command_is_forgotten_here() -> None:
    assert {*COMMANDS, "undo"} == set(group.list_commands(None)), "a new command: can it nudge? Say so here"  # type: ignore[arg-type]


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_nudges(command: str, silent: Callable[..., None], closed: Path, tmp_path: Path) -> None:
    for words in COMMANDS[command](closed, tmp_path):
        silent(words)


def test_no_undo_and_no_redo_nudges(silent: Callable[..., None], closed: Path) -> None:
    _, operations = _counts(closed)
    for number in range(1, operations + 1):
        silent(["undo", number], may_reopen=True)
        silent(["undo", number], ["redo"])


def test_no_request_written_down_by_hand_goes_around_it(silent: Callable[..., None]) -> None:
    silent(["ask", "Ask Asker", "Tara Target"], ["decide", "intros", "c1", "introduce"])
    silent(["ask", "Vera Haddad", "Nils Ito"], ["decide", "intros", "c1", "introduce"])


def test_no_verdict_in_between_and_no_import_after_it_lets_a_nudge_through(
    silent: Callable[..., None], closed: Path, tmp_path: Path
) -> None:
    newest = exports(tmp_path)[-1]
    for queue, card in _cards(closed):
        yes, no, later, *others = queue_named(queue).verbs
        for between in (no, later):
            commands = [["decide", queue, card, between], ["import", newest]]
            again = [["decide", queue, card, verb] for verb in (yes, *others[:2])]
            silent(*commands, *again, ["undo"], ["redo"], may_reopen=True)


@pytest.mark.parametrize(("queue", "verdict"), [("stale", "reconnect"), ("invites", "ask"), ("replies", "reply")])
def test_no_list_nudges(queue: str, verdict: str, closed: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where the card was put off and is back: the silent are left out of the many."""
    shutil.copy(closed, store)
    card = next(card for of, card in _cards(closed) if of == queue)
    workspace = workspace_at(store)
    try:
        monkeypatch.setenv("PICKY_NOW", LATER)
        workspace.decide(queue, card, "later")
        monkeypatch.setenv("PICKY_NOW", NEXT)
        listing = workspace.listing(queue)
        subjects = listing.subjects(0, listing.length)
        with suppress(PickyError):
            listing.decide(subjects, Verb(verdict), "", "", lambda *_: None)
        assert not nudges()
    finally:
        workspace.close()
