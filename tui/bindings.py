"""Keys as Textual binds them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import LiteralString, NamedTuple

from textual.binding import Binding


class Key(NamedTuple):
    """A key: its id for the settings file, the keys, what it does, and how it is told."""

    id: LiteralString
    keys: LiteralString
    action: LiteralString
    label: LiteralString
    """One or two words, for the footer."""
    help: LiteralString
    """One sentence."""
    face: LiteralString = ""
    """How the key is written where its Textual name would puzzle."""
    is_shown: bool = False
    """Whether the footer has it."""
    is_first: bool = False
    """Whether it comes before what a field would do with it."""

    @property
    def face_or_key(self) -> str:
        """The key as people read it."""
        return self.face or self.keys.split(",")[0]


def bindings(keys: Iterable[Key]) -> list[Binding]:
    """Return the keys as Textual binds them. Help and palette show what they say."""
    return [
        Binding(
            key.keys,
            key.action,
            key.label,
            show=key.is_shown,
            key_display=key.face or None,
            tooltip=key.help,
            id=key.id,
            priority=key.is_first,
        )
        for key in keys
    ]
