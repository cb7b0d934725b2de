"""Files that only their owner may read, written in one step."""

from __future__ import annotations

import os
from pathlib import Path

from models.errors import PickyError


def write_private(path: Path, text: str) -> None:
    """Write a file, 0600; raises `PickyError` when it cannot be written, and leaves nothing half-written."""
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.unlink(missing_ok=True)
        handle = os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        draft.replace(path)
    except OSError as error:
        raise PickyError(f"{path} cannot be written: {error.strerror}.", "Give another path.") from error
