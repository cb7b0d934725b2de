from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from seeds import make

EXPORTS = ("linkedin-export", "linkedin-export-june")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    make.make(folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def rows(path: Path) -> list[dict[str, str]]:
    text = path.read_text(encoding="utf-8")
    header = text.index("First Name,Last Name,URL") if path.name == "Connections.csv" else 0
    return list(csv.DictReader(io.StringIO(text[header:])))


@pytest.mark.parametrize("export", EXPORTS)
def test_writing_twice_gives_identical_bytes(written: Path, tmp_path: Path, export: str) -> None:
    make.make(tmp_path)
    assert contents(tmp_path / export) == contents(written / export)


@pytest.mark.parametrize("export", EXPORTS)
def test_the_committed_files_are_what_make_writes(written: Path, export: str) -> None:
    assert contents(make.HERE / export) == contents(written / export), "run python -m seeds.make"


def test_the_committed_mailbox_is_what_make_writes(written: Path) -> None:
    assert contents(make.HERE / "mail") == contents(written / "mail"), "run python -m seeds.make"


def test_connections_have_the_real_preamble_and_no_newline_at_the_end(written: Path) -> None:
    text = (written / "linkedin-export" / "Connections.csv").read_text(encoding="utf-8")
    assert text.startswith('Notes:\n"When exporting your connection data, you may notice')
    assert text.split("\n")[3].startswith("First Name,")
    assert not text.endswith("\n")


@pytest.mark.parametrize(
    ("export", "connections", "hidden", "invitations", "messages"),
    [("linkedin-export", 600, 12, 60, 906), ("linkedin-export-june", 597, 12, 47, 839)],
)
def test_the_counts_are_those_the_readme_promises(
    written: Path, export: str, connections: int, hidden: int, invitations: int, messages: int
) -> None:
    people = rows(written / export / "Connections.csv")
    assert len(people) == connections
    assert sum(not row["First Name"] for row in people) == hidden
    assert len(rows(written / export / "Invitations.csv")) == invitations
    assert len(rows(written / export / "messages.csv")) == messages


@pytest.mark.parametrize(("export", "day"), [(EXPORTS[0], "2026-09-15"), (EXPORTS[1], "2026-06-02")])
def test_the_newest_date_in_any_file_is_the_day_of_the_export(written: Path, export: str, day: str) -> None:
    assert max(row["DATE"] for row in rows(written / export / "messages.csv"))[:10] == day
    connected = {row["Connected On"] for row in rows(written / export / "Connections.csv")}
    assert max(datetime.strptime(text, "%d %b %Y").date().isoformat() for text in connected) <= day


def test_nobody_is_connected_before_the_invitation_was_sent(written: Path) -> None:
    folder, pacific = written / "linkedin-export", ZoneInfo("America/Los_Angeles")
    connected = {row["First Name"] + " " + row["Last Name"]: row for row in rows(folder / "Connections.csv")}
    strangers = {"Thomas Weber", "Yuki Tanabe 田辺"}
    accepted = 0
    for row in rows(folder / "Invitations.csv"):
        other = row["To"] if row["Direction"] == "OUTGOING" else row["From"]
        if other in connected and other not in strangers:
            sent = datetime.strptime(row["Sent At"], "%m/%d/%y, %I:%M %p").replace(tzinfo=pacific)
            since = datetime.strptime(connected[other]["Connected On"], "%d %b %Y")
            assert since.date() >= sent.astimezone(UTC).date()
            accepted += 1
    assert accepted == 23


def test_every_link_is_used_once(written: Path) -> None:
    links = [row["URL"] for row in rows(written / "linkedin-export" / "Connections.csv") if row["URL"]]
    assert len(links) == len(set(links)) == 588


def test_every_field_of_the_messages_is_quoted(written: Path) -> None:
    text = (written / "linkedin-export" / "messages.csv").read_text(encoding="utf-8")
    again = io.StringIO()
    csv.writer(again, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(csv.reader(io.StringIO(text)))
    assert text == again.getvalue()
