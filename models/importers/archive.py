"""Open what the user points at: a zip (read in place), a folder, or one file. Nothing is ever extracted.

An archive is untrusted: its directory is checked before a byte is inflated, and every read has a budget.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ..errors import UnreadableFileError

MAX_ENTRIES = 10_000
MAX_ENTRY = 1 << 30
MAX_TOTAL = 2 << 30
MAX_MAILS = 64 << 30
"""For an mbox: it is read as it streams, and nothing of it stays in memory."""
MAILDIR = frozenset(("cur", "new", "tmp"))
MAX_RATIO = 400  # deflate's best on real text is about 1:20; bombs live near 1:1000
MAX_NESTED = 256 << 20
MAX_DEPTH = 3
_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Member:
    """One file to read, wherever it lies. `open` may be called again: each call starts from the beginning."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]

    @property
    def base(self) -> str:
        """The name without its folders."""
        return self.name.replace("\\", "/").rsplit("/", 1)[-1]


def members(path: Path) -> list[Member]:
    """Return the files at `path`: those of a zip at any depth, those below a folder, or the file itself.

    Raises `UnreadableFileError` when the path does not exist or the archive is broken or not to be trusted.
    """
    try:
        if path.is_dir():
            return sorted(_folder(path), key=lambda member: member.name)
        if not path.is_file():
            raise UnreadableFileError(f"There is no file {path}.", "Check the path.")
        if zipfile.is_zipfile(path):
            return list(_zipped(zipfile.ZipFile(path), path.name, depth=1))
        with path.open("rb") as file:
            if file.read(2) == b"PK":
                raise UnreadableFileError(f"{path.name} is a broken zip archive.", "Download it again.")
        return [Member(path.name, path.stat().st_size, lambda: path.open("rb"))]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise UnreadableFileError(f"{path.name} cannot be read: {error}.", "Download the archive again.") from error


def _folder(root: Path) -> Iterator[Member]:
    for count, path in enumerate(_below(root)):
        if count > MAX_ENTRIES:
            raise UnreadableFileError(f"{root.name} holds too many files.", "Point at the folder of the export itself.")
        if path.is_file() and not path.is_symlink():
            yield Member(str(path.relative_to(root)), path.stat().st_size, lambda path=path: path.open("rb"))  # type: ignore[misc]


def _below(root: Path) -> Iterator[Path]:
    """Yield everything in a folder and below it, but for the mails of a Maildir: they are as many as they like."""
    for folder, names, files in os.walk(root):
        if set(names) >= MAILDIR:
            names[:] = [name for name in names if name not in MAILDIR]
        yield from (Path(folder) / name for name in files)


def maildirs(root: Path) -> Iterator[Path]:
    """Yield the Maildirs at and below a folder, by their three folders."""
    for folder, names, _ in os.walk(root):
        if set(names) >= MAILDIR:
            names[:] = sorted(name for name in names if name not in MAILDIR)
            yield Path(folder)


def _zipped(archive: zipfile.ZipFile, label: str, depth: int) -> Iterator[Member]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    _check(entries, label)
    for entry in entries:
        if entry.filename.lower().endswith(".zip") and depth < MAX_DEPTH and entry.file_size <= MAX_NESTED:
            inner = io.BytesIO(archive.read(entry))
            if zipfile.is_zipfile(inner):
                yield from _zipped(zipfile.ZipFile(inner), label, depth + 1)
        else:
            yield Member(entry.filename, entry.file_size, lambda entry=entry: archive.open(entry))  # type: ignore[misc]


def _check(entries: list[zipfile.ZipInfo], label: str) -> None:
    """Refuse what no honest export is: too many or too large entries, bombs, overlaps, encryption, odd methods."""
    problem = _distrust(entries)
    if problem:
        raise UnreadableFileError(f"{label} is not to be trusted: {problem}.", "Download the archive again.")


def _distrust(entries: list[zipfile.ZipInfo]) -> str:
    if len(entries) > MAX_ENTRIES:
        return "too many files"
    if sum(entry.file_size for entry in entries if not _is_mbox(entry)) > MAX_TOTAL:
        return "it would be too large"
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            return "files overlap"
        end = entry.header_offset + entry.compress_size
        if entry.flag_bits & 1:
            return "it is encrypted"
        if entry.compress_type not in _PLAIN_METHODS:
            return "an unusual compression"
        if entry.file_size > (MAX_MAILS if _is_mbox(entry) else MAX_ENTRY) or (
            entry.file_size > (1 << 20) and entry.file_size > MAX_RATIO * entry.compress_size
        ):
            return "a file in it is too large"
    return ""


def _is_mbox(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith(".mbox")


_ARCHIVE = re.compile(r"(?:Basic|Complete|Initial)_LinkedInDataExport_.*", re.IGNORECASE)
_FOLDERS = ("Downloads", "Desktop", "Documents", "downloads")


def newest_archive() -> Path | None:
    """Return the LinkedIn archive that was downloaded last, or `None`."""
    from platformdirs import user_downloads_path

    folders = {user_downloads_path(), *(Path.home() / name for name in _FOLDERS), Path.cwd()}
    found = [path for folder in folders if folder.is_dir() for path in folder.iterdir() if _ARCHIVE.match(path.name)]
    return max(found, key=lambda path: path.stat().st_mtime, default=None)
