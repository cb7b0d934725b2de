"""The house: what may know what, what a cold start loads, and that nothing reaches for the network."""

from __future__ import annotations

import _socket
import ast
import shutil
import socket
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from models.policy.facts_json import FACTS_BY_QUEUE
from models.policy.policy import JUDGED_QUEUES
from models.queues.base import Queue
from models.queues.registry import QUEUES, queue_named
from tests.factories import archive_of
from tui.cli import picky
from tui.keys import GO
from tui.screens import registry
from tui.screens.base import PageScreen
from tui.widgets.card import drawing_of

ROOT = Path(__file__).parents[1]


def commands() -> dict[str, click.Command]:
    """Every command there is, with those below it."""
    found: dict[str, click.Command] = {"picky": picky}
    context = click.Context(picky)
    for name in picky.list_commands(context):
        command = picky.get_command(context, name)
        assert command is not None
        found[name] = command
        if isinstance(command, click.Group):
            found |= {f"{name} {below}": each for below, each in command.commands.items()}
    return found


def test_layers_know_only_what_is_below_them() -> None:
    lint = shutil.which("lint-imports", path=Path(sys.executable).parent)
    assert lint, "import-linter is a development dependency"
    told = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize("words", [["--help"], ["import", "--help"], ["decide", "--help"], ["--version"]])
def test_help_loads_neither_the_app_nor_the_store(words: list[str]) -> None:
    script = (
        "import sys; sys.argv = ['picky', *sys.argv[1:]]; import tui.cli\n"
        "try: tui.cli.main()\n"
        "except SystemExit as left: assert not left.code, left.code\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in ('textual', 'peewee', 'rapidfuzz', 'numpy')))"
    )
    told = subprocess.run([sys.executable, "-c", script, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = told.stdout.strip().split("\n")[-1]
    if words == ["--help"]:
        assert loaded == "[]"
    assert "textual" not in loaded


@pytest.mark.parametrize("module", ["models.errors", "models.verbs", "models.clock", "models", "tui.cli", "tui.text"])
def test_small_modules_load_nothing_heavy(module: str) -> None:
    script = (
        f"import sys, {module}; print([name for name in ('textual', 'peewee', 'rapidfuzz') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize(("name", "command"), commands().items(), ids=commands().keys())
def test_every_command_says_what_it_does(name: str, command: click.Command) -> None:
    assert command.help
    assert command.help.strip().split("\n")[0].endswith("."), name
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.name not in ("as_json", "help", "version"):
            assert parameter.help or parameter.name in parameter.opts[0].replace("-", "_"), (name, parameter.name)


@pytest.mark.parametrize("name", QUEUES)
def test_every_queue_is_whole(name: str) -> None:
    queue = queue_named(name)
    assert isinstance(queue, Queue)
    assert queue.name == name
    assert len(queue.verbs) == len(set(queue.verbs)) >= 3
    assert isinstance(registry.screen_for(name), PageScreen)
    assert drawing_of(name)
    assert name in {place for place, _ in GO.values()}, "home shows its letter"


def test_every_queue_with_a_policy_can_be_replayed() -> None:
    assert set(JUDGED_QUEUES) == set(FACTS_BY_QUEUE)


def below(cls: type[PageScreen]) -> set[type[PageScreen]]:
    """All classes made from this one."""
    return {cls, *(each for child in cls.__subclasses__() for each in below(child))}


def test_every_screen_is_registered_and_says_what_it_is_for() -> None:
    for path in (ROOT / "tui" / "screens").glob("*.py"):
        import_module(f"tui.screens.{path.stem}")
    registered = {getattr(import_module(f"tui.screens.{module}"), made) for module, made in registry._SCREENS.values()}
    registered.add(type(registry.screen_for("invites")))
    screens = {cls for cls in below(PageScreen) if cls.KEYS}
    assert screens == registered
    assert all(cls.HELP.lstrip().startswith("# ") for cls in screens)


def test_no_module_imports_what_speaks_to_the_network() -> None:
    telling = {
        "socket",
        "ssl",
        "http",
        "urllib.request",
        "requests",
        "httpx",
        "aiohttp",
        "ftplib",
        "smtplib",
        "webbrowser",
    }
    for folder in ("models", "tui"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
                assert not telling & set(names), path


RUNS = [
    ["import", "{archive}"],
    ["import", "{archive}", "--json"],
    ["queue"],
    ["queue", "stale", "--json"],
    ["decide", "stale", "1", "remove"],
    ["met", "Ana K, Acme, pricing talk", "--event", "PyCon DE"],
    ["ask", "Nils Ito", "Vera Haddad"],
    ["outcome", "customer", "Nils Ito", "--via", "Vera Haddad", "--on", "2025-03"],
    ["person", "Nils Ito", "--json"],
    ["ledger"],
    ["calibrate"],
    ["replay", "--set", "stale.noted=1"],
    ["outbox", "--html", "{folder}/outbox.html"],
    ["outbox", "cancel", "1"],
    ["report"],
    ["report", "--json"],
    ["report", "--rows", "outcomes"],
    ["replies"],
    ["replies", "decline_intro", "--copy"],
    ["history", "--json"],
    ["undo"],
    ["redo"],
    ["import", "{list}", "--event", "PyCon DE", "--met"],
    ["match", "{list}"],
    ["dedupe", "{list}", "--clusters", "{folder}/clusters.csv"],
    ["demo"],
]
REFUSED = [["review"], [], ["split", "Nils Ito"]]  # no terminal, nothing merged


def test_no_command_opens_a_socket(tmp_path: Path, no_network: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    archive = archive_of(tmp_path / "export", "Nils Ito", "Vera Haddad")
    people = tmp_path / "people.csv"
    people.write_text("Name,Company,Email\nNils Ito,Acme,nils@acme.example\nN. Ito,Acme,nils@acme.example\n")
    for words in (*RUNS, *REFUSED):
        given = [word.format(archive=archive, folder=tmp_path, list=people) for word in words]
        told = CliRunner().invoke(picky, given)
        assert no_network == [], words
        assert (told.exception is None) == (words in RUNS), (words, told.exception)
    told_of = {words[0] for words in (*RUNS, *REFUSED) if words}
    assert told_of >= set(picky.list_commands(click.Context(picky))), "a new command belongs in the list above"


def test_a_socket_would_be_noticed(no_network: list[str]) -> None:
    for reach in (
        lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
        lambda: socket.create_connection(("127.0.0.1", 9)),
        lambda: socket.getaddrinfo("localhost", 80),
        lambda: _socket.socket(socket.AF_INET6),
    ):
        with pytest.raises(OSError, match="no socket"):
            reach()
    assert len(no_network) >= 4
    no_network.clear()
