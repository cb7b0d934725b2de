"""Where mails may lie: an mbox under any name, single mails, Maildirs, and a zip; and what must not be opened."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from models.errors import UnreadableFileError
from models.importers import archive
from models.importers.load import RowsRead
from models.store import Message
from models.workspace import Workspace
from tests.models.importers.mail.letters import boxed, known, letter, mbox
from tests.models.support import Export, person

BEN = "Ben Okri <ben@hedgehog.example>"


@pytest.fixture
def network(tmp_path: Path, workspace: Workspace) -> Workspace:
    workspace.import_files(known(tmp_path, Export().connect(person("Ben Okri", company="Hedgehog"), 900)))
    return workspace


def maildir(folder: Path, *letters: bytes) -> Path:
    for part in ("cur", "new", "tmp"):
        (folder / part).mkdir(parents=True)
    for number, each in enumerate(letters):
        (folder / "cur" / f"1694000000.M{number}P1.host,S=1:2,S").write_bytes(each)
    return folder


def texts() -> list[str]:
    return sorted(row.text for row in Message.select().where(Message.channel == "mail"))


def test_a_file_is_told_by_its_content_and_not_by_its_name(network: Workspace, tmp_path: Path) -> None:
    path = mbox(tmp_path, letter(BEN, "Lunch?"), name="Old things.txt")
    assert network.import_files([path]).runs[0][1].kind == "mail"
    assert texts() == ["Lunch?"]


def test_a_single_mail_is_taken_in(network: Workspace, tmp_path: Path) -> None:
    (tmp_path / "lunch.eml").write_bytes(letter(BEN, "Lunch?").replace(b"\n", b"\r\n"))
    network.import_files([tmp_path / "lunch.eml"])
    assert texts() == ["Lunch?"]


def test_single_mails_of_one_folder_are_one_run(network: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.eml").write_bytes(letter(BEN, f"Lunch {number}?"))
    (run,) = [run for _, run in network.import_files([folder]).runs]
    assert (run.file, run.rows, run.new) == ("3 mails", 3, 3)


def test_a_maildir_is_taken_in_with_odd_names_and_without_drafts_links_and_pipes(
    network: Workspace, tmp_path: Path
) -> None:
    folder = maildir(tmp_path / "Mail", letter(BEN, "One."), letter(BEN, "Two."))
    (folder / "new" / "no flags at all").write_bytes(letter(BEN, "Three."))
    (folder / "new" / os.fsdecode(b"odd \xff\n name")).write_bytes(letter(BEN, "Four."))
    (folder / "cur" / "5:2,DS").write_bytes(letter(BEN, "A draft."))
    (folder / "cur" / "6:2,S").write_bytes(b"")
    (folder / "tmp" / "7").write_bytes(letter(BEN, "Half written."))
    (folder / "cur" / "link:2,").symlink_to(tmp_path / "network.db")
    os.mkfifo(folder / "cur" / "pipe:2,")
    maildir(folder / ".Drafts", letter(BEN, "Another draft."))
    network.import_files([folder])
    assert texts() == ["Four.", "One.", "Three.", "Two."]


def test_a_maildir_may_hold_more_mails_than_an_archive_may_hold_files(
    network: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_ENTRIES", 20)
    folder = maildir(tmp_path / "Mail", letter(BEN, "One."))
    decoy = letter("Zoe <zoe@x.example>", "Hello")
    for number in range(21):
        (folder / "cur" / f"{number}:2,").write_bytes(decoy)
    (run,) = [run for _, run in network.import_files([folder]).runs]
    assert (run.rows, run.new, run.forgotten) == (22, 1, 21)


def test_gmails_takeout_is_read_inside_its_zip(network: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "takeout-20260915.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        labels = {"X_GM_THRID": "1", "X_Gmail_Labels": "Sent,Important"}
        sent = letter("Robin at work <robin@work.example>", "Yes!", to=BEN, **labels)
        zipped.writestr("Takeout/Mail/All mail Including Spam and Trash.mbox", boxed(letter(BEN, "Lunch?"), sent))
        zipped.writestr("Takeout/archive_browser.html", "<html></html>")
    network.import_files([path])
    assert sorted((row.text, row.outgoing) for row in Message.select()) == [("Lunch?", False), ("Yes!", True)]


def test_a_link_in_a_folder_is_not_followed_and_a_pipe_is_no_file(network: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    folder.mkdir()
    (tmp_path / "secret.eml").write_bytes(letter(BEN, "Secret."))
    (folder / "a.eml").symlink_to(tmp_path / "secret.eml")
    os.mkfifo(folder / "b.eml")
    for path in (folder, folder / "b.eml"):
        with pytest.raises(UnreadableFileError):
            network.import_files([path])


def test_progress_tells_how_much_of_the_file_was_read(network: Workspace, tmp_path: Path) -> None:
    told: list[float] = []
    path = mbox(tmp_path, *(letter("Zoe <no-reply@x.example>", "Hello " * 500) for _ in range(2_000)))
    network.import_files([path], lambda file, rows: told.append(rows.part) if isinstance(rows, RowsRead) else None)
    assert len(told) >= 3
    assert told == sorted(told)
    assert 0.2 < told[0] < 0.3
    assert told[-1] == pytest.approx(1)
