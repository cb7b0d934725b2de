from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from tests.tui.hostile import HOSTILE
from tui.keystream import PASTE_LIMIT, Batch, KeyStream, batch_of

DELAY = 0.1


class Terminal:
    """A key stream, the answers it reported, and a clock that moves when told."""

    def __init__(self) -> None:
        self.answers: list[float] = []
        self.stream = KeyStream(self.answers.append, DELAY)
        self.now = 10.0

    def sends(self, data: str | bytes, after: float = 0.001) -> list[Message]:
        self.now += after
        return self.stream.feed(data if isinstance(data, bytes) else data.encode(), self.now)

    def is_silent(self, seconds: float) -> list[Message]:
        self.now += seconds
        return self.stream.tick(self.now)


def keys(messages: list[Message]) -> list[str]:
    return [message.key for message in messages if isinstance(message, events.Key)]


def pastes(messages: list[Message]) -> list[str]:
    return [message.text for message in messages if isinstance(message, events.Paste)]


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        ("l", "l"),
        ("L", "L"),
        ("é", "é"),
        ("?", "question_mark"),
        (" ", "space"),
        ("\r", "enter"),
        ("\t", "tab"),
        ("\x7f", "backspace"),
        ("\x03", "ctrl+c"),
        ("\x1b[A", "up"),
        ("\x1bOC", "right"),
        ("\x1b[1;2C", "shift+right"),
        ("\x1b[Z", "shift+tab"),
        ("\x1b[5~", "pageup"),
        ("\x1b[3~", "delete"),
        ("\x1b[[A", "f1"),
        ("\x1b[27u", "escape"),
        ("\x1b[108;;108u", "l"),
        ("\x1b[1;1D", "left"),
    ],
)
def test_a_key_is_a_key(sent: str, key: str) -> None:
    assert keys(Terminal().sends(sent)) == [key]


@pytest.mark.parametrize(
    "answer",
    [
        "\x1b[?62;22c",
        "\x1b[?1;2c",
        "\x1b[>41;354;0c",
        "\x1b[=0c",
        "\x1bP>|tmux 3.3a\x1b\\",
        "\x1bP1$r0m\x1b\\",
        "\x1bP1+r544e=787465726d\x1b\\",
        "\x1bP!|00000000\x1b\\",
        "\x1b]11;rgb:0000/0000/0000\x07",
        "\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
        "\x1b]52;c;bGxsbGxs\x07",
        "\x1b]lllll\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1b^lll\x1b\\",
        "\x1bXlll\x1b\\",
        "\x1b[24;80R",
        "\x1b[?24;80R",
        "\x1b[0n",
        "\x1b[3n",
        "\x1b[?10n",
        "\x1b[8;24;80t",
        "\x1b[4;480;640t",
        "\x1b[2;1;1;112;112;1;0x",
        "\x1b[?2026;2$y",
        "\x1b[4;1$y",
        "\x1b[?0u",
        "\x1b[?1;0;256S",
        "\x1b[?997;1n",
        "\x1b[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16c",
        "\x9b?62;22c",
        "\x90>|xterm\x9c",
        "\x9d11;rgb:0000/0000/0000\x9c",
        "\x1b[99999999999u",
    ],
)
def test_no_answer_of_a_terminal_is_a_key_however_it_is_cut(answer: str) -> None:
    data = answer.encode("latin-1") if "\x9c" in answer or "\x9b" in answer else answer.encode()
    for cut in range(len(data)):
        terminal = Terminal()
        assert keys(terminal.sends(data[:cut]) + terminal.is_silent(DELAY / 2)) == []
        assert keys(terminal.sends(data[cut:])) == []
        assert keys(terminal.sends("l")) == ["l"]


def test_an_answer_that_stalls_for_half_a_second_is_still_no_key() -> None:
    terminal = Terminal()
    assert keys(terminal.sends("\x1bP>|x")) == []
    assert keys(terminal.is_silent(0.5)) == []
    assert keys(terminal.sends("term l l l\x1b\\l")) == ["l"]


def test_an_answer_whose_end_never_comes_does_not_swallow_the_keyboard() -> None:
    for beginning in ("\x1b]0;x", "\x1b[12;", "\x1b[", "\x1bO", "\x1bP" + "x" * 100_000):
        terminal = Terminal()
        assert keys(terminal.sends(beginning) + terminal.is_silent(1.1)) == []
        assert keys(terminal.sends("l")) == ["l"]


def test_the_answer_we_asked_for_is_reported_with_its_time() -> None:
    terminal = Terminal()
    assert terminal.sends("\x1b[0") + terminal.sends("n") == []
    assert terminal.answers == [terminal.now]


@pytest.mark.parametrize("text", [text for text in HOSTILE.values() if len(text) < 1_000])
def test_whatever_is_pasted_none_of_it_is_a_key_and_none_of_it_is_a_command(text: str) -> None:
    data = text.encode("utf-8", "replace").replace(b"\x1b[201~", b"")
    messages = Terminal().sends(b"\x1b[200~" + data + b"\x1b[201~")
    assert keys(messages) == []
    assert len(pastes(messages)) == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", pastes(messages)[0])


@given(st.binary(max_size=60).filter(lambda data: b"\x1b[201~" not in data), st.integers(1, 9))
def test_a_paste_is_one_paste_however_it_is_cut(data: bytes, size: int) -> None:
    terminal, whole, messages = Terminal(), b"\x1b[200~" + data + b"\x1b[201~", []
    for at in range(6, len(whole), size):
        messages += terminal.sends(whole[:6] if at == 6 else b"") + terminal.sends(whole[at : at + size])
    assert keys(messages) == []
    assert len(pastes(messages)) == 1
    assert keys(terminal.sends(b"\x00l"))[-1] == "l"


def test_a_paste_keeps_its_lines() -> None:
    assert pastes(Terminal().sends("\x1b[200~one\rtwo\r\nthree\x1b[201~")) == ["one\ntwo\nthree"]


def test_keys_behind_a_forged_end_of_paste_are_known_as_pasted() -> None:
    messages = Terminal().sends("\x1b[200~bio\x1b[201~l\x1b[201~")
    assert keys(messages) == ["l"]
    assert all(batch_of(message).in_paste for message in messages if isinstance(message, events.Key))


def test_after_a_paste_the_next_read_is_typing_again() -> None:
    terminal = Terminal()
    terminal.sends("\x1b[200~bio\x1b[201~")
    (key,) = terminal.sends("l")
    assert batch_of(key) == Batch(terminal.now, keys=1, in_paste=False)


def test_a_paste_without_end_ends_with_a_pause() -> None:
    terminal = Terminal()
    assert terminal.sends("\x1b[200~half a b") + terminal.is_silent(0.9) == []
    assert terminal.stream.is_waiting
    terminal.sends("io")
    assert pastes(terminal.is_silent(1.1)) == ["half a bio"]
    assert keys(terminal.sends("l")) == ["l"]


def test_an_endless_paste_is_kept_to_a_limit_and_its_end_still_found() -> None:
    terminal = Terminal()
    terminal.sends("\x1b[200~")
    for _ in range(PASTE_LIMIT // 4_000 + 3):
        terminal.sends("x" * 4_000)
    messages = terminal.sends("\x1b[20") + terminal.sends("1~") + terminal.sends("l")
    assert len(pastes(messages)[0]) <= PASTE_LIMIT + 1
    assert keys(messages) == ["l"]


def test_every_key_knows_how_many_came_with_it_and_when() -> None:
    terminal = Terminal()
    messages = terminal.sends("ll\x1b[C\x1b[?62c")
    assert [batch_of(message) for message in messages] == [Batch(terminal.now, keys=3)] * 3


def test_a_lone_escape_is_a_key_after_its_delay_and_not_before() -> None:
    terminal = Terminal()
    assert terminal.sends("\x1b") + terminal.is_silent(DELAY * 0.9) == []
    assert keys(terminal.is_silent(DELAY)) == ["escape"]
    assert not terminal.stream.is_waiting


def test_a_sequence_in_two_reads_is_one_key() -> None:
    terminal = Terminal()
    assert terminal.sends("\x1b") + terminal.sends("[") + terminal.is_silent(0.5) == []
    assert keys(terminal.sends("C")) == ["right"]


def test_escape_before_another_key_is_not_mistaken_for_it() -> None:
    assert keys(Terminal().sends("\x1b\x1b[C")) == ["escape", "right"]


def test_a_byte_that_is_no_utf8_harms_nothing() -> None:
    terminal = Terminal()
    assert keys(terminal.sends(b"\xe9")) == []
    assert keys(terminal.sends(b"l"))[-1] == "l"
    assert keys(terminal.sends(b"\xff\xfe"))  # something, but no exception
    assert keys(terminal.sends(b"l")) == ["l"]


def test_a_letter_of_several_bytes_may_come_in_several_reads() -> None:
    terminal = Terminal()
    assert keys(terminal.sends("日".encode()[:1]) + terminal.sends("日".encode()[1:])) == ["日"]


@given(st.lists(st.binary(max_size=20), max_size=10))
def test_no_bytes_whatever_stop_the_stream(reads: list[bytes]) -> None:
    terminal = Terminal()
    for data in reads:
        terminal.sends(data)
    terminal.is_silent(1.1)
    terminal.sends(b"\x1b\\ ")  # ends a string, or a letter, begun above
    assert keys(terminal.sends(b"l")) == ["l"]


def test_an_event_no_terminal_sent_was_typed_alone() -> None:
    event = events.Key("l", "l")
    assert batch_of(event) == Batch(event.time, keys=1, in_paste=False)


def test_the_mouse_and_the_focus_come_through() -> None:
    messages = Terminal().sends("\x1b[<0;3;4M\x1b[<0;3;4m\x1b[I\x1b[O")
    assert [type(message) for message in messages] == [
        events.MouseDown,
        events.MouseUp,
        events.AppFocus,
        events.AppBlur,
    ]
