"""`picky review`, and `picky` alone: the app."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from models.settings import load_settings

from .output import report_crash, with_store, words

if TYPE_CHECKING:
    from models.workspace import Workspace


@click.command("review")
@click.argument("queue", type=words, required=False)
@with_store
def review(queue: str | None) -> None:
    """Open the app in a queue: invites, intros, stale, duplicates, sent or replies."""
    start(click.get_current_context().ensure_object(dict).get("store"), queue or "invites")


def start(store: str | None, queue: str | None) -> None:
    """Run the app on a store, and leave with its exit code."""
    from .. import terminal

    terminal.require_terminal()
    from models.queues.registry import queue_named
    from models.workspace import Workspace

    if queue:
        queue_named(queue)
    workspace = Workspace(load_settings(store))
    try:
        sys.exit(run(workspace, queue))
    finally:
        workspace.close()


def run(workspace: Workspace, queue: str | None) -> int:
    """Run the app and return its exit code; a crash leaves a report without private data."""
    from .. import terminal
    from ..app import PickyApp

    app = PickyApp(workspace, queue)
    app.run(mouse=not terminal.over_ssh())
    if app.crash:
        report_crash(app.crash, workspace.settings.folder)
    return app.return_code or 0
