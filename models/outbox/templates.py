"""Reply templates: one text file for each language and kind, with a section for each voice. Users may have their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeAlias

from ..errors import TemplateError
from .errand_kinds import SLOTS, TEMPLATES, ErrandKind


class Voice(StrEnum):
    """How a draft sounds."""

    WARM = "warm"
    BRIEF = "brief"
    FORMAL = "formal"


LANGUAGES = {"en": "English", "de": "German", "es": "Spanish", "fr": "French"}
"""The languages that ship, by the name of their folder. A user may add a folder of their own."""


def manner_of(voice: str, language: str) -> str:
    """Return how a draft is written, in words: warm German."""
    return f"{voice} {LANGUAGES.get(language, language)}"


SHIPPED = Path(__file__).with_name("replies")
"""Where the templates that ship with picky are, for a user to copy and edit."""

SLOT = re.compile(r"\{(\w+)\}")
_VOICE = re.compile(r"\[(\w+)\]\s*$")
_COMMENT = re.compile(r"#(?:\s|$)")

Template: TypeAlias = Mapping[Voice, str]
"""The text for each voice."""


@cache
def shipped_templates(language: str, kind: ErrandKind) -> Template | None:
    """Return the template that ships for this kind in this language; `None` when none does."""
    path = SHIPPED / language / f"{kind.value}.txt"
    return _read(path, kind) if path.is_file() else None


def user_templates(folder: Path) -> dict[tuple[str, ErrandKind], Template]:
    """Return the user's own templates, every line checked; raises `TemplateError`. Without the folder there are none."""
    return {(path.parent.name, kind): _read(path, kind) for path, kind in _own_files(folder)}


def _own_files(folder: Path) -> Iterator[tuple[Path, ErrandKind]]:
    for path in sorted(folder.glob("**/*.txt")):
        place = path.relative_to(folder)
        if len(place.parts) != 2 or not re.fullmatch("[a-z]{2}", place.parts[0]):
            hint = f"Move it into a folder named after its language, such as {folder / 'en'}."
            raise TemplateError(f"replies/{place.as_posix()} is in no language", hint)
        if path.stem not in TEMPLATES:
            raise TemplateError(f"replies/{place.as_posix()} is no kind of draft", _did_you_mean(path.stem, TEMPLATES))
        yield path, ErrandKind(path.stem)


def _read(path: Path, kind: ErrandKind) -> Template:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise TemplateError(f"{_name(path)} is not a UTF-8 text file", "Save it again as UTF-8.") from None
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        raise TemplateError(f"{_name(path)} cannot be read: {why}", f"Look at the rights of {path}.") from None
    return _Reading(path, kind).sections(text)


class _Reading:
    """A template file being read; a mistake names its line."""

    def __init__(self, path: Path, kind: ErrandKind) -> None:
        self._path = path
        self._slots = SLOTS[kind]
        self._number = 0

    def sections(self, text: str) -> Template:
        """Return the text for each voice, none missing."""
        found: dict[Voice, list[str]] = {}
        headers: dict[Voice, int] = {}
        here: list[str] | None = None
        for self._number, line in enumerate(text.splitlines(), start=1):
            if _COMMENT.match(line):
                continue
            if header := _VOICE.match(line):
                voice = self._voice(header[1], found)
                headers[voice], here = self._number, found.setdefault(voice, [])
            elif here is not None:
                self._check(line)
                here.append(line)
            elif line.strip():
                raise self._mistake("this text stands before any voice", "Write [warm] on a line of its own above it.")
        whole = {voice: "\n".join(lines).strip() for voice, lines in found.items()}
        for voice in Voice:
            if not whole.get(voice):
                self._number = headers.get(voice, max(self._number, 1))
                wrong = "has no text" if voice in whole else "is missing"
                raise self._mistake(f"[{voice}] {wrong}", "Each of [warm], [brief] and [formal] needs a text.")
        return whole

    def _voice(self, word: str, found: Mapping[Voice, list[str]]) -> Voice:
        if word not in [*Voice]:
            raise self._mistake(f"“[{word}]” is no voice", _did_you_mean(word, Voice))
        if word in found:
            raise self._mistake(f"[{word}] stands here a second time", "Leave one of the two.")
        return Voice(word)

    def _check(self, line: str) -> None:
        for slot in SLOT.findall(line):
            if slot not in self._slots:
                raise self._mistake(f"“{{{slot}}}” is nothing picky can fill in here", _did_you_mean(slot, self._slots))
        if "{" in (rest := SLOT.sub("", line)) or "}" in rest:
            raise self._mistake("a { or } stands alone", "A slot is written {first_name}.")

    def _mistake(self, wrong: str, hint: str) -> TemplateError:
        away = f"Or move {self._path} away to go back to the template that ships."
        return TemplateError(f"{_name(self._path)}, line {self._number}: {wrong}", f"{hint} {away}".strip())


def _name(path: Path) -> str:
    return f"replies/{path.parent.name}/{path.name}"


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint with the nearest known word, or with all of them."""
    from difflib import get_close_matches

    every = [str(each) for each in known]
    near = get_close_matches(word, every, n=1)
    return f"Did you mean {near[0]}?" if near else f"It can be: {', '.join(every)}."
