"""Drafts from templates: only facts on record go in, and a missing one leaves a visible gap."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from ..errors import PickyError
from .draft_facts import Facts, slot_text
from .errand_kinds import SLOTS, WRITTEN_LIKE, ErrandKind
from .templates import LANGUAGES, SLOT, Template, Voice, shipped_templates, user_templates

_FIRST = "en"
"""The language every kind is written in."""


class Draft(NamedTuple):
    """A draft, and how it is written."""

    text: str
    voice: Voice
    language: str
    slots: tuple[str, ...] = ()
    """What its template fills in, in this order."""
    is_edited: bool = False
    """Its text is the user's own, no longer the template's."""

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is still to be filled in by hand."""
        return gaps_in(self.text)


def gaps_in(text: str) -> tuple[str, ...]:
    """Return the gaps in a text, each once."""
    return tuple(dict.fromkeys(_GAP.findall(text)))


_GAP = re.compile(r"\[[a-z]+(?: [a-z]+)*\]")


NO_DRAFT = Draft("", Voice.WARM, _FIRST)
"""The draft of an errand that writes nothing."""


class DraftWriter:
    """The templates in force, the user's own in place of those that ship, and how the user likes to write.

    Raises `PickyError` for a mistake in them: nothing of the user's is ever left aside in silence.
    """

    def __init__(self, folder: Path | None = None, voice: str = "", language: str = "") -> None:
        self._own = user_templates(folder) if folder is not None else {}
        self.voice = _voice(voice or Voice.WARM)
        self.language = language or _FIRST
        if self.language not in self._every_language():
            hint = f"It can be: {', '.join(self._every_language())}."
            raise PickyError(f"settings.toml: nothing is written in the language “{language}”.", hint)

    def languages(self, kind: ErrandKind) -> tuple[str, ...]:
        """Return the languages in which there is a template for this kind."""
        return tuple(language for language in self._every_language() if self._template(language, kind))

    def draft(self, kind: ErrandKind, facts: Facts, voice: str = "", language: str = "", *, kept: str = "") -> Draft:
        """Return the draft for an errand, or the text the user `kept` in its place; a fact not on record shows as `[…]`.

        Without a voice it has the user's own; without a template in the language, or without a language, the user's.
        """
        if kind not in SLOTS:
            return NO_DRAFT
        chosen = Voice(voice) if voice in [*Voice] else self.voice
        tongue, template = next(
            (tongue, template)
            for tongue in (language, self.language, _FIRST)
            if (template := self._template(tongue, kind))
        )
        text = template[chosen]
        slots = tuple(dict.fromkeys(SLOT.findall(text)))
        return Draft(kept or _filled(text, facts, tongue), chosen, tongue, slots, is_edited=bool(kept))

    def _template(self, language: str, kind: ErrandKind) -> Template | None:
        kind = WRITTEN_LIKE.get(kind, kind)
        return self._own.get((language, kind)) or shipped_templates(language, kind)

    def _every_language(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*LANGUAGES, *(language for language, _ in self._own)]))


def _filled(template: str, facts: Facts, language: str) -> str:
    def fill(slot: re.Match[str]) -> str:
        fact = facts.get(slot[1])
        return slot_text(slot[1], fact.value, language) if fact else f"[{slot[1].replace('_', ' ')}]"

    return SLOT.sub(fill, template)


def _voice(word: str) -> Voice:
    if word not in [*Voice]:
        raise PickyError(f"settings.toml: there is no voice “{word}”.", f"It can be: {', '.join(Voice)}.")
    return Voice(word)
