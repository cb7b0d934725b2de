from __future__ import annotations

import io
import itertools
import quopri
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from typing import IO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.importers.archive import Member
from models.importers.contacts import vcard_lexer
from models.importers.contacts.vcard import cards, is_vcard
from models.importers.contacts.vcard_lexer import raw_cards
from models.importers.records import ContactRecord, RowProblem

PHOTO = b"PHOTO;ENCODING=b;TYPE=JPEG:"


def member(content: bytes) -> Member:
    return Member("people.vcf", len(content), lambda: io.BytesIO(content))


def streamed(pieces: Callable[[], Iterable[bytes]]) -> Member:
    """A file that is made while it is read, so that its size is nobody's memory but the reader's."""
    return Member("people.vcf", 0, lambda: _Stream(iter(pieces())))


class _Stream(io.RawIOBase):
    def __new__(cls, pieces: Iterator[bytes]) -> IO[bytes]:  # type: ignore[misc]
        made = super().__new__(cls)
        made.pieces, made.rest = pieces, b""
        return io.BufferedReader(made)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self.rest = self.rest or next(self.pieces, b"")
        part, self.rest = self.rest[: len(buffer)], self.rest[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def people(content: bytes) -> list[ContactRecord]:
    return [draft for draft in cards(member(content)) if isinstance(draft, ContactRecord)]


def problems(content: bytes) -> list[tuple[int, str, bool]]:
    return [(it.row, it.why, it.lost) for it in cards(member(content)) if isinstance(it, RowProblem)]


def card(*lines: bytes, version: bytes = b"3.0", end: bytes = b"\r\n") -> bytes:
    return end.join([b"BEGIN:VCARD", b"VERSION:" + version, *lines, b"END:VCARD", b""])


def megabytes_of(read: Callable[[], object]) -> float:
    """The most megabytes held at once."""
    tracemalloc.start()
    read()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / (1 << 20)


BEGINNING, ENDING = b"BEGIN:VCARD\nFN:Ana Abara\n", b"\nEND:VCARD\n"


@pytest.mark.parametrize(
    "huge",
    [
        b"NOTE:" + b"x" * 10_000_000,
        b"NOTE:" + (b"x" * 74 + b"\n ") * 15_000,
        b"NOTE;ENCODING=QUOTED-PRINTABLE:" + (b"=41" * 24 + b"=\n") * 15_000,
        PHOTO + b"QUJD" * 5_000_000,
        PHOTO + b"\n" + (b" " + b"QUJD" * 18 + b"\n") * 30_000,
        PHOTO + b"\n" + (b"QUJD" * 18 + b"\n") * 30_000,
        b"X-A:1\n" * 20_000,
        b"no colon here\n" * 20_000,
    ],
    ids=[
        "long line",
        "long fold",
        "long soft breaks",
        "photo in a line",
        "photo folded",
        "photo bare",
        "many lines",
        "many faults",
    ],
)
def test_a_huge_card_costs_little_and_keeps_its_name(huge: bytes) -> None:
    content = BEGINNING + huge + ENDING
    people(BEGINNING + ENDING)  # what the parser itself takes is not counted
    read: list[ContactRecord] = []
    megabytes = megabytes_of(lambda: read.extend(people(content)))
    assert [draft.name for draft in read] == ["Ana Abara"]
    assert megabytes < 4


def test_five_thousand_cards_inside_each_other_neither_recurse_nor_hide_the_next() -> None:
    nested = b"BEGIN:VCARD\nVERSION:3.0\n" * 5_000 + b"END:VCARD\n" * 5_000
    assert [draft.name for draft in people(nested + card(b"FN:Ana Abara"))] == ["Ana Abara"]
    agents = card(b"FN:Bo Ek", b"AGENT:", nested.rstrip(), b"NOTE:after")
    assert [(draft.name, draft.note) for draft in people(agents)] == [("Bo Ek", "after")]


def test_a_parameter_full_of_equals_signs_takes_no_time() -> None:
    evil = card(
        b"FN;a" + b"=b" * 5_000 + b";\xc3\xa9:Ana Abara",
        b'TEL;"' + b'=";' * 5_000 + b":+49 30 555010",
        b"NOTE;" + b'"' * 9_999 + b":x",
    )
    people(evil)  # ends at all
    assert [draft.name for draft in people(evil)] == ["Ana Abara"]


def test_cards_are_read_one_by_one_and_only_so_many() -> None:
    forever = streamed(lambda: (card(b"FN:Person %d" % number) for number in itertools.count()))
    first = next(iter(cards(forever)))
    assert isinstance(first, ContactRecord)
    assert sum(1 for _ in raw_cards(forever)) == vcard_lexer.MAX_CARDS + 1


def test_a_file_too_large_is_read_up_to_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vcard_lexer, "MAX_BYTES", 2_000)
    forever = streamed(lambda: (card(b"FN:Person %d" % number) for number in itertools.count()))
    read = list(cards(forever))
    assert isinstance(read[-1], RowProblem)
    assert "larger than" in read[-1].why
    assert 10 < len(read) < 100


def test_a_broken_card_is_a_problem_and_the_rest_comes_in() -> None:
    content = card(b"no colon", b"FN:Ana Abara") + b"BEGIN:VCARD\r\nFN:Bo Ek\r\n" + card(b"FN:Cy Day") + card(b"TEL:12")
    assert [(draft.row, draft.name) for draft in people(content)] == [(1, "Ana Abara"), (6, "Bo Ek"), (8, "Cy Day")]
    assert problems(content) == [
        (3, "a line without a colon", False),
        (6, "the card is not closed", False),
        (12, "it names nobody", True),
    ]


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_obstacle(mark: str) -> None:
    content = card("FN:Zoë Ångström 王".encode()).decode().encode(mark)
    assert is_vcard(member(content))
    assert [draft.name for draft in people(content)] == ["Zoë Ångström 王"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("FN;CHARSET=ISO-8859-1:Jürgen".encode("latin-1"), "Jürgen"),
        ("FN;CHARSET=shift_jis:山本".encode("shift_jis"), "山本"),
        ("FN:Anaïs".encode("cp1252"), "Anaïs"),
        (b"FN;CHARSET=utf-7:+AGE-", "+AGE-"),
        (b"FN;CHARSET=rot13:Nan", "Nan"),
        (b"FN;ENCODING=QUOTED-PRINTABLE:=41=0D=0Ana", "A na"),
        (b"FN:Doe, Jane, PhD", "Doe, Jane, PhD"),
        (b"FN:Ana\\, Abara\\", "Ana, Abara\\"),
        (b'item1.FN;X-A="b;c:d":Ana', "Ana"),
    ],
)
def test_charsets_and_escapes(line: bytes, name: str) -> None:
    assert [draft.name for draft in people(card(line))] == [name]


def test_what_is_no_vcard_is_not_taken_for_one() -> None:
    assert not is_vcard(member(b"BEGIN:VCALENDAR\n"))
    assert not is_vcard(member(b"Name,Note\nAna,BEGIN:VCARD\n"))
    assert not is_vcard(member(b""))


@given(st.lists(st.one_of(st.binary(max_size=60), st.sampled_from([
    b"BEGIN:VCARD", b"END:VCARD", b"VERSION:2.1", b"FN:Ana", b"N:a;b;c", b" folded", b"NOTE;ENCODING=QUOTED-PRINTABLE:=", b"=41=", b"",
    b"AGENT:", b"PHOTO:", b"ADR:;;;;;;", b"ORG:\\", b"N:,,;,;\\;", b"KIND:group", b"TEL;a=b:1", b"BDAY:9999999999", b"URL:\\:\\",
]))))  # fmt: skip
def test_no_bytes_break_the_reader(lines: list[bytes]) -> None:
    for draft in cards(member(b"\n".join([b"BEGIN:VCARD", *lines, b"END:VCARD"]))):
        assert isinstance(draft, ContactRecord | RowProblem)


NAMES = st.text(st.characters(categories=["L", "Nd"], include_characters=" -.'"), min_size=1, max_size=60).filter(
    lambda name: any(letter.isalpha() for letter in name)
)


@given(
    NAMES,
    st.integers(1, 70),
    st.sampled_from(["plain", "folded", "quoted", "soft", "utf-16"]),
    st.sampled_from([b"\n", b"\r\n"]),
)
def test_a_name_is_never_lost_however_it_is_folded_and_coded(name: str, width: int, form: str, end: bytes) -> None:
    name = " ".join(name.split())
    value = name.encode()
    lines = {
        "plain": lambda: b"FN:" + value,
        "utf-16": lambda: b"FN:" + value,
        "folded": lambda: (end + b" ").join(_cut(b"FN:" + value, width)),
        "quoted": lambda: (
            b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
            + quopri.encodestring(value, quotetabs=True).replace(b"=\n", b"")
        ),
        "soft": lambda: b"FN;CHARSET=UTF-8;QUOTED-PRINTABLE:" + (b"=" + end).join(_escaped(value, width)),
    }
    content = card(lines[form](), version=b"2.1", end=end)
    if form == "utf-16":
        content = content.decode().encode("utf-16")
    assert [draft.name for draft in people(content)] == [name]


def _cut(line: bytes, width: int) -> list[bytes]:
    """Anywhere, also inside a letter."""
    return [line[:4], *(line[at : at + width] for at in range(4, len(line), width))]


def _escaped(value: bytes, width: int) -> list[bytes]:
    return [b"".join(b"=%02X" % byte for byte in value[at : at + width]) for at in range(0, len(value), width)]
