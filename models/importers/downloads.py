"""Finding the archive where browsers put it."""

from __future__ import annotations

import re
from pathlib import Path

_ARCHIVE = re.compile(r"(?:Basic|Complete|Initial)_LinkedInDataExport_.*", re.IGNORECASE)
_FOLDERS = ("Downloads", "Desktop", "Documents", "downloads")


def newest_archive() -> Path | None:
    """The LinkedIn archive that was downloaded last, or `None`."""
    from platformdirs import user_downloads_path

    folders = {user_downloads_path(), *(Path.home() / name for name in _FOLDERS), Path.cwd()}
    found = [path for folder in folders if folder.is_dir() for path in folder.iterdir() if _ARCHIVE.match(path.name)]
    return max(found, key=lambda path: path.stat().st_mtime, default=None)
