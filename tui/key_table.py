"""What follows from the page of keys: the table in the README, the verdict of a key, and which changes are refused."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from models.errors import PickyError
from models.verbs import Verb

from .bindings import Key
from .keys import CHOICES, DRAFT, EVERYWHERE, FORM, KINDS, PAGES, REVIEW, VERBS_OF_KEY

_NAMED = frozenset(
    [
        "left",
        "right",
        "up",
        "down",
        "home",
        "end",
        "pageup",
        "pagedown",
        "insert",
        "delete",
        "tab",
        "enter",
        "space",
        "backspace",
        "escape",
    ]
)
_CONTROLS = frozenset("abcdefgklnoprtuvwxy")
"""Terminals keep ctrl with q, s and z for themselves, and send it with h, i, j and m for other keys."""


def check(own: Mapping[str, str]) -> None:
    """Refuse a settings file whose keys are unknown, not keys, or clash on one page."""
    every = {key.id: key for page in PAGES.values() for key in page}
    for name, pressed in own.items():
        if name not in every:
            raise PickyError(f"There is no key called “{name}”.", "The table of keys in the README lists their ids.")
        for each in pressed.split(","):
            _check_name(each, name)
    for title, page in PAGES.items():
        taken: dict[str, str] = {}
        # A form takes all letters for itself: only its own keys can clash there.
        around = FORM if page is DRAFT else () if page in (EVERYWHERE, FORM, CHOICES, KINDS) else EVERYWHERE
        for key in (*page, *around):
            for name in own.get(key.id, key.keys).split(","):
                if name in taken and taken[name] != key.id and (key.id in own or taken[name] in own):
                    sentence = f"{title}, “{name}” would mean both {taken[name]} and {key.id}."
                    raise PickyError(sentence, "Choose another key.")
                taken.setdefault(name, key.id)


def _check_name(pressed: str, wanted_for: str) -> None:
    """Refuse what no terminal sends, or sends under another name, or keeps for itself."""
    from textual.keys import _character_to_key

    hint = f"Mend the line for {wanted_for} in settings.toml."
    if len(pressed) == 1 and _character_to_key(pressed) != pressed:
        raise PickyError(f"The key “{pressed}” is called {_character_to_key(pressed)}.", hint)
    signs = {_character_to_key(chr(code)) for code in range(33, 127) if not chr(code).isalnum()}
    held, _, letter = pressed.rpartition("+")
    is_control = held == "ctrl" and letter in _CONTROLS
    if (
        not is_control
        and not (held in ("", "shift") and letter in _NAMED)
        and not (held == "" and (letter in signs or (len(letter) == 1 and letter.isalnum())))
    ):
        raise PickyError(f"There is no key “{pressed}” that every terminal sends and leaves to us.", hint)


def verdict_of(key: Key, verbs: Collection[Verb]) -> Verb | None:
    """Return the verdict that a key of a card gives where these are offered, yes and no first; `None` when it gives none."""
    offered = tuple(verbs)
    if key in REVIEW[:2]:
        return offered[REVIEW.index(key)]
    return next((verb for verb in VERBS_OF_KEY.get(key.id, ()) if verb in offered), None)


def table() -> str:
    """Return every key as a Markdown table, for the README."""
    lines = ["| where | key | what it does | id |", "|---|---|---|---|"]
    for title, page in PAGES.items():
        for number, key in enumerate(page):
            where = title if number == 0 else ""
            lines.append(f"| {where} | {_faces(key)} | {key.help} | `{key.id}` |")
    return "\n".join(lines)


def _faces(key: Key) -> str:
    """Return all keys of a binding, as people read them; a row of digits is one."""
    first, *others = key.keys.split(",")
    return " ".join(f"`{each}`" for each in (key.face or first, *(others if len(others) < 3 else ())))
