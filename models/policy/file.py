"""The policy file: the default that ships with picky, and the user's own lines, which win one by one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias, cast

import seeds

from .bars import QUEUES, Bars, Policy, Words
from .phrases import Phrases

Section: TypeAlias = dict[str, object]


def load_policy(user_file: Path | None = None) -> Policy:
    """The default policy, with the user's lines in place of its own; a mistake in them names its line."""
    if user_file is None or not user_file.exists():
        return merged({})
    from .own import read_own

    return merged(read_own(user_file))


def merged(own: Mapping[str, Section]) -> Policy:
    """The default policy, with these lines, which were checked, in place of its own."""
    return _policy({name: dict(section) | own.get(name, {}) for name, section in _defaults().items()})


def default_policy_text() -> str:
    """The default policy file with all its comments, for a user to copy and edit."""
    return Path(seeds.__file__).with_name("policy.toml").read_text(encoding="utf-8")


@cache
def _defaults() -> Mapping[str, Section]:
    import tomllib

    return tomllib.loads(default_policy_text())


def _policy(sections: Mapping[str, Section]) -> Policy:
    """The sections as a policy; what they hold was checked before."""
    confidence = cast("dict[str, list[float]]", sections["confidence"])
    lists = cast("dict[str, list[str]]", sections["words"])
    words = Words(**{name: Phrases(tuple(phrases)) for name, phrases in lists.items()})
    return Policy(
        no_opinion=cast("float", sections["confidence"]["no_opinion"]),
        dots=tuple(confidence["dots"]),
        bars=Bars(words=words, **cast("dict[str, int]", sections["bars"])),
        weights={queue: _weights(sections[queue]) for queue in QUEUES},
    )


def _weights(section: Section) -> Mapping[str, float]:
    """The rules that are switched on."""
    if section.get("enabled") is False:
        return {}
    return {
        name: float(value)
        for name, value in section.items()
        if isinstance(value, int | float) and not isinstance(value, bool)
    }
