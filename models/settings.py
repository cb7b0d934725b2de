"""Where picky keeps its store, and what the user set for themselves."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from .errors import PickyError


class Settings(NamedTuple):
    """Everything that may differ between two users, read once at the start."""

    store: Path
    """The SQLite file."""
    policy_file: Path
    """The user's own policy; it need not exist."""
    keys: Mapping[str, str] = MappingProxyType({})
    """Binding id to key, from the settings file."""
    folder: Path = Path()
    """Where crash reports and settings live."""


def load_settings(store: str | None = None) -> Settings:
    """Settings from `--store`, the environment (`PICKY_STORE`, `PICKY_CONFIG`) and `settings.toml`, in that order.

    Raises `PickyError` when the settings file is not readable TOML.
    """
    from platformdirs import user_config_path, user_data_path

    folder = Path(os.environ.get("PICKY_CONFIG") or user_config_path("picky"))
    chosen = store or os.environ.get("PICKY_STORE")
    path = Path(chosen).expanduser() if chosen else user_data_path("picky") / "network.db"
    return Settings(path, folder / "policy.toml", _keys(folder / "settings.toml"), folder)


def _keys(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    import tomllib

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PickyError(f"{path.name} is not readable: {error}.", "Mend that line, or move the file away.") from error
    keys = table.get("keys", {})
    if not isinstance(keys, dict) or not all(isinstance(key, str) for key in keys.values()):
        raise PickyError(f'[keys] in {path.name} must be lines like "card.yes" = "u".', "Mend it and start again.")
    return keys
