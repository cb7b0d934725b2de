"""Files come in, or are only tried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..store.database import own_connection

if TYPE_CHECKING:  # what only some screens need is imported by the method that gives it
    from ..importers.contacts.attendance import Occasion
    from ..importers.contacts.column_overrides import Corrections
    from ..importers.dry_run import DryRun
    from ..importers.load import Progress
    from ..importers.summary import ImportSummary

from .opened import OpenStore


class Files(OpenStore):
    """Taking files in."""

    def import_files(
        self,
        paths: Iterable[Path],
        progress: Progress | None = None,
        occasion: Occasion | None = None,
        told: Mapping[str, str] | None = None,
        corrections: Corrections | None = None,
    ) -> ImportSummary:
        """Take in archives, address books, lists of attendees; may be called in a thread of its own."""
        from ..intake import import_files, say_of

        self.store.require_writable()
        with own_connection():
            return import_files(paths, progress, say_of(occasion, told, corrections))

    def try_files(
        self, paths: Iterable[Path], progress: Progress, occasion: Occasion, corrections: Corrections
    ) -> DryRun:
        """What taking them in would bring; nothing of it is kept. May be called in a thread of its own."""
        from ..intake import Told, try_files

        self.store.require_writable()
        with own_connection():
            return try_files(paths, progress, Told(occasion, None, corrections))
