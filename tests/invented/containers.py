"""The ways an archive lies on a real disk."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

__all__ = ["CONTAINERS", "pack"]

Files = dict[str, bytes]

_GERMAN = {
    "Connections.csv": "Kontakte.csv",
    "Invitations.csv": "Einladungen.csv",
    "messages.csv": "Nachrichten.csv",
    "Messages.csv": "Nachrichten.csv",
    "Profile.csv": "Profil.csv",
    "Recommendations_Given.csv": "Abgegebene Empfehlungen.csv",
    "Recommendations_Received.csv": "Erhaltene Empfehlungen.csv",
}


def pack(files: Files, container: str, folder: Path, on: date) -> Path:
    """Write the files in that container into the folder and say where."""
    return CONTAINERS[container](files, folder, f"Complete_LinkedInDataExport_{on:%m-%d-%Y}")


def _zip(files: Files, path: Path, inside: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(inside + name, (2026, 9, 15, 0, 0, 0)), content)
    return path


def _folder(files: Files, folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def _german(files: Files) -> Files:
    return {_GERMAN.get(name, name): content for name, content in files.items()}


CONTAINERS: dict[str, Callable[[Files, Path, str], Path]] = {
    "zip": lambda files, folder, name: _zip(files, folder / f"{name}.zip"),
    "basic zip": lambda files, folder, name: _zip(files, folder / f"{name.replace('Complete', 'Basic')}.zip"),
    "zip in zip name": lambda files, folder, name: _zip(files, folder / f"{name}.zip.zip"),
    "downloaded twice": lambda files, folder, name: _zip(files, folder / f"{name}.zip (1).zip"),
    "folder in zip": lambda files, folder, name: _zip(files, folder / f"{name}.zip", f"{name}/{name}/"),
    "undated zip": lambda files, folder, _: _zip(files, folder / "linkedin.zip"),
    "folder": lambda files, folder, name: _folder(files, folder / f"{name} (1)"),
    "undated folder": lambda files, folder, _: _folder(files, folder / "my linkedin"),
    "folder in folder": lambda files, folder, name: _folder(files, folder / name / name).parent,
    "german names": lambda files, folder, name: _zip(_german(files), folder / f"{name}.zip"),
    "shouted names": lambda files, folder, name: _zip(
        {file.upper().replace("_", " "): content for file, content in files.items()}, folder / f"{name}.zip"
    ),
    "single file": lambda files, folder, _: _folder(files, folder / "loose") / next(iter(files)),
}
"""By name: what writes it, given the files, a folder and the name LinkedIn would give the archive."""
