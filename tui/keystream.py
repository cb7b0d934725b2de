"""Bytes of a terminal in, Textual's messages out.

Answers of the terminal, torn sequences and pasted text never become keys; a byte that is no UTF-8 harms
nothing; and every key knows which read it came in.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final, NamedTuple

from textual import constants, events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.message import Message

from .text import shown

PAUSE: Final = 1.0
"""Seconds of silence after which the rest of a sequence or paste is no longer expected."""
PASTE_LIMIT: Final = 100_000
"""Characters of one paste that are kept."""

_PIECE = re.compile(
    r"(?P<string>\x1b[P\]X^_][^\x1b\x07]*(?:\x1b\\|\x07|(?=\x1b[^\\])))"  # whoever sends these is no finger
    r"|(?P<code>\x1b(?:\[M[\s\S]{3}|\[\[[A-E]|\[[0-?]*[ -/]*[@-~]|O[ -~]|[^\x1b\[OP\]X^_]))"
    r"|(?P<part>\x1b(?:\[\[|\[M[\s\S]{0,2}|\[[0-?]*[ -/]*|O|[P\]X^_][^\x1b\x07]*\x1b?)?\Z)"
    r"|(?P<torn>\x1b(?:\[[0-?]*[ -/]*|O)(?!\Z))"
    r"|(?P<char>[\s\S])"
)
# Keys, mouse, focus and the two reports Textual asks for; other answers have other shapes.
_KEY = re.compile(
    r"\x1b\[(?:[\d:]{0,12}(?:;[\d:]{0,40}){0,2}[u~A-FHPQRS]|<?[-\d;]{0,20}[mM]|M[\s\S]{3}|[IO]"
    r"|\?20(?:26|48);\d\$y|48;[\d:;]{0,40}t)"
)
_PASTE, _PASTE_END = "\x1b[200~", "\x1b[201~"
_ANSWERS = ("\x1b[0n", "\x1b[3n")
# Eight-bit controls mean ESC and a letter; a byte that is no UTF-8 is a letter nobody typed.
_EIGHT_BIT = {
    **{0x80 + n: f"\x1b{chr(0x40 + n)}" for n in range(0x20)},
    **{0xDC80 + n: f"\x1b{chr(0x40 + n)}" for n in range(0x20)},
    **dict.fromkeys(range(0xDCA0, 0xDD00), "\ufffd"),
}


class Batch(NamedTuple):
    """The read a key came in."""

    read_at: float
    """When, on the monotonic clock."""
    keys: int = 1
    """How many keys it held."""
    in_paste: bool = False
    """Whether any of it was pasted."""


def batch_of(event: events.Event) -> Batch:
    """Return the read an event came in; one that no terminal sent was alone in its own."""
    batch = vars(event).get("batch")
    return batch if isinstance(batch, Batch) else Batch(event.time)


class KeyStream:
    """What a terminal sends, taken apart read by read."""

    def __init__(self, answered: Callable[[float], None], escape_delay: float = constants.ESCAPE_DELAY) -> None:
        self._answered = answered
        self._escape_delay = escape_delay
        self._decode = getincrementaldecoder("utf-8")("surrogateescape").decode
        self._parser = XTermParser()
        self._held = ""
        self._pasted: str | None = None
        self._touches_paste = False
        self._read_at = 0.0

    @property
    def is_waiting(self) -> bool:
        """Whether something has begun that only more bytes, or silence, will end."""
        return bool(self._held) or self._pasted is not None

    def feed(self, data: bytes, at: float) -> list[Message]:
        """Return the messages in one read, all stamped with it."""
        self._read_at = at
        self._touches_paste = self._pasted is not None
        text = self._held + self._decode(data).translate(_EIGHT_BIT)
        self._held = ""
        return self._stamped(list(self._messages(text)))

    def tick(self, at: float) -> list[Message]:
        """Return what silence settles: a lone Escape was a key; the end of anything else is not coming."""
        silence = at - self._read_at
        messages: list[Message] = []
        if self._held == "\x1b" and silence >= self._escape_delay:
            self._held = ""
            messages.append(events.Key("escape", "\x1b"))
        if silence >= PAUSE:
            self._held = ""
            if self._pasted is not None:
                messages.append(self._paste_of(self._pasted))
        return self._stamped(messages)

    def _stamped(self, messages: list[Message]) -> list[Message]:
        keys = sum(isinstance(message, events.Key) for message in messages)
        batch = Batch(self._read_at, keys, self._touches_paste)
        for message in messages:
            if isinstance(message, events.InputEvent):
                vars(message)["batch"] = batch
        return messages

    def _messages(self, text: str) -> Iterator[Message]:
        at = 0
        while at < len(text):
            if self._pasted is not None:
                body, end, rest = (self._pasted + text[at:]).partition(_PASTE_END)
                if not end:
                    # The last five characters of what is too long may be the beginning of its end.
                    self._pasted = body[:PASTE_LIMIT] + body[PASTE_LIMIT:][-5:]
                    return
                yield self._paste_of(body)
                text, at = rest, 0
            elif match := _PIECE.match(text, at):
                at = match.end()
                yield from self._piece(match[0], match.lastgroup)

    def _piece(self, piece: str, kind: str | None) -> Iterator[Message]:
        if kind == "part":
            # A string may be endless: its introducer, and half a terminator perhaps, are enough to go on.
            self._held = piece if len(piece) < 4_096 else piece[:2] + piece[-1:]
        elif kind == "code":
            yield from self._code(piece)
        elif piece == "\x1b":
            yield events.Key("escape", piece)
        elif kind == "char":
            yield from self._parsed(piece)

    def _code(self, code: str) -> list[Message]:
        if code in (_PASTE, _PASTE_END):
            self._touches_paste = True
            self._pasted = "" if code == _PASTE else None
            return []
        if code in _ANSWERS:
            self._answered(self._read_at)
        return self._parsed(code) if code in ANSI_SEQUENCES_KEYS or _KEY.fullmatch(code) else []

    def _parsed(self, whole: str) -> list[Message]:
        """One whole key by Textual's parser; a parser that chokes on it, or waits for more, is replaced."""
        with suppress(Exception):
            messages = list(self._parser.feed(whole))
            if self._parser._timeout_time is None:
                return messages
        self._parser = XTermParser()
        return []

    def _paste_of(self, body: str) -> events.Paste:
        self._pasted = None
        text = body.replace("\r\n", "\n").replace("\r", "\n")
        return events.Paste(shown(text, limit=PASTE_LIMIT, lines=PASTE_LIMIT, multiline=True))
