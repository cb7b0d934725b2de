"""An mbox is parted where mails begin and nowhere else, whatever its blocks, its lines and its sizes."""

from __future__ import annotations

import io
import mailbox
import tracemalloc
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.importers.mail import mbox
from models.importers.mail.mbox import MAX_HEAD, MAX_MAIL, is_mbox, mails, unquoted

PARTING = b"From ann@x.example Mon Sep 07 10:00:00 2026\n"
LINES = st.sampled_from(
    [b"", b"Hello.", b">From me", b"From here on it rains.", b"From 10:00 to 12:00 in 2026 we meet", b"--b", b"\0", b" From x", b"\xff\xfe", b"a: b"]
)  # fmt: skip


def subjects(data: bytes) -> list[bytes]:
    return [mail.head.partition(b"Subject: ")[2].split(b"\n")[0].strip() for mail in mails(io.BytesIO(data))]


def one(subject: str, body: bytes = b"Hello.\n") -> bytes:
    return PARTING + b"From: ann@x.example\nSubject: " + subject.encode() + b"\n\n" + body + b"\n"


def test_every_mail_comes_once_and_in_order() -> None:
    assert subjects(b"".join(one(str(number)) for number in range(5))) == [b"0", b"1", b"2", b"3", b"4"]


def test_lines_that_begin_with_from_inside_a_mail_part_nothing() -> None:
    body = b"From here on it rains.\n\nFrom 10:00 to 12:00 in 2026 we meet\n\n>From me\n"
    found = list(mails(io.BytesIO(one("a", body) + one("b"))))
    assert [mail.row for mail in found] == [1, 2]
    assert found[0].body.strip() == body.strip()
    assert b"\nFrom me" in unquoted(found[0].body)


def test_windows_line_ends_part_mails_too() -> None:
    data = (one("a") + one("b")).replace(b"\n", b"\r\n")
    found = list(mails(io.BytesIO(data)))
    assert [mail.body.strip() for mail in found] == [b"Hello.", b"Hello."]
    assert not any(b"Hello" in mail.head for mail in found)


def test_a_file_that_ends_in_the_middle_gives_what_is_there() -> None:
    whole = one("a") + one("b", b"This is the beginning of")
    assert subjects(whole[:-10]) == [b"a", b"b"]


@pytest.mark.parametrize("cut", [1, 7, 40, 60])
def test_a_file_cut_anywhere_never_fails(cut: int) -> None:
    whole = one("a") + one("b")
    assert 1 <= len(list(mails(io.BytesIO(whole[: len(whole) - cut])))) <= 2


def test_of_a_large_mail_only_the_beginning_is_kept_and_the_next_one_is_found() -> None:
    found = list(mails(io.BytesIO(one("large", b"x" * (5 << 20) + b"\n") + one("next"))))
    assert [len(mail.body) <= MAX_MAIL for mail in found] == [True, True]
    assert b"next" in found[1].head


def test_headers_without_an_end_are_cut_and_said_to_be() -> None:
    bomb = PARTING + b"".join(b"X-%d: y\n" % number for number in range(100_000)) + b"\nbody\n\n"
    found = list(mails(io.BytesIO(bomb + PARTING + b"X: " + b"a" * (3 << 20) + b"\n\nbody\n\n" + one("next"))))
    assert [mail.is_overlong for mail in found] == [True, True, False]
    assert all(len(mail.head) <= MAX_HEAD for mail in found)


def test_memory_stays_that_of_one_mail(tmp_path: Path) -> None:
    path = tmp_path / "large.mbox"
    with path.open("wb") as file:
        for number in range(30):
            file.write(one(str(number), (b"y" * 76 + b"\n") * 20_000))
    tracemalloc.start()
    with path.open("rb") as file:
        assert sum(1 for _ in mails(file)) == 30
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12 << 20


def test_pythons_own_reader_finds_the_same_mails(tmp_path: Path) -> None:
    path = tmp_path / "some.mbox"
    path.write_bytes(b"".join(one(str(number), b"Line.\n" * number) for number in range(300)))
    with closing(mailbox.mbox(path)) as read:
        own = [mail["Subject"] for mail in read]
    with path.open("rb") as file:
        assert [mail.head.rpartition(b" ")[2].decode() for mail in mails(file)] == own


@given(bodies=st.lists(st.lists(LINES, max_size=12), min_size=1, max_size=8), block=st.integers(2_100, 4_000))
@settings(max_examples=150, deadline=None)
def test_where_a_block_ends_makes_no_difference(bodies: list[list[bytes]], block: int) -> None:
    data = b"".join(one(str(number), b"\n".join(body) + b"\n") for number, body in enumerate(bodies))
    assert subjects(data) == [str(number).encode() for number in range(len(bodies))]
    was, mbox.BLOCK = mbox.BLOCK, block
    try:
        small = [mail[:3] for mail in mails(io.BytesIO(data))]
    finally:
        mbox.BLOCK = was
    assert small == [mail[:3] for mail in mails(io.BytesIO(data))]


@given(st.binary(max_size=3_000))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_to_their_end(noise: bytes) -> None:
    is_mbox(noise)
    assert all(mail.row > 0 for mail in mails(io.BytesIO(PARTING + b"A: b\n\n" + noise + b"\n\n" + one("z"))))
