"""Patterns as the data files in `languages/` write them.

A pattern is a regular expression for small letters without accents, in which `{NAME}` stands for a pattern defined
above it, a plain space for any white space, and a list for its alternatives. It is compiled when it is first tried:
a message in French never pays for German.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("languages")
"""The data files: one a language, and those that all languages share."""

Template = str | Sequence[str]

_NAME = re.compile(r"\{([A-Z_]+)\}")
_LITERAL = re.compile(r"[a-z .](?![?*+{])")
_CLAUSE_START = r"(?:^|[.!?\n,:)-])\W*$"
"""Nothing stands before: the verb of a clause that begins like this is an imperative."""


class Pattern:
    """A regular expression, compiled on first use and then kept."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.source)


class Beginnings:
    """A quick pattern for many beginnings of words, put together on first use; a dot is any letter."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(rf"\b{any_of(self.words)}")


class Patterns:
    """The named patterns of one data file."""

    def __init__(self, table: Mapping[str, Template]) -> None:
        """Take the `[patterns]` table of a file; a pattern may use those above it."""
        self._sources = {"CLAUSE_START": _CLAUSE_START}
        for name, template in table.items():
            self._sources[name] = self.alternatives(template)

    def alternatives(self, template: Template) -> str:
        """Return one group that holds when any of the alternatives does."""
        choices = (template,) if isinstance(template, str) else template
        return _spaces(f"(?:{'|'.join(map(self.expand, choices))})")

    def expand(self, template: str) -> str:
        """Return the template with every `{NAME}` replaced; raises `KeyError` for a name that is not defined."""
        return _NAME.sub(lambda name: self._sources[name[1]], template)

    def starting(self, template: Template) -> Pattern:
        """Return the alternatives, each to begin where a word begins."""
        return Pattern(rf"\b{self.alternatives(template)}")

    def whole(self, template: Template) -> Pattern:
        """Return the alternatives as whole words."""
        return Pattern(rf"\b{self.alternatives(template)}\b")


def load(name: str) -> dict[str, Any]:
    """Return the tables of a data file by its name without the ending."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def any_of(phrases: Iterable[str]) -> str:
    """Return one expression for many phrases that tries each letter once for all phrases that share it.

    The letters and spaces a phrase begins with are shared; what follows them may be any expression.
    """
    shared: dict[str, list[str]] = {}
    for phrase in phrases:
        shared.setdefault(phrase[:1] if _LITERAL.match(phrase) else "", []).append(phrase)
    ends = shared.pop("", [])
    if "" in ends:  # a longer phrase adds nothing
        return ""
    ways = [*ends, *(letter + any_of(phrase[1:] for phrase in group) for letter, group in shared.items())]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _spaces(source: str) -> str:
    return source.replace(" ?", r"\s*").replace(" ", r"\s+")
