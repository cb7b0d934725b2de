"""Mails that mean harm are told or counted; what stands beside them comes in."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from models.workspace import Workspace
from tests.models.importers.mail.letters import boxed, known, letter
from tests.models.support import Export, person

BEN = "Ben Okri <ben@hedgehog.example>"


def _nested(depth: int) -> bytes:
    head = f"From: {BEN}\nTo: robin@ash.example\nDate: Mon, 07 Sep 2026 10:00:00 +0000\nMessage-ID: <n@x>\n".encode()
    opening = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(depth))
    return (
        head
        + opening
        + b"Content-Type: text/plain\n\nDeep.\n"
        + b"".join(b"--b%d--\n" % at for at in reversed(range(depth)))
    )


def _parts(count: int) -> bytes:
    body = "".join(f"--b\nContent-Type: text/plain\n\n{at}\n" for at in range(count)) + "--b--"
    return letter(BEN, body, Content_Type="multipart/mixed; boundary=b")


HOSTILE = {
    "a thousand parts within each other": _nested(1_000),
    "a hundred thousand parts": _parts(100_000),
    "a hundred thousand headers": b"".join(b"X-%d: y\n" % at for at in range(100_000)) + letter(BEN, "x"),
    "a header of 5 MB": b"X: " + b"y" * (5 << 20) + b"\n" + letter(BEN, "x"),
    "a sender folded ten thousand times": b"From: a\n" + b" a\n" * 10_000 + letter("", "x"),
    "a line of 10 MB": letter(BEN, "x" * (10 << 20)),
    "a page of brackets": letter(BEN, "<" * (1 << 20), Content_Type="text/html"),
    "a page of long numbers": letter(BEN, "&#" + "9" * 100_000, Content_Type="text/html"),
    "a boundary that never comes": letter(BEN, "x", Content_Type="multipart/mixed; boundary=nowhere"),
    "a boundary of nothing": letter(BEN, "----", Content_Type='multipart/mixed; boundary=""'),
    "no boundary": letter(BEN, "x", Content_Type="multipart/mixed"),
    "a charset of Python's": letter(BEN, "x", Content_Type="text/plain; charset=unicode_escape"),
    "a charset that is none": letter(BEN, "x", Content_Type="text/plain; charset=\x00../../x"),
    "broken base64": letter(BEN, "%%%=A=", Content_Transfer_Encoding="base64"),
    "NULs": letter("Ben\0 Okri <ben@hedgehog.example>", "a\0b", subject="\0"),
    "a date of another age": letter(BEN, "x", Date="Mon, 07 Sep 99999999999 10:00:00 +9999"),
    "a date to come": letter(BEN, "x", Date="Mon, 07 Sep 2099 10:00:00 +0000"),
    "no date": letter(BEN, "x", Date=""),
    "no sender": letter("", "x"),
    "a sender of brackets": letter("(" * 10_000 + BEN, "x"),
    "ten thousand recipients": letter(BEN, "x", to=", ".join(f"a{at}@x.example" for at in range(10_000))),
    "an encoded word without end": letter("=?utf-8?q?" + "=41" * 5_000, "x"),
    "an escape sequence": letter("\x1b]52;c;aGk=\x07 <ben@hedgehog.example>", "\x1b[2J", subject="\x1b[c"),
    "eight thousand empty lines": letter(BEN, "\n" * 8_000 + "x"),
}


@pytest.mark.parametrize("mail", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_mail_stops_nothing_and_takes_no_time(mail: bytes, workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files(known(tmp_path, Export().connect(person("Ben Okri", company="Hedgehog"), 900)))
    path = tmp_path / "mail.mbox"
    path.write_bytes(boxed(letter(BEN, "Before."), mail, letter(BEN, "After.")))
    started = time.process_time()
    (run,) = [run for _, run in workspace.import_files([path]).runs]
    assert time.process_time() - started < 5
    assert run.rows == 3
    assert run.new + run.forgotten == 3
    assert run.new >= 2


def test_what_could_not_be_read_is_told_with_the_number_of_the_mail(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_files(known(tmp_path, Export().connect(person("Ben Okri", company="Hedgehog"), 900)))
    path = tmp_path / "mail.mbox"
    path.write_bytes(boxed(letter(BEN, "x"), letter(BEN, "x", Date=""), letter("", "x"), b"X: " + b"y" * (1 << 20)))
    problems = [(problem.row, problem.why) for problem in workspace.import_files([path]).problems]
    assert problems == [
        (2, "it has no date that picky knows"),
        (3, "it does not say whom it is from"),
        (4, "its headers are too long"),
    ]
