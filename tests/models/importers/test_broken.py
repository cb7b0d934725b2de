"""Rows that cannot be read are told one by one and the rest comes in; archives that cannot be trusted change nothing."""

from __future__ import annotations

import io
import random
import resource
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from models.errors import PickyError
from models.workspace import Workspace
from tests.invented.broken import BROKEN, with_broken_rows
from tests.models.support import NOW, Export, dump

_ROWS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
_ANN = "Ann,Lee,https://www.linkedin.com/in/ann-lee,,Acme,CEO,08 Feb 2026\n"


@pytest.mark.parametrize("seed", [1, 2])
def test_broken_rows_are_told_with_file_row_and_reason_and_the_rest_comes_in(
    seed: int, workspace: Workspace, tmp_path: Path
) -> None:
    made = with_broken_rows(tmp_path, seed)
    summary = workspace.import_files([made.path])
    files = {name: zipfile.ZipFile(made.path).read(name).decode().splitlines() for name in {row.file for row in BROKEN}}
    lines = {(row.file, next(n for n, line in enumerate(files[row.file], 1) if line == row.text)) for row in BROKEN}
    assert {(problem.file, problem.row) for problem in summary.problems} == lines
    assert all(len(problem.why) > 10 and problem.why == problem.why.strip() for problem in summary.problems)
    lost = {(problem.file, problem.row) for problem in summary.problems if problem.lost}
    kept = {line for line in lines if line not in lost and line[0] == "Connections.csv"}
    assert summary.totals.connections == made.truth.connections + len(kept)
    assert summary.totals.invitations == made.truth.invitations
    assert summary.totals.messages == made.truth.messages


_LINES = {
    "an unclosed quote costs its line": ('Bob,"Open,https://www.linkedin.com/in/bob,,A,B,08 Feb 2026\n', 1, 1),
    "a name with a line break inside quotes": ('"Bo\nb",Roe,https://www.linkedin.com/in/bob,,A,B,08 Feb 2026\n', 2, 0),
    "too many cells": ("Bob,Roe,https://www.linkedin.com/in/bob,,A,B,08 Feb 2026,more,and more\n", 1, 1),
    "no name but a link": (",,https://www.linkedin.com/in/bob,,A,B,08 Feb 2026\n", 1, 1),
    "a day of the year 0": ("Bob,Roe,https://www.linkedin.com/in/bob,,A,B,01 Jan 0000\n", 2, 1),
    "a day far ahead": ("Bob,Roe,https://www.linkedin.com/in/bob,,A,B,31 Dec 9999\n", 2, 0),
    "a torn percent sign in a link": ("Bob,Roe,https://www.linkedin.com/in/b%zz%,,A,B,08 Feb 2026\n", 2, 0),
    "NUL in a name": ("B\x00b,Roe,https://www.linkedin.com/in/bob,,A,B,08 Feb 2026\n", 2, 0),
    "a name of 200,000 letters": ("B" * 200_000 + ",Roe,https://www.linkedin.com/in/bob,,A,B,08 Feb 2026\n", 2, 0),
    "no number at all": ("Bob,Roe,https://www.linkedin.com/in/bob,,A,B,٣١ Jan ٢٠٢٦\n", 2, 0),
    "a link to another place": ("Bob,Roe,javascript:alert(1),,A,B,08 Feb 2026\n", 2, 0),
    "the same row twice": (_ANN, 1, 0),
    "a blank row": (",,,,,,\n", 1, 0),
    "a hidden account": (",,,,,,07 Jun 2026\n", 1, 0),
    "a day without end": ("Bob,Roe,https://www.linkedin.com/in/bob,,A,B," + "9" * 5000 + " Jan 2020\n", 2, 1),
}


@pytest.mark.parametrize(("line", "connections", "problems"), _LINES.values(), ids=_LINES)
def test_a_strange_line_among_others(
    line: str, connections: int, problems: int, workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes((_ROWS + line + _ANN).encode())
    summary = workspace.import_files([path])
    assert workspace.person("Ann Lee").is_connected, "the good line came in"
    assert summary.totals.connections == connections
    assert len(summary.problems) == problems
    before = dump(workspace.settings.store)
    workspace.import_files([path])
    assert dump(workspace.settings.store) == before
    assert workspace.items("stale") == workspace.items("stale")


def test_one_date_in_the_far_future_is_not_the_day_of_the_export(workspace: Workspace, tmp_path: Path) -> None:
    """A typo would otherwise make every later archive an older one."""
    bob = "Bob,Roe,https://www.linkedin.com/in/bob,,A,B,08 Feb 2062\n"
    (tmp_path / "Connections.csv").write_text(_ROWS + bob + _ANN)
    workspace.import_files([tmp_path / "Connections.csv"])
    workspace.import_files([Export().connect("New Nick", 3).zipped(tmp_path)])
    assert workspace.person("New Nick").is_connected
    assert not workspace.person("Ann Lee").is_connected


def test_a_lone_surrogate_and_bytes_that_are_no_text_come_in_as_marks(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "Connections.csv").write_bytes((_ROWS + _ANN).encode() + b"B\xff\xfeb,Roe,,,A,B,08 Feb 2026\n")
    workspace.import_files([tmp_path / "Connections.csv"])
    assert len(workspace.search("Roe")) == 1


def test_random_damage_never_ends_in_a_crash(workspace: Workspace, tmp_path: Path) -> None:
    """Bytes of a sound archive's files changed, cut and doubled at random."""
    rng = random.Random(11)
    export = Export().connect("Ann Lee", 300).invited("Bo Roe", 5, "Hi, you.").wrote("Ann Lee", 20).heard("Ann Lee", 10)
    for _ in range(60):
        name, text = rng.choice([item for item in export.files().items() if item[1].count("\n") > 1])
        data = bytearray(text.encode())
        for _ in range(rng.randrange(1, 8)):
            at = rng.randrange(len(data))
            match rng.randrange(4):
                case 0:
                    data[at] = rng.randrange(256)
                case 1:
                    del data[at : at + rng.randrange(40)]
                case 2:
                    data[at:at] = rng.choice((b'"', b"\n", b"\r", b"\x00", b"\xef\xbb\xbf", b",,,,", b"\xe2\x80\xa8"))
                case _:
                    data += data[at : at + 60]
        (tmp_path / name).write_bytes(bytes(data))
        with suppress(PickyError):
            workspace.import_files([tmp_path / name])


def _truncated(folder: Path) -> bytes:
    return _good(folder)[:-200]


def _good(folder: Path) -> bytes:
    path = Export().connect("Ann Lee", 300).invited("Bo Roe", 5).wrote("Ann Lee", 20).zipped(folder / "good")
    return path.read_bytes()


def _packed(*entries: tuple[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def _bad_sum(_: Path) -> bytes:
    """The last message differs from its check sum: everything before it has been read by then."""
    rows = _ROWS + "".join(f"P{n},Q,https://www.linkedin.com/in/p{n},,A,B,08 Feb 2026\n" for n in range(4000))
    data = bytearray(_packed(("Connections.csv", rows.encode()), how=zipfile.ZIP_STORED))
    at = data.index(b"P3990,Q")
    data[at : at + 1] = b"X"
    return bytes(data)


def _torn_stream(_: Path) -> bytes:
    rows = _ROWS + "".join(f"P{n},Q{n * 7919 % 1000},,,A{n * 31 % 97},B,08 Feb 2026\n" for n in range(9000))
    data = bytearray(_packed(("Connections.csv", rows.encode())))
    middle = len(data) // 2
    data[middle : middle + 40] = bytes(40)
    return bytes(data)


def _overlap(_: Path) -> bytes:
    """Many names in the directory for one and the same stretch of the file."""
    with zipfile.ZipFile(io.BytesIO(_packed(("a.csv", b"0" * 900_000)))) as archive:
        data = archive.fp.getvalue()  # type: ignore[union-attr]
        directory = data.rindex(b"PK\x01\x02")
    entry = data[directory : data.rindex(b"PK\x05\x06")]
    many = b"".join(entry.replace(b"a.csv", f"{n:c}.csv".encode()) for n in range(97, 123))
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 26, 26, len(many), directory, 0)
    return data[:directory] + many + end


def _ratio(_: Path) -> bytes:
    return _packed(("Connections.csv", _ROWS.encode() + b"\n" * (300 << 20)))


def _encrypted(folder: Path) -> bytes:
    data = bytearray(_good(folder))
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    return bytes(data)


def _forged(_: Path) -> bytes:
    """190 bytes that claim to hold four gigabytes."""
    data = bytearray(_packed(("Connections.csv", _ROWS.encode()), how=zipfile.ZIP_STORED))
    at = data.index(b"PK\x01\x02")
    data[at + 20 : at + 28] = struct.pack("<2L", 0xFFFFFFF0, 0x3FFFFFFF)
    return bytes(data)


def _forged_size(_: Path) -> bytes:
    data = bytearray(_packed(("Connections.csv", (_ROWS + _ANN).encode()), how=zipfile.ZIP_STORED))
    at = data.index(b"PK\x01\x02")
    data[at + 20 : at + 28] = struct.pack("<2L", 0x1FFFFFFF, 0x1FFFFFFF)
    return bytes(data)


def _quine(folder: Path) -> bytes:
    """Zips in zips, deeper than any honest archive."""
    inner = _good(folder)
    for _ in range(9):
        inner = _packed(("again.zip", inner))
    return inner


_ARCHIVES: dict[str, Callable[[Path], bytes]] = {
    "cut off": _truncated,
    "a wrong check sum in the middle": _bad_sum,
    "a torn stream": _torn_stream,
    "overlapping entries": _overlap,
    "a bomb": _ratio,
    "encrypted": _encrypted,
    "a forged size": _forged,
    "a forged size within bounds": _forged_size,
    "zips nine deep": _quine,
    "not a zip": lambda _: b"PK or not, this is a letter.",
    "text": lambda _: b"Dear Robin,\nhere is nothing.\n",
    "empty": lambda _: b"",
    "an empty zip": lambda _: _packed(),
    "a zip of other things": lambda _: _packed(("holiday.jpg", b"\xff\xd8\xff"), ("notes.txt", b"nothing")),
    "noise": lambda _: random.Random(3).randbytes(50_000),
    "noise that begins like a zip": lambda _: b"PK\x03\x04" + random.Random(3).randbytes(50_000),
    "an odd compression": lambda _: _packed(("Connections.csv", (_ROWS + _ANN).encode()), how=zipfile.ZIP_LZMA),
    "a header and an endless line": lambda _: (_ROWS + '"' + "x" * (40 << 20)).encode(),
}


@pytest.mark.parametrize("make", _ARCHIVES.values(), ids=_ARCHIVES)
def test_an_archive_that_cannot_be_trusted_changes_nothing(
    make: Callable[[Path], bytes], workspace: Workspace, tmp_path: Path
) -> None:
    workspace.import_files([Export().connect("Old Ollie", 900).zipped(tmp_path)])
    path = tmp_path / "Complete_LinkedInDataExport_09-15-2026.zip.download"
    path.write_bytes(make(tmp_path))
    before = dump(workspace.settings.store)
    with pytest.raises(PickyError) as told:
        workspace.import_files([path])
    assert dump(workspace.settings.store) == before
    assert told.value.sentence.endswith(".")
    assert told.value.hint


@pytest.mark.parametrize("name", ["overlapping entries", "a bomb", "a forged size", "a forged size within bounds"])
def test_a_bomb_is_refused_within_little_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / "archive.zip"
    path.write_bytes(_ARCHIVES[name](tmp_path))
    ran = subprocess.run(
        [sys.executable, "-c", "from tui.cli import main; main()", "--store", str(tmp_path / "s.db"), "import", path],
        capture_output=True, text=True, timeout=60, check=False, env={"PICKY_NOW": NOW, "PATH": "/usr/bin:/bin"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20)),
    )  # fmt: skip
    assert ran.returncode == 1, ran.stderr
    assert ran.stderr.startswith("picky: ")
    assert "Traceback" not in ran.stderr


def test_one_broken_archive_among_several_keeps_all_of_them_out(workspace: Workspace, tmp_path: Path) -> None:
    good = Export().connect("Ann Lee", 300).zipped(tmp_path)
    (tmp_path / "bad.zip").write_bytes(_truncated(tmp_path))
    before = dump(workspace.settings.store)
    with pytest.raises(PickyError):
        workspace.import_files([good, tmp_path / "bad.zip"])
    assert dump(workspace.settings.store) == before


def test_nothing_is_ever_extracted_whatever_the_names_in_the_archive_say(workspace: Workspace, tmp_path: Path) -> None:
    names = (
        "../Connections.csv",
        "/etc/Connections.csv",
        "C:\\Windows\\Connections.csv",
        "a/../../../b/Connections.csv",
    )
    for number, name in enumerate(names):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "x.zip").write_bytes(_packed((name, (_ROWS + _ANN).encode())))
        with suppress(PickyError):
            workspace.import_files([folder / "x.zip"])
        assert [path.name for path in folder.iterdir()] == ["x.zip"]
    assert not list(tmp_path.glob("*.csv"))


def test_a_zip_inside_the_zip_is_read_in_place(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(_packed(("Complete_LinkedInDataExport.zip", _good(tmp_path))))
    assert workspace.import_files([tmp_path / "x.zip"]).totals.connections == 1


def test_a_folder_does_not_follow_links_out_of_itself(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "Connections.csv").write_text(_ROWS + _ANN.replace("Ann", "Eve").replace("ann", "eve"))
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "Connections.csv").write_text(_ROWS + _ANN)
    (folder / "linked").symlink_to(tmp_path / "secret")
    (folder / "Connections_1.csv").symlink_to(tmp_path / "secret" / "Connections.csv")
    workspace.import_files([folder])
    assert workspace.search("Eve") == []


@pytest.mark.parametrize("name", ["there-is-nothing.zip", "a folder"])
def test_a_path_with_nothing_in_it_is_told(name: str, workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a folder").mkdir()
    with pytest.raises(PickyError) as told:
        workspace.import_files([tmp_path / name])
    assert name in told.value.sentence
