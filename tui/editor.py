"""The user's own editor, for a text that is too much for a small field. Only ever started by a key."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from models.errors import RefusedError

from .terminal import has_terminal


def command() -> list[str]:
    """Return what starts the user's editor; raises `RefusedError` where there is none, or no terminal for it."""
    if not has_terminal():
        raise RefusedError("There is no terminal here for an editor.", "Edit it here.")
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(chosen)
    except ValueError:
        words = []
    if not words:
        raise RefusedError("Neither VISUAL nor EDITOR names an editor here.", "Edit it here.")
    if shutil.which(words[0]) is None:
        raise RefusedError(f"There is no editor “{words[0]}” here.", "Edit it here, or set EDITOR.")
    return words


def edited(text: str, folder: Path, words: list[str]) -> str:
    """Return the text as the editor left it. It lies in a folder of its own that only the user can read, and is gone after.

    Raises `RefusedError` when the editor ends with an error, or leaves something that is no text.
    """
    private = Path(tempfile.mkdtemp(prefix="draft-", dir=folder))  # 0700; swap files of the editor go with it
    try:
        path = private / "draft.txt"
        with os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text + "\n")
        ended = subprocess.run([*words, str(path)], check=False)  # noqa: S603 — no shell, and the user's own words
        if ended.returncode:
            raise RefusedError("The editor ended with an error: the draft is as it was.")
        return path.read_text(encoding="utf-8").rstrip("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedError("The editor left nothing that can be read: the draft is as it was.") from error
    finally:
        shutil.rmtree(private, ignore_errors=True)
