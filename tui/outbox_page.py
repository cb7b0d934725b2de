"""The outbox as one page for the laptop with the browser: links, steps and drafts, readable by its owner alone."""

from __future__ import annotations

from html import escape
from pathlib import Path

from models.outbox.pending import PendingErrand

from .private import write_private
from .text import profile_link, shown

_STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
article { border-top: 1px solid; padding: .5rem 0 1rem; }
h2 { font-size: 1.1rem; margin: .5rem 0; }
pre { white-space: pre-wrap; font: inherit; border-left: 3px solid; padding-left: .8rem; }
"""


def write_page(path: Path, todos: list[PendingErrand]) -> None:
    """Write the page, 0600; raises `PickyError` when it cannot be written, and leaves nothing half-written."""
    write_private(path, _page(todos))


def _page(todos: list[PendingErrand]) -> str:
    articles = "\n".join(map(_article, todos)) or "<p>Nothing is left to do.</p>"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>picky: left to do on LinkedIn</title>'
        '<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">'
        f"<style>{_STYLE}</style></head>\n<body><h1>Left to do on LinkedIn</h1>\n{articles}\n</body></html>\n"
    )


def _article(todo: PendingErrand) -> str:
    link = profile_link(todo.slug) if todo.slug else None
    name = escape(shown(todo.name))
    named = f'<a href="{escape(link)}" rel="noopener noreferrer">{name}</a>' if link else name
    staged = " <em>(staged, not confirmed yet)</em>" if todo.state == "staged" else ""
    steps = "".join(f"<li>{escape(step)}</li>" for step in todo.steps)
    draft = f"<pre>{escape(shown(todo.draft, multiline=True))}</pre>" if todo.draft else ""
    return f"<article><h2>{escape(todo.title)}: {named}{staged}</h2><ol>{steps}</ol>{draft}</article>"
