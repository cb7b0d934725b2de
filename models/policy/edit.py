"""Edit the user's policy file: only the lines that change; comments and everything else stay."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from ..errors import UsageError
from .file_checks import PolicySource
from .policy import Policy
from .policy_file import check_file, merge_with_default

Changes: TypeAlias = Mapping[tuple[str, str], float | bool]
"""By section and rule: a weight, or `False` to switch the rule off."""

_CHANGE = re.compile(r"(?P<section>[a-z]+)\.(?P<rule>[a-z_0-9]+)\s*=\s*(?P<value>[-+]?\d+(?:\.\d+)?|false)")


def change(text: str) -> tuple[tuple[str, str], float | bool]:
    """Return a change as it is typed: `invites.met_in_person=3`, `stale.noted=false`; raises `UsageError`."""
    found = _CHANGE.fullmatch(text.strip())
    if found is None:
        raise UsageError(f"“{text}” is no change of a weight.", "Write it as invites.met_in_person=3, or =false.")
    value = False if found["value"] == "false" else float(found["value"])
    return (found["section"], found["rule"]), value


def changed_text(path: Path, changes: Changes) -> tuple[str, str]:
    """Return the user's policy file before and after these changes, as text; raises `PolicyFileError` for what cannot be."""
    import tomlkit  # keeps what the user wrote around the numbers

    before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    document = tomlkit.parse(before)
    for (section, rule), value in changes.items():
        table = document.setdefault(section, tomlkit.table())
        table[rule] = value
    after = tomlkit.dumps(document)
    check_file(PolicySource(path, after))
    return before, after


def policy_of(path: Path, text: str) -> Policy:
    """Return the policy that this text, as the user's file, would make; raises `PolicyFileError`."""
    return merge_with_default(check_file(PolicySource(path, text)))


def difference(path: Path, before: str, after: str) -> str:
    """Return what changes, line by line."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), path.name, path.name, lineterm="", n=1)
    return "\n".join(lines)


def save(path: Path, text: str) -> None:
    """Put the file in place in one step: readers see the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)
