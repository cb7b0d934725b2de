"""Which screens there are. Each is imported when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from .base import PageScreen

_SCREENS = {
    "home": ("home", "HomeScreen"),
    "outbox": ("outbox", "OutboxScreen"),
    "staged": ("outbox", "StagedScreen"),
    "history": ("history", "HistoryScreen"),
    "report": ("report", "ReportScreen"),
    "rows": ("rows", "RowsScreen"),
    "person": ("person", "PersonScreen"),
    "search": ("search", "SearchScreen"),
    "ledger": ("ledger", "LedgerScreen"),
    "sheet": ("sheet", "SheetScreen"),
    "list": ("bulk", "ListScreen"),
    "import": ("importing", "ImportScreen"),
}


def screen_for(name: str, *args: Any) -> PageScreen:
    """Return a new screen of this name; a queue's name gives its review."""
    module, made = _SCREENS.get(name, ("review", "ReviewScreen"))
    given = args if name in _SCREENS else (name, *args)
    screen = getattr(import_module(f"tui.screens.{module}"), made)(*given)
    assert isinstance(screen, PageScreen)
    return screen
