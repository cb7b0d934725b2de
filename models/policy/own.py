"""The user's own policy file: every line checked, a mistake told with its line."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypeAlias

from ..errors import PolicyFileError
from .bars import QUEUES
from .checks import known_keys
from .mistakes import Source, did_you_mean, quoted

Section: TypeAlias = dict[str, object]


def read_own(path: Path) -> dict[str, Section]:
    """The file's sections, every value of a kind and size that can be used; raises `PolicyFileError`."""
    return checked(Source(path, _text_of(path)))


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise PolicyFileError(f"{path.name} is not a UTF-8 text file", "Save it again as UTF-8.") from None
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        hint = f"Look at the rights of {path}."
        raise PolicyFileError(f"{path.name} cannot be read: {why}", hint) from None


def checked(source: Source) -> dict[str, Section]:
    """The file's sections, every value of a kind and size that can be used."""
    try:
        sections = tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise source.syntax_mistake(ValueError(str(error))) from None
    for name, section in sections.items():
        _check_section(source, name, section)
    return sections


def _check_section(source: Source, name: str, section: object) -> None:
    known = known_keys()
    if name not in known:
        raise source.mistake((name,), f"{quoted(name)} is not a section", did_you_mean(name, known))
    if not isinstance(section, dict):
        raise source.mistake((name,), f"{name} must be a section", f"Write [{name}] on a line of its own.")
    for key, value in section.items():
        if key not in known[name]:
            raise source.mistake((name, key), *_unknown(name, key))
        if wrong := known[name][key](value):
            raise source.mistake((name, key), f"{key} {wrong}")


def _unknown(name: str, key: str) -> tuple[str, str]:
    kind = "a rule" if name in QUEUES else "a setting"
    elsewhere = next((other for other, keys in known_keys().items() if key in keys), None)
    hint = f"It belongs to [{elsewhere}]." if elsewhere else did_you_mean(key, known_keys()[name])
    return f"{quoted(key)} is not {kind} of [{name}]", hint
