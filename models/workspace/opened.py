"""An open store with the user's settings, policy and templates: what every part of the workspace stands on."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from .. import clock
from ..policy import Policy, load_policy
from ..queues.base import Context
from ..settings import Settings
from ..store import Store, open_store
from ..store.facts import export_date
from ..store.queue_states import quiet_queues

if TYPE_CHECKING:  # what only some screens need is imported by the method that gives it
    from ..outbox.drafts import DraftWriter


class OpenStore:
    """An open store with the user's settings and policy."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.policy: Policy = load_policy(settings.policy_file)
        self.store: Store = open_store(settings.store)
        self.policy = self.policy._replace(quiet=quiet_queues())
        if settings.voice or settings.language or self._own_replies.is_dir():
            _ = self.replies  # a mistake in what the user wrote is told at once

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def export_date(self) -> date | None:
        """The newest export's day, or `None` while nothing was imported."""
        return export_date()

    def context(self) -> Context:
        """What holds for all cards looked at now."""
        return Context(export_date() or clock.today(), self.policy)

    @cached_property
    def replies(self) -> DraftWriter:
        """The reply templates in force; raises `TemplateError` for a mistake in the user's own."""
        from ..outbox.drafts import DraftWriter

        return DraftWriter(self._own_replies, self.settings.voice, self.settings.language)

    @property
    def _own_replies(self) -> Path:
        return self.settings.folder / "replies"
