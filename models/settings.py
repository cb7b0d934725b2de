"""Where picky keeps its store, and the user's own settings."""

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
    """Where crash reports, settings and the user's own reply templates live."""
    voice: str = ""
    """How drafts sound unless said otherwise."""
    language: str = ""
    """What drafts are written in when the thread does not tell."""


def load_settings(store: str | None = None) -> Settings:
    """Settings from `--store`, the environment (`PICKY_STORE`, `PICKY_CONFIG`) and `settings.toml`, in that order.

    Raises `PickyError` when the settings file is not readable TOML.
    """
    from platformdirs import user_config_path, user_data_path

    folder = Path(os.environ.get("PICKY_CONFIG") or user_config_path("picky"))
    chosen = store or os.environ.get("PICKY_STORE")
    path = Path(chosen).expanduser() if chosen else user_data_path("picky") / "network.db"
    own = _own(folder / "settings.toml")
    return Settings(path, folder / "policy.toml", _keys(own), folder, **_manners(own))


_NAME = "settings.toml"


def _own(path: Path) -> dict[str, object]:
    if not path.is_file():
        return {}
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PickyError(f"{path.name} is not readable: {error}.", "Mend that line, or move the file away.") from error


def _keys(own: Mapping[str, object]) -> dict[str, str]:
    keys = own.get("keys", {})
    if not isinstance(keys, dict) or not all(isinstance(key, str) for key in keys.values()):
        raise PickyError(f'[keys] in {_NAME} must be lines like "card.yes" = "u".', "Mend it and start again.")
    return keys


def _manners(own: Mapping[str, object]) -> dict[str, str]:
    """Return how the user writes: `voice` and `language` of [drafts]; what they may be is checked with the templates."""
    drafts = own.get("drafts", {})
    if not isinstance(drafts, dict) or not all(isinstance(value, str) for value in drafts.values()):
        raise PickyError(f'[drafts] in {_NAME} must be lines like voice = "warm".', "Mend it and start again.")
    if unknown := next((name for name in drafts if name not in ("voice", "language")), None):
        raise PickyError(f"[drafts] in {_NAME} has no “{unknown}”.", "It takes voice and language.")
    return dict(drafts)
