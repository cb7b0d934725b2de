"""The policy file: the default that ships with picky, and the user's own lines, which win one by one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias, cast

import seeds

from ..errors import PolicyFileError
from .file_checks import PolicySource, did_you_mean, known_keys, quoted
from .phrases import Phrases
from .policy import JUDGED_QUEUES, Bars, Policy, WordLists

Section: TypeAlias = dict[str, object]


def read_user_file(path: Path) -> dict[str, Section]:
    """Return the sections of the user's file, checked; raises `PolicyFileError`."""
    return check_file(PolicySource(path, _text_of(path)))


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise PolicyFileError(f"{path.name} is not a UTF-8 text file", "Save it again as UTF-8.") from None
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        hint = f"Look at the rights of {path}."
        raise PolicyFileError(f"{path.name} cannot be read: {why}", hint) from None


def check_file(source: PolicySource) -> dict[str, Section]:
    """Return the sections of a policy file, every value of a kind and size that can be used.

    Raises `PolicyFileError` with the line of the first mistake.
    """
    try:
        sections = tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise source.syntax_mistake(ValueError(str(error))) from None
    for name, section in sections.items():
        _check_section(source, name, section)
    return sections


def _check_section(source: PolicySource, name: str, section: object) -> None:
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
    kind = "a rule" if name in JUDGED_QUEUES else "a setting"
    elsewhere = next((other for other, keys in known_keys().items() if key in keys), None)
    hint = f"It belongs to [{elsewhere}]." if elsewhere else did_you_mean(key, known_keys()[name])
    return f"{quoted(key)} is not {kind} of [{name}]", hint


def load_policy(user_file: Path | None = None) -> Policy:
    """Return the default policy with the user's lines in place of its own; a mistake in them names its line."""
    if user_file is None or not user_file.exists():
        return merge_with_default({})

    return merge_with_default(read_user_file(user_file))


def merge_with_default(own: Mapping[str, Section]) -> Policy:
    """Return the default policy with these checked lines in place of its own."""
    return _policy({name: dict(section) | own.get(name, {}) for name, section in _defaults().items()})


def default_policy_text() -> str:
    """Return the default policy file with all its comments, for a user to copy and edit."""
    return Path(seeds.__file__).with_name("policy.toml").read_text(encoding="utf-8")


@cache
def _defaults() -> Mapping[str, Section]:
    return tomllib.loads(default_policy_text())


def _policy(sections: Mapping[str, Section]) -> Policy:
    """Return the sections as a policy; what they hold was checked before."""
    confidence = cast("dict[str, list[float]]", sections["confidence"])
    lists = cast("dict[str, list[str]]", sections["words"])
    words = WordLists(**{name: Phrases(tuple(phrases)) for name, phrases in lists.items()})
    return Policy(
        no_opinion=cast("float", sections["confidence"]["no_opinion"]),
        dots=tuple(confidence["dots"]),
        bars=Bars(words=words, **cast("dict[str, int]", sections["bars"])),
        weights={queue: _weights(sections[queue]) for queue in JUDGED_QUEUES},
    )


def _weights(section: Section) -> Mapping[str, float]:
    """Return the rules that are switched on."""
    if section.get("enabled") is False:
        return {}
    return {
        name: float(value)
        for name, value in section.items()
        if isinstance(value, int | float) and not isinstance(value, bool)
    }
