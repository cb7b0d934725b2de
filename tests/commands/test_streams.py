"""What reaches the terminal: answers on stdout, all else on stderr, and never a character that a terminal obeys."""

from __future__ import annotations

import html
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from seeds.invention.world import Person
from tests.commands.conftest import Picky
from tests.models.support import NOW, Export
from tests.tui.hostile import HOSTILE

_ROOT = Path(__file__).parents[2]
_WICKED = [HOSTILE[name] for name in sorted(HOSTILE) if len(HOSTILE[name]) < 200 and HOSTILE[name].strip()]
_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ud800-\udfff]"
)


def _clean(text: str) -> bool:
    return not _OBEYED.search(text)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """An archive of people whose every field wants to be obeyed."""
    export = Export()
    for number, text in enumerate(_WICKED):
        safe = text.encode("utf-8", "replace").decode().replace("\x00", "")
        one_line = " ".join(safe.splitlines())
        connected = Person(one_line, "Lee", f"wicked-{number}", one_line, one_line)
        inviting = Person(one_line, "Roe", f"inviting-{number}")
        export.connect(connected, 900 - number).invited(inviting, 1 + number, one_line)
        export.wrote(connected, 800).heard(connected, 790, safe)
    return export.zipped(tmp_path)


def test_no_command_lets_a_hostile_name_through(picky: Picky, hostile: Path, tmp_path: Path) -> None:
    ran = [picky("import", hostile)]
    assert ran[0].code == 0
    ran += [picky("queue", queue, "--limit", 500) for queue in ("invites", "intros", "stale")]
    items = [item["id"] for item in picky("queue", "invites", "--json").json["items"]]
    assert len(items) == len(_WICKED)
    ran += [picky("decide", "invites", card, "ask") for card in items[:60]]
    ran += [picky("outbox"), picky("history", "--limit", 500), picky("undo"), picky("redo")]
    ran += [picky("person", f"wicked-{number}") for number in range(0, len(_WICKED), 3)]
    for text in _WICKED[::4]:
        ran += [picky("met", text), picky("ask", text, text, "--text", text), picky("person", text)]
        ran += [
            picky("decide", text, text, text),
            picky("import", tmp_path / text.replace("/", "|").replace("\x00", "")),
        ]
    ran += [picky("history", "--limit", 500), picky("queue", "intros", "--limit", 500)]
    bad = [text for each in ran for text in each[1:] if not _clean(text)]
    assert bad == []
    assert not any("Traceback" in each.err for each in ran)


def test_json_is_ascii_whatever_stands_in_it(picky: Picky, hostile: Path) -> None:
    picky("import", hostile)
    for words in (("queue", "invites"), ("queue", "stale"), ("history",), ("outbox",), ("person", "wicked-0")):
        assert picky(*words, "--json").json


def test_honest_names_arrive_as_they_are(picky: Picky, tmp_path: Path) -> None:
    names = ("Łukasz Wójcik", "王 小明", "محمد عبدالله", "Zoë D’Arcy", "Ἀλέξανδρος Παππάς", "Ana 🦁 Lima")
    export = Export()
    for number, name in enumerate(names):
        first, last = name.split(" ", 1)
        export.connect(Person(first, last, f"honest-{number}"), 900)
    picky("import", export.zipped(tmp_path))
    out = picky("queue", "stale").out
    assert [name for name in names if name not in out] == []
    told = {item["name"] for item in picky("queue", "stale", "--json").json["items"]}
    assert told == set(names)


def test_the_page_of_the_outbox_is_for_its_owner_alone_and_runs_nothing(picky: Picky, tmp_path: Path) -> None:
    wicked = Person('<script>alert("x")</script>', "O'Neil & <b>Sons</b>", "wicked-slug")
    export = Export().connect(wicked, 900).connect(Person("No", "Link", "\u202eevil"), 800)
    picky("import", export.zipped(tmp_path))
    for item in picky("queue", "stale", "--json").json["items"]:
        picky("decide", "stale", item["id"], "reconnect")
    page = tmp_path / "left to do.html"
    page.write_text("older")
    page.chmod(0o644)
    before = os.umask(0)
    try:
        ran = picky("outbox", "--html", page)
    finally:
        os.umask(before)
    assert ran.code == 0
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "<b>" not in text
    assert html.escape('<script>alert("x")</script>') in text
    links = re.findall(r'(?:href|src)="([^"]*)"', text)
    assert links
    assert all(link.startswith("https://www.linkedin.com/in/") for link in links)
    assert "Hi &lt;script&gt;" in text
    assert sorted(path.name for path in tmp_path.iterdir() if "left to do" in path.name) == ["left to do.html"]


def test_a_page_that_is_a_link_to_elsewhere_does_not_write_there(picky: Picky, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("mine")
    (tmp_path / "page.html").symlink_to(tmp_path / "elsewhere")
    picky("outbox", "--html", tmp_path / "page.html")
    assert (tmp_path / "elsewhere").read_text() == "mine"


def test_the_progress_of_an_import_and_its_problems_are_no_answer(picky: Picky, tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text(
        "First Name,Last Name,URL,Company,Position,Connected On\nBo,Roe,,A,B,31 Foo 2026\nCy,Poe,,,,01 Jan 2020\n"
    )
    ran = picky("import", path)
    assert "line 2" in ran.err
    assert "line 2" not in ran.out
    assert "1970" not in ran.out


def _shell(*words: str, **more: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PICKY_NOW": NOW, "PYTHONPATH": str(_ROOT)}
    return subprocess.run(
        [sys.executable, "-c", "from tui.cli import main; main()", *words], capture_output=True, text=True, timeout=60,
        check=False, stdin=subprocess.DEVNULL, cwd=_ROOT, env={**environment, **more},  # type: ignore[dict-item]
    )  # fmt: skip


def test_the_demo_without_a_terminal_prints_home_and_the_first_card_of_each_queue(tmp_path: Path) -> None:
    ran = _shell("demo", TMPDIR=str(tmp_path))
    assert ran.returncode == 0, ran.stderr
    lines = ran.stdout.splitlines()
    for title in ("Invites", "Intro requests", "Gone quiet"):
        assert any(line.startswith(title) and " open" in line for line in lines)
    assert sum("I would" in line or "no opinion" in line for line in lines) >= 3
    assert _clean(ran.stdout)
    assert list(tmp_path.iterdir()) == [], "nothing of it is kept"


def test_the_demo_leaves_the_users_own_store_alone(tmp_path: Path) -> None:
    _shell("demo", PICKY_STORE=str(tmp_path / "mine.db"), HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path / "data"))
    assert list(tmp_path.iterdir()) == []


def test_help_imports_neither_the_app_nor_the_tables() -> None:
    code = "import sys; from tui.cli import main\ntry: main()\nexcept SystemExit: pass\nprint(sorted({n.split('.')[0] for n in sys.modules} & {'textual', 'peewee'}))"
    ran = subprocess.run(
        [sys.executable, "-c", code, "--help"], capture_output=True, text=True, timeout=60, check=False, cwd=_ROOT
    )
    assert ran.stdout.splitlines()[-1] == "[]"
    assert "import" in ran.stdout


@pytest.mark.parametrize("words", [("queue", "stale", "--json"), ("history",)], ids=" ".join)
def test_a_reader_who_has_seen_enough_ends_it_quietly(
    words: tuple[str, ...], picky: Picky, store: Path, tmp_path: Path
) -> None:
    export = Export()
    for number in range(3000):
        export.connect(f"Pat P{number}", 900)
    picky("import", export.zipped(tmp_path))
    command = [sys.executable, "-c", "from tui.cli import main; main()", "--store", str(store), *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=_ROOT) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


@pytest.mark.parametrize(
    "command",
    ["demo", "import", "review", "queue", "decide", "met", "ask", "person", "outbox", "history", "undo", "redo"],
)
def test_every_command_has_help_that_names_its_options(command: str, picky: Picky) -> None:
    ran = picky(command, "--help")
    assert ran.code == 0
    assert ran.err == ""
    assert len(ran.out.splitlines()) > 5
    assert command == "demo" or "--store" in ran.out


def test_a_mistake_in_the_policy_file_is_told_with_its_line(picky: Picky, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "policy.toml").write_text("[weights]\nnot toml at all\n")
    ran = picky("queue")
    assert (ran.code, ran.out) == (1, "")
    assert "line 2" in ran.err


def test_a_mistake_in_the_settings_file_is_told(picky: Picky, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    for text in ("keys = 3\n", "[keys]\nx = 3\n", "= broken", "\udcff"):
        (tmp_path / "config" / "settings.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
        ran = picky("queue")
        assert (ran.code, ran.out) == (1, "")
        assert "settings.toml" in ran.err


@pytest.mark.parametrize(
    "words",
    [("met", "Jos\udce9"), ("met", "Ann", "--note", "caf\udce9"), ("ask", "Jos\udce9", "Bo"), ("ask", "Bo", "Jos\udce9"),
     ("ask", "Bo", "Cy", "--text", "\udce9"), ("person", "Jos\udce9"), ("decide", "invites", "\udce9", "accept"),
     ("decide", "invites", "1", "\udce9"), ("queue", "\udce9"), ("decide", "invites", "1", "accept", "--reason", "\udce9")],
)  # fmt: skip
def test_a_terminal_that_does_not_speak_utf8_is_told(words: tuple[str, ...], picky: Picky) -> None:
    ran = picky(*words)
    assert (ran.code, ran.out) == (2, "")
    assert "UTF-8" in ran.err
    assert "Traceback" not in ran.err
