"""Telling the user where in their policy file a mistake is, and what they probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ..errors import PolicyFileError

_TABLE = re.compile(r"\s*\[\s*([\w.\" -]+?)\s*\]")
_KEY = re.compile(r"""\s*(["']?)([\w.-]+)\1\s*=""")
_SYNTAX = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")
_LONGEST_QUOTE = 60


class Source:
    """A policy file as text, able to point at its own lines."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text

    def mistake(self, keys: tuple[str, ...], wrong: str, hint: str = "") -> PolicyFileError:
        """The error for what is written under these keys."""
        return self._error(self._line_of(keys), wrong, hint)

    def syntax_mistake(self, error: ValueError) -> PolicyFileError:
        """The error for a file that is not TOML, with the line the parser stopped at."""
        said = str(error)
        found = _SYNTAX.search(said)
        line = int(found[1]) if found and found[1] else self.text.count("\n") + 1
        why = said[: found.start()] if found else said
        return self._error(
            line,
            f"not TOML: {why[:1].lower()}{why[1:]}",
            "A line is `name = number`, a [section], or a # comment; texts stand in double quotes.",
        )

    def _error(self, line: int, wrong: str, hint: str) -> PolicyFileError:
        return PolicyFileError(
            f"{self.path.name}, line {line}: {wrong}",
            hint or f"Correct {self.path}, or move it away to go back to the default policy.",
        )

    def _line_of(self, keys: tuple[str, ...]) -> int:
        """The line of a key or, when it cannot be told, of its section; counted from 1."""
        table: tuple[str, ...] = ()
        best = 1
        for number, line in enumerate(self.text.splitlines(), start=1):
            if found := _TABLE.match(line):
                table = _parts(found[1])
                here = table
            elif found := _KEY.match(line):
                here = (*table, *_parts(found[2]))
            else:
                continue
            if here[: len(keys)] == keys:
                return number
            if here == keys[: len(here)]:
                best = number
        return best


def quoted(value: object) -> str:
    """A value of the file as a sentence may show it."""
    shown = "true" if value is True else "false" if value is False else str(value)
    return f"“{shown if len(shown) <= _LONGEST_QUOTE else shown[:_LONGEST_QUOTE] + '…'}”"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint with the nearest known word, or with all of them when there are few."""
    from difflib import get_close_matches

    known = list(known)
    if near := get_close_matches(word, known, n=1):
        return f"Did you mean {near[0]}?"
    return f"It can be: {', '.join(known)}." if len(known) <= 12 else ""


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip(" \"'") for part in dotted.split("."))
